"""The primitives of ``docs/vault-format.md``, from the standard library and bare primitives.

HKDF and HPKE's key schedule are written out here, so that the program's HPKE is held to RFC 9180
and not to whatever its library happens to do.
"""

import hmac
import re
import struct
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id


class Refused(Exception):
    """What the specification says a reader must refuse; ``kind`` is the name it gives."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def bind(label: bytes, *parts: bytes) -> bytes:
    """BIND: the label and each part after its length."""
    return b"".join(struct.pack(">I", len(part)) + part for part in (label, *parts))


def hkdf(key: bytes, info: bytes, salt: bytes = bytes(32)) -> bytes:
    """HKDF-SHA256, 32 bytes."""
    extracted = hmac.digest(salt, key, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")


def stretch(passphrase: str, salt: bytes, memory: int, passes: int, lanes: int) -> bytes:
    """Argon2id of a prepared passphrase."""
    kdf = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
    derived: bytes = kdf.derive(prepare(passphrase))
    return derived


def prepare(passphrase: str) -> bytes:
    """The bytes of a passphrase."""
    plain = "".join(" " if unicodedata.category(c) == "Zs" else c for c in passphrase)
    return unicodedata.normalize("NFC", plain).encode("utf-8", "surrogatepass")


def aead_open(key: bytes, nonce: bytes, sealed: bytes, bound: bytes) -> bytes:
    """AES-256-GCM, or ``keyring-forged``."""
    try:
        return AESGCM(key).decrypt(nonce, sealed, bound)
    except InvalidTag:
        raise Refused("keyring-forged") from None


def hpke_keys(shared: bytes, enc: bytes, public: bytes, info: bytes) -> tuple[bytes, bytes]:
    """Key and nonce of RFC 9180's base mode for suite 0x0020, 0x0001, 0x0002, first message."""
    kem = b"KEM" + struct.pack(">H", 0x20)
    suite = b"HPKE" + struct.pack(">HHH", 0x20, 1, 2)

    def extract(who: bytes, salt: bytes, label: bytes, ikm: bytes) -> bytes:
        return hmac.digest(salt or bytes(32), b"HPKE-v1" + who + label + ikm, "sha256")

    def expand(who: bytes, prk: bytes, label: bytes, info: bytes, size: int) -> bytes:
        labelled = struct.pack(">H", size) + b"HPKE-v1" + who + label + info
        return hmac.digest(prk, labelled + b"\x01", "sha256")[:size]

    secret = expand(kem, extract(kem, b"", b"eae_prk", shared), b"shared_secret", enc + public, 32)
    context = b"\x00" + extract(suite, b"", b"psk_id_hash", b"")
    context += extract(suite, b"", b"info_hash", info)
    prk = extract(suite, secret, b"secret", b"")
    return expand(suite, prk, b"key", context, 32), expand(suite, prk, b"base_nonce", context, 12)


def hpke_open(box: X25519PrivateKey, sealed: bytes, info: bytes) -> bytes:
    """Open ``enc || ciphertext``."""
    enc, public = sealed[:32], box.public_key().public_bytes_raw()
    try:
        shared = box.exchange(X25519PublicKey.from_public_bytes(enc))
    except ValueError:
        raise Refused("keyring-forged") from None
    key, nonce = hpke_keys(shared, enc, public, info)
    return aead_open(key, nonce, sealed[32:], b"")


def spare_secret(text: str) -> bytes:
    """The 17 bytes behind a spare key."""
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    signs = re.sub(r"[\s-]", "", text.upper()).translate(str.maketrans("ILO", "110"))
    if len(signs) != 32 or set(signs) - set(alphabet):
        raise Refused("spare-key-misread")
    values = [alphabet.index(sign) for sign in signs]
    prefix = b"peercoach"
    check = 1
    for value in [*(c >> 5 for c in prefix), 0, *(c & 31 for c in prefix), *values]:
        top, check = check >> 25, ((check & 0x1FFFFFF) << 5) ^ value
        for bit, generator in enumerate(
            (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
        ):
            check ^= generator * (top >> bit & 1)
    if check != 0x2BC830A3:
        raise Refused("spare-key-misread")
    return sum(value << 5 * (25 - at) for at, value in enumerate(values[:26])).to_bytes(17, "big")
