"""Changes as a log's payloads hold them: what they are, how they are written, what differs."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from peercoach.vault import space_sharing

DOCUMENTS = "documents"
_GROUP_BYTES = 1024 * 1024

Held = TypeVar("Held")
Document = dict[str, Any]
Change = tuple[str, int | None, Document | None]

encode = msgspec.msgpack.Encoder().encode
decode = msgspec.msgpack.Decoder().decode


def is_shredded(revisions: Sequence[Mapping[str, Any]] | None) -> bool:
    """Whether these revisions of a document end in the mark of a deletion for good."""
    return revisions is not None and len(revisions) > 0 and bool(revisions[-1].get("shredded"))


def decoded(payloads: Collection[bytes]) -> Iterable[list[Change]]:
    """The changes of each payload; in a large log, what many documents say is held once."""
    found = map(decode, payloads)
    return map(space_sharing.Sharing(), found) if len(payloads) >= space_sharing.MANY else found


def bare(document: Mapping[str, Any]) -> Document:
    """What every revision of a document says, its text apart."""
    return {"kind": document.get("kind"), "schema": document.get("schema")}


def stamps(document: Mapping[str, Any]) -> Document:
    """Where a revision stands among the others."""
    return {"rev": document["rev"], "parents": document["parents"]}


def differ(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two documents are not the same bytes; to ``==`` alone, 1, 1.0 and True are one."""
    return one != other or encode(one) != encode(other)


def difference(
    name: str, kept: Mapping[int, Document], wanted: Mapping[Any, Mapping[str, Any]]
) -> Iterator[Change]:
    """What makes a table that is kept the one that is wanted."""
    now = {int(id): dict(document) for id, document in wanted.items()}
    for id in kept:
        if id not in now:
            yield (name, id, None)
    for id, document in now.items():
        if id not in kept or differ(kept[id], document):
            yield (name, id, document)


def grouped(changes: Iterable[Change]) -> Iterator[bytes]:
    """Changes in payloads of about a mebibyte at most, in order."""
    group: list[Change] = []
    size = 0
    for change in changes:
        own = len(encode(change))
        if group and size + own > _GROUP_BYTES:
            yield encode(group)
            group, size = [], 0
        group.append(change)
        size += own
    if group:
        yield encode(group)


def put_back(held: dict[int, Held], id: int, was: Held | None) -> None:
    """Make what is held of a document what it was."""
    held.pop(id, None)
    if was is not None:
        held[id] = was
