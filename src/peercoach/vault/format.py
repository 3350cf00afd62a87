"""The bytes of a log, as ``docs/vault-format.md`` specifies them. No key and no disk is known here.

Integers are big-endian. A log is its header, written twice, then frames.
"""

import struct
import zlib
from dataclasses import dataclass

MAGIC = b"\x89PCL\r\n\x1a\n"
FORMAT = 1
MIN_READER = 1

SPACE_LOG = 1
DRAFTS_LOG = 2

_HEADER = struct.Struct(">8sHH16s16sII16s16s")
_CRC = struct.Struct(">I")
_HEADER_COPY = _HEADER.size + _CRC.size
HEADER_BYTES = 2 * _HEADER_COPY

FRAME = struct.Struct(">16sIQ32s12s")
"""marker, length of what follows the nonce, sequence, SHA-256 of the frame before, nonce."""
BOUND_BYTES = FRAME.size - 12
"""How much of a frame's header is bound as associated data: all of it but the nonce."""
TAG_BYTES = 16
NONCE_BYTES = 12
LENGTH = struct.Struct(">I")

MAX_FRAME = 4 * 1024 * 1024
MAX_DOCUMENT = 1024 * 1024
MIN_PADDED = 512


class NotALog(ValueError):
    """The bytes do not begin as a log does."""


class NewerLog(ValueError):
    """A log of a later format."""


@dataclass(frozen=True)
class Header:
    """What a log says of itself. Ids, file id and marker are 16 bytes each."""

    purpose: int
    vault: bytes
    space: bytes
    epoch: int
    generation: int
    file: bytes
    marker: bytes

    def pack(self) -> bytes:
        """One copy of the header, without its checksum: what frames are bound to."""
        return _HEADER.pack(
            MAGIC,
            FORMAT,
            self.purpose,
            self.vault,
            self.space,
            self.epoch,
            self.generation,
            self.file,
            self.marker,
        )

    def write(self) -> bytes:
        """The first :data:`HEADER_BYTES` of a log: the header and its CRC-32, twice."""
        one = self.pack()
        return 2 * (one + _CRC.pack(zlib.crc32(one)))


def read_header(data: bytes) -> tuple[Header, bool]:
    """The header of a log, and whether both copies of it are whole.

    Raises:
        NewerLog: it was written in a later format.
        NotALog: neither copy is whole, or the two are whole and differ.
    """
    found = set()
    for start in (0, _HEADER_COPY):
        one = data[start : start + _HEADER.size]
        crc = data[start + _HEADER.size : start + _HEADER_COPY]
        if len(crc) == _CRC.size and _CRC.unpack(crc)[0] == zlib.crc32(one):
            found.add(one)
    if len(found) != 1:
        raise NotALog
    one = found.pop()
    magic, version, *fields = _HEADER.unpack(one)
    if magic != MAGIC:
        raise NotALog
    if version != FORMAT:
        raise NewerLog
    return Header(*fields), data[:_HEADER_COPY] == data[_HEADER_COPY:HEADER_BYTES]


def padded_size(size: int) -> int:
    """The size that ``size`` bytes are padded to: Padmé, and at least 512.

    Leaks at most O(log log size) bits of the length and costs at most 12 % (Nikitin et al.,
    *Reducing Metadata Leakage from Encrypted Files and Communication with PURBs*, PoPETs 2019).
    """
    if size <= MIN_PADDED:
        return MIN_PADDED
    exponent = size.bit_length() - 1
    zero_bits = exponent - exponent.bit_length()
    mask = (1 << zero_bits) - 1
    return (size + mask) & ~mask


def frame_size(payload: int) -> int:
    """The bytes of a frame whose payload has so many."""
    return FRAME.size + padded_size(LENGTH.size + payload) + TAG_BYTES


def pad(payload: bytes) -> bytes:
    """Length (4 bytes), payload, zeros."""
    whole = padded_size(LENGTH.size + len(payload))
    return (LENGTH.pack(len(payload)) + payload).ljust(whole, b"\0")


def unpad(padded: bytes) -> bytes:
    """The payload inside.

    Raises:
        ValueError: the length does not fit.
    """
    (size,) = LENGTH.unpack_from(padded)
    if LENGTH.size + size > len(padded):
        raise ValueError
    return padded[LENGTH.size : LENGTH.size + size]


def bind(label: str, *parts: bytes) -> bytes:
    """Join parts so that no two lists of parts give the same bytes: each after its length."""
    pieces = [label.encode("ascii"), *parts]
    return b"".join(LENGTH.pack(len(piece)) + piece for piece in pieces)
