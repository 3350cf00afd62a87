"""Who can open what: the key file's two lines, kept twice.

The body is one line of JSON, the second line its SHA-256 and MAC. The hash is looked at before any
key is derived, so that damage is never called a wrong passphrase; the MAC after, so that a change
by anyone without a key is noticed. ``docs/vault-format.md`` specifies every field.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Annotated

import msgspec

from peercoach.errors import AbsurdParameters, NewerFormat
from peercoach.vault.format import FORMAT, MIN_READER, bind
from peercoach.vault.kdf import Profile

# Sizes are checked while reading: a field of another size is damage, and never reaches a primitive.
_Bytes16 = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
_Bytes32 = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
_Signature = Annotated[bytes, msgspec.Meta(min_length=64, max_length=64)]
_SealedSeed = Annotated[bytes, msgspec.Meta(min_length=92, max_length=92)]
_SealedSecret = Annotated[bytes, msgspec.Meta(min_length=80, max_length=80)]
_SealedName = Annotated[bytes, msgspec.Meta(min_length=156, max_length=156)]
_SealedKey = Annotated[bytes, msgspec.Meta(min_length=81, max_length=81)]
_Epoch = Annotated[int, msgspec.Meta(ge=0, lt=2**32)]
_Serial = Annotated[int, msgspec.Meta(ge=1, lt=2**53)]


class Parameters(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Argon2id's parameters as they stand in the file."""

    kdf: str
    memory_kib: int
    iterations: int
    lanes: int


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One way to unlock. ``kind`` is ``passphrase`` or ``spare-key``; the latter has no profile."""

    kind: str
    profile: str
    salt: _Bytes16
    commitment: _Bytes32
    sealed: _SealedSeed


class Member(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A person: public keys, the vault secret sealed for them, their slots, their sealed name."""

    id: _Bytes16
    label: str
    box: _Bytes32
    sign: _Bytes32
    secret: _SealedSecret
    about: _SealedName
    slots: tuple[Slot, ...]
    signature: _Signature


class Grant(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A space's key of one epoch, sealed for one member, signed by who gave it."""

    member: _Bytes16
    by: _Bytes16
    epoch: _Epoch
    sealed: _SealedKey
    signature: _Signature


class SpaceEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A space and who may read it. What kind it is stands inside the grants only."""

    id: _Bytes16
    grants: tuple[Grant, ...]


class Keyring(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The body of the key file. ``serial`` counts its versions, ``epoch`` changes of keys."""

    format: int
    min_reader: int
    vault: _Bytes16
    epoch: _Epoch
    serial: _Serial
    owner: _Bytes16
    profiles: dict[str, Parameters]
    members: tuple[Member, ...]
    spaces: tuple[SpaceEntry, ...]

    def profile(self, slot: Slot) -> Profile:
        """The named profile of a slot.

        Raises:
            AbsurdParameters: it names none, or one of another kind.
        """
        found = self.profiles.get(slot.profile)
        if found is None or found.kdf != "argon2id":
            raise AbsurdParameters
        profile = Profile(slot.profile, found.memory_kib, found.iterations, found.lanes)
        profile.check()
        return profile

    def member(self, id: bytes) -> Member | None:
        """The member with this id."""
        return next((member for member in self.members if member.id == id), None)


class _Reader(msgspec.Struct):
    """What every later format keeps, so that an older reader can refuse it by name."""

    format: int
    min_reader: int


class Damaged(ValueError):
    """The bytes are not what was written."""


@dataclass(frozen=True)
class Copy:
    """One whole copy of the key file: its body, the bytes of the body, and its MAC."""

    keyring: Keyring
    body: bytes
    mac: bytes


_SECOND_LINE = re.compile(rb'\{"sha256":"([0-9a-f]{64})","mac":"([0-9a-f]{64})"\}\n')
_encode = msgspec.json.Encoder(order="deterministic").encode


def body_of(keyring: Keyring) -> bytes:
    """The first line, without its line end."""
    return _encode(keyring)


def write(body: bytes, mac: bytes) -> bytes:
    """The whole file."""
    digest = hashlib.sha256(body).hexdigest()
    return b'%s\n{"sha256":"%s","mac":"%s"}\n' % (body, digest.encode(), mac.hex().encode())


def read(data: bytes, path: object) -> Copy:
    """Read one copy, hash first.

    Raises:
        Damaged: it is not whole.
        NewerFormat: it is whole, and asks for a later reader.
    """
    body, found, rest = data.partition(b"\n")
    second = _SECOND_LINE.fullmatch(rest)
    if not found or second is None:
        raise Damaged
    if hashlib.sha256(body).hexdigest().encode() != second[1]:
        raise Damaged
    try:
        reader = msgspec.json.decode(body, type=_Reader)
        needs = max(reader.format, reader.min_reader)
        if needs > FORMAT:
            raise NewerFormat(path=path, needs=needs, have=FORMAT)
        keyring = msgspec.json.decode(body, type=Keyring)
    except (msgspec.MsgspecError, RecursionError):
        raise Damaged from None
    if keyring.format != FORMAT or keyring.min_reader != MIN_READER:
        raise Damaged
    return Copy(keyring, body, bytes.fromhex(second[2].decode()))


def member_message(vault: bytes, member: Member) -> bytes:
    """What the owner signs of a member: who they are, not how they unlock."""
    parts = (vault, member.id, member.label.encode(), member.box, member.sign, member.about)
    return bind("peercoach/1 member", *parts)


def grant_message(vault: bytes, space: bytes, grant: Grant, box: bytes) -> bytes:
    """What the giver signs of a grant; ``box`` is the receiving member's public key."""
    epoch = grant.epoch.to_bytes(4, "big")
    parts = (vault, space, epoch, grant.member, box, grant.by, grant.sealed)
    return bind("peercoach/1 grant", *parts)


def grant_info(vault: bytes, space: bytes, epoch: int, member: bytes) -> bytes:
    """HPKE's ``info`` for a space's key."""
    return bind("peercoach/1 space key", vault, space, epoch.to_bytes(4, "big"), member)


def secret_info(vault: bytes, epoch: int, member: bytes) -> bytes:
    """HPKE's ``info`` for the vault secret."""
    return bind("peercoach/1 vault secret", vault, epoch.to_bytes(4, "big"), member)


def slot_bound(vault: bytes, member: bytes, slot: Slot, parameters: Parameters | None) -> bytes:
    """Associated data of a slot: where it stands and how its key is derived."""
    how = b"" if parameters is None else _encode(parameters)
    return bind("peercoach/1 slot", vault, member, slot.kind.encode(), slot.salt, how)


def commitment_message(vault: bytes, slot: Slot) -> bytes:
    """What a slot's key-encryption key commits to."""
    return bind("peercoach/1 slot commitment", vault, slot.kind.encode(), slot.salt)
