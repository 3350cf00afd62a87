"""Whole frames put where they don't belong: swapped, dropped, doubled, replayed, moved."""

import hashlib
import struct
import zlib
from pathlib import Path

import pytest

from peercoach.errors import KeyringStale, LogDamaged, LogMissing, NewerFormat, ReadOnly
from peercoach.vault.format import FRAME, HEADER_BYTES, MAX_FRAME
from peercoach.vault.frames import Writer
from tests.vault import logs, vaults
from tests.vault.logs import frames, header, payloads, read, written
from tests.vault.vaults import TEXTS, Kept, add, flipped, said, texts

NOTES = 6
WHOLE = written(NOTES)
HEAD, FRAMES = WHOLE[:HEADER_BYTES], frames(WHOLE)
PAYLOADS = payloads(NOTES)


def joined(parts: list[bytes]) -> bytes:
    return HEAD + b"".join(parts)


def test_swapped() -> None:
    """Two frames in each other's place are noticed, and nothing is shown twice or left out."""
    for one in range(len(FRAMES) - 1):
        parts = list(FRAMES)
        parts[one], parts[one + 1] = parts[one + 1], parts[one]
        found = read(joined(parts))
        assert found is not None and found.broken
        assert found.payloads == PAYLOADS


def test_dropped() -> None:
    """A frame left out of the middle is noticed, wherever; all the others are shown."""
    for one in range(len(FRAMES) - 1):
        found = read(joined(FRAMES[:one] + FRAMES[one + 1 :]))
        assert found is not None and found.broken
        assert found.payloads == PAYLOADS[:one] + PAYLOADS[one + 1 :]


def test_doubled() -> None:
    """A frame that stands twice is noticed, and counts once."""
    for one in range(len(FRAMES)):
        found = read(joined(FRAMES[: one + 1] + FRAMES[one:]))
        assert found is not None and (found.broken or found.torn)
        assert found.payloads == PAYLOADS


def test_an_earlier_frame_at_the_end() -> None:
    """An old frame played again at the end adds nothing and is set aside."""
    for one in range(len(FRAMES)):
        found = read(joined([*FRAMES, FRAMES[one]]))
        assert found is not None and found.torn
        assert found.payloads == PAYLOADS


@pytest.mark.parametrize("place", range(NOTES + 1))
def test_replayed_from_an_older_generation(place: int) -> None:
    """A frame of an older generation with the same key and number is not taken."""
    older = frames(written(NOTES, head=header(generation=1), text="old"))
    parts = list(FRAMES)
    parts[place] = older[place]

    found = read(joined(parts))

    assert found is not None and (found.broken or found.torn)
    assert not any(b"old" in payload for payload in found.payloads)
    assert len(found.payloads) >= NOTES


def test_a_frame_with_a_marker_made_to_fit() -> None:
    """A frame of another file with this file's marker written over its own is not taken."""
    older = frames(written(NOTES, head=header(generation=1), text="old"))[NOTES]
    parts = [*FRAMES[:NOTES], FRAMES[0][:16] + older[16:]]

    found = read(joined(parts))

    assert found is not None and found.torn
    assert found.payloads == PAYLOADS[:NOTES]


def test_a_log_moved_between_vaults(template: Kept, kept: Kept, tmp_path: Path) -> None:
    """Another vault's log in the place of ours is refused, and both files are left as they are."""
    other = vaults.make(tmp_path / "other.vault", seed=8)
    foreign = other.log.read_bytes()
    kept.log.write_bytes(foreign)

    with pytest.raises(LogDamaged):
        kept.open()

    assert kept.log.read_bytes() == foreign


def test_a_log_moved_between_spaces(kept: Kept) -> None:
    """The Heal log in the private log's place is refused; the other way it is said."""
    private, heal = kept.log.read_bytes(), kept.heal_log.read_bytes()

    kept.log.write_bytes(heal)
    with pytest.raises(LogDamaged):
        kept.open()
    kept.log.write_bytes(private)
    kept.heal_log.write_bytes(private)
    vault = kept.open()

    assert said(vault) == ["space-unreadable"]
    assert texts(vault.private) == list(TEXTS)
    with pytest.raises(LogMissing):
        _ = vault.heal
    vault.lock()
    assert kept.heal_log.read_bytes() == private


def test_drafts_in_the_place_of_notes(kept: Kept) -> None:
    """A drafts log is never read as notes, nor notes as drafts."""
    notes, drafts = kept.log.read_bytes(), kept.drafts_log.read_bytes()
    kept.drafts_log.write_bytes(notes)

    vault = kept.open()
    assert said(vault) == ["drafts-begun-again"]
    assert vault.drafts.all() == {}
    vault.lock()

    kept.log.write_bytes(drafts)
    with pytest.raises(LogDamaged):
        kept.open()


def rehead(data: bytes, at: int, value: bytes) -> bytes:
    """The log with other header bytes, both copies alike and their checksums true."""
    one = data[:84][:at] + value + data[:84][at + len(value) :]
    return 2 * (one + struct.pack(">I", zlib.crc32(one))) + data[HEADER_BYTES:]


def test_a_later_epoch_is_called_stale(kept: Kept) -> None:
    """A log that knows more changes of keys than the key file: the key file is too old."""
    kept.log.write_bytes(rehead(kept.log.read_bytes(), 44, struct.pack(">I", 1)))

    with pytest.raises(KeyringStale):
        kept.open()


def test_a_later_format_is_called_newer(kept: Kept) -> None:
    """A log of a later format is refused by name, and left as it is."""
    newer = rehead(kept.log.read_bytes(), 8, struct.pack(">H", 2))
    kept.log.write_bytes(newer)

    with pytest.raises(NewerFormat) as raised:
        kept.open()

    assert raised.value.facts["needs"] == 2
    assert kept.log.read_bytes() == newer


def test_a_header_of_another_generation(kept: Kept) -> None:
    """Frames are bound to their header: another generation number on top shows nothing."""
    kept.log.write_bytes(rehead(kept.log.read_bytes(), 48, struct.pack(">I", 7)))

    vault = kept.open()

    assert said(vault) == ["salvage"]
    assert texts(vault.private) == []
    assert vault.private.read_only
    vault.lock()


@pytest.mark.parametrize("length", [0, 16, 31, 527, 2**32 - 1, MAX_FRAME + 1])
def test_lengths_that_no_frame_has(length: int) -> None:
    """A frame that claims a size no frame has is not read past, whatever it claims."""
    head = bytearray(FRAMES[3])
    head[16:20] = struct.pack(">I", length)

    found = read(joined([*FRAMES[:3], bytes(head), *FRAMES[4:]]))

    assert found is not None and found.broken
    assert found.payloads == PAYLOADS[:3] + PAYLOADS[4:]


def test_damage_at_each_of_a_hundred_notes(hundred: Kept, tmp_path: Path) -> None:
    """Harm to one frame of a hundred costs that note alone; it opens for reading and says so."""
    kept = hundred.copied(tmp_path / "notebook.vault")
    whole = kept.log.read_bytes()
    vault = kept.open()
    all_of_them = texts(vault.private)
    vault.lock()
    at = HEADER_BYTES

    for number, frame in enumerate(frames(whole)[:-1]):
        kept.log.write_bytes(flipped(whole, 8 * (at + FRAME.size + 50)))
        at += len(frame)
        vault = kept.open()
        lost = {all_of_them[number - 1]} if number else set()
        assert texts(vault.private) == [one for one in all_of_them if one not in lost]
        assert said(vault) == ["salvage"]
        assert vault.private.read_only
        with pytest.raises(ReadOnly):
            add(vault.private, "not here")
        with pytest.raises(ReadOnly):
            vault.private.table.truncate()
        # Only the notes are closed for writing: what is being typed can still be kept.
        vault.drafts.save("here", {"text": str(number)})
        vault.lock()

    assert all_of_them == [*TEXTS, *(f"Note {number}." for number in range(3, 100))]


def test_a_lost_revision_does_not_bring_back_an_older_one(kept: Kept) -> None:
    """Where the middle one of three versions is lost, the newest is still what is shown."""
    for attempt in range(8):
        vault = kept.open()
        id = vault.private.new_id()
        sizes = []
        for text in ("first", "second", "third"):
            vault.private.commit({id: vaults.note(f"{text} {attempt}")})
            sizes.append(kept.log.stat().st_size)
        vault.lock()
        whole = kept.log.read_bytes()
        kept.log.write_bytes(flipped(whole, 8 * (sizes[0] + 100)))

        vault = kept.open()

        assert said(vault) == ["salvage"]
        document = vault.private.get(id)
        assert document is not None and document["text"] == f"third {attempt}"
        vault.lock()
        kept.log.write_bytes(whole)


def test_a_missing_log_is_not_an_empty_one(kept: Kept) -> None:
    """A space whose log is gone is called missing; for the Heal space it is said."""
    kept.heal_log.unlink()
    vault = kept.open()
    assert said(vault) == ["space-unreadable"]
    vault.lock()
    kept.log.unlink()

    with pytest.raises(LogMissing):
        kept.open()

    assert not kept.log.exists()


def test_salvage_changes_nothing(kept: Kept) -> None:
    """A damaged log is left exactly as it was found."""
    damaged = flipped(kept.log.read_bytes(), 8 * 900)
    kept.log.write_bytes(damaged)

    kept.open().lock()

    assert kept.log.read_bytes() == damaged
    assert kept.aside == []
    assert logs.frames(damaged)


def crafted(number: int, before: bytes) -> bytes:
    """A frame that verifies by itself, with a number and a hash of the frame before at will."""
    writer = Writer(header(), logs.KEY, vaults.seeded(9))
    writer.chain.sequence, writer.chain.tip = number, before
    return writer.frame(b"crafted")


def test_number_and_chain_must_both_fit() -> None:
    """A frame that verifies by itself goes on from the one before by number and by hash, or not."""
    tip = hashlib.sha256(FRAMES[-1]).digest()
    after = NOTES + 1

    fits = read(WHOLE + crafted(after, tip))
    assert fits is not None and not fits.broken and fits.payloads == [*PAYLOADS, b"crafted"]

    for frame in (crafted(after + 1, tip), crafted(after, bytes(32)), crafted(after - 1, tip)):
        found = read(WHOLE + frame)
        assert found is not None and (found.broken or found.torn)
        assert found.frames == after
        assert found.end == len(WHOLE)


def test_two_damaged_frames_at_the_end_are_not_one_torn_write() -> None:
    """One write leaves one torn frame: where a second one begins after it, nothing is cut off."""
    at = len(WHOLE) - len(FRAMES[-1])
    data = flipped(flipped(WHOLE, 8 * (at + 300)), 8 * (at - 300))

    found = read(data)

    assert found is not None and found.broken and not found.torn
    assert found.payloads == PAYLOADS[: NOTES - 1]
