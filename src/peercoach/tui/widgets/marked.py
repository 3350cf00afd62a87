"""A text that one goes through word by word, with what was done to it marked.

What is marked has a shape of its own, so that nothing is said by colour alone. Only what is in
sight is drawn: a key costs the same in a long text as in a short one.
"""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.events import Blur, Click, Focus
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from peercoach.tui.widgets.inks import Inked
from peercoach.tui.widgets.marks import Mark, MarkedLine, Sheet

_BAR = 2


class Marked(Inked, can_focus=True):
    """Goes word by word with left and right, by line with up and down; tab goes to the next word
    that is worth a look. A click goes to a word, a second one, or enter, asks what to do with it.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "marked--label",
        "marked--possible",
        "marked--open",
        "marked--sign",
        "marked--lead",
        "marked--cursor",
        "marked--resting",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "word(-1)", show=False),
        Binding("right", "word(1)", show=False),
        Binding("up", "line(-1)", show=False),
        Binding("down", "line(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("home", "word(-1000000)", show=False),
        Binding("end", "word(1000000)", show=False),
        Binding("tab", "look(1)", show=False),
        Binding("shift+tab", "look(-1)", show=False),
    ]

    cursor: reactive[int] = reactive(0)

    class Moved(Message):
        """The cursor stands on another word now."""

    class Picked(Message):
        """What to do with the word at the cursor is asked for."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lead: tuple[str, ...] = ()
        self._text = ""
        self._marks: tuple[Mark, ...] = ()
        self._sheet: Sheet | None = None
        self._read_to_end = False

    # --- what is shown ---------------------------------------------------------------------------

    def show(
        self, text: str, marks: Sequence[Mark], *, lead: Sequence[str] = (), at: int = 0
    ) -> None:
        """Show this text, its marks in order, below the lines of ``lead``; the cursor on the mark
        ``at``. The same text stays where it is.
        """
        if text != self._text:
            self._read_to_end = False
        self._text, self._marks, self._lead = text, tuple(marks), tuple(lead)
        self._sheet = None
        self.set_reactive(Marked.cursor, max(0, min(at, len(self._marks) - 1)))
        if self.is_attached:
            self._fit()
            self.refresh(layout=True)
            self.call_after_refresh(self._in_sight)

    def forget(self) -> None:
        """Leave nothing of the text here."""
        self.show("", ())

    @property
    def read_to_end(self) -> bool:
        """Whether the end of this text was in sight."""
        return self._read_to_end

    @property
    def mark(self) -> Mark | None:
        """The word at the cursor."""
        return self._marks[self.cursor] if self._marks else None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._at(width - _BAR).height

    def on_resize(self) -> None:
        self._fit()
        self.call_after_refresh(self._in_sight)

    def _fit(self) -> None:
        if self.container_size.width:
            self.virtual_size = Size(self._width, self._at(self._width).height)

    @property
    def _width(self) -> int:
        return max(1, self.container_size.width - self.gutter.width - _BAR)

    def _at(self, width: int) -> Sheet:
        if self._sheet is None or self._sheet.width != max(1, width):
            self._sheet = Sheet(self._text, self._marks, self._lead, max(1, width))
        return self._sheet

    # --- drawing ---------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        width, plain = self.size.width, self.ink()
        sheet = self._at(self._width)
        number = y + self.scroll_offset.y
        if number >= sheet.height:
            return Strip.blank(width, plain)
        return Strip(self._drawn(sheet.line(number))).adjust_cell_length(width, plain)

    def _drawn(self, line: MarkedLine) -> list[Segment]:
        if line.lead:
            return [Segment(line.text, self.ink("marked--lead"))]
        segments: list[Segment] = []
        for piece in line.pieces:
            ink = self.ink(f"marked--{piece.ink}") if piece.ink else self.ink()
            if piece.mark == self.cursor and self._marks:
                ink = self.ink("marked--cursor" if self.has_focus else "marked--resting")
            segments.append(Segment(piece.text, ink))
        return segments

    def on_focus(self, _event: Focus) -> None:
        self.refresh()

    def on_blur(self, _event: Blur) -> None:
        self.refresh()

    def watch_cursor(self) -> None:
        self._in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._look_at_the_end()

    def _in_sight(self) -> None:
        """Scroll to the cursor; at the first word to the beginning, at the last to the end."""
        height = self.size.height
        if not height:
            return
        sheet = self._at(self._width)
        top, end = sheet.lines_of(self.cursor) if self._marks else (0, 1)
        if self.cursor == 0:
            top = 0
        if self._marks and self.cursor == len(self._marks) - 1:
            end = max(end, sheet.height)
            top = max(top, end - height)
        self.scroll_to_region(Region(0, top, 1, min(end - top, height)), animate=False, force=True)
        self._look_at_the_end()

    def _look_at_the_end(self) -> None:
        height = self.size.height
        if height and self.scroll_offset.y + height >= self._at(self._width).height:
            self._read_to_end = True

    # --- moving ----------------------------------------------------------------------------------

    def go(self, at: int) -> None:
        """Go to the mark at a position, and stay at the ends."""
        if self._marks:
            self.cursor = max(0, min(at, len(self._marks) - 1))

    def action_word(self, by: int) -> None:
        """Go some words on or back."""
        self.go(self.cursor + by)

    def action_line(self, by: int) -> None:
        """Go to the word above or below; past the last one, see what else there is."""
        sheet = self._at(self._width)
        found = sheet.beside(self.cursor, by) if self._marks else None
        if found is None:
            self.scroll_relative(y=by, animate=False)
        else:
            self.go(found)

    def action_page(self, by: int) -> None:
        """Go a screenful up or down."""
        for _ in range(max(1, self.size.height - 1)):
            self.action_line(by)

    def action_look(self, by: int) -> None:
        """Go to the next word that is worth a look, or the one before; after the last, to the
        end.
        """
        ahead = range(self.cursor + by, len(self._marks) if by > 0 else -1, by)
        end = len(self._marks) - 1 if by > 0 else 0
        self.go(next((at for at in ahead if self._marks[at].look), end))

    def action_pick(self) -> None:
        """Ask what to do with the word at the cursor."""
        self.post_message(self.Picked())

    def on_click(self, event: Click) -> None:
        number = event.y + self.scroll_offset.y
        found = self._at(self._width).mark_at(number, event.x)
        if found is None:
            return
        if found == self.cursor:
            self.action_pick()
        else:
            self.go(found)
