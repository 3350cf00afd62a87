"""What is changed of a goal at once, without a question: by a command, or by one key."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from peercoach.errors import GoalClosed, NoSuchGoal, UsedWrongly
from peercoach.goals.writing import keep
from peercoach.guide.goal import END, GoalWalk, Task
from peercoach.journal import goals as kept
from peercoach.journal import ids
from peercoach.journal.goals import GoalLine
from peercoach.journal.records import Entry, Goal, StepState, drawing_on
from peercoach.journal.store import Journal
from peercoach.journal.text import admit
from peercoach.words import notices

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library


class Changing:
    """The part of what an open notebook can do with goals that asks nothing."""

    def __init__(self, journal: Journal, library: "Callable[[], Library]") -> None:
        self._journal = journal
        self._library = library

    def get(self, id: int) -> GoalLine:
        """One goal. Raises NoSuchGoal, and NewerNote where a newer Peercoach wrote it."""
        return kept.goal(self._journal, id)

    def add(
        self, wish: str, *, area: str = "", horizon: str = "", elements: Sequence[str] = ()
    ) -> int:
        """Keep a goal as it is; its id.

        Raises:
            NoSuchElement, NoSuchFramework: it is to draw on something that is not in the library.
            UsedWrongly: on something that asks for more care than goals have.
            NoteTooLong, VaultError: nothing was kept.
        """
        drawn = {address: self._title_of(address) for address in elements}
        said = {"wish": wish, "area": area, "horizon": horizon}
        walk = GoalWalk("make", END, there(said), Goal(draws_on=drawing_on(drawn)))
        about = self._id()
        keep(self._journal, walk, about, 0, 0)
        return about

    def refuse_closed(self, id: int) -> None:
        """Raise GoalClosed for a goal that is closed, NoSuchGoal where there is none."""
        self._open(id)

    def add_step(self, id: int, text: str, day: date | None = None) -> int:
        """Keep a step towards a goal; its id. Raises as :meth:`check_in`, :meth:`add`."""
        goal = self._open(id)
        said = {"next": text, "day": day.isoformat() if day else ""}
        return self._at_once("step", goal, said)

    def add_check_in(self, id: int, line: str, stands: int | None = None) -> int:
        """Keep a look at a goal; its id. Raises as :meth:`add_step`."""
        goal = self._open(id)
        said = {"line": line, "stands": "" if stands is None else str(stands)}
        return self._at_once("check-in", goal, said)

    def close_as(self, id: int, state: str, sentence: str = "") -> None:
        """Close a goal as reached, changed or let-go. Raises as :meth:`add_step`."""
        self._at_once("close", self._open(id), {"how": state, state: sentence})

    def reopen(self, id: int) -> None:
        """Open a closed goal again; the sentence it was closed with stays among its versions."""
        goal = self.get(id)
        if not goal.open:
            plain = Goal()
            names = ("goal_state", "closing", "became", "closed_at", "closed_offset", "closed_zone")
            self._change(goal, **{name: getattr(plain, name) for name in names})

    def set_step(self, id: int, step: int, state: StepState) -> None:
        """Say that a step is done, put aside, or still to do. Raises as :meth:`step`."""
        one = step_of(self._open(id), step)
        note = self._journal.get(step).record
        assert isinstance(note, Entry)
        more = msgspec.structs.replace(one.step, step_state=state)
        self._journal.commit({step: msgspec.structs.replace(note, more=more)})

    def draw_on(self, id: int, address: str) -> None:
        """Have a goal draw on an element, or no longer.

        Raises NoSuchGoal, and NoSuchElement, NoSuchFramework where it is not in the library.
        """
        goal = self.get(id)
        drawn = dict(goal.goal.elements)
        if drawn.pop(address, None) is None:
            drawn[address] = self._title_of(address)
        self._change(goal, draws_on=drawing_on(drawn))

    # --- inside -----------------------------------------------------------------------------------

    def _id(self) -> int:
        return self._journal.new_id()

    def _title_of(self, address: str) -> str:
        framework, element = self._library().find(address)
        if framework.care:
            raise UsedWrongly(detail=notices.NEEDS_CARE.format(title=framework.title))
        return element.title

    def _open(self, id: int) -> GoalLine:
        goal = self.get(id)
        if not goal.open:
            raise GoalClosed
        return goal

    def _at_once(self, task: Task, goal: GoalLine, said: Mapping[str, str]) -> int:
        new = self._id()
        walk = GoalWalk(task, END, there(said), goal.goal, goal.wish)
        keep(self._journal, walk, goal.id, new, 0)
        return new

    def _change(self, goal: GoalLine, **changes: object) -> None:
        note = goal.note.record
        assert isinstance(note, Entry)
        more = msgspec.structs.replace(goal.goal, **changes)
        self._journal.commit({goal.id: msgspec.structs.replace(note, more=more)})


def there(said: Mapping[str, str]) -> dict[str, str]:
    """What was said, as it may be kept, without what is empty."""
    return {key: admit(text) for key, text in said.items() if text.strip()}


def step_of(goal: GoalLine, id: int) -> kept.StepLine:
    """The step of this id. Raises NoSuchGoal where the goal has none."""
    found = next((one for one in goal.steps if one.id == id), None)
    if found is None:
        raise NoSuchGoal(id=ids.to_text(id))
    return found
