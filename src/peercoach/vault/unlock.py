"""Making and opening what the key file holds: slots, members, grants, the MAC."""

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from peercoach.errors import KeyringForged, WrongPassphrase, WrongSpareKey
from peercoach.vault import kdf, keyring, recovery, seal
from peercoach.vault.format import FORMAT, MIN_READER, NONCE_BYTES, bind
from peercoach.vault.kdf import KEY_BYTES, Profile
from peercoach.vault.keyring import Copy, Grant, Keyring, Member, Parameters, Slot, SpaceEntry

Random = Callable[[int], bytes]
ID_BYTES = 16
KINDS = {"private": 1, "heal": 2, "shared": 3}
_OWN = (KINDS["private"], KINDS["heal"])
_NAMES = {number: name for name, number in KINDS.items()}
_NAME_BYTES = 128


@dataclass(frozen=True)
class SpaceKey:
    """A space that this member can read: its kind, and its key in each epoch they were given."""

    id: bytes
    kind: str
    keys: dict[int, bytes] = field(repr=False)


@dataclass(frozen=True)
class Unlocked:
    """What an unlocked slot gives: who it is, the vault secret, the keys of their spaces."""

    member: Member
    name: str
    seed: bytes = field(repr=False)
    pinned: bytes = field(repr=False)
    secret: bytes = field(repr=False)
    spaces: tuple[SpaceKey, ...]


# --- making --------------------------------------------------------------------------------------


def new_keyring(
    secret_of_slot: Callable[[bytes], bytes], profile: Profile, *, name: str, random: Random
) -> tuple[Keyring, Unlocked]:
    """A keyring of one member with two spaces, private and Heal, and one passphrase slot.

    ``secret_of_slot`` derives the key-encryption key from the slot's salt.
    """
    vault, member_id, seed, secret = random(ID_BYTES), random(ID_BYTES), random(32), random(32)
    keys = seal.MemberKeys.of(seed)
    how = Parameters(
        kdf="argon2id",
        memory_kib=profile.memory_kib,
        iterations=profile.iterations,
        lanes=profile.lanes,
    )
    slot = _slot("passphrase", profile.name, how, vault, member_id, random)(
        secret_of_slot, seed + keys.sign_public
    )
    member = Member(
        id=member_id,
        label="1",
        box=keys.box_public,
        sign=keys.sign_public,
        secret=seal.seal_for(keys.box_public, secret, keyring.secret_info(vault, 0, member_id)),
        about=_sealed_name(name, vault, member_id, secret, random),
        slots=(slot,),
        signature=b"",
    )
    signature = keys.sign(keyring.member_message(vault, member))
    member = msgspec.structs.replace(member, signature=signature)
    kinds = ("private", "heal")
    held = [SpaceKey(random(ID_BYTES), kind, {0: random(KEY_BYTES)}) for kind in kinds]
    body = Keyring(
        format=FORMAT,
        min_reader=MIN_READER,
        vault=vault,
        epoch=0,
        serial=1,
        owner=member_id,
        profiles={profile.name: how},
        members=(member,),
        spaces=tuple(_space_entry(vault, space, member, keys) for space in held),
    )
    return body, Unlocked(member, name, seed, keys.sign_public, secret, tuple(held))


def _slot(
    kind: str,
    profile: str,
    how: Parameters | None,
    vault: bytes,
    member: bytes,
    random: Random,
) -> Callable[[Callable[[bytes], bytes], bytes], Slot]:
    def make(kek_of: Callable[[bytes], bytes], plain: bytes) -> Slot:
        salt = random(kdf.SALT_BYTES)
        kek = kek_of(salt)
        bare = Slot(kind=kind, profile=profile, salt=salt, commitment=b"", sealed=b"")
        bound = keyring.slot_bound(vault, member, bare, how)
        return msgspec.structs.replace(
            bare,
            commitment=seal.mac(kek, keyring.commitment_message(vault, bare)),
            sealed=seal.seal(_wrap_key(kek), random(NONCE_BYTES), plain, bound),
        )

    return make


def with_spare_key(body: Keyring, mine: Unlocked, secret: bytes, random: Random) -> Keyring:
    """The keyring with this spare key for this member in place of any older one."""
    make = _slot("spare-key", "", None, body.vault, mine.member.id, random)
    slot = make(lambda salt: kdf.from_spare_key(secret, salt), mine.seed + mine.pinned)
    member = body.member(mine.member.id)
    assert member is not None
    kept = tuple(slot for slot in member.slots if slot.kind != "spare-key")
    changed = msgspec.structs.replace(member, slots=(*kept, slot))
    members = tuple(changed if other.id == member.id else other for other in body.members)
    return msgspec.structs.replace(body, members=members, serial=body.serial + 1)


def _space_entry(
    vault: bytes, space: SpaceKey, member: Member, keys: seal.MemberKeys
) -> SpaceEntry:
    grants = []
    for epoch, key in space.keys.items():
        info = keyring.grant_info(vault, space.id, epoch, member.id)
        plain = bytes([KINDS[space.kind]]) + key
        grant = Grant(
            member=member.id,
            by=member.id,
            epoch=epoch,
            sealed=seal.seal_for(member.box, plain, info),
            signature=b"",
        )
        signature = keys.sign(keyring.grant_message(vault, space.id, grant, member.box))
        grants.append(msgspec.structs.replace(grant, signature=signature))
    return SpaceEntry(id=space.id, grants=tuple(grants))


def _wrap_key(kek: bytes) -> bytes:
    return kdf.hkdf(kek, b"peercoach/1 slot wrap")


def _name_bound(vault: bytes, member: bytes) -> bytes:
    return bind("peercoach/1 member name", vault, member)


def _sealed_name(name: str, vault: bytes, member: bytes, secret: bytes, random: Random) -> bytes:
    """A name of any length up to 127 bytes takes the same room."""
    raw = name.encode()[: _NAME_BYTES - 1]
    whole = raw.decode(errors="ignore").encode()
    plain = bytes([len(whole)]) + whole.ljust(_NAME_BYTES - 1, b"\0")
    key = kdf.hkdf(secret, b"peercoach/1 member names")
    return seal.seal(key, random(NONCE_BYTES), plain, _name_bound(vault, member))


# --- opening -------------------------------------------------------------------------------------


def unlock(copy: Copy, path: Path, *, passphrase: str = "", spare_key: str = "") -> Unlocked:
    """Try every slot of the right kind in turn; verify everything the opened slot vouches for.

    Raises:
        WrongPassphrase, WrongSpareKey, SpareKeyMisread: nothing opens.
        KeyringForged: the MAC, a signature or a seal does not verify.
        AbsurdParameters: refused before deriving.
    """
    body = copy.keyring
    try:
        member, plain = _open_slot(body, passphrase, spare_key)
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


def _open_slot(body: Keyring, passphrase: str, spare_key: str) -> tuple[Member, bytes]:
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
            return member, seal.unseal(_wrap_key(kek), slot.sealed, bound)
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
            yield SpaceKey(space.id, _NAMES.get(kind, "unknown"), held)


def _read_name(member: Member, vault: bytes, secret: bytes) -> str:
    key = kdf.hkdf(secret, b"peercoach/1 member names")
    plain = seal.unseal(key, member.about, _name_bound(vault, member.id))
    return plain[1 : 1 + plain[0]].decode()
