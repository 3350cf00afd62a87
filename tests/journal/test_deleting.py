"""Deleting a note: for thirty days it can be brought back; for good, nothing is left."""

import pytest

from peercoach.conversation import Conversation
from peercoach.errors import NoSuchNote, PeercoachError
from peercoach.journal.documents import NewerNote
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Rating
from peercoach.journal.store import Journal
from peercoach.vault.vault import Vault
from tests.tui.stage import SHARING, Stage

DAY_MS = 86_400_000
SECRET = "What nobody should read."


class Days:
    """A clock that stands still until days are added."""

    def __init__(self) -> None:
        self.now = 1_760_000_000_000

    def __call__(self) -> Moment:
        return Moment(self.now, 0, "GMT")

    def on(self, days: float) -> None:
        self.now += int(days * DAY_MS)


@pytest.fixture
def days() -> Days:
    """A clock that goes on by days."""
    return Days()


@pytest.fixture
def book(vault: Vault, days: Days) -> Journal:
    """A journal on that clock."""
    return Journal(vault.private, vault.drafts, clock=days)


def written(journal: Journal, text: str = SECRET) -> int:
    return journal.add(Entry(kind="note", text=text)).id


def words_of(journal: Journal) -> list[str]:
    return [one.record.text for one in journal.entries() if isinstance(one.record, Entry)]


def test_a_deleted_note_is_nowhere_but_among_the_deleted(book: Journal) -> None:
    """Lists, search and look-ups forget it at once; it waits for thirty days."""
    id, other = written(book), written(book, "Another.")
    assert book.search("nobody")

    book.delete(id)

    assert words_of(book) == ["Another."]
    assert book.search("nobody") == []
    assert book.find(id) is None
    with pytest.raises(NoSuchNote):
        book.get(id)
    (gone,) = book.deleted()
    assert (gone.note.id, gone.days_left) == (id, 30)
    assert isinstance(gone.note.record, Entry)
    assert gone.note.record.text == SECRET
    assert book.get(other).id == other


def test_it_comes_back_as_it_was(book: Journal, days: Days) -> None:
    """Brought back it has its words, its date, its place in the order, and all its versions."""
    id = written(book, "First.")
    days.on(1)
    book.edit(id, "Second.")
    days.on(1)
    written(book, "Newest.")
    before = book.get(id)
    book.delete(id)
    days.on(29)

    back = book.undelete(id)

    assert back == before
    assert words_of(book) == ["Newest.", "Second."]
    assert [one.record.text for one in book.versions(id) if isinstance(one.record, Entry)] == [
        "First.",
        "Second.",
    ]
    assert book.deleted() == []
    assert book.search("second")


def test_after_thirty_days_it_goes_for_good(book: Journal, days: Days) -> None:
    """The days left count down; then it can't be brought back, and tidying takes its words."""
    id = written(book)
    book.delete(id)
    days.on(29.9)
    assert book.deleted()[0].days_left == 1
    assert book.tidy() == 0
    days.on(0.1)

    assert book.deleted() == []
    assert book.tidy() == 1
    assert book.tidy() == 0

    with pytest.raises(NoSuchNote):
        book.undelete(id)


def test_the_last_deleted_comes_first(book: Journal, days: Days) -> None:
    """What one has just deleted by mistake stands on top."""
    one, two = written(book, "One."), written(book, "Two.")
    book.delete(one)
    days.on(1)
    book.delete(two)

    assert [gone.note.id for gone in book.deleted()] == [two, one]


@pytest.mark.parametrize("deleted_before", [False, True])
def test_for_good_leaves_no_word(vault: Vault, book: Journal, deleted_before: bool) -> None:
    """Every version goes, from memory and from the space, whether it was deleted before or not."""
    id = written(book, "Draft of it.")
    book.edit(id, SECRET)
    if deleted_before:
        book.delete(id)

    book.shred(id)

    assert book.deleted() == []
    assert [one.keys() & {"text"} for one in vault.private.versions(id)] == [set()]
    with pytest.raises(NoSuchNote):
        book.undelete(id)
    with pytest.raises(NoSuchNote):
        book.shred(id)
    with pytest.raises(NoSuchNote):
        book.delete(id)


def test_what_a_newer_version_wrote_is_never_deleted(vault: Vault, book: Journal) -> None:
    """A record that we can't read is not ours to take out, for good or not."""
    id = vault.private.new_id()
    vault.private.commit({id: {"kind": "note", "schema": 99, "text": SECRET}})

    for way in (book.delete, book.shred, lambda id: book.keep_only(id, 0)):
        with pytest.raises(NewerNote):
            way(id)

    assert vault.private.get(id) is not None


def test_keeping_one_version_alone(book: Journal, days: Days) -> None:
    """An earlier version that is chosen becomes the note, and the others can't be seen again."""
    id = written(book, "One.")
    for text in ("Two.", SECRET):
        days.on(1)
        book.edit(id, text)

    kept = book.keep_only(id, 1)

    assert isinstance(kept.record, Entry)
    assert (kept.record.text, kept.versions) == ("Two.", 1)
    assert len(book.versions(id)) == 1
    assert book.search("nobody") == []
    with pytest.raises(IndexError):
        book.keep_only(id, 5)


def test_keeping_the_present_version_alone(book: Journal, days: Days) -> None:
    """The newest version may be the one: it stays as it is, with its dates."""
    id = written(book, SECRET)
    days.on(1)
    before = book.edit(id, "Now.")

    kept = book.keep_only(id, 1)

    assert (kept.record, kept.when, kept.changed) == (before.record, before.when, before.changed)
    assert kept.versions == 1


def test_opening_takes_away_what_is_overdue(stage: Stage) -> None:
    """What was deleted thirty days ago is gone, and its draft with it, once the notes are read."""
    work = stage.create()
    walk = work.begin(SHARING)
    walk.next(SECRET)
    walk.back("")
    walk.draft(SECRET + " And more.", 0)
    (answer,) = work.journal.entries()
    work.journal.delete(answer.id)
    work.lock()
    stage.clock.to(2026, 4, 12, 14, 2)
    work = stage.open()
    work.prepare()
    assert [one.days_left for one in work.journal.deleted()] == [1]
    work.lock()

    stage.clock.to(2026, 4, 13, 14, 3)
    work = stage.open()
    work.prepare()

    assert work.journal.deleted() == []
    assert SECRET not in repr([one.draft.text for one in work.journal.drafts.all().values()])
    with pytest.raises(NoSuchNote):
        work.journal.undelete(answer.id)


def test_a_full_disk_does_not_keep_it_shut(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where what is overdue can't be taken away, the notebook opens, and it is tried next time."""
    from peercoach.errors import DiskFull
    from peercoach.vault.log import Log

    work = stage.create()
    work.begin(SHARING).next(SECRET)
    (answer,) = work.journal.entries()
    work.journal.delete(answer.id)
    work.lock()
    stage.clock.to(2027, 1, 1)

    def full(*_: object) -> None:
        raise DiskFull(path=stage.vault)

    with monkeypatch.context() as patch:
        patch.setattr(Log, "rewrite", full)
        work = stage.open()
        work.prepare()
        assert work.prepared
        work.lock()
    work = stage.open()
    work.prepare()
    with pytest.raises(NoSuchNote):
        work.journal.undelete(answer.id)


# --- while reflecting ----------------------------------------------------------------------------


@pytest.fixture
def walk(stage: Stage) -> Conversation:
    """A reflection whose first answer is kept."""
    conversation = stage.create().begin(SHARING)
    conversation.next(SECRET)
    return conversation


@pytest.fixture
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """An empty folder to make a notebook in."""
    return Stage(tmp_path_factory.mktemp("stage"))


@pytest.mark.parametrize("way", ["delete", "shred"])
def test_a_new_answer_where_one_was_deleted(walk: Conversation, way: str) -> None:
    """What is typed at a stop whose answer was deleted is a new note, and is not lost."""
    journal = walk._journal
    (answer,) = journal.entries()
    getattr(journal, way)(answer.id)

    walk.back("")
    assert walk.text == ""
    walk.next("A new beginning.")

    (kept,) = journal.entries()
    assert isinstance(kept.record, Entry)
    assert kept.record.text == "A new beginning."
    assert kept.id != answer.id


def test_a_rating_where_one_was_deleted(walk: Conversation) -> None:
    """A rating given again after the first was deleted for good is kept."""
    journal = walk._journal
    while walk.reflection.now.kind != "rating":
        walk.skip()
    walk.rate(2)
    rating = next(one for one in journal.entries() if isinstance(one.record, Rating))
    journal.shred(rating.id)
    walk.back()

    walk.rate(1)

    values = [one.record.value for one in journal.entries() if isinstance(one.record, Rating)]
    assert values == [1]


def test_a_draft_of_it_goes_too(stage: Stage) -> None:
    """The draft at the stop that is deleted for good leaves with it; another reflection's stays."""
    work = stage.create()
    walk = work.begin(SHARING)
    walk.next(SECRET)
    walk.back("")
    walk.draft(SECRET + " And more.", 3)
    other = work.begin("peer-leadership/growing-the-peer-team")
    other.draft("Something else.", 0)
    (answer,) = work.journal.entries()

    work.journal.shred(answer.id)

    texts = [saved.draft.text for saved in work.journal.drafts.all().values()]
    assert texts == ["Something else."]


def test_an_answer_that_was_emptied_can_be_brought_back(walk: Conversation) -> None:
    """Someone who empties an answer and moves on finds it among the deleted."""
    journal = walk._journal
    walk.back("")
    walk.next("")

    assert journal.entries() == []
    (gone,) = journal.deleted()
    assert isinstance(gone.note.record, Entry)
    assert gone.note.record.text == SECRET
    assert gone.days_left == 30


def test_a_full_disk_deletes_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it can't be written, the note stands, and an error says so."""
    from peercoach.errors import DiskFull
    from peercoach.vault.log import Log

    work = stage.create()
    walk = work.begin(SHARING)
    walk.next(SECRET)
    (answer,) = work.journal.entries()

    def full(*_: object) -> None:
        raise DiskFull(path=stage.vault)

    with monkeypatch.context() as patch:
        patch.setattr(Log, "append", full)
        patch.setattr(Log, "rewrite", full)
        for way in (work.journal.delete, work.journal.shred):
            with pytest.raises(PeercoachError):
                way(answer.id)

    assert work.journal.get(answer.id) == answer
    assert work.journal.deleted() == []
