"""A new file, written for whoever will edit it: it passes ``check`` as it stands.

Whatever a person typed stands in quotes, so that no colon or dash in it means anything to YAML.
"""

import re
import unicodedata
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from peercoach.errors import FrameworkFaulty, UsedWrongly
from peercoach.frameworks.format import MAX_MINUTES
from peercoach.frameworks.kinds import COMPILED
from peercoach.frameworks.load import finish, read_draft
from peercoach.words import frameworks_new as words

MIN_PLAN: Final = 15
_ENDS: Final = 5
_LONGEST_ID: Final = 40


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is known of a framework that is to be made.

    ``elements`` are themes by title, each with its questions; an empty list of either is filled
    with one to start from.
    """

    id: str
    title: str
    about: str = ""
    language: str = "en-GB"
    elements: Sequence[tuple[str, Sequence[str]]] = ()
    rating: bool = False
    care: bool = False


@dataclass(frozen=True, kw_only=True)
class WantedPlan:
    """What is known of a session plan that is to be made."""

    id: str
    title: str
    about: str = ""
    language: str = "en-GB"
    minutes: int = 60


def id_from(title: str, taken: Container[str] = (), *, fallback: str = "ours") -> str:
    """An id made of a title that is not ``taken``; ``fallback`` where no letter of it will do."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    letters = letters.replace("'", "")
    parts = re.sub(r"[^a-z0-9]+", "-", letters).lstrip("-0123456789")
    made = parts[:_LONGEST_ID].rstrip("-") or fallback
    number, id = 2, made
    while id in taken:
        number, id = number + 1, f"{made}-{number}"
    return id


def framework_text(wanted: Wanted) -> str:
    """The text of a new framework file.

    Raises:
        UsedWrongly: something typed can't stand in a file.
    """
    elements, taken = [], set[str]()
    for title, asks in wanted.elements or ((words.ELEMENT, ()),):
        id = id_from(title, taken, fallback="theme")
        taken.add(id)
        questions = _questions(asks or (words.QUESTION,))
        elements.append(words.ELEMENT_TEXT.format(id=id, title=_quoted(title), questions=questions))
    return _checked(
        words.FRAMEWORK.format(
            id=wanted.id,
            title=_quoted(wanted.title),
            language=wanted.language,
            about=_quoted(wanted.about or words.ABOUT),
            care=words.CARE if wanted.care else "",
            rating=_rating() if wanted.rating else "",
            elements="\n".join(elements),
        )
    )


def plan_text(wanted: WantedPlan) -> str:
    """The text of a new session plan.

    Raises:
        UsedWrongly: something typed can't stand in a file, or it is too short or long.
    """
    if not MIN_PLAN <= wanted.minutes <= MAX_MINUTES:
        raise UsedWrongly(detail=words.PLAN_MINUTES.format(least=MIN_PLAN, most=MAX_MINUTES))
    return _checked(
        words.SESSION.format(
            id=wanted.id,
            title=_quoted(wanted.title),
            language=wanted.language,
            about=_quoted(wanted.about or words.ABOUT),
            minutes=wanted.minutes,
            arrive=_ENDS,
            talk=wanted.minutes - 2 * _ENDS,
            close=_ENDS,
        )
    )


def is_id(text: str) -> bool:
    """Whether this has the shape of an id."""
    return COMPILED["id"].fullmatch(text) is not None


def _questions(asks: Sequence[str]) -> str:
    # Numbers, not words: a question is worded again and again, and its id stays.
    return "".join(
        words.QUESTION_TEXT.format(id=f"q{number}", ask=_quoted(ask))
        for number, ask in enumerate(asks, 1)
    )


def _rating() -> str:
    steps = [
        words.STEP.format(value=value, label=_quoted(label))
        for value, label in enumerate(words.RATING_STEPS, 1)
    ]
    return words.RATING.format(ask=_quoted(words.RATING_ASK), steps="\n".join(steps))


def _quoted(text: str) -> str:
    text = text.strip()
    if not text or not text.isprintable():
        raise UsedWrongly(detail=words.ONE_LINE.format(text="".join(filter(str.isprintable, text))))
    return in_quotes(text)


def in_quotes(text: str) -> str:
    """Text of one line as YAML takes it for nothing but text."""
    return "'" + text.replace("'", "''") + "'"


def _checked(text: str) -> str:
    """The text, which has to be right as it stands; what is said of it is said to the person."""
    try:
        finish(read_draft("", text.encode()), None)
    except FrameworkFaulty as faulty:
        detail = " ".join(str(getattr(fault, "message", "")) for fault in faulty.faults)
        raise UsedWrongly(detail=detail) from None
    return text
