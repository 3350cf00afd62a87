"""What was written long ago and comes back for a day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from peercoach.journal.records import ENTRY_KINDS, EntryKind
from peercoach.memories import LEAST_CHARACTERS, MOST_CHARACTERS, memory, shortened
from peercoach.words.memories import heading
from peercoach.workspace import Workspace
from tests.journal.making import DAY, MARCH, Ticking, entry, rated, workspace

TODAY = datetime.fromtimestamp(MARCH / 1000, tz=UTC).date()


@pytest.fixture
def clock() -> Ticking:
    return Ticking(MARCH, step=0)


@pytest.fixture
def notebook(tmp_path: Path, clock: Ticking) -> Iterator[Workspace]:
    made = workspace(tmp_path, clock=clock)
    yield made
    made.close()


def write(notebook: Workspace, clock: Ticking, text: str, days: int, kind: str = "answer") -> int:
    """Keep an entry as if it had been written so many days ago."""
    assert kind in ENTRY_KINDS
    clock.now = MARCH - days * DAY
    chosen: EntryKind = kind
    written = notebook.journal.add(entry(text, kind=chosen))
    clock.now = MARCH
    return written.id


def test_nothing_young_comes_back(notebook: Workspace, clock: Ticking) -> None:
    """A note of 27 days ago is left in peace; one of 28 days comes back."""
    write(notebook, clock, "Too near to be a memory.", 27)
    assert memory(notebook.journal, TODAY) is None

    id = write(notebook, clock, "The kettle was on when she came.", 28)

    found = memory(notebook.journal, TODAY)
    assert found is not None
    assert (found.id, found.text) == (id, "The kettle was on when she came.")
    assert found.heading == "In February you wrote"


def test_the_same_all_day_and_another_the_next(notebook: Workspace, clock: Ticking) -> None:
    """Asked again and again in a day it is one; over two months no two days after another agree."""
    for number in range(7):
        write(notebook, clock, f"Something worth keeping, number {number}.", 400 - number)

    days = [TODAY + timedelta(days=day) for day in range(60)]
    found = [memory(notebook.journal, day) for day in days]
    again = [memory(notebook.journal, day) for day in days]

    ids = [one.id for one in found if one is not None]
    assert found == again
    assert len(ids) == 60
    assert all(one != next_one for one, next_one in pairwise(ids))
    assert len(set(ids)) == 7


def test_what_never_comes_back(notebook: Workspace, clock: Ticking) -> None:
    """No rating, no next step, nothing from a conversation, and no line that says nothing."""
    write(notebook, clock, "Ask about the room for May.", 90, kind="step")
    write(notebook, clock, "She said I look at the floor.", 90, kind="coaching")
    write(notebook, clock, "x" * (LEAST_CHARACTERS - 1), 90)
    clock.now = MARCH - 90 * DAY
    notebook.journal.rate(rated(label="We do this all the time"))
    clock.now = MARCH

    assert all(memory(notebook.journal, TODAY + timedelta(days=day)) is None for day in range(4))


@pytest.mark.parametrize("kind", ["answer", "note", "example", "words"])
def test_what_may_come_back(notebook: Workspace, clock: Ticking, kind: str) -> None:
    """Answers, notes, examples of living it and one's own words do."""
    write(notebook, clock, "The kettle was on when she came.", 90, kind=kind)

    assert memory(notebook.journal, TODAY) is not None


def test_the_first_line_that_says_something(notebook: Workspace, clock: Ticking) -> None:
    """A heading of two words is passed over for the line below it."""
    write(notebook, clock, "Tuesday\n\n  She put her pen down   and asked.\nThen more.", 90)

    found = memory(notebook.journal, TODAY)

    assert found is not None
    assert found.text == "She put her pen down and asked."


def test_a_long_line_ends_between_words() -> None:
    """It is cut after a whole word, and says that it goes on."""
    line = "We talked about the allotment, and about how the ward had been, " * 3

    short = shortened(line)

    assert len(short) <= MOST_CHARACTERS
    assert short.endswith("…")
    assert line.startswith(short[:-1])
    assert line[len(short) - 1] in " ,"
    assert shortened("x" * 300) == "x" * (MOST_CHARACTERS - 1) + "…"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (date(2026, 2, 3), "In February you wrote"),
        (date(2025, 12, 2), "In December you wrote"),
        (date(2025, 4, 1), "In April you wrote"),
        (date(2025, 3, 14), "In March last year you wrote"),
        (date(2025, 2, 1), "In February last year you wrote"),
        (date(2024, 12, 31), "In December 2024 you wrote"),
        (date(2026, 3, 1), "Early this month you wrote"),
    ],
)
def test_months_in_words(when: date, said: str) -> None:
    """The month alone while it can be only one; then "last year", then its year."""
    assert heading(when, date(2026, 3, 29)) == said


def test_what_was_deleted_does_not_come_back(notebook: Workspace, clock: Ticking) -> None:
    """Taken out of the journal, it is no memory any more."""
    id = write(notebook, clock, "The kettle was on when she came.", 90)

    notebook.journal.commit({}, [id])

    assert memory(notebook.journal, TODAY) is None
