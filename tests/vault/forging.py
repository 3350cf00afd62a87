"""Key files changed by someone who can write to the disk and has no key."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from peercoach.vault import keyfile, keyring
from peercoach.vault.keyring import Copy, Grant, Keyring, Member, Slot

replace: Callable[..., Any] = msgspec.structs.replace


def body_in(path: Path) -> Copy:
    """The first copy in a vault's folder."""
    return keyring.read((path / keyfile.NAMES[0]).read_bytes(), path)


def forged(copy: Copy, body: Keyring) -> Copy:
    """Another body under the old MAC, with a hash that fits."""
    return keyring.read(keyring.write(keyring.body_of(body), copy.mac), "here")


def put(path: Path, copy: Copy) -> None:
    """Both copies say so."""
    for name in keyfile.NAMES:
        (path / name).write_bytes(keyring.write(copy.body, copy.mac))


def with_member(body: Keyring, **changes: Any) -> Keyring:
    """The one member with other fields."""
    member: Member = replace(body.members[0], **changes)
    changed: Keyring = replace(body, members=(member,))
    return changed


def with_slot(body: Keyring, at: int, **changes: Any) -> Keyring:
    """One of their slots with other fields."""
    slots = list(body.members[0].slots)
    slot: Slot = replace(slots[at], **changes)
    slots[at] = slot
    return with_member(body, slots=tuple(slots))


def with_grant(body: Keyring, space: int, **changes: Any) -> Keyring:
    """The grant of one space with other fields."""
    spaces = list(body.spaces)
    grant: Grant = replace(spaces[space].grants[0], **changes)
    spaces[space] = replace(spaces[space], grants=(grant,))
    changed: Keyring = replace(body, spaces=tuple(spaces))
    return changed
