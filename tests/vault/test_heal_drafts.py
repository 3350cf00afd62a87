"""What is being typed in Heal: kept while it waits, and nowhere at all once it is let go."""

import contextlib
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peercoach.errors import Diverged, NotPermitted, VaultError, VaultLocked, WriteFailed
from peercoach.vault.check import check
from peercoach.vault.folder import drafts_key
from peercoach.vault.restoring import restore
from peercoach.vault.vault import Vault
from tests.vault import logs
from tests.vault.failing import Dying, Failing, Killed
from tests.vault.independent_reader import read_vault
from tests.vault.rekeyed import change, epochs
from tests.vault.vaults import (
    DRAFT,
    NEW,
    PASSPHRASE,
    TEXTS,
    Kept,
    Unsynced,
    bytes_under,
    flipped,
    said,
    texts,
)

CANARY = "canary bird sang"
WAITING = {"kind": "draft", "schema": 1, "text": "for me alone"}


def keys_of(vault: Vault) -> list[bytes]:
    """Every key that opens a log: of each space in each epoch, and of its drafts."""
    assert vault._mine is not None
    own = [key for held in vault._mine.spaces for key in held.keys.values()]
    return [*own, *map(drafts_key, own)]


def readable(path: Path, keys: list[bytes]) -> bytes:
    """Whatever can be read in any file under a vault: its bytes, and every frame decrypted."""
    found = [data for name, data in bytes_under(path).items() if name != "lock"]
    scanned = [logs.read(data, key) for data in found for key in keys]
    return b"".join([*found, *(one for scan in scanned if scan for one in scan.payloads)])


@pytest.fixture
def waiting(kept: Kept) -> Kept:
    """A vault in which a Heal draft waits, typed in three steps."""
    vault = kept.open()
    for text in ("for", "for me", WAITING["text"]):
        vault.heal_drafts.save("7", {**WAITING, "text": text})
    vault.lock()
    return kept


# --- a file comes, and goes ----------------------------------------------------------------------


def test_nothing_shows_between_sittings(kept: Kept, opened: Vault) -> None:
    """Asking writes nothing; the first save makes the file; with the last draft it is gone."""
    before = bytes_under(kept.path)
    assert opened.heal_drafts.all() == {}
    opened.heal_drafts.end("nowhere")
    opened.heal_drafts.clean()
    assert bytes_under(kept.path) == before

    opened.heal_drafts.save("7", WAITING)
    opened.heal_drafts.save("8", {"text": "another"})
    opened.heal_drafts.end("8")
    assert bytes_under(kept.path).keys() - before.keys() == {
        str(kept.heal_drafts_log.relative_to(kept.path))
    }
    assert read_vault(kept.path, spare_key=kept.spare_key).heal_drafts == {"7": WAITING}

    opened.heal_drafts.end("7")
    opened.lock()
    assert bytes_under(kept.path) == before


def test_it_waits_while_the_vault_is_locked(waiting: Kept) -> None:
    """Locking keeps what was typed, and opening gives it back, beside the private drafts."""
    vault = waiting.open()

    assert vault.heal_drafts.all() == {"7": WAITING}
    assert vault.drafts.all() == {"here": DRAFT}
    assert said(vault) == []
    held = vault.heal_drafts
    vault.lock()
    assert "alone" not in repr(vars(held))
    for ask in (held.all, lambda: held.save("7", {}), lambda: held.end("7")):
        with pytest.raises(VaultLocked):
            ask()
    with pytest.raises(VaultLocked):
        _ = vault.heal_drafts


def test_it_is_under_heals_own_key(waiting: Kept) -> None:
    """The key of the Heal space gives the drafts' key, and the private space's opens nothing."""
    vault = waiting.open()
    assert vault._mine is not None
    private, heal = (
        drafts_key(next(one.keys[0] for one in vault._mine.spaces if one.kind == kind))
        for kind in ("private", "heal")
    )
    data = waiting.heal_drafts_log.read_bytes()

    by_heal, by_private = logs.read(data, heal), logs.read(data, private)

    assert by_heal is not None and b"for me alone" in by_heal.payloads[-1]
    assert by_private is not None and by_private.payloads == []
    vault.lock()


def test_after_the_last_draft_ends_nothing_can_be_read_of_any(kept: Kept) -> None:
    """No state of it is in any file: logs, backups of any time, torn or damaged pieces set aside,
    what was never finished; as bytes or decrypted with every key there is.
    """
    vault = kept.open()
    for length in range(4, 15):
        vault.heal_drafts.save("7", {"text": CANARY[:length]})
    vault.back_up()
    vault.heal_drafts.save("8", {"text": CANARY})
    vault.lock()
    whole = kept.heal_drafts_log.read_bytes()
    kept.heal_drafts_log.write_bytes(flipped(whole, 8 * 1_500))
    kept.open().lock()
    kept.heal_drafts_log.write_bytes(kept.heal_drafts_log.read_bytes() + whole[-300:])
    vault = kept.open()
    kept.heal_drafts_log.with_suffix(".log.new").write_bytes(whole)
    kinds = {one.suffix for one in kept.aside}
    assert kinds == {".torn", ".damaged"}
    assert CANARY[:4].encode() in readable(kept.path, keys_of(vault))

    vault.heal_drafts.end("8")
    assert kept.aside == []
    vault.heal_drafts.end("7")

    assert CANARY[:4].encode() not in readable(kept.path, keys_of(vault))
    assert not list(kept.heal_drafts_log.parent.glob(f"{kept.heal.hex()}*"))
    vault.lock()


def test_one_of_two_leaves_no_earlier_state(waiting: Kept) -> None:
    """Ending one leaves the other, and of the ended one nothing; so does cleaning."""
    vault = waiting.open()
    vault.heal_drafts.save("8", {"text": CANARY})

    vault.heal_drafts.end("8")
    vault.heal_drafts.save("7", {"text": CANARY})
    vault.heal_drafts.save("7", WAITING)
    vault.heal_drafts.clean()

    assert CANARY.encode() not in readable(waiting.path, keys_of(vault))
    assert vault.heal_drafts.all() == {"7": WAITING}
    vault.lock()


# --- crashes and failing disks -------------------------------------------------------------------

STEPS: dict[str, tuple[Callable[[Vault], None], dict[str, Any], dict[str, Any]]] = {
    "first": (lambda vault: vault.heal_drafts.save("7", WAITING), {}, {"7": WAITING}),
    "second": (
        lambda vault: vault.heal_drafts.save("8", DRAFT),
        {"7": WAITING},
        {"7": WAITING, "8": DRAFT},
    ),
    "one of two": (
        lambda vault: vault.heal_drafts.end("8"),
        {"7": WAITING, "8": DRAFT},
        {"7": WAITING},
    ),
    "the last": (lambda vault: vault.heal_drafts.end("7"), {"7": WAITING}, {}),
}


def standing(kept: Kept, drafts: dict[str, Any], files: Any) -> Vault:
    """Open, with these drafts waiting in Heal."""
    vault = kept.open(files)
    for key, draft in drafts.items():
        vault.heal_drafts.save(key, draft)
    return vault


@pytest.mark.parametrize("name", STEPS)
def test_killed_at_each_call(kept: Kept, tmp_path: Path, name: str) -> None:
    """The vault opens with the drafts from before or after; once let go, the files are as ever."""
    step, before, after = STEPS[name]
    at, killed = 1, True
    while killed:
        here = kept.copied(tmp_path / f"killed-{at}")
        files = Dying()
        vault = standing(here, before, files)
        files.arm(at)
        try:
            step(vault)
            killed = False
        except Killed:
            pass
        files.arm(0)
        vault.lock()

        again = here.open()
        assert again.heal_drafts.all() in (before, after) if killed else (after,)
        assert set(said(again)) <= {"tail-set-aside"}
        for key in ("7", "8"):
            again.heal_drafts.end(key)
        again.lock()
        names = bytes_under(here.path).keys()
        assert names == bytes_under(kept.path).keys()
        at += 1
    assert at > 3


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("lasting", [False, True])
def test_a_disk_that_fails_at_each_call(kept: Kept, name: str, lasting: bool) -> None:
    """What can't be done changes nothing in memory, and on a disk that works again it is done."""
    step, before, after = STEPS[name]
    only = ("open", "write", "sync", "truncate", "rename", "sync_folder", "unlink")
    for at in range(1, 12):
        for code in (errno.ENOSPC, errno.EACCES):
            files = Refusing(code=code, lasting=lasting, only=only)
            vault = standing(kept, before, files)
            files.arm(at)
            try:
                step(vault)
                now = after
            except VaultError:
                now = before
            files.arm(0)
            assert vault.heal_drafts.all() == now
            vault.heal_drafts.save("9", DRAFT)
            vault.lock()

            vault = kept.open()
            assert vault.heal_drafts.all() == {**now, "9": DRAFT}
            for key in ("7", "8", "9"):
                vault.heal_drafts.end(key)
            vault.lock()
            assert not kept.heal_drafts_log.exists() and said(vault) == []


class Refusing(Failing):
    """Fails to take names away too."""

    def unlink(self, path: Path) -> None:
        self._or_fail("unlink", lambda: super(Refusing, self).unlink(path))


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize("by_keys", [False, True])
def test_a_save_that_failed_leaves_nothing_to_let_go(kept: Kept, *, by_keys: bool) -> None:
    """Where the first save failed and its file could not be taken back, letting go takes it, and
    so does a change of keys.
    """
    files = Refusing(only=("sync_folder", "unlink"), lasting=True)
    vault = kept.open(files)
    files.arm(2)
    with pytest.raises(WriteFailed):
        vault.heal_drafts.save("7", WAITING)
    assert kept.heal_drafts_log.exists()
    with pytest.raises(WriteFailed):
        vault.heal_drafts.end("7")
    files.arm(0)

    if by_keys:
        assert change(vault)
    else:
        vault.heal_drafts.end("7")

    assert not kept.heal_drafts_log.exists()
    vault.lock()


# --- damage --------------------------------------------------------------------------------------

HARM: dict[str, Any] = {
    "empty": lambda data: b"",
    "noise": lambda data: b"\0" * len(data),
    "no header": lambda data: flipped(flipped(data, 9), 88 * 8 + 9),
    "an early state": lambda data: flipped(data, 8 * 1_500),
    "the newest state": lambda data: flipped(data, 8 * (len(data) - 9)),
    "cut to the first frame": lambda data: data[:900],
    "text": lambda data: b"dear diary\n" * 100,
}
LEFT = {"an early state": "for me alone", "the newest state": "for me"}


@pytest.mark.parametrize("how", HARM)
def test_damage_never_keeps_the_vault_or_heal_shut(waiting: Kept, how: str) -> None:
    """Whatever is wrong, all notes open, it is said, typing goes on; and letting go takes what was
    set aside too.
    """
    waiting.heal_drafts_log.write_bytes(HARM[how](waiting.heal_drafts_log.read_bytes()))

    vault = waiting.open()

    assert (texts(vault.private), texts(vault.heal)) == (list(TEXTS), ["Something for myself."])
    torn = how in ("the newest state", "cut to the first frame")
    mended = "drafts-mended" if how in LEFT else "drafts-begun-again"
    assert said(vault) == ["tail-set-aside" if torn else mended]
    found = {key: draft["text"] for key, draft in vault.heal_drafts.all().items()}
    assert found == ({"7": LEFT[how]} if how in LEFT else {})
    assert waiting.heal_drafts_log.exists() == (how in LEFT)
    assert len(waiting.aside) == 1
    vault.heal_drafts.save("8", {"text": "going on"})
    vault.lock()
    vault = waiting.open()
    assert said(vault) == [] and vault.heal_drafts.all()["8"] == {"text": "going on"}
    for key in ("7", "8"):
        vault.heal_drafts.end(key)
    vault.lock()
    assert waiting.aside == [] and not waiting.heal_drafts_log.exists()


def test_what_was_set_aside_of_notes_stays(kept: Kept, opened: Vault) -> None:
    """Letting go in Heal touches no piece of Heal's notes, nor of the private drafts."""
    opened.lock()
    for log in (kept.heal_log, kept.drafts_log):
        log.write_bytes(log.read_bytes() + b"\0" * 99)
    vault = kept.open()
    before = kept.aside
    assert len(before) == 2

    vault.heal_drafts.save("7", WAITING)
    vault.heal_drafts.end("7")

    assert kept.aside == before
    vault.lock()


class Forbidding(Unsynced):
    """A disk that does not let one file be opened."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path: Path | None = path

    def open(self, path: Path, flags: int) -> int:
        if path == self.path:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        return super().open(path, flags)


def test_a_file_that_can_not_be_opened(waiting: Kept) -> None:
    """The vault and Heal's notes open; the draft is refused by name, and there once it may be."""
    files = Forbidding(waiting.heal_drafts_log)

    vault = waiting.open(files)

    assert said(vault) == ["space-unreadable"]
    assert texts(vault.heal) == ["Something for myself."]
    with pytest.raises(NotPermitted):
        _ = vault.heal_drafts
    files.path = None
    assert vault.heal_drafts.all() == {"7": WAITING}
    vault.lock()


def test_drafts_go_on_beside_a_damaged_heal_log(waiting: Kept) -> None:
    """Where what was kept in Heal can't be read, what is being typed there still can."""
    waiting.heal_log.write_bytes(b"gone")

    vault = waiting.open()

    assert said(vault) == ["space-unreadable"]
    assert vault.heal_drafts.all() == {"7": WAITING}
    vault.lock()


def test_a_file_of_another_program_is_left_as_it_is(waiting: Kept, tmp_path: Path) -> None:
    """One put there meanwhile is neither written over nor taken away; opening again reads it."""
    theirs = waiting.heal_drafts_log.read_bytes()
    waiting.heal_drafts_log.unlink()
    vault = waiting.open()
    waiting.heal_drafts_log.write_bytes(theirs)

    with pytest.raises(Diverged):
        vault.heal_drafts.save("8", DRAFT)
    with pytest.raises(Diverged):
        vault.heal_drafts.end("8")

    assert waiting.heal_drafts_log.read_bytes() == theirs
    vault.lock()
    vault = waiting.open()
    assert vault.heal_drafts.all() == {"7": WAITING}
    other = tmp_path / "other.log"
    other.write_bytes(theirs)
    other.replace(waiting.heal_drafts_log)
    with pytest.raises(Diverged):
        vault.heal_drafts.end("7")
    assert vault.heal_drafts.all() == {"7": WAITING}
    waiting.heal_drafts_log.unlink()
    vault.heal_drafts.end("7")
    assert vault.heal_drafts.all() == {}
    vault.lock()


# --- keys, copies, check -------------------------------------------------------------------------


@pytest.mark.usefixtures("quick_keys")
def test_it_comes_along_when_every_key_changes(waiting: Kept) -> None:
    """A waiting draft is read under the new keys; one begun later stands under them too."""
    vault = waiting.open()
    assert change(vault)
    assert epochs(waiting.path) == [1, 1, 1, 1]
    vault.lock()

    again = Vault.open(waiting.path, NEW, files=Unsynced())
    assert again.heal_drafts.all() == {"7": WAITING} and said(again) == []
    again.heal_drafts.end("7")
    again.change_passphrase(NEW, PASSPHRASE, may_be_known=True)
    again.heal_drafts.save("8", DRAFT)
    assert epochs(waiting.path) == [2, 2, 2, 2]
    again.lock()
    again = Vault.open(waiting.path, PASSPHRASE, files=Unsynced())
    assert again.heal_drafts.all() == {"8": DRAFT}
    again.lock()


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize("lasting", [False, True])
def test_a_change_of_keys_that_fails_keeps_it(waiting: Kept, tmp_path: Path, lasting: bool) -> None:
    """Wherever the disk fails on the way, the draft is read, and the change ends at an opening."""
    at, failed = 1, True
    while failed:
        here = waiting.copied(tmp_path / f"failed-{at}")
        files = Failing(only=("rename",), lasting=lasting)
        vault = here.open(files)
        files.arm(at)
        with contextlib.suppress(VaultError):
            change(vault)
        failed = bool(files.failed)
        vault.lock()

        opening = []
        for passphrase in (PASSPHRASE, NEW):
            try:
                again = Vault.open(here.path, passphrase, files=Unsynced())
            except VaultError:
                continue
            assert again.heal_drafts.all() == {"7": WAITING}
            again.lock()
            opening.append(passphrase)
        assert len(opening) == 1
        assert set(epochs(here.path)) == {int(opening == [NEW])}
        at += 1
    assert at > 6


@pytest.mark.usefixtures("quick_keys")
def test_a_change_of_keys_beside_a_file_put_there_meanwhile(waiting: Kept) -> None:
    """One that a sync tool brings is not left under a key that is dropped: opening goes on."""
    theirs = waiting.heal_drafts_log.read_bytes()
    waiting.heal_drafts_log.unlink()
    vault = waiting.open()
    waiting.heal_drafts_log.write_bytes(theirs)

    assert not change(vault)

    vault.lock()
    again = Vault.open(waiting.path, NEW, files=Unsynced())
    assert again.heal_drafts.all() == {"7": WAITING} and said(again) == []
    assert set(epochs(waiting.path)) == {1}
    again.lock()


def test_no_backup_holds_it(waiting: Kept, tmp_path: Path) -> None:
    """Neither one beside the vault nor one elsewhere; and so none that is put back."""
    vault = waiting.open()
    beside, elsewhere = vault.back_up(), vault.back_up(tmp_path / "elsewhere")
    vault.lock()

    for made in (beside, elsewhere):
        assert made.report.ok
        assert read_vault(made.path, spare_key=waiting.spare_key).heal_drafts == {}
        assert not list(made.path.rglob(f"drafts/{waiting.heal.hex()}*"))
    restore(elsewhere.path, tmp_path / "restored", PASSPHRASE)
    again = Vault.open(tmp_path / "restored", spare_key=waiting.spare_key, files=Unsynced())
    assert again.heal_drafts.all() == {} and said(again) == []
    again.lock()


def test_check_names_it_as_it_names_the_private_ones(waiting: Kept) -> None:
    """Whole it is one more file of what was typed; damaged it is named by its path alone."""
    found = [part for part in check(waiting.path, PASSPHRASE).parts if part.what == "drafts"]
    assert [part.whole for part in found] == [True, True]
    assert all(part.what != "other" for part in check(waiting.path).parts)

    waiting.heal_drafts_log.write_bytes(b"gone")

    (problem,) = check(waiting.path, PASSPHRASE).problems
    where = str(waiting.heal_drafts_log.relative_to(waiting.path))
    assert (problem.kind, problem.where) == ("log-damaged", where)
