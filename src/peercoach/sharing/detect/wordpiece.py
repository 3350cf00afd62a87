"""A text as the pieces of words that the names model reads, each with where it stands.

What BERT's uncased WordPiece does (Devlin et al., *BERT*, 2019; Wu et al., arXiv:1609.08144):
controls go, accents and capitals go, every mark is a word, and each word is parted into the longest
pieces of the vocabulary, from its beginning. A text that spells out one of the special pieces
(``[SEP]``) is read as text.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

UNKNOWN, BEGIN, END = "[UNK]", "[CLS]", "[SEP]"
_GOES_ON = "##"
_LONGEST = 100
"""Letters; a longer word is one unknown piece."""
_HAN = (
    *((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F)),
    *((0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)),
)


class Piece(NamedTuple):
    """One piece: its number in the vocabulary, and its code points in the text.

    ``goes_on`` says that it belongs to the word of the piece before.
    """

    id: int
    start: int
    end: int
    goes_on: bool


class _Letter(NamedTuple):
    """A character as the model reads it, and the code point it came from."""

    text: str
    at: int


class WordPiece:
    """Parts texts by one vocabulary: of each piece, its number."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._unknown = vocabulary[UNKNOWN]

    def pieces(self, text: str) -> list[Piece]:
        """The pieces of a text, in order."""
        return [piece for word in _words(text) for piece in self._parted(word)]

    def _parted(self, word: list[_Letter]) -> list[Piece]:
        """The pieces of one word; a word with a part in no vocabulary is one unknown piece."""
        unknown = [Piece(self._unknown, word[0].at, word[-1].at + 1, False)]
        if len(word) > _LONGEST:
            return unknown
        letters = "".join(one.text for one in word)
        pieces: list[Piece] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                part = (_GOES_ON if start else "") + letters[start:end]
                if (id := self._vocabulary.get(part)) is not None:
                    break
            else:
                return unknown
            pieces.append(Piece(id, word[start].at, word[end - 1].at + 1, bool(start)))
            start = end
        return pieces


def _words(text: str) -> Iterator[list[_Letter]]:
    """The words of a text; each mark, and each Chinese character, is one."""
    word: list[_Letter] = []
    for at, one in enumerate(text):
        if _goes(one):
            continue
        alone = _is_han(ord(one))
        for letter in _plain(one):
            if alone or letter.isspace() or _is_mark(letter):
                if word:
                    yield word
                    word = []
                if not letter.isspace():
                    yield [_Letter(letter, at)]
            else:
                word.append(_Letter(letter, at))
    if word:
        yield word


def _plain(one: str) -> str:
    """A character in small letters, without its accents: none, one or several characters."""
    if one.isascii():
        return one.lower()
    parts = unicodedata.normalize("NFD", one)
    return "".join(part.lower() for part in parts if unicodedata.category(part) != "Mn")


def _goes(one: str) -> bool:
    """Whether it is never read: a control, a direction, half a surrogate pair."""
    if one in "\t\n\r":
        return False
    return one == "\ufffd" or unicodedata.category(one) in {"Cc", "Cf", "Cs", "Co"}


def _is_mark(one: str) -> bool:
    if one.isascii():
        return one.isprintable() and not one.isalnum() and one != " "
    return unicodedata.category(one).startswith("P")


def _is_han(code: int) -> bool:
    return code >= _HAN[1][0] and any(first <= code <= last for first, last in _HAN)
