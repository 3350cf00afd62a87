"""The private dictionary of an open notebook: who and what its author knows by name.

With it far more is found before a note is shared. It never leaves the notebook.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from peercoach.journal.known import WHATS, KeptWord, KnownName, What, called
from peercoach.journal.store import Journal
from peercoach.journal.text import one_line
from peercoach.sharing_errors import KnownRefused, NoSuchKnown
from peercoach.words import people as words

if TYPE_CHECKING:
    from peercoach.sharing.detect.dictionary import Known
    from peercoach.sharing.detect.spans import Kind

LONGEST = 80
"""Characters that a name, or a word that is kept, may have."""
MOST_ALSO = 20
MOST_NAMES = 2000
MOST_WORDS = 2000

_KINDS: "dict[What, Kind]" = {"person": "PERSON", "ward": "WARD", "team": "TEAM", "place": "PLACE"}


@dataclass(frozen=True)
class KnownThing:
    """One person, ward, team or place. ``role`` is empty where none is said."""

    id: int
    name: str = field(repr=False)
    also: tuple[str, ...] = field(default=(), repr=False)
    what: What = "person"
    role: str = ""

    @property
    def names(self) -> frozenset[str]:
        """Everything that it is called, as names are compared."""
        return frozenset(called(one) for one in (self.name, *self.also))

    @property
    def said(self) -> str:
        """All of it on one line."""
        return words.whole(self.name, self.also, self.role)


class People:
    """Who and what is known. One call at a time, as its workspace's.

    What changes something raises ``VaultError`` where it can't be written: all is then as it was.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    # --- names ---------------------------------------------------------------------------------

    def all(self) -> list[KnownThing]:
        """All of them: people, wards, teams, places, each by name."""
        found = [
            KnownThing(one.id, one.thing.name, one.thing.also, one.thing.what, one.thing.role)
            for one in self._journal.things(KnownName.kind)
            if isinstance(one.thing, KnownName) and called(one.thing.name)
        ]
        return sorted(found, key=lambda one: (WHATS.index(one.what), called(one.name), one.id))

    def entries(self) -> "list[Known]":
        """The same, as the detector takes them."""
        # It takes its time to load, and a list of names has no need of it.
        from peercoach.sharing.detect.dictionary import Known

        return [Known(one.name, one.also, _KINDS[one.what], one.role) for one in self.all()]

    def find(self, text: str) -> KnownThing | None:
        """Whoever or whatever is called this, the first of them; None where nothing is."""
        wanted = called(text)
        return next((one for one in self.all() if wanted in one.names), None)

    def add(
        self, name: str, what: str = "person", also: Iterable[str] = (), role: str = ""
    ) -> KnownThing:
        """Have this be known. Where it is already, what it is also called is added to it.

        Raises:
            KnownRefused: it can't be kept so; the sentence says why. Nothing is changed.
        """
        kind, name = _what(what), _name(name)
        there = self.all()
        same = [one for one in there if one.what == kind and called(one.name) == called(name)]
        old = same[0] if same else None
        if old is None and len(there) >= MOST_NAMES:
            raise KnownRefused(detail=words.FULL.format(most=MOST_NAMES))
        id = old.id if old else self._journal.new_id()
        before = old or KnownThing(id, name, what=kind)
        others = _others(before.name, (*before.also, *also))
        role = _role(role, kind) or before.role
        return self._keep(KnownThing(id, before.name, others, kind, role), before, there)

    def change(
        self,
        id: int,
        *,
        name: str | None = None,
        also: Iterable[str] | None = None,
        role: str | None = None,
    ) -> KnownThing:
        """Have another name, other names beside it, or another role; None leaves it as it is.

        Raises:
            NoSuchKnown: it is not there any more.
            KnownRefused: as :meth:`add`.
        """
        there = self.all()
        old = _of(there, id)
        new_name = old.name if name is None else _name(name)
        others = _others(new_name, old.also if also is None else also)
        new_role = old.role if role is None else _role(role, old.what)
        return self._keep(KnownThing(id, new_name, others, old.what, new_role), old, there)

    def remove(self, id: int) -> None:
        """Know it no longer. Raises NoSuchKnown where it is not there."""
        _of(self.all(), id)
        self._journal.commit({}, [id])

    def _keep(self, new: KnownThing, old: KnownThing, there: list[KnownThing]) -> KnownThing:
        """Refuse a new name that another one of its kind has; else keep it."""
        taken = {
            name for one in there if one.id != new.id and one.what == new.what for name in one.names
        }
        fresh = new.names if old not in there else new.names - old.names
        if fresh & taken:
            raise KnownRefused(detail=words.TAKEN)
        kept = KnownName(name=new.name, also=new.also, what=new.what, role=new.role)
        self._journal.commit({new.id: kept})
        return new

    # --- words that are always kept ------------------------------------------------------------

    def keep(self, word: str) -> None:
        """Have this word or phrase always stay as it is. Raises KnownRefused, as :meth:`add`."""
        word = _name(word)
        there = self.kept()
        if called(word) in map(called, there):
            return
        if len(there) >= MOST_WORDS:
            raise KnownRefused(detail=words.FULL.format(most=MOST_WORDS))
        self._journal.commit({self._journal.new_id(): KeptWord(word=word)})

    def kept(self) -> list[str]:
        """The words that always stay, in order, each once."""
        found = {called(word): word for _, word in sorted(self._kept(), reverse=True)}
        return [found[one] for one in sorted(found)]

    def let_go(self, word: str) -> None:
        """Have this word stay no longer; one that never did is none."""
        ids = [id for id, one in self._kept() if called(one) == called(word)]
        if ids:
            self._journal.commit({}, ids)

    def _kept(self) -> Iterator[tuple[int, str]]:
        for one in self._journal.things(KeptWord.kind):
            if isinstance(one.thing, KeptWord) and called(one.thing.word):
                yield one.id, one.thing.word


def names_in(typed: str) -> tuple[str, ...]:
    """The names that were typed with a comma between two."""
    return tuple(filter(None, map(one_line, typed.split(","))))


def _of(there: Iterable[KnownThing], id: int) -> KnownThing:
    found = next((one for one in there if one.id == id), None)
    if found is None:
        raise NoSuchKnown
    return found


def _what(what: str) -> What:
    if what not in WHATS:
        raise KnownRefused(detail=words.NO_WHAT.format(whats=words.COMMA.join(WHATS)))
    return what


def _name(text: str) -> str:
    """A name as it is kept."""
    name = one_line(text)
    # A number alone would be found in every date.
    if not any(map(str.isalpha, name)):
        raise KnownRefused(detail=words.NEEDS_NAME)
    if len(name) > LONGEST:
        raise KnownRefused(detail=words.TOO_LONG.format(most=LONGEST))
    return name


def _others(name: str, also: Iterable[str]) -> tuple[str, ...]:
    """What else it is called, each once and none of them its name; a comma parts two."""
    found: dict[str, str] = {}
    for one in (one for text in also for one in names_in(text)):
        found.setdefault(called(one), _name(one))
    found.pop(called(name), None)
    if len(found) > MOST_ALSO:
        raise KnownRefused(detail=words.TOO_MANY_NAMES.format(most=MOST_ALSO))
    return tuple(found.values())


def _role(role: str, what: What) -> str:
    role = called(role)
    if role and what != "person":
        raise KnownRefused(detail=words.ROLE_OF_PERSON)
    if role not in words.ROLES:
        known = words.COMMA.join(filter(None, words.ROLES))
        raise KnownRefused(detail=words.NO_ROLE.format(roles=known))
    return role
