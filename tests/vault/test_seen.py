"""An older copy put back is noticed, once; the file that remembers never stops anything."""

import json
import os
import shutil
import stat
from pathlib import Path

import pytest

from peercoach.vault.seen import Seen
from peercoach.vault.vault import Vault
from tests.vault.vaults import Kept, Unsynced, add, flipped, said


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "peercoach" / "seen.json"


def opened_and(kept: Kept, file: Path, *written: str) -> list[str]:
    """Open, write, lock; what was noticed on opening."""
    vault = Vault.open(
        kept.path, spare_key=kept.spare_key, files=Unsynced(), seen=Seen(file, Unsynced())
    )
    noticed = said(vault)
    for text in written:
        add(vault.private, text)
    vault.lock()
    return noticed


def put_back(kept: Kept, old: Path) -> None:
    shutil.rmtree(kept.path)
    shutil.copytree(old, kept.path)


def test_an_older_copy_put_back(kept: Kept, file: Path, tmp_path: Path) -> None:
    """It is noticed at the first opening, and not again at the next."""
    assert opened_and(kept, file) == []
    shutil.copytree(kept.path, tmp_path / "old")
    assert opened_and(kept, file, "newer") == []
    put_back(kept, tmp_path / "old")

    assert opened_and(kept, file) == ["rolled-back"]
    assert opened_and(kept, file) == []


def test_one_that_was_written_anew_meanwhile(kept: Kept, file: Path, tmp_path: Path) -> None:
    """A log of a later generation with fewer frames is newer; the one before it is older."""
    opened_and(kept, file, *"abcdef")
    shutil.copytree(kept.path, tmp_path / "old")
    vault = Vault.open(
        kept.path, spare_key=kept.spare_key, files=Unsynced(), seen=Seen(file, Unsynced())
    )
    vault.private._log.rewrite()
    vault.lock()
    assert opened_and(kept, file) == []
    put_back(kept, tmp_path / "old")

    assert opened_and(kept, file) == ["rolled-back"]


def test_a_copy_elsewhere_is_another(kept: Kept, file: Path, tmp_path: Path) -> None:
    """An older copy at another place is opened without a word: nothing was put back there."""
    old = kept.copied(tmp_path / "old")
    opened_and(kept, file, "newer")

    assert opened_and(old, file) == []
    assert opened_and(kept, file) == []


def test_nothing_is_remembered_where_it_is_not_asked_for(kept: Kept, file: Path) -> None:
    """Without a file nothing is written anywhere, and nothing is noticed."""
    vault = kept.open()
    add(vault.private, "newer")
    vault.lock()

    assert not file.exists()


def test_what_stands_in_the_file(kept: Kept, file: Path) -> None:
    """Hashes and numbers: no path, no id, no name; for its owner alone."""
    before = os.umask(0)
    try:
        opened_and(kept, file, "newer")
    finally:
        os.umask(before)

    held = json.loads(file.read_bytes())
    assert len(held) == 2
    for name, value in held.items():
        assert len(bytes.fromhex(name)) == 32
        assert [type(one) for one in value] == [int, int]
    for secret in (kept.private.hex(), kept.heal.hex(), "notebook", str(kept.path)):
        assert secret.encode() not in file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [one.name for one in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"a": 1}', b'{"a": [1, "x"]}', b"\xff\xfe", b"[" * 9_000]
)
def test_a_file_that_says_nothing_stops_nothing(kept: Kept, file: Path, content: bytes) -> None:
    """Whatever stands in it, the vault opens and locks, and from then on it is remembered."""
    file.parent.mkdir(parents=True)
    file.write_bytes(content)

    assert opened_and(kept, file, "newer") == []

    assert len(json.loads(file.read_bytes())) == 2


def test_a_place_that_can_not_be_written(kept: Kept, tmp_path: Path) -> None:
    """Where a file stands in the place of the folder, all goes on as if nothing was asked."""
    (tmp_path / "state").write_text("mine")

    assert opened_and(kept, tmp_path / "state" / "seen.json", "newer") == []

    assert (tmp_path / "state").read_text() == "mine"


def test_a_damaged_log_is_not_called_older(kept: Kept, file: Path) -> None:
    """Damage is said as damage, and what was seen of the whole log is still known after."""
    opened_and(kept, file, *"abc")
    whole = kept.log.read_bytes()
    known = file.read_bytes()
    kept.log.write_bytes(flipped(whole, 8 * 1_000))

    assert opened_and(kept, file) == ["salvage"]

    assert sorted(json.loads(file.read_bytes()).items()) == sorted(json.loads(known).items())


def test_of_many_the_oldest_are_forgotten(file: Path, tmp_path: Path) -> None:
    """It remembers 256 logs, those it saw last."""
    seen = Seen(file, Unsynced())
    for number in range(300):
        seen.note(b"v" * 16, tmp_path, {number.to_bytes(16, "big"): (1, 5)})

    assert len(json.loads(file.read_bytes())) == 256
    assert not seen.is_older(b"v" * 16, tmp_path, {(0).to_bytes(16, "big"): (0, 1)})
    assert seen.is_older(b"v" * 16, tmp_path, {(299).to_bytes(16, "big"): (1, 4)})
    assert not seen.is_older(b"v" * 16, tmp_path, {(299).to_bytes(16, "big"): (1, 5)})
