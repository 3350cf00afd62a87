"""What is being typed in a reflection, kept so that it comes back at the same character."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec

from peercoach.journal import documents
from peercoach.journal.moment import Moment
from peercoach.journal.records import SCHEMA, Draft, EntryKind, Place, Progress
from peercoach.vault.drafts import Drafts

KIND = "draft"
HEAL_KIND = "heal-draft"
"""A sitting in Heal that is not kept yet; :mod:`peercoach.healing.drafts` says what it holds."""


@dataclass(frozen=True)
class SavedDraft:
    """A draft as it was saved.

    ``base`` is the revision of the reflection's progress that it was typed upon (empty text where
    none was kept): if another stands in the journal now, that one is newer than the draft.
    ``place`` and ``kind`` say what the text answers, should its question be gone one day; ``kind``
    is None at a stop where nothing is written in words.
    """

    draft: Draft
    when: Moment
    base: str
    place: Place
    kind: EntryKind | None


class _DraftFields(msgspec.Struct, kw_only=True):
    reflection: int
    text: str
    cursor: Annotated[int, msgspec.Meta(ge=0)]
    base: str = ""
    entry_kind: EntryKind | None = None
    place: dict[str, str] = {}


class _HealFields(msgspec.Struct, kw_only=True):
    framework: str
    framework_title: str
    at: str
    answers: dict[str, str] = {}
    asks: dict[str, str] = {}


class DraftBox:
    """The drafts of one vault, one a reflection."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts

    def save(self, saved: SavedDraft) -> None:
        """Keep this draft in place of the reflection's earlier one; durable when it returns."""
        self._drafts.save(str(saved.draft.reflection), _document(saved))

    def all(self) -> dict[int, SavedDraft]:
        """Every draft that we can read, by its reflection's id."""
        found = (_read(document) for document in self._drafts.all().values())
        return {saved.draft.reflection: saved for saved in found if saved is not None}

    def documents(self) -> dict[str, documents.Document]:
        """Every draft as it is kept, by its key, those of a newer Peercoach too."""
        return self._drafts.all()

    def adopt(self, key: str, document: Mapping[str, Any]) -> None:
        """Keep a draft from another copy as it is. Raises as the vault's drafts."""
        self._drafts.save(key, document)

    def clean(self) -> None:
        """Leave nothing of earlier states of the drafts in the bytes of their file."""
        self._drafts.clean()

    def end(self, reflection: int) -> None:
        """Forget a reflection's draft; nothing happens where it has none."""
        self.end_key(str(reflection))

    def end_key(self, key: str) -> None:
        """The same of a draft of any kind, by its key."""
        self._drafts.end(key)


def in_heal(held: Mapping[str, Mapping[str, Any]]) -> list[SavedDraft]:
    """What waits in Heal, as a draft for each answer: to be read by its owner, and not to go on.

    One that we can't read is not among them.
    """
    found: list[SavedDraft] = []
    for key, document in held.items():
        when = documents.moment_of(document, "saved")
        if document.get("kind") != HEAL_KIND or when is None:
            continue
        with suppress(msgspec.ValidationError):
            found += _answers(msgspec.convert(dict(document), _HealFields), key, when)
    return found


def _answers(typed: _HealFields, key: str, when: Moment) -> Iterator[SavedDraft]:
    progress = Progress(
        framework=typed.framework,
        framework_title=typed.framework_title,
        title=typed.framework_title,
        course=(typed.framework,),
        at=typed.at,
    )
    for question, text in typed.answers.items():
        draft = Draft(reflection=int(key), progress=progress, text=text, cursor=len(text))
        place = Place(framework=typed.framework, ask=typed.asks.get(question, ""))
        yield SavedDraft(draft, when, "", place, "answer")


def _document(saved: SavedDraft) -> documents.Document:
    draft = saved.draft
    flat = documents.progress_fields(draft.progress)
    flat |= {"kind": KIND, "schema": SCHEMA, "reflection": draft.reflection}
    flat |= {"text": draft.text, "cursor": draft.cursor, "base": saved.base}
    flat["entry_kind"] = saved.kind
    flat |= {f"place:{name}": value for name, value in msgspec.structs.asdict(saved.place).items()}
    return flat | documents.moment_fields("started", saved.when)


def _read(document: Mapping[str, Any]) -> SavedDraft | None:
    if document.get("kind") != KIND:
        return None
    told = documents.read({**document, "kind": Progress.kind})
    if told is None or not isinstance(told.record, Progress):
        return None
    place = {name[6:]: value for name, value in document.items() if name.startswith("place:")}
    try:
        found = msgspec.convert({**document, "place": place}, _DraftFields)
        draft = Draft(
            reflection=found.reflection,
            progress=told.record,
            text=found.text,
            cursor=min(found.cursor, len(found.text)),
            saved_at=told.when.utc_ms,
        )
        where = msgspec.convert(found.place, Place)
    except msgspec.ValidationError:
        return None
    return SavedDraft(draft, told.when, found.base, where, found.entry_kind)
