"""The loudest thing on the screen: a question, with what it is about above and a hint below."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static


class Question(Vertical):
    """Three texts, of which the empty ones take no room."""

    def compose(self) -> ComposeResult:
        for name in ("what", "ask", "hint"):
            yield Static("", id=name, markup=False)

    def tell(self, **texts: str) -> None:
        """Change ``what``, ``ask`` or ``hint``."""
        for name, text in texts.items():
            widget = self.query_one(f"#{name}", Static)
            widget.update(text)
            widget.set_class(not text, "-empty")
