"""One thing to do, as a line of text that takes focus: enter, space or a click does it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Pick(Widget, can_focus=True):
    """A quiet button. Focus is shown by a mark and by weight, never by colour alone."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "pick", show=False)]

    label: reactive[str] = reactive("", layout=True)

    class Picked(Message):
        """It was chosen."""

        def __init__(self, pick: "Pick") -> None:
            super().__init__()
            self.pick = pick

        @property
        def control(self) -> "Pick":
            return self.pick

    def __init__(self, label: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(Pick.label, label)

    def render(self) -> Content:
        return Content(f"{'›' if self.has_focus else ' '} {self.label}")

    def action_pick(self) -> None:
        self.post_message(self.Picked(self))

    def on_click(self) -> None:
        self.focus()
        self.action_pick()
