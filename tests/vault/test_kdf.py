"""From what is typed to a key."""

import time
import unicodedata
from typing import Any

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as st

from peercoach.errors import AbsurdParameters, WeakPassphrase
from peercoach.vault import kdf
from peercoach.vault.kdf import SMALL, STANDARD, Profile, prepare

SALT = bytes(range(16))


@pytest.fixture
def exploding(monkeypatch: pytest.MonkeyPatch) -> None:
    """No key may be derived in this test."""

    def explode(**_: Any) -> None:
        raise AssertionError("a key was derived")

    monkeypatch.setattr(kdf, "Argon2id", explode)


def test_argon2id_by_the_reference_implementation() -> None:
    """The library under ours gives the reference implementation's published result.

    ``hashtest(version, 2, 16, 1, "password", "somesalt", …, Argon2_id)`` in phc-winner-argon2's
    ``src/test.c``; RFC 9106's own vector needs a secret and associated data, which ours never has.
    """
    derived = Argon2id(
        salt=b"somesalt", length=32, iterations=2, lanes=1, memory_cost=65_536
    ).derive(b"password")

    assert derived.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_the_small_profile_by_name() -> None:
    """A passphrase's key is Argon2id with exactly the parameters that its profile names."""
    straight = Argon2id(salt=SALT, length=32, iterations=3, lanes=4, memory_cost=64 * 1024)

    derived = kdf.from_passphrase("seven brown teapots", SALT, SMALL)

    assert derived == straight.derive(b"seven brown teapots")
    assert (STANDARD.memory_kib, STANDARD.iterations, STANDARD.lanes) == (262_144, 3, 4)


def test_hkdf_by_the_rfc() -> None:
    """RFC 5869, test case 1, to its first 32 bytes."""
    derived = kdf.hkdf(
        b"\x0b" * 22,
        bytes.fromhex("f0f1f2f3f4f5f6f7f8f9"),
        bytes.fromhex("000102030405060708090a0b0c"),
    )

    assert derived.hex() == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"


@pytest.mark.parametrize(
    ("memory", "iterations", "lanes"),
    [
        (64 * 1024 - 1, 3, 4),
        (1024 * 1024 + 1, 3, 4),
        (64 * 1024, 2, 4),
        (64 * 1024, 9, 4),
        (64 * 1024, 3, 0),
        (64 * 1024, 3, 9),
        (2**31, 3, 4),
        (-1, -1, -1),
        (8, 1, 1),
    ],
)
def test_absurd_parameters_are_refused_before_deriving(
    memory: int, iterations: int, lanes: int, exploding: None
) -> None:
    """Too little is weak and too much would hang the computer: neither is begun."""
    began = time.perf_counter()

    with pytest.raises(AbsurdParameters):
        kdf.from_passphrase("seven brown teapots", SALT, Profile("x", memory, iterations, lanes))

    assert time.perf_counter() - began < 0.05


@pytest.mark.parametrize(
    "profile",
    [SMALL, STANDARD, Profile("least", 65_536, 3, 1), Profile("most", 1_048_576, 8, 8)],
    ids=lambda profile: profile.name,
)
def test_what_stands_at_the_limits_is_accepted(profile: Profile) -> None:
    """The limits themselves are within them."""
    profile.check()


def test_composed_and_decomposed_are_one() -> None:
    """The same word from two keyboards is the same passphrase."""
    typed = "Zoë's café"

    assert prepare(unicodedata.normalize("NFD", typed)) == prepare(typed) == typed.encode()


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u202f", "\u3000", "\u1680"])
def test_every_space_is_a_space(space: str) -> None:
    """A space that another keyboard makes is the plain one."""
    assert prepare(f"seven{space}teapots") == b"seven teapots"


def test_case_and_ends_matter() -> None:
    """Nothing else is forgiven: case, spaces at the ends and look-alikes are kept."""
    assert (
        len({prepare(one) for one in ("teapots", "Teapots", " teapots", "teapots ", "ﬁ", "fi")})
        == 6
    )


@given(st.text(max_size=40))
def test_preparing_twice_changes_nothing(typed: str) -> None:
    """Prepared text is prepared already, and any text that can be typed can be prepared."""
    once = prepare(typed)

    assert prepare(once.decode("utf-8", "surrogatepass")) == once


@given(st.text(max_size=40))
def test_normal_forms_agree(typed: str) -> None:
    """Whatever form a keyboard gives, the bytes are one."""
    forms = {prepare(unicodedata.normalize(form, typed)) for form in ("NFC", "NFD")}

    assert len(forms) == 1


@pytest.mark.parametrize("weak", ["", "       ", "1234567", " 1234567 ", "é" * 7])
def test_weak_passphrases(weak: str) -> None:
    """Fewer than eight characters, spaces at the ends apart, are refused, and how many is said."""
    with pytest.raises(WeakPassphrase) as raised:
        kdf.refuse_weak(weak)

    assert raised.value.facts == {"least": 8}


@pytest.mark.parametrize("enough", ["12345678", "é" * 8, "a b c d e"])
def test_eight_characters_are_enough(enough: str) -> None:
    """Characters are counted, not bytes."""
    kdf.refuse_weak(enough)


def test_spare_key_and_salt_both_matter() -> None:
    """Another salt or another spare key gives another key."""
    keys = {
        kdf.from_spare_key(secret, salt)
        for secret in (bytes(17), bytes(16) + b"\1")
        for salt in (bytes(16), SALT)
    }

    assert len(keys) == 4
