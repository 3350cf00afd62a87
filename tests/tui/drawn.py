"""What is drawn, cell by cell: its character, its two colours, and what is left without them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rich.color import Color
from rich.style import Style
from textual.pilot import Pilot

TEXT = 7.0
LINES = 3.0
_LINES = range(0x2500, 0x25A0)
"""Box drawing and block elements in Unicode: what lines and bars are made of."""


@dataclass(frozen=True)
class Piece:
    """A run of cells drawn alike: ``ink`` on ``ground`` as they are seen, turned round or not."""

    text: str
    style: Style
    ink: Color
    ground: Color

    @property
    def bare(self) -> tuple[str, tuple[bool, ...]]:
        """What is left of it without colours."""
        style = self.style
        shape = (style.bold, style.italic, style.underline, style.reverse, style.strike)
        return self.text, tuple(bool(one) for one in shape)


def pieces(pilot: Pilot[None]) -> Iterator[Piece]:
    """Every piece of the screen on top; colours that were left out are the terminal's own."""
    own = Color.default()
    for strip in pilot.app.screen._compositor.render_strips():
        for text, style, control in strip:
            if control or not text:
                continue
            style = style or Style.null()
            ink, ground = style.color or own, style.bgcolor or own
            if style.reverse:
                ink, ground = ground, ink
            yield Piece(text, style, ink, ground)


def bare(pilot: Pilot[None]) -> list[tuple[str, tuple[bool, ...]]]:
    """The screen without its colours, a cell each."""
    return [(char, one.bare[1]) for one in pieces(pilot) for char in one.text]


def coloured(pilot: Pilot[None]) -> list[tuple[str, Color, Color]]:
    """The screen with its colours, a cell each."""
    return [(char, one.ink, one.ground) for one in pieces(pilot) for char in one.text]


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = []
    for part in color.get_truecolor():
        share = part / 255
        parts.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@lru_cache(maxsize=1024)
def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True)
class Measure:
    """How well a piece can be seen: ``kind`` is "text", "line" or "block", a cell painted whole."""

    kind: str
    ratio: float
    text: str


def measures(
    pilot: Pilot[None], page: Color, soft: Color, seen: Callable[[Color], Color]
) -> Iterator[Measure]:
    """Measure each piece on its ground, and each painted cell against the page.

    ``soft`` is the one ground beside the page's that says nothing by itself: what stands on it is
    told by a line, a weight or by being turned round, and measured as text is. ``seen`` says what a
    colour that is drawn looks like: in fewer colours, say.
    """
    for piece in pieces(pilot):
        text = piece.text.strip()
        if piece.ground not in (page, soft):
            yield Measure("block", contrast(seen(piece.ground), seen(page)), piece.text)
        if text:
            line = all(ord(char) in _LINES or char == " " for char in text)
            kind = "line" if line else "text"
            yield Measure(kind, contrast(seen(piece.ink), seen(piece.ground)), text)
