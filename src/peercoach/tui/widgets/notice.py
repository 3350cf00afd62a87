"""A sentence that stays until it is no longer true: what happened, and what to do next."""

from textual.widget import Widget
from textual.widgets import Static


class Notice(Static):
    """Takes no room while there is nothing to say, and stands in the place of ``instead_of``."""

    def __init__(self, *, instead_of: Widget | None = None) -> None:
        super().__init__("", classes="notice", markup=False)
        self.said = ""
        self._instead_of = instead_of

    def say(self, sentence: str) -> None:
        """Say it, and keep saying it; with nothing to say, take no room."""
        if sentence != self.said:
            self.said = sentence
            self.update(sentence)
            self.set_class(bool(sentence), "-said")
            if self._instead_of is not None:
                self._instead_of.display = not sentence
            if sentence:
                # In a low window it may stand below what is in sight.
                self.call_after_refresh(self.scroll_visible, animate=False)

    def hush(self) -> None:
        """Say nothing."""
        self.say("")
