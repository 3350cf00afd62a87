"""Writing about a goal: one question at a time, an editor, or a few answers to choose from."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import date

from textual.containers import Vertical
from textual.widget import Widget

from peercoach.errors import PeercoachError
from peercoach.goals import telling
from peercoach.goals.room import Goals
from peercoach.goals.writing import Writing
from peercoach.journal.moment import Moment
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Done
from peercoach.tui.saving import Saving
from peercoach.tui.screens import stops
from peercoach.tui.screens.drafting import Drafting
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.editor import Editor
from peercoach.tui.widgets.notice import Notice
from peercoach.tui.widgets.question import Question, Sheet
from peercoach.tui.widgets.scale import Scale
from peercoach.words import goals as words
from peercoach.words import screens
from peercoach.words.when import day


def above_walk(goals: Goals, writing: Writing, today: date) -> str:
    """What stands quietly above the first question: where a new goal began."""
    began = writing.walk.goal.began
    if writing.walk.task != "make" or not began:
        return ""
    origin = goals.origin_of(began)
    return telling.began(
        writing.walk.goal, origin, lambda moment: day(moment.local().date(), today), now=True
    )


class GoalWalk(Drafting):
    """Drives one walk. The writing decides and keeps; this shows and asks."""

    room = "goal-walk"

    def __init__(
        self, desk: Desk, writing: Writing, above: str, took: Callable[[int], object]
    ) -> None:
        """``above`` stands quietly above the first question; ``took`` is told the goal's id once
        something was kept.
        """
        super().__init__()
        self._desk = desk
        self._writing = writing
        self._above = above
        self._took = took
        self._left = False
        heading = words.HEADINGS[writing.walk.task]
        wish = writing.walk.wish
        self.head.tell(
            crumb=screens.CRUMB.format(framework=heading, element=wish) if wish else heading
        )
        self.editor = Editor(id="editor")
        self.stops = Scale(id="stops")
        self.question = Question(id="question")
        self.notice = Notice()
        self._saving = Saving(self, writing, desk.writer, self._typed)
        self._moving = asyncio.Lock()

    def body(self) -> Iterable[Widget]:
        with Vertical(id="desk"), Sheet(id="left"):
            yield self.question
            yield self.editor
            yield self.stops
            yield self.notice

    def on_mount(self) -> None:
        self._arrive()

    # --- at a question -------------------------------------------------------------------------

    def _arrive(self) -> None:
        """Show the question where the walk is."""
        walk = self._writing.walk
        stop = walk.now
        self.question.tell(what=self._above if walk.at_start else "", ask=stop.ask, hint=stop.hint)
        writes = not stop.choices
        self.foot.without(*(("open",) if writes else ()), *(("back",) if walk.at_start else ()))
        self.editor.display = writes
        self.stops.display = not writes
        if writes:
            self.editor.open(self._writing.text, self._writing.cursor)
            self._saving.arrived()
            self.editor.focus()
        else:
            self.editor.forget()
            rows = [
                Row(one.id, one.label, (words.CHOSEN,) if one.id == walk.here else (),
                    heading=str(number), detail=one.about, space=1)
                for number, one in enumerate(stop.choices, 1)
            ]  # fmt: skip
            self.stops.show(rows, at=walk.here or None)
            self.stops.focus()
        self.show_saved()

    @property
    def _writes(self) -> bool:
        return not self._writing.ended and not self._writing.walk.now.choices

    def show_saved(self) -> None:
        self.head.aside(stops.aside(self._writing.saved_at, brings=False))

    def _typed(self) -> tuple[str, int]:
        return (self.editor.text, self.editor.cursor_index) if self._writes else ("", 0)

    # --- moving --------------------------------------------------------------------------------

    async def do_next(self) -> None:
        await self._move(self._writing.next, self._answer())

    async def do_skip(self) -> None:
        await self._move(self._writing.skip, self._answer(chosen=False))

    async def do_back(self) -> None:
        if not self._writing.walk.at_start:
            await self._move(self._writing.back, self._answer())

    async def do_enough(self) -> None:
        await self._move(self._writing.enough, self._answer())

    def _answer(self, *, chosen: bool = True) -> str:
        """What stands in the editor; where one chooses, what was marked, else what was before."""
        if self._writes:
            return self.editor.text
        marked = self.stops.row if chosen and self.stops.marked else None
        return marked.id if marked is not None else self._writing.walk.here

    def do_open(self) -> None:
        """Take what is marked, where something is chosen and not written."""
        if not self._writes:
            self.stops.action_pick()

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        event.stop()
        await self._move(self._writing.next, event.row.id)

    async def _move(self, move: Callable[[str], None], answer: str) -> None:
        """Make a move, which keeps first; if that fails nothing moved, and a sentence says why."""
        async with self._moving:
            if self._writing.ended:
                return
            try:
                with self._saving.held():
                    await self._desk.writer.do(move, answer)
            except PeercoachError as refused:
                self.say(str(refused))
                return
            self.notice.hush()
            self._went()

    def _went(self) -> None:
        """Show the next question; where there is none, go, and say what came of it."""
        if not self._writing.ended:
            self._arrive()
            return
        self._saving.stop()
        if self._writing.kept:
            self.notify(words.KEPT, markup=False)
            self._took(self._writing.about)
        elif self._writing.walk.task == "make":
            self.notify(words.NOTHING_SAID, markup=False)
        self._go()

    def _go(self) -> None:
        if not self._left:
            self._left = True
            self.post_message(Done(self))

    # --- saving and leaving --------------------------------------------------------------------

    @property
    def over(self) -> bool:
        return self._writing.ended

    async def do_home(self) -> None:
        if await self.depart():
            self._go()

    @property
    def saved_at(self) -> Moment | None:
        return self._writing.saved_at

    def forget(self) -> None:
        super().forget()
        self._above = ""
