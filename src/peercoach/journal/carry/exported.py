"""``export.json``: everything, for machines, and the way back.

One JSON object (RFC 8259, UTF-8). Each record stands on a line of its own, so that a difference
between two exports shows and a fault can be told by its line. The shape is described in
``docs/commands.md``.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from peercoach.errors import NoSuchNote
from peercoach.journal import ids
from peercoach.journal.carry import revisions
from peercoach.journal.carry.revisions import Unreadable
from peercoach.journal.documents import Document
from peercoach.journal.moment import Moment

FORMAT = "peercoach/export/1"
FAMILY = "peercoach/export/"
NAME = "export.json"

Records = Iterable[tuple[int, Sequence[Document]]]
_LARGEST_ID = 2**63 - 1


@dataclass(frozen=True)
class Part:
    """The records of one space, by its name, and what is being typed there."""

    name: str
    records: Records = field(repr=False)
    drafts: Mapping[str, Document] = field(default_factory=dict, repr=False)


class NotOurs(ValueError):
    """This JSON is no export of ours."""


class Newer(ValueError):
    """An export of a later format."""


def written(parts: Iterable[Part], when: Moment) -> bytes:
    """The bytes of the file."""
    return "".join(_lines(parts, when)).encode("utf-8")


def _lines(parts: Iterable[Part], when: Moment) -> Iterator[str]:
    made = {"utc_ms": when.utc_ms, "offset": when.offset, "zone": when.zone}
    yield f'{{"format": {_json(FORMAT)},\n"exported_at": {_json(made)},\n"spaces": ['
    for number, part in enumerate(parts):
        yield f'{"," if number else ""}\n{{"name": {_json(part.name)}, "records": ['
        yield from _one_a_line(
            {"id": ids.to_text(id), "revisions": [revisions.to_json(one) for one in found]}
            for id, found in part.records
        )
        yield '],\n"drafts": ['
        yield from _one_a_line(
            {"key": key, **revisions.said_to_json(said)} for key, said in part.drafts.items()
        )
        yield "]}"
    yield "\n]}\n"


def _one_a_line(values: Iterable[dict[str, Any]]) -> Iterator[str]:
    for number, value in enumerate(values):
        yield f"{',' if number else ''}\n{_json(value)}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


# --- and back ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Record:
    """One record of an export; ``found`` is None where it can't be read. ``number`` counts from 1,
    through all records of its space.
    """

    number: int
    id: int
    found: tuple[Document, ...] | None = field(repr=False)


@dataclass(frozen=True)
class Draft:
    """What was being typed; ``said`` is None where it can't be read."""

    number: int
    key: str
    said: Document | None = field(repr=False)


@dataclass(frozen=True)
class Space:
    """A space of an export, as far as it can be read."""

    name: str
    records: tuple[Record, ...] = field(repr=False)
    drafts: tuple[Draft, ...] = field(repr=False)


def is_ours(value: object) -> bool:
    """Whether a JSON value calls itself an export of ours, of whatever version."""
    return isinstance(value, dict) and str(value.get("format", "")).startswith(FAMILY)


def read(value: object) -> tuple[Space, ...]:
    """Everything that an export holds.

    Raises:
        NotOurs: it is none.
        Newer: it is one of a later format.
    """
    if not isinstance(value, dict) or not is_ours(value):
        raise NotOurs
    if value["format"] != FORMAT:
        raise Newer
    spaces = value.get("spaces")
    if not isinstance(spaces, list) or not all(isinstance(one, dict) for one in spaces):
        raise NotOurs
    return tuple(
        Space(
            name=str(one.get("name", "")),
            records=tuple(_record(n, found) for n, found in _counted(one.get("records"))),
            drafts=tuple(_draft(n, found) for n, found in _counted(one.get("drafts", []))),
        )
        for one in spaces
    )


def _counted(values: object) -> Iterable[tuple[int, object]]:
    if not isinstance(values, list):
        raise NotOurs
    return enumerate(values, start=1)


def _record(number: int, value: object) -> Record:
    try:
        if not isinstance(value, dict) or not isinstance(value.get("revisions"), list):
            raise Unreadable
        id = ids.from_text(str(value.get("id")))
        found = tuple(revisions.from_json(one) for one in value["revisions"])
        once = len({one["rev"] for one in found}) == len(found)
        if not (found and once and 0 < id <= _LARGEST_ID):
            raise Unreadable
    except (Unreadable, NoSuchNote):
        return Record(number, 0, None)
    return Record(number, id, found)


def _draft(number: int, value: object) -> Draft:
    try:
        if not isinstance(value, dict) or not isinstance(value.get("key"), str):
            raise Unreadable
        return Draft(number, value["key"], revisions.said_from_json(value))
    except Unreadable:
        return Draft(number, "", None)
