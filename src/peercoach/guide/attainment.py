"""How goals have stood: the picture of one goal's check-ins, and one figure for several goals."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from peercoach.guide.goal import STANDS
from peercoach.journal.records import Goal
from peercoach.words import goals as words
from peercoach.words.plain import capital

CORRELATION = 0.3
"""How far goals of one person are taken to go together (Kiresuk and Sherman 1968)."""
_HERE = "●"
_WAY = "·"
_LEAST_LABEL, _MOST_LABEL = 12, 36
_EACH = 3
"""Columns that a check-in takes."""


def figure(scores: Sequence[int], weights: Sequence[float] = ()) -> float:
    """One figure for several goals, 50 where all are as hoped.

    ``T = 50 + 10·Σwx / √((1 − ρ)·Σw² + ρ·(Σw)²)`` with ρ = 0.3, for scores x from -2 to 2 (T. J.
    Kiresuk and R. E. Sherman, "Goal attainment scaling: a general method for evaluating
    comprehensive community mental health programs", *Community Mental Health Journal* 4, 1968,
    443-453). Without ``weights`` all goals weigh the same.

    Raises:
        ValueError: there is no score, or not as many weights, or none that weighs anything.
    """
    weights = weights or [1.0] * len(scores)
    if len(weights) != len(scores):
        raise ValueError("not as many weights as scores")
    total = sum(weights)
    spread = sqrt(
        (1 - CORRELATION) * sum(weight * weight for weight in weights) + CORRELATION * total * total
    )
    if not spread:
        raise ValueError("nothing weighs anything")
    weighed = sum(weight * score for weight, score in zip(weights, scores, strict=True))
    return 50 + 10 * weighed / spread


@dataclass(frozen=True)
class Looked:
    """One check-in: its day in words, and how the goal stood (None where that was left open)."""

    day: str
    stands: int | None
    label: str = ""


@dataclass(frozen=True)
class Picture:
    """The same twice: lines to be seen in a fixed width, and sentences that say it.

    ``days`` says from when to when the lines go; empty text for one day.
    """

    lines: tuple[str, ...]
    days: str
    told: tuple[str, ...]


def picture(goal: Goal, looked: Sequence[Looked], width: int) -> Picture:
    """How a goal stood at each check-in that says so, oldest first, in the person's own words.

    ``width`` is the most columns a line may take. Where there are more check-ins than there is room
    for, the picture has the newest; what is told has all. Nothing at all where none says it.
    """
    found = [one for one in looked if one.stands is not None]
    told = tuple(
        words.TOLD.format(day=capital(one.day), stands=one.label or words.STANDS[one.stands or 0])
        for one in found
    )
    if not found:
        return Picture((), "", ())
    labels = {value: _label(goal, value) for value in words.STANDS}
    wanted = min(max(map(len, labels.values())), _MOST_LABEL)
    least = min(wanted, max(_LEAST_LABEL, width // 2))
    shown = found[-max(1, (width - least) // _EACH) :]
    label = min(wanted, width - _EACH * len(shown))
    lines = [
        _cut(labels[value], label).ljust(label)
        + "".join((_HERE if one.stands == value else _WAY).rjust(_EACH) for one in shown)
        for value in words.STANDS
    ]
    days = words.PICTURE_OF.format(first=shown[0].day, last=shown[-1].day)
    return Picture(tuple(lines), days if len(shown) > 1 else "", told)


def _label(goal: Goal, value: int) -> str:
    own = " ".join(getattr(goal, STANDS[value]).split())
    return own or capital(words.STANDS[value])


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
