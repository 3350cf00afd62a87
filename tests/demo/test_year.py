"""The invented year: who is in it, when it was, and that the program can really hold it."""

import re
import statistics
import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from peercoach import paths
from peercoach.demo.build import made
from peercoach.demo.writing import TimeTold, Writing
from peercoach.demo.year import Aim, Part, Sitting, Year, moment, read, unwrap
from peercoach.frameworks.library import Library, open_library
from peercoach.guide.review import REVIEW
from peercoach.journal.moment import Moment
from peercoach.journal.records import GOAL_WORDS, Entry, Progress, Rating
from peercoach.journal.written import Written
from peercoach.vault.kdf import SMALL
from peercoach.workspace import Workspace

LIBRARY: Library = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
YEAR = read()
DAY_MS = 86_400_000
LONGEST, A_PAGE, TWO_WORDS = 2_000, 900, 20

# In the middle of a sentence a capital makes a name, but for these.
NO_NAMES = {"I", "Four", "Nine", "Seven", "A"} | {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
}  # fmt: skip
SEASONS = (
    r"spring|summer|autumn|winter|christmas|easter|diwali|eid|new year|snow|frost|heatwave|"
    r"january|february|april|june|july|august|september|october|november|december"
)


def at(*when: int, offset: int = 0) -> Moment:
    """A moment on a wall ``offset`` minutes east."""
    local = datetime(*when, tzinfo=UTC) - timedelta(minutes=offset)  # type: ignore[arg-type, misc]
    return Moment(int(local.timestamp() * 1000), offset, "here")


PRESENT = at(2026, 3, 14, 14, 2)
PRESENTS = [
    PRESENT,
    at(2026, 3, 16, 0, 0),
    at(2028, 2, 29, 23, 59),
    at(2027, 1, 1, 0, 1, offset=60),
    at(2026, 7, 5, 12, 0, offset=-600),
]


def texts() -> dict[str, str]:
    """Every text of the year, by when and where."""
    found = {f"{note.when} {note.name}": note.text for note in YEAR.note}
    found |= {f"{edit.when} {edit.of}": edit.text for edit in YEAR.edit}
    found |= {
        f"{sitting.when} {at}": said for sitting in YEAR.sitting for at, said in words(sitting)
    }
    found |= {f"{aim.when} {at}": said for aim in YEAR.goal for at, said in aim.said.items()}
    found |= {f"{turn.when} {at}": said for turn in YEAR.turn for at, said in turn.said.items()}
    return found


def words(sitting: Sitting) -> list[tuple[str, str]]:
    """What was said in a sitting, but for ratings."""
    return [(at, said) for at, said in sitting.said.items() if isinstance(said, str)]


def only(**parts: tuple[Part, ...]) -> Year:
    """A year with nothing else in it."""
    names = ("sitting", "note", "edit", "delete", "goal", "turn", "done", "hour")
    every: dict[str, Any] = {**dict.fromkeys(names, ()), **parts}
    return Year(name="", people=(), places=(), **every)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The year in a notebook, opened at :data:`PRESENT`."""
    return made(tmp_path_factory.mktemp("demo") / "n.vault", LIBRARY, lambda: PRESENT)


# --- when ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("present", PRESENTS, ids=lambda one: one.iso())
def test_it_is_a_year_up_to_now(present: Moment) -> None:
    """On whatever day it is read, all of it is past, from less than a year to days ago."""
    ages = [(present.utc_ms - when.utc_ms) / DAY_MS for when, _ in YEAR.in_order(present)]

    assert all(0 < age < 366 for age in ages)
    assert ages == sorted(ages, reverse=True)
    assert max(ages) > 350
    assert min(ages) < 4


@pytest.mark.parametrize("present", PRESENTS, ids=lambda one: one.iso())
def test_a_weekday_stays_that_weekday(present: Moment) -> None:
    """Notes name weekdays, so a moment falls on its own, at its time on the wall."""
    when = moment("12 Thu 15:05", present).local()

    assert (when.strftime("%a"), when.hour, when.minute) == ("Thu", 15, 5)
    assert when.utcoffset() == timedelta(minutes=present.offset)


@pytest.mark.parametrize("when", ["0 Thu 15:05", "12 Thu", "12 Thursday 15:05", "12 Thu 25:00", ""])
def test_no_moment(when: str) -> None:
    """What is no moment is refused."""
    with pytest.raises(ValueError):
        moment(when, PRESENT)


def test_some_weeks_have_nothing() -> None:
    """Nobody writes every week: there is a gap of more than a month, and others of a fortnight."""
    days = sorted({when.utc_ms // DAY_MS for when, _ in YEAR.in_order(PRESENT)})
    gaps = [later - before for before, later in pairwise(days)]

    assert max(gaps) > 31
    assert sum(gap > 13 for gap in gaps) > 3


def test_line_breaks() -> None:
    """A line break in the file is a space, an empty line a paragraph."""
    assert unwrap("\nOne\ntwo.\n\nThree.\n") == "One two.\n\nThree."


# --- who and what --------------------------------------------------------------------------------


def test_every_name_is_on_the_list() -> None:
    """No one is named who is not among the invented, and no one is on the list for nothing."""
    listed = {word for name in (*YEAR.people, *YEAR.places) for word in name.split()}
    found = {
        name
        for text in texts().values()
        for name in re.findall(r"(?<=[a-z,] )([A-Z][A-Za-z]*)", text)
    }
    every = " ".join(texts().values())

    assert found - NO_NAMES <= listed
    assert [name for name in (*YEAR.people, *YEAR.places) if name not in every] == []


def test_texts_are_as_people_write() -> None:
    """Some are two words, some a page, and none is longer than one would read."""
    lengths = [len(text) for text in texts().values()]

    assert max(lengths) < LONGEST
    assert sum(length > A_PAGE for length in lengths) >= 1
    assert sum(length < TWO_WORDS for length in lengths) >= 1


def test_no_season_shows() -> None:
    """A year that always ends now can name no month and no season."""
    told = {at: re.findall(rf"(?i)\b({SEASONS})\b", text) for at, text in texts().items()}

    assert {at: words for at, words in told.items() if words} == {}


def test_nothing_is_sold() -> None:
    """Nobody in it speaks of the program, nor in exclamation marks."""
    told = " ".join(texts().values())

    assert re.findall(r"(?i)peercoach|\bapp\b|software|!", told) == []


# --- in the notebook -----------------------------------------------------------------------------


def _element(sitting: Sitting) -> str:
    return sitting.about if "/" in sitting.about else ""


def test_all_of_it_is_kept(work: Workspace) -> None:
    """Everything that was said stands in the journal, where it was said and when."""
    reviews = [one for one in YEAR.sitting if one.about == REVIEW]
    said = sum(len(one.said) for one in YEAR.sitting if one.about != REVIEW) + len(reviews)
    steps = sum("step" in one.said for one in YEAR.goal)
    turns = [one for one in YEAR.turn if one.task != "edit"]
    goals = len(YEAR.goal) + steps + len(turns)
    kept = work.journal.entries()

    # Of the sitting that is open, the last is a draft.
    assert len(kept) == said - 1 + len(YEAR.note) - len(YEAR.delete) + goals
    addresses = {f"{f.id}/{e.id}" for f in LIBRARY.frameworks.values() for e in f.elements}
    reviewed = {_address(note) for note in kept if note.record.kind == "review"}
    assert {_address(note) for note in kept} - {"", *reviewed} <= addresses
    assert work.notices == ()


def _address(note: Written) -> str:
    record = note.record
    return "" if isinstance(record, Progress) else record.place.address


def test_elements_are_visited_again(work: Workspace) -> None:
    """At least seven elements are thought about, several of them more than once."""
    visits = [_element(sitting) for sitting in YEAR.sitting if _element(sitting)]

    assert len(set(visits)) >= 7
    assert sum(visits.count(one) > 1 for one in set(visits)) >= 4
    assert max(visits.count(one) for one in visits) == 3


def test_ratings_move(work: Workspace) -> None:
    """Ratings are steps of their scale; they go up, and once down."""
    moved: dict[str, list[int]] = {}
    for note in reversed(work.journal.entries(kind="rating")):
        assert isinstance(note.record, Rating)
        framework, _ = LIBRARY.find(note.record.place.address)
        assert note.record.value in {step.value for step in framework.ratings[0].scale}
        moved.setdefault(note.record.place.address, []).append(note.record.value)
    steps = [after - before for one in moved.values() for before, after in pairwise(one)]

    assert sum(step > 0 for step in steps) >= 3
    assert sum(step < 0 for step in steps) == 1


def test_what_was_written_before_comes_back(work: Workspace) -> None:
    """The same question has been answered three times over the year, each time anew."""
    conversation = work.begin("peer-leadership/looking-after-each-other")
    while conversation.reflection.now.key != "looking-after-each-other/question/first-signs":
        conversation.skip()
    earlier = [one.record for one in conversation.earlier()]
    conversation.leave("", 0)

    assert len({one.text for one in earlier if isinstance(one, Entry)}) == 3


def test_one_waits_in_the_middle_of_a_word(work: Workspace) -> None:
    """One reflection is unfinished, at a question, with a sentence begun; others are closed."""
    (waiting,) = work.unfinished()
    states = {
        note.record.state
        for note in work.journal.reflections()
        if isinstance(note.record, Progress)
    }

    assert waiting.count == (4, 6)
    assert work.resume(waiting.reflection).text.endswith("feeding the")
    assert states == {"open", "enough", "finished"}


def test_one_was_written_again(work: Workspace) -> None:
    """One entry has an earlier version, from an earlier day."""
    (changed,) = [note for note in work.journal.entries(kind="words") if note.versions > 1]
    first, second = work.journal.versions(changed.id)

    assert isinstance(first.record, Entry) and isinstance(second.record, Entry)
    assert (first.record.kind, first.record.text) == ("words", first.record.text)
    assert first.record.text != second.record.text
    assert changed.changed is not None
    assert changed.changed.utc_ms - changed.when.utc_ms > 7 * DAY_MS


def test_one_is_for_the_next_conversation(work: Workspace) -> None:
    """One question is marked to be brought to the next conversation, and what a review asked."""
    marked = [
        note.record.bring
        for note in work.journal.reflections()
        if isinstance(note.record, Progress) and note.record.bring
    ]

    at = "sharing-the-movement/question/untold-story"
    review = {"bring/question/one-thing": "What is one thing to bring to coaching?"}
    assert marked == [review, {at: "Whose story of change hasn't been told yet?"}]


def test_two_reviews_are_notes(work: Workspace) -> None:
    """Two months were looked back over, and each became one note, with what moved in it."""
    newer, older = (one.record for one in work.journal.entries(kind="review"))

    assert isinstance(newer, Entry) and isinstance(older, Entry)
    assert "What is one thing to bring to coaching?" in newer.text
    assert "What is one thing to bring to coaching?" not in older.text


@pytest.mark.parametrize("present", PRESENTS[1:3], ids=lambda one: one.iso())
def test_one_goal_asks_to_be_looked_at(present: Moment, tmp_path: Path) -> None:
    """On whatever day it is read, one goal's day has come, and an hour is still to come."""
    here = made(tmp_path / "n.vault", LIBRARY, lambda: present)

    (asked,) = here.goals.asked_again(present.local().date())
    coming = here.hours.next()
    here.lock()

    assert asked.wish == "One rung up, and still a peer when I get there."
    assert coming is not None
    assert coming.end.timestamp() * 1000 > present.utc_ms


def test_goals_as_people_have_them(work: Workspace) -> None:
    """One for herself, told whole and looked at four times; for her people; one became another."""
    later, walk, rung = work.goals.open()
    (closed,) = work.goals.closed()
    began = work.goals.origin(walk)

    assert (rung.goal.area, len(rung.steps)) == ("career", 3)
    assert [one.step.step_state for one in rung.steps] == ["done", "done", ""]
    assert [one.check.stands for one in rung.checks] == [-2, -1, -2, 0]
    assert all(getattr(rung.goal, name) for name in GOAL_WORDS)
    assert (later.goal.area, len(later.checks)) == ("community", 2)
    assert (closed.goal.goal_state, closed.goal.became) == ("changed", later.id)
    assert closed.goal.closing
    assert began is not None and began.record.kind == "step"
    assert began.when.utc_ms < walk.when.utc_ms


def test_hers_is_an_hour_each_month(work: Workspace) -> None:
    """Protected time comes round each month, in the words in which she chose it."""
    chosen = work.hours.chosen

    assert chosen is not None
    assert work.hours.repeats(chosen) == "the first Thursday of each month"


def test_nothing_is_put_into_heal(work: Workspace) -> None:
    """What someone carries is theirs to put there: the demo has no word in it."""
    assert work.heal.kept() == []
    assert work.heal.waiting() == []


def test_one_was_deleted(work: Workspace) -> None:
    """One note is deleted, and can be brought back for some days more."""
    (gone,) = work.journal.deleted()

    assert isinstance(gone.note.record, Entry)
    assert gone.note.record.text.startswith("Cross.")
    assert 0 < gone.days_left < 30


def test_the_same_again(work: Workspace, tmp_path: Path) -> None:
    """With the same clock it is the same year, to the minute."""
    again = made(tmp_path / "n.vault", LIBRARY, lambda: PRESENT)

    def told(work: Workspace) -> list[tuple[object, ...]]:
        return [(note.when, note.record.kind, _address(note)) for note in work.journal.entries()]

    assert told(again) == told(work)
    again.lock()


def test_afterwards_the_clock_tells_the_present(work: Workspace) -> None:
    """What is written by whoever looks around is written now."""
    written = work.journal.add(Entry(kind="note", text="Here."))

    assert written.when == PRESENT
    work.journal.commit({}, [written.id])


@pytest.mark.bench
def test_it_is_made_quickly(tmp_path: Path) -> None:
    """A notebook with the year in it takes no longer than four empty ones, taken in turns."""
    full: list[float] = []
    empty: list[float] = []

    for turn in range(3):
        began = time.perf_counter()
        Workspace.create(
            tmp_path / f"{turn}.vault", "biscuits and tea", library=LIBRARY, profile=SMALL
        ).lock()
        empty.append(time.perf_counter() - began)
        began = time.perf_counter()
        made(tmp_path / f"{turn}-year.vault", LIBRARY, lambda: PRESENT).lock()
        full.append(time.perf_counter() - began)

    assert statistics.median(full) <= 4 * statistics.median(empty)


def test_what_is_not_asked_can_not_be_answered(tmp_path: Path) -> None:
    """A slip in the file is an error, not a note that goes missing."""
    slip = Sitting(when="1 Mon 10:00", about="what-so-what-now-what", said={"no-such": "x"})
    unasked = Aim(when="1 Mon 10:00", name="tea", said={"wish": "Tea.", "day": "tomorrow"})
    clock = TimeTold(lambda: PRESENT)
    work = Workspace.create(
        tmp_path / "n.vault", "biscuits and tea", library=LIBRARY, clock=clock, profile=SMALL
    )

    with pytest.raises(KeyError):
        Writing(work, clock).write(only(sitting=(slip,)))
    with pytest.raises(KeyError):
        Writing(work, clock).write(only(goal=(unasked,)))
    work.lock()
