"""What Home joins up, as both interfaces are told it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from peercoach.coming import goes_on
from peercoach.journal.records import Entry, Goal
from peercoach.workspace import Workspace
from tests.journal.making import Ticking, workspace

DAY = 86_400_000


@pytest.fixture
def clock() -> Ticking:
    """A clock that stands still until it is moved: 14 March 2026."""
    return Ticking(step=0)


@pytest.fixture
def notebook(tmp_path: Path, clock: Ticking) -> Iterator[Workspace]:
    """A new notebook."""
    made = workspace(tmp_path, clock=clock)
    yield made
    made.close()


def _goal(notebook: Workspace, wish: str, look: str) -> int:
    return notebook.journal.add(Entry(kind="goal", text=wish, more=Goal(look=look))).id


def test_an_empty_notebook_has_nothing_coming(notebook: Workspace) -> None:
    """Home says nothing where nothing was asked for."""
    assert notebook.coming() == ()


def test_protected_time_comes_first_then_goals_whose_day_has_come(notebook: Workspace) -> None:
    """Two goals at most, the longest waiting first, each by the first line of its wish."""
    notebook.hours.keep(notebook.hours.understood("2 April 10:00"))
    _goal(notebook, "Later", "2026-03-15")
    third = _goal(notebook, "Third", "2026-03-13")
    first = _goal(notebook, "\nBand 6 by spring\nand a desk", "2026-01-02")
    _goal(notebook, "Not shown", "2026-03-14")

    found = notebook.coming()

    assert [(one.to, one.id) for one in found] == [("hours", 0), ("goal", first), ("goal", third)]
    assert found[0].text == "protected time, Thursday 2 April, 10:00"
    assert found[1].text == "a goal you asked to look at: “Band 6 by spring”"


def test_what_is_written_about_a_goal_goes_on_only_where_it_was_saved_last(
    notebook: Workspace, clock: Ticking
) -> None:
    """There is one thing to go on with: the last saved of all that waits."""
    walk = notebook.begin(notebook.element_lines()[0].address)
    walk.leave("The tea urn.", 4)
    clock.now += DAY
    writing = notebook.goals.make()
    writing.draft("Band 6", 6)

    newest = goes_on(notebook.unfinished(), notebook.goals.waiting())
    clock.now += DAY
    notebook.resume(notebook.unfinished()[0].reflection).leave("The tea urn, again.", 4)
    older = goes_on(notebook.unfinished(), notebook.goals.waiting())

    assert newest is not None and newest.text == "Band 6"
    assert older is None
