"""Screens that are read: support, and the keys of a room."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from peercoach.actions import Room as RoomName
from peercoach.tui import keys
from peercoach.tui.messages import Asked
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.prose import Part, Prose
from peercoach.words import screens as words
from peercoach.words.support import sections


class Support(Room):
    """Ways to steady oneself, people to call, and where some things belong instead.

    People to call stand first where there is one column, beside the rest where there are two:
    nobody should have to scroll to a number.
    """

    room = "support"

    def __init__(self, region: str) -> None:
        super().__init__()
        self.head.tell(crumb=words.SUPPORT)
        self.head.loud()
        steady, *people, belongs = [
            Part(heading, tuple(lines), points=True) for heading, lines in sections(region)
        ]
        self._prose = Prose(people, [steady, belongs], id="support")

    def body(self) -> Iterable[Widget]:
        yield self._prose

    def on_mount(self) -> None:
        self._prose.focus()


class Keys(Room):
    """Every action of the room one came from: its key, its name, what it does. Enter does it."""

    room = "keys"

    def __init__(self, of: RoomName) -> None:
        super().__init__()
        self.head.tell(crumb=words.KEYS)
        self.head.loud()
        self.of = of
        self._choices = Choices(tuple(_rows(of)), classes="-fill keys")

    def body(self) -> Iterable[Widget]:
        yield self._choices
        note = words.KEYS_NO_KEY
        if self.of in ("reflect", "unlock"):
            note = f"{note} {words.KEYS_TYPING}"
        yield Static(note, classes="whisper", markup=False)

    def on_mount(self) -> None:
        self._choices.focus()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self.post_message(Asked(event.row.id))


def _rows(of: RoomName) -> Iterable[Row]:
    for action in keys.of_interface(of):
        key = keys.key_name(action.key) if action.key else words.NO_KEY
        yield Row(
            action.id,
            keys.label(action, of),
            heading=key,
            detail=keys.explanation(action, of),
        )
