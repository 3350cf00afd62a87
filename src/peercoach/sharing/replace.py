"""Puts labels in the place of what was found: typed, the same for the same person, in one export.

Letters and numbers go by order of first appearance and start afresh with each export, so that two
people who were each given one can't join theirs. A possessive stays outside its label; no label
tells a gender. What each label stands for is the export's key, and stays in the notebook.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.detect.spans import Kind, Span
from peercoach.sharing.detect.tokens import plain
from peercoach.sharing.detect.wordlists import HONORIFICS, KIN, PARTICLES
from peercoach.sharing.generalise import Generalise, general
from peercoach.words import sharing as words

_SPLIT = str.maketrans({"-": " ", ".": " ", "’": "'", "\n": " "})


@dataclass(frozen=True)
class Replacement:
    """``label`` stands from ``start`` to ``end`` of the new text, in the place of ``span``."""

    span: Span
    label: str
    start: int
    end: int


@dataclass(frozen=True)
class Replaced:
    """A text with labels in it; outside of them it is as it was."""

    text: str = field(repr=False)
    labels: tuple[Replacement, ...] = ()

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where labels stand in it, as start and end."""
        return tuple((one.start, one.end) for one in self.labels)


@dataclass
class _Person:
    label: str
    place: int
    forms: set[tuple[str, ...]]


class Replacer:
    """The labels of one export, for all of its texts in turn."""

    def __init__(self, entries: Iterable[Known] = (), *, dates: Generalise = general) -> None:
        """``entries`` are what the private dictionary has; ``dates`` makes dates less exact."""
        self._known = list(entries)
        self._dates = dates
        self._called: _Called | None = None
        self._people: list[_Person] = []
        self._by_word: dict[str, list[int]] = {}
        self._things: dict[tuple[str, str], str] = {}
        self._places: dict[Kind, dict[str, str]] = {}
        self._counts: Counter[str] = Counter()
        self._key: dict[str, str] = {}

    @property
    def key(self) -> Mapping[str, str]:
        """What each label stands for, as it was first written. It is never exported."""
        return MappingProxyType(self._key)

    def replace(self, text: str, spans: Sequence[Span]) -> Replaced:
        """A text with a label for each span; spans are in order, none over another."""
        parts: list[str] = []
        made: list[Replacement] = []
        at = length = 0
        for span in spans:
            kept = text[at : span.start]
            label = self.label(span.kind, text[span.start : span.end])
            parts += [kept, label]
            length += len(kept)
            made.append(Replacement(span, label, length, length + len(label)))
            length += len(label)
            at = span.end
        parts.append(text[at:])
        return Replaced("".join(parts), tuple(made))

    def label(self, kind: Kind, text: str) -> str:
        """What stands for this text."""
        if kind == "PERSON":
            return self._person(text)
        if kind in words.NUMBERED:
            return self._numbered(kind, text)
        if kind in ("DATE", "AGE"):
            return self._dates(kind, text)
        return words.REMOVED[kind]

    def _numbered(self, kind: Kind, text: str) -> str:
        called = words.kind_of(kind, plain(text))
        known = (called, self._place(kind, " ".join(plain(text).split())))
        if known not in self._things:
            self._counts[called] += 1
            self._things[known] = words.NUMBERED_LABEL.format(
                kind=called, number=self._counts[called]
            )
            self._key[self._things[known]] = text
        return self._things[known]

    def _place(self, kind: Kind, form: str) -> str:
        """The name by which somewhere is known, whichever of its names this is."""
        if kind not in self._places:
            self._places[kind] = {
                " ".join(plain(name).split()): entry.name
                for entry in self._known
                if entry.kind == kind
                for name in (entry.name, *entry.also)
            }
        return self._places[kind].get(form, form)

    # --- people --------------------------------------------------------------------------------

    def _person(self, text: str) -> str:
        form = _form(text)
        person = self._met(form) or self._new(form, text)
        self._remember(person, {form})
        return person.label

    def _met(self, form: tuple[str, ...]) -> _Person | None:
        """Whoever of those met may be called this, the first of them."""
        places = {at for key in _keys(form) for at in self._by_word.get(key, ())}
        people = (self._people[at] for at in sorted(places))
        return next((one for one in people if _same(form, one.forms)), None)

    def _new(self, form: tuple[str, ...], text: str) -> _Person:
        entry = self._entry(form)
        called = words.role_of(entry.role if entry is not None else "")
        label = words.PERSON_LABEL.format(kind=called, letter=letters(len(self._people)))
        person = _Person(label, len(self._people), set())
        self._people.append(person)
        self._key[label] = text
        if entry is not None:
            self._remember(person, {_form(name) for name in (entry.name, *entry.also)})
        return person

    def _remember(self, person: _Person, forms: set[tuple[str, ...]]) -> None:
        for form in forms - person.forms:
            for key in _keys(form):
                places = self._by_word.setdefault(key, [])
                if person.place not in places:
                    places.append(person.place)
        person.forms |= forms

    def _entry(self, form: tuple[str, ...]) -> Known | None:
        if self._called is None:
            self._called = _Called(one for one in self._known if one.kind == "PERSON")
        fits = self._called.fitting(form)
        # Where two people share a first name, nobody can tell whose it is here.
        return fits[0] if len(fits) == 1 else None


class _Called:
    """The people of a dictionary by what they are called."""

    def __init__(self, people: Iterable[Known]) -> None:
        self._people = [(one, {_form(name) for name in (one.name, *one.also)}) for one in people]
        self._by_word: dict[str, set[int]] = {}
        for at, (_, forms) in enumerate(self._people):
            for key in {key for form in forms for key in _keys(form)}:
                self._by_word.setdefault(key, set()).add(at)

    def fitting(self, form: tuple[str, ...]) -> list[Known]:
        """Whoever may be called this."""
        places = sorted({at for key in _keys(form) for at in self._by_word.get(key, ())})
        return [self._people[at][0] for at in places if _same(form, self._people[at][1])]


def letters(number: int) -> str:
    """0, 1, … as A, B, … Z, AA, AB, …"""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _form(text: str) -> tuple[str, ...]:
    low = plain(text).translate(_SPLIT).split()
    own = [one for one in low if one not in HONORIFICS and one not in KIN]
    return tuple(own or low)


def _keys(form: tuple[str, ...]) -> set[str]:
    """What two forms of one name have in common at least one of: a word, or their initials."""
    return {
        *form,
        "".join(one[0] for one in form),
        "".join(one[0] for one in form if one not in PARTICLES),
    }


def _same(form: tuple[str, ...], forms: Iterable[tuple[str, ...]]) -> bool:
    """Whether a name may be one of somebody who has these: one holds the other, or its initials."""
    return any(_holds(one, form) or _holds(form, one) for one in forms)


def _holds(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    if not part:
        return False
    if all(one in whole for one in part):
        return any(one not in PARTICLES for one in part)
    if len(part) == len(whole) and all(_fits(a, b) for a, b in zip(part, whole, strict=True)):
        return True
    initials = "".join(one[0] for one in whole if one not in PARTICLES)
    return len(part) == 1 and len(whole) > 1 and part[0] == initials


def _fits(one: str, other: str) -> bool:
    """The same word, or its initial."""
    return one == other or (len(one) == 1 and other.startswith(one))
