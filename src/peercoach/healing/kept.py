"""What was kept in the Heal room, as it is opened one day: dates first, and words when asked."""

from datetime import date

import msgspec

from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Rating
from peercoach.journal.sittings import HealSitting
from peercoach.journal.store import Journal
from peercoach.journal.written import Written


class Kept(msgspec.Struct, frozen=True, gc=False):
    """A sitting by its id and its date alone, and the day the person set to come back to it."""

    id: int
    when: Moment
    come_back: date | None = None


class Whole(msgspec.Struct, frozen=True, gc=False):
    """A sitting with all that was kept of it: what was asked and written, and its ratings."""

    kept: Kept
    sitting: HealSitting
    answers: tuple[tuple[str, str], ...]
    ratings: tuple[Rating, ...]


class Weight(msgspec.Struct, frozen=True, gc=False):
    """One rating with the moment it was given."""

    when: Moment
    rating: Rating


def kept(journal: Journal) -> list[Kept]:
    """Every sitting that was kept, newest first."""
    found = [
        Kept(one.id, one.when, day_of(one.thing.come_back))
        for one in journal.things(HealSitting.kind)
        if isinstance(one.thing, HealSitting)
    ]
    return sorted(found, key=lambda one: (-one.when.utc_ms, one.id))


def whole(journal: Journal, one: Kept) -> Whole:
    """All that was kept of a sitting, the answers in the order in which they were asked."""
    (sitting,) = (
        held.thing
        for held in journal.things(HealSitting.kind)
        if held.id == one.id and isinstance(held.thing, HealSitting)
    )
    parts = parts_of(journal, one.id)
    records = [part.record for part in parts]
    answers = tuple((of.place.ask, of.text) for of in records if isinstance(of, Entry))
    return Whole(one, sitting, answers, tuple(of for of in records if isinstance(of, Rating)))


def parts_of(journal: Journal, sitting: int) -> list[Written]:
    """The entries and ratings of one sitting, in the order in which they were given."""
    newest_first = [
        one
        for one in journal.entries()
        if isinstance(one.record, Entry | Rating) and one.record.reflection == sitting
    ]
    return newest_first[::-1]


def weights(journal: Journal) -> dict[str, list[Weight]]:
    """Every rating that was kept, by the question it answers, oldest first."""
    found: dict[str, list[Weight]] = {}
    for one in journal.entries()[::-1]:
        if isinstance(one.record, Rating):
            found.setdefault(one.record.place.ask, []).append(Weight(one.when, one.record))
    return found


def day_of(told: str) -> date | None:
    """The day that a kept sitting tells; None where it tells none."""
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None
