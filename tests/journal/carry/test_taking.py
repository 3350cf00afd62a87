"""Importing: every note once, with its date, however often; and what can't be taken is told."""

import json
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercoach.carrier import HEAL_TYPED, TYPED, Imported
from peercoach.errors import DiskFull
from peercoach.journal.carry import exported
from peercoach.journal.drafts import SavedDraft
from peercoach.journal.records import Draft, Entry, Progress
from peercoach.vault.log import Log
from peercoach.words import carry
from tests.journal.carry.notebooks import Notebook, Shelf
from tests.journal.carry.test_markdown import any_text
from tests.journal.making import DAY, FailingFiles, entry, rated

CHANGED = datetime(2023, 5, 6, 7, 8, tzinfo=UTC).timestamp()


@pytest.fixture(autouse=True)
def in_london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer stands in London."""
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def file(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    os.utime(path, (CHANGED, CHANGED))
    return path


def counts(found: list[Imported]) -> tuple[int, int, int]:
    """Added, here already, refused."""
    each = [(one.taken.added, one.taken.same, one.taken.refused) for one in found]
    added, same, refused = zip(*each, strict=True)
    return sum(added), sum(same), sum(refused)


def told(found: list[Imported]) -> list[tuple[str, str, int]]:
    return [
        (Path(one.file).name, telling.kind, telling.where.number)
        for one in found
        for telling in one.taken.told
    ]


def export(book: Notebook, to: Path, **options: bool) -> Path:
    book.carrier.export_to(to, **options)
    return to


# --- other people's files ------------------------------------------------------------------------


def test_notes_and_their_dates(book: Notebook, tmp_path: Path) -> None:
    """Each note has its date in this place, in summer and winter, and what has none the file's."""
    diary = file(
        tmp_path, "diary.md", "Before.\n## 2024-01-14 10:00\nWinter.\n## 2024-07-14\nSummer."
    )

    found = book.carrier.bring_in([diary])

    assert counts(found) == (3, 0, 0)
    assert told(found) == [("diary.md", "dated-by-file", 1)]
    assert book.texts() == ["Before.", "Winter.", "Summer."]
    assert book.days() == ["2023-05-06T08:08", "2024-01-14T10:00", "2024-07-14T12:00"]
    [summer, *_] = book.journal.entries()
    assert (summer.when.offset, summer.when.zone) == (60, "BST")


def test_importing_twice_adds_nothing(book: Notebook, tmp_path: Path) -> None:
    """The same file once more, changed since or moved, adds nothing that is here already."""
    text = "## 2024-03-14\nSame.\n## 2024-03-14\nSame.\n## 2024-03-15\nOther.\n"
    first = file(tmp_path, "a.md", text)
    assert counts(book.carrier.bring_in([first])) == (3, 0, 0)
    before = book.held()
    book.reopen()

    again = book.carrier.bring_in([first, file(tmp_path, "b.txt", "Hello.\n" + text)])

    assert counts(again) == (1, 6, 0)
    assert {id: book.held()[id] for id in before} == before


def test_an_undated_file_touched_since(book: Notebook, tmp_path: Path) -> None:
    """What is dated by its file is known again when the file was copied and has another date."""
    path = file(tmp_path, "a.txt", "Hello.")
    book.carrier.bring_in([path])
    os.utime(path)

    assert counts(book.carrier.bring_in([path])) == (0, 1, 0)


def test_edited_and_deleted_notes_stay_so(book: Notebook, tmp_path: Path) -> None:
    """A note that was written again or deleted here is not added anew; one gone for good is."""
    path = file(tmp_path, "a.md", "## 2024-03-14\nA\n## 2024-03-15\nB\n## 2024-03-16\nC\n")
    book.carrier.bring_in([path])
    c, b, a = book.journal.entries()
    book.journal.edit(a.id, "A, and more")
    book.journal.delete(b.id)
    book.journal.shred(c.id)

    assert counts(book.carrier.bring_in([path])) == (1, 2, 0)
    assert book.texts() == ["A, and more", "C"]


def test_keeping_only_one_version_forgets_the_digest(book: Notebook, tmp_path: Path) -> None:
    """Once the words that were imported are to be gone, nothing is left that confirms a guess."""
    book.carrier.bring_in([file(tmp_path, "a.txt", "my old words")])
    [note] = book.journal.entries()
    assert book.journal.origins()
    book.journal.edit(note.id, "new words")

    book.journal.keep_only(note.id, 1)

    assert book.journal.origins() == frozenset()


def test_what_can_not_be_taken_is_told_and_the_rest_goes_on(book: Notebook, tmp_path: Path) -> None:
    """Each file that is refused is named with its reason; the others are imported."""
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    (tmp_path / "folder").mkdir()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    paths = [
        *(tmp_path / "missing.md", large, tmp_path / "folder", pipe),
        file(tmp_path, "latin.txt", b"caf\xe9"),
        file(tmp_path, "picture.png", b"\x89PNG\0"),
        file(tmp_path, "deep.json", b"[" * 100_000),
        file(tmp_path, "good.txt", "Good."),
    ]

    found = book.carrier.bring_in(paths)

    assert counts(found) == (1, 0, 7)
    assert book.texts() == ["Good."]
    assert [(name, kind) for name, kind, _ in told(found)] == [
        ("missing.md", "no-such-file"),
        ("large.txt", "too-large"),
        ("folder", "not-a-file"),
        ("pipe", "not-a-file"),
        ("latin.txt", "not-utf-8"),
        ("picture.png", "not-text"),
        ("deep.json", "too-deep"),
        ("good.txt", "dated-by-file"),
    ]


def test_a_file_that_may_not_be_read(
    book: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that the computer won't give is told, not a crash."""
    real = Path.open

    def refusing(path: Path, *arguments: object, **options: object) -> object:
        if path.name == "shut.txt":
            raise PermissionError
        return real(path, *arguments, **options)  # type: ignore[call-overload]

    shut = file(tmp_path, "shut.txt", "Shut.")
    monkeypatch.setattr(Path, "open", refusing)

    found = book.carrier.bring_in([shut])

    assert told(found) == [("shut.txt", "not-permitted", 0)]


def test_a_note_that_is_too_long(book: Notebook, tmp_path: Path) -> None:
    """A note over the limit is told by its line, and those around it are kept."""
    long = "é" * (512 * 1024 + 1)
    path = file(tmp_path, "a.md", f"## 2024-03-14\nA\n## 2024-03-15\n{long}\n## 2024-03-16\nC\n")

    found = book.carrier.bring_in([path])

    assert counts(found) == (2, 0, 1)
    assert told(found) == [("a.md", "too-long", 3)]


def test_few_commits_for_many_notes(
    book: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand notes go in with a few commits; then each has a frame of its own, so that damage
    costs one of them.
    """
    path = file(tmp_path, "a.md", "".join(f"## 2024-03-14\nNote {n}.\n" for n in range(1000)))
    real, commits = Log.append, list[int]()

    def append(log: Log, payload: bytes) -> None:
        commits.append(len(payload))
        real(log, payload)

    monkeypatch.setattr(Log, "append", append)

    book.carrier.bring_in([path])

    assert 1 <= len(commits) <= 2
    assert book.vault.private._log.frames == 1001
    book.reopen()
    assert len(book.journal.entries()) == 1000


def test_a_disk_that_fills_up(shelf: Shelf, tmp_path: Path) -> None:
    """What was kept before the disk was full is kept once; importing again adds the rest."""
    text = "".join(f"## 2024-03-14\n{n} {'x' * 100_000}\n" for n in range(8))
    path = file(tmp_path, "a.md", text)
    with shelf.notebook() as book:
        files = FailingFiles()
        book.vault.private._log._files = files
        files.full, files.room = True, 2
        with pytest.raises(DiskFull):
            book.carrier.bring_in([path])
        files.full = False
        book.reopen()
        kept = len(book.journal.entries())

        found = book.carrier.bring_in([path])

        assert 0 < kept < 8
        assert counts(found) == (8 - kept, kept, 0)


def test_imported_notes_are_found(book: Notebook, tmp_path: Path) -> None:
    """They are searched and looked back at at once, with what was read before."""
    book.journal.add(Entry(kind="note", text="Heron here"))
    assert len(book.journal.search("heron")) == 1

    book.carrier.bring_in([file(tmp_path, "a.md", "## 2024-03-14\nHeron there\n")])

    assert len(book.journal.search("heron")) == 2


# --- our own export ------------------------------------------------------------------------------


def full(book: Notebook) -> None:
    """One of everything."""
    journal = book.journal
    walk = journal.new_id()
    answer = journal.add(entry("We listened first.", reflection=walk))
    journal.edit(answer.id, "We listened first, and long.")
    journal.rate(rated(reflection=walk))
    progress = Progress(
        framework="walking",
        framework_title="Walking",
        title="Hills",
        course=("hills",),
        at="top",
        kept={"up": answer.id},
    )
    journal.commit({}, (), (walk, progress))
    journal.delete(journal.add(Entry(kind="note", text="deleted")).id)
    journal.shred(journal.add(Entry(kind="note", text="for good")).id)
    book.vault.private.commit({9: {"kind": "dream", "schema": 7, "b": b"\0\1", "n": 2**60}})
    book.heal.add(Entry(kind="note", text="something for myself"))
    draft = Draft(reflection=walk, progress=progress, text="half a sent", cursor=4)
    base = journal.revision(walk)
    journal.drafts.save(SavedDraft(draft, journal.clock(), base, entry("x").place, "answer"))
    within = Draft(reflection=77, progress=progress, text="half, for me alone", cursor=4)
    book.heal.drafts.save(SavedDraft(within, journal.clock(), "", entry("x").place, "answer"))


def test_into_a_fresh_notebook(book: Notebook, other: Notebook, tmp_path: Path) -> None:
    """Ids, dates, versions, what is being typed, unknown kinds: all of it is the same there."""
    full(book)
    folder = export(book, tmp_path / "out", with_heal=True)
    typed = {name: (folder / name).read_text("utf-8") for name in (TYPED, HEAL_TYPED)}
    assert "half, for me alone" in typed[HEAL_TYPED] and "alone" not in typed[TYPED]

    found = other.carrier.bring_in([folder])

    assert counts(found) == (4, 0, 0)
    assert told(found) == []
    assert other.held() == book.held()
    assert dict(other.heal.everything()) == dict(book.heal.everything())
    assert other.journal.drafts.documents() == book.journal.drafts.documents()
    assert other.vault.heal_drafts.all() == book.vault.heal_drafts.all() != {}
    packed = msgspec.msgpack.encode
    assert packed(other.held()[9]) == packed(book.held()[9])
    other.reopen()
    assert other.held() == book.held()


def test_into_the_same_notebook(book: Notebook, tmp_path: Path) -> None:
    """It adds nothing, and no byte of the notes is written."""
    full(book)
    folder = export(book, tmp_path / "out", with_heal=True)
    size = book.vault.private._log.size

    found = book.carrier.bring_in([folder, *sorted(folder.iterdir())])

    assert counts(found) == (0, 8, 0)
    assert {kind for _, kind, _ in told(found)} == {"same-in-export", "about-export"}
    assert book.vault.private._log.size == size


def test_heal_stays_out_unless_asked_for(book: Notebook, tmp_path: Path) -> None:
    """Without being asked for, nothing of Heal is in any file."""
    full(book)

    folder = export(book, tmp_path / "out")

    held = b"".join(one.read_bytes() for one in sorted(folder.iterdir()))
    assert b"half a sent" in held
    assert b"something for myself" not in held and b"for me alone" not in held
    assert b"for good" not in held


def test_what_went_on_here_is_not_undone(book: Notebook, other: Notebook, tmp_path: Path) -> None:
    """An older export takes back no edit and no deletion; another copy's edit comes in."""
    ids = [book.journal.add(Entry(kind="note", text=f"note {n}")).id for n in range(4)]
    older = export(book, tmp_path / "older")
    other.carrier.bring_in([older])
    other.journal.edit(ids[3], "note 3, from elsewhere")
    newer = export(other, tmp_path / "newer")
    book.journal.edit(ids[0], "note 0, here")
    book.journal.delete(ids[1])
    book.journal.shred(ids[2])

    found = book.carrier.bring_in([older, newer])

    assert counts(found) == (1, 5, 0)
    assert [kind for _, kind, _ in told(found)] == ["gone-for-good"] * 2
    assert sorted(book.texts()) == ["note 0, here", "note 3, from elsewhere"]


def test_a_copy_that_wrote_on_in_what_is_gone(
    book: Notebook, other: Notebook, tmp_path: Path
) -> None:
    """What was deleted for good here stays gone, and that its words came again is told."""
    id = book.journal.add(Entry(kind="note", text="first")).id
    other.carrier.bring_in([export(book, tmp_path / "one")])
    other.journal.edit(id, "second")
    book.journal.shred(id)

    found = book.carrier.bring_in([export(other, tmp_path / "two")])

    assert [one.taken.gone for one in found] == [1]
    assert told(found) == [("two", "gone-for-good", 1)]
    assert book.texts() == []


def test_damaged_records_are_told(book: Notebook, other: Notebook, tmp_path: Path) -> None:
    """A record that isn't as we write it is told by its number, and the others are kept."""
    for n in range(4):
        book.journal.add(Entry(kind="note", text=f"note {n}"))
    path = export(book, tmp_path / "out") / exported.NAME
    value = json.loads(path.read_text("utf-8"))
    [space] = value["spaces"]
    space["records"][0]["id"] = "no id"
    space["records"][1]["revisions"] = []
    space["records"][2]["revisions"][0]["says"]["text"] = "x" * (1024 * 1024 + 1)
    space["drafts"] = ["none"]
    value["spaces"].append({"name": "shared", "records": [], "drafts": []})
    path.write_text(json.dumps(value), "utf-8")

    found = other.carrier.bring_in([path])

    assert counts(found) == (1, 0, 5)
    assert [(kind, number) for _, kind, number in told(found)] == [
        *(("not-readable", 1), ("not-readable", 2), ("too-long", 3)),
        *(("not-readable", 1), ("no-such-space", 1)),
    ]
    assert other.texts() == ["note 3"]


def test_a_draft_that_went_on(book: Notebook, tmp_path: Path) -> None:
    """What is being typed here stays, and that the export has other words is told."""
    full(book)
    folder = export(book, tmp_path / "out")
    [saved] = book.journal.drafts.all().values()
    draft = msgspec.structs.replace(saved.draft, text="half a sentence, and more")
    book.journal.drafts.save(SavedDraft(draft, saved.when, saved.base, saved.place, saved.kind))

    found = book.carrier.bring_in([folder])

    assert told(found) == [("out", "draft-stays", 1)]
    [now] = book.journal.drafts.all().values()
    assert now.draft.text == "half a sentence, and more"


@settings(max_examples=25)
@given(written=st.lists(any_text, min_size=1, max_size=5), data=st.data())
def test_any_notes_come_back_the_same(
    shelf: Shelf, written: list[str], data: st.DataObject
) -> None:
    """Any notes, edited and deleted in any way, are the same in a fresh notebook, by JSON; and
    the Markdown alone still has every word.
    """
    with shelf.notebook() as book, shelf.notebook() as fresh, shelf.notebook() as plain:
        ids = [book.journal.add(Entry(kind="note", text=text)).id for text in written]
        for id in data.draw(st.lists(st.sampled_from(ids), unique=True)):
            book.journal.edit(id, data.draw(any_text))
            book.clock.now += DAY
        for id in data.draw(st.lists(st.sampled_from(ids), unique=True, max_size=1)):
            book.journal.delete(id)
        folder = export(book, book.path.parent / "out")

        fresh.carrier.bring_in([folder])
        (folder / exported.NAME).unlink()
        plain.carrier.bring_in(sorted(folder.glob("*.md")))

        assert fresh.held() == book.held()
        assert fresh.days() == book.days()
        read = "\n".join(plain.texts())
        assert all(text.strip("\n") in read for text in book.texts())


def test_every_reason_has_its_words(book: Notebook, tmp_path: Path) -> None:
    """No kind is told without words: each of those in use has its sentence."""
    found = book.carrier.bring_in([tmp_path / "none", file(tmp_path, "a.txt", "Hello")])

    kinds = {kind for _, kind, _ in told(found)}

    assert kinds == {"no-such-file", "dated-by-file"}
    assert all(carry.reason(kind).endswith(".") for kind in carry.reasons())
