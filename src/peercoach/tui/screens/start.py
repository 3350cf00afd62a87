"""Where shall we start? The second screen, and the last before the first question."""

from peercoach.errors import PeercoachError
from peercoach.frameworks.library import Library
from peercoach.tui.messages import Go
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import welcome as words

SHORT = "what-so-what-now-what"
FIRST_ELEMENT = "peer-leadership/sharing-the-movement"


class Start(ListRoom):
    """Three doors: three short questions, one element, or all of them."""

    room = "start"

    def __init__(self, library: Library) -> None:
        super().__init__(words.WHERE, tuple(_rows(library)), hint=words.WHERE_HINT)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        if event.row.id:
            self.post_message(Go("begin", event.row.id))
        else:
            self.post_message(Go("elements"))


def _rows(library: Library) -> list[Row]:
    """What is there to start with: a door whose framework is missing is left out."""
    rows = []
    try:
        short = library.get(SHORT)
        rows.append(Row(short.id, words.THREE, detail=words.THREE_ABOUT))
    except PeercoachError:
        pass
    try:
        _, element = library.find(FIRST_ELEMENT)
        about = element.what_it_is[0] if element.what_it_is else ""
        rows.append(Row(FIRST_ELEMENT, element.title, detail=about, space=True))
    except PeercoachError:
        pass
    rows.append(Row("", words.CHOOSE, detail=words.CHOOSE_ABOUT, space=True))
    return rows
