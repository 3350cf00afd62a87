"""A note shared in a real terminal: from its writing to the file, and nothing else on the disk."""

import subprocess
import sys
from pathlib import Path

import pytest

from peercoach.words import share as shared
from peercoach.words import share_plain as here
from tests.e2e.conftest import PASSPHRASE, PROGRAM, Home
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.e2e
NOTE = "Marnie Oakfield sang in the ward kitchen, and nobody told her to stop."
LEAVES = "Person A sang in the ward kitchen, and nobody told her to stop."

_CUT = """
import os, signal, sys
import peercoach.new_file as new_file
from peercoach.cli import entry

def half(descriptor, content):
    os.write(descriptor, content[: len(content) // 2])
    os.kill(os.getpid(), signal.SIGKILL)

new_file._all = half
if len(sys.argv) > 1 and sys.argv[1] == "beside":
    new_file._from_nothing = lambda *_: False
sys.argv = ["peercoach", *sys.argv[2:]]
sys.exit(entry.main())
"""
"""The program, killed when half of a file is written."""


@pytest.fixture
def written(home: Home) -> Home:
    """A notebook with one note, written through a pipe."""
    home.make().lock()
    secret = home.folder.parent / f"{home.folder.name}-passphrase"
    secret.write_text(PASSPHRASE + "\n")
    command = [*PROGRAM, "--passphrase-file", str(secret), "note", "-"]
    subprocess.run(command, input=NOTE, env=dict(home.environment), text=True, check=True)
    return home


def to_the_end(window: Terminal) -> None:
    """From the passphrase to the yes: the note of mine, for my coach."""
    for asked, typed in (
        ("Your passphrase", PASSPHRASE),
        ("Which notes?", "1"),
        ("You have chosen one note.", "."),
        (here.WHOM, "1"),
        (here.WHOSE, "1"),
        (here.DATES, "1"),
        (shared.COULD_TELL, "no"),
        (here.WHAT_NOW, "1"),
        (here.CONFIRM_HOW, "yes"),
    ):
        window.wait_for(asked)
        window.type(typed)
        window.press("enter")


def holding(home: Home, *texts: str) -> list[str]:
    """The files of this home in which one of these stands in the open."""
    wanted = [text.encode() for text in texts]
    return sorted(
        file.relative_to(home.folder).as_posix()
        for file, data in home.bytes_on_disk().items()
        if any(text in data for text in wanted)
    )


def test_a_note_is_shared(written: Home) -> None:
    """The file holds what was read, and stands nowhere else; the note stands nowhere in the open,
    while it is read and after.
    """
    before = set(written.bytes_on_disk())

    with written.run("share", "--to", "notes.md", columns=120, rows=60) as window:
        to_the_end(window)
        window.wait_for("Written to notes.md.")
        assert window.ended() == 0
        assert LEAVES in window.text()

    assert holding(written, LEAVES) == ["notes.md"]
    assert holding(written, NOTE, "Marnie", PASSPHRASE) == []
    new = {file.name for file in set(written.bytes_on_disk()) - before}
    assert {name for name in new if not name.endswith((".lock", ".json", ".log"))} == {"notes.md"}


@pytest.mark.faults
@pytest.mark.parametrize("way", ["nothing", "beside"])
def test_killed_in_the_middle_of_writing(written: Home, way: str) -> None:
    """No file of that name is there, whole or half, and no word of the note stands in the open."""
    command = [sys.executable, "-c", _CUT, way, "share", "--to", "notes.md"]
    with Terminal(command, written.environment, cwd=written.folder, columns=120, rows=60) as window:
        to_the_end(window)
        assert window.ended() == -9

    assert not (written.folder / "notes.md").exists()
    assert holding(written, NOTE, "Marnie") == []
    left = [Path(name).suffix for name in holding(written, "De-identified")]
    assert left == ([] if way == "nothing" else [".unfinished"])
    work = written.open()
    work.prepare()
    records = [one.share.file for one in work.outgoing.left()]
    work.lock()
    assert records == ["notes.md"]
