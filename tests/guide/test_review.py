"""A monthly review as something pure: from when on it looks, and what its note becomes."""

from datetime import date

import pytest

from peercoach import paths
from peercoach.frameworks.library import open_library
from peercoach.guide.reflect import Keep, Reflection, Step, TakeOut
from peercoach.guide.review import gathered, is_due, since
from peercoach.journal.records import Entry

LIBRARY = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("last", "today", "from_day"),
    [
        (None, date(2026, 3, 14), date(2026, 2, 14)),
        (None, date(2026, 3, 31), date(2026, 2, 28)),
        (None, date(2028, 3, 31), date(2028, 2, 29)),
        (None, date(2026, 1, 1), date(2025, 12, 1)),
        (date(2025, 11, 2), TODAY, date(2025, 11, 2)),
        (date(2027, 1, 1), TODAY, TODAY),  # the clock was set back
    ],
)
def test_it_looks_from_the_last_one_on(last: date | None, today: date, from_day: date) -> None:
    """From the day of the last one, else for a month, whatever lengths months have."""
    assert since(last, today) == from_day


@pytest.mark.parametrize(
    ("oldest", "asked", "due"),
    [
        (None, None, False),
        (date(2025, 4, 1), None, False),
        (date(2025, 3, 31), None, True),
        (date(2020, 1, 1), date(2025, 4, 1), False),
        (date(2020, 1, 1), date(2025, 3, 31), True),
        (date(2020, 1, 1), date(2027, 1, 1), False),
    ],
)
def test_once_a_year_it_asks_what_is_no_longer_needed(
    oldest: date | None, asked: date | None, due: bool
) -> None:
    """After a year of notes, and then not again for a year."""
    assert is_due(oldest, asked, TODAY) is due


class _Walk:
    """A walk that keeps what its steps say, as a journal would."""

    def __init__(self, id: str = "monthly-review") -> None:
        walk = LIBRARY.get(id)
        ids = iter(range(100, 200))
        self.at = Reflection.begin(walk, walk.elements, new_id=lambda: next(ids))
        self.kept: dict[int, Entry] = {}

    def take(self, step: Step) -> None:
        step = gathered(step, lambda id: self.kept[id].text if id in self.kept else None)
        for change in step.changes:
            if isinstance(change, TakeOut):
                del self.kept[change.id]
            elif isinstance(change.record, Entry):
                self.kept[change.id] = change.record
        self.at = step.after

    def write(self, *texts: str) -> None:
        for text in texts:
            self.take(self.at.next(text))


def test_all_that_was_written_becomes_one_note() -> None:
    """At the closing there is one note, and the thing to bring is marked; finishing adds none."""
    walk = _Walk()

    walk.write("The garden keeps coming back.", "", "How to say no to a third meeting.")

    assert walk.at.closing
    [note] = walk.kept.values()
    assert note.kind == "review"
    assert note.text == (
        "The garden keeps coming back.\n\n"
        "What is one thing to bring to coaching?\nHow to say no to a third meeting."
    )
    assert note.place.ask == "What do you notice?"
    assert [*walk.at.progress.bring] == ["bring/question/one-thing"]
    before = dict(walk.kept)
    walk.take(walk.at.finish())
    assert walk.kept == before


def test_enough_anywhere_makes_the_note_too() -> None:
    """What was written by then is the note, alone as it was typed; nothing is to bring."""
    walk = _Walk()

    walk.take(walk.at.enough("A quiet month."))

    assert [one.text for one in walk.kept.values()] == ["A quiet month."]
    assert [one.kind for one in walk.kept.values()] == ["review"]
    assert walk.at.progress.bring == {}


def test_nothing_written_is_no_note() -> None:
    """A review that was only looked through leaves nothing."""
    walk = _Walk()

    walk.write("", " ", "")

    assert walk.kept == {} and walk.at.closing


def test_going_back_after_the_closing_loses_no_word() -> None:
    """The note is there at each of its stops, can be written on, and what is added comes to it."""
    walk = _Walk()
    walk.write("The garden.", "", "The meeting.")

    walk.take(walk.at.jump("goals/question/has-moved"))
    walk.write("The allotment has a tap now.")
    note = next(iter(walk.kept.values()))
    walk.take(walk.at.skip(note.text))

    [note] = walk.kept.values()
    assert note.kind == "review"
    for word in ("The garden.", "The meeting.", "a tap now"):
        assert word in note.text
    walk.take(walk.at.jump("look/question/notice"))
    walk.take(walk.at.enough(""))
    assert walk.kept == {}


def test_no_other_walk_is_gathered() -> None:
    """What is written in a protected hour stays apart, each with its question."""
    walk = _Walk("protected-hour")

    walk.write("Cold feet.", "The rota.")
    walk.take(walk.at.enough("The garden."))

    assert [one.kind for one in walk.kept.values()] == ["answer"] * 3
    kinds = {stop.key: stop.kind for stop in walk.at.stops}
    assert kinds["pause/part"] == "part"
    keep = walk.at.back().changes
    assert not [one for one in keep if isinstance(one, Keep)]
