"""A list to choose from: rows with an optional heading, columns at the side and a line below.

Drawn line by line, so that a list of ten thousand notes costs no more than the rows one sees.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Blur, Click, Focus
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

_GAP = 3
_MARKER = 2
_BAR = 2
_LEAST_TEXT = 22
"""Below this width the text takes a column from the side, the last one first."""


@dataclass(frozen=True)
class Row:
    """One choice. ``heading`` stands left of it, ``asides`` right, ``detail`` below, quietly.

    ``group`` stands above it, as the title of those that follow; ``space`` asks for a line between
    it and the one before; ``one_line`` shortens a text instead of wrapping it.
    """

    id: str
    text: str
    asides: tuple[str, ...] = ()
    heading: str = ""
    detail: str = ""
    group: str = ""
    space: bool = False
    one_line: bool = False


@dataclass(frozen=True)
class _Line:
    row: int
    heading: str = ""
    marker: bool = False
    text: str = ""
    whisper: bool = False
    asides: tuple[str, ...] | None = None


@dataclass(frozen=True)
class _Layout:
    """The lines of a list at one width, and how wide its columns are."""

    width: int
    heading: int
    text: int
    asides: tuple[int, ...]
    lines: tuple[_Line, ...]


class Choices(ScrollView, can_focus=True):
    """Rows one goes through with the arrow keys and takes with enter, or with the mouse."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "choices--chosen",
        "choices--whisper",
        "choices--marker",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
        Binding("enter,space", "pick", show=False),
    ]

    cursor: reactive[int] = reactive(0)

    class Picked(Message):
        """A row was taken."""

        def __init__(self, choices: "Choices", row: Row) -> None:
            super().__init__()
            self.choices = choices
            self.row = row

        @property
        def control(self) -> "Choices":
            return self.choices

    def __init__(
        self,
        rows: Sequence[Row] = (),
        *,
        at: str | None = None,
        id: str | None = None,
        classes: str = "",
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: tuple[Row, ...] = ()
        self._layouts: dict[int, _Layout] = {}
        self.show(rows, at=at)

    # --- what is shown ---------------------------------------------------------------------------

    def show(self, rows: Sequence[Row], *, at: str | None = None) -> None:
        """Show these rows, with the cursor on the one whose id is ``at``, else on the first."""
        self._rows = tuple(rows)
        self._layouts.clear()
        found = [index for index, row in enumerate(self._rows) if row.id == at]
        self.set_reactive(Choices.cursor, found[0] if found else 0)
        if self.is_attached:
            self._fit()
            self.refresh(layout=True)
            self.call_after_refresh(self._keep_in_sight)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What can be chosen."""
        return self._rows

    def on_resize(self) -> None:
        self._fit()
        self.call_after_refresh(self._keep_in_sight)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._at(width - _BAR).lines)

    def _fit(self) -> None:
        self.virtual_size = Size(self._width, len(self._at(self._width).lines))

    @property
    def _width(self) -> int:
        """The width of the rows: one column is the scroll bar's, whether it shows or not."""
        return self.container_size.width - self.gutter.width - _BAR

    def _at(self, width: int) -> _Layout:
        if width not in self._layouts:
            # Two at most: the one on the screen and the one that is being measured.
            if len(self._layouts) > 1:
                self._layouts.clear()
            self._layouts[width] = _lay_out(self._rows, max(1, width))
        return self._layouts[width]

    # --- drawing ---------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        width, plain = self.size.width, self.rich_style
        layout = self._at(self._width)
        number = y + self.scroll_offset.y
        if number >= len(layout.lines):
            return Strip.blank(width, plain)
        line = layout.lines[number]
        whisper = self.get_component_rich_style("choices--whisper")
        chosen = line.row == self.cursor and self.has_focus
        ink = self.get_component_rich_style("choices--chosen") if chosen else plain
        marker = "› " if line.marker and line.row == self.cursor else "  "
        segments = [
            Segment(set_cell_size(line.heading, layout.heading), whisper),
            Segment(marker, self.get_component_rich_style("choices--marker") if chosen else plain),
        ]
        if line.asides is None:
            segments.append(Segment(line.text, whisper if line.whisper else ink))
        else:
            segments.append(Segment(set_cell_size(line.text, layout.text), ink))
            for aside, room in zip(line.asides, layout.asides, strict=False):
                segments.append(Segment(" " * _GAP + set_cell_size(aside, room), whisper))
        return Strip(segments).adjust_cell_length(width, plain)

    def watch_cursor(self) -> None:
        self._keep_in_sight()
        self.refresh()

    def on_focus(self, _event: Focus) -> None:
        self.refresh()

    def on_blur(self, _event: Blur) -> None:
        self.refresh()

    def _keep_in_sight(self) -> None:
        lines = self._at(self._width).lines
        numbers = [n for n, line in enumerate(lines) if line.row == self.cursor]
        if numbers and self.size.height:
            top = 0 if self.cursor == 0 else numbers[0]
            height = min(numbers[-1] - top + 1, self.size.height)
            self.scroll_to_region(Region(0, top, 1, height), animate=False, force=True)

    # --- moving and taking ---------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Go up or down by some rows, and stay at the ends."""
        if self._rows:
            self.cursor = max(0, min(self.cursor + by, len(self._rows) - 1))

    def action_page(self, by: int) -> None:
        """Go up or down by as many rows as one sees."""
        self.action_move(by * max(1, self.size.height - 1))

    def action_end(self, by: int) -> None:
        """Go to the first row or to the last."""
        self.action_move(by * len(self._rows))

    def action_pick(self) -> None:
        """Take the row at the cursor."""
        if self._rows:
            self.post_message(self.Picked(self, self._rows[self.cursor]))

    def on_click(self, event: Click) -> None:
        lines = self._at(self._width).lines
        number = event.y + self.scroll_offset.y
        if 0 <= number < len(lines):
            self.cursor = lines[number].row
            self.action_pick()


def _lay_out(rows: Sequence[Row], width: int) -> _Layout:
    """Each column as wide as it needs; the text has what the others leave, and no more."""
    heading = max((cell_len(row.heading) for row in rows), default=0)
    heading += _GAP if heading else 0
    count = max((len(row.asides) for row in rows), default=0)
    asides = [
        max(cell_len(row.asides[n]) if n < len(row.asides) else 0 for row in rows)
        for n in range(count)
    ]
    left = width - heading - _MARKER
    while asides and left - sum(asides) - _GAP * len(asides) < _LEAST_TEXT:
        asides.pop()
    text = left - sum(asides) - _GAP * len(asides)
    if asides:
        text = min(text, max(_LEAST_TEXT, *(cell_len(row.text) for row in rows)))
    lines: list[_Line] = []
    for index, row in enumerate(rows):
        lines += _lines_of(index, row, max(1, text), max(1, left))
    return _Layout(width, heading, max(1, text), tuple(asides), tuple(lines))


def _lines_of(index: int, row: Row, width: int, whole: int) -> list[_Line]:
    lines = [_Line(index)] if row.space and index else []
    if row.group:
        lines += [_Line(index, text=row.group, whisper=True), _Line(index)]
    wrapped = (shorten(row.text, width),) if row.one_line else wrap(row.text, width)
    for number, text in enumerate(wrapped):
        first = number == 0
        lines.append(
            _Line(index, row.heading if first else "", first, text, False,
                  row.asides if first else ())
        )  # fmt: skip
    if row.detail:
        lines += [_Line(index, text=text, whisper=True) for text in wrap(row.detail, whole)]
    return lines


def shorten(text: str, width: int) -> str:
    """The text, or its beginning and an ellipsis, in at most ``width`` cells."""
    return text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + "…"


@lru_cache(maxsize=64)
def _wrapped(text: str, width: int) -> tuple[str, ...]:
    return tuple(line.plain.rstrip() for line in Content(text).wrap(width)) or ("",)


def wrap(text: str, width: int) -> tuple[str, ...]:
    """The text in lines of at most ``width`` cells."""
    return (text,) if cell_len(text) <= width else _wrapped(text, width)
