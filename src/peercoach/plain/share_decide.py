"""Deciding about a word of a note under review: by its number, or by the word itself."""

from collections.abc import Callable, Mapping, Sequence

from peercoach.outgoing.sharing import Sharing
from peercoach.plain import share_tell as tell
from peercoach.plain.commands import Command, Text
from peercoach.plain.host import Host, number_in
from peercoach.sharing.detect.spans import Kind
from peercoach.sharing.page import Page, Place
from peercoach.words import people
from peercoach.words import plain as words
from peercoach.words import share_plain as here
from peercoach.workspace import Workspace

ROOM = "share-read"


class Decide:
    """What can be decided about one note. ``items`` are what its numbers mean."""

    def __init__(
        self, host: Host, work: Workspace, sharing: Sharing, note: str, items: tell.Items
    ) -> None:
        self._host = host
        self._work = work
        self._sharing = sharing
        self._note = note
        self._items = items

    def take(self, said: Command) -> None:
        """Do what a command asks with what stands behind it.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
            StillKnown, KnownRefused, VaultError: as :class:`Sharing` says.
        """
        places = self._named(said)
        if not places:
            return
        own: dict[str, Callable[[list[Place]], None]] = {
            "hide": self._hide,
            "hide_everywhere": self._hide_everywhere,
            "keep_word": self._keep,
            "keep_always": self._keep_always,
            "add_known": self._add,
            "original": lambda these: self._host.say(tell.wrote(self._page, these)),
        }
        own[said.action.id](places)

    # --- which -----------------------------------------------------------------------------------

    @property
    def _page(self) -> Page:
        return self._sharing.review.page(self._note)

    def _named(self, said: Command) -> list[Place]:
        """The places that are meant; none where that is not clear, which is said."""
        typed = said.rest.strip()
        if not typed:
            self._host.say(here.WHICH.format(name=said.action.plain))
            return []
        number = number_in(Text(typed), len(self._items.all))
        if number is not None:
            return list(self._items.all[number - 1].places)
        found = tell.places_of(self._page, typed)
        if not found:
            self._host.say(here.NOT_THERE.format(typed=typed))
        return found

    def _which(self, places: Sequence[Place], all_of_them: str) -> list[Place]:
        """One of several places, or all; none where enter was pressed."""
        if len(places) == 1:
            return list(places)
        page = self._page
        lines = [*(tell.around(page, one) for one in places), all_of_them]
        lines = [words.sentence(one) for one in lines]
        with self._host.meanwhile():
            self._host.at(here.SEVERAL, *words.numbered(lines), here.CHOOSE_OR_LEAVE)
            number = self._host.choose(ROOM, len(lines), enter=True)
        if number is None:
            self._host.say(here.UNCHANGED)
            return []
        return list(places) if number == len(lines) else [places[number - 1]]

    def _label(self, place: Place) -> str:
        """The label that stands at a place; empty text where what was written stands."""
        unit = tell.unit_of(self._page, place)
        return unit.label if unit is not None else ""

    def _standing(self, places: Sequence[Place]) -> list[Place]:
        """Those that are not hidden; where all are, that is said."""
        found = [one for one in places if not self._label(one)]
        if not found:
            self._host.say(here.IS_HIDDEN.format(label=self._label(places[0])))
        return found

    # --- hiding ----------------------------------------------------------------------------------

    def _hide(self, places: list[Place]) -> None:
        standing = self._standing(places)
        if not standing:
            return
        chosen = self._which(standing, here.EVERYWHERE)
        if len(standing) > 1 and len(chosen) > 1:
            self._hide_everywhere(standing)
        elif chosen:
            self._sharing.hide(chosen[0], self._kind(chosen[0]))
            self._host.say(here.HIDDEN_NOW.format(label=self._label(chosen[0])))

    def _hide_everywhere(self, places: list[Place]) -> None:
        standing = self._standing(places)
        if standing:
            self._sharing.hide_everywhere(standing[0], self._kind(standing[0]))
            self._host.say(here.HIDDEN_EVERYWHERE.format(label=self._label(standing[0])))

    def _kind(self, place: Place) -> Kind:
        """As what it is hidden: nobody has said that it is a name."""
        return "WORD" if _has_letters(self._page, place) else "NUMBER"

    # --- letting stand ---------------------------------------------------------------------------

    def _keep(self, places: list[Place]) -> None:
        hidden = [one for one in places if self._label(one)]
        if not hidden:
            self._host.say(here.STANDS)
            return
        for one in self._which(hidden, here.ALL_HERE):
            self._sharing.keep(one)
            self._stands(one, here.STANDS_NOW)

    def _keep_always(self, places: list[Place]) -> None:
        """Each word that is meant, once; a common one at each of its places."""
        page, done = self._page, set[str]()
        if not _has_letters(page, places[0]):
            # A number alone would be let stand in every date.
            self._keep(places)
            return
        for one in places:
            unit = tell.unit_of(page, one)
            word = page.original[one.start : one.end].casefold()
            if word not in done or (unit is not None and unit.common):
                self._sharing.keep_always(one)
                done.add(word)
        self._stands(places[0], here.STANDS_ALWAYS)

    def _stands(self, place: Place, said: str) -> None:
        label = self._label(place)
        self._host.say(here.STILL_HIDDEN.format(label=label) if label else said)

    # --- people and places -----------------------------------------------------------------------

    def _add(self, places: list[Place]) -> None:
        """Ask what it is, whether it is there already, and who it is; then add it."""
        place = places[0]
        with self._host.meanwhile():
            what = self._pick(here.ADD_WHAT, people.WHATS)
            if what is None:
                self._host.say(here.UNCHANGED)
                return
            self._host.at(here.ADD_NAME)
            said = self._host.listen("asked")
            name = said.text.strip() if isinstance(said, Text) else ""
            role = self._role(place, what, name)
        self._sharing.add(place, what, name=name, role=role)
        self._host.say(here.ADDED.format(label=self._label(place)))

    def _role(self, place: Place, what: str, name: str) -> str:
        """Who somebody is, where that is not known yet."""
        written = self._page.original[place.start : place.end]
        there = self._work.people.find(name or written)
        if what != "person" or (there is not None and there.role):
            return ""
        return self._pick(here.ADD_ROLE, people.ROLES) or ""

    def _pick(self, asked: str, ways: Mapping[str, str]) -> str | None:
        """One of these by its number; None where enter was pressed."""
        lines = [words.sentence(line) for line in ways.values()]
        self._host.at(asked, *words.numbered(lines), here.CHOOSE_OR_LEAVE)
        number = self._host.choose(ROOM, len(lines), enter=True)
        return None if number is None else [*ways][number - 1]


def _has_letters(page: Page, place: Place) -> bool:
    return any(map(str.isalpha, page.original[place.start : place.end]))
