"""What every screen of the interface has: a page with a first line, a body and a foot."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from peercoach.errors import PeercoachError
from peercoach.journal.moment import Moment
from peercoach.settings import Settings
from peercoach.tui import keys
from peercoach.tui.widgets.foot import Foot
from peercoach.tui.widgets.head import Head
from peercoach.words import screens as words

LEAST_COLUMNS = 40
LEAST_ROWS = 12
WIDE = 100
"""From this many columns there is room for two, side by side."""
BROAD = 160
"""From this many there is room for three."""

WIDTHS = [(0, "-narrow"), (WIDE, "-wide")]
HEIGHTS = [(0, "-low"), (16, "-short"), (24, "-high"), (30, "-tall")]
"""From how many columns and rows a screen has which class; look.tcss says what each means."""


class Room(Screen[None]):
    """A screen of one room. What is typed goes on living under the cover of a small window."""

    room: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        cls.BINDINGS = [*keys.of_rooms(cls.room)]
        super().__init_subclass__()

    def __init__(self) -> None:
        super().__init__()
        self.head = Head()
        self.foot = Foot(self.room)

    def compose(self) -> ComposeResult:
        with Vertical(id="page"):
            yield self.head
            with Vertical(id="body"):
                yield from self.body()
            yield self.foot
        # Laid over the page and not in its place: the editor keeps its focus and its text.
        yield Static(words.TOO_SMALL, id="cover")

    def body(self) -> Iterable[Widget]:
        """What stands between the first line and the foot."""
        return ()

    def on_resize(self, event: events.Resize) -> None:
        small = event.size.width < LEAST_COLUMNS or event.size.height < LEAST_ROWS
        self.set_class(small, "-small")
        # Beside -wide, and not in its place: what holds in a wide window holds in a broad one.
        self.set_class(event.size.width >= BROAD, "-broad")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.foot.typing(isinstance(event.widget, Input | TextArea))

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        self.foot.typing(isinstance(self.focused, Input | TextArea))

    def heed(self, settings: Settings) -> None:
        """Settings were chosen, here or in a room above this one."""

    def stands_for(self, to: str, *given: object) -> bool:
        """Whether what is asked for is open here already."""
        return False

    async def depart(self) -> bool:
        """Save what is typed here, to go elsewhere; whether that was done, or said why not."""
        return True

    async def before_leaving(self) -> PeercoachError | None:
        """Make durable what is typed here; what went wrong, if that failed."""
        return None

    def say(self, sentence: str) -> None:
        """Say something that happened."""
        self.notify(sentence, markup=False)

    @property
    def saved_at(self) -> Moment | None:
        """When anything typed here was last made durable."""
        return None

    def forget(self) -> None:
        """Drop every word of a person from this screen."""
