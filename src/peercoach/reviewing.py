"""What a monthly review looks at, and what is asked once a year."""

from dataclasses import dataclass
from datetime import date

from peercoach.guide.review import REVIEW, is_due, since
from peercoach.journal.records import Progress
from peercoach.journal.store import Journal
from peercoach.journal.written import Written
from peercoach.journal.yearly import YearlyLook

OLDEST = 12
"""How many of the oldest notes are offered: one screen of them."""


@dataclass(frozen=True)
class Look:
    """What a review looks at: from which day on, and what was written, the newest last."""

    since: date
    notes: tuple[Written, ...]


class Reviewing:
    """What a notebook knows of its reviews. One call at a time, as its workspace's."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def look(self) -> Look:
        """What was written since the last review, or for a month; no review is among it."""
        today = self._today
        day = since(self._last, today)
        found = self._journal.entries(since=day)
        notes = [one for one in found if one.record.kind != "review"]
        return Look(day, tuple(reversed(notes)))

    def to_clear(self) -> list[Written]:
        """The oldest notes, once a year, to be kept or deleted; none where it is not that time."""
        entries = self._journal.entries()
        oldest = entries[-1].when.local().date() if entries else None
        if not is_due(oldest, self._asked, self._today):
            return []
        return list(reversed(entries[-OLDEST:]))

    def cleared(self) -> None:
        """It was asked: it is not again for a year, whatever was answered.

        Raises:
            VaultError: it could not be kept.
        """
        found = self._journal.things(YearlyLook.kind)
        id = min((one.id for one in found), default=0) or self._journal.new_id()
        self._journal.commit({id: YearlyLook(on=self._today.isoformat())})

    @property
    def _today(self) -> date:
        return self._journal.clock().local().date()

    @property
    def _asked(self) -> date | None:
        found = (one.thing for one in self._journal.things(YearlyLook.kind))
        return max((day for one in found if (day := _day(one)) is not None), default=None)

    @property
    def _last(self) -> date | None:
        """The day of the last review that was closed, whether or not anything was written in it."""
        closed = [
            (one.changed or one.when)
            for one in self._journal.reflections()
            if isinstance(one.record, Progress)
            and one.record.framework == REVIEW
            and one.record.state != "open"
        ]
        last = max(closed, key=lambda when: when.utc_ms, default=None)
        return None if last is None else last.local().date()


def _day(thing: object) -> date | None:
    try:
        return date.fromisoformat(thing.on) if isinstance(thing, YearlyLook) else None
    except ValueError:
        return None
