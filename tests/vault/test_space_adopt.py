"""Revisions from another copy: kept as they were stamped, each once, and nothing taken away."""

import errno

import pytest

from peercoach.errors import DiskFull, VaultLocked
from peercoach.vault.vault import Vault
from tests.vault import vaults
from tests.vault.failing import Failing
from tests.vault.vaults import Kept

ID = 77


def stamped(text: str, rev: int, *parents: int, **fields: object) -> dict[str, object]:
    one = [number.to_bytes(16, "big") for number in (rev, *parents)]
    return {**vaults.note(text), **fields, "rev": one[0], "parents": one[1:]}


def gone(rev: int, *parents: int, **fields: object) -> dict[str, object]:
    document = stamped("", rev, *parents, deleted=True, **fields)
    del document["text"]
    return document


FIRST, SECOND = stamped("first", 1), stamped("second", 2, 1)


def test_revisions_keep_their_stamps(kept: Kept) -> None:
    """What is adopted reads as it was written, now and after opening again."""
    vault = kept.open()

    new = vault.private.adopt([(ID, FIRST), (ID, SECOND)])

    assert new == 2
    assert vault.private.versions(ID) == [FIRST, SECOND]
    vault.lock()
    assert kept.open().private.versions(ID) == [FIRST, SECOND]


def test_adopting_twice_changes_nothing(opened: Vault) -> None:
    """A revision that is known is passed over, and no byte is written for it."""
    opened.private.adopt([(ID, FIRST), (ID, SECOND)])
    size = opened.private._log.size

    assert opened.private.adopt([(ID, SECOND), (ID, FIRST)]) == 0
    assert opened.private._log.size == size


def test_an_edit_made_elsewhere_is_the_next_version(opened: Vault) -> None:
    """A revision that names the one that stands here comes after it."""
    opened.private.adopt([(ID, FIRST)])

    opened.private.adopt([(ID, FIRST), (ID, SECOND)])

    assert opened.private.get(ID) == SECOND


def test_an_edit_beats_a_removal_made_beside_it(opened: Vault) -> None:
    """Where one copy removed a note and the other wrote on, it stands, whichever came first."""
    opened.private.adopt([(ID, FIRST), (ID, SECOND)])
    opened.private.adopt([(ID + 1, FIRST), (ID + 1, gone(9, 1))])

    opened.private.adopt([(ID, gone(9, 1))])
    opened.private.adopt([(ID + 1, SECOND)])

    assert opened.private.get(ID) == opened.private.get(ID + 1) == SECOND


def test_what_is_gone_for_good_stays_gone(opened: Vault) -> None:
    """No copy brings back what was deleted for good here."""
    opened.private.adopt([(ID, FIRST)])
    opened.private.shred([ID], {})

    assert opened.private.adopt([(ID, FIRST), (ID, SECOND)]) == 0
    assert opened.private.get(ID) is None


def test_a_mark_from_elsewhere_takes_nothing_away(opened: Vault) -> None:
    """The mark of a deletion for good is kept where nothing is known, and ignored where it is."""
    mark = gone(5, shredded=True)
    opened.private.adopt([(ID, FIRST)])

    assert opened.private.adopt([(ID, mark), (ID + 1, mark)]) == 1

    assert opened.private.get(ID) == FIRST
    assert opened.private.adopt([(ID + 1, FIRST)]) == 0


def test_every_id_is_named(opened: Vault) -> None:
    """Living, removed and deleted for good: each id is named once."""
    living = [id for id, _ in opened.private.documents()]
    opened.private.adopt([(ID, FIRST), (ID, gone(2, 1)), (ID + 1, gone(5, shredded=True))])
    opened.private.commit({}, removes=living[:1])

    assert sorted(opened.private.ids()) == sorted([*living, ID, ID + 1])


def test_a_full_disk_keeps_none(kept: Kept) -> None:
    """Where there is no room nothing is kept, in memory as on the disk."""
    files = Failing(code=errno.ENOSPC, lasting=True, only=("write",))
    vault = kept.open(files)
    files.arm(1)

    with pytest.raises(DiskFull):
        vault.private.adopt([(ID, FIRST)])

    assert vault.private.get(ID) is None


def test_a_closed_space_adopts_nothing(opened: Vault) -> None:
    """After locking it refuses."""
    space = opened.private
    opened.lock()

    with pytest.raises(VaultLocked):
        space.adopt([(ID, FIRST)])
    with pytest.raises(VaultLocked):
        space.ids()


def test_settling_gives_each_document_its_frame(kept: Kept) -> None:
    """After settling a log has a frame for each document, and says the same."""
    vault = kept.open()
    vault.private.commit({500 + n: vaults.note(f"n{n}") for n in range(20)})
    before = vaults.by_id(vault.private)

    vault.private.settle()

    assert vault.private._log.frames == 1 + len(before)
    vault.lock()
    assert vaults.by_id(kept.open().private) == before
