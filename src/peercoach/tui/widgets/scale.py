"""The steps of a rating, which can be marked by their number, too."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from peercoach.tui.widgets.choices import Choices, Row

_DIGITS = 9


class Scale(Choices):
    """A list that knows whether its mark was moved: a mark that nobody set chooses nothing.

    A digit moves the mark to the row of that number and takes nothing: enter, or going on, does.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(digit), f"mark({digit})", show=False) for digit in range(1, _DIGITS + 1)
    ]

    marked = False
    """Whether the person set the mark here, since these rows were shown."""

    def show(self, rows: Sequence[Row], *, at: str | None = None, or_at: int = 0) -> None:
        """Show these rows, with a mark that nobody has set."""
        self.marked = False
        super().show(rows, at=at, or_at=or_at)

    def action_move(self, by: int) -> None:
        """Go up or down by some rows, and stay at the ends."""
        self.marked = True
        super().action_move(by)

    def action_mark(self, number: int) -> None:
        """Mark the row of this number, from 1; a number that no row has does nothing."""
        if number <= len(self.rows):
            self.marked = True
            self.cursor = number - 1
