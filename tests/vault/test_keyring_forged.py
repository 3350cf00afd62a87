"""Key files changed by someone without a key: never opened, never called a wrong passphrase."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peercoach.errors import (
    AbsurdParameters,
    KeyringDamaged,
    KeyringForged,
    PeercoachError,
    SpareKeyMisread,
    WrongPassphrase,
    WrongSpareKey,
)
from peercoach.vault import kdf, keyring, making, recovery, seal, unlock
from peercoach.vault.keyring import Copy, Damaged, Keyring
from peercoach.vault.unlock import SpaceKey, Unlocked
from peercoach.vault.vault import Vault
from tests.vault.forging import body_in, forged, put, replace, with_grant, with_member, with_slot
from tests.vault.vaults import PASSPHRASE, TEXTS, Kept, seeded, texts

Change = Callable[[Keyring], Keyring]
OTHER = seal.MemberKeys.of(b"other person's seed 32 bytes long")


@pytest.fixture(scope="module")
def copy(template: Kept) -> Copy:
    return body_in(template.path)


@pytest.fixture(scope="module")
def mine(template: Kept, copy: Copy) -> Unlocked:
    return unlock.unlock(copy, template.path, spare_key=template.spare_key)


def opens(copy: Copy, kept: Kept) -> Unlocked:
    return unlock.unlock(copy, kept.path, spare_key=kept.spare_key)


def resigned(copy: Copy, mine: Unlocked, body: Keyring) -> Copy:
    """What someone who holds the vault secret (a co-member) can do: a MAC that fits."""
    first = keyring.body_of(body)
    return keyring.read(keyring.write(first, unlock.mac_of(mine.secret, first)), "here")


def moved_grants(body: Keyring) -> Keyring:
    one, two = body.spaces
    spaces = (replace(one, grants=two.grants), replace(two, grants=one.grants))
    changed: Keyring = replace(body, spaces=spaces)
    return changed


CHANGES: dict[str, Change] = {
    "the serial": lambda body: replace(body, serial=body.serial + 1),
    "the epoch": lambda body: replace(body, epoch=body.epoch + 1),
    "the vault's id": lambda body: with_member(replace(body, vault=bytes(16))),
    "the owner": lambda body: replace(body, owner=bytes(16)),
    "a label": lambda body: with_member(body, label="2"),
    "the public keys": lambda body: with_member(body, box=OTHER.box_public, sign=OTHER.sign_public),
    "the box key alone": lambda body: with_member(body, box=OTHER.box_public),
    "the signing key alone": lambda body: with_member(body, sign=OTHER.sign_public),
    "a member's signature": lambda body: with_member(body, signature=bytes(64)),
    "a sealed name": lambda body: with_member(body, about=bytes(156)),
    "the vault secret": lambda body: with_member(body, secret=bytes(80)),
    "a slot's seal": lambda body: with_slot(body, 1, sealed=bytes(92)),
    "no grant at all": lambda body: replace(
        body, spaces=tuple(replace(space, grants=()) for space in body.spaces)
    ),
    "one space left out": lambda body: replace(body, spaces=body.spaces[:1]),
    "a grant's space": moved_grants,
    "a grant's epoch": lambda body: with_grant(body, 0, epoch=1),
    "a grant's giver": lambda body: with_grant(body, 0, by=bytes(16)),
    "a grant's seal": lambda body: with_grant(body, 0, sealed=bytes(81)),
    "a grant's signature": lambda body: with_grant(body, 0, signature=bytes(64)),
    "the passphrase slot dropped": lambda body: with_member(body, slots=body.members[0].slots[1:]),
}


@pytest.mark.parametrize("what", CHANGES)
def test_changed_with_a_hash_that_fits(template: Kept, copy: Copy, what: str) -> None:
    """Whoever changes the body and its hash, but has no key, is noticed with the right key."""
    # A slot's commitment names the vault: another id is another vault's slot.
    expected = WrongSpareKey if what == "the vault's id" else KeyringForged
    changed = forged(copy, CHANGES[what](copy.keyring))

    with pytest.raises(expected):
        opens(changed, template)


SEALED = {"the serial", "the owner", "one space left out", "the passphrase slot dropped"}


@pytest.mark.parametrize(
    "what", sorted(set(CHANGES) - SEALED - {"the vault's id", "no grant at all"})
)
def test_changed_by_a_co_member(template: Kept, copy: Copy, mine: Unlocked, what: str) -> None:
    """Even with a MAC that fits, what the owner or the giver signed can't be changed."""
    changed = resigned(copy, mine, CHANGES[what](copy.keyring))

    with pytest.raises(KeyringForged):
        opens(changed, template)


def test_a_co_member_is_not_given_what_another_was(
    template: Kept, copy: Copy, mine: Unlocked
) -> None:
    """A grant that a stranger signed in the owner's name is refused."""
    space = copy.keyring.spaces[0]
    grant = replace(space.grants[0], signature=b"")
    message = keyring.grant_message(copy.keyring.vault, space.id, grant, mine.member.box)
    body = with_grant(copy.keyring, 0, signature=OTHER.sign(message))

    with pytest.raises(KeyringForged):
        opens(resigned(copy, mine, body), template)


def test_forged_in_one_copy_only(kept: Kept, copy: Copy) -> None:
    """Forged in one copy: the other opens, and the forged one is set aside."""
    changed = forged(copy, CHANGES["the serial"](copy.keyring))
    put(kept.path, copy)
    (kept.path / "keyring.json").write_bytes(keyring.write(changed.body, changed.mac))

    vault = kept.open()

    assert texts(vault.private) == list(TEXTS)
    assert [notice.kind for notice in vault.notices] == ["second-copy-used"]
    vault.lock()
    assert len(kept.aside) == 1


@pytest.mark.parametrize(
    "how",
    [
        {"memory_kib": 1},
        {"memory_kib": 2**31},
        {"memory_kib": -1},
        {"iterations": 1},
        {"iterations": 2**31},
        {"lanes": 0},
        {"lanes": 200},
        {"kdf": "scrypt"},
    ],
    ids=str,
)
def test_absurd_parameters_never_begin(
    kept: Kept, copy: Copy, how: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Weak or endless parameters in a whole file are refused within 50 ms, nothing derived."""

    def explode(**_: Any) -> None:
        raise AssertionError("a key was derived")

    monkeypatch.setattr(kdf, "Argon2id", explode)
    profiles = {name: replace(one, **how) for name, one in copy.keyring.profiles.items()}
    put(kept.path, forged(copy, replace(copy.keyring, profiles=profiles)))

    began = time.thread_time()
    with pytest.raises(AbsurdParameters):
        Vault.open(kept.path, PASSPHRASE)

    assert time.thread_time() - began < 0.05


def test_a_slot_of_a_profile_that_is_not_there(kept: Kept, copy: Copy) -> None:
    """A slot that names no known profile is refused."""
    put(kept.path, forged(copy, with_slot(copy.keyring, 0, profile="stranger")))

    with pytest.raises(AbsurdParameters):
        Vault.open(kept.path, PASSPHRASE)


def hashed(body: bytes) -> bytes:
    return keyring.write(body, bytes(32))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"format":1,"min_reader":1}',
        b'{"format":"1","min_reader":1}',
        b'{"format":1,"min_reader":1,"x":' + b"[" * 100_000,
    ],
    ids=range(8),
)
def test_whole_lines_that_say_nothing_of_ours(body: bytes) -> None:
    """Lines with a true hash that are no key file are damaged, whatever they hold."""
    with pytest.raises(Damaged):
        keyring.read(hashed(body), "here")


def test_an_unknown_field_is_refused(copy: Copy) -> None:
    """A field that this format does not have is damage: it would be lost when written again."""
    body = copy.body[:-1] + b',"zz":1}'

    with pytest.raises(Damaged):
        keyring.read(hashed(body), "here")


def test_a_field_left_out_is_refused(copy: Copy) -> None:
    """A key file without one of its fields is damaged."""
    with pytest.raises(Damaged):
        keyring.read(hashed(copy.body.replace(b'"serial"', b'"cereal"')), "here")


def test_two_slots_of_one_person(template: Kept, copy: Copy, mine: Unlocked) -> None:
    """The passphrase and the spare key give the same person the same keys."""
    by_passphrase = unlock.unlock(copy, template.path, passphrase=PASSPHRASE)

    assert by_passphrase.seed == mine.seed
    assert by_passphrase.spaces == mine.spaces
    assert by_passphrase.name == mine.name == "Ash"


def test_a_new_spare_key_takes_the_old_ones_place(kept: Kept) -> None:
    """The old spare key opens nothing any more; the passphrase and the new one do."""
    vault = kept.open()
    fresh = vault.make_spare_key()
    vault.lock()

    with pytest.raises(WrongSpareKey):
        kept.open()
    for passphrase, spare_key in (("", fresh), (PASSPHRASE, "")):
        vault = Vault.open(kept.path, passphrase, spare_key=spare_key)
        assert texts(vault.private) == list(TEXTS)
        vault.lock()


def test_a_spare_key_of_another_vault(kept: Kept) -> None:
    """A well-written spare key that opens nothing is told from a mistyped one."""
    stranger = recovery.write(recovery.make(seeded(3)))

    with pytest.raises(WrongSpareKey):
        Vault.open(kept.path, spare_key=stranger)
    with pytest.raises(SpareKeyMisread):
        Vault.open(kept.path, spare_key=stranger[:-1] + "U")


def test_a_name_always_takes_the_same_room(template: Kept) -> None:
    """The length of a name can't be seen, and one cut short is cut between characters."""
    sizes = set()
    for name in ("", "Ash", "é" * 100, "🙂" * 40):
        body, mine = making.new_keyring(
            lambda salt: bytes(32), kdf.SMALL, name=name, random=seeded(1)
        )
        sizes.add(len(body.members[0].about))
        secret = kdf.hkdf(mine.secret, b"peercoach/1 member names")
        bound = unlock.name_bound(body.vault, mine.member.id)
        plain = seal.unseal(secret, body.members[0].about, bound)
        assert name.startswith(plain[1 : 1 + plain[0]].decode())

    assert sizes == {156}


def test_no_secret_is_shown(mine: Unlocked) -> None:
    """Nothing that is printed of what was unlocked holds a key."""
    shown = repr(mine) + repr(mine.spaces) + repr(SpaceKey(b"i" * 16, "private", {0: b"k" * 32}))

    assert repr(mine.seed) not in shown
    assert repr(mine.secret) not in shown
    assert "kkkk" not in shown


def test_errors_carry_no_secret(kept: Kept) -> None:
    """Neither message nor repr of a refusal holds what was typed."""
    secret = PASSPHRASE + " no"

    with pytest.raises(WrongPassphrase) as raised:
        Vault.open(kept.path, secret)

    assert secret not in repr(raised.value) + str(raised.value) + str(raised.value.facts)


def test_both_copies_of_nonsense(kept: Kept, tmp_path: Path) -> None:
    """Files that were never a key file are damaged, not a crash."""
    for nonsense in (b"", b"\0" * 4_096, b"notes\n" * 100, b"{}\n{}\n"):
        for name in ("keyring.json", "keyring.2.json"):
            (kept.path / name).write_bytes(nonsense)
        with pytest.raises(KeyringDamaged) as raised:
            kept.open()
        assert isinstance(raised.value, PeercoachError)
