"""Things as ``docs/vault-format.md`` has them: what each kind says, and whether its fields fit.

A thing is no note. So a reader doesn't list it among what was written; nor is it one that it keeps
and can't show, unless its fields do not fit. This table is the specification's, not the program's.
"""

from collections.abc import Callable
from typing import Any

Told = list[Any]
"""A thing as it is told: its kind, and what it says by the names of its fields."""
Fits = Callable[[Any], bool]


def _is(wanted: type) -> Fits:
    return lambda value: type(value) is wanted


def _one_of(*known: str) -> Fits:
    return lambda value: value in known


def _texts(value: Any) -> bool:
    return type(value) is list and all(type(one) is str for one in value)


def _map(value: Any) -> bool:
    return type(value) is dict and _texts([*value, *value.values()])


_TEXT, _NUMBER = _is(str), _is(int)
FIELDS: dict[str, dict[str, Fits]] = {
    "protected-time": {
        **dict.fromkeys(("first", "at", "zone", "until"), _TEXT),
        **dict.fromkeys(("minutes", "nth", "day", "weeks", "changes"), _NUMBER),
        "repeat": _one_of("weekday", "date", "weeks", "once"),
        "moved": _map,
        "left_out": _texts,
    },
    "calendar-mark": {"token": _TEXT},
    "yearly-look": {"on": _TEXT},
    "known": {
        "name": _TEXT,
        "also": _texts,
        "what": _one_of("person", "ward", "team", "place"),
        "role": _TEXT,
    },
    "kept-word": {"word": _TEXT},
    "share-under-way": {"notes": _texts, "state": _TEXT},
    "share": {
        **dict.fromkeys(("recipient", "format", "file", "digest", "asked_zone"), _TEXT),
        **dict.fromkeys(("ratings", "asked_back", "asked_offset"), _NUMBER),
        **dict.fromkeys(("notes", "stories", "answers", "key"), _map),
        "sealed": _is(bool),
    },
    "heal-sitting": {
        **dict.fromkeys(("framework", "framework_title", "version", "come_back"), _TEXT),
        "exposures": _texts,
        "shares": _map,
    },
}
_WRITTEN: dict[str, Fits] = {
    "written_at": _NUMBER,
    "written_offset": _NUMBER,
    "written_zone": _TEXT,
}


def is_thing(document: dict[str, Any]) -> bool:
    """Whether a document is of one of these kinds, in a schema that we know."""
    return document["kind"] in FIELDS and document["schema"] == 1


def fits(document: dict[str, Any]) -> bool:
    """Whether all its fields are of the types that they must be, and it says when it was made."""
    known = FIELDS[document["kind"]] | _WRITTEN
    there = _WRITTEN.keys() <= document.keys()
    return there and all(fit(document[name]) for name, fit in known.items() if name in document)


def told(document: dict[str, Any]) -> Told:
    """What it says."""
    kind = document["kind"]
    return [kind, {name: document[name] for name in FIELDS[kind] if name in document}]


def shown(document: dict[str, Any]) -> bool:
    """Whether a reader that lists things of this kind lists this one."""
    return fits(document) and (document["kind"] != "known" or bool(document.get("name", "")))
