"""Dates and ages, less exact."""

from datetime import date

import pytest

from peercoach.sharing.generalise import general, shifted


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("14 March 2025", "a day in spring 2025"),
        ("Friday 14th of March", "a day in spring"),
        ("14/3/25", "a day in spring 2025"),
        ("2025-12-03", "a day in winter 2026"),
        ("3 January 2026", "a day in winter 2026"),
        ("June 2024", "summer 2024"),
        ("the third of October", "a day in autumn"),
        ("21st", "a day"),
        ("3 Sept '24", "a day in autumn 2024"),
    ],
)
def test_dates(text: str, label: str) -> None:
    """A date becomes its season; a winter is called by the year it ends in."""
    assert general("DATE", text) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("47", "40 to 49"),
        ("aged 40", "aged 40 to 49"),
        ("9", "under 10"),
        ("90", "90 or over"),
        ("103", "90 or over"),
        ("19-year-old", "10-to-19-year-old"),
        ("forty-two", "40 to 49"),
        ("sixteen", "10 to 19"),
    ],
)
def test_ages(text: str, label: str) -> None:
    """Ten years together, and all from ninety on."""
    assert general("AGE", text) == label


@pytest.mark.parametrize("days", [-400, -1, 0, 13, 400])
def test_shifted_dates_keep_their_gaps(days: int) -> None:
    """What lies between two dates is the same afterwards, whichever way each is written."""
    shift = shifted(days)

    moved = [shift("DATE", one) for one in ("14 March 2025", "3/4/25")]

    first, second = (_read(one) for one in moved)
    assert (second - first).days == 20
    assert (first - date(2025, 3, 14)).days == days


def test_a_shift_leaves_what_has_no_year_general() -> None:
    """A date without its year, or one beyond the calendar, is generalised."""
    assert shifted(5)("DATE", "14 March") == "a day in spring"
    assert shifted(5)("AGE", "47") == "40 to 49"
    assert shifted(10**9)("DATE", "14 March 2025") == "a day in spring 2025"


def _read(text: str) -> date:
    months = ["January", "February", "March", "April", "May", "June", "July", "August"]
    months += ["September", "October", "November", "December"]
    day, month, year = text.split()
    return date(int(year), months.index(month) + 1, int(day))
