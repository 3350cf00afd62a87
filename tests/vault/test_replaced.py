"""Another program puts another file in the place of a log that is open: nothing kept is lost."""

import errno
import shutil
from pathlib import Path

import pytest

from peercoach.errors import DiskFull, Diverged
from peercoach.vault.vault import Vault
from tests.vault.failing import Failing
from tests.vault.test_for_good import TOLD
from tests.vault.vaults import DRAFT, TEXTS, Kept, add, texts


def replaced(log: Path, data: bytes) -> None:
    """As a sync program does it: another file under the same name."""
    other = log.with_name("other")
    other.write_bytes(data)
    other.replace(log)


def rescued(kept: Kept) -> list[Path]:
    return [one for one in kept.aside if one.suffix == ".replaced"]


def put_in_place(kept: Kept) -> list[str]:
    """What the rescued log holds, once someone has put it where it was."""
    (rescue,) = rescued(kept)
    shutil.copyfile(rescue, kept.log)
    vault = kept.open()
    found = texts(vault.private)
    assert not vault.private.read_only
    vault.lock()
    return found


def test_what_was_kept_is_written_beside_it(kept: Kept, opened: Vault) -> None:
    """An older file in its place: the next note is refused, and all that was kept before is in a
    whole log of its own; the other program's file is not touched, and drafts go on.
    """
    older = kept.log.read_bytes()
    add(opened.private, "kept meanwhile")
    replaced(kept.log, older)

    for _ in range(3):
        with pytest.raises(Diverged) as raised:
            add(opened.private, "one more")

    assert "nothing of it is lost" in str(raised.value)
    assert "Lock, then open" in str(raised.value)
    opened.drafts.save("there", {"text": "one more"})
    opened.lock()
    assert kept.log.read_bytes() == older
    again = kept.open()
    assert texts(again.private) == list(TEXTS)
    assert again.drafts.all() == {"here": DRAFT, "there": {"text": "one more"}}
    again.lock()
    assert put_in_place(kept) == [*TEXTS, "kept meanwhile"]


def test_where_nothing_is_written_after(kept: Kept, opened: Vault) -> None:
    """It is noticed on locking too, and on the file being gone."""
    older = kept.log.read_bytes()
    add(opened.private, "kept meanwhile")
    replaced(kept.log, older)

    opened.lock()

    assert put_in_place(kept) == [*TEXTS, "kept meanwhile"]


def test_a_log_that_was_taken_away(kept: Kept, opened: Vault) -> None:
    """A log that has no name any more is written beside, on locking."""
    add(opened.private, "kept meanwhile")
    kept.log.unlink()

    opened.lock()

    assert put_in_place(kept) == [*TEXTS, "kept meanwhile"]


def test_where_it_stands_nothing_is_set_aside(kept: Kept, opened: Vault) -> None:
    """A log that nobody replaced, written anew by us or not, leaves nothing there."""
    add(opened.private, "kept")
    opened.private._log.rewrite()
    add(opened.private, "kept too")

    opened.lock()

    assert kept.aside == []


def test_where_the_disk_is_full(kept: Kept, opened: Vault) -> None:
    """That it could not be written is what is said, and it is tried again."""
    replaced(kept.log, kept.log.read_bytes() + b"more")
    files = opened._files
    opened.private._log._files = Failing(1, errno.ENOSPC, lasting=True, only=("write",))
    with pytest.raises(DiskFull):
        add(opened.private, "one more")
    opened.private._log._files = files

    with pytest.raises(Diverged):
        add(opened.private, "one more")

    assert len(rescued(kept)) == 1


def test_what_is_deleted_for_good_is_named_there(kept: Kept, opened: Vault) -> None:
    """Words that may stand in what was rescued are not promised to be gone."""
    id = add(opened.private, "secret")
    replaced(kept.log, kept.log.read_bytes())
    opened.lock()
    again = kept.open()

    again.private.shred([id], TOLD)

    assert list(again.private.still_in) == rescued(kept)
    again.lock()
