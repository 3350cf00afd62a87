"""A goal as it is told, in the same words by both interfaces: its parts, its steps, its history."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from peercoach.guide.attainment import Looked
from peercoach.guide.goal import EDITABLE
from peercoach.journal.goals import GoalLine, StepLine
from peercoach.journal.moment import Moment
from peercoach.journal.records import GOAL_WORDS, Entry, Goal
from peercoach.journal.text import one_line
from peercoach.journal.told import in_words
from peercoach.journal.written import Written
from peercoach.words import goals as words
from peercoach.words.screens import short_day

ELEMENTS, BEGAN, BECAME = "elements", "began", "became"
MOST_QUOTED = 80

Day = Callable[[Moment], str]
"""The day of a moment in words."""


@dataclass(frozen=True)
class Told:
    """One part of a goal: what it is called, and what was said; its id is that of the part."""

    id: str
    label: str
    text: str


def said(goal: GoalLine) -> list[Told]:
    """What was said of a goal, part by part, the wish first; what was not said is left out."""
    return [one for one in every_part(goal) if one.text]


def every_part(goal: GoalLine) -> list[Told]:
    """Everything of a goal that can be changed, said or not yet."""
    found = [Told(name, words.LABELS[name], _said(goal, name)) for name in EDITABLE]
    drawn = ", ".join(goal.goal.elements.values())
    found.insert(4, Told(ELEMENTS, words.LABELS[ELEMENTS], drawn))
    return found if not goal.open else [one for one in found if one.id != "closing"]


def _said(goal: GoalLine, name: str) -> str:
    match name:
        case "wish":
            return goal.wish
        case "area":
            return words.AREAS.get(goal.goal.area, "")
        case "look":
            return in_words(goal.goal.look)
    return str(getattr(goal.goal, name)) if name in (*GOAL_WORDS, "closing") else ""


def about(goal: GoalLine) -> str:
    """What it is for and how far ahead it is, on one line; empty text where neither was said."""
    said = (words.AREAS.get(goal.goal.area, ""), one_line(goal.goal.horizon))
    return ", ".join(one for one in said if one)


def step_day(step: StepLine, today: date) -> str:
    """What is said beside a step: that it is done or put aside, else the day it is meant for."""
    if step.step.step_state:
        return words.STEP_STATES[step.step.step_state]
    return words.FOR_DAY.format(day=short_day(step.day, today)) if step.day else ""


def looked(goal: GoalLine, day: Day) -> list[Looked]:
    """Its check-ins, oldest first, as the picture of them wants them."""
    return [Looked(day(one.when), one.check.stands, one.check.label) for one in goal.checks]


def began(goal: Goal, origin: Written | None, day: Day, *, now: bool = False) -> str:
    """What it began with, or begins with ``now``; empty text where that is no note."""
    if not goal.began:
        return ""
    if origin is None or not isinstance(origin.record, Entry):
        return words.BEGAN_GONE
    text = one_line(origin.record.text, MOST_QUOTED)
    shape = words.BEGINS if now else words.BEGAN
    return shape.format(day=day(origin.when), text=text)


def became(note: Written | None) -> str:
    """What it changed into, as a sentence; empty text where it did not."""
    if note is None or not isinstance(note.record, Entry):
        return ""
    return words.BECAME.format(text=one_line(note.record.text, MOST_QUOTED))


def closed(goal: GoalLine, day: Day) -> str:
    """That it is closed, and how, as a sentence; empty text while it is open."""
    if goal.open:
        return ""
    when = goal.closed
    state = words.STATES[goal.goal.goal_state]
    return (
        words.CLOSED_ON.format(day=day(when), state=state)
        if when
        else words.ENDED[goal.goal.goal_state]
    )


def began_here(goals: list[GoalLine]) -> list[str]:
    """That goals began with a note, a sentence each."""
    return [words.BEGAN_HERE.format(text=one_line(one.wish, MOST_QUOTED)) for one in goals]


def part_of(goal: GoalLine) -> str:
    """That something belongs to a goal."""
    return words.PART_OF.format(text=one_line(goal.wish, MOST_QUOTED))
