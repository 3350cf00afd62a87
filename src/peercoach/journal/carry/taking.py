"""Keeping what was found in files: each note once, however often it is imported.

A note of someone else's file is known again by a digest of its words and its date, kept with it; a
record of our own export by its id and revisions. So a crash half-way, or the same file once more,
adds what is missing and nothing else.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from peercoach.errors import NoteTooLong
from peercoach.journal.carry.exported import Space
from peercoach.journal.carry.found import WHOLE, Contents, Found, Telling, Where
from peercoach.journal.carrying import Brought
from peercoach.journal.documents import Document
from peercoach.journal.moment import Moment, at_local
from peercoach.journal.records import Progress
from peercoach.journal.store import Journal
from peercoach.journal.text import LIMIT

_GROUP_BYTES = 256 * 1024
"""About so much goes into one commit: few of them, and a damaged one costs little."""
_ROOM_FOR_FIELDS = 32 * 1024


@dataclass
class Taken:
    """What came of one file: notes added, notes that were here, and what there is to say.

    ``gone`` counts those that were deleted for good here; ``refused`` what could not be kept.
    """

    added: int = 0
    same: int = 0
    gone: int = 0
    refused: int = 0
    told: list[Telling] = field(default_factory=list)

    def refuse(self, kind: str, where: Where = WHOLE) -> None:
        """Something could not be kept."""
        self.refused += 1
        self.told.append(Telling(kind, where))


class Taking:
    """Keeps what files hold in a notebook's journals.

    ``journal_of`` gives the journal of a space by its name, None where there is none.
    """

    def __init__(self, journal: Journal, journal_of: Callable[[str], Journal | None]) -> None:
        self._journal = journal
        self._journal_of = journal_of
        self._origins = set(journal.origins())

    def notes(self, contents: Contents, changed: datetime) -> Taken:
        """Keep the notes of a file of someone else's; ``changed`` is when the file was, naive or
        not, for what has no date.

        Raises:
            VaultError: it could not be written; what was kept by then is kept.
        """
        taken = Taken(told=[])
        for telling in contents.told:
            if telling.kind == "date-not-read":
                taken.told.append(telling)
            else:
                taken.refuse(telling.kind, telling.where)
        said = {one.where for one in taken.told if one.kind == "date-not-read"}
        often: Counter[str] = Counter()
        group: list[Brought] = []
        size = 0
        for found in contents.notes:
            origin = _origin(found, often)
            length = len(found.text.encode())
            if origin in self._origins:
                taken.same += 1
                continue
            if length > LIMIT:
                taken.refuse("too-long", found.where)
                continue
            when = _moment(found, changed)
            if found.shown is None and not said & {found.where, WHOLE}:
                taken.told.append(Telling("dated-by-file", found.where))
            if group and size + length > _GROUP_BYTES:
                self._bring(group, taken)
                group, size = [], 0
            group.append(Brought(found.text, when, origin))
            size += length
        self._bring(group, taken)
        if taken.added:
            self._journal.settle()
        return taken

    def _bring(self, group: Sequence[Brought], taken: Taken) -> None:
        if group:
            self._journal.bring(group)
            self._origins.update(one.origin for one in group)
            taken.added += len(group)

    def export(self, spaces: Iterable[Space]) -> Taken:
        """Keep what an export of ours holds. Raises as :meth:`notes`."""
        taken = Taken()
        for space in spaces:
            journal = self._journal_of(space.name)
            if journal is None:
                taken.refuse("no-such-space", Where("record", 1, space.name))
                continue
            before = taken.added
            _records(journal, space, taken)
            if taken.added > before:
                journal.settle()
            _drafts(journal, space, taken)
        return taken


def _origin(found: Found, often: Counter[str]) -> str:
    """What a note is known by: its date as the clock showed it, its words, and its number among
    those of the same file that say the same on the same date.
    """
    date = found.shown.isoformat() if found.shown else ""
    said = json.dumps(["peercoach/import/1", date, found.text])
    often[said] += 1
    return hashlib.sha256(f"{said}{often[said]}".encode()).hexdigest()[:32]


def _moment(found: Found, changed: datetime) -> Moment:
    try:
        return at_local(found.shown or changed)
    except ValueError:
        return at_local(changed)


# --- our own export ------------------------------------------------------------------------------


def _records(journal: Journal, space: Space, taken: Taken) -> None:
    known = {id: (frozenset(one["rev"] for one in all), all[-1]) for id, all in _here(journal)}
    group: list[tuple[int, Document]] = []
    size = counted = 0

    def keep() -> None:
        nonlocal size, counted
        if group:
            journal.adopt(group)
        taken.added += counted
        group.clear()
        size = counted = 0

    for record in space.records:
        where = Where("record", record.number, space.name)
        if record.found is None:
            taken.refuse("not-readable", where)
            continue
        revisions, last = known.get(record.id, (frozenset(), None))
        fresh = [one for one in record.found if one["rev"] not in revisions]
        if fresh and last is not None and last.get("shredded"):
            taken.gone += 1
            taken.told.append(Telling("gone-for-good", where))
        elif kind := _refusal(fresh):
            taken.refuse(kind, where)
        elif not fresh or (last is not None and record.found[-1].get("shredded")):
            taken.same += _counts(record.found)
        else:
            for one in fresh:
                length = len(msgspec.msgpack.encode(one))
                if group and size + length > _GROUP_BYTES:
                    keep()
                group.append((record.id, one))
                size += length
            counted += _counts(record.found)
    keep()


def _here(journal: Journal) -> Iterable[tuple[int, list[Document]]]:
    return ((id, revisions) for id, revisions in journal.everything() if revisions)


def _refusal(fresh: Sequence[Document]) -> str:
    """Why a record can't be kept; empty text where it can."""
    texts = (one.get("text", "") for one in fresh)
    if any(isinstance(text, str) and len(text.encode()) > LIMIT for text in texts):
        return "too-long"
    sizes = (len(msgspec.msgpack.encode(one)) for one in fresh)
    return "too-long" if any(size > LIMIT + _ROOM_FOR_FIELDS for size in sizes) else ""


def _counts(revisions: Sequence[Document]) -> bool:
    """Whether a record is one that a person would count: what was written or rated, and stands."""
    last = revisions[-1]
    return not last.get("deleted") and last.get("kind") != Progress.kind


def _drafts(journal: Journal, space: Space, taken: Taken) -> None:
    here = journal.drafts.documents() if space.drafts else {}
    for draft in space.drafts:
        where = Where("draft", draft.number, space.name)
        if draft.said is None:
            taken.refuse("not-readable", where)
        elif here.get(draft.key) == draft.said:
            continue
        elif draft.key in here or not _is_present(journal, draft.said):
            if str(draft.said.get("text", "")).strip():
                taken.told.append(Telling("draft-stays", where))
        else:
            try:
                journal.drafts.adopt(draft.key, draft.said)
            except NoteTooLong:
                taken.refuse("too-long", where)


def _is_present(journal: Journal, said: Document) -> bool:
    """Whether nothing was kept of its reflection since this was typed."""
    reflection = said.get("reflection")
    stands = journal.revision(reflection) if isinstance(reflection, int) else ""
    return stands in ("", said.get("base"))
