"""The worked example of ``docs/vault-format.md``: one vault made with fixed randomness.

The program takes its randomness as a parameter, all but HPKE's: there the encapsulated key is made
here from fixed private keys, which also shows that what the program opens is RFC 9180.
"""

import hashlib
import json
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from peercoach.journal import documents
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Place
from peercoach.vault import seal
from peercoach.vault.kdf import SMALL
from peercoach.vault.vault import Vault
from tests.vault import independent_primitives as prim

SPEC = Path(__file__).parents[2] / "docs" / "vault-format.md"
PASSPHRASE = "Cafe\u0301\u00a0au lait"
DOCUMENT = 0x0123456789ABCDEF
WRITTEN = Moment(utc_ms=1_790_000_000_000, offset=60, zone="BST")
CHANGED = Moment(utc_ms=1_790_000_060_000, offset=60, zone="BST")
_BLOCK = re.compile(r"^```(?:hex|text|json) ([a-z0-9-]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Stream:
    """The example's randomness: 00 01 02 … fe ff 00 …, and how much of it was taken."""

    def __init__(self) -> None:
        self.taken = 0

    def __call__(self, size: int) -> bytes:
        start, self.taken = self.taken, self.taken + size
        return bytes(at % 256 for at in range(start, self.taken))


@contextmanager
def fixed_hpke() -> Iterator[None]:
    """HPKE's n-th sealing uses the private key of 32 bytes, each n."""
    count = 0

    def seal_for(public: bytes, plain: bytes, info: bytes) -> bytes:
        nonlocal count
        count += 1
        ephemeral = X25519PrivateKey.from_private_bytes(bytes([count]) * 32)
        enc = ephemeral.public_key().public_bytes_raw()
        shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public))
        key, nonce = prim.hpke_keys(shared, enc, public, info)
        return enc + AESGCM(key).encrypt(nonce, plain, b"")

    with patch.object(seal, "seal_for", seal_for):
        yield


@dataclass
class Example:
    """The vault, and what its logs and key file were at each step of the example."""

    path: Path
    spare_key: str
    first_key_file: bytes
    stream: Stream


def make(path: Path) -> Example:
    """Make the example's vault at ``path``, locked when this returns."""
    stream = Stream()
    with fixed_hpke():
        vault = Vault.create(path, PASSPHRASE, name="Sam", profile=SMALL, random=stream)
    first = (path / "keyring.json").read_bytes()
    spare_key = vault.make_spare_key()
    entry = Entry(kind="note", text="Listen first.", place=Place(), reflection=0)
    vault.private.commit({DOCUMENT: documents.new(entry, WRITTEN)})
    later = Entry(kind="note", text="Listen first, then ask.", place=Place(), reflection=0)
    current = vault.private.get(DOCUMENT)
    assert current is not None
    changed = documents.edited(current, later, CHANGED)
    assert changed is not None
    vault.private.commit({DOCUMENT: changed})
    vault.lock()
    return Example(path, spare_key, first, stream)


def blocks() -> dict[str, str]:
    """Every example value that the specification prints, by name."""
    found = _BLOCK.findall(SPEC.read_text("utf-8"))
    assert len(found) == len({name for name, _ in found})
    return dict(found)


def hex_lines(data: bytes) -> str:
    """Bytes as the specification prints them: 32 to a line."""
    return "".join(data[at : at + 32].hex() + "\n" for at in range(0, len(data), 32))


Values = dict[str, str]


def values(example: Example) -> Values:
    """What each block must hold, recomputed from the bytes on disk and the bare primitives."""
    body = json.loads(example.first_key_file.partition(b"\n")[0])
    take = Stream()
    fixed = {
        name: take(size)
        for name, size in (
            ("vault-id", 16),
            ("member-id", 16),
            ("seed", 32),
            ("vault-secret", 32),
            ("slot-salt", 16),
            ("slot-nonce", 12),
            ("name-nonce", 12),
            ("private-id", 16),
            ("private-key", 32),
        )
    }
    found: Values = {name: hex_lines(value) for name, value in fixed.items()}
    found |= _slot_values(fixed)
    found |= _member_values(fixed, body)
    found["key-file"] = example.first_key_file.decode()
    found["spare-key"] = example.spare_key + "\n"
    found |= _log_values(example, fixed)
    return found


def _slot_values(fixed: dict[str, bytes]) -> Values:
    vault, member, salt = fixed["vault-id"], fixed["member-id"], fixed["slot-salt"]
    kek = prim.stretch(PASSPHRASE, salt, SMALL.memory_kib, SMALL.iterations, SMALL.lanes)
    committed = prim.bind(b"peercoach/1 slot commitment", vault, b"passphrase", salt)
    how = b'{"kdf":"argon2id","memory_kib":65536,"iterations":3,"lanes":4}'
    bound = prim.bind(b"peercoach/1 slot", vault, member, b"passphrase", salt, how)
    wrap = prim.hkdf(kek, b"peercoach/1 slot wrap")
    plain = fixed["seed"] + seal.MemberKeys.of(fixed["seed"]).sign_public
    sealed = fixed["slot-nonce"] + AESGCM(wrap).encrypt(fixed["slot-nonce"], plain, bound)
    named = {
        "passphrase-bytes": prim.prepare(PASSPHRASE),
        "key-encryption-key": kek,
        "commitment-message": committed,
        "commitment": seal.mac(kek, committed),
        "wrap-key": wrap,
        "slot-bound": bound,
        "slot-sealed": sealed,
    }
    return {name: hex_lines(value) for name, value in named.items()}


def _member_values(fixed: dict[str, bytes], body: Any) -> Values:
    vault, member, seed = fixed["vault-id"], fixed["member-id"], fixed["seed"]
    box = prim.hkdf(seed, b"peercoach/1 member x25519")
    public = X25519PrivateKey.from_private_bytes(box).public_key().public_bytes_raw()
    info = prim.bind(b"peercoach/1 vault secret", vault, bytes(4), member)
    grant_info = prim.bind(b"peercoach/1 space key", vault, fixed["private-id"], bytes(4), member)
    ephemeral = X25519PrivateKey.from_private_bytes(b"\x01" * 32)
    enc = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public))
    key, nonce = prim.hpke_keys(shared, enc, public, info)
    named = {
        "x25519-private": box,
        "x25519-public": public,
        "ed25519-private": prim.hkdf(seed, b"peercoach/1 member ed25519"),
        "ed25519-public": seal.MemberKeys.of(seed).sign_public,
        "secret-info": info,
        "hpke-shared": shared,
        "hpke-key": key,
        "hpke-nonce": nonce,
        "secret-sealed": enc + AESGCM(key).encrypt(nonce, fixed["vault-secret"], b""),
        "grant-info": grant_info,
        "grant-plain": b"\x01" + fixed["private-key"],
        "mac-key": prim.hkdf(fixed["vault-secret"], b"peercoach/1 keyring mac"),
        "names-key": prim.hkdf(fixed["vault-secret"], b"peercoach/1 member names"),
    }
    return {name: hex_lines(value) for name, value in named.items()}


def _log_values(example: Example, fixed: dict[str, bytes]) -> Values:
    data = (example.path / "spaces" / f"{fixed['private-id'].hex()}.log").read_bytes()
    header = data[:84]
    assert data[84:88] == struct.pack(">I", zlib.crc32(header))
    digest = hashlib.sha256(header).digest()
    key = prim.hkdf(fixed["private-key"], b"peercoach/1 log", header[52:68])
    payloads, at = [], 176
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at + 16)
        sealed, bound = data[at + 72 : at + 72 + length], digest + data[at : at + 60]
        padded = AESGCM(key).decrypt(data[at + 60 : at + 72], sealed, bound)
        payloads.append(padded[4 : 4 + int.from_bytes(padded[:4], "big")])
        at += 72 + length
    named = {
        "log-header": data[:176],
        "header-sha256": digest,
        "file-key": key,
        "drafts-key": prim.hkdf(fixed["private-key"], b"peercoach/1 drafts"),
        "first-frame": data[176:776],
        "first-frame-sha256": hashlib.sha256(data[176:776]).digest(),
        "second-frame-bound": digest + data[776:836],
        "second-frame-nonce": data[836:848],
        "second-payload": payloads[1],
        "third-payload": payloads[2],
        "log-sha256": hashlib.sha256(data).digest(),
    }
    return {name: hex_lines(value) for name, value in named.items()}
