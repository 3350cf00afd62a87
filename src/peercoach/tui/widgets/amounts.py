"""A list whose rows can be turned to the left and right, and found by a number from nought."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from peercoach.tui.widgets.choices import Row
from peercoach.tui.widgets.scale import Scale


class Amounts(Scale):
    """As :class:`Scale`. Where ``from_nought``, the first row is nought, as on a scale of 0 to 10.

    Left and right say that the row at the cursor is to be turned; what it says is not known here.
    ``page`` may go up or down by so many lines in what stands above, and say that it did.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("0", "mark(0)", show=False)]

    from_nought = False

    class Turned(Message):
        """The row at the cursor is to be turned on, or back."""

        def __init__(self, row: Row, by: int) -> None:
            super().__init__()
            self.row = row
            self.by = by

    def __init__(
        self, *, id: str | None = None, page: Callable[[int], bool] = lambda by: False
    ) -> None:
        super().__init__(id=id)
        self._page = page

    def action_move(self, by: int) -> None:
        """Go up or down by some rows, or in what stands above."""
        if not self._page(by):
            super().action_move(by)

    def action_option(self, by: int) -> None:
        """Turn the row at the cursor."""
        if self.row is not None:
            self.post_message(self.Turned(self.row, by))

    def action_mark(self, number: int) -> None:
        """Mark the row of this number; one that no row has does nothing."""
        at = number + 1 if self.from_nought else number
        if at:
            super().action_mark(at)
