"""What is offered for ten minutes, thirty, and an hour."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from peercoach.frameworks.library import open_library
from peercoach.offers import OWN_HOUR
from peercoach.paths import shipped_frameworks
from peercoach.workspace import Workspace
from tests.journal.making import DAY, MARCH, Ticking, entry, framework, library, rated, workspace

QUESTIONS = 4
"""Questions of the two elements of the framework that these tests walk."""


@pytest.fixture
def clock() -> Ticking:
    return Ticking(MARCH, step=0)


@pytest.fixture
def notebook(tmp_path: Path, clock: Ticking) -> Iterator[Workspace]:
    made = workspace(tmp_path, clock=clock)
    yield made
    made.close()


def asked(notebook: Workspace, passed: int) -> tuple[str, str]:
    """The one question that ten minutes offer."""
    one = notebook.offers(10, passed)[0]
    assert one.id == "one"
    return one.address, one.question


def test_ten_minutes_are_one_question(notebook: Workspace) -> None:
    """One question, another if one likes, or the short ones."""
    found = notebook.offers(10)

    assert [one.id for one in found] == ["one", "another", "begin"]
    assert (found[0].title, found[0].address) == ("What about up of hills?", "walking/hills")
    assert found[0].detail == "One question, from Hills."
    assert found[2].address == "short"


def test_another_question_is_about_something_else(notebook: Workspace) -> None:
    """Passing over goes through every question once, by turns of the elements, then round again."""
    walked = [asked(notebook, passed) for passed in range(QUESTIONS)]

    assert walked[:2] == [("walking/hills", "up"), ("walking/shores", "tide")]
    assert len(set(walked)) == QUESTIONS
    assert asked(notebook, QUESTIONS) == walked[0]


def test_what_was_answered_comes_last(notebook: Workspace, clock: Ticking) -> None:
    """Questions never answered come first; then those answered longest ago."""
    for days, question, element in (
        (9, "up", "hills"),
        (20, "tide", "shores"),
        (3, "top", "hills"),
    ):
        clock.now = MARCH - days * DAY
        notebook.journal.add(entry("Said.", element=element, question=question))
    clock.now = MARCH

    walked = [asked(notebook, passed)[1] for passed in range(QUESTIONS)]

    assert walked == ["down", "tide", "up", "top"]


def test_thirty_minutes_offer_what_was_left_alone(notebook: Workspace, clock: Ticking) -> None:
    """The element never thought about comes before one of last week, and says so."""
    clock.now = MARCH - 40 * DAY
    notebook.journal.rate(rated(element="hills"))
    clock.now = MARCH

    found = notebook.offers(30)
    assert [(one.id, one.address) for one in found] == [
        ("begin", "walking/shores"),
        ("begin", "short"),
    ]
    assert found[0].detail.endswith("You have not been here yet.")

    notebook.journal.add(entry("The tide was out.", element="shores", question="tide"))

    again = notebook.offers(30)[0]
    assert again.address == "walking/hills"
    assert again.detail.endswith("You were last here in February.")


def test_thirty_minutes_go_on_with_what_waits(notebook: Workspace) -> None:
    """A reflection that waits comes first, with where one is in it."""
    conversation = notebook.begin("walking/hills")
    conversation.next("From the top.")

    first = notebook.offers(30)[0]

    assert (first.id, first.reflection) == ("continue", conversation.reflection.id)
    assert (first.title, first.detail) == ("Go on with Hills", "You are at question 2 of 3.")


def test_what_waits_at_no_question_says_where(notebook: Workspace) -> None:
    """At a stop that is no question its heading stands there."""
    conversation = notebook.begin("walking/hills")
    conversation.next("From the top.")
    conversation.jump("hills/words")

    assert notebook.offers(30)[0].detail == "You are at “My words”."


def test_an_hour_is_an_element_whole_and_looking_back(notebook: Workspace) -> None:
    """The element longest left alone to its end, then what was written about it."""
    found = notebook.offers(60)

    assert [(one.id, one.address) for one in found] == [
        ("begin", "walking/hills"),
        ("look_back", "walking/hills"),
    ]
    assert [one.title for one in found] == ["Hills, whole", "Look back at Hills"]


def test_nothing_that_asks_for_care_is_offered(tmp_path: Path) -> None:
    """Neither its elements nor its questions, and no short one of its kind."""
    shelf = library(framework("deep", care=True), framework("soft", rated=False, care=True))
    notebook = workspace(tmp_path, shelf=shelf)

    assert [notebook.offers(minutes) for minutes in (10, 30, 60)] == [[], [], []]


def test_only_short_ones_are_there(tmp_path: Path) -> None:
    """A library without rated elements still has something for any time."""
    notebook = workspace(tmp_path, shelf=library(framework("short", rated=False)))

    assert [[one.address for one in notebook.offers(minutes)] for minutes in (10, 30, 60)] == [
        ["short"],
        ["short"],
        ["short"],
    ]


def test_an_hour_begins_with_the_plan_for_it(tmp_path: Path, clock: Ticking) -> None:
    """Where the library has the plan for an hour of one's own, it is the first thing offered."""
    shelf = open_library(shipped=shipped_frameworks(), personal=None, extra=None)
    notebook = workspace(tmp_path, clock=clock, shelf=shelf)

    first, *others = notebook.offers(60)

    assert (first.id, first.address, first.title) == ("walk", OWN_HOUR, "My protected hour")
    assert [one.id for one in others] == ["begin", "look_back"]
    notebook.close()
