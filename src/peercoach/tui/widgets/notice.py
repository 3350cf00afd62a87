"""A sentence that stays until it is no longer true: what happened, and what to do next."""

from textual.widgets import Static


class Notice(Static):
    """Takes no room while there is nothing to say."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, classes="notice", markup=False)
        self.said = ""

    def say(self, sentence: str) -> None:
        """Say it, and keep saying it."""
        self.said = sentence
        self.update(sentence)
        self.add_class("-said")

    def hush(self) -> None:
        """Say nothing."""
        self.said = ""
        self.update("")
        self.remove_class("-said")
