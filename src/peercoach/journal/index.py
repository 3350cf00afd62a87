"""What stands in a space, read once and kept current, so that looking something up is a look-up.

Every order here is by the moment of the first version, the newest last; where two are of the same
millisecond, the one met later comes later.
"""

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from typing import Any

from peercoach.journal import documents
from peercoach.journal.records import Entry, Mark, Place, Progress, Rating, Thing
from peercoach.journal.written import Marked, Standing, Written
from peercoach.vault.space import Space

Order = tuple[int, int, int]
"""(UTC milliseconds, when met, id)."""

_LOOK_UP_AFTER = 256
"""Documents read between two looks at whether the space was closed meanwhile."""

Asked = tuple[str, str, str]
"""(framework, element, what was asked)."""


def asked_of(record: Entry | Rating | Mark) -> Asked:
    """What a record is about: a question by its id, a rating by its own, the rest by their kind."""
    place = record.place
    if isinstance(record, Rating):
        what = f"rating/{record.rating}"
    else:
        what = f"question/{place.question}" if place.question else record.kind
    return place.framework, place.element, what


class Index:
    """Every readable record of a space."""

    def __init__(self, space: Space, name: str) -> None:
        self._space = space
        self._name = name
        self._places: dict[Place, Place] = {}
        self._order_of: dict[int, Order] = {}
        self._met = 0
        self.notes: dict[int, Written] = {}
        self.progress: dict[int, Written] = {}
        self.marks: dict[int, Marked] = {}
        self.things: dict[int, Standing] = {}
        self.unreadable: set[int] = set()
        self.order: list[Order] = []
        self._asked: dict[Asked, list[Order]] = {}
        self._elements: dict[str, list[Order]] = {}
        for number, (id, document) in enumerate(space.documents()):
            if number % _LOOK_UP_AFTER == 0:
                space.refuse_closed()
            self._take(id, document)
        self.order.sort()
        for group in (*self._asked.values(), *self._elements.values()):
            group.sort()

    def put(self, id: int, document: Mapping[str, Any]) -> None:
        """A document was kept."""
        was = self._order_of.get(id)
        self.remove(id)
        self._take(id, document, was, sort=True)

    def remove(self, id: int) -> None:
        """A document was taken out."""
        self.unreadable.discard(id)
        self.progress.pop(id, None)
        self.marks.pop(id, None)
        self.things.pop(id, None)
        note = self.notes.pop(id, None)
        if note is None:
            return
        at = self._order_of.pop(id)
        for group in self._groups(note):
            del group[bisect_left(group, at)]

    def forget(self) -> None:
        """Hold nothing any more: whoever still has this index finds it empty."""
        for held in (self.notes, self.progress, self.marks, self.things):
            held.clear()
        for group in (self._asked, self._elements, self._order_of):
            group.clear()
        self._places.clear()
        self.order.clear()

    def asked(self, asked: Asked) -> list[Written]:
        """All that was written where this was asked, newest first."""
        return [self.notes[id] for _, _, id in reversed(self._asked.get(asked, ()))]

    def newest_of(self, address: str) -> Written | None:
        """The newest note or rating of an element, by its address."""
        group = self._elements.get(address)
        return self.notes[group[-1][2]] if group else None

    def addresses(self) -> list[str]:
        """The address of every element that something is written about."""
        return [address for address, group in self._elements.items() if group]

    def newest_first(self, since: int | None = None, until: int | None = None) -> list[int]:
        """Ids, newest first, of what was written between two instants (UTC ms, both included)."""
        start = 0 if since is None else bisect_left(self.order, (since,))
        end = len(self.order) if until is None else bisect_left(self.order, (until + 1,))
        return [id for _, _, id in reversed(self.order[start:end])]

    # --- how it is kept ---------------------------------------------------------------------------

    def _take(
        self, id: int, document: Mapping[str, Any], was: Order | None = None, *, sort: bool = False
    ) -> None:
        read = documents.read(document, self._share)
        if read is None:
            self.unreadable.add(id)
            return
        if isinstance(read.record, Mark):
            self.marks[id] = Marked(id, read.record, read.changed or read.when)
            return
        if isinstance(read.record, Thing):
            self.things[id] = Standing(id, read.record, read.when, read.changed)
            return
        versions = 1
        if read.changed is not None and not isinstance(read.record, Progress):
            versions = len(living(self._space.versions(id)))
        written = Written(id, read.record, read.when, read.changed, versions, self._name)
        if isinstance(read.record, Progress):
            self.progress[id] = written
            return
        self._met += 1
        met = was[1] if was else self._met
        at = (read.when.utc_ms, met, id)
        self.notes[id] = written
        self._order_of[id] = at
        for group in self._groups(written):
            if sort:
                insort(group, at)
            else:
                group.append(at)

    def _groups(self, note: Written) -> tuple[list[Order], ...]:
        record = note.record
        assert not isinstance(record, Progress)
        groups = [self.order, self._asked.setdefault(asked_of(record), [])]
        if record.place.address:
            groups.append(self._elements.setdefault(record.place.address, []))
        return tuple(groups)

    def _share(self, place: Place) -> Place:
        return self._places.setdefault(place, place)


def living(revisions: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The revisions that say something: no mark of a removal, none whose text is gone, and none
    that says the same as the one before it, as one that was brought back does.
    """
    said = [one for one in revisions if not (one.get("deleted") or one.get("emptied"))]
    return [
        one
        for number, one in enumerate(said)
        if not number or documents.own_fields(one) != documents.own_fields(said[number - 1])
    ]
