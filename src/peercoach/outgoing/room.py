"""Sharing from an open notebook: choosing, reviewing, writing, and the record of what left."""

import secrets
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from weakref import WeakSet

import msgspec

from peercoach.errors import NoSuchNote
from peercoach.healing import kept as healed
from peercoach.journal import ids
from peercoach.journal.records import Entry, Rating
from peercoach.journal.shares import ShareUnderWay
from peercoach.journal.store import Journal
from peercoach.journal.written import Standing, Written
from peercoach.outgoing.choosing import Choosing, words_of, words_of_sitting
from peercoach.outgoing.record import Left, left_of
from peercoach.outgoing.sharing import Keeping, Sharing
from peercoach.outgoing.waits import may_go, still_there, under_way
from peercoach.people import People
from peercoach.sharing.decisions import State
from peercoach.sharing.detect.model import NamesModel, installed, load
from peercoach.sharing.review import Review
from peercoach.sharing_errors import NamesModelDamaged

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library


class Outgoing:
    """What may leave one notebook. One call at a time, as its workspace's.

    ``heal`` opens what the Heal room keeps, when a note of it is asked for by name.
    """

    def __init__(
        self,
        journal: Journal,
        heal: Callable[[], Journal],
        people: People,
        library: "Callable[[], Library]",
        *,
        random: Callable[[int], int] = secrets.randbelow,
    ) -> None:
        self._journal = journal
        self._heal = heal
        self._people = people
        self._library = library
        self._random = random
        self._under_way: WeakSet[Sharing] = WeakSet()

    # --- choosing ---------------------------------------------------------------------------------

    def choosable(self) -> list[Written]:
        """Every note and rating that can be chosen, newest first. None of Heal is among them."""
        return self._journal.entries()

    def begin(
        self,
        notes: Sequence[int],
        *,
        sittings: Sequence[int] = (),
        after: Sharing | None = None,
    ) -> Sharing:
        """Begin a share with these notes and ratings, and with these sittings of the Heal room.

        What waited before gives way to it, once something is said of this one. What was said
        ``after`` another choice holds here too, for what is still chosen.

        Raises:
            NoSuchNote: there is no such note, or nothing was chosen.
        """
        if not notes and not sittings:
            raise NoSuchNote(id="")
        state = State() if after is None else after.review.state
        return self._opened(tuple(notes), tuple(sittings), state)

    def waiting(self) -> Sharing | None:
        """A share that was begun and not written yet; None where there is none.

        Notes that are no longer there are no longer part of it.
        """
        found = self._waits()
        notes = [] if found is None else still_there(self._journal, found)
        if found is None or not notes:
            return None
        thing = found.thing
        assert isinstance(thing, ShareUnderWay)
        try:
            state = msgspec.json.decode(thing.state.encode(), type=State)
        except msgspec.DecodeError:
            state = State()
        return self._opened(tuple(notes), (), state)

    def forget(self) -> None:
        """Drop every word that is under way; what was decided is kept already."""
        for one in list(self._under_way):
            one.forget()
        self._under_way = WeakSet()

    # --- what left --------------------------------------------------------------------------------

    def left(self) -> list[Left]:
        """Every share that left the notebook, the newest first; none of the Heal room's."""
        return left_of(self._journal, self._texts)

    def left_from_heal(self) -> list[Left]:
        """The same of those with something of the Heal room in them: asked for by name alone."""
        return left_of(self._heal(), lambda id: [*self._texts(id), *self._healed(id)])

    def left_with(self, note: int) -> list[Left]:
        """Every share that a note was part of, the newest first."""
        return [one for one in self.left() if ids.to_text(note) in one.share.notes]

    def asked_back(self, left: Left) -> None:
        """Note that a share was asked back, now. Raises VaultError where that can't be kept."""
        when = self._journal.clock()
        asked = msgspec.structs.replace(
            left.share, asked_back=when.utc_ms, asked_offset=when.offset, asked_zone=when.zone
        )
        left.journal.commit({left.id: asked})

    # --- inside -----------------------------------------------------------------------------------

    def _opened(self, notes: tuple[int, ...], sittings: tuple[int, ...], state: State) -> Sharing:
        for id in notes:
            self._journal.get(id)
        if len(self._sittings(sittings)) < len(sittings):
            raise NoSuchNote(id="")
        choosing = Choosing(self._library())
        model = names_model()

        def made(state: State) -> Review:
            found = [self._journal.get(id) for id in notes if may_go(self._journal, id)]
            entries = [one for one in found if isinstance(one.record, Entry)]
            ratings = [one for one in found if isinstance(one.record, Rating)]
            return Review(
                [*map(choosing.note, entries), *map(choosing.sitting, self._sittings(sittings))],
                [choosing.rating(one) for one in ratings],
                today=self._journal.clock().local().date(),
                known=self._people.entries(),
                kept=self._people.kept(),
                state=state,
                model=model,
            )

        keeping = Keeping(self._journal, self._heal if sittings else None, notes, self._waits)
        sharing = Sharing(made, state, self._people, keeping, random=self._random)
        self._under_way.add(sharing)
        return sharing

    def _sittings(self, ids: tuple[int, ...]) -> list[healed.Whole]:
        """Those of these sittings that are there; Heal stays shut where none is asked for."""
        if not ids:
            return []
        journal = self._heal()
        there = {one.id: one for one in healed.kept(journal)}
        return [healed.whole(journal, there[id]) for id in ids if id in there]

    def _texts(self, id: int) -> list[str]:
        """Every version of a note's words that is still here."""
        if self._journal.find(id) is None:
            return []
        records = (one.record for one in self._journal.versions(id))
        return [words_of(one) for one in records if isinstance(one, Entry)]

    def _healed(self, id: int) -> list[str]:
        return list(map(words_of_sitting, self._sittings((id,))))

    def _waits(self) -> Standing | None:
        return under_way(self._journal)


def names_model() -> NamesModel | None:
    """The model of names, where it is installed and whole; rules and lists are always there."""
    if not installed():
        return None
    try:
        return load()
    except NamesModelDamaged:
        return None
