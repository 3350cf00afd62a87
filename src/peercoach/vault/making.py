"""Making and changing what the key file holds; nothing here is written."""

import contextlib
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import NamedTuple, TypeVar

import msgspec

from peercoach.vault import kdf, keyring, seal
from peercoach.vault.format import FORMAT, MIN_READER, NONCE_BYTES
from peercoach.vault.kdf import KEY_BYTES, Profile
from peercoach.vault.keyring import Grant, Keyring, Member, Parameters, Slot, SpaceEntry
from peercoach.vault.unlock import KINDS, SpaceKey, Unlocked, name_bound, wrap_key

Random = Callable[[int], bytes]
KekOf = Callable[[bytes], bytes]
"""The key-encryption key of a slot, from its salt."""
ID_BYTES = 16
_NAME_BYTES = 128


def new_keyring(
    kek_of: KekOf, profile: Profile, *, name: str, random: Random
) -> tuple[Keyring, Unlocked]:
    """A keyring of one member with two spaces, private and Heal, and one passphrase slot."""
    vault, member_id, seed, secret = random(ID_BYTES), random(ID_BYTES), random(32), random(32)
    keys = seal.MemberKeys.of(seed)
    how = _parameters(profile)
    slot = _slot("passphrase", profile.name, how, vault, member_id, random)(
        kek_of, seed + keys.sign_public
    )
    about = _sealed_name(name, vault, member_id, secret, random)
    bare = _Bare(vault, 0, member_id, "1")
    member = _member(bare, keys, secret, about, slot)
    kinds = ("private", "heal")
    held = [SpaceKey(random(ID_BYTES), kind, {0: random(KEY_BYTES)}, KINDS[kind]) for kind in kinds]
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


class _Bare(NamedTuple):
    """Who a member is, and where, before any key."""

    vault: bytes
    epoch: int
    id: bytes
    label: str


def _member(bare: _Bare, keys: seal.MemberKeys, secret: bytes, about: bytes, slot: Slot) -> Member:
    """A member who is their own owner, with one slot."""
    info = keyring.secret_info(bare.vault, bare.epoch, bare.id)
    member = Member(
        id=bare.id,
        label=bare.label,
        box=keys.box_public,
        sign=keys.sign_public,
        secret=seal.seal_for(keys.box_public, secret, info),
        about=about,
        slots=(slot,),
        signature=b"",
    )
    signature = keys.sign(keyring.member_message(bare.vault, member))
    return msgspec.structs.replace(member, signature=signature)


def _parameters(profile: Profile) -> Parameters:
    return Parameters(
        kdf="argon2id",
        memory_kib=profile.memory_kib,
        iterations=profile.iterations,
        lanes=profile.lanes,
    )


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
            sealed=seal.seal(wrap_key(kek), random(NONCE_BYTES), plain, bound),
        )

    return make


def with_spare_key(body: Keyring, mine: Unlocked, secret: bytes, random: Random) -> Keyring:
    """The keyring with this spare key for this member in place of any older one."""
    make = _slot("spare-key", "", None, body.vault, mine.member.id, random)
    slot = make(lambda salt: kdf.from_spare_key(secret, salt), mine.seed + mine.pinned)
    return _with_slot(body, mine, slot)


def with_passphrase(
    body: Keyring, mine: Unlocked, kek_of: KekOf, profile: Profile, random: Random
) -> Keyring:
    """The keyring with this passphrase for this member in place of any older one.

    The seed stays, and with it the spare key and every other key.
    """
    how, name = _parameters(profile), profile.name
    # A name may stand for other parameters in the file, and other slots are bound to those.
    while body.profiles.get(name, how) != how:
        name += "+"
    make = _slot("passphrase", name, how, body.vault, mine.member.id, random)
    slot = make(kek_of, mine.seed + mine.pinned)
    profiles = {**body.profiles, name: how}
    return _with_slot(msgspec.structs.replace(body, profiles=profiles), mine, slot)


def _with_slot(body: Keyring, mine: Unlocked, slot: Slot) -> Keyring:
    """A new version of the keyring in which this slot stands in place of any of its kind."""
    member = body.member(mine.member.id)
    assert member is not None
    kept = tuple(other for other in member.slots if other.kind != slot.kind)
    slots = (slot, *kept) if slot.kind == "passphrase" else (*kept, slot)
    changed = msgspec.structs.replace(member, slots=slots)
    members = tuple(changed if other.id == member.id else other for other in body.members)
    used = {one.profile for other in members for one in other.slots}
    return msgspec.structs.replace(
        body,
        members=members,
        serial=body.serial + 1,
        profiles={name: how for name, how in body.profiles.items() if name in used},
    )


def with_new_keys(
    body: Keyring, mine: Unlocked, kek_of: KekOf, profile: Profile, random: Random
) -> tuple[Keyring, Unlocked]:
    """The keyring of the next epoch: a new seed, vault secret and key of every space.

    It opens with the new passphrase alone: every older slot is gone, the spare key's too. The keys
    of the spaces that were held before are granted beside the new ones, so that logs under either
    can be read, until :func:`settled`.

    For a vault of one member alone.
    """
    member = mine.member
    assert [one.id for one in body.members] == [member.id]
    epoch, seed, secret = body.epoch + 1, random(32), random(32)
    keys, how = seal.MemberKeys.of(seed), _parameters(profile)
    slot = _slot("passphrase", profile.name, how, body.vault, member.id, random)(
        kek_of, seed + keys.sign_public
    )
    about = _sealed_name(mine.name, body.vault, member.id, secret, random)
    fresh = _member(_Bare(body.vault, epoch, member.id, member.label), keys, secret, about, slot)
    held = tuple(
        replace(space, keys={**space.keys, epoch: random(KEY_BYTES)}) for space in mine.spaces
    )
    entries = {space.id: _space_entry(body.vault, space, fresh, keys) for space in held}
    changed = msgspec.structs.replace(
        body,
        epoch=epoch,
        serial=body.serial + 1,
        profiles={profile.name: how},
        members=(fresh,),
        spaces=tuple(entries.get(space.id, space) for space in body.spaces),
    )
    return changed, Unlocked(fresh, mine.name, seed, keys.sign_public, secret, held)


def settled(
    body: Keyring, mine: Unlocked, done: Collection[bytes]
) -> tuple[Keyring, Unlocked] | None:
    """The keyring without the older keys of the spaces whose logs are ``done``; None if it holds
    none. Grants to other members stay as they are.
    """
    held = tuple(
        replace(space, keys={space.newest: space.keys[space.newest]}) if space.id in done else space
        for space in mine.spaces
    )
    if held == mine.spaces:
        return None
    known = {space.id: space.keys.keys() for space in held}
    entries = tuple(
        msgspec.structs.replace(
            entry,
            grants=tuple(
                grant
                for grant in entry.grants
                if grant.member != mine.member.id or grant.epoch in known.get(entry.id, ())
            ),
        )
        for entry in body.spaces
    )
    changed = msgspec.structs.replace(body, spaces=entries, serial=body.serial + 1)
    return changed, replace(mine, spaces=held)


Made = TypeVar("Made")


def with_memory(passphrase: str, profile: Profile, make: Callable[[KekOf, Profile], Made]) -> Made:
    """Make something of a passphrase; where the memory for the profile is short, by the smaller.

    Raises:
        MemoryError: there is not enough for that one either.
    """
    for chosen in (profile, kdf.SMALL):
        with contextlib.suppress(MemoryError):
            return make(
                lambda salt, how=chosen: kdf.from_passphrase(passphrase, salt, how),  # type: ignore[misc]
                chosen,
            )
    raise MemoryError


def _space_entry(
    vault: bytes, space: SpaceKey, member: Member, keys: seal.MemberKeys
) -> SpaceEntry:
    grants = []
    for epoch, key in space.keys.items():
        info = keyring.grant_info(vault, space.id, epoch, member.id)
        plain = bytes([space.number]) + key
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


def _sealed_name(name: str, vault: bytes, member: bytes, secret: bytes, random: Random) -> bytes:
    """A name of any length up to 127 bytes takes the same room."""
    raw = name.encode()[: _NAME_BYTES - 1]
    whole = raw.decode(errors="ignore").encode()
    plain = bytes([len(whole)]) + whole.ljust(_NAME_BYTES - 1, b"\0")
    key = kdf.hkdf(secret, b"peercoach/1 member names")
    return seal.seal(key, random(NONCE_BYTES), plain, name_bound(vault, member))
