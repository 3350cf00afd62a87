"""Someone is with me: the elements and their questions, and nothing of what is kept.

No notebook is open here. One's own notes are closed, not hidden: they ask for the passphrase.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

from peercoach.tui.messages import Asked
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.prose import Part, Prose
from peercoach.words import company as words
from peercoach.words import screens

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library

_PRIVATE = "private"


class Company(ListRoom):
    """Every element that two can look at together."""

    room = "company"

    class TogetherAsked(Message):
        """Show one element."""

        def __init__(self, address: str) -> None:
            super().__init__()
            self.address = address

    def __init__(self, library: "Library") -> None:
        rows = [*_rows(library), Row(_PRIVATE, words.PRIVATE_ROW, space=True)]
        super().__init__(words.TITLE, rows, hint=words.HINT)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        if event.row.id == _PRIVATE:
            self.post_message(Asked(_PRIVATE))
        else:
            self.post_message(self.TogetherAsked(event.row.id))


class Together(Room):
    """One element: what it is, and its questions, to be talked about."""

    room = "element"

    def __init__(self, library: "Library", address: str) -> None:
        super().__init__()
        framework, element = library.find(address)
        crumb = screens.CRUMB.format(framework=framework.title, element=element.title)
        self.head.tell(crumb=crumb)
        asks = tuple(question.ask for question in element.questions)
        about = [Part(screens.ABOUT_IS, element.what_it_is, points=True)]
        if element.why_it_matters:
            about.append(Part(screens.ABOUT_WHY, (element.why_it_matters,)))
        self._prose = Prose([Part(words.QUESTIONS, asks, own=True), *about], id="reader")

    def body(self) -> Iterable[Widget]:
        yield self._prose

    def on_mount(self) -> None:
        self._prose.focus()


def _rows(library: "Library") -> Iterable[Row]:
    before = ""
    for framework, element in library.elements():
        new = framework.id != before
        heading = framework.title if new else ""
        yield Row(framework.address(element), element.title, heading=heading, space=new)
        before = framework.id
