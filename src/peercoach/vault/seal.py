"""The primitives, each under the one name and with the one set of parameters that we use.

AES-256-GCM (NIST SP 800-38D), HPKE base mode with X25519, HKDF-SHA256, AES-256-GCM (RFC 9180),
Ed25519 (RFC 8032), HMAC-SHA256 (RFC 2104).
"""

import hashlib
import hmac
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from peercoach.vault.format import NONCE_BYTES
from peercoach.vault.kdf import hkdf

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
Cipher = AESGCM
DoesNotOpen = InvalidTag


@dataclass(frozen=True)
class MemberKeys:
    """The two key pairs that follow from a member's 32-byte seed."""

    _box: X25519PrivateKey = field(repr=False)
    _sign: Ed25519PrivateKey = field(repr=False)

    @classmethod
    def of(cls, seed: bytes) -> "MemberKeys":
        """Derive both pairs, each under its own label."""
        return cls(
            X25519PrivateKey.from_private_bytes(hkdf(seed, b"peercoach/1 member x25519")),
            Ed25519PrivateKey.from_private_bytes(hkdf(seed, b"peercoach/1 member ed25519")),
        )

    @property
    def box_public(self) -> bytes:
        """The X25519 public key, 32 bytes."""
        return self._box.public_key().public_bytes_raw()

    @property
    def sign_public(self) -> bytes:
        """The Ed25519 public key, 32 bytes."""
        return self._sign.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """An Ed25519 signature, 64 bytes."""
        return self._sign.sign(message)

    def open(self, sealed: bytes, info: bytes) -> bytes:
        """Open what was sealed for this member for exactly this purpose.

        Raises:
            DoesNotOpen: it was sealed for another, for another purpose, or changed.
        """
        try:
            return _SUITE.decrypt(sealed, self._box, info)
        except ValueError:
            raise DoesNotOpen from None


def seal_for(box_public: bytes, plain: bytes, info: bytes) -> bytes:
    """HPKE: the encapsulated key (32 bytes), then the ciphertext and its tag."""
    return _SUITE.encrypt(plain, X25519PublicKey.from_public_bytes(box_public), info)


def verified(sign_public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the signature is by this key over this message."""
    try:
        Ed25519PublicKey.from_public_bytes(sign_public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def seal(key: bytes, nonce: bytes, plain: bytes, bound: bytes) -> bytes:
    """The nonce, then AES-256-GCM's ciphertext and tag."""
    return nonce + AESGCM(key).encrypt(nonce, plain, bound)


def unseal(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    """Open what :func:`seal` gave.

    Raises:
        DoesNotOpen: another key, another purpose, or changed.
    """
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound)
    except ValueError:
        raise DoesNotOpen from None


def mac(key: bytes, message: bytes) -> bytes:
    """HMAC-SHA256, 32 bytes."""
    return hmac.digest(key, message, hashlib.sha256)


def same(one: bytes, other: bytes) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(one, other)
