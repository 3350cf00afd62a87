"""How each stop of a sitting in the Heal room is put on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peercoach.guide.heal import AMOUNTS, LIMITS, Sitting
from peercoach.guide.heal_stops import NOT_SURE, WHOSE, closing_of, questions_of
from peercoach.healing.days import suggested
from peercoach.tui.widgets.choices import Row
from peercoach.tui.widgets.prose import Part
from peercoach.words import company, screens, support
from peercoach.words import heal as words

ON = "on"
FOR_ME = "for-me"
KEEP, LET_GO, BACK = "keep", "let-go", "back"
ANOTHER = "another"
_TICKS = {True: "[x]", False: "[ ]"}
_BAR = 4
"""Cells that each step above none takes."""


@dataclass(frozen=True)
class Shown:
    """A stop in words. ``what`` stands above what is asked, ``hint`` below; ``at`` is the row where
    the cursor begins.
    """

    ask: str
    hint: str = ""
    what: str = ""
    rows: tuple[Row, ...] = ()
    at: str | None = None


def shown(sitting: Sitting, today: date) -> Shown:
    """The words and rows of the stop where a sitting is."""
    stop = sitting.now
    ask, hint = words.ASKS.get(stop.kind, ""), words.HINTS.get(stop.kind, "")
    if stop.question is not None and stop.element is not None:
        about = stop.element.what_it_is[:1]
        return Shown(stop.question.ask, stop.question.hint or "", "".join(about))
    if stop.rating is not None:
        value = sitting.given.ratings.get(stop.rating.id)
        steps = tuple(
            Row(str(step.value), step.label, (screens.CHOSEN,) if step.value == value else ())
            for step in stop.rating.scale
        )
        return Shown(stop.rating.ask, hint, rows=steps, at=None if value is None else str(value))
    if stop.kind == "arrive":
        return _arriving(sitting)
    if stop.kind == "close":
        return Shown(ask, rows=(_on(space=0),))
    rows_of = {
        "limit": _limits,
        "exposures": _exposures,
        "choose": _questions,
        "shares": _shares,
        "keep": _keeping,
        "sure": _sure,
    }
    rows = _returning(today) if stop.kind == "return" else rows_of[stop.kind](sitting)
    hint = f"{hint} {words.TURN}" if stop.kind == "shares" else hint
    return Shown(ask, hint, rows=tuple(rows), at=KEEP if stop.kind == "keep" else None)


def closing(sitting: Sitting, region: str) -> list[Part]:
    """What is said on leaving, the same whatever was given: today, someone, where facts belong,
    ways to steady oneself.
    """
    own = closing_of(sitting.framework)
    asks = [(question.ask, question.hint or "") for question in own] or [
        (words.GOOD_ASK, words.GOOD_HINT),
        (words.TELL_ASK, words.TELL_HINT),
    ]
    today = tuple(" ".join(part for part in asked if part) for asked in asks)
    last = (support.belongs(region), support.STEADY)
    return [
        Part("", today, own=True),
        *(Part(heading, tuple(lines), points=True) for heading, lines in last),
    ]


def picture(amount: str) -> str:
    """How much, as a bar with its word beside it."""
    most = len(AMOUNTS) - 1
    steps = AMOUNTS.index(amount) if amount else 0
    bar = "━" * (_BAR * steps) + "─" * (_BAR * (most - steps))
    return f"{bar if amount else ' ' * (_BAR * most)}   {words.amount(amount)}"


def turned(amount: str, by: int) -> str:
    """The next amount, or the one before; left open stands before none, and the ends stay."""
    all_of = ("", *AMOUNTS)
    return all_of[max(0, min(all_of.index(amount) + by, len(all_of) - 1))]


def around(amount: str) -> str:
    """The next amount, and after the most left open again: with enter, or a click."""
    all_of = ("", *AMOUNTS)
    return all_of[(all_of.index(amount) + 1) % len(all_of)]


# --- rows ----------------------------------------------------------------------------------------


def _on(space: int = 1) -> Row:
    return Row(ON, words.GO_ON, space=space)


def _arriving(sitting: Sitting) -> Shown:
    _, ways = support.STEADY
    if sitting.way >= 0:
        return Shown(ways[sitting.way], words.STAY_WITH, rows=(_on(space=0),))
    rows = [Row(str(number), way) for number, way in enumerate(ways)]
    none = Row(ON, words.NO_WAY)
    return Shown(words.ASKS["arrive"], words.HINTS["arrive"], rows=(none, *rows))


def _limits(sitting: Sitting) -> list[Row]:
    rows = [Row(str(one), company.minutes(one)) for one in LIMITS]
    return [*rows, Row("0", words.NO_LIMIT)]


def _exposures(sitting: Sitting) -> list[Row]:
    kinds = [(one.id, one.title) for one in sitting.framework.exposures]
    given = sitting.given.exposures
    return [
        *(Row(id, title, heading=_TICKS[id in given]) for id, title in kinds),
        Row(NOT_SURE, words.NOT_SURE, heading=_TICKS[NOT_SURE in given]),
        _on(),
    ]


def _questions(sitting: Sitting) -> list[Row]:
    rows = [Row(FOR_ME, words.FOR_ME, detail=words.FOR_ME_ABOUT), Row(ON, words.ON_WITH)]
    before = ""
    for key, (element, question) in questions_of(sitting.framework).items():
        ticked = _TICKS[key in sitting.given.chosen]
        group = element.title if element.title != before else ""
        rows.append(Row(key, question.ask, heading=ticked, group=group, space=1 if group else 0))
        before = element.title
    return rows


def _shares(sitting: Sitting) -> list[Row]:
    given = sitting.given.shares
    rows = [
        Row(one, picture(given.get(one, "")), heading=words.WHOSE[one], space=1) for one in WHOSE
    ]
    return [*rows, _on()]


def _keeping(sitting: Sitting) -> list[Row]:
    return [
        Row(KEEP, words.KEEP_IT, detail=words.KEEP_ABOUT),
        Row(LET_GO, words.LET_GO, detail=words.LET_GO_ABOUT, space=1),
    ]


def _sure(sitting: Sitting) -> list[Row]:
    return [Row(BACK, words.NOT_YET), Row(LET_GO, words.LET_GO, space=1)]


def _returning(today: date) -> list[Row]:
    return [Row("", words.NO_RETURN), *days(today)]


def days(today: date) -> list[Row]:
    """Days to come back on: each row's id is the day, or says that one is to be typed."""
    week, month = suggested(today)
    return [
        Row(week.isoformat(), words.IN_A_WEEK.format(day=words.on(week, today)), space=1),
        Row(month.isoformat(), words.IN_A_MONTH.format(day=words.on(month, today)), space=1),
        Row(ANOTHER, words.ANOTHER_DAY, space=1),
    ]


def not_here(sitting: Sitting) -> Sequence[str]:
    """The actions that the foot leaves out at this stop."""
    kind = sitting.now.kind
    if kind == "question":
        return ("open",)
    if kind in ("keep", "sure", "return"):
        return ("next", "skip", "stop", "prompts")
    return ("skip", "stop", "prompts") if kind == "close" else ("prompts",)
