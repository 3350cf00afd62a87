"""Identifiers that have a shape: numbers, addresses, dates. Each is a pattern and a check."""

import re
from collections.abc import Iterator

from peercoach.sharing.detect import dates
from peercoach.sharing.detect.addresses import ADDRESSES, HOUSES
from peercoach.sharing.detect.numbers import NUMBERS
from peercoach.sharing.detect.online import ONLINE
from peercoach.sharing.detect.plates import PLATES
from peercoach.sharing.detect.postcodes import POSTCODES
from peercoach.sharing.detect.references import REFERENCES
from peercoach.sharing.detect.spans import Kind, Span

_ANYWHERE = (*ONLINE, *HOUSES)
_BESIDE_DIGITS = (*NUMBERS, *POSTCODES, *PLATES, *ADDRESSES, *REFERENCES)
_TAIL = ".,;:!?)]}'\"’”"
_DIGITS = re.compile(r"\d+")
_REACH, _DATES_REACH = 80, 45
"""Characters before and after its digits that an identifier may have; a date has fewer."""


def structured(text: str) -> Iterator[Span]:
    """Every identifier of a text that has a shape. Spans may overlap: see ``spans.resolved``."""
    whole = ((0, len(text)),)
    windows = tuple(_windows(text, _REACH))
    yield from dates.found(text, tuple(_windows(text, _DATES_REACH)))
    for recognisers, where in ((_ANYWHERE, whole), (_BESIDE_DIGITS, windows)):
        for kind, pattern, check in recognisers:
            group = "it" if "it" in pattern.groupindex else 0
            for start, end in where:
                for found in pattern.finditer(text, start, end):
                    if check(found, text):
                        yield Span(*_trimmed(kind, text, *found.span(group)), kind)


def _windows(text: str, reach: int) -> Iterator[tuple[int, int]]:
    """The stretches around digits, in order, none over another.

    Most patterns begin anywhere and end in digits, and most of a text has none: to look only here
    takes a third of the time.
    """
    start = end = 0
    for found in _DIGITS.finditer(text):
        if found.start() - reach > end:
            if end:
                yield start, end
            start = max(0, found.start() - reach)
        end = found.end() + reach
    if end:
        yield start, end


def _trimmed(kind: Kind, text: str, start: int, end: int) -> tuple[int, int]:
    """Without a sentence's full stop after it, and a bracket that only opens before it."""
    while kind in ("URL", "EMAIL") and end > start and text[end - 1] in _TAIL:
        end -= 1
    while kind == "PHONE" and start < end and text[start] == "(" and ")" not in text[start:end]:
        start += 1
    return start, end
