"""Ratings over time, and every element then and now: as a picture, and in words on a key."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from peercoach.errors import PeercoachError
from peercoach.pictures import told
from peercoach.pictures.ratings import Ratings as Values
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Go
from peercoach.tui.screens.room import Room
from peercoach.tui.sheets import parts, ratings, then_and_now
from peercoach.tui.sheets.lines import Line
from peercoach.tui.widgets.choices import Row
from peercoach.tui.widgets.drawing import Drawing
from peercoach.words import pictures as words


class PictureRoom(Room):
    """A framework's ratings; ``sets`` are all frameworks that have some: (id, title)."""

    heading = ""

    class Chose(Message):
        """Another set of questions was chosen."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    def __init__(self, desk: Desk, sets: Sequence[tuple[str, str]], values: Values | None) -> None:
        super().__init__()
        self.head.tell(crumb=self.heading)
        self.head.loud()
        self._desk = desk
        self._sets = list(sets)
        self._values = values
        self._in_words = False
        self.sheet = Drawing()
        if not sets:
            self.foot.without("in_words", "sets")
        elif len(sets) == 1:
            self.foot.without("sets")
        self._show()

    def body(self) -> Iterable[Widget]:
        if not self._sets:
            yield Static(words.NONE_YET, classes="whisper lead", markup=False)
        yield self.sheet

    def on_mount(self) -> None:
        self.query_one("#page").add_class("-spread")
        self.sheet.focus()

    async def _load(self, id: str) -> None:
        try:
            values = await self._desk.writer.do(self._desk.workspace.pictures.ratings, id)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        if values is not None and self._sets:
            self._values = values
            self._show()

    def _show(self) -> None:
        values, today = self._values, self._desk.today
        if values is None:
            return
        self.head.tell(crumb=self.heading, aside=values.title)
        if self._in_words:
            self.sheet.show(partial(parts.drawn, self.told(values, today)))
        else:
            self.sheet.show(partial(self.drawn, values, today))

    def told(self, values: Values, today: date) -> list[told.Part]:
        """The picture in words."""
        raise NotImplementedError

    def drawn(self, values: Values, today: date, width: int) -> list[Line]:
        """The picture."""
        raise NotImplementedError

    def do_in_words(self) -> None:
        self._in_words = not self._in_words
        self._show()

    def do_sets(self) -> None:
        rows = [Row(id, title, space=1) for id, title in self._sets]
        here = self._values.id if self._values else ""

        def took(id: str) -> None:
            self.post_message(self.Chose(id))

        if len(rows) > 1:
            self.post_message(Go("ask", words.WHICH_SET, rows, took, here, over=True))

    async def on_picture_room_chose(self, chose: Chose) -> None:
        await self._load(chose.id)

    def forget(self) -> None:
        self._values = None
        self._sets = []
        self.sheet.forget()


class Ratings(PictureRoom):
    """A small chart for each element."""

    room = "ratings"
    heading = words.RATINGS

    def told(self, values: Values, today: date) -> list[told.Part]:
        return told.of_ratings(values, today)

    def drawn(self, values: Values, today: date, width: int) -> list[Line]:
        return ratings.drawn(values, today, width)


class Map(PictureRoom):
    """Every element at first and now."""

    room = "map"
    heading = words.MAP

    def told(self, values: Values, today: date) -> list[told.Part]:
        return told.of_map(values, today)

    def drawn(self, values: Values, today: date, width: int) -> list[Line]:
        return then_and_now.drawn(values, today, width)
