"""Ids of records: 63 random bits, written for people and JSON as 13 Crockford base32 characters.

Written as text because JavaScript loses integers past 2**53. Crockford's alphabet leaves out I, L,
O and U; reading forgives case, dashes, and I, L, O typed for 1, 1, 0
(Douglas Crockford, *Base 32*, 2019).
"""

from peercoach.errors import NoSuchNote

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FORGIVEN = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None})
_LENGTH = 13


def to_text(number: int) -> str:
    """Write an id of up to 65 bits as 13 characters, most significant first."""
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(60, -1, -5))


def from_text(text: str) -> int:
    """Read an id back.

    Raises:
        NoSuchNote: the text is no id at all, so no note can have it.
    """
    plain = text.strip().upper().translate(_FORGIVEN)
    if len(plain) != _LENGTH or any(letter not in _ALPHABET for letter in plain):
        raise NoSuchNote(id=text)
    number = 0
    for letter in plain:
        number = number << 5 | _ALPHABET.index(letter)
    return number
