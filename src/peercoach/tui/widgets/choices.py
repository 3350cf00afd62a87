"""A list to choose from: rows with an optional heading, columns at the side and a line below.

Drawn line by line, so that a list of ten thousand notes costs no more than the rows one sees.
"""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Blur, Click, Focus
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from peercoach.tui.widgets.inks import Inked
from peercoach.tui.widgets.rows import GAP, MARKER, Layout, Line, LongList, Row, find, wrap

__all__ = ["Choices", "LongList", "Row", "wrap"]

CLOSE = "-close"
"""The class of the app where little space is wanted between things."""
_BAR = 2


class Choices(Inked, can_focus=True):
    """Rows one goes through with the arrow keys and takes with enter, or with the mouse."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "choices--chosen",
        "choices--whisper",
        "choices--marker",
        "choices--mark",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
        Binding("left", "option(-1)", show=False),
        Binding("right", "option(1)", show=False),
        Binding("enter,space", "pick", show=False),
    ]

    cursor: reactive[int] = reactive(0)

    class Picked(Message):
        """A row was taken; of one with options, the one at this position."""

        def __init__(self, choices: "Choices", row: Row, option: int = 0) -> None:
            super().__init__()
            self.choices = choices
            self.row = row
            self.option = option

        @property
        def control(self) -> "Choices":
            return self.choices

    class Moved(Message):
        """The cursor stands on this row now."""

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
        self._rows: Sequence[Row] = ()
        self._layouts: dict[tuple[int, bool], Layout] = {}
        self._options: dict[str, int] = {}
        self.show(rows, at=at)

    # --- what is shown ---------------------------------------------------------------------------

    def show(self, rows: Sequence[Row], *, at: str | None = None, or_at: int = 0) -> None:
        """Show these rows, with the cursor on the one whose id is ``at``.

        Where there is none it goes to the position ``or_at``, or to the last one before that.
        """
        self._rows = rows if isinstance(rows, LongList) else tuple(rows)
        self._layouts.clear()
        found = find(self._rows, at)
        or_at = max(0, min(or_at, len(self._rows) - 1))
        self.set_reactive(Choices.cursor, or_at if found is None else found)
        if self.is_attached:
            self._fit()
            self.refresh(layout=True)
            self.call_after_refresh(self._keep_in_sight)

    @property
    def rows(self) -> Sequence[Row]:
        """What can be chosen."""
        return self._rows

    @property
    def row(self) -> Row | None:
        """The row at the cursor."""
        return self._rows[self.cursor] if self._rows else None

    def choose_option(self, id: str, option: int) -> None:
        """Stand at this option of the row of this id."""
        self._options[id] = option
        self.refresh()

    def on_resize(self) -> None:
        self._fit()
        self.call_after_refresh(self._keep_in_sight)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._at(width - _BAR).height

    def refit(self) -> None:
        """Lay the rows out once more: the space between them has changed."""
        self._fit()
        self.refresh(layout=True)

    def _fit(self) -> None:
        self.virtual_size = Size(self._width, self._at(self._width).height)

    @property
    def _width(self) -> int:
        """The width of the rows: one column is the scroll bar's, whether it shows or not."""
        return self.container_size.width - self.gutter.width - _BAR

    def _at(self, width: int) -> Layout:
        key = width, self.app.has_class(CLOSE)
        if key not in self._layouts:
            # Two at most: the one on the screen and the one that is being measured.
            if len(self._layouts) > 1:
                self._layouts.clear()
            self._layouts[key] = Layout(self._rows, max(1, width), close=key[1])
        return self._layouts[key]

    # --- drawing ---------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        width, plain = self.size.width, self.ink()
        layout = self._at(self._width)
        number = y + self.scroll_offset.y
        if number >= layout.height:
            return Strip.blank(width, plain)
        line = layout.line(number)
        whisper = self.ink("choices--whisper")
        segments = [Segment(set_cell_size(line.heading, layout.heading), whisper)]
        if line.options:
            segments += self._drawn_options(line)
        else:
            segments += self._drawn_text(line, layout)
        return Strip(segments).adjust_cell_length(width, plain)

    def _inks(self, chosen: bool) -> tuple[Style, Style]:
        """How the marker and the text are drawn."""
        if not chosen:
            return self.ink(), self.ink()
        marker, text = "choices--marker", "choices--chosen"
        return self.ink(marker), self.ink(text)

    def _drawn_text(self, line: Line, layout: Layout) -> list[Segment]:
        here = line.row == self.cursor
        marker_ink, ink = self._inks(here and self.has_focus)
        whisper = self.ink("choices--whisper")
        segments = [Segment("› " if line.marker and here else "  ", marker_ink)]
        at = 0
        for start, end in line.marks:
            marked = ink + self.ink("choices--mark", partial=True)
            segments += [Segment(line.text[at:start], ink), Segment(line.text[start:end], marked)]
            at = end
        segments.append(Segment(line.text[at:], whisper if line.whisper else ink))
        if line.asides is not None:
            segments.append(Segment(" " * max(0, layout.text - cell_len(line.text)), ink))
            for aside, room in zip(line.asides, layout.asides, strict=False):
                segments.append(Segment(" " * GAP + set_cell_size(aside, room), whisper))
        return segments

    def _drawn_options(self, line: Line) -> list[Segment]:
        segments: list[Segment] = []
        for option, text in line.options:
            here = line.row == self.cursor and option == self._option
            marker_ink, ink = self._inks(here and self.has_focus)
            segments.append(Segment("› " if here else "  ", marker_ink))
            segments.append(Segment(text, ink))
            segments.append(Segment(" " * GAP, self.ink()))
        return segments

    def watch_cursor(self) -> None:
        self._keep_in_sight()
        self.refresh()
        if self._rows:
            self.post_message(self.Moved(self, self._rows[self.cursor]))

    def on_focus(self, _event: Focus) -> None:
        self.refresh()

    def on_blur(self, _event: Blur) -> None:
        self.refresh()

    def _keep_in_sight(self) -> None:
        if self._rows and self.size.height:
            top, end = self._at(self._width).span(self.cursor)
            top = 0 if self.cursor == 0 else top
            height = min(end - top, self.size.height)
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

    @property
    def _option(self) -> int:
        """The position of the option that one stands at, in the row at the cursor."""
        row = self._rows[self.cursor]
        return min(self._options.get(row.id, 0), max(0, len(row.options) - 1))

    def action_option(self, by: int) -> None:
        """Go to the option beside, in a row that has some, and stay at the ends."""
        row = self.row
        if row is not None and row.options:
            to = max(0, min(self._option + by, len(row.options) - 1))
            self.choose_option(row.id, to)

    def action_pick(self) -> None:
        """Take the row at the cursor."""
        if self._rows:
            self.post_message(self.Picked(self, self._rows[self.cursor], self._option))

    def on_click(self, event: Click) -> None:
        layout = self._at(self._width)
        number = event.y + self.scroll_offset.y
        if not 0 <= number < layout.height:
            return
        line = layout.line(number)
        if line.options:
            self._click_option(line, event.x - layout.heading)
            return
        self.cursor = line.row
        self.action_pick()

    def _click_option(self, line: Line, x: int) -> None:
        """Take the option at a column; between two of them nothing is meant."""
        start = 0
        for option, text in line.options:
            end = start + MARKER + cell_len(text)
            if start <= x < end:
                self.cursor = line.row
                self.choose_option(self._rows[line.row].id, option)
                self.action_pick()
            start = end + GAP
