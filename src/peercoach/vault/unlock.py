"""Opening what the key file holds: slots, members, grants, the MAC."""

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from peercoach.errors import KeyringForged, WrongPassphrase, WrongSpareKey
from peercoach.vault import kdf, keyring, recovery, seal
from peercoach.vault.format import bind
from peercoach.vault.kdf import KEY_BYTES
from peercoach.vault.keyring import Copy, Keyring, Member

Random = Callable[[int], bytes]
ID_BYTES = 16
KINDS = {"private": 1, "heal": 2, "shared": 3}
_OWN = (KINDS["private"], KINDS["heal"])
_NAMES = {number: name for name, number in KINDS.items()}
_NAME_BYTES = 128


@dataclass(frozen=True)
class SpaceKey:
    """A space that this member can read: its kind, and its key in each epoch they were given.

    ``number`` is the kind as the key file has it, of which a newer program may know more.
    """

    id: bytes
    kind: str
    keys: dict[int, bytes] = field(repr=False)
    number: int = 0

    @property
    def newest(self) -> int:
        """The epoch of the key that is written under."""
        return max(self.keys)


@dataclass(frozen=True)
class Unlocked:
    """What an unlocked slot gives: who it is, the vault secret, the keys of their spaces."""

    member: Member
    name: str
    seed: bytes = field(repr=False)
    pinned: bytes = field(repr=False)
    secret: bytes = field(repr=False)
    spaces: tuple[SpaceKey, ...]


def unlock(copy: Copy, path: Path, *, passphrase: str = "", spare_key: str = "") -> Unlocked:
    """Try every slot of the right kind in turn; verify everything the opened slot vouches for.

    Raises:
        WrongPassphrase, WrongSpareKey, SpareKeyMisread: nothing opens.
        KeyringForged: the MAC, a signature or a seal does not verify.
        AbsurdParameters: refused before deriving.
    """
    body = copy.keyring
    try:
        member, plain = open_slot(body, passphrase, spare_key)
        seed, pinned = plain[:KEY_BYTES], plain[KEY_BYTES:]
        keys = seal.MemberKeys.of(seed)
        secret = keys.open(member.secret, keyring.secret_info(body.vault, body.epoch, member.id))
        if not seal.same(mac_of(secret, copy.body), copy.mac):
            raise KeyringForged(path=path)
        _verify_members(body, pinned, path)
        spaces = tuple(_held(body, member, keys, path))
        name = _read_name(member, body.vault, secret)
    except seal.DoesNotOpen:
        raise KeyringForged(path=path) from None
    return Unlocked(member, name, seed, pinned, secret, spaces)


def unlock_with(copy: Copy, path: Path, typed: str) -> Unlocked:
    """Unlock with what someone typed at the door: a passphrase, or a spare key in its place.

    Raises:
        WrongPassphrase: it is neither here. Otherwise as :func:`unlock`.
    """
    if recovery.is_one(typed):
        with contextlib.suppress(WrongSpareKey):
            return unlock(copy, path, spare_key=typed)
    return unlock(copy, path, passphrase=typed)


def mac_of(secret: bytes, body: bytes) -> bytes:
    """The MAC of a key file's body, under a key that every member holds."""
    return seal.mac(kdf.hkdf(secret, b"peercoach/1 keyring mac"), body)


def wrap_key(kek: bytes) -> bytes:
    """The key that a slot's key-encryption key gives to seal it with."""
    return kdf.hkdf(kek, b"peercoach/1 slot wrap")


def name_bound(vault: bytes, member: bytes) -> bytes:
    """Associated data of a member's name."""
    return bind("peercoach/1 member name", vault, member)


def open_slot(body: Keyring, passphrase: str, spare_key: str) -> tuple[Member, bytes]:
    """The member whose slot opens, and what it seals: their seed and the owner's public key.

    Raises:
        WrongPassphrase, WrongSpareKey, SpareKeyMisread, AbsurdParameters: nothing opens.
        seal.DoesNotOpen: the slot was changed.
    """
    kind = "spare-key" if spare_key else "passphrase"
    secret = recovery.read(spare_key) if spare_key else b""
    tried = [(m, slot) for m in body.members for slot in m.slots if slot.kind == kind]
    for _, slot in tried:
        if kind == "passphrase":
            body.profile(slot)
    for member, slot in tried:
        if kind == "passphrase":
            kek = kdf.from_passphrase(passphrase, slot.salt, body.profile(slot))
        else:
            kek = kdf.from_spare_key(secret, slot.salt)
        committed = seal.mac(kek, keyring.commitment_message(body.vault, slot))
        if seal.same(committed, slot.commitment):
            how = body.profiles.get(slot.profile)
            bound = keyring.slot_bound(body.vault, member.id, slot, how)
            return member, seal.unseal(wrap_key(kek), slot.sealed, bound)
    raise WrongSpareKey if spare_key else WrongPassphrase


def _verify_members(body: Keyring, pinned: bytes, path: Path) -> None:
    """Every member entry is signed by the owner whose key the opened slot pins."""
    for member in body.members:
        message = keyring.member_message(body.vault, member)
        if not seal.verified(pinned, member.signature, message):
            raise KeyringForged(path=path)


def _held(body: Keyring, member: Member, keys: seal.MemberKeys, path: Path) -> Iterable[SpaceKey]:
    """The spaces granted to a member, each grant's signature verified first."""
    for space in body.spaces:
        held: dict[int, bytes] = {}
        kind = 0
        for grant in space.grants:
            giver = body.member(grant.by)
            if grant.member != member.id:
                continue
            message = keyring.grant_message(body.vault, space.id, grant, member.box)
            if giver is None or not seal.verified(giver.sign, grant.signature, message):
                raise KeyringForged(path=path)
            info = keyring.grant_info(body.vault, space.id, grant.epoch, member.id)
            plain = keys.open(grant.sealed, info)
            kind, key = plain[0], plain[1:]
            # What is theirs alone is given by themselves alone: a co-member may not hand someone
            # a "private" space whose key the co-member knows, nor a second key beside the first.
            if grant.epoch in held or (kind in _OWN and grant.by != member.id):
                raise KeyringForged(path=path)
            held[grant.epoch] = key
        if held:
            yield SpaceKey(space.id, _NAMES.get(kind, "unknown"), held, kind)


def _read_name(member: Member, vault: bytes, secret: bytes) -> str:
    key = kdf.hkdf(secret, b"peercoach/1 member names")
    plain = seal.unseal(key, member.about, name_bound(vault, member.id))
    return plain[1 : 1 + plain[0]].decode()
