"""An export's folder: whole or not there, for its owner alone, and never over something else."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from peercoach.carrier import Carrier
from peercoach.errors import (
    DiskFull,
    ExportLeftOver,
    ExportTaken,
    NotPermitted,
    UsedWrongly,
    WriteFailed,
)
from peercoach.journal.records import Entry
from peercoach.people import People
from peercoach.vault.files import Files
from peercoach.vault.vault import Vault
from tests.journal.carry.notebooks import Notebook, Shelf
from tests.journal.making import PASSPHRASE
from tests.vault.failing import CODES, Failing


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("shelf"))


@pytest.fixture
def book(shelf: Shelf) -> Iterator[Notebook]:
    with shelf.notebook() as made:
        made.journal.add(Entry(kind="note", text="We listened first."))
        yield made


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


class Noting(Files):
    """Files that note in which order things are made durable and renamed."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def sync(self, descriptor: int) -> None:
        self.seen.append("sync")
        super().sync(descriptor)

    def sync_folder(self, folder: Path) -> None:
        self.seen.append(f"folder {folder.name}")
        super().sync_folder(folder)

    def rename(self, old: Path, new: Path) -> None:
        self.seen.append(f"rename {old.name} {new.name}")
        super().rename(old, new)


def test_for_its_owner_alone(book: Notebook, tmp_path: Path) -> None:
    """The folder and its files can be read by their owner and nobody else, whatever the umask."""
    before = os.umask(0)
    try:
        book.carrier.export_to(tmp_path / "out")
    finally:
        os.umask(before)

    assert names(tmp_path / "out") == ["READ-ME.md", "export.json", "notes-2026.md"]
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in (tmp_path / "out").iterdir()} == {0o600}


def test_durable_before_it_has_its_name(book: Notebook, tmp_path: Path) -> None:
    """Each file and the folder are on the disk before the name is given, and the name after."""
    files = Noting()

    Carrier(book.vault, book.journal, files).export_to(tmp_path / "out")

    at = files.seen.index("rename out.unfinished out")
    assert files.seen[:at].count("sync") >= 3
    assert "folder out.unfinished" in files.seen[:at]
    assert files.seen[at + 1] == f"folder {tmp_path.name}"


def test_an_empty_folder_will_do(book: Notebook, tmp_path: Path) -> None:
    """A folder that is there and empty is used."""
    (tmp_path / "out").mkdir()

    assert book.carrier.export_to(tmp_path / "out") == 1
    assert "export.json" in names(tmp_path / "out")


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_nothing_is_written_over(book: Notebook, tmp_path: Path, kind: str) -> None:
    """What stands there stays as it is."""
    out, held = tmp_path / "out", tmp_path / "held"
    held.mkdir()
    (held / "mine.txt").write_text("mine")
    if kind == "file":
        out.write_text("mine")
    elif kind == "folder":
        held.rename(out)
    else:
        out.symlink_to(held)

    with pytest.raises(ExportTaken):
        book.carrier.export_to(out)

    assert "export.json" not in "".join(str(one) for one in tmp_path.rglob("*"))


def test_not_into_the_notebook(book: Notebook) -> None:
    """Nothing is laid open inside the notebook's own folder."""
    with pytest.raises(UsedWrongly):
        book.carrier.export_to(book.path / "out")
    with pytest.raises(UsedWrongly):
        book.carrier.export_to(book.path)


def test_not_into_nowhere(book: Notebook, tmp_path: Path) -> None:
    """Where there is no folder to make it in, it says so."""
    with pytest.raises(UsedWrongly):
        book.carrier.export_to(tmp_path / "none" / "out")


@pytest.mark.parametrize("code", CODES)
def test_a_failing_disk_leaves_nothing(book: Notebook, tmp_path: Path, code: int) -> None:
    """Whichever call fails, and however: there is no export, and nothing else is left behind."""
    counting = Failing()
    Carrier(book.vault, book.journal, counting).export_to(tmp_path / "counted")
    before = names(tmp_path)

    for at in range(1, counting.calls):
        with pytest.raises((DiskFull, NotPermitted, WriteFailed)):
            Carrier(book.vault, book.journal, Failing(at, code)).export_to(tmp_path / "out")
        assert names(tmp_path) == before, at


def test_the_last_sync_fails(book: Notebook, tmp_path: Path) -> None:
    """Where only the name's own sync fails, it is said, and what stands there is whole."""
    counting = Failing()
    Carrier(book.vault, book.journal, counting).export_to(tmp_path / "counted")

    with pytest.raises(WriteFailed):
        Carrier(book.vault, book.journal, Failing(counting.calls)).export_to(tmp_path / "out")

    assert names(tmp_path / "out") == names(tmp_path / "counted")


KILLED = """
import os, sys
from pathlib import Path
from peercoach.carrier import Carrier
from peercoach.journal.store import Journal
from peercoach.vault.files import Files
from peercoach.vault.vault import Vault
from peercoach.vault.vault import Vault

class Dying(Files):
    left = int(sys.argv[4])
    def create(self, path, data):
        super().create(path, data)
        self.die()
    def rename(self, old, new):
        self.die()
        super().rename(old, new)
    def die(self):
        Dying.left -= 1
        if not Dying.left:
            os._exit(9)

vault = Vault.open(Path(sys.argv[1]), sys.argv[2])
Carrier(vault, Journal(vault.private, vault.drafts), Dying()).export_to(Path(sys.argv[3]))
"""


@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_killed_half_way(book: Notebook, tmp_path: Path, at: int) -> None:
    """A process that ends half-way leaves no half export, and the next one takes away the rest."""
    book.vault.lock()
    asked = [sys.executable, "-c", KILLED, str(book.path), PASSPHRASE, str(tmp_path / "out")]

    died = subprocess.run([*asked, str(at)], check=False)

    assert died.returncode == 9
    assert names(tmp_path) == ["out.unfinished"]
    book.reopen()
    assert book.carrier.export_to(tmp_path / "out") == 1
    assert names(tmp_path) == ["out"]


def test_what_is_not_ours_is_not_taken_away(book: Notebook, tmp_path: Path) -> None:
    """A folder that only has the name of a left-over stays."""
    (tmp_path / "out.unfinished").mkdir()
    (tmp_path / "out.unfinished" / "mine.txt").write_text("mine")

    with pytest.raises(ExportLeftOver):
        book.carrier.export_to(tmp_path / "out")

    assert names(tmp_path / "out.unfinished") == ["mine.txt"]


def test_a_damaged_notebook_can_be_exported(book: Notebook, tmp_path: Path) -> None:
    """Of a notebook that opens for reading alone, what is whole can be carried out."""
    book.journal.add(Entry(kind="note", text="lost"))
    book.journal.add(Entry(kind="note", text="whole"))
    log = book.vault.private._log.path
    book.vault.lock()
    data = bytearray(log.read_bytes())
    data[-900] ^= 1
    log.write_bytes(data)
    book.reopen()

    assert book.vault.private.read_only
    assert book.carrier.export_to(tmp_path / "out") == 2
    text = (tmp_path / "out" / "notes-2026.md").read_text("utf-8")
    assert "whole" in text and "lost" not in text


def test_the_readme_says_what_is_missing(book: Notebook, tmp_path: Path) -> None:
    """Whoever opens the folder reads what it is, and what only the JSON holds."""
    book.journal.delete(book.journal.add(Entry(kind="note", text="deleted")).id)
    book.vault.private.commit({9: {"kind": "dream", "schema": 7}})

    book.carrier.export_to(tmp_path / "out")

    said = (tmp_path / "out" / "READ-ME.md").read_text("utf-8")
    assert "Anyone who has this folder can read it" in said
    assert "newer Peercoach: 1." in said
    assert "bring back are in `export.json` alone: 1." in said
    spaces = json.loads((tmp_path / "out" / "export.json").read_text("utf-8"))["spaces"]
    assert [len(space["records"]) for space in spaces] == [3]


def test_the_private_dictionary_stays_in_the_notebook(book: Notebook, tmp_path: Path) -> None:
    """No file of an export has a name of it, one that was removed neither; the readme says so."""
    people = People(book.journal)
    people.add("Rowan Kestrelle", also=["Chipper"])
    people.remove(people.add("Zanquil Moor").id)
    people.keep("Quillhouse")

    assert book.carrier.export_to(tmp_path / "out") == 1

    written = "".join(one.read_text("utf-8") for one in (tmp_path / "out").iterdir())
    assert "We listened first." in written and "People and places" in written
    for name in ("Rowan", "Chipper", "Zanquil", "Quillhouse", "kept-word"):
        assert name not in written


def test_a_backup_comes_before_anything_is_brought_in(book: Notebook, tmp_path: Path) -> None:
    """What stands before an import can be had back; where no file can be read, none is made."""
    (tmp_path / "old.md").write_text("The kettle was on.", "utf-8")

    book.carrier.bring_in([tmp_path / "not there.md"])
    before = book.vault.backups.all()
    book.carrier.bring_in([tmp_path / "old.md"])

    assert before == []
    (made,) = book.vault.backups.all()
    kept = Vault.open(made, PASSPHRASE)
    assert [one["text"] for _, one in kept.private.documents()] == ["We listened first."]
    kept.lock()


def test_nothing_is_brought_in_without_a_backup(
    book: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk has no room for a backup, the import does not begin."""
    (tmp_path / "old.md").write_text("The kettle was on.", "utf-8")

    def full(self: Vault, to: Path | None = None) -> None:
        raise DiskFull(path=self.path)

    monkeypatch.setattr(Vault, "back_up", full)

    with pytest.raises(DiskFull):
        book.carrier.bring_in([tmp_path / "old.md"])
    assert [note.record for note in book.journal.entries()] == [
        Entry(kind="note", text="We listened first.")
    ]
