"""Reflect, the heart: one question, an editor, and what was written before at its side."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from functools import partial

import msgspec
from textual.containers import Vertical
from textual.widget import Widget

from peercoach.conversation import Conversation
from peercoach.errors import PeercoachError
from peercoach.journal.moment import Moment
from peercoach.journal.saying import Said
from peercoach.settings import Settings
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Asked, Chose, Left
from peercoach.tui.saving import Saving
from peercoach.tui.screens import stops
from peercoach.tui.screens.crossing import Crossing
from peercoach.tui.screens.drafting import Drafting
from peercoach.tui.widgets.choices import Choices
from peercoach.tui.widgets.editor import Editor
from peercoach.tui.widgets.notice import Notice
from peercoach.tui.widgets.question import Question, Sheet
from peercoach.tui.widgets.scale import Scale


class Reflect(Crossing, Drafting):
    """Drives one conversation. The conversation decides and keeps; this shows and asks.

    Moves are awaited: keys typed after one arrive at the stop it leads to.
    """

    room = "reflect"

    def __init__(self, desk: Desk, conversation: Conversation) -> None:
        super().__init__(desk, conversation)
        self._settings = desk.settings
        self._writing = False
        self._said: Said | None = None
        self.editor = Editor(id="editor", page=self.beside.page)
        self.stops = Scale(id="stops")
        self.question = Question(id="question")
        self.notice = Notice()
        self._saving = Saving(self, conversation, desk.writer, self._typed)
        self._moving = asyncio.Lock()

    def body(self) -> Iterable[Widget]:
        with Vertical(id="desk"):
            with Sheet(id="left"):
                yield self.question
                yield self.editor
                yield self.stops
                yield self.notice
            yield self.beside

    async def on_mount(self) -> None:
        await self._arrive()

    # --- at a stop -----------------------------------------------------------------------------

    async def _arrive(self) -> None:
        """Show the stop where the conversation is."""
        conversation = self.conversation
        stands = await self.desk.writer.do(conversation.stands)
        self._said = await self.desk.writer.do(conversation.said)
        shown = stops.shown(conversation.reflection, stands)
        self.question.tell(what=shown.what, ask=shown.ask, hint=shown.hint)
        self.head.tell(crumb=shown.crumb, count=self._count())
        self.foot.without(*stops.not_here(conversation.reflection, writing=shown.writing))
        self.show_saved()
        self._writing = shown.writing
        self.editor.display = shown.writing
        self.stops.display = not shown.writing
        if shown.writing:
            self.editor.open(conversation.text, conversation.cursor)
            self._saving.arrived()
            self.editor.focus()
        else:
            self.editor.forget()
            chosen = await self.desk.writer.do(conversation.rated)
            self.stops.show(stops.rows(conversation.reflection, chosen), at=str(chosen))
            self.stops.focus()
            last = await self.desk.writer.do(conversation.last_rating)
            if last is not None and conversation.reflection.now.kind == "rating":
                self.question.tell(hint=stops.rated_before(last, self.desk.today))
        await self.put_beside("")

    def write_on(self) -> None:
        (self.editor if self._writing else self.stops).focus()

    def _count(self) -> tuple[int, int] | None:
        return stops.count(self.conversation.reflection) if self._settings.progress else None

    def show_saved(self) -> None:
        here = self.conversation
        self.head.aside(stops.aside(here.saved_at, brings=here.brings, said=self._said))

    def heed(self, settings: Settings) -> None:
        self._settings = settings
        self.head.tell(count=self._count())

    def do_progress(self) -> None:
        shown = not self._settings.progress
        self.post_message(Chose(msgspec.structs.replace(self._settings, progress=shown)))

    # --- moving --------------------------------------------------------------------------------

    async def do_next(self) -> None:
        if self.conversation.reflection.closing:
            await self._close()
        elif (step := self._marked) is not None:
            await self._rate(step)
        else:
            await self._move(self.conversation.next)

    async def do_skip(self) -> None:
        if not self.conversation.reflection.closing:
            await self._move(self.conversation.skip)

    async def do_back(self) -> None:
        if not self.conversation.reflection.at_start:
            await self._move(self.conversation.back)

    async def do_enough(self) -> None:
        if (step := self._marked) is not None:
            await self._rate(step)
        # Still marked, it could not be kept: then nothing moves.
        if self._marked is None and not self.conversation.reflection.closing:
            await self._move(self.conversation.enough)

    def do_open(self) -> None:
        """Take what is chosen, where something is to be chosen and not written."""
        if not self._writing:
            self.stops.action_pick()

    @property
    def _marked(self) -> int | None:
        return stops.marked_step(self.conversation.reflection, self.stops)

    async def _rate(self, step: int) -> None:
        await self._move(lambda _: self.conversation.rate(step))

    async def do_pick(self) -> None:
        await self._move(self.conversation.pick)

    async def do_bring(self) -> None:
        bring = partial(self.conversation.bring, *self._typed())
        await self.keep(lambda: self.desk.writer.do(bring), then=self.marked)

    async def marked(self) -> None:
        self._said = await self.desk.writer.do(self.conversation.said)
        self.show_saved()

    async def _move(self, move: Callable[[str], None]) -> None:
        await self.keep(lambda: self.desk.writer.do(move, self._typed()[0]), then=self._arrive)

    def _typed(self) -> tuple[str, int]:
        # Not `editor.display`: that is false for a widget that is being taken away, too, and what
        # stands in it then is the last of what was typed.
        return (self.editor.text, self.editor.cursor_index) if self._writing else ("", 0)

    async def _close(self) -> None:
        closed = partial(self._leave, closed=True)
        await self.keep(lambda: self.desk.writer.do(self.conversation.finish), then=closed)

    async def _leave(self, *, closed: bool = False) -> None:
        self._saving.stop()
        self.post_message(Left(self, closed=closed))

    async def keep(
        self, do: Callable[[], Awaitable[None]], *, then: Callable[[], Awaitable[None]]
    ) -> None:
        """Do something that keeps; if it fails nothing moved, and a sentence says why."""
        async with self._moving:
            try:
                with self._saving.held():  # until the next stop stands there, with its own text
                    await do()
                    self.notice.hush()
                    await then()
            except PeercoachError as refused:
                self.say(str(refused))

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        event.stop()
        row, conversation = event.row.id, self.conversation
        if event.choices is self.beside.questions:
            await self._move(partial(conversation.jump, row))
        elif conversation.reflection.now.rating is not None:
            await self._rate(int(row))
        elif row == stops.CLOSE:
            await self._close()
        else:
            self.post_message(Asked(row))

    # --- leaving -------------------------------------------------------------------------------

    async def do_home(self) -> None:
        if self.beside.open:
            await self.put_beside("")
            return
        if await self.depart():
            await self._leave()

    @property
    def saved_at(self) -> Moment | None:
        return self.conversation.saved_at

    def forget(self) -> None:
        super().forget()
        self.beside.forget()
