"""What stands on a worksheet, before it is Markdown, HTML or a document of a word processor.

The three writers say the same in the same order, since all of it is settled here. Texts of the
framework are in the framework's language; labels are ours, in ``words.worksheet.LANGUAGE``.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from peercoach.frameworks.model import Element, Framework, Level, Question
from peercoach.words import support
from peercoach.words import worksheet as words

LINES = 6
"""Ruled lines under a question; on a large sheet lines are wider, so that there is as much room."""
FEW_LINES = 2


@dataclass(frozen=True, kw_only=True)
class Ask:
    """A question with its number on the sheet."""

    number: int
    question: Question


@dataclass(frozen=True, kw_only=True)
class AskGroup:
    """Questions of one level, in order; ``level`` is empty where they have none."""

    level: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True, kw_only=True)
class Page:
    """One element. ``address`` is what commands call it; empty in care frameworks."""

    element: Element
    groups: tuple[AskGroup, ...]
    address: str


@dataclass(frozen=True, kw_only=True)
class Door:
    """What stands before the questions of a care framework."""

    lines: tuple[str, ...]
    support: tuple[support.Section, ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A whole worksheet.

    ``example`` is a command that types an answer in, by the pieces that are not parted at the end
    of a line; empty in care frameworks.
    """

    framework: Framework
    pages: tuple[Page, ...]
    large: bool
    door: Door | None
    example: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def foreign(self) -> bool:
        """Whether the framework is in another language than our labels."""
        return self.framework.language != words.LANGUAGE


def make_sheet(
    framework: Framework,
    *,
    elements: Iterable[Element] = (),
    large: bool = False,
    region: str = "",
) -> Sheet:
    """The worksheet of a framework, or of some of its elements.

    A care framework's begins with the door and with people to call, those of ``region``
    (:data:`peercoach.words.support.REGIONS`), and names no command: what is heavy is not typed into
    a shell.
    """
    chosen = tuple(elements) or _walked(framework)
    pages = tuple(_page(framework, element) for element in chosen)
    return Sheet(
        framework=framework,
        pages=pages,
        example=_example(pages),
        large=large,
        door=_door(framework, region) if framework.care else None,
        sources=tuple(
            words.source(one.title, one.publisher, one.year, one.use) for one in framework.sources
        ),
    )


def _walked(framework: Framework) -> tuple[Element, ...]:
    """Its elements in the order of its own steps, then those that no step visits."""
    visited = [id for step in framework.steps for id in step.elements]
    ids = dict.fromkeys((*visited, *(one.id for one in framework.elements)))
    return tuple(framework.element(id) for id in ids)


def _page(framework: Framework, element: Element) -> Page:
    titles = [*framework.levels, Level(id="", title="")]
    by_level: dict[str, list[Question]] = {level.id: [] for level in titles}
    for question in element.questions:
        by_level[question.level or ""].append(question)
    groups, number = [], 0
    for level in titles:
        asks = []
        for question in by_level[level.id]:
            number += 1
            asks.append(Ask(number=number, question=question))
        if asks:
            groups.append(AskGroup(level=level.title, asks=tuple(asks)))
    address = "" if framework.care else framework.address(element)
    return Page(element=element, groups=tuple(groups), address=address)


def _example(pages: tuple[Page, ...]) -> tuple[str, ...]:
    page = pages[0]
    if not page.address:
        return ()
    question = page.groups[0].asks[0].question
    return (words.TYPE_IN_COMMAND, f"--element {page.address}", f"--question {question.id}")


def _door(framework: Framework, region: str) -> Door:
    return Door(
        lines=(
            words.DOOR_WHAT,
            words.DOOR_MINUTES.format(minutes=framework.minutes),
            words.DOOR_ALONE,
        ),
        support=tuple(support.sections(region)),
    )
