"""Deleted for good: the vault's own backups hold nothing of it either, or it is said which do."""

from pathlib import Path
from typing import Any

import pytest

from peercoach.vault.backups import without
from peercoach.vault.format import read_header
from peercoach.vault.space_changes import decode, encode
from peercoach.vault.vault import Vault
from tests.vault.failing import CODES, Failing
from tests.vault.independent_reader import read_vault
from tests.vault.test_for_good import LATER, SECRET, TOLD, secret_note
from tests.vault.vaults import TEXTS, Kept, Unsynced, add, bytes_under, flipped, note, texts


def said_in(backup: Path, kept: Kept) -> str:
    """All that can be decrypted of a backup, read by the reader that shares no code of ours."""
    book = read_vault(backup, spare_key=kept.spare_key)
    assert set(book.states.values()) == {"whole"}
    return repr((book.revisions, book.drafts))


def own(kept: Kept) -> list[Path]:
    return sorted((kept.path / "backups").iterdir())


def test_its_words_leave_every_backup(kept: Kept, opened: Vault) -> None:
    """No version of it is in any backup, the draft it was typed in neither; a mark says that it
    is gone, and everything else is there.
    """
    opened.back_up()
    id = secret_note(opened.private)
    opened.drafts.save("there", {"text": SECRET})
    opened.back_up()
    add(opened.private, "later")
    opened.back_up()
    assert [SECRET in said_in(one, kept) for one in own(kept)] == [False, True, True]

    opened.private.shred([id], TOLD)

    assert opened.private.still_in == ()
    for one in own(kept):
        said = said_in(one, kept)
        assert SECRET not in said and LATER not in said
        book = read_vault(one, spare_key=kept.spare_key)
        assert [text["text"] for text in book.current(1).values()][:3] == list(TEXTS)
    (mark,) = read_vault(own(kept)[1], spare_key=kept.spare_key).revisions[1][id]
    assert mark["shredded"] is True


def test_nothing_of_it_is_in_the_bytes(kept: Kept, opened: Vault) -> None:
    """Each log that held it is a new file under a new id; those that did not stay as they are."""
    opened.back_up()
    id = secret_note(opened.private)
    opened.back_up()
    without_it, with_it = (one / "spaces" / kept.log.name for one in own(kept))
    was, before = read_header(with_it.read_bytes())[0], without_it.read_bytes()
    heal = bytes_under(own(kept)[1])[f"spaces/{kept.heal_log.name}"]

    opened.private.shred([id], TOLD)

    now = read_header(with_it.read_bytes())[0]
    assert (now.generation, now.epoch) == (was.generation + 1, was.epoch)
    assert {now.file, now.marker}.isdisjoint({was.file, was.marker})
    assert without_it.read_bytes() == before
    assert bytes_under(own(kept)[1])[f"spaces/{kept.heal_log.name}"] == heal


def test_earlier_versions_leave_too(kept: Kept, opened: Vault) -> None:
    """Where one version is kept and the others go, a backup has that one alone."""
    id = secret_note(opened.private)
    opened.back_up()

    opened.private.keep_only(id, note("What may be known."))

    (one,) = own(kept)
    assert SECRET not in said_in(one, kept) and LATER not in said_in(one, kept)
    book = read_vault(one, spare_key=kept.spare_key)
    assert book.current(1)[id]["text"] == "What may be known."
    assert [bool(rev.get("emptied")) for rev in book.revisions[1][id]] == [True, True, False]


def test_a_backup_put_back_keeps_it_gone(kept: Kept, opened: Vault, tmp_path: Path) -> None:
    """Opening the backup itself shows all but what was deleted for good."""
    id = secret_note(opened.private)
    made = opened.back_up().path
    opened.private.shred([id], TOLD)
    opened.lock()

    vault = Vault.open(made, spare_key=kept.spare_key, files=Unsynced())

    assert texts(vault.private) == list(TEXTS)
    assert vault.private.get(id) is None
    vault.lock()


def test_a_damaged_backup_is_named(kept: Kept, opened: Vault) -> None:
    """One that can't be written anew is left, named, and the others are seen to."""
    id = secret_note(opened.private)
    opened.back_up()
    opened.back_up()
    bad, good = own(kept)
    log = bad / "spaces" / kept.log.name
    log.write_bytes(flipped(log.read_bytes(), 8 * 1_000))
    before = bytes_under(bad)

    opened.private.shred([id], TOLD)

    assert opened.private.still_in == (bad,)
    assert bytes_under(bad) == before
    assert SECRET not in said_in(good, kept)
    assert opened.private.get(id) is None


def test_one_that_failed_is_seen_to_next_time(kept: Kept, opened: Vault) -> None:
    """A backup that could not be written is named; the next deletion for good takes both out."""
    one, two = secret_note(opened.private), add(opened.private, "Another secret.")
    opened.back_up()
    (backup,) = own(kept)
    opened._files = Failing(1, lasting=True)
    opened.private.shred([one], TOLD)
    assert list(opened.private.still_in) == [backup]
    assert SECRET in said_in(backup, kept)
    opened._files = Unsynced()

    opened.private.shred([two], TOLD)

    assert not opened.private.still_in
    assert SECRET not in said_in(backup, kept)
    assert "Another secret." not in said_in(backup, kept)


def test_whichever_call_fails_the_backup_is_whole(kept: Kept, tmp_path: Path) -> None:
    """Each call of writing a backup anew fails: it is whole, before or after, and it is named as
    long as the words may be in it.
    """
    vault = kept.open()
    id = secret_note(vault.private)
    vault.back_up()
    vault.lock()
    counted, shredded = Failing(), kept.copied(tmp_path / "counted")
    vault = shredded.open()
    vault._files = counted
    vault.private.shred([id], TOLD)
    vault.lock()
    assert counted.calls > 5

    for at in range(1, counted.calls + 1):
        here = kept.copied(tmp_path / f"{at}")
        vault = here.open()
        vault._files = Failing(at, CODES[at % 5])
        vault.private.shred([id], TOLD)
        (backup,) = own(here)
        assert vault.private.still_in in ((), (backup,))
        if not vault.private.still_in:
            assert SECRET not in said_in(backup, here)
        assert TEXTS[0] in said_in(backup, here)
        vault.lock()


def test_half_made_ones_go(kept: Kept, opened: Vault) -> None:
    """What was never finished, or only half removed, holds no words either."""
    id = secret_note(opened.private)
    made = opened.back_up().path
    made.rename(made.with_name(made.name + ".new"))

    opened.private.shred([id], TOLD)

    assert own(kept) == []
    assert opened.private.still_in == ()


def change(id: int, **fields: Any) -> tuple[str, int, dict[str, Any]]:
    return ("documents", id, {"kind": "note", "schema": 1, **fields})


def test_others_are_kept_byte_for_byte() -> None:
    """Payloads without it are the same bytes; in one that has it, the other changes stand."""
    gone = {1: [{"kind": "note", "schema": 1, "shredded": True}]}
    # A longer writing of an empty map than any of ours: kept as it stands.
    odd = b"\x91\x93\xa5other\xcf\x00\x00\x00\x00\x00\x00\x00\x05\xde\x00\x00"
    shared = encode([change(1, text="secret"), change(2, text="mine")])

    left = without([encode([]), odd, shared], gone)

    assert left is not None
    assert left[:2] == [encode([]), odd]
    assert [decode(one) for one in left[2:]] == [
        [["documents", 2, {"kind": "note", "schema": 1, "text": "mine"}]],
        [["documents", 1, gone[1][0]]],
    ]


@pytest.mark.parametrize("payloads", [[], [encode([change(2, text="mine")])]])
def test_where_it_is_not_nothing_is_written(payloads: list[bytes]) -> None:
    """A log without it, or with no more than the mark, needs no writing."""
    gone = {1: [{"kind": "note", "schema": 1, "shredded": True}]}

    assert without(payloads, gone) is None
    assert without([*payloads, encode([("documents", 1, gone[1][0])])], gone) is None
