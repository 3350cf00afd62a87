"""A small question with a few answers, over the room that asks it."""

from collections.abc import Callable, Sequence

from peercoach.tui.messages import Asked
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.widgets.choices import Choices, Row


class Asking(ListRoom):
    """Hands the id of the answer to the room below, and goes. Going back answers nothing."""

    room = "within"

    def __init__(
        self,
        title: str,
        rows: Sequence[Row],
        took: Callable[[str], object],
        *,
        hint: str = "",
        at: str | None = None,
    ) -> None:
        super().__init__(title, rows, hint=hint)
        self.choices.show(rows, at=at)
        self._took = took
        self._taken = False

    def on_choices_picked(self, event: Choices.Picked) -> None:
        # Two quick clicks are one answer.
        if not self._taken:
            self._taken = True
            self._took(event.row.id)
            self.post_message(Asked("home"))
