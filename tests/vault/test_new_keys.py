"""The old passphrase may be known: every key changes, and a crash anywhere goes on from there."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from peercoach.errors import DiskFull, VaultError, WrongPassphrase, WrongSpareKey
from peercoach.vault import folder, keyring, making, recovery, unlock
from peercoach.vault.files import Files
from peercoach.vault.format import DRAFTS_LOG, read_header
from peercoach.vault.kdf import SMALL
from peercoach.vault.keyfile import NAMES
from peercoach.vault.log import read_log, whole_log
from peercoach.vault.vault import Vault
from tests.vault import forging
from tests.vault.failing import CODES, Dying, Failing, Killed
from tests.vault.independent_primitives import Refused
from tests.vault.independent_reader import read_vault
from tests.vault.vaults import (
    DRAFT,
    NEW,
    PASSPHRASE,
    TEXTS,
    Kept,
    Unsynced,
    add,
    bytes_under,
    flipped,
    said,
    texts,
)

pytestmark = pytest.mark.usefixtures("quick_keys")


def change(vault: Vault, current: str = PASSPHRASE) -> bool:
    return vault.change_passphrase(current, NEW, may_be_known=True, profile=SMALL)


def whole(vault: Vault) -> bool:
    """Whether everything that the template holds is here."""
    return (texts(vault.private), texts(vault.heal), vault.drafts.all(), vault.member_name) == (
        list(TEXTS),
        ["Something for myself."],
        {"here": DRAFT},
        "Ash",
    )


def opened_with(path: Path, passphrase: str, files: Files | None = None) -> Vault | None:
    """The vault, whole; None where this passphrase does not open it."""
    try:
        vault = Vault.open(path, passphrase, files=files or Unsynced())
    except WrongPassphrase:
        return None
    assert whole(vault)
    return vault


def epochs(path: Path) -> list[int]:
    """The epoch of each log on the disk."""
    logs = sorted([*path.glob("spaces/*.log"), *path.glob("drafts/*.log")])
    return [read_header(log.read_bytes())[0].epoch for log in logs]


def granted(path: Path) -> list[list[int]]:
    """The epochs of each space's grants in the key file."""
    spaces = forging.body_in(path).keyring.spaces
    return [[grant.epoch for grant in space.grants] for space in spaces]


def finished(path: Path) -> bool:
    """Whether nothing of the old keys is left, on the disk or in what it keeps."""
    backups = sorted((path / "backups").iterdir())
    one, two = ((path / name).read_bytes() for name in NAMES)
    return (
        epochs(path) == [1, 1, 1]
        and granted(path) == [[1], [1]]
        and one == two
        and len(backups) > 0
        and all(epochs(one) == [1, 1, 1] for one in backups)
        and all(_epoch_of(aside) == 1 for aside in (path / "set-aside").glob("keyring*"))
    )


def _epoch_of(file: Path) -> int:
    return keyring.read(file.read_bytes(), file).keyring.epoch


def test_every_key_is_another(kept: Kept, opened: Vault) -> None:
    """Seed, vault secret, public keys and space keys are new; ids, name and notes are the same."""
    was, before = opened._mine, opened._body
    assert was is not None

    assert change(opened)

    now, after = opened._mine, opened._body
    assert now is not None
    assert (after.vault, after.owner) == (before.vault, before.owner)
    assert [space.id for space in after.spaces] == [space.id for space in before.spaces]
    assert (after.epoch, after.serial) == (1, before.serial + 2)
    assert {now.seed, now.secret, now.pinned}.isdisjoint({was.seed, was.secret, was.pinned})
    assert (now.member.id, now.member.label) == (was.member.id, was.member.label)
    assert {now.member.box, now.member.sign}.isdisjoint({was.member.box, was.member.sign})
    for one, other in zip(now.spaces, was.spaces, strict=True):
        assert (one.id, one.kind, one.number) == (other.id, other.kind, other.number)
        assert one.keys.keys() == {1} and other.keys.keys() == {0}
        assert one.keys[1] != other.keys[0]
    assert whole(opened)
    assert finished(kept.path)


def test_it_opens_with_the_new_passphrase_alone(kept: Kept, opened: Vault) -> None:
    """Neither the old passphrase nor the old spare key opens; what is written goes on."""
    change(opened)
    assert not opened.has_spare_key
    add(opened.private, "and it goes on")
    opened.drafts.save("there", {"text": "typing"})
    opened.lock()

    with pytest.raises(WrongPassphrase):
        Vault.open(kept.path, PASSPHRASE)
    with pytest.raises(WrongSpareKey):
        kept.open()
    again = Vault.open(kept.path, NEW)
    assert texts(again.private) == [*TEXTS, "and it goes on"]
    assert again.drafts.all() == {"here": DRAFT, "there": {"text": "typing"}}
    assert said(again) == []
    spare = again.make_spare_key()
    again.lock()
    Vault.open(kept.path, spare_key=spare).lock()


def test_another_reader_agrees(kept: Kept, opened: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader made from the specification alone reads the vault before, after, and between."""
    change(opened)
    spare = opened.make_spare_key()
    opened.lock()

    found = read_vault(kept.path, spare_key=spare)

    assert [one["text"] for one in found.current(1).values()] == list(TEXTS)
    assert found.name == "Ash"
    assert set(found.states.values()) == {"whole"}
    (backup,) = (kept.path / "backups").iterdir()
    with pytest.raises(Refused, match="wrong-spare-key"):
        read_vault(backup, spare_key=spare)


def test_an_older_key_file_reads_nothing_of_the_logs(kept: Kept, opened: Vault) -> None:
    """Who has the old key file and the old passphrase, and then the new logs, reads nothing."""
    old = {name: (kept.path / name).read_bytes() for name in NAMES}
    change(opened)
    opened.lock()
    for name, data in old.items():
        (kept.path / name).write_bytes(data)

    with pytest.raises(VaultError) as raised:
        Vault.open(kept.path, PASSPHRASE)

    assert raised.value.kind == "keyring-stale"


def test_twice(kept: Kept, opened: Vault) -> None:
    """It can be done again, and once more each key is another."""
    change(opened)

    assert opened.change_passphrase(NEW, PASSPHRASE, may_be_known=True, profile=SMALL)

    assert epochs(kept.path) == [2, 2, 2]
    assert granted(kept.path) == [[2], [2]]
    opened.lock()
    again = opened_with(kept.path, PASSPHRASE)
    assert again is not None
    again.lock()


# --- wherever it ends ---------------------------------------------------------------------------


def test_a_key_file_with_both_keys_opens_with_the_new_passphrase(kept: Kept, opened: Vault) -> None:
    """In the middle, a log may stand under either key; the new passphrase opens both."""
    stop_at(kept, opened, 1)

    assert granted(kept.path) == [[0, 1], [0, 1]]
    assert sorted(epochs(kept.path)) == [0, 0, 1]
    assert opened_with(kept.path, PASSPHRASE) is None
    assert not finished(kept.path)
    again = opened_with(kept.path, NEW)
    assert again is not None
    assert said(again) == []
    assert finished(kept.path)
    again.lock()


def stop_at(kept: Kept, opened: Vault, logs: int) -> None:
    """Change the keys, and die when so many logs were written anew."""
    real, count = opened._under_newest, [0]

    def dying(held: object) -> bool:
        if count[0] == logs:
            raise Killed
        count[0] += 1
        space = opened._spaces[held.id]  # type: ignore[attr-defined]
        space.rekey(1, held.keys[1])  # type: ignore[attr-defined]
        return False

    opened._under_newest = dying  # type: ignore[method-assign]
    with pytest.raises(Killed):
        change(opened)
    opened._under_newest = real  # type: ignore[method-assign]
    opened.lock()


def test_another_reader_reads_the_middle(kept: Kept, opened: Vault) -> None:
    """A key file with two epochs is read as the specification says, whichever log stands where."""
    stop_at(kept, opened, 1)
    middle = kept.path.parent / "middle"
    shutil.copytree(kept.path, middle)
    vault = opened_with(kept.path, NEW)
    assert vault is not None
    # A spare key for the copy in the middle: the other reader derives passphrases for real.
    copy = forging.body_in(middle)
    mine = unlock.unlock(copy, middle, passphrase=NEW)
    secret = b"\0" * 16 + b"\1"
    body = making.with_spare_key(copy.keyring, mine, secret, vault._random)
    first = keyring.body_of(body)
    data = keyring.write(first, unlock.mac_of(mine.secret, first))
    for name in NAMES:
        (middle / name).write_bytes(data)
    vault.lock()

    found = read_vault(middle, spare_key=recovery.write(secret))

    assert [one["text"] for one in found.current(1).values()] == list(TEXTS)
    assert found.drafts == {"here": DRAFT}
    assert set(found.states.values()) == {"whole"}


def once(kept: Kept, here: Path, at: int, files: Dying | Failing) -> tuple[Path, Vault]:
    """A copy of the vault, open, whose disk ends at the n-th call from now."""
    copy = kept.copied(here)
    vault = copy.open(files)
    files.arm(at)
    return copy.path, vault


def test_killed_anywhere_it_goes_on(kept: Kept, tmp_path: Path) -> None:
    """A process killed at any call leaves a vault that exactly one of the passphrases opens, with
    everything in it; and if that is the new one, this opening ends what was begun.
    """
    _, vault = once(kept, tmp_path / "counted", 0, counted := Dying())
    assert change(vault)
    assert finished(vault.path)
    vault.lock()

    news = []
    for at in range(1, counted.calls + 1):
        path, vault = once(kept, tmp_path / f"{at}", at, Dying())
        with pytest.raises(Killed):
            change(vault)
        vault._lock.release()
        news.append(_goes_on(path))
    assert news == sorted(news)
    assert 10 < news.index(True) < len(news) - 10


def _goes_on(path: Path) -> bool:
    """Exactly one opens; whether it is the new one, and then that it ended what was begun."""
    old, new = opened_with(path, PASSPHRASE), None
    if old is not None:
        old.lock()
    new = opened_with(path, NEW)
    assert (old is None) != (new is None)
    if new is not None:
        assert finished(path)
        assert "keys-change-unfinished" not in said(new)
        add(new.private, "and it goes on")
        new.lock()
        last = Vault.open(path, NEW)
        assert texts(last.private) == [*TEXTS, "and it goes on"]
        last.lock()
    return new is not None


def test_killed_while_it_goes_on(kept: Kept, opened: Vault, tmp_path: Path) -> None:
    """The opening that goes on may be killed at any call too, and the next one ends it."""
    stop_at(kept, opened, 1)
    counted = Dying()
    path = kept.copied(tmp_path / "counted").path
    vault = opened_with(path, NEW, counted)
    assert vault is not None
    vault.lock()

    for at in range(1, counted.calls + 1):
        path = kept.copied(tmp_path / f"{at}").path
        with pytest.raises(Killed):
            Vault.open(path, NEW, files=Dying(at))
        assert _goes_on(path)


@pytest.mark.parametrize("lasting", [False, True])
def test_whichever_call_fails_it_goes_on(kept: Kept, tmp_path: Path, lasting: bool) -> None:
    """A disk that fails at any call, once or for good: an error says that nothing changed and the
    old passphrase opens; or none comes, and the new one does, to the end or at the next opening.
    """
    _, vault = once(kept, tmp_path / "counted", 0, counted := Failing())
    change(vault)
    vault.lock()

    ends = set()
    for at in range(1, counted.calls + 1):
        files = Failing(code=CODES[at % 5], lasting=lasting)
        path, vault = once(kept, tmp_path / f"{at}", at, files)
        try:
            done = change(vault)
        except VaultError:
            ends.add("refused")
            unsure = vault.locked
            vault.lock()
            assert _goes_on(path) is False or unsure
            continue
        ends.add("finished" if done else "unfinished")
        assert finished(path) or not done, at
        assert whole(vault)
        vault.lock()
        assert _goes_on(path)
    assert ends >= {"refused", "unfinished"}


def test_unfinished_is_said_and_goes_on(kept: Kept, opened: Vault) -> None:
    """Where the disk refuses, the new passphrase opens, notes can be kept, and it is said."""
    stop_at(kept, opened, 0)

    full = Vault.open(kept.path, NEW, files=_NoNewLog())

    assert said(full) == ["keys-change-unfinished"]
    add(full.private, "kept meanwhile")
    full.lock()
    again = Vault.open(kept.path, NEW)
    assert said(again) == []
    assert texts(again.private) == [*TEXTS, "kept meanwhile"]
    assert finished(kept.path)
    again.lock()


class _NoNewLog(Unsynced):
    """A disk with room for a note and none for a new file."""

    def create(self, path: Path, data: bytes) -> None:
        raise DiskFull(path=path)


def test_a_damaged_log_keeps_its_old_key(kept: Kept, opened: Vault) -> None:
    """What is open for salvage can't be written anew: its old key stays, and so do old backups,
    and what is whole can be read with the new passphrase.
    """
    opened.lock()
    kept.heal_log.write_bytes(flipped(kept.heal_log.read_bytes(), 8 * 300))
    vault = kept.open()

    assert change(vault) is False

    before = sorted((kept.path / "backups").iterdir())
    assert len(before) == 1
    assert granted(kept.path) == [[1], [0, 1]]
    vault.lock()
    again = Vault.open(kept.path, NEW)
    assert sorted(said(again)) == ["keys-change-unfinished", "salvage"]
    assert texts(again.private) == list(TEXTS)
    assert texts(again.heal) == ["Something for myself."]
    assert sorted((kept.path / "backups").iterdir()) == before
    again.lock()


def test_a_missing_log_keeps_its_old_key(kept: Kept, opened: Vault) -> None:
    """A space whose log is gone for now keeps its key: the log may come back from a backup."""
    opened.lock()
    heal = kept.heal_log.read_bytes()
    kept.heal_log.unlink()
    vault = kept.open()
    change(vault)
    vault.lock()
    kept.heal_log.write_bytes(heal)

    again = Vault.open(kept.path, NEW)

    assert whole(again)
    assert said(again) == []
    assert finished(kept.path)
    again.lock()


def test_drafts_of_another_space_come_along(kept: Kept, opened: Vault) -> None:
    """A newer program's drafts for another space are carried to the new key as they are."""
    mine = opened._mine
    assert mine is not None
    heal = next(one for one in mine.spaces if one.kind == "heal")
    head = folder.new_header(DRAFTS_LOG, opened._body.vault, heal.id, 0, opened._random)
    payloads = [b"\x90", b"\x91\x92\xa1k\x81\xa1a\xc7\x01\x07x"]
    path = folder.log_path(kept.path / folder.DRAFTS, heal.id)
    key = folder.drafts_key(heal.keys[0])
    path.write_bytes(whole_log(head, key, payloads, opened._random))

    assert change(opened)

    now = opened._mine
    assert now is not None
    held = next(one for one in now.spaces if one.kind == "heal")
    found = read_log(path, path.read_bytes(), folder.key_for(held, DRAFTS_LOG, opened._body, path))
    assert found.payloads == payloads
    assert found.header.epoch == 1


def test_locked_in_the_middle(kept: Kept, opened: Vault) -> None:
    """Locking from elsewhere while it is under way leaves what the next opening ends."""
    real: Callable[..., bool] = opened._under_newest

    def locking(held: object) -> bool:
        opened.lock()
        return real(held)

    opened._under_newest = locking  # type: ignore[method-assign]

    with pytest.raises(VaultError) as raised:
        change(opened)

    assert raised.value.kind == "vault-locked"
    assert _goes_on(kept.path)


def test_nothing_is_done_where_nothing_was_begun(kept: Kept) -> None:
    """Opening a vault whose keys were never changed writes nothing and looks at no backup."""
    before = bytes_under(kept.path)

    kept.open().lock()

    assert bytes_under(kept.path) == before
