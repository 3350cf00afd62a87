"""Deleted for good: nothing is left of it, on the disk or in memory, whatever goes wrong."""

from typing import Any

import pytest

from peercoach.errors import DeletedForGood, PeercoachError, VaultError
from peercoach.vault.space import Space
from peercoach.vault.vault import Vault
from tests.vault.failing import Failing
from tests.vault.independent_reader import read_vault
from tests.vault.vaults import TEXTS, Kept, add, by_id, note, texts

SECRET = "The thing I would tell no one."
LATER = "The thing I would tell no one, said better."
TOLD = {"deleted_at": 1, "deleted_offset": 0, "deleted_zone": "GMT"}


def secret_note(space: Space) -> int:
    """A note of two versions."""
    id = add(space, SECRET)
    space.commit({id: note(LATER)})
    return id


def every_text(kept: Kept) -> str:
    """All that can be decrypted of the vault, read by the reader that shares no code of ours."""
    book = read_vault(kept.path, spare_key=kept.spare_key)
    return repr((book.revisions, book.drafts))


def held_by(space: Space) -> str:
    """All that the space holds in memory."""
    storage = space._storage
    return repr((storage.read(), storage.superseded, storage._forked))


def test_nothing_is_left_of_it(kept: Kept, opened: Vault) -> None:
    """No frame of the log holds a version of it; the others stand; its id is known as gone."""
    id = secret_note(opened.private)
    before = texts(opened.private)
    assert SECRET in every_text(kept)

    opened.private.shred([id], TOLD)

    assert SECRET not in every_text(kept)
    assert LATER not in every_text(kept)
    assert SECRET not in held_by(opened.private)
    assert texts(opened.private) == [text for text in before if text != LATER]
    assert opened.private.get(id) is None
    (mark,) = opened.private.versions(id)
    assert mark.keys() == {"kind", "schema", "deleted", "shredded", "rev", "parents", *TOLD}
    opened.lock()
    again = kept.open()
    assert again.private.get(id) is None
    assert list(again.private.removed()) == []
    again.lock()


def test_a_removed_one_goes_for_good_too(kept: Kept, opened: Vault) -> None:
    """What was taken out before is gone as well, and others that were taken out stay."""
    one, other = secret_note(opened.private), add(opened.private, "Another.")
    opened.private.commit({}, [one, other], TOLD)
    assert {id for id, _ in opened.private.removed()} == {one, other}

    opened.private.shred([one], TOLD)

    assert [id for id, _ in opened.private.removed()] == [other]
    assert SECRET not in every_text(kept)
    assert "Another." in every_text(kept)


def test_nothing_can_be_put_there_again(opened: Vault) -> None:
    """A later edit of it is refused by name, not swallowed; the same commit's others wait too."""
    id = secret_note(opened.private)
    opened.private.shred([id], TOLD)
    before = by_id(opened.private)

    with pytest.raises(DeletedForGood):
        opened.private.commit({id: note("again"), opened.private.new_id(): note("beside")})
    with pytest.raises(DeletedForGood):
        opened.private.keep_only(id, note("again"))

    assert by_id(opened.private) == before
    assert opened.private.new_id() != id


def test_twice_is_once(opened: Vault) -> None:
    """Deleting it again changes nothing, nor does deleting what never was."""
    id = secret_note(opened.private)
    opened.private.shred([id], TOLD)
    mark = opened.private.versions(id)

    opened.private.shred([id, 12345], TOLD)

    assert opened.private.versions(id) == mark
    assert opened.private.versions(12345) == []


@pytest.mark.parametrize("mark_first", [True, False])
def test_the_mark_beats_an_edit_of_another_copy(opened: Vault, mark_first: bool) -> None:
    """Whichever is met first, an edit made beside it on another copy does not come back."""
    storage = opened.private._storage
    base = {"kind": "entry", "schema": 1, "text": SECRET, "rev": b"a" * 16, "parents": []}
    edit = {**base, "text": LATER, "rev": b"z" * 16, "parents": [b"a" * 16]}
    mark = {"kind": "entry", "schema": 1, "deleted": True, "shredded": True}
    mark |= {"rev": b"0" * 16, "parents": []}
    order: list[dict[str, Any]] = [base, mark, edit] if mark_first else [base, edit, mark]

    storage._apply(("documents", 7, revision) for revision in order)

    assert opened.private.get(7) is None
    assert opened.private.versions(7) == [mark]
    assert LATER not in held_by(opened.private)


def test_only_one_version_is_left(kept: Kept, opened: Vault) -> None:
    """The chosen version stands; of the others their ids are known, and nothing they said."""
    id = secret_note(opened.private)
    opened.private.commit({id: note("The third.")})

    opened.private.keep_only(id, note(LATER))

    assert by_id(opened.private)[id] == LATER
    everything = every_text(kept)
    assert "The third." not in everything
    assert repr(SECRET) not in everything
    versions = opened.private.versions(id)
    assert [one.get("text") for one in versions] == [None, None, None, LATER]
    assert all(one["emptied"] for one in versions[:-1])
    assert [one["parents"] for one in versions[1:]] == [[one["rev"]] for one in versions[:-1]]
    opened.lock()
    again = kept.open()
    assert again.private.versions(id) == versions
    assert read_vault(kept.path, spare_key=kept.spare_key).current(1)[id]["text"] == LATER
    again.lock()


def test_drafts_leave_no_earlier_state(kept: Kept, opened: Vault) -> None:
    """Each save of a draft adds bytes; cleaned, the last one alone is in the file."""
    opened.drafts.save("here", {"kind": "draft", "schema": 1, "text": SECRET})
    opened.drafts.save("here", {"kind": "draft", "schema": 1, "text": "now"})
    size = kept.drafts_log.stat().st_size

    opened.drafts.clean()

    assert kept.drafts_log.stat().st_size < size
    assert opened.drafts.all()["here"]["text"] == "now"
    assert opened.drafts._log is not None and opened.drafts._log.frames == 2


def test_torn_ends_go_too(kept: Kept) -> None:
    """What was set aside as a torn end of the log, which nobody was told is kept, is dropped."""
    with kept.log.open("ab") as log:
        log.write(b"torn")
    vault = kept.open()
    assert len(kept.aside) == 1
    id = add(vault.private, SECRET)

    vault.private.shred([id], TOLD)

    assert kept.aside == []
    vault.lock()


@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("what", ["shred", "keep_only"])
def test_whichever_call_fails_all_is_as_it_was_or_done(
    kept: Kept, what: str, lasting: bool
) -> None:
    """A disk that fails at any call leaves the note whole, in memory and on disk, or gone, and it
    is never said to be gone while it is not.
    """
    counting = Failing()
    vault = kept.open(counting)
    id = secret_note(vault.private)
    vault.lock()
    opened_with = 0

    for at in range(1, 40):
        disk = Failing()
        vault = kept.open(disk)
        before = by_id(vault.private)
        disk.lasting = lasting
        disk.arm(at)
        raised: PeercoachError | None = None
        try:
            if what == "shred":
                vault.private.shred([id], TOLD)
            else:
                vault.private.keep_only(id, note(LATER))
        except VaultError as error:
            raised = error
        disk.arm(0)
        if raised is None:
            opened_with = at
            vault.lock()
            break
        assert by_id(vault.private) == before
        assert SECRET in repr(vault.private.versions(id))
        vault.lock()
        # On the disk: whole, or done after all (it failed after the new file was in place).
        found = kept.open()
        assert {k: v for k, v in by_id(found.private).items() if k != id} == {
            k: v for k, v in before.items() if k != id
        }
        if SECRET not in repr(found.private.versions(id)):
            found.lock()
            opened_with = at
            break
        found.lock()

    assert opened_with > 3


def test_a_new_generation_that_cannot_be_opened_again(kept: Kept) -> None:
    """Where the last call of a deletion fails, the note is whole again, on the disk too, as soon
    as anything else is kept.
    """
    disk = Failing(only=("open",))
    vault = kept.open(disk)
    id = secret_note(vault.private)
    before = by_id(vault.private)
    disk.arm(2)
    with pytest.raises(VaultError):
        vault.private.shred([id], TOLD)
    assert disk.failed == ["open"]
    assert by_id(vault.private) == before

    other = add(vault.private, "One more.")

    vault.lock()
    again = kept.open()
    assert by_id(again.private) == {**before, other: "One more."}
    again.lock()


def test_a_notebook_that_is_read_only_loses_nothing(kept: Kept, opened: Vault) -> None:
    """In a damaged log nothing is deleted for good: it is refused, and everything is shown."""
    id = secret_note(opened.private)
    opened.lock()
    data = bytearray(kept.log.read_bytes())
    data[400] ^= 1
    kept.log.write_bytes(data)
    vault = kept.open()

    with pytest.raises(VaultError):
        vault.private.shred([id], TOLD)

    assert vault.private.get(id) is not None
    assert TEXTS[-1] in texts(vault.private)
    vault.lock()
