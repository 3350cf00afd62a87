"""What stands beside a question, or over the lower half where the window is narrow."""

from collections.abc import Iterable, Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical

from peercoach.frameworks.library import Library
from peercoach.guide.reflect import Reflection
from peercoach.journal.store import Written
from peercoach.tui.screens import asides
from peercoach.tui.widgets.choices import Choices
from peercoach.tui.widgets.prose import Part, Prose

JUMP = "jump"


class Beside(Vertical):
    """Shows one thing at a time: something to read, or the questions to go to."""

    def __init__(self, library: Library) -> None:
        super().__init__(id="aside")
        self._library = library
        self._reading = Prose(id="reading")
        self.questions = Choices(id="questions", classes="-fill")

    def compose(self) -> ComposeResult:
        yield self._reading
        yield self.questions

    async def show(
        self, what: str, reflection: Reflection, earlier: Sequence[Written] | None, today: date
    ) -> None:
        """Show ``what``: before, prompts, about, jump, or nothing."""
        self.set_class(what == JUMP, "-jump")
        if what == JUMP:
            self.questions.show(asides.questions(reflection), at=reflection.now.key)
            self.questions.focus()
            return
        parts: Iterable[Part] = ()
        if what == "prompts":
            parts = asides.prompts(reflection)
        elif what == "about":
            parts = asides.about(reflection, self._library)
        elif earlier is not None:
            parts = asides.before(earlier, today)
        await self._reading.show(parts)

    def forget(self) -> None:
        """Leave nothing of the text here."""
        self._reading.forget()
        self.questions.show(())
