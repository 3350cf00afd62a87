"""What can be asked, once it has been read: plain, frozen values that know no file and no YAML.

The keys of a file and the fields here have the same names (``break`` alone is ``is_break``). The
file format is described by :mod:`peercoach.frameworks.format`, and a test keeps the two together.
"""

from typing import Literal, TypeVar

import msgspec

FRAMEWORK_FORMAT = "peercoach/framework/1"
SESSION_FORMAT = "peercoach/session/1"

People = Literal["one", "two", "group"]
Speaks = Literal["everyone", "in-turn", "listened-to", "listener", "host", "no-one"]


class _Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What every value here has in common: it never changes, and takes no field it does not know.

    Defaults are left out when it is turned into plain data, so that a file which extends another
    can tell what was said from what was not.
    """


class Source(_Value, frozen=True, kw_only=True):
    """What a file draws on, and on what terms: the credit that travels with it."""

    title: str
    use: str
    publisher: str | None = None
    year: int | None = None
    url: str | None = None
    licence: str | None = None


class ScaleStep(_Value, frozen=True, kw_only=True):
    """One step of a rating: a number that sorts, and the words a person sees."""

    value: int
    label: str


class Rating(_Value, frozen=True, kw_only=True):
    """A question answered on a scale; steps stand in rising order of value."""

    id: str
    ask: str
    scale: tuple[ScaleStep, ...]


class Level(_Value, frozen=True, kw_only=True):
    """A level that a question may belong to."""

    id: str
    title: str


class Exposure(_Value, frozen=True, kw_only=True):
    """In a care framework, one way in which something may have touched a person (a tag)."""

    id: str
    title: str


class Step(_Value, frozen=True, kw_only=True):
    """One step of a framework's own walk, with the ids of the elements it visits, in order."""

    id: str
    title: str
    about: str | None = None
    minutes: int | None = None
    elements: tuple[str, ...] = ()


class Alignment(_Value, frozen=True, kw_only=True):
    """The element of another framework that this one lines up with; it may not be installed."""

    framework: str
    element: str


class Question(_Value, frozen=True, kw_only=True):
    """One question; its id never changes, its wording may."""

    id: str
    ask: str
    hint: str | None = None
    follow_ups: tuple[str, ...] = ()
    level: str | None = None
    tags: tuple[str, ...] = ()


class Element(_Value, frozen=True, kw_only=True):
    """One theme to reflect on: what it is, why, what it is not, and its questions in order."""

    id: str
    title: str
    questions: tuple[Question, ...]
    aligned_to: Alignment | None = None
    what_it_is: tuple[str, ...] = ()
    why_it_matters: str | None = None
    what_it_is_not: tuple[str, ...] = ()
    examples: str | None = None
    coach_prompts: tuple[str, ...] = ()
    minutes: int | None = None
    tags: tuple[str, ...] = ()

    def question(self, id: str) -> Question:
        """The question of this id; raises ``KeyError`` where there is none."""
        return _named(self.questions, id)


class Framework(_Value, frozen=True, kw_only=True):
    """A reflective framework: elements with their questions, and how each can be rated.

    ``minutes`` is how long it is meant to take; ``care`` asks for the door, the pacing and the
    support that frameworks.md lays down. ``extends`` names the framework that this one was built
    upon; its content is already in here.
    """

    id: str
    title: str
    version: str
    language: str
    about: str
    elements: tuple[Element, ...]
    care: bool = False
    sources: tuple[Source, ...] = ()
    reviewed_by: tuple[str, ...] = ()
    ratings: tuple[Rating, ...] = ()
    levels: tuple[Level, ...] = ()
    exposures: tuple[Exposure, ...] = ()
    steps: tuple[Step, ...] = ()
    minutes: int | None = None
    tags: tuple[str, ...] = ()
    extends: str | None = None

    def element(self, id: str) -> Element:
        """The element of this id; raises ``KeyError`` where there is none."""
        return _named(self.elements, id)

    def rating(self, id: str) -> Rating:
        """The rating of this id; raises ``KeyError`` where there is none."""
        return _named(self.ratings, id)

    def address(self, element: Element) -> str:
        """Where an element stands, as notes and commands name it: ``framework-id/element-id``."""
        return f"{self.id}/{element.id}"

    @property
    def question_count(self) -> int:
        """How many questions stand in all elements together."""
        return sum(len(element.questions) for element in self.elements)


class Principle(_Value, frozen=True, kw_only=True):
    """One thing an agreement starts from."""

    id: str
    title: str
    about: str | None = None


class Agreement(_Value, frozen=True, kw_only=True):
    """What people who meet agree on first: principles to start from, questions to settle."""

    principles: tuple[Principle, ...] = ()
    questions: tuple[Question, ...] = ()


class Approach(_Value, frozen=True, kw_only=True):
    """One way of talking that prompts can belong to, under a title that people choose by.

    The id may name the model that it learned from; only ``title`` and ``about`` are shown.
    """

    id: str
    title: str
    about: str | None = None


class Prompt(_Value, frozen=True, kw_only=True):
    """Something to ask in a conversation; ``heading`` and ``approach`` (an id) group prompts."""

    id: str
    ask: str
    hint: str | None = None
    heading: str | None = None
    approach: str | None = None


class Part(_Value, frozen=True, kw_only=True):
    """One part of a session. ``minutes`` is empty (untimed) or has one number a plan's length."""

    id: str
    title: str
    about: str | None = None
    minutes: tuple[int, ...] = ()
    speaks: Speaks = "everyone"
    prompts: tuple[Prompt, ...] = ()
    is_break: bool = msgspec.field(name="break", default=False)


class SessionPlan(_Value, frozen=True, kw_only=True):
    """How time together (or alone) is shaped.

    ``minutes`` holds each length that the plan comes in, in rising order: ``(60, 90)``.
    """

    id: str
    title: str
    version: str
    language: str
    about: str
    minutes: tuple[int, ...]
    parts: tuple[Part, ...]
    people: People = "two"
    second_sign_in: bool = False
    agreement: Agreement | None = None
    approaches: tuple[Approach, ...] = ()
    sources: tuple[Source, ...] = ()
    reviewed_by: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    extends: str | None = None

    def part(self, id: str) -> Part:
        """The part of this id; raises ``KeyError`` where there is none."""
        return _named(self.parts, id)


Document = Framework | SessionPlan


_Named = TypeVar("_Named", Question, Element, Rating, Part)


def _named(among: tuple[_Named, ...], id: str) -> _Named:
    for one in among:
        if one.id == id:
            return one
    raise KeyError(id)
