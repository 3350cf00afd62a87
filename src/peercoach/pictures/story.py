"""An element's story: every answer to the same question, from the first time to the last."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peercoach.guide.wording import wording_note
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry
from peercoach.pictures.changes import Change, change
from peercoach.pictures.sources import Rated, Said
from peercoach.words import look_back as words_of_notes
from peercoach.words import pictures as words

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library

_KINDS = ("answer", "example", "words", "coaching", "step")
"""What is asked in the same words each time; a note on its own answers nothing."""


@dataclass(frozen=True)
class About:
    """What has a story: an element by its address, or something asked there by :func:`what_of`."""

    id: str
    title: str
    newest: Moment
    element_title: str
    framework_title: str


@dataclass(frozen=True)
class Stood:
    """A rating of the element as it stood when something was written.

    ``ask`` is empty where the framework asks for one rating alone; ``when`` is None where it was
    chosen in the same reflection.
    """

    ask: str
    label: str
    when: Moment | None = None


@dataclass(frozen=True)
class Answer:
    """What was written one time. ``asked`` is the wording of then, where it is another one now."""

    id: int
    when: Moment
    text: str
    asked: str
    ratings: tuple[Stood, ...]


@dataclass(frozen=True)
class Story:
    """All that was written to one question, the oldest first; ``ask`` is how it is asked now."""

    title: str
    framework_title: str
    ask: str
    answers: tuple[Answer, ...]

    def change(self, at: int) -> Change:
        """What changed from the answer before to the one at this place."""
        before = self.answers[at - 1].text if at else None
        return change(before, self.answers[at].text)


def what_of(entry: Entry) -> str:
    """What an entry answers, by its id within the element; empty text where it is nothing."""
    if entry.kind not in _KINDS or not entry.place.address:
        return ""
    return f"question/{entry.place.question}" if entry.place.question else entry.kind


def elements(said: Sequence[Said], library: "Library") -> list[About]:
    """Every element that has a story, under its framework's title, in the library's order."""
    found: dict[str, About] = {}
    for one in reversed(said):
        place = one.entry.place
        if what_of(one.entry):
            found.setdefault(place.address, _about(place.address, place.element_title, one))
    order = {address: at for at, address in enumerate(library.addresses())}
    return sorted(
        found.values(), key=lambda one: (one.framework_title, order.get(one.id, len(order)))
    )


def questions(said: Sequence[Said], library: "Library", address: str) -> list[About]:
    """Everything that was answered at an element, in the order in which it is asked now."""
    found: dict[str, About] = {}
    for one in reversed(said):
        what = what_of(one.entry)
        if what and one.entry.place.address == address:
            found.setdefault(what, _about(what, _asked_now(library, one.entry), one))
    order = [*(f"question/{id}" for id in _ids(library, address)), *_KINDS]
    place = {what: at for at, what in enumerate(order)}
    return sorted(found.values(), key=lambda one: place.get(one.id, len(_ids(library, address))))


def story(
    said: Sequence[Said], rated: Sequence[Rated], library: "Library", address: str, what: str
) -> Story | None:
    """The story of one question of an element; None where nothing was written to it.

    ``said`` and ``rated`` are all there is, the oldest first.
    """
    mine = [
        one for one in said if one.entry.place.address == address and what_of(one.entry) == what
    ]
    if not mine:
        return None
    stood = _Standing([one for one in rated if one.rating.place.address == address])
    place = mine[-1].entry.place
    ask = _asked_now(library, mine[-1].entry)
    answers = tuple(
        Answer(
            one.id, one.when, one.entry.text, _asked_then(library, one.entry, ask), stood.at(one)
        )
        for one in mine
    )
    return Story(place.element_title, place.framework_title, ask, answers)


def _about(id: str, title: str, newest: Said) -> About:
    place = newest.entry.place
    return About(id, title, newest.when, place.element_title, place.framework_title)


def _ids(library: "Library", address: str) -> list[str]:
    framework, _, element = address.partition("/")
    here = library.frameworks.get(framework)
    found = (one for one in (here.elements if here else ()) if one.id == element)
    return [question.id for one in found for question in one.questions]


def _asked_now(library: "Library", entry: Entry) -> str:
    """How it is asked now; where it isn't any more, how it was asked."""
    here = library.frameworks.get(entry.place.framework)
    for element in here.elements if here else ():
        if element.id != entry.place.element:
            continue
        for question in element.questions:
            if entry.kind == "answer" and question.id == entry.place.question:
                return question.ask
        if entry.kind == "example" and element.examples:
            return element.examples
    return entry.place.ask or words_of_notes.KINDS.get(entry.kind, words.LIVING_IT)


def _asked_then(library: "Library", entry: Entry, ask: str) -> str:
    """The wording that an entry answers, where it isn't one that holds, in any language."""
    then = entry.place.ask
    return then if then and then != ask and wording_note(library, entry) else ""


class _Standing:
    """The ratings of an element at any moment."""

    def __init__(self, rated: Sequence[Rated]) -> None:
        self._by_reflection: dict[tuple[int, str], Rated] = {}
        self._by_rating: dict[str, list[Rated]] = {}
        for one in rated:
            if one.rating.reflection:
                self._by_reflection[one.rating.reflection, one.rating.rating] = one
            self._by_rating.setdefault(one.rating.rating, []).append(one)

    def at(self, said: Said) -> tuple[Stood, ...]:
        """Each rating as it was chosen beside an entry, or else as it stood then."""
        several = len(self._by_rating) > 1
        found = []
        for id, all_of_it in self._by_rating.items():
            beside = self._by_reflection.get((said.entry.reflection, id))
            before = bisect_right(all_of_it, said.when.utc_ms, key=lambda one: one.when.utc_ms)
            one = beside or (all_of_it[before - 1] if before else None)
            if one is not None:
                ask = one.rating.place.ask if several else ""
                found.append(Stood(ask, one.rating.label, None if beside else one.when))
        return tuple(found)
