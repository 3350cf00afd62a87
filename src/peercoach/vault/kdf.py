"""From what a person types to a key: Argon2id for passphrases, HKDF for the spare key.

Argon2id: RFC 9106. HKDF: RFC 5869. Passphrases are prepared after RFC 8265's OpaqueString, so that
the same words typed on another keyboard are the same bytes: every kind of space becomes a plain
space, then NFC, then UTF-8.
"""

import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from peercoach.errors import AbsurdParameters, WeakPassphrase

KEY_BYTES = 32
SALT_BYTES = 16
LEAST_PASSPHRASE = 8


@dataclass(frozen=True)
class Profile:
    """Argon2id's parameters under a dated name: memory in KiB, passes, lanes."""

    name: str
    memory_kib: int
    iterations: int
    lanes: int

    def check(self) -> None:
        """Refuse what no vault of ours asks for, before any work is done.

        Raises:
            AbsurdParameters: below 64 MiB or 3 passes; above 1 GiB, 8 passes or 8 lanes.
        """
        fits = (
            64 * 1024 <= self.memory_kib <= 1024 * 1024
            and 3 <= self.iterations <= 8
            and 1 <= self.lanes <= 8
        )
        if not fits:
            raise AbsurdParameters


STANDARD = Profile("argon2id-2026-11", memory_kib=256 * 1024, iterations=3, lanes=4)
SMALL = Profile("argon2id-small-2026-11", memory_kib=64 * 1024, iterations=3, lanes=4)


def prepare(passphrase: str) -> bytes:
    """The bytes of a passphrase, the same from every keyboard."""
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in passphrase)
    return unicodedata.normalize("NFC", spaced).encode("utf-8", "surrogatepass")


def refuse_weak(passphrase: str) -> None:
    """Refuse a passphrase of too few characters.

    Raises:
        WeakPassphrase: fewer than :data:`LEAST_PASSPHRASE` characters, spaces at the ends apart.
    """
    if len(passphrase.strip()) < LEAST_PASSPHRASE:
        raise WeakPassphrase(least=LEAST_PASSPHRASE)


def from_passphrase(passphrase: str, salt: bytes, profile: Profile) -> bytes:
    """The 32-byte key-encryption key of a passphrase.

    Raises:
        AbsurdParameters: the profile lies outside what we accept.
        MemoryError: this machine has not the memory the profile asks for.
    """
    profile.check()
    try:
        derived: bytes = Argon2id(
            salt=salt,
            length=KEY_BYTES,
            iterations=profile.iterations,
            lanes=profile.lanes,
            memory_cost=profile.memory_kib,
        ).derive(prepare(passphrase))
    except UnsupportedAlgorithm:
        raise AbsurdParameters from None
    return derived


def from_spare_key(secret: bytes, salt: bytes) -> bytes:
    """The 32-byte key-encryption key of a spare key: 130 random bits need no stretching."""
    return hkdf(secret, b"peercoach/1 spare key", salt)


def hkdf(key: bytes, info: bytes, salt: bytes | None = None) -> bytes:
    """32 bytes for one purpose, named by ``info``."""
    return HKDF(SHA256(), KEY_BYTES, salt, info).derive(key)
