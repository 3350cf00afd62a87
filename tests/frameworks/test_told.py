"""A framework or a session plan, told whole."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from peercoach import paths
from peercoach.frameworks.library import open_library
from peercoach.frameworks.load import load
from peercoach.frameworks.model import Document, Element
from peercoach.frameworks.told import lines_of
from peercoach.words import frameworks_told as words
from tests.frameworks.documents import FULL, PLAN, SESSION, SMALL, framework, plan

LIBRARY = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
SHIPPED: list[Document] = [*LIBRARY.frameworks.values(), *LIBRARY.plans.values()]


def told(document: Document) -> str:
    return "\n".join(lines_of(document, lambda element: f"<{element.id}>"))


def texts(value: Any) -> Iterator[str]:
    """Every text and number that a document holds, but what is said in words of ours."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key not in ("speaks", "people", "framework", "element"):
                yield from texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)
    elif not isinstance(value, bool):
        yield str(value)


@pytest.mark.parametrize(
    "document", [load(FULL), load(SESSION), *SHIPPED], ids=lambda document: str(document.id)
)
def test_all_that_a_file_holds_is_told(document: Document) -> None:
    """No text of a file is left out: not a level, a step, an exposure, a part or a source."""
    said = told(document)

    missing = [text for text in texts(msgspec.to_builtins(document)) if text not in said]
    assert missing == []


def test_a_framework_says_what_it_lines_up_with() -> None:
    """An alignment has its title and its address."""
    said = told(load(FULL))

    assert "Lines up with: <meaning> (carrying-it-together/closing)" in said
    assert words.CARE in said


def test_a_plan_says_who_speaks_when() -> None:
    """Each part of a plan has its minutes by length, who speaks, and whether it is a break."""
    said = told(load(SESSION))

    assert "It comes in lengths of 60, 90 minutes." in said
    assert "Check in (check-in). Minutes: 5, 10. Each speaks in turn." in said
    assert "A break (pause). Minutes: 5, 10. No one has to speak. A break." in said
    assert "  Where to [grow]" in said
    assert words.SECOND_SIGN_IN in said


def test_what_is_not_there_is_not_told() -> None:
    """The smallest documents have no empty headings."""
    small, smallest = told(framework(SMALL)), told(plan(PLAN))

    headings = (words.LEVELS, words.STEPS, words.EXPOSURES, words.SOURCES, words.AGREED)
    for said in (small, smallest):
        assert not [heading for heading in headings if heading in said.splitlines()]
    assert "Who" not in smallest
    assert "Nobody with lived experience" in small


def test_reviewers_are_named() -> None:
    """Where somebody has reviewed it, their names stand in place of the line that nobody has."""
    said = told(load(FULL))

    assert "Reviewed by: Ife Arkwright, Sam O'Dell." in said
    assert "Nobody with lived experience" not in said


def test_titles_come_from_whoever_asks() -> None:
    """The title of what lines up is looked for once for each element that does."""
    asked: list[str] = []

    def title(element: Element) -> str:
        asked.append(element.id)
        return "Closing"

    list(lines_of(load(FULL), title))

    assert asked == ["meaning"]
