"""What Home joins up: a goal being written about, protected time, what was asked to be looked at.

Quiet: nothing is late, nothing is counted, and no word of Heal is here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from peercoach.goals.room import Goals, Waiting
from peercoach.lines import Unfinished
from peercoach.pictures.year import Also
from peercoach.words import goals as told
from peercoach.words import heal as heal_words
from peercoach.words import home as words

if TYPE_CHECKING:
    from peercoach.hours import Hours

MOST_GOALS = 2
"""How many goals Home shows that were asked to be looked at; the others wait in their room."""


@dataclass(frozen=True)
class Coming:
    """One thing that can wait: where it leads, the id of what it is about, and its words."""

    to: Literal["hours", "goal", "heal"]
    text: str
    id: int = 0


def coming(hours: "Hours", goals: Goals, today: date, *, heal: bool = False) -> tuple[Coming, ...]:
    """What comes next, in the order in which Home shows it; ``heal``: one asked to come back."""
    return tuple(_coming(hours, goals, today, heal=heal))


def _coming(hours: "Hours", goals: Goals, today: date, *, heal: bool) -> Iterator[Coming]:
    if line := hours.next_line:
        yield Coming("hours", line)
    for goal in goals.asked_again(today)[:MOST_GOALS]:
        yield Coming("goal", words.GOAL_ASKED.format(wish=_first_line(goal.wish)), goal.id)
    if heal:
        yield Coming("heal", heal_words.ASKED_BACK)


def goes_on(unfinished: list[Unfinished], waiting: list[Waiting]) -> Waiting | None:
    """What is being written about a goal, where it is the one thing to go on with: the last saved
    of all that waits.
    """
    if not waiting:
        return None
    newest = waiting[0]
    later = (one.when.utc_ms for one in unfinished)
    return newest if newest.when.utc_ms > max(later, default=-1) else None


def of_the_year(goals: Goals) -> Iterator[Also]:
    """What the page of a year says of goals: when each was begun, and how it was closed."""
    for goal in (*goals.open(), *goals.closed()):
        wish = _first_line(goal.wish)
        yield Also(goal.when, told.YEAR_HEADING, told.YEAR_BEGAN.format(wish=wish))
        if goal.closed is not None:
            state = told.STATES[goal.goal.goal_state]
            line = told.YEAR_CLOSED.format(state=state, wish=wish)
            yield Also(goal.closed, told.YEAR_HEADING, line)


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")
