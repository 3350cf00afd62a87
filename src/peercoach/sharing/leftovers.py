"""What is left in a note once everything that was found is hidden, and is worth a look.

Capitals in the middle of a sentence, long numbers, and quotations: short, so that it is read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from peercoach.sharing.detect.spans import Kind, Span, covered
from peercoach.sharing.detect.tokens import Token, mostly_small, tokens
from peercoach.sharing.detect.wordlists import ACRONYMS, SAFE_WORDS
from peercoach.words.when import MONTHS

LeftoverKind = Literal["capital", "number", "quotation"]

HIDDEN_AS: dict[LeftoverKind, Kind] = {"capital": "WORD", "number": "NUMBER"}
"""As what a left-over is hidden where nobody has looked at it yet. A quotation is shown alone."""

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d ,.]*\d\d(?!\w)|\d{3,}")
_QUOTED = re.compile(r"[\"“][^\"”\n]{2,}[\"”]|‘[^‘’\n]{12,}’")
_MONTHS_AND_DAYS = frozenset((*DAYS, *(month.lower() for month in MONTHS)))


@dataclass(frozen=True)
class Leftover:
    """Something from ``start`` to ``end`` of the text that was written.

    ``everyday`` says that it is everybody's word, such as a weekday or the NHS.
    """

    kind: LeftoverKind
    start: int
    end: int
    everyday: bool = False


class LeftOvers:
    """Looks through one text, once; what is hidden of it may change. ``small`` says that it is
    typed mostly without capitals.
    """

    def __init__(self, text: str) -> None:
        words = tokens(text)
        self.small = mostly_small(words)
        self._length = len(text)
        self._found = [*_capitals(words), *_all("number", _NUMBER, text)]
        self._quoted = list(_all("quotation", _QUOTED, text))

    def beside(self, hidden: Sequence[Span]) -> list[Leftover]:
        """What is left outside of what is hidden, in order of the text."""
        over = covered(hidden, self._length)
        open_ = [one for one in self._found if not any(over[one.start : one.end])]
        return sorted([*open_, *self._quoted], key=lambda one: one.start)


def leftovers(text: str, hidden: Sequence[Span]) -> list[Leftover]:
    """What is left of a text outside of what is hidden, in order of the text."""
    return LeftOvers(text).beside(hidden)


def hiding(left: Iterable[Leftover]) -> list[Span]:
    """The same as what is possible, for those to whom nothing goes that was not looked at."""
    return [
        Span(one.start, one.end, HIDDEN_AS[one.kind], "possible")
        for one in left
        if one.kind in HIDDEN_AS and not one.everyday
    ]


def _capitals(words: Sequence[Token]) -> Iterator[Leftover]:
    for word in words:
        if word.first or word.low in ("i", "i'm", "i'd", "i've", "i'll") or not _has_capital(word):
            continue
        everyday = word.low in SAFE_WORDS or word.low in ACRONYMS or word.low in _MONTHS_AND_DAYS
        yield Leftover("capital", word.start, word.end, everyday)


def _has_capital(word: Token) -> bool:
    return any(one.isupper() for one in word.text)


def _all(kind: LeftoverKind, pattern: re.Pattern[str], text: str) -> Iterator[Leftover]:
    return (Leftover(kind, one.start(), one.end()) for one in pattern.finditer(text))
