"""Protected time of a notebook: choosing it, moving one, and what Home says of it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from peercoach.errors import EmptyCalendar, WhenNotUnderstood
from peercoach.hours import Hours, LookBackDate
from peercoach.journal.hours import CalendarMark, ProtectedTime
from peercoach.journal.records import Entry
from peercoach.workspace import Workspace
from tests.tui.stage import Stage

SENTINEL = "the heron by the lock gate"


class Sitting:
    """One notebook, whose clock and place can be moved."""

    def __init__(self, folder: Path) -> None:
        self.stage = Stage(folder)
        self.work: Workspace = self.stage.create()
        self.at = "Europe/London"
        self.days: tuple[LookBackDate, ...] = ()

    @property
    def hours(self) -> Hours:
        return Hours(
            self.work.journal,
            place=lambda: self.at,
            look_backs=lambda: self.days,
            random=lambda count: "ab" * count,
        )

    def choose(self, typed: str) -> None:
        self.hours.keep(self.hours.understood(typed))

    def again(self) -> None:
        """Lock the notebook and open it again."""
        self.work.lock()
        self.work = self.stage.open()
        self.work.prepare()


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path)


def _coming(hours: Hours) -> list[str]:
    return [f"{one.said} {one.state}".strip() for one in hours.coming(3)]


def test_a_day_and_a_time_come_round_each_month(sitting: Sitting) -> None:
    """What is typed is said back whole, is kept, and stands there when one comes again."""
    hour = sitting.hours.understood("2 April 10:00")

    said = sitting.hours.said(hour)
    assert said == ("Thursday 2 April, 10:00 to 11:00. Then the first Thursday of each month.")
    assert sitting.hours.next() is None and sitting.hours.next_line == ""

    sitting.hours.keep(hour)
    sitting.again()

    assert sitting.hours.next_line == "protected time, Thursday 2 April, 10:00"
    assert _coming(sitting.hours) == [
        "Thursday 2 April, 10:00",
        "Thursday 7 May, 10:00",
        "Thursday 4 June, 10:00",
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("every thursday 10:00", "Thursday 19 March, 10:00 to 11:00. Then every Thursday."),
        ("2 weekly", ""),
        ("every 2 weeks friday 2pm", "Friday 20 March, 14:00 to 15:00. Then Friday every 2 weeks."),
        ("15th 9.00 for 90 minutes",
         "Sunday 15 March, 9:00 to 10:30. Then the 15th of each month."),
        ("31st 10:00", "Tuesday 31 March, 10:00 to 11:00. Then the last day of each month."),
        ("30th 10:00",
         "Monday 30 March, 10:00 to 11:00. Then the 30th of each month, or its last day."),
        ("once on 3 january 10:00", "Sunday 3 January 2027, 10:00 to 11:00. Only this once."),
    ],
)  # fmt: skip
def test_how_it_comes_round_is_said_plainly(sitting: Sitting, typed: str, said: str) -> None:
    """Each way of coming round has its own plain words."""
    if not said:
        with pytest.raises(WhenNotUnderstood):
            sitting.hours.understood(typed)
        return

    assert sitting.hours.said(sitting.hours.understood(typed)) == said


def test_the_same_day_can_come_round_in_other_ways(sitting: Sitting) -> None:
    """Beside what was understood stand the other ways, each to be taken."""
    hour = sitting.hours.understood("2 April 10:00")

    ways = [sitting.hours.repeats(one) for one in sitting.hours.other_ways(hour)]

    assert ways == ["the 2nd of each month", "only this once", "Thursday every 4 weeks"]
    weekly = sitting.hours.understood("every thursday 10:00")
    assert len(sitting.hours.other_ways(weekly)) == 3


def test_one_can_be_moved_left_out_and_put_back(sitting: Sitting) -> None:
    """A single one changes, the others stay, and it is taken back as easily."""
    sitting.choose("first Thursday 10:00")
    april, may = date(2026, 4, 2), date(2026, 5, 7)

    sitting.hours.move(april, "9 April 11:00")
    sitting.hours.leave_out(may)
    sitting.again()

    assert sitting.hours.next_line == "protected time, Thursday 9 April, 11:00"
    assert _coming(sitting.hours) == [
        "Thursday 9 April, 11:00 moved",
        "Thursday 7 May, 10:00 left out",
        "Thursday 4 June, 10:00",
    ]
    sitting.hours.leave_out(april)
    found = sitting.hours.next()
    assert found is not None and found.day == date(2026, 6, 4)
    sitting.hours.put_back(april)
    sitting.hours.put_back(may)
    assert _coming(sitting.hours)[0] == "Thursday 2 April, 10:00"


def test_nothing_is_ever_overdue(sitting: Sitting) -> None:
    """One that passed is not told of; one that runs now is the next one still."""
    sitting.choose("first Thursday 10:00")

    sitting.stage.clock.to(2026, 4, 2, 9, 30)  # half past ten, by British Summer Time
    running = sitting.hours.next_line
    sitting.stage.clock.to(2026, 4, 2, 10, 1)

    assert running == "protected time, Thursday 2 April, 10:00"
    assert sitting.hours.next_line == "protected time, Thursday 7 May, 10:00"


def test_a_clock_set_back_and_another_place_change_nothing_that_was_meant(
    sitting: Sitting,
) -> None:
    """Ten in London stays that through every change; elsewhere it is said by the clock there."""
    sitting.choose("first Thursday 10:00")

    sitting.stage.clock.to(2024, 1, 1)
    back = sitting.hours.next()
    sitting.stage.clock.to(2026, 11, 1)
    winter = sitting.hours.next()
    sitting.at = "America/New_York"

    assert back is not None and back.day == date(2026, 4, 2)
    assert winter is not None
    assert winter.start.astimezone(UTC) == datetime(2026, 11, 5, 10, tzinfo=UTC)
    assert sitting.hours.next_line == "protected time, Thursday 5 November, 5:00"
    chosen = sitting.hours.chosen
    assert chosen is not None and sitting.hours.said(chosen).endswith(
        "The time is by the clock in London; here it is Thursday 5 November, 5:00."
    )


def test_it_can_be_stopped_and_chosen_anew(sitting: Sitting) -> None:
    """After stopping there is none, and nothing of it is said; another can be chosen at once."""
    sitting.choose("first Thursday 10:00")
    sitting.hours.move(date(2026, 4, 2), "20 June 10:00")

    sitting.hours.stop()

    assert sitting.hours.chosen is None and sitting.hours.next_line == ""
    assert sitting.hours.coming() == []
    sitting.hours.stop()
    for change in (sitting.hours.leave_out, sitting.hours.put_back):
        change(date(2026, 4, 2))
    sitting.hours.move(date(2026, 4, 2), "9 April 10:00")
    assert sitting.hours.chosen is None
    sitting.choose("every friday 9:00")
    assert sitting.hours.next_line == "protected time, Friday 20 March, 9:00"
    assert len(sitting.work.journal.things(ProtectedTime.kind)) == 1


@pytest.mark.parametrize(
    "broken",
    [
        ProtectedTime(first="soon"),
        ProtectedTime(first="2026-04-02", at="ten"),
        ProtectedTime(first="2026-04-02", day=0, repeat="date"),
        ProtectedTime(first="2026-04-02", nth=9),
        ProtectedTime(first="2026-04-02", moved={"x": "y"}),
        ProtectedTime(first="2026-04-02", minutes=0),
    ],
    ids=["first", "at", "day", "nth", "moved", "minutes"],
)
def test_what_another_program_wrote_badly_is_no_time(
    sitting: Sitting, broken: ProtectedTime
) -> None:
    """What can't be read as a time does no harm; what was chosen before it still stands."""
    journal = sitting.work.journal
    journal.commit({journal.new_id(): broken})

    assert sitting.hours.chosen is None
    sitting.choose("first Thursday 10:00")
    assert sitting.hours.next_line != ""


def test_a_zone_that_this_computer_does_not_know_is_read_as_home(sitting: Sitting) -> None:
    """A name that no list of zones has is taken for the time in London."""
    journal = sitting.work.journal
    hour = ProtectedTime(first="2026-07-02", zone="Moon/Tranquility")
    journal.commit({journal.new_id(): hour})

    found = sitting.hours.next()

    assert found is not None and found.start.astimezone(UTC).hour == 9


def test_the_calendar_holds_no_word_of_a_note(sitting: Sitting) -> None:
    """Dates stand in it, and nothing that was written; the same notebook gives the same names."""
    sitting.work.journal.add(Entry(kind="note", text=SENTINEL))
    with pytest.raises(EmptyCalendar):
        sitting.hours.calendar()
    sitting.choose("first Thursday 10:00")
    sitting.days = (LookBackDate(77, date(2026, 6, 1), 2),)

    content = sitting.hours.calendar().decode()
    sitting.again()
    again = sitting.hours.calendar().decode()

    assert "heron" not in content and SENTINEL not in content
    assert content == again
    assert content.count("BEGIN:VEVENT") == 2
    assert "SUMMARY:Protected time" in content and "SUMMARY:A goal to look at" in content
    assert "SUMMARY:Busy" in sitting.hours.calendar(neutral=True).decode()


def test_two_copies_that_each_made_a_mark_agree_on_the_first(sitting: Sitting) -> None:
    """After two copies come together the names of entries are those that were made first."""
    sitting.choose("first Thursday 10:00")
    before = sitting.hours.calendar()
    journal = sitting.work.journal
    sitting.stage.clock.to(2026, 3, 15)
    journal.commit({journal.new_id(): CalendarMark(token="later")})
    sitting.stage.clock.to(2026, 3, 14, 14, 2)

    assert sitting.hours.calendar() == before


def test_the_last_screen_says_the_day_of_the_next_one(sitting: Sitting) -> None:
    """ "Next: 2 April." once one is chosen, today's by that word, and nothing after a lock."""
    before = sitting.work.last_line
    sitting.choose("2 April 10:00")
    chosen = sitting.work.last_line
    sitting.stage.clock.to(2026, 4, 2, 8)
    on_the_day = sitting.work.last_line
    sitting.work.lock()

    assert (before, chosen, on_the_day) == ("", "Next: 2 April.", "Next: today.")
    assert sitting.work.last_line == ""
