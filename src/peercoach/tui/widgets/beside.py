"""A list beside what one reads: escape leads back there, and not out of the room."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from peercoach.tui.widgets.choices import Choices


class Beside(Choices):
    """Rows that speak of what stands beside them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    class Left(Message):
        """Back to what one reads."""

    def action_leave(self) -> None:
        """Go back to what one reads."""
        self.post_message(self.Left())
