"""What was last chosen on the ratings of an element."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peercoach.journal.index import asked_of
from peercoach.journal.moment import Moment
from peercoach.journal.records import Place, Rating

if TYPE_CHECKING:
    from peercoach.journal.store import Journal


@dataclass(frozen=True)
class Rated:
    """A value once chosen, in the words of its scale then."""

    value: int
    label: str
    when: Moment


def newest_rating(journal: "Journal", rating: str, place: Place, *, but_for: int) -> Rated | None:
    """The newest value of this rating of the element at a place, but for one reflection's own."""
    here = Rating(rating=rating, value=0, label="", place=place)
    for note in journal.asked_before(asked_of(here), but_for=but_for):
        if isinstance(note.record, Rating):
            return Rated(note.record.value, note.record.label, note.when)
    return None


def last_ratings(
    journal: "Journal", framework: str, element: str, ratings: Iterable[str]
) -> list[Rating]:
    """The newest of each of these ratings (by their ids) of an element, in the order given.

    One that nothing was chosen on yet is left out.

    Raises:
        VaultLocked: the notebook is locked.
    """
    found = []
    for rating in ratings:
        notes = journal.asked_before((framework, element, f"rating/{rating}"), but_for=-1)[:1]
        found += [note.record for note in notes if isinstance(note.record, Rating)]
    return found
