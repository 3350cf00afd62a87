"""Reflect, the heart: one question, an editor, and what was written before at its side."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import date
from functools import partial

from textual.containers import Vertical
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import TextArea

from peercoach.conversation import Conversation
from peercoach.errors import PeercoachError
from peercoach.frameworks.library import Library
from peercoach.journal.moment import Clock, Moment
from peercoach.tui.messages import Asked, Left
from peercoach.tui.saving import Saving
from peercoach.tui.screens import stops
from peercoach.tui.screens.beside import JUMP, Beside
from peercoach.tui.screens.room import WIDE, Room
from peercoach.tui.widgets.choices import Choices
from peercoach.tui.widgets.editor import Editor
from peercoach.tui.widgets.notice import Notice
from peercoach.tui.widgets.question import Question
from peercoach.tui.writer import Writer

_NOT_AT_CLOSING = ("enough", "skip", "prompts")


class Reflect(Room):
    """Drives one conversation. The conversation decides and keeps; this shows and asks.

    Moves are awaited: keys typed after one arrive at the stop it leads to.
    """

    room = "reflect"

    def __init__(
        self, conversation: Conversation, library: Library, writer: Writer, clock: Clock
    ) -> None:
        super().__init__()
        self._conversation = conversation
        self._writer = writer
        self._clock = clock
        self._open = ""
        self._writing = False
        self._wide = False
        self._beside = Beside(library)
        self.editor = Editor(id="editor")
        self.stops = Choices(id="stops")
        self.question = Question(id="question")
        self.notice = Notice()
        self._saving = Saving(self, conversation, writer, self._typed)
        self._moving = asyncio.Lock()

    def body(self) -> Iterable[Widget]:
        with Vertical(id="desk"):
            with Vertical(id="left"):
                yield self.question
                yield self.editor
                yield self.stops
                yield self.notice
            yield self._beside

    async def on_mount(self) -> None:
        await self._arrive()

    # --- at a stop -----------------------------------------------------------------------------

    async def _arrive(self) -> None:
        """Show the stop where the conversation is."""
        conversation = self._conversation
        shown = stops.shown(conversation.reflection)
        self.question.tell(what=shown.what, ask=shown.ask, hint=shown.hint)
        self.head.tell(crumb=shown.crumb, count=conversation.reflection.count)
        self.foot.without(*(_NOT_AT_CLOSING if conversation.reflection.closing else ()))
        self._saved()
        self._writing = shown.writing
        self.editor.display = shown.writing
        self.stops.display = not shown.writing
        if shown.writing:
            self.editor.open(conversation.text, conversation.cursor)
            self._saving.arrived()
            self.editor.focus()
        else:
            self.editor.forget()
            chosen = await self._writer.do(conversation.rated)
            self.stops.show(stops.rows(conversation.reflection, chosen), at=str(chosen))
            self.stops.focus()
            last = await self._writer.do(conversation.last_rating)
            if last is not None and conversation.reflection.now.kind == "rating":
                self.question.tell(hint=stops.rated_before(last, self._today))
        await self._put_beside("")

    @property
    def _today(self) -> date:
        return self._clock().local().date()

    def _saved(self) -> None:
        self.head.aside(stops.saved(self._conversation.saved_at))

    def on_resize(self, event: Resize) -> None:
        wide = event.size.width >= WIDE
        if wide != self._wide:
            self._wide = wide
            self.call_later(self._put_beside, self._open)

    # --- what stands beside --------------------------------------------------------------------

    async def _put_beside(self, what: str) -> None:
        """Show something beside the question; nothing, in a wide window, is what was before."""
        self._open = what
        self.set_class(bool(what), "-aside")
        reflection = self._conversation.reflection
        earlier = None
        if what == "before" or (self._wide and reflection.now.entry_kind is not None):
            earlier = await self._writer.do(self._conversation.earlier)
        await self._beside.show(what, reflection, earlier, self._today)
        if what != JUMP:
            (self.editor if self._writing else self.stops).focus()

    async def _toggle(self, what: str) -> None:
        await self._put_beside("" if self._open == what else what)

    async def do_prompts(self) -> None:
        await self._toggle("prompts")

    async def do_before(self) -> None:
        await self._toggle("before")

    async def do_about(self) -> None:
        await self._toggle("about")

    async def do_jump(self) -> None:
        await self._toggle(JUMP)

    # --- moving --------------------------------------------------------------------------------

    async def do_next(self) -> None:
        if self._conversation.reflection.closing:
            await self._close()
        else:
            await self._move(self._conversation.next)

    async def do_skip(self) -> None:
        if not self._conversation.reflection.closing:
            await self._move(self._conversation.skip)

    async def do_back(self) -> None:
        if not self._conversation.reflection.at_start:
            await self._move(self._conversation.back)

    async def do_enough(self) -> None:
        if not self._conversation.reflection.closing:
            await self._move(self._conversation.enough)

    async def do_pick(self) -> None:
        await self._move(self._conversation.pick)

    async def _move(self, move: Callable[[str], None]) -> None:
        await self._try(lambda: self._writer.do(move, self._typed()[0]), then=self._arrive)

    def _typed(self) -> tuple[str, int]:
        # Not `editor.display`: that is false for a widget that is being taken away, too, and what
        # stands in it then is the last of what was typed.
        return (self.editor.text, self.editor.cursor_index) if self._writing else ("", 0)

    async def _close(self) -> None:
        await self._try(lambda: self._writer.do(self._conversation.finish), then=self._left)

    async def _left(self) -> None:
        self._leave(closed=True)

    def _leave(self, *, closed: bool = False) -> None:
        self._saving.stop()
        self.post_message(Left(closed=closed))

    async def _try(
        self, do: Callable[[], Awaitable[None]], *, then: Callable[[], Awaitable[None]]
    ) -> None:
        """Do something that keeps; if it fails nothing moved, and a sentence says why."""
        async with self._moving:
            try:
                with self._saving.held():
                    await do()
                self.notice.hush()
                await then()
            except PeercoachError as refused:
                self.say(str(refused))

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        event.stop()
        row, conversation = event.row.id, self._conversation
        if event.choices is self._beside.questions:
            await self._move(partial(conversation.jump, row))
        elif conversation.reflection.now.rating is not None:
            await self._move(lambda _: conversation.rate(int(row)))
        elif row == stops.CLOSE:
            await self._close()
        else:
            self.post_message(Asked(row))

    # --- saving and leaving --------------------------------------------------------------------

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        if event.text_area is self.editor:
            self._saving.typed()

    def on_editor_refused(self, event: Editor.Refused) -> None:
        self.say(str(event.why))

    def on_saving_done(self, event: Saving.Done) -> None:
        self._saving.came_back(event)
        self._tell_saved(event.why)

    def _tell_saved(self, why: PeercoachError | None) -> None:
        if why is None:
            self._saved()
            self.notice.hush()
        elif not self.notice.said.startswith(str(why)):
            self.say(str(why))

    def say(self, sentence: str) -> None:
        self.notice.say(sentence)

    async def do_save(self) -> None:
        await self.before_leaving()

    async def before_leaving(self) -> PeercoachError | None:
        self._tell_saved(why := await self._saving.now())
        return why

    async def do_home(self) -> None:
        if self._open:
            await self._put_beside("")
            return
        why = await self._saving.leave()
        self._tell_saved(why)
        if why is None:
            self._leave()

    @property
    def saved_at(self) -> Moment | None:
        return self._conversation.saved_at

    def on_unmount(self) -> None:
        self._saving.last()

    def forget(self) -> None:
        self._saving.stop()
        self.editor.forget()
        self._beside.forget()
