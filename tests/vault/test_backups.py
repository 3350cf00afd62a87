"""Backups: whole or not there, never over another, the newest few, and put back byte for byte."""

import os
import shutil
import stat
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from peercoach.errors import (
    KeyringDamaged,
    NotAVault,
    NoVault,
    VaultError,
    VaultExists,
    VaultLocked,
    WrongPassphrase,
)
from peercoach.vault import backups
from peercoach.vault.backups import KEPT, Backups
from peercoach.vault.check import Report, check, inspect
from peercoach.vault.files import Files
from peercoach.vault.keyfile import NAMES
from peercoach.vault.restoring import restore
from peercoach.vault.vault import Vault
from tests.vault.failing import CODES, Dying, Failing, Killed
from tests.vault.independent_reader import read_vault
from tests.vault.vaults import (
    DRAFT,
    PASSPHRASE,
    TEXTS,
    WRONG,
    Kept,
    Unsynced,
    add,
    bytes_under,
    flipped,
    texts,
)

pytestmark = pytest.mark.usefixtures("quick_keys")


def of(vault: Vault, clock: datetime | None = None) -> Backups:
    """The vault's backups; every one is made a second after the one before."""
    times = iter(range(10_000))
    start = clock or datetime(2026, 11, 27, 14, 15, tzinfo=UTC)
    return Backups(
        vault.path, Unsynced(), os.urandom, lambda: start + timedelta(seconds=next(times))
    )


def parts(vault: Vault) -> list[tuple[str, bytes]]:
    return list(vault._parts(vault._body))


def inspecting(vault: Vault) -> Callable[[Path], Report]:
    return lambda path: inspect(path, vault._body, vault._mine, Files())


def test_it_is_the_vault_as_it_stands(kept: Kept, opened: Vault) -> None:
    """Key files, spaces and drafts, byte for byte; no lock, no set-aside, no backups in it."""
    opened.back_up()
    add(opened.private, "later")

    made = opened.back_up()

    assert bytes_under(made.path) == {
        name: data
        for name, data in bytes_under(kept.path).items()
        if not name.startswith("backups/")
    }
    assert (made.report.ok, made.report.notes, made.report.conflicts) == (True, 5, 0)
    assert made.path.parent == kept.path / "backups"
    again = read_vault(made.path, spare_key=kept.spare_key)
    assert [one["text"] for one in again.current(1).values()] == [*TEXTS, "later"]
    assert again.drafts == {"here": DRAFT}


def test_its_name_is_its_date_and_it_is_for_its_owner_alone(kept: Kept, opened: Vault) -> None:
    """The moment in UTC, to a microsecond; folders 0700, files 0600."""
    before = os.umask(0)
    try:
        made = of(opened).make(parts(opened), inspecting(opened))
    finally:
        os.umask(before)

    assert made.path.name == "2026-11-27-141500-000000"
    for one in (made.path.parent, made.path, *made.path.rglob("*")):
        assert stat.S_IMODE(one.stat().st_mode) == (0o700 if one.is_dir() else 0o600)


def test_the_newest_tells_when_it_was_made(kept: Kept, opened: Vault) -> None:
    """The moment of the newest of ours; none, one that a person named, or no date tell nothing."""
    mine = of(opened)
    assert mine.newest() is None
    mine.make(parts(opened), inspecting(opened))
    mine.make(parts(opened), inspecting(opened))
    for name in ("before-the-holiday", "2099-99-99-999999-000000"):
        (kept.path / "backups" / name).mkdir()

    assert mine.newest() == datetime(2026, 11, 27, 14, 15, 1, tzinfo=UTC)


def test_while_another_thread_commits(kept: Kept, opened: Vault) -> None:
    """A note that is being kept is in a backup whole or not at all."""
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            add(opened.private, "busy")

    writing = threading.Thread(target=write)
    writing.start()
    try:
        reports = [opened.back_up().report for _ in range(8)]
    finally:
        stop.set()
        writing.join(10)

    assert [report.problems for report in reports] == [()] * 8


def test_the_newest_few_stay(kept: Kept, opened: Vault) -> None:
    """Of the vault's own the newest five; one that a person named, and one elsewhere, always."""
    mine, made = of(opened), []
    (kept.path / "backups").mkdir()
    named = kept.path / "backups" / "before-the-holiday"
    shutil.copytree(kept.path / "spaces", named / "spaces")
    for _ in range(KEPT + 3):
        made.append(mine.make(parts(opened), inspecting(opened)).path)

    assert KEPT == 5
    assert mine.all() == [*made[-KEPT:], named]
    elsewhere = kept.path.parent / "stick"
    for _ in range(KEPT + 3):
        opened.back_up(elsewhere)
    assert len(list(elsewhere.iterdir())) == KEPT + 3


def test_at_the_same_moment(kept: Kept, opened: Vault) -> None:
    """Two of one moment are two: the later has a later name, and neither is written over."""
    one, two = (of(opened).make(parts(opened), inspecting(opened)).path for _ in range(2))

    assert (one.name, two.name) == ("2026-11-27-141500-000000", "2026-11-27-141500-000001")
    assert bytes_under(one) == bytes_under(two)


def test_a_clock_that_was_turned_back(kept: Kept, opened: Vault) -> None:
    """The one just made stays, even where its date is the oldest."""
    for _ in range(KEPT):
        of(opened).make(parts(opened), inspecting(opened))

    made = of(opened, datetime(2020, 1, 1, tzinfo=UTC)).make(parts(opened), inspecting(opened))

    assert made.path in of(opened).all()
    assert len(of(opened).all()) == KEPT


def test_a_damaged_vault_costs_no_backup(kept: Kept, opened: Vault) -> None:
    """What is damaged is copied as it is and said, and no older backup goes for it."""
    for _ in range(KEPT):
        of(opened).make(parts(opened), inspecting(opened))
    older = of(opened).all()
    opened.lock()
    data = flipped(kept.log.read_bytes(), 8 * 1_000)
    kept.log.write_bytes(data)
    vault = kept.open()

    made = vault.back_up()

    assert [one.kind for one in made.report.problems] == ["log-damaged"]
    assert (made.path / "spaces" / kept.log.name).read_bytes() == data
    assert of(vault).all() == sorted([*older, made.path])
    vault.lock()


def test_damage_since_opening_is_seen(kept: Kept, opened: Vault) -> None:
    """A byte that went bad on the disk after opening is found by reading the backup back."""
    kept.log.write_bytes(flipped(kept.log.read_bytes(), 8 * 1_000))

    made = opened.back_up()

    assert [one.kind for one in made.report.problems] == ["log-damaged"]


def test_a_space_that_is_missing(kept: Kept, opened: Vault) -> None:
    """A vault with a log that is gone has a backup of the rest."""
    opened.lock()
    kept.heal_log.unlink()
    vault = kept.open()

    made = vault.back_up()

    assert [one.kind for one in made.report.problems] == ["log-missing"]
    assert made.report.notes == len(TEXTS)
    vault.lock()


def test_locked(opened: Vault) -> None:
    """A locked vault makes none."""
    opened.lock()

    with pytest.raises(VaultLocked):
        opened.back_up()


@pytest.mark.parametrize("lasting", [False, True])
def test_whichever_call_fails_none_is_half_there(kept: Kept, tmp_path: Path, lasting: bool) -> None:
    """Each call fails: an error, the vault and its older backups as they were, and nothing that
    looks like a backup and is none; the next one goes well.
    """
    vault = kept.open()
    vault.back_up()
    counted = Failing()
    counted.arm(0)
    vault._files = counted
    vault.back_up()
    vault.lock()
    before = bytes_under(kept.path)

    for at in range(1, counted.calls + 1):
        vault = kept.open()
        vault._files = Failing(at, CODES[at % 5], lasting=lasting)
        with pytest.raises(VaultError):
            vault.back_up()
        for one in of(vault).all():
            assert check(one, PASSPHRASE).ok
        vault._files = Unsynced()
        made = vault.back_up()
        assert made.report.ok
        assert not list((kept.path / "backups").glob("*.new"))
        vault.lock()
    now = bytes_under(kept.path)
    assert {name: now[name] for name in before if not name.startswith("backups/")} == {
        name: data for name, data in before.items() if not name.startswith("backups/")
    }


def test_killed_anywhere(kept: Kept) -> None:
    """Killed at any call, also while old ones go, each that has its name is whole; what has not is
    swept away by the next.
    """
    vault = kept.open()
    for _ in range(KEPT):
        vault.back_up()
    vault._files = counted = Dying()
    vault.back_up()
    assert counted.calls > 15

    for at in range(1, counted.calls + 1):
        vault._files = Dying(at)
        with pytest.raises(Killed):
            vault.back_up()
        named = of(vault).all()
        assert len(named) >= KEPT
        for one in named:
            assert read_vault(one, spare_key=kept.spare_key).drafts == {"here": DRAFT}
    vault._files = Unsynced()
    vault.back_up()
    assert not list((kept.path / "backups").glob("*.new"))
    assert len(of(vault).all()) == KEPT
    vault.lock()


def test_one_that_reads_back_as_another(kept: Kept, opened: Vault) -> None:
    """A disk that gives back other bytes than were written makes no backup."""

    class Lying(Unsynced):
        def read(self, path: Path) -> bytes:
            data = super().read(path)
            return data[:-1] if path.parent.parent.suffix == ".new" else data

    opened._files = Lying()

    with pytest.raises(VaultError):
        opened.back_up()

    assert list((kept.path / "backups").iterdir()) == []


# --- put back -------------------------------------------------------------------------------------


@pytest.fixture
def backup(opened: Vault) -> Path:
    """A backup of the template, elsewhere."""
    made = opened.back_up(opened.path.parent / "stick").path
    opened.lock()
    return made


def test_put_back_byte_for_byte(kept: Kept, backup: Path, tmp_path: Path) -> None:
    """A vault appears that is the backup and opens, and the backup is as it was."""
    before = bytes_under(backup)
    to = tmp_path / "deep" / "er" / "again.vault"

    report = restore(backup, to, PASSPHRASE)

    assert (report.ok, report.notes, report.conflicts) == (True, 4, 0)
    assert bytes_under(to) == bytes_under(backup) == before
    vault = Vault.open(to, PASSPHRASE)
    assert texts(vault.private) == list(TEXTS)
    assert vault.drafts.all() == {"here": DRAFT}
    add(vault.private, "and it goes on")
    vault.lock()
    assert [one.name for one in to.parent.iterdir()] == [to.name]


def test_with_the_spare_key(kept: Kept, backup: Path, tmp_path: Path) -> None:
    """A spare key stands in for the passphrase here too."""
    assert restore(backup, tmp_path / "again.vault", kept.spare_key).ok


@pytest.mark.parametrize("passphrase", [WRONG, ""])
def test_a_wrong_passphrase(backup: Path, tmp_path: Path, passphrase: str) -> None:
    """Nothing is made with a passphrase that does not open it."""
    with pytest.raises(WrongPassphrase):
        restore(backup, tmp_path / "again.vault", passphrase)

    assert not list(tmp_path.glob("*again*")) and not list(tmp_path.glob(".*again*"))


def test_never_over_anything(kept: Kept, backup: Path) -> None:
    """What stands there is not touched."""
    before = bytes_under(kept.path)

    with pytest.raises(VaultExists):
        restore(backup, kept.path, PASSPHRASE)

    assert bytes_under(kept.path) == before


def test_what_is_no_backup(tmp_path: Path) -> None:
    """A place with nothing, a file, a folder of something else."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "photo").write_text("mine")

    with pytest.raises(NoVault):
        restore(tmp_path / "nothing", tmp_path / "again.vault", PASSPHRASE)
    for name in ("file", "folder"):
        with pytest.raises(NotAVault):
            restore(tmp_path / name, tmp_path / "again.vault", PASSPHRASE)


def test_a_damaged_one_is_put_back_as_it_is(kept: Kept, backup: Path, tmp_path: Path) -> None:
    """Every byte comes back, the damage is named, and the vault opens for what is whole."""
    log = backup / "spaces" / kept.log.name
    log.write_bytes(flipped(log.read_bytes(), 8 * 1_000))
    (backup / NAMES[1]).write_bytes(b"")
    to = tmp_path / "again.vault"

    report = restore(backup, to, PASSPHRASE)

    assert {one.kind for one in report.problems} == {"log-damaged", "key-file-damaged"}
    assert bytes_under(to) == bytes_under(backup)
    vault = Vault.open(to, PASSPHRASE)
    assert vault.private.read_only
    assert 0 < len(texts(vault.private)) < len(TEXTS)
    assert texts(vault.heal) == ["Something for myself."]
    vault.lock()


def test_without_a_key_file_nothing_opens(backup: Path, tmp_path: Path) -> None:
    """A backup whose key file is damaged twice is refused by its name."""
    for name in NAMES:
        (backup / name).write_bytes(b"x")

    with pytest.raises(KeyringDamaged):
        restore(backup, tmp_path / "again.vault", PASSPHRASE)


@pytest.mark.parametrize("lasting", [False, True])
def test_whichever_call_fails_nothing_is_made(backup: Path, tmp_path: Path, lasting: bool) -> None:
    """Each call fails: an error, and neither a vault nor a piece of one."""
    counted, room = Failing(), tmp_path / "room"
    room.mkdir()
    restore(backup, room / "counted.vault", PASSPHRASE, counted)
    shutil.rmtree(room / "counted.vault")

    for at in range(1, counted.calls + 1):
        to = room / "again.vault"
        files = Failing(at, CODES[at % 5], lasting=lasting)
        with pytest.raises(VaultError):
            restore(backup, to, PASSPHRASE, files)
        # Only where the very last step failed may it stand, and then it is whole.
        left = [one.name for one in room.iterdir()]
        assert left in ([], [to.name])
        if left:
            assert files.failed[0] == "sync_folder"
            assert bytes_under(to) == bytes_under(backup)
            shutil.rmtree(to)


def test_names_of_ours() -> None:
    """Only what has a name that we gave is ever taken away."""
    ours = ["2026-11-27-141500-250000"]
    theirs = [
        "2026-11-27",
        "2026-11-27-141500-250000 copy",
        "before",
        "x2026-11-27-141500-250000",
    ]

    assert [name for name in ours + theirs if backups._is_ours(name)] == ours
