"""The spare key as people write it down and type it again."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.errors import SpareKeyMisread
from peercoach.vault import recovery
from peercoach.vault.recovery import SECRET_BYTES

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
secrets = st.integers(0, 2**130 - 1).map(lambda number: number.to_bytes(SECRET_BYTES, "big"))
places = st.lists(st.integers(0, 31), min_size=1, max_size=4, unique=True)


def wronged(written: str, at: list[int], by: list[int]) -> str:
    """The spare key with other letters at some places."""
    letters = list(written.replace("-", ""))
    for place, shift in zip(at, by, strict=False):
        letters[place] = ALPHABET[(ALPHABET.index(letters[place]) + shift) % 32]
    return "".join(letters)


@pytest.mark.parametrize(
    "valid",
    [
        "A1LQFN3A",
        "a1lqfn3a",
        "an83characterlonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber11sg7hg6",
        "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
        "split1checkupstagehandshakeupstreamerranterredcaperredlc445v",
        "?1v759aa",
    ],
)
def test_the_checksum_is_bech32m(valid: str) -> None:
    """BIP 350's valid strings verify under the same polynomial and constant."""
    prefix, _, data = valid.lower().rpartition("1")
    values = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    values += [BECH32.index(letter) for letter in data]

    assert recovery._polymod(values) == 0x2BC830A3


@pytest.mark.parametrize(
    "invalid",
    ["A1G7SGD8", "a12uel5l", "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w"],
)
def test_plain_bech32_is_not_bech32m(invalid: str) -> None:
    """The older constant's valid strings (BIP 173) do not verify."""
    prefix, _, data = invalid.lower().rpartition("1")
    values = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    values += [BECH32.index(letter) for letter in data]

    assert recovery._polymod(values) != 0x2BC830A3


@given(secrets)
def test_there_and_back(secret: bytes) -> None:
    """What is written is read as the same 130 bits, in eight groups of four."""
    written = recovery.write(secret)

    assert recovery.read(written) == secret
    assert [len(group) for group in written.split("-")] == [4] * 8
    assert set(written) <= set(ALPHABET + "-")


def test_most_significant_bits_first() -> None:
    """The first letter is the top five bits."""
    assert recovery.write((1 << 129).to_bytes(SECRET_BYTES, "big"))[0] == "G"
    assert recovery.write((1).to_bytes(SECRET_BYTES, "big")).replace("-", "")[25] == "1"


def test_made_from_all_the_randomness_it_can_hold() -> None:
    """130 random bits, the six beyond them left out."""
    made = recovery.make(lambda size: b"\xff" * size)

    assert int.from_bytes(made, "big") == 2**130 - 1
    assert recovery.write(made).startswith("ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ")


@given(secrets, places, st.lists(st.integers(1, 31), min_size=4, max_size=4))
def test_up_to_four_wrong_letters_are_noticed(secret: bytes, at: list[int], by: list[int]) -> None:
    """One to four wrong letters anywhere are always noticed."""
    with pytest.raises(SpareKeyMisread):
        recovery.read(wronged(recovery.write(secret), at, by))


def test_up_to_four_wrong_letters_twenty_thousand_times() -> None:
    """The same, 20,000 times at random, every one with exactly four."""
    chance = random.Random(4)
    written = recovery.write(chance.randbytes(SECRET_BYTES)[:-1].rjust(SECRET_BYTES, b"\0"))
    missed = 0

    for _ in range(20_000):
        at = chance.sample(range(32), 4)
        try:
            recovery.read(wronged(written, at, [chance.randint(1, 31) for _ in at]))
        except SpareKeyMisread:
            continue
        missed += 1

    assert missed == 0


def test_every_single_wrong_letter_and_swap() -> None:
    """Every wrong letter at every place, and every two neighbours swapped, are noticed."""
    written = recovery.write(bytes(range(17))[:-1].rjust(SECRET_BYTES, b"\0"))
    plain = written.replace("-", "")
    wrong = {wronged(written, [place], [by]) for place in range(32) for by in range(1, 32)}
    wrong |= {plain[:p] + plain[p + 1] + plain[p] + plain[p + 2 :] for p in range(31)} - {plain}

    for one in wrong:
        with pytest.raises(SpareKeyMisread):
            recovery.read(one)


@given(secrets, st.randoms(use_true_random=False))
def test_forgiving_what_hands_and_eyes_do(secret: bytes, chance: random.Random) -> None:
    """Case, dashes, spaces, and I, L, O for 1, 1, 0 are all forgiven."""
    typed = ""
    for letter in recovery.write(secret):
        letter = chance.choice({"1": "1IiLl", "0": "0Oo"}.get(letter, letter))
        letter = chance.choice([letter.lower(), letter.upper()])
        typed += chance.choice(["", " ", "-", "\t", "\n"]) + letter.replace("-", "")

    assert recovery.read(typed) == secret


@pytest.mark.parametrize(
    "typed", ["", "-", "ABCD", "0" * 31, "0" * 33, "U" * 32, "é" * 32, "٣" * 32]
)
def test_what_is_no_spare_key(typed: str) -> None:
    """A wrong length or a sign that is in no spare key is called misread."""
    with pytest.raises(SpareKeyMisread):
        recovery.read(typed)


@pytest.mark.parametrize("size", [31, 33])
def test_a_letter_too_few_or_too_many(size: int) -> None:
    """A letter left out or typed twice is noticed."""
    plain = recovery.write(bytes(17)).replace("-", "")

    with pytest.raises(SpareKeyMisread):
        recovery.read((plain + "0")[:size])
