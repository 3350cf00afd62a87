"""The stops of a sitting in the Heal room: what is asked one after the other, in which order."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from peercoach.frameworks.model import Element, Framework, Question, Rating

StopKind = Literal[
    "arrive", "limit", "exposures", "choose", "question", "shares", "rating", "close", "keep",
    "sure", "return",
]  # fmt: skip

MOST = 5
"""Questions in one sitting at the most: three to five are plenty."""
NOT_SURE = "not-sure"
"""Beside a framework's own kinds of exposure, that one can't tell."""
WHOSE = ("me", "team", "organisation", "system")
"""Whose part: the tags of the questions that ask for one, and the rows of the sharing-out."""

_CLOSE = "close"
_GENTLE = ("meaning", "sharing-the-weight", "needs")
"""The tags of the elements that the gentle choice takes one question from, each."""
_LEAST_ALONE = ("organisation", "system", "team", "me")
"""Which question of whose it was comes first in the gentle choice: not one's own part alone."""


@dataclass(frozen=True)
class Stop:
    """One thing asked. ``key`` is stable: it is kept with what is being written there."""

    key: str
    kind: StopKind
    element: Element | None = None
    question: Question | None = None
    rating: Rating | None = None


def lay_out(framework: Framework, chosen: Collection[str]) -> tuple[Stop, ...]:
    """Every stop of a sitting in order, with the questions that were chosen.

    How much of it lay with whom is asked only where a question of that was chosen.
    """
    return tuple(_stops(framework, chosen))


def _stops(framework: Framework, chosen: Collection[str]) -> Iterator[Stop]:
    yield Stop("arrive", "arrive")
    yield Stop("limit", "limit")
    if framework.exposures:
        yield Stop("exposures", "exposures")
    yield Stop("choose", "choose")
    known = questions_of(framework)
    asked = [(key, *known[key]) for key in known if key in chosen]
    for key, element, question in asked:
        yield Stop(key, "question", element, question)
    if any(whose(question) for _, _, question in asked):
        yield Stop("shares", "shares")
    for rating in framework.ratings:
        yield Stop(f"rating:{rating.id}", "rating", rating=rating)
    yield Stop("close", "close")
    yield Stop("keep", "keep")
    yield Stop("return", "return")


def whose(question: Question) -> str:
    """Whose part a question asks for; empty text where it asks for nobody's."""
    return next((one for one in WHOSE if one in question.tags), "")


def questions_of(framework: Framework) -> dict[str, tuple[Element, Question]]:
    """Every question that can be chosen, by its key, in the order of the framework's own walk.

    Without steps that is the order of its elements. What its closing holds is said there, and not
    asked.
    """
    return {
        f"{element.id}/{question.id}": (element, question)
        for element in elements_of(framework)
        for question in element.questions
    }


def elements_of(framework: Framework) -> list[Element]:
    """The elements whose questions can be chosen, in the order of the framework's own walk."""
    by_id = {element.id: element for element in framework.elements}
    closing = {name for step in framework.steps if step.id == _CLOSE for name in step.elements}
    walked = [name for step in framework.steps for name in step.elements]
    order = dict.fromkeys(name for name in (*walked, *by_id) if name in by_id)
    return [by_id[name] for name in order if name not in closing]


def closing_of(framework: Framework) -> tuple[Question, ...]:
    """What a framework's own closing says; none where it has none."""
    by_id = {element.id: element for element in framework.elements}
    steps = (step for step in framework.steps if step.id == _CLOSE)
    return tuple(
        question for step in steps for name in step.elements for question in by_id[name].questions
    )


def gentle(framework: Framework) -> list[str]:
    """The keys of three questions to choose for someone: meaning, whose to carry, needs.

    Where a framework has no such elements, the first questions of its first ones.
    """
    found = [_first_of(framework, tag) for tag in _GENTLE]
    first = [f"{one.id}/{one.questions[0].id}" for one in elements_of(framework) if one.questions]
    chosen = dict.fromkeys(key for key in (*found, *first) if key)
    return list(chosen)[: len(_GENTLE)]


def _first_of(framework: Framework, tag: str) -> str:
    elements = [element for element in elements_of(framework) if tag in element.tags]
    keys: Mapping[str, Question] = {
        f"{element.id}/{question.id}": question
        for element in elements
        for question in element.questions
    }
    for part in _LEAST_ALONE:
        for key, question in keys.items():
            if whose(question) == part:
                return key
    return next(iter(keys), "")
