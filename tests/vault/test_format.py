"""The bytes of a log: header, padding, and the joining of what is bound."""

import math
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.vault import format
from peercoach.vault.format import (
    HEADER_BYTES,
    LENGTH,
    MIN_PADDED,
    SPACE_LOG,
    Header,
    NewerLog,
    NotALog,
    bind,
    pad,
    padded_size,
    read_header,
    unpad,
)
from tests.vault.vaults import flipped

HEADER = Header(SPACE_LOG, b"v" * 16, b"s" * 16, 3, 5, b"f" * 16, b"m" * 16)
HALF = HEADER_BYTES // 2


def again(one: bytes) -> bytes:
    """A header copy with a checksum that fits it."""
    return one + struct.pack(">I", zlib.crc32(one))


def padme(size: int) -> int:
    """Algorithm 1 of Nikitin et al., word for word (exact for the sizes used here)."""
    exponent = math.floor(math.log2(size))
    digits = math.floor(math.log2(exponent)) + 1
    last_bits = exponent - digits
    mask = (1 << last_bits) - 1
    return (size + mask) & ~mask


def test_header_there_and_back() -> None:
    """What is written as a header is read as the same header, both copies whole."""
    assert read_header(HEADER.write()) == (HEADER, True)
    assert len(HEADER.write()) == HEADER_BYTES == 176


@pytest.mark.parametrize("start", [0, HALF])
def test_header_survives_any_bit_of_one_copy(start: int) -> None:
    """A bit changed in either copy leaves the same header, and says that a copy is not whole."""
    whole = HEADER.write()

    for bit in range(8 * start, 8 * (start + HALF)):
        assert read_header(flipped(whole, bit)) == (HEADER, False)


def test_header_damaged_alike_is_refused() -> None:
    """The same bit changed in both copies is noticed, for every bit."""
    one = HEADER.write()[:HALF]

    for bit in range(8 * HALF):
        with pytest.raises(NotALog):
            read_header(2 * flipped(one, bit))


def test_two_whole_headers_that_differ_are_refused() -> None:
    """Two whole copies that say different things are not guessed between."""
    other = Header(SPACE_LOG, b"v" * 16, b"s" * 16, 3, 6, b"f" * 16, b"m" * 16)

    with pytest.raises(NotALog):
        read_header(HEADER.write()[:HALF] + other.write()[HALF:])


@pytest.mark.parametrize("size", [0, 1, 8, HALF - 1])
def test_short_bytes_are_no_header(size: int) -> None:
    """Less than one copy is no log."""
    with pytest.raises(NotALog):
        read_header(HEADER.write()[:size])


def test_one_copy_alone_is_enough() -> None:
    """A file cut off inside the second copy still has its header."""
    assert read_header(HEADER.write()[: HALF + 20]) == (HEADER, False)


def test_foreign_magic_is_refused() -> None:
    """A whole header of another kind of file is no log of ours."""
    one = b"\x89PNG\r\n\x1a\n" + HEADER.pack()[8:]

    with pytest.raises(NotALog):
        read_header(2 * again(one))


def test_later_version_is_called_newer() -> None:
    """A later format is refused by name and not called damaged."""
    one = HEADER.pack()[:8] + struct.pack(">H", format.FORMAT + 1) + HEADER.pack()[10:]

    with pytest.raises(NewerLog):
        read_header(2 * again(one))


@pytest.mark.parametrize(
    ("size", "padded"),
    [
        (0, 512),
        (1, 512),
        (512, 512),
        (513, 544),
        (544, 544),
        (545, 576),
        (1_000, 1_024),
        (1_025, 1_088),
        (2**20, 2**20),
        (2**20 + 1, 2**20 + 2**15),
        (4 * 2**20 - 1, 4 * 2**20),
    ],
)
def test_padded_sizes_by_hand(size: int, padded: int) -> None:
    """Sizes worked out by hand from the paper's algorithm."""
    assert padded_size(size) == padded


@given(st.integers(MIN_PADDED, 2**40))
def test_padded_size_is_the_papers(size: int) -> None:
    """Above the least size, it is Padmé as published."""
    assert padded_size(size) == padme(size)


@given(st.integers(0, 2**32))
def test_padding_costs_little(size: int) -> None:
    """Never smaller, never over 12 % (above the least size), and padding again changes nothing."""
    padded = padded_size(size)

    assert padded >= size
    assert padded <= max(MIN_PADDED, size * 1.12)
    assert padded_size(padded) == padded


@given(st.integers(0, 2**22), st.integers(0, 4_096))
def test_padding_is_monotone(size: int, more: int) -> None:
    """A longer payload is never padded to less: sizes leak in one direction only."""
    assert padded_size(size) <= padded_size(size + more)


def test_few_sizes_are_left() -> None:
    """All the notes up to a mebibyte come in fewer than 300 sizes."""
    assert len({padded_size(size) for size in range(0, 2**20, 64)}) < 300


@given(st.binary(max_size=5_000))
def test_pad_there_and_back(payload: bytes) -> None:
    """What was padded is found again, whatever its last bytes are."""
    padded = pad(payload)

    assert unpad(padded) == payload
    assert len(padded) == padded_size(LENGTH.size + len(payload))
    assert not any(padded[LENGTH.size + len(payload) :])


def test_a_length_that_does_not_fit_is_refused() -> None:
    """A payload can't be said to be longer than its padding."""
    with pytest.raises(ValueError):
        unpad(LENGTH.pack(509) + bytes(508))


parts = st.lists(st.binary(max_size=6), max_size=4)


@given(st.text("ab", max_size=3), parts, st.text("ab", max_size=3), parts)
def test_bind_is_injective(one: str, ones: list[bytes], other: str, others: list[bytes]) -> None:
    """Different labels or parts never give the same bytes."""
    same = (one, ones) == (other, others)

    assert (bind(one, *ones) == bind(other, *others)) is same


def test_bind_keeps_parts_apart() -> None:
    """Bytes moved from one part to the next are noticed."""
    assert bind("a", b"bc", b"d") != bind("a", b"b", b"cd") != bind("ab", b"", b"cd")
