"""Identifiers that have a shape: numbers, addresses, dates. Each is a pattern and a check."""

from collections.abc import Iterator

from peercoach.sharing.detect import dates
from peercoach.sharing.detect.addresses import ADDRESSES
from peercoach.sharing.detect.numbers import NUMBERS
from peercoach.sharing.detect.online import ONLINE
from peercoach.sharing.detect.plates import PLATES
from peercoach.sharing.detect.postcodes import POSTCODES
from peercoach.sharing.detect.references import REFERENCES
from peercoach.sharing.detect.spans import Kind, Span

_ALL = (*ONLINE, *NUMBERS, *POSTCODES, *PLATES, *ADDRESSES, *REFERENCES)
_TAIL = ".,;:!?)]}'\"’”"


def structured(text: str) -> Iterator[Span]:
    """Every identifier of a text that has a shape. Spans may overlap: see ``spans.resolved``."""
    yield from dates.found(text)
    for kind, pattern, check in _ALL:
        for found in pattern.finditer(text):
            if check(found, text):
                group = "it" if "it" in pattern.groupindex else 0
                start, end = _trimmed(kind, text, *found.span(group))
                yield Span(start, end, kind)


def _trimmed(kind: Kind, text: str, start: int, end: int) -> tuple[int, int]:
    """Without a sentence's full stop after it, and a bracket that only opens before it."""
    while kind in ("URL", "EMAIL") and end > start and text[end - 1] in _TAIL:
        end -= 1
    while kind == "PHONE" and start < end and text[start] == "(" and ")" not in text[start:end]:
        start += 1
    return start, end
