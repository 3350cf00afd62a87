"""How text comes in: as it was typed, but for what a terminal would obey instead of show.

Control characters in a note could drive a terminal that shows it (move the cursor, change the
title, answer for the person), so they are taken out before anything is kept. What belongs to
writing stays: tabs, line breaks, right-to-left text and the marks that order it.
"""

import re

from peercoach.errors import NoteTooLong

LIMIT = 1024 * 1024
"""The most that one text may be, in bytes of UTF-8 (the vault's own limit for a note)."""

_LINE_BREAKS = re.compile("\r\n?")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text without control characters and unpaired surrogates; line breaks are ``\\n``.

    Tab and newline stay. ``\\r\\n`` and a lone ``\\r`` (as some terminals paste it) become ``\\n``.
    A surrogate pair becomes the one character that it stands for. Cleaning twice changes nothing.
    """
    text = _CONTROLS.sub("", _LINE_BREAKS.sub("\n", text))
    if _SURROGATES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return text


def admit(text: str) -> str:
    """The one entrance: the cleaned text, if it isn't too long to keep.

    Raises:
        NoteTooLong: it takes more than ``LIMIT`` bytes. Nothing has been changed by then.
    """
    text = clean(text)
    size = len(text) if text.isascii() else len(text.encode())
    if size > LIMIT:
        raise NoteTooLong(size=size, limit=LIMIT)
    return text


def admit_at(text: str, cursor: int) -> tuple[str, int]:
    """The same with a cursor (in code points), which stays between the same two characters.

    Raises:
        NoteTooLong: as :func:`admit`.
    """
    cursor = max(0, min(cursor, len(text)))
    admitted = admit(text)
    if len(admitted) != len(text):
        cursor = min(len(clean(text[:cursor])), len(admitted))
    return admitted, cursor


def one_line(text: str, most: int = 0) -> str:
    """The text on one line, without control characters.

    Longer than ``most`` characters (0: any length) it ends with "…".
    """
    line = " ".join(clean(text).split())
    if most and len(line) > most:
        return line[: most - 1].rstrip() + "…"
    return line
