"""Writing frames: where the next one goes, and its bytes."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from peercoach.vault import seal
from peercoach.vault.format import (
    BOUND_BYTES,
    FRAME,
    MAX_FRAME,
    NONCE_BYTES,
    TAG_BYTES,
    Header,
    pad,
)
from peercoach.vault.kdf import hkdf

Random = Callable[[int], bytes]


@dataclass
class Chain:
    """Where the next frame goes: its sequence number, the SHA-256 before it, the file's end."""

    sequence: int
    tip: bytes
    end: int


class Writer:
    """Frames of one file: header, its hash, the file's key, and the chain so far."""

    def __init__(self, header: Header, space_key: bytes, random: Random) -> None:
        self.header = header
        self._random = random
        self._digest = hashlib.sha256(header.pack()).digest()
        self._cipher = seal.Cipher(file_key(space_key, header))
        self.chain = Chain(0, self._digest, len(header.write()))

    def frame(self, payload: bytes) -> bytes:
        """The next frame's bytes. The chain moves only in :meth:`took`."""
        padded = pad(payload)
        length = len(padded) + TAG_BYTES
        nonce = self._random(NONCE_BYTES)
        chain = self.chain
        head = FRAME.pack(self.header.marker, length, chain.sequence, chain.tip, nonce)
        return head + self._cipher.encrypt(nonce, padded, self._digest + head[:BOUND_BYTES])

    def forget(self) -> None:
        """Drop the file's key."""
        del self._cipher

    def took(self, frame: bytes) -> None:
        """The frame is durable: the next one comes after it."""
        self.chain.sequence += 1
        self.chain.tip = hashlib.sha256(frame).digest()
        self.chain.end += len(frame)


def file_key(space_key: bytes, header: Header) -> bytes:
    """The key of one file: HKDF of the space's key and the file's id."""
    return hkdf(space_key, b"peercoach/1 log", header.file)


def whole_log(header: Header, space_key: bytes, payloads: Iterable[bytes], random: Random) -> bytes:
    """The bytes of a log that holds these payloads, one frame each."""
    writer = Writer(header, space_key, random)
    parts = [header.write()]
    for payload in payloads:
        parts.append(writer.frame(payload))
        writer.took(parts[-1])
    return b"".join(parts)


def fits(payload: bytes) -> bool:
    """Whether a payload makes a frame within the limit."""
    return len(pad(payload)) + TAG_BYTES <= MAX_FRAME
