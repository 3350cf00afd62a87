"""What any Textual app costs: a header, an editor and a footer, and nothing of ours.

Run as ``python -m benchmarks.bare [FILE]``: it opens with the text of FILE.
"""

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Header, TextArea

TITLE = "A bare editor"


class Bare(App[None]):
    """The floor of the interface's figures."""

    TITLE = TITLE
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+q", "quit", "Leave")]

    def __init__(self, text: str) -> None:
        super().__init__()
        self.editor = TextArea(text)

    def compose(self) -> ComposeResult:
        yield Header()
        yield self.editor
        yield Footer()

    def on_mount(self) -> None:
        self.editor.focus()


if __name__ == "__main__":
    Bare(Path(sys.argv[1]).read_text("utf-8") if sys.argv[1:] else "").run()
