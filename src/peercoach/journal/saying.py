"""What a person said of a question: that it helped, or that it jarred."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peercoach.journal.moment import Moment
from peercoach.journal.records import Mark, MarkKind, Place
from peercoach.journal.written import Marked

if TYPE_CHECKING:
    from peercoach.journal.store import Journal

Question = tuple[str, str, str]
"""(framework, element, question), each by its id."""


@dataclass(frozen=True)
class Said:
    """What was said of a question: in this reflection or before it, of this wording or another."""

    mark: MarkKind
    this_time: bool
    this_wording: bool


def question_of(place: Place) -> Question:
    """The question that a place is at, whatever its wording there."""
    return place.framework, place.element, place.question


def said(journal: "Journal") -> list[Marked]:
    """What stands of all that was said, the last first: one word for each wording of a question."""
    return [one for one in reversed(_last_words(journal)) if one.mark.mark]


def said_of(journal: "Journal", place: Place) -> Marked | None:
    """What was said of a question in this wording, or else last in another; None where nothing."""
    found = [one for one in said(journal) if question_of(one.mark.place) == question_of(place)]
    same = (one for one in found if one.mark.place.ask == place.ask)
    return next(same, found[0] if found else None)


def said_at(journal: "Journal", place: Place, reflection: int) -> Said | None:
    """The same, as it looks from this place in this reflection."""
    found = said_of(journal, place)
    if found is None:
        return None
    mark = found.mark
    return Said(mark.mark, mark.reflection == reflection, mark.place.ask == place.ask)


def jarring(journal: "Journal") -> frozenset[tuple[Question, str]]:
    """The questions that jarred, each with the wording that did."""
    return frozenset(
        (question_of(one.mark.place), one.mark.place.ask)
        for one in said(journal)
        if one.mark.mark == "jarred"
    )


def say_of(journal: "Journal", place: Place, mark: MarkKind, *, reflection: int) -> Moment | None:
    """Say this of a question in this wording; said again in one reflection it is taken back.

    Returns:
        The moment of the commit: it is durable by then. None where there was nothing to write.

    Raises:
        VaultError: it could not be written; what was said before stands.
    """
    here = (question_of(place), place.ask)
    own = [one for one in _last_words(journal) if _about(one) == here]
    again = bool(own) and (own[-1].mark.mark, own[-1].mark.reflection) == (mark, reflection)
    record = Mark(mark="" if again else mark, place=place, reflection=reflection)
    return journal.commit({own[-1].id if own else journal.new_id(): record})


def _last_words(journal: "Journal") -> list[Marked]:
    """The last word on each wording of each question, taken back or not, the last said last."""
    last: dict[tuple[Question, str], Marked] = {}
    for one in sorted(journal.marks(), key=lambda one: (one.when.utc_ms, one.id)):
        last.pop(_about(one), None)
        last[_about(one)] = one
    return list(last.values())


def _about(one: Marked) -> tuple[Question, str]:
    return question_of(one.mark.place), one.mark.place.ask
