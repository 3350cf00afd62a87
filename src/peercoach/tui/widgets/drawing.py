"""A page that is drawn line by line to the width there is, and scrolled by keyboard."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from peercoach.tui.sheets.lines import Line
from peercoach.tui.widgets.inks import Inked

Draw = Callable[[int], Sequence[Line]]
"""The lines of a page of so many cells."""
_BAR = 2


def _nothing(_width: int) -> Sequence[Line]:
    return ()


class Drawing(Inked, can_focus=True):
    """Shows what is drawn for its width; drawn anew where that changes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "drawing--own",
        "drawing--loud",
        "drawing--whisper",
        "drawing--mark",
        "drawing--line",
        "drawing--dot",
    }

    class Fitted(Message):
        """It has another width: what there is room for may be something else."""

    def __init__(self, draw: Draw = _nothing, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._drawn: tuple[int, Sequence[Line]] | None = None

    def show(self, draw: Draw) -> None:
        """Show another page, from its beginning."""
        self._draw = draw
        self._drawn = None
        if self.is_attached:
            self._fit()
            self.scroll_home(animate=False)
            self.refresh(layout=True)

    def forget(self) -> None:
        """Leave nothing of the text here."""
        self.show(_nothing)

    @property
    def columns(self) -> int:
        """The cells of a line: one column is the scroll bar's, whether it shows or not."""
        return max(1, self.container_size.width - self.gutter.width - _BAR)

    def on_resize(self) -> None:
        self._fit()
        self.post_message(self.Fitted())

    def _fit(self) -> None:
        self.virtual_size = Size(self.columns, len(self._lines))

    @property
    def _lines(self) -> Sequence[Line]:
        if not self.container_size.width:
            # Not laid out yet: nothing is drawn twice.
            return ()
        width = self.columns
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = width, self._draw(width)
        return self._drawn[1]

    def render_line(self, y: int) -> Strip:
        width, plain = self.size.width, self.ink()
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return Strip.blank(width, plain)
        segments = [Segment(text, self.ink(f"drawing--{ink}")) for text, ink in self._lines[number]]
        return Strip(segments).adjust_cell_length(width, plain)
