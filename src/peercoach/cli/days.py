"""Days as they are typed: 2026-03-14, today, yesterday."""

from datetime import date, timedelta

from peercoach.errors import UsedWrongly
from peercoach.words import commands as words


def day(typed: str | None, today: date) -> date | None:
    """The day that was typed; None for nothing.

    Raises:
        UsedWrongly: it is no day.
    """
    if typed is None:
        return None
    plain = typed.strip().lower()
    if plain in ("today", "yesterday"):
        return today - timedelta(days=plain == "yesterday")
    try:
        return date.fromisoformat(plain)
    except ValueError:
        raise UsedWrongly(detail=words.NOT_A_DAY.format(typed=typed)) from None


def span(since: str | None, until: str | None, today: date) -> tuple[date | None, date | None]:
    """Two days, the first not after the last.

    Raises:
        UsedWrongly: one is no day, or they are turned round.
    """
    first, last = day(since, today), day(until, today)
    if first is not None and last is not None and first > last:
        raise UsedWrongly(detail=words.DAYS_TURNED)
    return first, last
