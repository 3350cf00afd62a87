"""What is offered to someone who has ten minutes, thirty, or an hour."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from peercoach.frameworks.model import Element, Framework, Question
from peercoach.journal.saying import jarring
from peercoach.journal.store import Journal
from peercoach.journal.written import Written
from peercoach.words import offers as words

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library

MINUTES = (10, 30, 60)
OWN_HOUR = "protected-hour"


@dataclass(frozen=True)
class Offer:
    """Something to do, as a title and a line below it.

    ``id`` says what taking it means: ``continue`` (resume ``reflection``), ``one`` (begin the one
    ``question`` at ``address``), ``another`` (the same offers with another question), ``begin``
    (begin at ``address``: an element, or a framework by its id), ``look_back`` (read what was
    written at ``address``), ``walk`` (go through the plan of this ``address``, part by part).
    """

    id: str
    title: str
    detail: str
    address: str = ""
    question: str = ""
    reflection: int = 0


@dataclass(frozen=True)
class _Asked:
    """An element, and when something was last written about it (UTC ms; 0 for never)."""

    framework: Framework
    element: Element
    newest: Written | None

    @property
    def address(self) -> str:
        return self.framework.address(self.element)

    @property
    def last(self) -> int:
        return self.newest.when.utc_ms if self.newest else 0


def waiting(reflection: int, title: str, count: tuple[int, int] | None, stop_heading: str) -> Offer:
    """To go on with a reflection that waits."""
    detail = words.GO_ON_STOP.format(stop=stop_heading)
    if count is not None:
        detail = words.GO_ON_AT.format(at=count[0], of=count[1])
    return Offer("continue", words.GO_ON.format(title=title), detail, reflection=reflection)


def offers(
    journal: Journal,
    library: "Library",
    minutes: int,
    today: date,
    *,
    waits: Sequence[Offer] = (),
    passed: int = 0,
) -> list[Offer]:
    """What fits into so many minutes, the first of it first.

    Ten: one question, or another (``passed`` says how many were passed over), or a short
    reflection. Thirty: what ``waits``, then the element that was longest left alone, then a short
    one. An hour: the plan for an hour of one's own; that element whole, then looking back at it.

    Raises:
        VaultLocked: the notebook is locked.
    """
    elements = _elements(journal, library)
    if minutes <= MINUTES[0]:
        return [*_one(journal, elements, passed), *_short(library)]
    least = sorted(elements, key=lambda one: one.last)[:1]
    if minutes <= MINUTES[1]:
        return [*waits[:1], *(_element(one, today) for one in least), *_short(library)]
    whole = [offer for one in least for offer in _hour(one)] or _short(library)
    return [*_own_hour(library), *whole]


def _elements(journal: Journal, library: "Library") -> list[_Asked]:
    """Every element that is rated and was chosen before, or is at hand; in the library's order."""
    return [
        one
        for framework, element in library.elements()
        if framework.ratings
        for one in [_Asked(framework, element, journal.newest_of(framework.address(element)))]
        if one.newest is not None or library.at_hand(framework)
    ]


def _one(journal: Journal, elements: Sequence[_Asked], passed: int) -> list[Offer]:
    """One question: of those never answered first, then of those answered longest ago.

    One that jarred in the wording it has is not offered.
    Those of one element never stand together, so that another one is about something else.
    """
    jarred = jarring(journal)
    ordered: list[tuple[tuple[int, int, int], _Asked, Question]] = []
    for one in elements:
        for number, question in enumerate(one.element.questions):
            here = (one.framework.id, one.element.id, question.id)
            if (here, question.ask) in jarred:
                continue
            asked = (one.framework.id, one.element.id, f"question/{question.id}")
            answered = journal.asked_before(asked, but_for=-1)[:1]
            when = answered[0].when.utc_ms if answered else 0
            ordered.append(((when, number, one.last), one, question))
    if not ordered:
        return []
    ordered.sort(key=lambda entry: entry[0])
    _, one, question = ordered[passed % len(ordered)]
    detail = words.ONE_OF.format(element=one.element.title)
    found = [Offer("one", question.ask, detail, one.address, question.id)]
    if len(ordered) > 1:
        found.append(Offer("another", words.ANOTHER, words.ANOTHER_ABOUT))
    return found


def _short(library: "Library") -> list[Offer]:
    """A reflection for any day: a framework without ratings."""
    return [Offer("begin", one.title, words.SHORT_ABOUT, one.id) for one in library.short()[:1]]


def _element(one: _Asked, today: date) -> Offer:
    detail = words.NEVER
    if one.newest is not None:
        when = one.newest.when.local().date()
        detail = words.AGAIN.format(month=words.month(when.month, when.year, today.year))
    return Offer("begin", one.element.title, detail, one.address)


def _own_hour(library: "Library") -> list[Offer]:
    """The plan for an hour of one's own, part by part, where the library has it."""
    plan = library.plans.get(OWN_HOUR)
    return [] if plan is None else [Offer("walk", plan.title, words.PART_BY_PART, plan.id)]


def _hour(one: _Asked) -> list[Offer]:
    title = one.element.title
    whole = Offer("begin", words.WHOLE.format(element=title), words.WHOLE_ABOUT, one.address)
    then = words.LOOK_BACK.format(element=title)
    return [whole, Offer("look_back", then, words.LOOK_BACK_ABOUT, one.address)]
