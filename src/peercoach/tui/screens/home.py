"""Home: the one thing to go on with, and what else there is for the time one has."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace

import msgspec
from textual.message import Message

from peercoach.errors import PeercoachError, VaultLocked
from peercoach.offers import MINUTES, Offer
from peercoach.settings import Settings
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Chose, Go, Unreadable
from peercoach.tui.screens.home_rows import (
    Seen,
    look,
    rows_of,
    untold,
)
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import home as words
from peercoach.words import screens
from peercoach.words.plain_rooms import NOTHING_TO_HIDE

MEMORY = "memory"


class Home(ListRoom):
    """Where were we? What waits, a memory, the time one has, the elements.

    It stands before the notes are read, with what is known by then, and fills in: nothing that is
    there already moves.
    """

    room = "home"

    class Looked(Message):
        """The notebook was looked at; the future holds what was seen, or why it could not be."""

        def __init__(self, ended: Future[Seen]) -> None:
            super().__init__()
            self.ended = ended

    def __init__(
        self,
        desk: Desk,
        seen: Seen,
        *,
        looking: Future[Seen] | None = None,
        notices: Sequence[str] = (),
    ) -> None:
        self._desk = desk
        self._seen = seen
        said = untold(desk.workspace, *notices)
        super().__init__(screens.GREETING, self._rows(), aside=self._aside(), notices=said)
        # It stands beside what it hides.
        self.foot.without("hide")
        self._looking = looking
        self._away = False
        self._gone = False

    @property
    def reading(self) -> bool:
        """Whether the notes are still being read."""
        return not self._seen.read

    def _rows(self) -> list[Row]:
        desk = self._desk
        return rows_of(self._seen, desk.library, desk.today, remember=desk.settings.memories)

    def _aside(self) -> str:
        return screens.long_day(self._desk.today) if self._seen.read else words.READING

    # --- looking -------------------------------------------------------------------------------

    def on_mount(self) -> None:
        super().on_mount()
        if self._looking is not None:
            self._await(self._looking)
            self._looking = None

    def on_screen_suspend(self) -> None:
        self._away = True

    def on_screen_resume(self) -> None:
        """What was done meanwhile may have changed what stands here."""
        if self._away and not self._gone:
            self._away = False
            self._await(self._desk.writer.send(look, self._desk.workspace))

    def _await(self, looking: "Future[Seen]") -> None:
        # Called on the writer's thread: it only posts, the handler does the rest.
        looking.add_done_callback(lambda ended: self.post_message(self.Looked(ended)))

    async def on_home_looked(self, looked: Looked) -> None:
        if self._gone:
            return
        try:
            self._seen = looked.ended.result()
        except VaultLocked:
            return
        except PeercoachError as refused:
            self.post_message(Unreadable(str(refused)))
            return
        self._show()
        for sentence in untold(self._desk.workspace):
            await self.tell(sentence)

    def _show(self, at: str | None = None) -> None:
        """Show what is known now, with the cursor where it was."""
        here = self.choices.row
        self.choices.show(self._rows(), at=at or (here.id if here else None))
        self.head.aside(self._aside())

    # --- choosing ------------------------------------------------------------------------------

    def on_choices_picked(self, event: Choices.Picked) -> None:
        kind, _, rest = event.row.id.partition(":")
        if kind == "resume":
            self.post_message(Go("resume", int(rest)))
        elif kind == "begin":
            self.post_message(Go("begin", rest))
        elif kind == MEMORY:
            self.post_message(Go("note", int(rest), over=True))
        elif kind == "minutes":
            self.post_message(Go("within", MINUTES[event.option], over=True))
        elif kind in ("bring", "hours", "heal", "share"):
            self.post_message(Go(kind, over=True))
        elif kind == "goal":
            self.post_message(Go("goal", int(rest), over=True))
        elif kind == "writing":
            self.post_message(Go("write-goal", lambda goals: goals.resume(rest), over=True))
        else:
            self.post_message(Go("spare", over=True))

    def do_hide(self) -> None:
        """Hide the memory, from now on; where none is seen, nothing is chosen by mistake."""
        if self._seen.memory is None or not self._desk.settings.memories:
            self.say(NOTHING_TO_HIDE)
            return
        settings = msgspec.structs.replace(self._desk.settings, memories=False)
        self.heed(settings)
        self.post_message(Chose(settings))

    def heed(self, settings: Settings) -> None:
        if settings != self._desk.settings and not self._gone:
            self._desk = replace(self._desk, settings=settings)
            self._show(None if settings.memories else self._below_memory())

    def _below_memory(self) -> str | None:
        """Where the cursor goes when the memory that it stands on is hidden."""
        here = self.choices.row
        return "minutes" if here is not None and here.id.startswith(MEMORY) else None

    def forget(self) -> None:
        self._gone = True
        self._looking = None
        self._seen = Seen((), ())
        super().forget()


class Within(ListRoom):
    """What fits into the minutes one has."""

    room = "within"

    def __init__(self, desk: Desk, minutes: int, offers: Sequence[Offer]) -> None:
        super().__init__(
            words.WITHIN[minutes],
            _offered(offers),
            hint=words.WITHIN_HINT if offers else "",
            empty=words.NOTHING_TO_OFFER,
        )
        self._desk = desk
        self._minutes = minutes
        self._offers = list(offers)
        self._passed = 0

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        offer = self._offers[int(event.row.id)]
        match offer.id:
            case "continue":
                self.post_message(Go("resume", offer.reflection))
            case "one":
                self.post_message(Go("one", offer.address, offer.question))
            case "begin":
                self.post_message(Go("begin", offer.address))
            case "walk":
                self.post_message(Go("walk", offer.address))
            case "look_back":
                self.post_message(Go("notes", offer.address))
            case _:
                await self._another(event.row.id)

    async def _another(self, at: str) -> None:
        """Offer another question; the cursor stays where it is, so that one can ask again."""
        self._passed += 1
        desk = self._desk
        try:
            self._offers = await desk.writer.do(desk.workspace.offers, self._minutes, self._passed)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        self.choices.show(_offered(self._offers), at=at)

    def forget(self) -> None:
        self._offers = []
        super().forget()


def _offered(offers: Sequence[Offer]) -> list[Row]:
    return [
        Row(str(index), one.title, detail=one.detail, space=1) for index, one in enumerate(offers)
    ]
