"""Text as it is searched: without case and accents, and with plain quotes and dashes."""

import re
import sys
import unicodedata
from functools import cache

MOST_WORDS = 16
"""So many different words are looked for: a pasted page is found by its beginning."""

_MOST_TYPED = 500
_PIECE = 16 * 1024
_SHORT = 100
_PLAIN = (
    ("’", "'"),
    ("‘", "'"),
    ("ʼ", "'"),
    ("“", '"'),
    ("”", '"'),
    ("–", "-"),
    ("—", "-"),
    ("‐", "-"),
)


def fold(text: str) -> str:
    """Text without case and accents: NFKD, combining marks dropped, then case folded.

    (Unicode Standard, 3.13 "Default Case Folding" and UAX #15.) Curly quotes and long dashes become
    plain ones, since which of them was typed is the keyboard's doing. Each character folds by
    itself: folded parts joined are the folded whole.
    """
    if text.isascii():
        return text.lower()
    # Other threads get a turn between the pieces of a long text.
    return "".join(_fold(text[at : at + _PIECE]) for at in range(0, len(text), _PIECE))


def _fold(text: str) -> str:
    text = _plain(text)
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    if len(apart) < _SHORT:
        # A word or two need no pattern, which takes a fifth of a second to make.
        bare = "".join(one for one in apart if not unicodedata.combining(one))
    else:
        bare = _combining().sub("", apart)
    return _plain(bare.casefold())


def _plain(text: str) -> str:
    for curly, plain in _PLAIN:
        text = text.replace(curly, plain)
    return text


@cache
def _combining() -> re.Pattern[str]:
    """Runs of combining marks: a pattern is ten times as fast as asking for each character."""
    marks = (chr(code) for code in range(0x300, sys.maxunicode + 1))
    return re.compile(f"[{''.join(mark for mark in marks if unicodedata.combining(mark))}]+")


def words_of(typed: str) -> frozenset[str]:
    """The folded words to look for, ``MOST_WORDS`` at most."""
    return frozenset(fold(typed[:_MOST_TYPED]).split()[:MOST_WORDS])
