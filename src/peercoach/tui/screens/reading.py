"""Screens that are read: support, and the keys of a room."""

from collections.abc import Iterable, Sequence

from textual import events
from textual.widget import Widget
from textual.widgets import Static

from peercoach.actions import Room as RoomName
from peercoach.tui import keys
from peercoach.tui.messages import Asked
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.prose import Part, Prose
from peercoach.words import screens as words
from peercoach.words import support as words_of
from peercoach.words.support import Section

LEAST_BETWEEN = 4
"""Cells between the title and what is said beside it."""


class Support(Room):
    """Ways to steady oneself, people to call, and where some things belong instead.

    People to call stand first where there is one column, beside the rest where there are two:
    nobody should have to scroll to a number.
    """

    room = "support"

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.head.tell(crumb=words.SUPPORT)
        self.head.loud()
        *people, steady, belongs = [
            Part(heading, tuple(lines), points=True) for heading, lines in sections
        ]
        self._prose = Prose(people, [steady, belongs], id="support")

    def body(self) -> Iterable[Widget]:
        yield self._prose

    def on_mount(self) -> None:
        self._prose.focus()
        self.watch(self._prose, "scroll_y", self._scrolled, init=False)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self._scrolled()

    def _scrolled(self) -> None:
        # Where a heading stands is known once all is laid out anew.
        self.call_after_refresh(self._tell_below)

    def _tell_below(self) -> None:
        """Say at the top what stands below the window, for as long as it does."""
        end = self._prose.region.bottom
        below = [one for one in self._prose.query(".heading") if one.region.y >= end]
        called = [words_of.PARTS.get(str(one.render()), words_of.MORE) for one in below]
        what = words_of.BELOW.format(what=", ".join(dict.fromkeys(called)))
        short = len(words.SUPPORT) + len(what) + LEAST_BETWEEN > self.head.size.width
        self.head.aside((words_of.BELOW_SHORT if short else what) if called else "")


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
