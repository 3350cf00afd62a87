"""The cover: a calendar in the place of everything, for when someone comes up behind."""

from calendar import Calendar
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from peercoach.tui import keys
from peercoach.words import cover as words
from peercoach.words.when import MONTHS

_COLUMN = 4


class Cover(Screen[None]):
    """This month, and nothing of anybody's. The same key goes back; the app locks after a minute,
    below it: the month stays until a key is pressed.

    It is no room: no action but that one, locking and leaving is done from here, and while the
    notebook is open any other key does nothing, so that someone else's hand brings nothing to
    light.
    """

    ALLOWED: ClassVar[frozenset[str]] = frozenset({"cover", "lock", "quit"})

    class Touched(Message):
        """A key was pressed that does nothing here."""

    def __init__(self, today: date, back: str) -> None:
        super().__init__()
        self._today = today
        # The key and no word: whoever looks on learns nothing of what is below.
        self._back = keys.key_name(back)

    def compose(self) -> ComposeResult:
        with Vertical(id="month"):
            yield Static(month(self._today), id="days", markup=False)
        yield Static(self._back, id="return", markup=False)

    def on_key(self) -> None:
        self.post_message(self.Touched())


def month(today: date) -> Content:
    """The month of a day, weeks from Monday, with that day between brackets and bold."""
    title = f"{MONTHS[today.month - 1]} {today.year}"
    head = "".join(name.rjust(_COLUMN) for name in words.DAYS)
    parts: list[str | tuple[str, str]] = [(title, "bold"), "\n\n", head, "\n"]
    for week in Calendar().monthdayscalendar(today.year, today.month):
        for day in week:
            if day == today.day:
                parts.append((f"[{day}]".rjust(_COLUMN), "bold"))
            else:
                parts.append((str(day) if day else "").rjust(_COLUMN))
        parts.append("\n")
    return Content.assemble(*parts)
