"""One goal: its own words, its steps, how it stands; taking a row changes what stands in it."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import cast

from textual.events import Resize

from peercoach.errors import PeercoachError
from peercoach.goals.room import Goals
from peercoach.goals.telling import ELEMENTS
from peercoach.goals.writing import Writing
from peercoach.journal.goals import GoalLine
from peercoach.journal.records import StepState
from peercoach.journal.written import Written
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Go
from peercoach.tui.screens import goal_rows as rows
from peercoach.tui.screens.deleting import Deleting
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import goals as words

Whole = tuple[GoalLine, Written | None, Written | None]
"""A goal, what it began with, and what it became."""
_BESIDE = 40
"""Columns that stand beside a row's text: the page's margins, the headings, the marker."""
_LEAST = 20


def whole(goals: Goals, id: int) -> Whole:
    """All that is shown of a goal. Raises NoSuchGoal."""
    goal = goals.get(id)
    return goal, goals.origin(goal), goals.became(goal)


class OneGoal(Deleting, ListRoom):
    """A goal whole. What is chosen in a question over it is done once the question is gone."""

    room = "goal"

    def __init__(self, desk: Desk, found: Whole) -> None:
        super().__init__(words.ONE, ())
        self._desk = desk
        self._found: Whole | None = found
        self._away = False
        self._then: Callable[[], Awaitable[None]] | None = None
        self._tell_foot()

    @property
    def _goal(self) -> GoalLine | None:
        return self._found[0] if self._found is not None else None

    @property
    def note(self) -> Written | None:
        return self._goal.note if self._goal is not None else None

    # --- what is shown -------------------------------------------------------------------------

    def _tell_foot(self) -> None:
        """Leave out of the foot what has no meaning just now."""
        goal = self._goal
        if goal is not None:
            shut = () if goal.open else ("check_in", "add_step", "close_goal")
            self.foot.also(*(() if goal.open else ("reopen",)))
            self.foot.without(*shut, *(() if goal.note.versions > 1 else ("versions",)))

    def on_resize(self, event: Resize) -> None:
        self._show(event.size.width)

    def _show(self, columns: int) -> None:
        if self._found is None:
            return
        width = max(_LEAST, min(rows.PICTURE, columns - _BESIDE))
        here, at = self.choices.row, self.choices.cursor
        shown = rows.of_goal(*self._found, self._desk.today, width)
        self.choices.show(shown, at=here.id if here else None, or_at=at)

    def on_screen_suspend(self) -> None:
        self._away = True

    async def on_screen_resume(self) -> None:
        """Something of it may have been changed meanwhile, or is to be changed now."""
        then, self._then = self._then, None
        if not self._away:
            return
        self._away = False
        if then is not None:
            await then()
        else:
            await self._load()

    async def _load(self) -> None:
        goal, goals = self._goal, self._desk.workspace.goals
        if goal is None:
            return
        try:
            found = await self._desk.writer.do(whole, goals, goal.id)
        except PeercoachError:
            return
        if self._found is not None:
            self._found = found
            self._tell_foot()
            self._show(self.size.width)

    # --- what is done with it ------------------------------------------------------------------

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        kind, _, rest = event.row.id.partition(":")
        if kind == "part":
            await self._change(rest)
        elif kind == "note":
            self.post_message(Go("note", int(rest), over=True))
        elif kind == "step":
            self._ask_step(int(rest))
        elif kind == rows.ADD_STEP:
            self.do_add_step()
        elif kind != "state":
            self.do_check_in()

    def do_check_in(self) -> None:
        self._write(lambda goals, id: goals.check_in(id))

    def do_add_step(self) -> None:
        self._write(lambda goals, id: goals.step(id))

    def do_close_goal(self) -> None:
        self._write(lambda goals, id: goals.close(id))

    def do_edit(self) -> None:
        if self._goal is not None:
            self._ask(words.CHANGE_WHAT, rows.parts(self._goal), self._change)

    def do_versions(self) -> None:
        if self._goal is not None:
            self.post_message(Go("versions", self._goal.id, over=True))

    async def _change(self, part: str) -> None:
        if part == ELEMENTS and self._goal is not None:
            self.post_message(Go("goal-elements", self._goal.id, over=True))
        elif part:
            self._write(lambda goals, id: goals.edit(id, part))

    def _write(self, begin: Callable[[Goals, int], Writing]) -> None:
        if self._goal is not None:
            id = self._goal.id
            self.post_message(Go("write-goal", lambda goals: begin(goals, id), over=True))

    def _ask(
        self, title: str, asked: Sequence[Row], then: Callable[[str], Awaitable[None]]
    ) -> None:
        def took(answer: str) -> None:
            self._then = partial(then, answer)

        self.post_message(Go("ask", title, asked, took, over=True))

    # --- steps ---------------------------------------------------------------------------------

    def _ask_step(self, id: int) -> None:
        goal = self._goal
        step = next((one for one in goal.steps if one.id == id), None) if goal else None
        if step is None or goal is None:
            return
        if goal.open:
            self._ask(words.STEP_WHAT, rows.about_step(step), partial(self._step, id))
        else:
            self.post_message(Go("note", id, over=True))

    async def _step(self, step: int, answer: str) -> None:
        workspace, goal = self._desk.workspace, self._goal
        kind, _, state = answer.partition(":")
        if goal is None or not answer:
            return
        if kind == "state":
            to = cast(StepState, state)
            await self._do(lambda: workspace.goals.set_step(goal.id, step, to))
        elif kind == "delete":
            await self._do(lambda: workspace.journal.delete(step), words.STEP_DELETED)
        else:
            self._write(lambda goals, id: goals.step(id, step, kind))

    async def do_reopen(self) -> None:
        goal = self._goal
        if goal is not None and not goal.open:
            await self._do(lambda: self._desk.workspace.goals.reopen(goal.id), words.REOPENED)
        else:
            self.say(words.IS_OPEN)

    async def _do(self, call: Callable[[], object], said: str = "") -> None:
        try:
            await self._desk.writer.do(call)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        if said:
            self.say(said)
        await self._load()

    def forget(self) -> None:
        self._found = None
        super().forget()
