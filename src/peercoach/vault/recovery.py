"""The spare key as people write it down: 130 random bits, 32 characters, 8 groups of 4.

26 characters carry the bits, most significant first, in Crockford's base32; 6 more are a Bech32m
checksum over the prefix ``peercoach`` (BIP 350). Reading forgives case, dashes and spaces, and
I, L, O typed for 1, 1, 0. The code is BCH with distance 5 at this length, so that up to four wrong
characters are always noticed.
"""

from collections.abc import Callable, Sequence

from peercoach.errors import SpareKeyMisread

_PREFIX = "peercoach"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FORGIVEN = str.maketrans({"I": "1", "L": "1", "O": "0"})
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32M = 0x2BC830A3
_BITS = 130
_DATA = 26
_CHECK = 6
SECRET_BYTES = 17
"""The 130 bits as a 17-byte big-endian integer."""


def _polymod(values: Sequence[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATORS):
            if top >> bit & 1:
                check ^= generator
    return check


def _prefix_values() -> list[int]:
    return [ord(c) >> 5 for c in _PREFIX] + [0] + [ord(c) & 31 for c in _PREFIX]


def make(random: Callable[[int], bytes]) -> bytes:
    """A new spare key's 130 bits."""
    number = int.from_bytes(random(SECRET_BYTES), "big") & ((1 << _BITS) - 1)
    return number.to_bytes(SECRET_BYTES, "big")


def write(secret: bytes) -> str:
    """Write a spare key for a person: ``AAAA-BBBB-…``, eight groups."""
    number = int.from_bytes(secret, "big")
    data = [number >> 5 * place & 31 for place in range(_DATA - 1, -1, -1)]
    check = _polymod([*_prefix_values(), *data, *([0] * _CHECK)]) ^ _BECH32M
    data += [check >> 5 * place & 31 for place in range(_CHECK - 1, -1, -1)]
    letters = "".join(_ALPHABET[value] for value in data)
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def read(text: str) -> bytes:
    """Read a spare key that a person typed.

    Raises:
        SpareKeyMisread: wrong length, a sign that is in no spare key, or check letters that
            do not fit.
    """
    letters = "".join(sign for sign in text.upper() if sign != "-" and not sign.isspace())
    letters = letters.translate(_FORGIVEN)
    if len(letters) != _DATA + _CHECK or any(sign not in _ALPHABET for sign in letters):
        raise SpareKeyMisread
    values = [_ALPHABET.index(sign) for sign in letters]
    if _polymod([*_prefix_values(), *values]) != _BECH32M:
        raise SpareKeyMisread
    number = 0
    for value in values[:_DATA]:
        number = number << 5 | value
    return number.to_bytes(SECRET_BYTES, "big")


def is_one(text: str) -> bool:
    """Whether a text reads as a spare key, check letters and all."""
    try:
        read(text)
    except SpareKeyMisread:
        return False
    return True
