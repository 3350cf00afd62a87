"""Text to read, in headed parts, scrolled by keyboard once it has the focus."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static


@dataclass(frozen=True)
class Part:
    """A heading and paragraphs; ``own`` marks a person's own words, which are not whispered."""

    heading: str
    paragraphs: tuple[str, ...]
    own: bool = False
    bullets: bool = False


class Prose(VerticalScroll, can_focus=True):
    """Parts one below the other. Notes are drawn as they are: no markup is read in them."""

    def __init__(self, parts: Iterable[Part] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._parts = tuple(parts)

    def compose(self) -> ComposeResult:
        for part in self._parts:
            if part.heading:
                yield Static(part.heading, markup=False, classes="heading")
            for paragraph in part.paragraphs:
                kind = "own" if part.own else "bullet" if part.bullets else "said"
                yield Static(paragraph, markup=False, classes=kind)

    async def show(self, parts: Iterable[Part]) -> None:
        """Show other parts, from their beginning."""
        self._parts = tuple(parts)
        await self.recompose()
        self.scroll_home(animate=False)
