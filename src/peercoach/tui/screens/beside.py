"""What stands beside a question, or over the lower half where the window is narrow.

Two panes: what was written before, and all else there is to read. A wide window has room for one of
them at a time, a broad one for both.
"""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from peercoach.conversation import Conversation
from peercoach.errors import PeercoachError
from peercoach.guide.reflect import Reflection
from peercoach.journal.store import Written
from peercoach.tui.desk import Desk
from peercoach.tui.screens import asides
from peercoach.tui.widgets.choices import Choices
from peercoach.tui.widgets.prose import Part, Prose
from peercoach.tui.widgets.turn import Turn

BEFORE = "before"
ABOUT = "about"
PROMPTS = "prompts"
JUMP = "jump"


class Beside(Vertical):
    """Shows what was asked for: earlier answers, prompts, about the element, the questions.

    ``open`` is what was asked for last; nothing, where there is room, is what was before.
    """

    def __init__(self, desk: Desk, conversation: Conversation) -> None:
        super().__init__(id="aside")
        self.open = ""
        self._desk = desk
        self._conversation = conversation
        self._notes: Sequence[Written] = ()
        self._at = 0
        self._stop = ""
        self._earlier = Prose(id="earlier")
        self._turn = Turn()
        self._reading = Prose(id="reading")
        self.questions = Choices(id="questions", classes="-fill")

    def compose(self) -> ComposeResult:
        with Vertical(id="before"):
            yield self._earlier
            yield self._turn
        with Vertical(id="more"):
            yield self._reading
            yield self.questions

    async def put(self, what: str, *, wide: bool, broad: bool) -> None:
        """Show this, in a window that has room for as much."""
        self.open = what
        reflection = self._conversation.reflection
        more = what not in ("", BEFORE)
        self.set_class(more, "-more")
        self.set_class(what == JUMP, "-jump")
        if broad or not more:
            asked = what == BEFORE or (wide and reflection.now.entry_kind is not None)
            await self._put_earlier(reflection.now.key if asked else "")
        if what == JUMP:
            self.questions.show(asides.questions(reflection), at=reflection.now.key)
            self.questions.focus()
        elif more or broad:
            await self._reading.show(self._to_read(reflection))

    def _to_read(self, reflection: Reflection) -> list[Part]:
        library = self._desk.library
        if self.open == ABOUT:
            return asides.about(reflection, library)
        if self.open == PROMPTS:
            return asides.prompts(reflection)
        if reflection.closing:
            return []
        return [*asides.prompts(reflection), *asides.about(reflection, library)]

    # --- earlier answers -----------------------------------------------------------------------

    async def _put_earlier(self, stop: str) -> None:
        """Show what was written at a stop before; nothing where none is asked for."""
        if stop != self._stop:
            self._stop, self._at = stop, 0
        try:
            found = await self._desk.writer.do(self._conversation.earlier) if stop else []
        except PeercoachError:
            # It was locked meanwhile: this screen is about to go.
            found = []
        self._notes = found
        await self._show_earlier()

    def page(self, by: int) -> bool:
        """Scroll what was asked for by a page, down (1) or up (-1); False where nothing was, or
        where all of it is seen.
        """
        pane = self._earlier if self.open == BEFORE else self._reading
        if self.open in ("", JUMP) or not pane.max_scroll_y:
            return False
        pane.scroll_relative(y=by * max(1, pane.size.height - 1), animate=False)
        return True

    async def has_earlier(self) -> bool:
        """Whether something was written before at the question one is at."""
        if self._conversation.reflection.now.entry_kind is None:
            return False
        try:
            return bool(await self._desk.writer.do(self._conversation.earlier))
        except PeercoachError:
            # As above.
            return False

    async def walk(self, by: int) -> None:
        """Go to an older answer (1) or to a newer one (-1), and stay at the ends."""
        to = max(0, min(self._at + by, len(self._notes) - 1))
        if to != self._at:
            self._at = to
            await self._show_earlier()

    async def _show_earlier(self) -> None:
        self._turn.tell(older=self._at + 1 < len(self._notes), newer=self._at > 0)
        asked = self._conversation.reflection.now.ask
        parts = asides.before(self._notes, self._desk.today, self._at, asked) if self._stop else []
        await self._earlier.show(parts)

    def forget(self) -> None:
        """Leave nothing of the text here."""
        self._notes = ()
        for pane in (self._earlier, self._reading):
            pane.forget()
        self.questions.show(())
