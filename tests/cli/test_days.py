"""Days as they are typed."""

from datetime import date

import pytest

from peercoach.cli.days import day, span
from peercoach.errors import UsedWrongly

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (None, None),
        ("2026-03-14", date(2026, 3, 14)),
        ("today", TODAY),
        (" Yesterday ", date(2026, 2, 28)),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_day(typed: str | None, found: date | None) -> None:
    """A day is a date, or one of two words."""
    assert day(typed, TODAY) == found


@pytest.mark.parametrize("typed", ["", "14 March", "2026-3-14", "2026-02-29", "tomorrow", "{x}"])
def test_no_day(typed: str) -> None:
    """Anything else is wrong use, and said with what was typed."""
    with pytest.raises(UsedWrongly) as caught:
        day(typed, TODAY)

    assert f"“{typed}”" in str(caught.value)


def test_span() -> None:
    """The first day may be the last one, and may not be after it."""
    assert span("today", "today", TODAY) == (TODAY, TODAY)
    with pytest.raises(UsedWrongly):
        span("today", "yesterday", TODAY)
