"""Goals as they stand in the journal, each with its steps and check-ins."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from peercoach.errors import NoSuchGoal, NoSuchNote
from peercoach.journal import ids
from peercoach.journal.belonging import owner_of
from peercoach.journal.moment import Moment
from peercoach.journal.records import CheckIn, Entry, Goal, GoalStep
from peercoach.journal.written import Written

if TYPE_CHECKING:
    from peercoach.journal.store import Journal


@dataclass(frozen=True)
class StepLine:
    """One step towards a goal; ``day`` is the plain date it is meant for."""

    id: int
    text: str
    step: GoalStep
    day: date | None


@dataclass(frozen=True)
class CheckLine:
    """One check-in: its line, how the goal stood, and when that was."""

    id: int
    text: str
    check: CheckIn
    when: Moment


@dataclass(frozen=True)
class GoalLine:
    """A goal: its wish, what else it says, its steps and its check-ins, each oldest first.

    ``look`` is the plain date on which to look at it again.
    """

    id: int
    wish: str
    goal: Goal
    when: Moment
    note: Written
    look: date | None
    steps: tuple[StepLine, ...] = ()
    checks: tuple[CheckLine, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it is not closed."""
        return self.goal.goal_state == "open"

    @property
    def next_step(self) -> StepLine | None:
        """The step to do next: of those with a day the first, else the one written first."""
        left = [one for one in self.steps if not one.step.step_state]
        return min(left, key=lambda one: one.day or date.max, default=None)

    @property
    def stands(self) -> CheckLine | None:
        """The newest check-in that says how it stands."""
        said = [one for one in self.checks if one.check.stands is not None]
        return said[-1] if said else None

    @property
    def closed(self) -> Moment | None:
        """When it was closed; None while it is open, or where that was not told."""
        goal = self.goal
        if self.open or not goal.closed_zone:
            return None
        return Moment(goal.closed_at, goal.closed_offset, goal.closed_zone)

    def asked_again(self, today: date) -> bool:
        """Whether its day to look at it again has come, and nobody has looked since."""
        if not self.open or self.look is None or self.look > today:
            return False
        return not any(one.when.local().date() >= self.look for one in self.checks)


def goals(journal: "Journal") -> list[GoalLine]:
    """Every goal, the newest first."""
    parts = _parts(journal)
    found = _of_kind(journal, "goal")
    return [_line(note, parts.get(note.id, [])) for note in found]


def goal(journal: "Journal", id: int) -> GoalLine:
    """One goal.

    Raises:
        NoSuchGoal: there is none of this id.
        NewerNote: a newer Peercoach wrote it.
    """
    try:
        found = journal.get(id)
    except NoSuchNote:
        raise NoSuchGoal(id=ids.to_text(id)) from None
    if not isinstance(more_of(found), Goal):
        raise NoSuchGoal(id=ids.to_text(id))
    return _line(found, _parts(journal).get(id, []))


def more_of(note: Written) -> object:
    """What an entry says beside its words; None where it is none, or says no more."""
    return note.record.more if isinstance(note.record, Entry) else None


def plain_date(text: str) -> date | None:
    """A plain date from its ISO text; None where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _of_kind(journal: "Journal", kind: str) -> list[Written]:
    return journal.asked_before(("", "", kind), but_for=-1)


def _parts(journal: "Journal") -> dict[int, list[Written]]:
    """Steps and check-ins by the id of their goal, oldest first."""
    found: dict[int, list[Written]] = {}
    for kind in ("goal-step", "check-in"):
        for note in reversed(_of_kind(journal, kind)):
            found.setdefault(owner_of(note), []).append(note)
    return found


def _line(note: Written, parts: Iterable[Written]) -> GoalLine:
    assert isinstance(note.record, Entry) and isinstance(note.record.more, Goal)
    steps: list[StepLine] = []
    checks: list[CheckLine] = []
    for one in parts:
        assert isinstance(one.record, Entry)
        text, more = one.record.text, one.record.more
        if isinstance(more, GoalStep):
            steps.append(StepLine(one.id, text, more, plain_date(more.day)))
        elif isinstance(more, CheckIn):
            checks.append(CheckLine(one.id, text, more, one.when))
    return GoalLine(
        id=note.id,
        wish=note.record.text,
        goal=note.record.more,
        when=note.when,
        note=note,
        look=plain_date(note.record.more.look),
        steps=tuple(steps),
        checks=tuple(checks),
    )
