"""A moment: an instant and the place where it was, whatever machine looks at it."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from peercoach.journal.moment import Moment

_FIRST = int(datetime(1950, 1, 1, tzinfo=UTC).timestamp() * 1000)
_LAST = int(datetime(2100, 1, 1, tzinfo=UTC).timestamp() * 1000)


@given(st.integers(_FIRST, _LAST), st.integers(-12 * 60, 14 * 60))
def test_the_day_is_the_one_on_the_wall(utc_ms: int, offset: int) -> None:
    """For every instant and offset, before 1970 and on leap days, too."""
    moment = Moment(utc_ms, offset, "here")

    assert moment.day == moment.local().date()


def test_half_past_eleven_in_kathmandu() -> None:
    """Late there it is still that day, and early there it is that day already."""
    late = datetime(2026, 2, 28, 23, 30, tzinfo=UTC) - timedelta(minutes=345)
    early = datetime(2028, 2, 29, 0, 30, tzinfo=UTC) - timedelta(minutes=345)

    days = [Moment(int(one.timestamp() * 1000), 345, "+0545").day for one in (late, early)]

    assert days == [date(2026, 2, 28), date(2028, 2, 29)]
