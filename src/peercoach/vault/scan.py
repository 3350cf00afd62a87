"""Reading a log: every frame verified, what is torn told from what is damaged.

This is the hot path of opening a vault, so it is one loop with few calls in it.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from peercoach.vault import seal
from peercoach.vault.format import (
    BOUND_BYTES,
    FRAME,
    HEADER_BYTES,
    LENGTH,
    MAX_FRAME,
    MIN_PADDED,
    TAG_BYTES,
    Header,
    read_header,
    unpad,
)

_LEAST = MIN_PADDED + TAG_BYTES
"""What the smallest frame seals."""


@dataclass(frozen=True)
class Scan:
    """What a log holds.

    ``payloads`` are the frames that verify, in order. ``end`` is where the last frame of the
    unbroken chain ends, ``tip`` that frame's SHA-256 and ``frames`` how many there are. ``torn``
    says that bytes after ``end`` look like a write that was cut off; ``broken`` that the log is
    damaged there: ``payloads`` then also holds every later frame that verifies by itself.
    """

    header: Header
    header_whole: bool
    payloads: list[bytes] = field(repr=False)
    end: int
    tip: bytes
    frames: int
    torn: bool
    broken: bool


def scan(data: bytes, key_of: Callable[[Header], bytes]) -> Scan:
    """Read a whole log.

    Raises:
        NotALog, NewerLog: it does not begin as a log of ours.
    """
    header, header_whole = read_header(data)
    digest = hashlib.sha256(header.pack()).digest()
    cipher = seal.Cipher(key_of(header))
    payloads, end, tip = _chain(data, header.marker, digest, cipher)
    frames = len(payloads)
    torn, broken = False, not frames
    if end < len(data):
        later = data.find(header.marker, end + 1)
        whole = _salvage(data, end, frames, header.marker, digest, cipher)
        # A cut write leaves nothing whole behind: a whole frame there has lost one before it.
        small = len(data) - end <= FRAME.size + MAX_FRAME
        torn = later < 0 and small and not whole and frames > 0
        broken = not torn
        payloads += whole
    return Scan(header, header_whole, payloads, end, tip, frames, torn, broken)


def _chain(
    data: bytes, marker: bytes, digest: bytes, cipher: seal.Cipher
) -> tuple[list[bytes], int, bytes]:
    """The payloads from the start up to the first frame that does not verify."""
    payloads: list[bytes] = []
    add, unpack, decrypt, sha256 = (
        payloads.append,
        FRAME.unpack_from,
        cipher.decrypt,
        hashlib.sha256,
    )
    length_of, prefix, head = LENGTH.unpack_from, LENGTH.size, FRAME.size
    at, size, tip, sequence = HEADER_BYTES, len(data), digest, 0
    view = memoryview(data)
    while at + head <= size:
        found, length, number, before, nonce = unpack(data, at)
        stop = at + head + length
        if (
            found != marker
            or number != sequence
            or before != tip
            or not _LEAST <= length <= MAX_FRAME
            or stop > size
        ):
            break
        try:
            padded = decrypt(nonce, view[at + head : stop], digest + data[at : at + BOUND_BYTES])
        except (seal.DoesNotOpen, ValueError):
            break
        used = prefix + length_of(padded)[0]
        if used > len(padded):
            break
        add(padded[prefix:used])
        tip = sha256(view[at:stop]).digest()
        sequence += 1
        at = stop
    return payloads, at, tip


def _salvage(
    data: bytes, start: int, first: int, marker: bytes, digest: bytes, cipher: seal.Cipher
) -> list[bytes]:
    """Every frame after ``start`` that verifies by itself, each sequence number once."""
    found: dict[int, bytes] = {}
    at = data.find(marker, start)
    while at >= 0 and at + FRAME.size <= len(data):
        _, length, number, _, nonce = FRAME.unpack_from(data, at)
        stop = at + FRAME.size + length
        try:
            if _LEAST <= length <= MAX_FRAME and number >= first and stop <= len(data):
                sealed = data[at + FRAME.size : stop]
                padded = cipher.decrypt(nonce, sealed, digest + data[at : at + BOUND_BYTES])
                found.setdefault(number, unpad(padded))
        except (seal.DoesNotOpen, ValueError):
            pass
        at = data.find(marker, at + 1)
    return [found[number] for number in sorted(found)]
