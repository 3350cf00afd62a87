"""A text as words, each with what its letters and its place in the sentence say."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from peercoach.journal.folding import fold

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:['’ʼ‐-](?:{_LETTER})+)*\.?")
_LETTERS = str.maketrans("łøıđðßæœ", "loiddsao")
_ENDS_SENTENCE = re.compile(r"(?:[.!?…:]['\"’”)\]]?\s|[\n\r]|^|[•*>·–—-]\s|[\"“‘(\[]|\d[.)]\s)\s*$")
_LOOK_BACK = 40
"""Of what parts two words, how much is looked at: it may be as long as the text."""
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")


def plain(word: str) -> str:
    """A word as the lists have it: folded, and without the letters that no accent makes."""
    # Most words are plain already but for their case; folding is slow.
    return word.lower() if word.isascii() else fold(word).translate(_LETTERS)


class Token(NamedTuple):
    """One word: where it stands (a possessive ``'s`` not included), and what can be told of it.

    ``low`` is the word as lists have it. ``capital`` says that it begins with a capital,
    ``shouted`` that it has two letters or more and no small one. ``first`` says that a sentence, a
    line or a quotation begins with it; ``joined`` that nothing but one blank parts it from the word
    before.
    """

    start: int
    end: int
    text: str
    low: str
    first: bool
    joined: bool
    possessive: bool
    dotted: bool
    capital: bool
    shouted: bool


def tokens(text: str) -> list[Token]:
    """The words of a text, in order."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    before = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        word = found.group()
        dotted = word.endswith(".")
        if dotted:
            word, end = word[:-1], end - 1
        possessive = word[-1] in "sS" and bool(_POSSESSIVE.search(word))
        if possessive:
            word, end = word[:-2], end - 2
        between = text[before:start]
        yield Token(
            start=start,
            end=end,
            text=word,
            low=plain(word),
            first=_begins(between, before),
            joined=bool(before) and between in (" ", "\u00a0", ". "),
            possessive=possessive,
            dotted=dotted,
            capital=word[0].isupper(),
            shouted=len(word) > 1 and word.isupper() and _all_capitals(word),
        )
        before = end + (2 if possessive else 0)


def _all_capitals(word: str) -> bool:
    letters = [one for one in word if one.isalpha()]
    return len(letters) > 1 and all(one.isupper() for one in letters)


def _begins(between: str, before: int) -> bool:
    if before == 0:
        return True
    return between not in (" ", "\u00a0", "-") and bool(
        _ENDS_SENTENCE.search(between[-_LOOK_BACK:])
    )


def mostly_small(found: Sequence[Token]) -> bool:
    """Whether a text has so few capitals that they tell nothing: fewer than one in forty words, or
    no sentence that begins with one.
    """
    if not found:
        return False
    capitals = sum(one.capital and one.low != "i" for one in found)
    starts = [one for one in found if one.first]
    return capitals * 40 < len(found) or not any(one.capital for one in starts)


def mostly_shouted(found: Sequence[Token]) -> bool:
    """Whether most of a text stands in capitals."""
    return bool(found) and sum(one.shouted for one in found) * 2 > len(found)
