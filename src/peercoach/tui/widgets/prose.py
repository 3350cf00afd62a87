"""Text to read, in headed parts, scrolled by keyboard once it has the focus."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from peercoach.tui.widgets.choices import wrap

_BETWEEN_FIGURES = re.compile(r"(?<=\d) (?=\d)")
_NO_BREAK = "\ue000"


@dataclass(frozen=True)
class Part:
    """A heading and paragraphs.

    ``own`` marks a person's own words, which are not whispered; ``points`` makes a list of them.
    """

    heading: str
    paragraphs: tuple[str, ...]
    own: bool = False
    points: bool = False


class Point(Widget):
    """One line of a list, its further lines set in."""

    def __init__(self, text: str, *, last: bool) -> None:
        super().__init__(classes="-last" if last else "")
        self._text = text

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("· " + "\n  ".join(self._lines(self.size.width)))

    def _lines(self, width: int) -> list[str]:
        # A telephone number stays in one piece: its spaces are no spaces while lines are broken.
        whole = _BETWEEN_FIGURES.sub(_NO_BREAK, self._text)
        return [line.replace(_NO_BREAK, " ") for line in wrap(whole, max(1, width - 2))]


class Parts(Vertical):
    """Parts one below the other. Notes are drawn as they are: no markup is read in them."""

    def __init__(self, parts: Iterable[Part] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._parts = tuple(parts)

    def compose(self) -> ComposeResult:
        for part in self._parts:
            if part.heading:
                yield Static(part.heading, markup=False, classes="heading")
            for number, paragraph in enumerate(part.paragraphs, 1):
                if part.points:
                    yield Point(paragraph, last=number == len(part.paragraphs))
                else:
                    kind = "own" if part.own else "said"
                    yield Static(paragraph, markup=False, classes=kind)

    async def show(self, parts: Iterable[Part]) -> None:
        """Show other parts."""
        self._parts = tuple(parts)
        await self.recompose()

    def forget(self) -> None:
        """Leave nothing of the text here."""
        self._parts = ()
        self.remove_children()


class Prose(VerticalScroll, can_focus=True):
    """Columns of parts, side by side where there is room, that scroll as one."""

    def __init__(self, *columns: Iterable[Part], id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns = [Parts(parts) for parts in columns or ((),)]

    def compose(self) -> ComposeResult:
        yield from self._columns

    async def show(self, parts: Iterable[Part]) -> None:
        """Show other parts in the first column, from their beginning."""
        await self._columns[0].show(parts)
        self.scroll_home(animate=False)

    def forget(self) -> None:
        """Leave nothing of the text here."""
        for column in self._columns:
            column.forget()
