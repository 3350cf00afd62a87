"""The loudest thing on the screen: a question, with what it is about above and a hint below."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from peercoach.tui.widgets.rows import wrap

_TO_WRITE_IN = 5
"""Rows that are left below a question, at the least, as long as it can give way."""


class Question(Vertical):
    """Three texts, of which the empty ones take no room.

    Where all three would leave too little room below, what it is about gives way first, then the
    hint: both are one key away. The question itself is always whole.
    """

    def compose(self) -> ComposeResult:
        for name in ("what", "ask", "hint"):
            yield Static("", id=name, markup=False)

    def tell(self, **texts: str) -> None:
        """Change ``what``, ``ask`` or ``hint``."""
        for name, text in texts.items():
            widget = self.query_one(f"#{name}", Static)
            widget.update(text)
            widget.set_class(not text, "-empty")
        self.give_way()

    def give_way(self) -> None:
        """Leave out what there is no room for."""
        ask = self.query_one("#ask", Static)
        if not isinstance(self.parent, Sheet) or not ask.size.width:
            return
        left = self.parent.size.height - _TO_WRITE_IN - self._rows(ask)
        for name in ("hint", "what"):
            widget = self.query_one(f"#{name}", Static)
            rows = self._rows(widget)
            widget.set_class(rows > left, "-crowded")
            left -= rows

    def _rows(self, widget: Static) -> int:
        """The rows that a text takes, with the empty one below it."""
        text = str(widget.content)
        width = self.query_one("#ask", Static).size.width
        lines = sum(len(wrap(line, width)) for line in text.split("\n"))
        return lines + widget.styles.margin.bottom if text else 0


class Sheet(Vertical):
    """Where a question stands above what one writes in, or chooses from."""

    def on_resize(self) -> None:
        for question in self.query(Question):
            question.give_way()
