"""The demo's folder: for one person alone, and gone again."""

import os
import signal
import tempfile
import time
from pathlib import Path

import pytest

from peercoach.demo.folder import PREFIX, clear_stale, thrown_away
from peercoach.vault.folder import file_lock, take

LONG_AGO = time.time() - 3600


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left_behind(place: Path, name: str = PREFIX + "left") -> Path:
    """A folder as a killed demo leaves it, an hour ago."""
    folder = place / name
    (folder / "notebook.vault" / "spaces").mkdir(parents=True)
    (folder / "notebook.vault" / "spaces" / "a.log").write_bytes(b"sealed")
    (folder / "lock").touch()
    os.utime(folder, (LONG_AGO, LONG_AGO))
    return folder


def test_only_its_owner_may_look(place: Path) -> None:
    """The folder is its owner's alone, among the temporary files, and gone at the end."""
    with thrown_away() as folder:
        (folder / "notebook.vault").mkdir()
        (folder / "notebook.vault" / "x").write_text("sealed")

        assert folder.parent == place
        assert folder.stat().st_mode & 0o777 == 0o700

    assert list(place.iterdir()) == []


def test_gone_after_an_error(place: Path) -> None:
    """An error inside leaves nothing, and is not hidden."""
    with pytest.raises(RuntimeError), thrown_away():
        raise RuntimeError

    assert list(place.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_gone_after_a_signal(place: Path, number: signal.Signals) -> None:
    """A signal ends it with 128 and its number; afterwards signals are as they were."""
    before = signal.getsignal(number)

    with pytest.raises(SystemExit) as ended, thrown_away():
        os.kill(os.getpid(), number)
        time.sleep(5)

    assert ended.value.code == 128 + number
    assert signal.getsignal(number) == before
    assert list(place.iterdir()) == []


def test_what_was_left_is_cleared(place: Path) -> None:
    """The next demo takes away what a killed one left."""
    left_behind(place)

    with thrown_away() as folder:
        assert list(place.iterdir()) == [folder]


def test_what_is_in_use_stays(place: Path) -> None:
    """A demo in another window keeps its folder."""
    folder = left_behind(place)
    lock = file_lock(folder)
    take(lock, folder)
    os.utime(folder, (LONG_AGO, LONG_AGO))

    clear_stale()

    assert (folder / "notebook.vault" / "spaces" / "a.log").exists()
    lock.release()


def test_what_is_being_made_stays(place: Path) -> None:
    """A folder made a moment ago may not be locked yet."""
    folder = left_behind(place)
    os.utime(folder)

    clear_stale()

    assert folder.exists()


def test_what_is_not_ours_stays(place: Path) -> None:
    """Another name, a file, and a link to elsewhere are left alone."""
    elsewhere = left_behind(place, "somebody-elses")
    (place / (PREFIX + "link")).symlink_to(elsewhere)
    (place / (PREFIX + "file")).write_text("a file")
    before = {path.name for path in place.iterdir()}

    clear_stale()

    assert {path.name for path in place.iterdir()} == before
    assert (elsewhere / "notebook.vault" / "spaces" / "a.log").exists()
