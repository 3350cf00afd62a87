"""How the questions that ship are worded: rules of the house, not of the file format.

A person's own file may word things as it likes. Source: the section "Voice" of the frameworks'
design: short, open, one question, and no exclamation marks.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from peercoach.frameworks.model import Document, Framework, Question
from peercoach.words import frameworks as words

MAX_ASK: Final = 160


class Lapse(NamedTuple):
    """Wording that is not of the house: where it stands (ids from the top), and how."""

    where: str
    message: str


def lapses(document: Document) -> tuple[Lapse, ...]:
    """Every question of a framework or session plan that is not worded as ours are, in order."""
    return tuple(
        Lapse(where, message) for where, ask in _asked(document) for message in _judge(ask)
    )


def _judge(ask: str) -> Iterator[str]:
    if not ask.endswith("?"):
        yield words.NO_QUESTION_MARK
    if ask.count("?") > 1:
        yield words.TWO_QUESTIONS
    if len(ask) > MAX_ASK:
        yield words.too_long(len(ask), MAX_ASK)
    if "!" in ask:
        yield words.EXCLAMATION_MARK


def _asked(document: Document) -> Iterator[tuple[str, str]]:
    if isinstance(document, Framework):
        for rating in document.ratings:
            yield f"{document.id}/{rating.id}", rating.ask
        for element in document.elements:
            yield from _questions(document.address(element), element.questions)
        return
    if document.agreement is not None:
        yield from _questions(f"{document.id}/agreement", document.agreement.questions)
    for part in document.parts:
        for prompt in part.prompts:
            yield f"{document.id}/{part.id}/{prompt.id}", prompt.ask


def _questions(address: str, questions: tuple[Question, ...]) -> Iterator[tuple[str, str]]:
    for question in questions:
        yield f"{address}/{question.id}", question.ask
        for number, follow_up in enumerate(question.follow_ups, 1):
            yield f"{address}/{question.id}/{number}", follow_up
