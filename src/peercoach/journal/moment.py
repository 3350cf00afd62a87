"""When something was written: an instant, and what the clock on the wall said there."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import msgspec

_DAY_MS = 86_400_000
_EPOCH = date(1970, 1, 1).toordinal()


class Moment(msgspec.Struct, frozen=True, gc=False):
    """An instant as UTC milliseconds, with the offset (minutes east) and zone name of that place.

    Both are kept because an instant alone can't say whether "14:02" was an afternoon.
    """

    utc_ms: int
    offset: int
    zone: str

    def local(self) -> datetime:
        """The date and time as the clock on the wall showed it then."""
        place = timezone(timedelta(minutes=self.offset))
        return datetime.fromtimestamp(self.utc_ms / 1000, tz=UTC).astimezone(place)

    @property
    def day(self) -> date:
        """The date of :meth:`local`, worked out quickly, since pictures ask for thousands."""
        return date.fromordinal(_EPOCH + (self.utc_ms + self.offset * 60_000) // _DAY_MS)

    def iso(self) -> str:
        """ISO 8601 with offset, to the second: ``2026-03-14T14:02:09+00:00``."""
        return self.local().isoformat(timespec="seconds")


Clock = Callable[[], Moment]


def now() -> Moment:
    """The present moment, here."""
    here = datetime.now(UTC).astimezone()
    offset = here.utcoffset() or timedelta()
    return Moment(
        utc_ms=int(here.timestamp() * 1000),
        offset=int(offset.total_seconds() // 60),
        zone=here.tzname() or "UTC",
    )


def at_local(shown: datetime) -> Moment:
    """The moment at which the clock here showed this, or shows it; one with an offset keeps that.

    Raises:
        ValueError: no clock here can show it.
    """
    if shown.tzinfo is None:
        try:
            shown = shown.astimezone()
        except (OverflowError, OSError) as error:
            raise ValueError(str(error)) from None
    offset = shown.utcoffset() or timedelta()
    since = shown - datetime(1970, 1, 1, tzinfo=UTC)
    return Moment(
        utc_ms=since // timedelta(milliseconds=1),
        offset=int(offset.total_seconds() // 60),
        zone=shown.tzname() or "UTC",
    )
