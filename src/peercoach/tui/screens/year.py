"""A year on one page; one goes to the years beside it with the arrow keys."""

from collections.abc import Iterable, Sequence
from functools import partial

from textual.widget import Widget

from peercoach.errors import PeercoachError
from peercoach.pictures.year import Span
from peercoach.pictures.year import Year as Page
from peercoach.tui.desk import Desk
from peercoach.tui.screens.room import Room
from peercoach.tui.sheets import year as sheet
from peercoach.tui.widgets.drawing import Drawing


class Year(Room):
    """The page of one year. ``spans`` are all there are, the newest first."""

    room = "year"

    def __init__(self, desk: Desk, spans: Sequence[Span], page: Page) -> None:
        super().__init__()
        self.head.loud()
        self._desk = desk
        self._spans = list(spans)
        self._at = 0
        self.sheet = Drawing()
        self._show(page)

    def body(self) -> Iterable[Widget]:
        yield self.sheet

    def on_mount(self) -> None:
        self.sheet.focus()

    def _show(self, page: Page) -> None:
        self.head.tell(crumb=page.title)
        self.sheet.show(partial(sheet.drawn, page))
        ways = {"earlier": self._at + 1 < len(self._spans), "later": self._at > 0}
        self.foot.without(*(way for way, leads in ways.items() if not leads))

    async def _go(self, by: int) -> None:
        at = self._at + by
        if not 0 <= at < len(self._spans):
            return
        try:
            page = await self._desk.writer.do(self._desk.workspace.pictures.year, self._spans[at])
        except PeercoachError as refused:
            self.say(str(refused))
            return
        if self._spans:
            self._at = at
            self._show(page)

    async def do_earlier(self) -> None:
        await self._go(1)

    async def do_later(self) -> None:
        await self._go(-1)

    def forget(self) -> None:
        self._spans = []
        self.sheet.forget()
