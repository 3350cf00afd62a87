"""Goals: the open ones first, each with what comes next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.widgets import Static

from peercoach.errors import PeercoachError
from peercoach.goals.room import Goals, Waiting
from peercoach.goals.writing import Writing
from peercoach.journal.goals import GoalLine
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Go
from peercoach.tui.screens import goal_rows as rows
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import goals as words


@dataclass(frozen=True)
class Looked:
    """What the list of goals shows, and the figure for all of them, where it is wanted."""

    waiting: Sequence[Waiting]
    open: Sequence[GoalLine]
    closed: Sequence[GoalLine]
    figure: float | None

    @classmethod
    def at(cls, goals: Goals) -> "Looked":
        """All of it, as it is now."""
        return cls(goals.waiting(), goals.open(), goals.closed(), goals.figure())


class GoalList(ListRoom):
    """Open goals, with the next step of each; closed ones below."""

    room = "goals"

    def __init__(self, desk: Desk, looked: Looked) -> None:
        self._desk = desk
        self._away = False
        self._made = 0
        super().__init__(words.TITLE, self._rows(looked), hint=self._lead(looked))

    def _rows(self, looked: Looked) -> list[Row]:
        return rows.listed(looked.waiting, looked.open, looked.closed, self._desk.today)

    def _lead(self, looked: Looked) -> str:
        if self._desk.settings.goal_figure and looked.figure is not None:
            figure = words.FIGURE.format(figure=round(looked.figure))
            return f"{figure}. {words.FIGURE_MEANS}"
        return words.HINT if looked.open or looked.closed else words.NONE

    def on_choices_picked(self, event: Choices.Picked) -> None:
        kind, _, rest = event.row.id.partition(":")
        if kind == "goal":
            self.post_message(Go("goal", int(rest), over=True))
        elif kind == "write":
            self._write(lambda goals: goals.resume(rest))
        else:
            self.do_new_goal()

    def do_new_goal(self) -> None:
        self._write(lambda goals: goals.make())

    def _write(self, begin: Callable[[Goals], Writing]) -> None:
        self.post_message(Go("write-goal", begin, self._took, over=True))

    def _took(self, id: int) -> None:
        self._made = id

    def on_screen_suspend(self) -> None:
        self._away = True

    async def on_screen_resume(self) -> None:
        """A goal may have been made, or changed, meanwhile: one that was is gone to."""
        made, self._made = self._made, 0
        if made:
            self.post_message(Go("goal", made, over=True))
        if not self._away or not self.choices.rows:
            return
        self._away = False
        try:
            looked = await self._desk.writer.do(Looked.at, self._desk.workspace.goals)
        except PeercoachError:
            return
        here, at = self.choices.row, self.choices.cursor
        if here is not None:
            self.choices.show(self._rows(looked), at=here.id, or_at=at)
            self.query_one(".lead", Static).update(self._lead(looked))
