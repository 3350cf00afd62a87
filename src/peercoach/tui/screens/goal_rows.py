"""Goals as rows: the list of them, and one goal with its words, steps, picture and check-ins."""

from collections.abc import Sequence
from datetime import date

from peercoach.goals import telling
from peercoach.goals.room import Waiting
from peercoach.guide.attainment import picture
from peercoach.journal.goals import CheckLine, GoalLine, StepLine
from peercoach.journal.moment import Moment
from peercoach.journal.text import one_line
from peercoach.journal.written import Written
from peercoach.tui.widgets.choices import Row
from peercoach.words import goals as words
from peercoach.words.screens import short_day
from peercoach.words.when import day as day_of
from peercoach.words.when import day_and_year

NEW, ADD_STEP, CHECK_IN = "new", "add-step", "check-in"
PICTURE = 56
"""Columns that the picture of a goal may take, in a window that has them."""


# --- the list ------------------------------------------------------------------------------------


def listed(
    waiting: Sequence[Waiting], open: Sequence[GoalLine], closed: Sequence[GoalLine], today: date
) -> list[Row]:
    """What waits to be written on, the open goals, then the closed ones."""
    rows = [
        Row(f"write:{one.key}", one_line(one.text) or one.heading, heading=_first(n, words.WAITS),
            detail=one.heading if one.text else "", space=1, one_line=True)
        for n, one in enumerate(waiting)
    ]  # fmt: skip
    rows += [_of_goal(one, today, _first(n, words.OPEN)) for n, one in enumerate(open)]
    rows.append(Row(NEW, words.NEW, detail=words.NEW_ABOUT, space=1))
    return rows + [_of_closed(one, _first(n, words.CLOSED)) for n, one in enumerate(closed)]


def _first(number: int, heading: str) -> str:
    return "" if number else heading


def _of_goal(goal: GoalLine, today: date, heading: str) -> Row:
    step = goal.next_step
    said = (telling.about(goal), words.NEXT_STEP.format(text=one_line(step.text)) if step else "")
    return Row(
        f"goal:{goal.id}",
        one_line(goal.wish),
        (words.LOOK_AGAIN,) if goal.asked_again(today) else (),
        heading=heading,
        detail=words.BETWEEN.join(one for one in said if one),
        space=1,
    )


def _of_closed(goal: GoalLine, heading: str) -> Row:
    state = words.STATES[goal.goal.goal_state]
    said = one_line(goal.goal.closing)
    detail = words.BETWEEN.join(one for one in (state, said) if one)
    return Row(f"goal:{goal.id}", one_line(goal.wish), heading=heading, detail=detail, space=1)


# --- one goal ------------------------------------------------------------------------------------


def of_goal(
    goal: GoalLine, origin: Written | None, became: Written | None, today: date, width: int
) -> list[Row]:
    """One goal: its own words first, then its steps, then how it stands."""

    def day(moment: Moment) -> str:
        return short_day(moment.local().date(), today)

    def on_day(moment: Moment) -> str:
        return day_of(moment.local().date(), today)

    rows = [
        Row(f"part:{one.id}", one.text, heading=one.label, space=int(number == 0))
        for number, one in enumerate(telling.said(goal))
    ]
    rows += _ending(goal, became, on_day)
    if came := telling.began(goal.goal, origin, on_day):
        rows.append(Row(f"note:{goal.goal.began}", came, heading=words.CAME, space=1))
    rows += _steps(goal, today)
    return [*rows, *_standing(goal, day, width)]


def _ending(goal: GoalLine, became: Written | None, day: telling.Day) -> list[Row]:
    rows = []
    if said := telling.closed(goal, day):
        rows.append(Row("state", said, heading=words.CLOSED, space=1))
    if said := telling.became(became):
        rows.append(Row(f"note:{goal.goal.became}", said))
    return rows


def _steps(goal: GoalLine, today: date) -> list[Row]:
    rows = [
        Row(f"step:{one.id}", one_line(one.text), (_beside(one, today),)) for one in _order(goal)
    ]
    if goal.open:
        rows.append(Row(ADD_STEP, words.ADD_STEP))
    return _headed(rows, words.STEPS)


def _order(goal: GoalLine) -> list[StepLine]:
    """What is still to do first, by its day; then what is done, then what was put aside."""
    states = ("", "done", "aside")
    return sorted(
        goal.steps, key=lambda one: (states.index(one.step.step_state), one.day or date.max)
    )


def _beside(step: StepLine, today: date) -> str:
    return telling.step_day(step, today)


def _standing(goal: GoalLine, day: telling.Day, width: int) -> list[Row]:
    """The picture, line by line, and each check-in below, the newest first."""
    shown = picture(goal.goal, telling.looked(goal, day), width)
    days = ("",) * 4 + (shown.days,)
    rows = [
        Row(f"picture:{n}", line, one_line=True, detail=said)
        for n, (line, said) in enumerate(zip(shown.lines, days, strict=False))
    ]
    found = _headed(rows, words.HOW_IT_STANDS)
    checks = [_check(one, day) for one in reversed(goal.checks)]
    if not checks and goal.open:
        checks = [Row(CHECK_IN, words.FIRST_CHECK_IN)]
    return [*found, *_headed(checks, words.HISTORY)]


def _check(check: CheckLine, day: telling.Day) -> Row:
    label = check.check.label if check.check.label != check.text else ""
    return Row(f"note:{check.id}", check.text, (day(check.when),), detail=label)


def _headed(rows: list[Row], heading: str) -> list[Row]:
    """The rows with a heading beside the first of them, parted from what is above."""
    first = [Row(**{**vars(one), "heading": heading, "space": 1}) for one in rows[:1]]
    return [*first, *rows[1:]]


# --- what is asked -------------------------------------------------------------------------------


def parts(goal: GoalLine) -> list[Row]:
    """Every part of a goal, with what is said of it now."""
    return [
        Row(one.id, one_line(one.text) or words.NOT_YET_SAID, heading=one.label, one_line=True)
        for one in telling.every_part(goal)
    ]


def about_step(step: StepLine) -> list[Row]:
    """What can be done with a step."""
    states = [
        ("done", words.STEP_IS_DONE, ""),
        ("", words.STEP_TO_DO, ""),
        ("aside", words.STEP_PUT_ASIDE, words.STEP_PUT_ASIDE_ABOUT),
    ]
    rows = [
        Row(f"state:{id}", text, detail=about, space=1)
        for id, text, about in states
        if id != step.step.step_state
    ]
    day = day_and_year(step.day) if step.day else ""
    rows += [
        Row("next", words.STEP_WORDS, space=1),
        Row("day", words.STEP_DAY, detail=day, space=1),
        Row("delete", words.STEP_DELETE, space=1),
    ]
    return [*rows, Row("", words.STEP_LEAVE, space=1)]
