"""Where a reflection stands: by its draft or by what is kept, whichever is newer."""

from dataclasses import dataclass

import msgspec

from peercoach.errors import NoSuchNote
from peercoach.journal import ids
from peercoach.journal.drafts import SavedDraft
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Progress
from peercoach.journal.store import Journal


@dataclass(frozen=True)
class Standing:
    """Where a reflection stands by its draft and by what is kept, whichever is newer.

    ``saved`` is the draft if its text still waits at ``progress.at``, else None.
    """

    progress: Progress
    saved: SavedDraft | None
    when: Moment


def standing(journal: Journal, id: int) -> Standing:
    """Where a reflection stands.

    Raises:
        NoSuchNote: nothing is known of it.
        NewerNote: a newer Peercoach wrote its progress.
    """
    saved = journal.drafts.all().get(id)
    try:
        kept = journal.get(id)
    except NoSuchNote:
        kept = None
    if kept is None or not isinstance(kept.record, Progress):
        if saved is None:
            raise NoSuchNote(id=ids.to_text(id))
        return _by_draft(saved, {})
    since = kept.changed or kept.when
    if saved is None:
        return Standing(kept.record, None, since)
    if saved.base == journal.revision(id):
        return _by_draft(saved, kept.record.bring)
    # Something was kept after this draft was saved. If a move did that, the draft's text is among
    # what was kept; if it isn't, it came about in another way, and is the draft's to give back.
    if _is_kept(journal, kept.record, saved):
        return Standing(kept.record, None, since)
    at = saved.draft.progress.at
    return Standing(msgspec.structs.replace(kept.record, at=at), saved, saved.when)


def keep_typed(journal: Journal, id: int, progress: Progress, saved: SavedDraft) -> Progress | None:
    """Keep what was typed at a stop that can't be gone to, with the wording of that time.

    Returns:
        The reflection's progress with it, kept in the same commit; None where nothing was typed.

    Raises:
        VaultError: it could not be kept. It still waits.
    """
    text = saved.draft.text
    if saved.kind is None or not text.strip():
        return None
    at = saved.draft.progress.at
    note = progress.kept.get(at) or journal.new_id()
    entry = Entry(kind=saved.kind, text=text, place=saved.place, reflection=id)
    after = msgspec.structs.replace(progress, kept={**progress.kept, at: note})
    journal.commit({note: entry}, (), (id, after))
    return after


def keep_waiting(journal: Journal, id: int) -> None:
    """Keep what waits as a draft in a reflection that can't be gone on with, so that it is found.

    Raises:
        VaultError: it could not be kept. It still waits.
    """
    stands = standing(journal, id)
    if stands.saved is not None:
        keep_typed(journal, id, stands.progress, stands.saved)


def _by_draft(saved: SavedDraft, bring: dict[str, str]) -> Standing:
    """What is to bring stands in the journal alone: it is marked there at once, and taken off."""
    progress = msgspec.structs.replace(saved.draft.progress, bring=bring)
    return Standing(progress, saved, saved.when)


def _is_kept(journal: Journal, progress: Progress, saved: SavedDraft) -> bool:
    text = saved.draft.text
    id = progress.kept.get(saved.draft.progress.at)
    if not text.strip():
        return True
    if id is None or journal.find(id) is None:
        return False
    versions = (version.record for version in journal.versions(id))
    return any(isinstance(record, Entry) and _holds(record, text) for record in versions)


def _holds(record: Entry, text: str) -> bool:
    """Whether this is what was typed; a review's note gathers all that was typed in it."""
    return record.text == text or (record.kind == "review" and text in record.text)
