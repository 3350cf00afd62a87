"""A small question with a few answers, over the room that asks it.

An answer that there is no way back from can be asked about once more, in the same place.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from peercoach.tui.messages import Asked
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.widgets.choices import Choices, Row


@dataclass(frozen=True)
class Sure:
    """What is asked once more after the answer ``of``: with the cursor on the row that leaves all
    as it is, whose id is empty.
    """

    of: str
    title: str
    rows: Sequence[Row]


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
        sure: Sure | None = None,
    ) -> None:
        super().__init__(title, rows, hint=hint)
        self.choices.show(rows, at=at)
        self._took = took
        self._taken = False
        self._sure = sure

    def on_choices_picked(self, event: Choices.Picked) -> None:
        sure = self._sure
        if sure is not None and event.row.id == sure.of:
            self._sure = None
            self.head.tell(crumb=sure.title)
            self.choices.show(sure.rows, at="")
            return
        # Two quick clicks are one answer.
        if not self._taken:
            self._taken = True
            self._took(event.row.id)
            self.post_message(Asked("home"))
