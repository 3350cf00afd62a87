"""What entries of some kinds say beside their words, and things, as fields of a flat document.

Each field of the value is a field of the document, under its own name; one that has its default is
left out. A field may hold what JSON knows, a tuple of it, or a mapping of text.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from peercoach.journal import sittings  # noqa: F401 - registers what it holds
from peercoach.journal.hours import CalendarMark, ProtectedTime
from peercoach.journal.known import KeptWord, KnownName
from peercoach.journal.records import MORE, THINGS, Entry, EntryKind, Kept, More, Thing
from peercoach.journal.yearly import YearlyLook

_THINGS: tuple[type[Thing], ...] = (ProtectedTime, CalendarMark, YearlyLook, KnownName, KeptWord)
THINGS |= {one.kind: one for one in _THINGS}

Value = TypeVar("Value", More, Thing)


def more(document: Mapping[str, Any], kind: EntryKind) -> More | None:
    """What an entry of this kind says beside its words; None where its kind says no more.

    Raises:
        msgspec.ValidationError: it is not as it should be.
    """
    wanted = MORE.get(kind)
    return None if wanted is None else _converted(document, wanted)


def thing(document: Mapping[str, Any]) -> Thing:
    """The thing in a document of a kind that is registered.

    Raises:
        msgspec.ValidationError: it is not as it should be.
    """
    return _converted(document, THINGS[document["kind"]])


def fields(value: More | Thing) -> dict[str, Any]:
    """The fields that a value adds to its document, in the order in which it has them."""
    plain = msgspec.to_builtins(value)
    defaults = msgspec.to_builtins(type(value)())
    assert isinstance(plain, dict) and isinstance(defaults, dict)
    return {
        name: list(said) if isinstance(said, tuple) else said
        for name, said in plain.items()
        if said != defaults[name]
    }


def names(record: Kept) -> frozenset[str]:
    """The fields of its document that belong to what a record says beside its words.

    A later version has them all anew: one that is at its default is not written.
    """
    value = record.more if isinstance(record, Entry) else record
    return frozenset(value.__struct_fields__) if isinstance(value, More | Thing) else frozenset()


def _converted(document: Mapping[str, Any], wanted: type[Value]) -> Value:
    own = {name: document[name] for name in wanted.__struct_fields__ if name in document}
    return msgspec.convert(own, wanted)
