"""A year on one page: which days belong to it, what stands in a month, and nothing that counts."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
import pytest

from peercoach.pictures import told
from peercoach.pictures.sources import Rated, Said
from peercoach.pictures.year import MOST, Also, Span, last_twelve, spans, year
from peercoach.words import pictures as words
from tests.pictures.invented import PRACTICE, WEIGHT, at, rated, said, shelf, walking

TODAY = date(2026, 3, 14)
IN_2025 = Span("2025", "2025", date(2025, 1, 1), date(2025, 12, 31))


def parts(
    entries: Sequence[Said], chosen: Sequence[Rated], also: Iterable[Also], span: Span = IN_2025
) -> dict[str, dict[str, tuple[str, ...]]]:
    """The page of a year, as months and headings."""
    found = year(entries, chosen, also, shelf(), span)
    return {month.heading: dict(month.parts) for month in found.months}


def test_what_stands_in_a_month() -> None:
    """Elements once each as they came, what was chosen anew, next steps, my words."""
    entries = [
        said(at(2025, 2, 1), "One.", element="shores", question="tide"),
        said(at(2025, 2, 3), "Two."),
        said(at(2025, 2, 3), "Three.", question="top"),
        said(at(2025, 2, 3), "Ask Sam\nabout the bus.", kind="step"),
        said(at(2025, 2, 4), "We ask for a chair.", kind="words"),
        said(at(2025, 5, 4), "A note.", kind="note"),
    ]
    chosen = [rated(at(2024, 2, 3), 1), rated(at(2025, 2, 3), 3), rated(at(2025, 5, 3), 3)]

    assert parts(entries, chosen, ()) == {
        "February 2025": {
            words.THOUGHT: ("Shores", "Hills"),
            words.CHANGED: ("Hills, from very little to all the time",),
            words.STEPS: ("Ask Sam about the bus.",),
            words.WORDS: ("We ask for a chair.",),
        },
        "May 2025": {words.THOUGHT: ("Hills",)},
    }


def test_a_first_choice_is_nothing_chosen_anew() -> None:
    """Nor is the same again, nor the same in other words."""
    chosen = [
        rated(at(2025, 1, 1), 2),
        rated(at(2025, 2, 1), 2),
        rated(at(2025, 3, 1), 2, label="Weithiau"),
    ]

    assert all(words.CHANGED not in month for month in parts([], chosen, ()).values())


def test_of_two_ratings_it_is_said_which_one() -> None:
    """Where a framework asks for two, the line has what was asked."""
    chosen = [rated(at(2025, 1, 1), 0, of=WEIGHT), rated(at(2025, 2, 1), 1, of=WEIGHT)]
    found = year([], chosen, (), shelf(walking(PRACTICE, WEIGHT)), IN_2025)

    assert dict(found.months[1].parts)[words.CHANGED] == (
        "Hills. How much does it matter? From A little to Very much",
    )


def test_a_short_reflection_goes_by_its_own_name() -> None:
    """ "Three short questions" says more than "So what?"."""
    short = msgspec.structs.replace(walking(id="short"), ratings=())
    notes = [said(at(2025, 1, 1), "One.", of="short")]

    found = year(notes, [], (), shelf(walking(), short), IN_2025)

    assert dict(found.months[0].parts)[words.THOUGHT] == ("Short",)


def test_other_rooms_hand_in_lines_of_their_own() -> None:
    """They stand below the rest, under the heading that they bring."""
    also = [
        Also(at(2025, 4, 1), "Goals", "Looked at: Band 6 by May"),
        Also(at(2025, 4, 2), "Goals", "x" * 500),
        Also(at(2024, 4, 1), "Goals", "Another year"),
    ]

    found = parts([said(at(2025, 4, 1), "One.")], [], also)

    (month,) = found.values()
    assert list(month) == [words.THOUGHT, "Goals"]
    assert month["Goals"][0] == "Looked at: Band 6 by May"
    assert len(month["Goals"][1]) == MOST
    assert parts([], [], also)["April 2025"] == {"Goals": month["Goals"]}


def test_a_day_is_the_day_it_was_there() -> None:
    """Half past eleven on New Year's Eve in Kathmandu is of that year, wherever it is read."""
    late = said(at(2024, 12, 31, 23, 30, offset=345), "Late.")
    early = said(at(2025, 12, 31, 23, 30, offset=-480), "It was the next year in Greenwich.")
    morning = said(at(2026, 1, 1, 0, 30, offset=345), "It was the year before in Greenwich.")

    assert list(parts([late, early, morning], [], ())) == ["December 2025"]
    assert [one.title for one in spans([late, early, morning], [], (), TODAY)] == [
        words.LAST_TWELVE,
        "2026",
        "2025",
        "2024",
    ]


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 3, 14), date(2025, 3, 15)),
        (date(2028, 2, 29), date(2027, 3, 1)),
        (date(2029, 2, 28), date(2028, 2, 29)),
        (date(2027, 12, 31), date(2027, 1, 1)),
    ],
)
def test_the_last_twelve_months(today: date, first: date) -> None:
    """They begin on the day after this one of last year, in leap years too."""
    span = last_twelve(today)

    assert span.first == first
    assert span.holds(today) and not span.holds(date.fromordinal(first.toordinal() - 1))


def test_a_clock_that_was_set_back_hides_nothing() -> None:
    """What was written while it ran ahead is on the page, in the month it said then."""
    ahead = said(at(2026, 7, 1), "Written in July, says the clock.")

    assert list(parts([ahead], [], (), span=last_twelve(TODAY))) == ["July 2026"]


def test_an_empty_year_and_an_empty_notebook() -> None:
    """There is always a page to look at, and it may have nothing on it."""
    assert spans([], [], (), TODAY) == [last_twelve(TODAY)]
    assert parts([], [], ()) == {}
    assert told.of_year(year([], [], (), shelf(), IN_2025)) == []


def test_nothing_is_counted() -> None:
    """A full year of notes is told without a figure but the year's own, and without its gaps."""
    entries = [
        said(at(2025, month, day), "Said.", element=element, question=question)
        for month in (1, 2, 5, 11)
        for day in (1, 8, 15)
        for element, question in (("hills", "up"), ("shores", "tide"))
    ]
    chosen = [rated(at(2025, month, 1), 1 + month % 3) for month in (1, 2, 5, 11)]

    page = told.of_year(year(entries, chosen, (), shelf(), IN_2025))

    text = " ".join(" ".join([heading, *lines]) for heading, lines in page)
    assert [heading for heading, _ in page] == [
        "January 2025",
        "February 2025",
        "May 2025",
        "November 2025",
    ]
    assert set(re.findall(r"\d+", text)) == {"2025"}
