"""``peercoach calendar``: dates in a file, and never a word of a note."""

import stat
import sys
from pathlib import Path

import pytest
import vobject

from peercoach.journal.records import Entry
from tests.plain.talking import PASSPHRASE, opening, place, run

SENTINEL = "the heron by the lock gate"


@pytest.fixture
def chosen(tmp_path: Path) -> list[str]:
    """A notebook with a note in it, and with protected time."""
    vault = tmp_path / "n.vault"
    work = place(vault).make(PASSPHRASE)
    work.journal.add(Entry(kind="note", text=SENTINEL))
    work.hours.keep(work.hours.understood("first Thursday 10:00"))
    work.lock()
    return opening(tmp_path, vault)


def test_to_standard_output(tmp_path: Path, chosen: list[str]) -> None:
    """It can be piped, is a calendar to another library, and holds no word of the note."""
    done = run(tmp_path, *chosen, "calendar")
    neutral = run(tmp_path, *chosen, "calendar", "--neutral")

    assert (done.returncode, done.stderr) == (0, "")
    calendar = vobject.readOne(done.stdout)
    calendar.validate(raiseException=True)
    assert calendar.vevent.summary.value == "Protected time"
    assert "heron" not in done.stdout and "SUMMARY:Busy" in neutral.stdout


def test_to_a_file(tmp_path: Path, chosen: list[str]) -> None:
    """It makes a file for one's own eyes, and writes over another only where that was said."""
    to = tmp_path / "hour.ics"

    made = run(tmp_path, *chosen, "calendar", "--to", str(to))
    first = to.read_bytes()
    again = run(tmp_path, *chosen, "calendar", "--to", str(to))
    over = run(tmp_path, *chosen, "calendar", "--to", str(to), "--yes", "--neutral")

    assert made.returncode == 0 and f"Written to {to}." in made.stdout
    assert again.returncode == 1 and "I left it as it is" in again.stderr
    assert over.returncode == 0 and b"SUMMARY:Busy" in to.read_bytes()
    assert first.startswith(b"BEGIN:VCALENDAR\r\n") and first.endswith(b"END:VCALENDAR\r\n")
    assert [one.name for one in tmp_path.glob("*.ics*")] == ["hour.ics"]
    if sys.platform != "win32":
        assert stat.S_IMODE(to.stat().st_mode) == 0o600


def test_what_can_not_be_written(tmp_path: Path, chosen: list[str]) -> None:
    """No folder, a folder in its place, and nothing to write: one sentence each, no file."""
    nowhere = run(tmp_path, *chosen, "calendar", "--to", str(tmp_path / "none" / "x.ics"))
    folder = run(tmp_path, *chosen, "calendar", "--to", str(tmp_path), "--yes")
    (tmp_path / "other").mkdir()
    empty = run(tmp_path, *_other(tmp_path), "calendar", "--to", str(tmp_path / "e.ics"))

    assert nowhere.returncode == 2 and "I can't write a file" in nowhere.stderr
    assert folder.returncode == 1 and tmp_path.is_dir()
    assert empty.returncode == 1 and "nothing to put in a calendar" in empty.stderr
    assert not (tmp_path / "e.ics").exists()


def _other(folder: Path) -> list[str]:
    place(folder / "other" / "n.vault").make(PASSPHRASE).lock()
    return opening(folder, folder / "other" / "n.vault")
