"""Home before everything is read: what a notebook tells then, and how the rest comes."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peercoach.errors import LogDamaged, LogMissing, VaultBusy, VaultLocked
from peercoach.journal import documents
from peercoach.vault.files import Files
from peercoach.words import notices
from peercoach.workspace import Workspace
from tests.journal.making import entry, fresh, opened, rated, texts, unprepared, workspace

HILLS = "walking/hills"
WAIT = 10.0


class Counting(Files):
    """Counts how often each log was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def open(self, path: Path, flags: int) -> int:
        self.opened.append(path.parent.name)
        return super().open(path, flags)


@pytest.fixture
def kept(tmp_path: Path) -> int:
    """A locked notebook: an entry, a rating, a reflection with one answer and one draft."""
    made = workspace(tmp_path)
    made.journal.add(entry("Uphill."))
    made.journal.rate(rated())
    talk = made.begin(HILLS)
    talk.next("The first answer.")
    talk.draft("Half a second", 4)
    made.close()
    return talk.reflection.id


@pytest.fixture
def notebook(kept: int, tmp_path: Path) -> Workspace:
    """That notebook, open, with nothing read yet but the draft."""
    return unprepared(tmp_path)


def private_log(folder: Path) -> Path:
    logs = (fresh(folder) / "spaces").glob("*.log")
    return max(logs, key=lambda log: log.stat().st_size)


def test_a_new_notebook_is_prepared(tmp_path: Path) -> None:
    """Making a notebook leaves nothing to read."""
    made = workspace(tmp_path)

    assert made.prepared
    made.close()


def test_what_waits_is_told_from_the_drafts_alone(kept: int, tmp_path: Path) -> None:
    """Before anything is read the thing to go on with is told, word for word as afterwards."""
    files = Counting()
    notebook = unprepared(tmp_path, files=files)

    before = notebook.unfinished()

    assert "spaces" not in files.opened
    notebook.prepare()
    assert [one.reflection for one in before] == [kept]
    assert before == notebook.unfinished()
    notebook.close()


def test_a_reflection_without_a_draft_comes_with_the_rest(tmp_path: Path) -> None:
    """One of which only kept answers tell is told once those are read."""
    made = workspace(tmp_path)
    talk = made.begin(HILLS)
    talk.next("An answer.")
    made.journal.drafts.end(talk.reflection.id)
    made.close()
    notebook = unprepared(tmp_path)

    before = notebook.unfinished()
    notebook.prepare()

    assert before == []
    assert [one.reflection for one in notebook.unfinished()] == [talk.reflection.id]
    notebook.close()


@pytest.mark.parametrize(
    "ask",
    [
        lambda notebook: notebook.element_lines(),
        lambda notebook: notebook.begin(HILLS),
        lambda notebook: notebook.resume(notebook.unfinished()[0].reflection),
        lambda notebook: notebook.offers(10),
        lambda notebook: notebook.memory(),
        lambda notebook: notebook.journal.entries(),
        lambda notebook: notebook.journal.search("uphill"),
        lambda notebook: notebook.journal.add(entry("More.")),
    ],
)
def test_whatever_needs_notes_reads_them(
    notebook: Workspace, ask: Callable[[Workspace], object]
) -> None:
    """Nobody has to know whether the notes were read: who needs them first has them read."""
    before = notebook.prepared

    ask(notebook)

    assert (before, notebook.prepared) == (False, True)
    assert "Uphill." in texts(notebook.journal.entries())
    notebook.close()


def test_it_is_read_once(kept: int, tmp_path: Path) -> None:
    """Preparing twice, or on two threads at once, reads each log once."""
    files = Counting()
    notebook = unprepared(tmp_path, files=files)
    threads = [threading.Thread(target=notebook.prepare) for _ in range(2)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT)
    notebook.prepare()

    assert files.opened.count("spaces") == 2
    assert texts(notebook.journal.entries()) == texts(opened_again(notebook, tmp_path))


def opened_again(notebook: Workspace, folder: Path) -> list[Any]:
    notebook.close()
    again = opened(folder)
    entries = again.journal.entries()
    again.close()
    return entries


def test_notices_are_whole_once_it_is_read(kept: int, tmp_path: Path) -> None:
    """What is to be said about the notes is said when they were read, beside what was said."""
    key = fresh(tmp_path) / "keyring.json"
    key.write_bytes(key.read_bytes()[:-40])
    log = private_log(tmp_path)
    log.write_bytes(log.read_bytes()[:-10])
    notebook = unprepared(tmp_path)
    before = notebook.notices

    notebook.prepare()

    mended = notices.sentence("second-copy-used", {})
    assert before == (mended,)
    assert notebook.notices == (mended, notices.sentence("tail-set-aside", {}))
    notebook.close()


@pytest.mark.parametrize(
    ("harm", "error"),
    [
        (lambda path: path.unlink(), LogMissing),
        (lambda path: path.write_bytes(b"nothing like it" * 40), LogDamaged),
    ],
)
def test_notes_that_can_not_be_read(
    kept: int, tmp_path: Path, harm: Callable[[Path], None], error: type[Exception]
) -> None:
    """Preparing says so by the same error as ever; the notebook is locked, to be tried again."""
    harm(private_log(tmp_path))
    notebook = unprepared(tmp_path)

    with pytest.raises(error):
        notebook.prepare()

    assert notebook.locked
    assert not notebook.prepared
    for ask in (notebook.unfinished, notebook.element_lines, notebook.prepare):
        with pytest.raises(VaultLocked):
            ask()
    unprepared(tmp_path).close()


def test_other_windows_wait_before_it_is_read_too(notebook: Workspace, tmp_path: Path) -> None:
    """The notebook is held from the door on, not from the first note."""
    with pytest.raises(VaultBusy):
        unprepared(tmp_path)

    notebook.lock()
    unprepared(tmp_path).close()


def test_locking_before_anything_was_read(notebook: Workspace) -> None:
    """A notebook can be locked with nothing read; nothing is read after it."""
    notebook.lock()

    for ask in (notebook.prepare, notebook.unfinished, notebook.journal.entries):
        with pytest.raises(VaultLocked):
            ask()


def test_locking_in_the_middle_of_reading(
    notebook: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Locking waits for nothing; what was being read then is dropped, and nothing is held of it."""
    reached, onward = threading.Event(), threading.Event()
    read = documents.read
    raised: list[BaseException] = []

    def halting(*given: Any) -> Any:
        reached.set()
        assert onward.wait(WAIT)
        return read(*given)

    def prepare() -> None:
        try:
            notebook.prepare()
        except VaultLocked as refused:
            raised.append(refused)

    monkeypatch.setattr(documents, "read", halting)
    reading = threading.Thread(target=prepare)
    reading.start()
    assert reached.wait(WAIT)

    notebook.lock()
    still_reading = reading.is_alive()
    onward.set()
    reading.join(WAIT)

    assert still_reading
    assert len(raised) == 1
    assert notebook.journal._reading._both is None
    assert not notebook.prepared
    monkeypatch.undo()
    again = opened(tmp_path)
    assert "Uphill." in texts(again.journal.entries())
    again.close()
