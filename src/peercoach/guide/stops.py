"""The stops of a reflection: what is asked one after the other, and in which order."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from peercoach.frameworks.model import Element, Framework, Level, Question, Rating
from peercoach.journal.records import EntryKind, Place
from peercoach.words import reflect as words

StopKind = Literal["question", "rating", "examples", "words", "coaching", "step", "part", "close"]

_ENTRY_OF: dict[StopKind, EntryKind] = {
    "question": "answer",
    "examples": "example",
    "words": "words",
    "coaching": "coaching",
    "step": "step",
}


@dataclass(frozen=True)
class Stop:
    """One thing asked. ``key`` is stable: it is kept with what was answered there."""

    key: str
    kind: StopKind
    framework: Framework
    element: Element
    question: Question | None = None
    rating: Rating | None = None

    @property
    def ask(self) -> str:
        """The wording put to the person."""
        if self.question is not None:
            return self.question.ask
        if self.rating is not None:
            return self.rating.ask
        if self.kind == "part":
            return self.element.what_it_is[0] if self.element.what_it_is else self.element.title
        if self.kind == "examples" and self.element.examples:
            return self.element.examples
        return words.ASKS[self.kind]

    @property
    def heading(self) -> str:
        """What kind of question this is; a framework's second rating is another look."""
        if self.rating is not None and self.rating.id != self.framework.ratings[0].id:
            return words.ANOTHER_LOOK
        return words.HEADINGS[self.kind]

    @property
    def level(self) -> str:
        """The title of the level that a question belongs to, or empty text."""
        wanted = self.question.level if self.question is not None else None
        return next((one.title for one in self.framework.levels if one.id == wanted), "")

    @property
    def hint(self) -> str:
        """A door that may be opened, or empty text."""
        if self.question is not None:
            return self.question.hint or ""
        return words.HINTS.get(self.kind, "")

    @property
    def entry_kind(self) -> EntryKind | None:
        """The kind of entry that is written here; None where nothing is written in words."""
        return _ENTRY_OF.get(self.kind)

    @property
    def place(self) -> Place:
        """What an answer here belongs to, wording included."""
        if self.question is not None:
            asked = self.question.id
        else:
            asked = self.rating.id if self.rating is not None else ""
        return Place(
            framework=self.framework.id,
            framework_title=self.framework.title,
            version=self.framework.version,
            element=self.element.id,
            element_title=self.element.title,
            question=asked,
            ask=self.ask,
        )


def levels_of(framework: Framework, course: Sequence[Element]) -> tuple[tuple[Level, int], ...]:
    """Each level that a question of these elements belongs to, in order, with how many do."""
    wanted = [question.level for element in course for question in element.questions]
    counts = ((level, wanted.count(level.id)) for level in framework.levels)
    return tuple((level, count) for level, count in counts if count)


def _questions(framework: Framework, element: Element, level: str = "") -> list[Stop]:
    """The questions of an element; at a level, its own and those that belong to none. One that has
    none is a stop all the same: a break, or time to look around.
    """
    if not element.questions:
        return [Stop(f"{element.id}/part", "part", framework, element)]
    return [
        Stop(f"{element.id}/question/{question.id}", "question", framework, element, question)
        for question in element.questions
        if not level or question.level in (level, None)
    ]


def _of_element(framework: Framework, element: Element, level: str) -> list[Stop]:
    stops = _questions(framework, element, level)
    stops += [
        Stop(f"{element.id}/rating/{rating.id}", "rating", framework, element, rating=rating)
        for rating in framework.ratings
    ]
    return stops


def lay_out(
    framework: Framework,
    course: Sequence[Element],
    only: Collection[str] = (),
    level: str = "",
) -> tuple[Stop, ...]:
    """Every stop of a reflection on these elements, in order, the closing last.

    A framework without ratings is a short reflection for any day: its questions, then the closing.
    One with ratings has the whole ending after its last element: living it, my words, notes from
    coaching, one next step. Where ``only`` names questions by their ids, those are all of it. Where
    ``level`` is the id of one, the questions of other levels are left out; of a level that the
    framework does not have (any more), none is.
    """
    last = course[-1]
    level = level if level in (one.id for one in framework.levels) else ""
    if only:
        stops = [stop for element in course for stop in _questions(framework, element)]
        stops = [stop for stop in stops if stop.question and stop.question.id in only]
    else:
        stops = [stop for element in course for stop in _of_element(framework, element, level)]
    if framework.ratings and not only:
        ending: tuple[StopKind, ...] = ("examples", "words", "coaching", "step")
        stops += [Stop(f"{last.id}/{kind}", kind, framework, last) for kind in ending]
    stops.append(Stop("close", "close", framework, last))
    return tuple(stops)
