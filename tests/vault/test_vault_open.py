"""Opening: what is no vault, what is held, what refuses; each told from the others."""

import errno
import os
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from peercoach.errors import (
    DiskFull,
    KeyringMissing,
    NotAVault,
    NotPermitted,
    NoVault,
    VaultBusy,
    VaultError,
    WrongPassphrase,
)
from peercoach.vault.standing import exists
from peercoach.vault.vault import Vault
from peercoach.words import notices
from tests.vault import vaults
from tests.vault.failing import Failing
from tests.vault.vaults import DRAFT, PASSPHRASE, TEXTS, WRONG, Kept, add, said, texts

HOLDER = textwrap.dedent("""
    import sys
    from pathlib import Path
    from peercoach.vault.vault import Vault
    vault = Vault.open(Path(sys.argv[1]), spare_key=sys.stdin.readline().strip())
    print("open", flush=True)
    sys.stdin.readline()
    vault.lock()
    print("locked", flush=True)
    sys.stdin.readline()
""")


class Holder:
    """Another process that has the vault open."""

    def __init__(self, kept: Kept) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(kept.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.tell(kept.spare_key)
        assert self.hear() == "open"

    def tell(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.mark.parametrize("by", ["passphrase", "spare key"])
def test_opens_with_all_that_was_kept(kept: Kept, by: str) -> None:
    """Both keys open the same notes, drafts and name, with nothing to say."""
    if by == "passphrase":
        vault = Vault.open(kept.path, PASSPHRASE)
    else:
        vault = Vault.open(kept.path, spare_key=kept.spare_key.lower().replace("-", " "))

    assert texts(vault.private) == list(TEXTS)
    assert texts(vault.heal) == ["Something for myself."]
    assert vault.drafts.all() == {"here": DRAFT}
    assert (vault.member_name, said(vault), vault.locked) == ("Ash", [], False)
    vault.lock()


def test_opening_changes_nothing(kept: Kept) -> None:
    """Opening and locking a whole vault changes no byte."""
    before = vaults.bytes_under(kept.path)

    kept.open().lock()

    assert vaults.bytes_under(kept.path) == before


def test_a_wrong_passphrase_changes_nothing(kept: Kept) -> None:
    """A wrong passphrase is that, lets the next try in, and changes no byte."""
    before = vaults.bytes_under(kept.path)

    for wrong in (WRONG, ""):
        with pytest.raises(WrongPassphrase):
            Vault.open(kept.path, wrong)

    assert vaults.bytes_under(kept.path) == before
    kept.open().lock()


@pytest.mark.parametrize(
    ("what", "error"),
    [
        ("nothing", NoVault),
        ("an empty folder", NoVault),
        ("a file", NotAVault),
        ("a folder of photos", NotAVault),
        ("spaces alone", KeyringMissing),
    ],
)
def test_what_is_no_vault(tmp_path: Path, what: str, error: type[VaultError]) -> None:
    """Each thing that may stand at the path has its own name, and nothing is made there."""
    path = tmp_path / "notebook.vault"
    if what == "a file":
        path.write_text("x")
    elif what != "nothing":
        path.mkdir()
    if what == "a folder of photos":
        (path / "photo").write_text("x")
    if what == "spaces alone":
        (path / "spaces").mkdir()
    before = sorted(str(one) for one in tmp_path.rglob("*"))

    with pytest.raises(error) as raised:
        Vault.open(path, PASSPHRASE)

    assert raised.value.facts["path"] == path
    assert exists(path) is (what == "spaces alone")
    after = sorted(str(one) for one in tmp_path.rglob("*") if one.name != "lock")
    assert after == before


@pytest.mark.parametrize("refused", ["exists", "iterdir"])
def test_a_folder_we_may_not_look_into(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    """A folder without permission is called so, and not a missing vault."""

    def refuse(*_: Any, **__: Any) -> Any:
        raise PermissionError(errno.EACCES, "no")

    path = kept.path if refused == "exists" else kept.path.parent
    monkeypatch.setattr(Path, refused, refuse)

    with pytest.raises(NotPermitted):
        Vault.open(path, PASSPHRASE)


def test_logs_we_may_not_open(kept: Kept) -> None:
    """A log that the system won't open for writing is called so, and the lock is let go."""
    with pytest.raises(NotPermitted):
        kept.open(Failing(1, errno.EACCES, only=("open",)))

    kept.open().lock()


@pytest.mark.parametrize(
    ("code", "error"),
    [(errno.EACCES, NotPermitted), (errno.EROFS, NotPermitted), (errno.ENOSPC, DiskFull)],
)
def test_a_lock_we_may_not_take(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, code: int, error: type[VaultError]
) -> None:
    """Where the lock can't be made, it is said why."""

    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(FileLock, "acquire", refuse)

    with pytest.raises(error):
        kept.open()


def test_held_by_another_process(kept: Kept) -> None:
    """While another window has it, it is busy; when that one locks, it opens."""
    holder = Holder(kept)
    try:
        with pytest.raises(VaultBusy) as raised:
            kept.open()
        assert raised.value.facts == {"path": kept.path}
        with pytest.raises(VaultBusy):
            Vault.open(kept.path, WRONG)

        holder.tell("lock")
        assert holder.hear() == "locked"
        kept.open().lock()
    finally:
        holder.end()


def test_held_by_a_process_that_was_killed(kept: Kept) -> None:
    """A killed window does not keep the next one out."""
    holder = Holder(kept)
    os.kill(holder.process.pid, signal.SIGKILL)
    holder.end()

    vault = kept.open()

    assert texts(vault.private) == list(TEXTS)
    vault.lock()


def test_held_in_the_same_process(kept: Kept, opened: Vault) -> None:
    """The same process can't open it twice either, and the first one is not disturbed."""
    with pytest.raises(VaultBusy):
        kept.open()

    add(opened.private, "undisturbed")
    assert texts(opened.private)[-1] == "undisturbed"


def test_two_threads_commit(kept: Kept, opened: Vault) -> None:
    """Commits from several threads are all kept, each once, drafts among them."""

    def write(name: str) -> None:
        for number in range(25):
            add(opened.private, f"{name} {number}")
            opened.drafts.save(name, {"text": str(number)})

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    opened.lock()

    vault = kept.open()
    expected = {f"{name} {number}" for name in "abcd" for number in range(25)}
    assert set(texts(vault.private)) == expected | set(TEXTS)
    assert len(texts(vault.private)) == 100 + len(TEXTS)
    assert {vault.drafts.all()[name]["text"] for name in "abcd"} == {"24"}
    vault.lock()


def test_every_notice_has_a_sentence(kept: Kept) -> None:
    """Each notice that opening can give is said in words of its own."""
    kept.log.write_bytes(vaults.flipped(kept.log.read_bytes(), 8 * 900))
    kept.heal_log.unlink()
    kept.drafts_log.write_bytes(b"")
    (kept.path / "keyring.json").unlink()

    vault = kept.open()

    assert sorted(said(vault)) == [
        "drafts-begun-again",
        "salvage",
        "second-copy-used",
        "space-unreadable",
    ]
    for notice in vault.notices:
        assert notice.kind in notices.kinds()
        assert notices.sentence(notice.kind, notice.facts)
    vault.lock()
