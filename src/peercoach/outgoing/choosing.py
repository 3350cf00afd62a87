"""Turns notes of the journal into what a review takes: their words, and what they belong to."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from peercoach.healing.kept import Whole
from peercoach.journal import ids
from peercoach.journal.records import Entry, Place, Rating
from peercoach.journal.told import told
from peercoach.journal.written import Written
from peercoach.sharing.leaving import Chosen, ChosenRating, Wording

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library


class Choosing:
    """What was chosen, as a review takes it. The library tells which wording came with us."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._shipped: frozenset[str] | None = None

    def note(self, written: Written) -> Chosen:
        """An entry, with what its kind says beside its words."""
        entry = written.record
        assert isinstance(entry, Entry)
        return Chosen(
            id=ids.to_text(written.id),
            kind=entry.kind,
            text=words_of(entry),
            day=written.when.local().date(),
            wording=self._wording(entry.place),
        )

    def rating(self, written: Written) -> ChosenRating:
        """A rating."""
        rating = written.record
        assert isinstance(rating, Rating)
        wording = self._wording(rating.place, rating.rating, rating.label)
        day = written.when.local().date()
        id = ids.to_text(written.id)
        return ChosenRating(id, rating.rating, rating.value, rating.label, day, wording)

    def sitting(self, whole: Whole) -> Chosen:
        """A whole sitting of the Heal room, as one note."""
        title = whole.sitting.framework_title
        return Chosen(
            id=ids.to_text(whole.kept.id),
            kind="heal",
            text=words_of_sitting(whole),
            day=whole.kept.when.local().date(),
            wording=Wording(framework=title, shipped=title in self._ours),
            heal=True,
        )

    def _wording(self, place: Place, *more: str) -> Wording:
        framework, element, ask = place.framework_title, place.element_title, place.ask
        # Its ids leave, too: who copies a framework of ours may call it as they like.
        texts = (framework, element, ask, *place.address.split("/"), *more)
        shipped = all(text in self._ours for text in texts if text)
        return Wording(place.address, framework, element, ask, shipped=shipped)

    @property
    def _ours(self) -> frozenset[str]:
        """Every text of every framework and plan that came with Peercoach."""
        if self._shipped is None:
            library = self._library
            came = [id for id, origin in library.origins.items() if origin == "shipped"]
            documents: Iterable[Any] = (library.document(id) for id in came)
            self._shipped = frozenset(
                text for one in documents for text in _texts(msgspec.to_builtins(one))
            )
        return self._shipped


def words_of(entry: Entry) -> str:
    """All that an entry says: its text, then what its kind says beside it."""
    beside = (f"{label}: {text}" if label else text for label, text in told(entry))
    return "\n".join([entry.text, *beside])


def words_of_sitting(whole: Whole) -> str:
    """All that was kept of a sitting, in the order in which it was asked."""
    return "\n".join(_sitting(whole))


def _sitting(whole: Whole) -> Iterator[str]:
    yield from whole.sitting.exposures
    for ask, answer in whole.answers:
        yield from ("", ask, answer) if ask else ("", answer)
    for rating in whole.ratings:
        yield from ("", f"{rating.place.ask} {rating.label}".strip())


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
