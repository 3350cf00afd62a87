"""Making a vault: whole or not at all, and never over something that stands."""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from peercoach.errors import (
    DiskFull,
    NotPermitted,
    VaultBusy,
    VaultError,
    VaultExists,
    WeakPassphrase,
)
from peercoach.vault import kdf
from peercoach.vault.files import Files
from peercoach.vault.kdf import KEY_BYTES, SMALL, STANDARD
from peercoach.vault.standing import exists
from peercoach.vault.vault import Vault
from tests.vault.failing import CODES, Failing
from tests.vault.vaults import PASSPHRASE, Unsynced, add, said, texts


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of the disk alone: a key in no time."""

    def from_passphrase(passphrase: str, salt: bytes, profile: Any) -> bytes:
        return kdf.hkdf(kdf.prepare(passphrase), b"quick", salt)[:KEY_BYTES]

    monkeypatch.setattr(kdf, "from_passphrase", from_passphrase)


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def test_made_open_and_whole(tmp_path: Path) -> None:
    """A new vault is open at once, empty, with both of its spaces, and opens again."""
    path = tmp_path / "deep" / "er" / "notebook.vault"

    vault = Vault.create(path, PASSPHRASE, name="Ash Okoro", profile=SMALL)

    assert (vault.path, vault.locked, vault.member_name, said(vault)) == (
        path,
        False,
        "Ash Okoro",
        [],
    )
    assert (texts(vault.private), texts(vault.heal), vault.drafts.all()) == ([], [], {})
    assert (vault.private.kind, vault.heal.kind) == ("private", "heal")
    add(vault.private, "first")
    vault.lock()
    again = Vault.open(path, PASSPHRASE)
    assert texts(again.private) == ["first"]
    assert again.member_name == "Ash Okoro"
    again.lock()


def test_what_stands_in_the_folder(tmp_path: Path, open_umask: None, quick: None) -> None:
    """Two key files, two logs, one of drafts, a lock; all for their owner alone, and no more."""
    path = tmp_path / "a" / "notebook.vault"
    Vault.create(path, PASSPHRASE, profile=SMALL).lock()

    names = sorted(str(one.relative_to(path)) for one in path.rglob("*"))
    logs = [name for name in names if name.endswith(".log")]
    assert sorted(set(names) - set(logs)) == [
        "drafts",
        "keyring.2.json",
        "keyring.json",
        "lock",
        "spaces",
    ]
    assert [name.split("/")[0] for name in logs] == ["drafts", "spaces", "spaces"]
    for one in (path, path.parent, *path.rglob("*")):
        expected = 0o700 if one.is_dir() else 0o600
        assert stat.S_IMODE(one.stat().st_mode) == expected, one


def test_nothing_readable_is_on_the_disk(tmp_path: Path, quick: None) -> None:
    """Neither name, passphrase nor text stands anywhere in the bytes; both spaces look alike."""
    path = tmp_path / "notebook.vault"
    vault = Vault.create(path, PASSPHRASE, name="Canary Name", profile=SMALL)
    sizes = {file.stat().st_size for file in (path / "spaces").iterdir()}
    add(vault.private, "canary text", mood="canary")
    vault.drafts.save("canary key", {"text": "canary draft"})
    vault.lock()

    assert len(sizes) == 1
    for file in path.rglob("*"):
        if file.is_file():
            assert b"anary" not in file.read_bytes()
            assert PASSPHRASE.encode() not in file.read_bytes()
            assert b"private" not in file.read_bytes() and b"heal" not in file.read_bytes()


def test_two_vaults_share_nothing(tmp_path: Path, quick: None) -> None:
    """The same passphrase twice gives two vaults without a common salt, key or id."""
    bodies = []
    for name in ("one", "two"):
        vault = Vault.create(tmp_path / name, PASSPHRASE, profile=SMALL)
        bodies.append(vault._body)
        vault.lock()

    one, two = bodies
    assert one.vault != two.vault
    assert one.members[0].slots[0].salt != two.members[0].slots[0].salt
    assert one.members[0].box != two.members[0].box
    assert {space.id for space in one.spaces}.isdisjoint(space.id for space in two.spaces)


@pytest.mark.parametrize("standing", ["nothing", "an empty folder"])
def test_whichever_call_fails_nothing_is_left(tmp_path: Path, quick: None, standing: str) -> None:
    """Each call fails once: a typed error, no piece left, and making it again works."""
    path = tmp_path / "home" / "notebook.vault"
    path.parent.mkdir()
    counted = Failing()
    Vault.create(path, PASSPHRASE, profile=SMALL, files=counted).lock()
    shutil.rmtree(path)
    assert counted.calls > 25

    for at in range(1, counted.calls + 1):
        if standing != "nothing":
            path.mkdir(exist_ok=True)
        with pytest.raises(VaultError):
            Vault.create(path, PASSPHRASE, profile=SMALL, files=Failing(at, CODES[at % 5])).lock()
        assert not exists(path)
        assert [one.name for one in path.parent.iterdir()] in ([], [path.name])

        vault = Vault.create(path, PASSPHRASE, profile=SMALL, files=Unsynced())
        add(vault.private, "it works")
        vault.lock()
        shutil.rmtree(path)


def test_a_full_disk_says_so(tmp_path: Path, quick: None) -> None:
    """No room at any write is called a full disk."""
    for at in range(1, 6):
        files = Failing(at, errno.ENOSPC, lasting=True, only=("write",))
        with pytest.raises(DiskFull):
            Vault.create(tmp_path / "notebook.vault", PASSPHRASE, profile=SMALL, files=files)

    assert list(tmp_path.iterdir()) == []


def test_interrupted(tmp_path: Path, quick: None) -> None:
    """Ctrl-C while it is being made leaves nothing."""

    class Interrupted(Files):
        def rename(self, old: Path, new: Path) -> None:
            if new.name == "notebook.vault":
                raise KeyboardInterrupt
            super().rename(old, new)

    with pytest.raises(KeyboardInterrupt):
        Vault.create(tmp_path / "notebook.vault", PASSPHRASE, profile=SMALL, files=Interrupted())

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("what", ["file", "folder with a file", "vault", "broken link"])
def test_what_stands_is_never_taken(tmp_path: Path, quick: None, what: str) -> None:
    """A vault is made over nothing that exists, and what exists is left as it is."""
    path = tmp_path / "notebook.vault"
    if what == "file":
        path.write_text("mine")
    elif what == "folder with a file":
        path.mkdir()
        (path / "photo").write_text("mine")
    elif what == "broken link":
        path.symlink_to(tmp_path / "nowhere")
    else:
        Vault.create(path, PASSPHRASE, profile=SMALL).lock()
    before = sorted(str(one) for one in tmp_path.rglob("*"))

    with pytest.raises(VaultExists) as raised:
        Vault.create(path, PASSPHRASE, profile=SMALL)

    assert raised.value.facts == {"path": path}
    assert sorted(str(one) for one in tmp_path.rglob("*")) == before


def test_over_an_empty_folder(tmp_path: Path, quick: None) -> None:
    """An empty folder is as good as none."""
    path = tmp_path / "notebook.vault"
    path.mkdir()

    Vault.create(path, PASSPHRASE, profile=SMALL).lock()

    assert exists(path)


def test_a_weak_passphrase_makes_nothing(tmp_path: Path) -> None:
    """A short passphrase is refused before anything is derived or written."""
    with pytest.raises(WeakPassphrase):
        Vault.create(tmp_path / "notebook.vault", "short")

    assert list(tmp_path.iterdir()) == []


def test_where_memory_is_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the memory for the standard profile, the smaller one is used, and written down."""
    real = kdf.from_passphrase

    def short(passphrase: str, salt: bytes, profile: kdf.Profile) -> bytes:
        if profile.memory_kib > SMALL.memory_kib:
            raise MemoryError
        return real(passphrase, salt, profile)

    monkeypatch.setattr(kdf, "from_passphrase", short)

    vault = Vault.create(tmp_path / "notebook.vault", PASSPHRASE, profile=STANDARD)

    assert list(vault._body.profiles) == [SMALL.name]
    vault.lock()
    Vault.open(tmp_path / "notebook.vault", PASSPHRASE).lock()


def test_a_refused_folder(tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that the system won't let us make is called so."""

    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "mkdir", refuse)

    with pytest.raises(NotPermitted):
        Vault.create(tmp_path / "notebook.vault", PASSPHRASE, profile=SMALL)


def test_held_from_the_first_moment(tmp_path: Path, quick: None) -> None:
    """A vault that was just made is not to be opened by another window."""
    path = tmp_path / "notebook.vault"
    vault = Vault.create(path, PASSPHRASE, profile=SMALL)

    with pytest.raises(VaultBusy):
        Vault.open(path, PASSPHRASE)

    vault.lock()
