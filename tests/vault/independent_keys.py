"""The key file, read as ``docs/vault-format.md`` says and with nothing of the program."""

import base64
import hashlib
import hmac
import json
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from tests.vault.independent_primitives import (
    Refused,
    aead_open,
    bind,
    hkdf,
    hpke_open,
    spare_secret,
    stretch,
)

SIZES = {
    "": {"vault": 16, "owner": 16},
    "member": {"id": 16, "box": 32, "sign": 32, "secret": 80, "about": 156, "signature": 64},
    "slot": {"salt": 16, "commitment": 32, "sealed": 92},
    "grant": {"member": 16, "by": 16, "sealed": 81, "signature": 64},
    "space": {"id": 16},
}
OTHERS = {
    "": {"format", "min_reader", "epoch", "serial", "profiles", "members", "spaces"},
    "member": {"label", "slots"},
    "slot": {"kind", "profile"},
    "grant": {"epoch"},
    "space": {"grants"},
}


@dataclass
class KeyFile:
    """A whole copy of the key file."""

    body: bytes
    mac: bytes
    fields: dict[str, Any]


def read_key_file(data: bytes) -> KeyFile | None:
    """One copy; None where it is not whole."""
    body, _, rest = data.partition(b"\n")
    second = re.fullmatch(rb'\{"sha256":"([0-9a-f]{64})","mac":"([0-9a-f]{64})"\}\n', rest)
    if second is None or hashlib.sha256(body).hexdigest().encode() != second[1]:
        return None
    try:
        fields = json.loads(body)
        if max(fields["format"], fields["min_reader"]) > 1:
            raise Refused("newer-format")
        if (fields["format"], fields["min_reader"]) != (1, 1) or fields["serial"] < 1:
            return None
        _unbase(fields, "")
        for profile in fields["profiles"].values():
            if profile.keys() != {"kdf", "memory_kib", "iterations", "lanes"}:
                raise ValueError("profile")
        for member in fields["members"]:
            _unbase(member, "member")
            for slot in member["slots"]:
                _unbase(slot, "slot")
        for space in fields["spaces"]:
            _unbase(space, "space")
            for grant in space["grants"]:
                _unbase(grant, "grant")
    except (ValueError, KeyError, TypeError):
        return None
    return KeyFile(body, bytes.fromhex(second[2].decode()), fields)


def _unbase(fields: dict[str, Any], what: str) -> None:
    if fields.keys() != SIZES[what].keys() | OTHERS[what]:
        raise ValueError(what)
    if not 0 <= fields.get("epoch", 0) < 2**32:
        raise ValueError(what)
    for name, size in SIZES[what].items():
        fields[name] = base64.b64decode(fields[name], validate=True)
        if len(fields[name]) != size:
            raise ValueError(name)


@dataclass
class Held:
    """A space that the opened slot's member holds: kind (1, 2, 3 …) and key by epoch."""

    kind: int
    keys: dict[int, bytes]


@dataclass
class Opened:
    """What a slot opens."""

    name: str
    spaces: dict[bytes, Held] = field(default_factory=dict)


def open_key_file(file: KeyFile, passphrase: str, spare_key: str) -> Opened:
    """Try the slots, then verify everything."""
    body = file.fields
    member, plain = _open_slot(body, passphrase, spare_key)
    seed, pinned = plain[:32], Ed25519PublicKey.from_public_bytes(plain[32:])
    box = X25519PrivateKey.from_private_bytes(hkdf(seed, b"peercoach/1 member x25519"))
    vault, epoch = body["vault"], struct.pack(">I", body["epoch"])
    info = bind(b"peercoach/1 vault secret", vault, epoch, member["id"])
    secret = hpke_open(box, member["secret"], info)
    expected = hmac.digest(hkdf(secret, b"peercoach/1 keyring mac"), file.body, "sha256")
    if not hmac.compare_digest(expected, file.mac):
        raise Refused("keyring-forged")
    for one in body["members"]:
        parts = (vault, one["id"], one["label"].encode(), one["box"], one["sign"], one["about"])
        _verify(pinned, one["signature"], bind(b"peercoach/1 member", *parts))
    bound = bind(b"peercoach/1 member name", vault, member["id"])
    about, names = member["about"], hkdf(secret, b"peercoach/1 member names")
    name = aead_open(names, about[:12], about[12:], bound)
    opened = Opened(name[1 : 1 + name[0]].decode())
    for space in body["spaces"]:
        for grant in space["grants"]:
            if grant["member"] == member["id"]:
                _take_grant(opened, body, member, box, space["id"], grant)
    return opened


def _open_slot(body: dict[str, Any], passphrase: str, spare_key: str) -> tuple[Any, bytes]:
    kind = "spare-key" if spare_key else "passphrase"
    tried = [(m, slot) for m in body["members"] for slot in m["slots"] if slot["kind"] == kind]
    derive = _spare_derivation(spare_key) if spare_key else _derivation(body, passphrase, tried)
    for member, slot in tried:
        key, how = derive(slot)
        message = bind(b"peercoach/1 slot commitment", body["vault"], kind.encode(), slot["salt"])
        committed = hmac.digest(key, message, "sha256")
        if hmac.compare_digest(committed, slot["commitment"]):
            parts = (body["vault"], member["id"], kind.encode(), slot["salt"], how)
            bound, sealed = bind(b"peercoach/1 slot", *parts), slot["sealed"]
            wrap = hkdf(key, b"peercoach/1 slot wrap")
            return member, aead_open(wrap, sealed[:12], sealed[12:], bound)
    raise Refused("wrong-spare-key" if spare_key else "wrong-passphrase")


Derive = Callable[[Any], tuple[bytes, bytes]]


def _spare_derivation(spare_key: str) -> Derive:
    secret = spare_secret(spare_key)
    return lambda slot: (hkdf(secret, b"peercoach/1 spare key", slot["salt"]), b"")


def _derivation(body: dict[str, Any], passphrase: str, tried: list[Any]) -> Derive:
    for _, slot in tried:
        how = body["profiles"].get(slot["profile"])
        if how is None or how["kdf"] != "argon2id":
            raise Refused("absurd-parameters")
        fits = 65536 <= how["memory_kib"] <= 1048576 and 3 <= how["iterations"] <= 8
        if not (fits and 1 <= how["lanes"] <= 8):
            raise Refused("absurd-parameters")

    def derive(slot: Any) -> tuple[bytes, bytes]:
        how = body["profiles"][slot["profile"]]
        memory, passes, lanes = how["memory_kib"], how["iterations"], how["lanes"]
        text = f'{{"kdf":"argon2id","memory_kib":{memory},"iterations":{passes},"lanes":{lanes}}}'
        return stretch(passphrase, slot["salt"], memory, passes, lanes), text.encode()

    return derive


def _verify(key: Ed25519PublicKey, signature: bytes, message: bytes) -> None:
    try:
        key.verify(signature, message)
    except InvalidSignature:
        raise Refused("keyring-forged") from None


def _take_grant(
    opened: Opened, body: Any, member: Any, box: X25519PrivateKey, space: bytes, grant: Any
) -> None:
    epoch = struct.pack(">I", grant["epoch"])
    givers = [one for one in body["members"] if one["id"] == grant["by"]]
    if not givers:
        raise Refused("keyring-forged")
    parts = (body["vault"], space, epoch, member["id"], member["box"], grant["by"])
    message = bind(b"peercoach/1 grant", *parts, grant["sealed"])
    _verify(Ed25519PublicKey.from_public_bytes(givers[0]["sign"]), grant["signature"], message)
    info = bind(b"peercoach/1 space key", body["vault"], space, epoch, member["id"])
    plain = hpke_open(box, grant["sealed"], info)
    held = opened.spaces.setdefault(space, Held(plain[0], {}))
    if grant["epoch"] in held.keys or (plain[0] in (1, 2) and grant["by"] != member["id"]):
        raise Refused("keyring-forged")
    held.keys[grant["epoch"]] = plain[1:]
