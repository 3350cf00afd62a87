"""A revision as JSON, and back to the same bytes.

What JSON can say it says: ids as 13 letters and digits, since JavaScript loses integers past 2**53,
and ``rev`` and ``parents`` in hexadecimal. What it can't say exactly (bytes, whole numbers beyond
2**53, whatever a newer Peercoach may write) goes as the MessagePack that it is, in base64. Which of
the two is found out by trying: what does not come back to the same bytes is not written as JSON.
"""

import base64
import json
from collections.abc import Mapping
from typing import Any

import msgspec

from peercoach.errors import NoSuchNote
from peercoach.journal import ids
from peercoach.journal.documents import KEPT, Document
from peercoach.journal.text import clean

SAYS, BYTES = "says", "msgpack"
_STAMPS = ("rev", "parents")
_REFERENCE = "reflection"
_EXACT = 2**53
_REV_BYTES = 16

_FAULTS = (
    *(KeyError, TypeError, ValueError, OverflowError, RecursionError),
    *(NoSuchNote, msgspec.MsgspecError),
)

_pack = msgspec.msgpack.encode
_unpack = msgspec.msgpack.decode


class Unreadable(ValueError):
    """This is no revision as we write them."""


def to_json(document: Mapping[str, Any]) -> dict[str, Any]:
    """A revision with its ``rev`` and ``parents``, as a value that JSON can hold."""
    said = {name: value for name, value in document.items() if name not in _STAMPS}
    return {
        "rev": document["rev"].hex(),
        "parents": [parent.hex() for parent in document["parents"]],
        **said_to_json(said),
    }


def from_json(found: object) -> Document:
    """The revision that was written.

    Raises:
        Unreadable: it is none.
    """
    if not isinstance(found, dict):
        raise Unreadable
    try:
        rev = bytes.fromhex(found["rev"])
        parents = [bytes.fromhex(parent) for parent in found["parents"]]
    except (KeyError, TypeError, ValueError):
        raise Unreadable from None
    if any(len(one) != _REV_BYTES for one in (rev, *parents)):
        raise Unreadable
    return {**said_from_json(found), "rev": rev, "parents": parents}


def said_to_json(said: Mapping[str, Any]) -> dict[str, Any]:
    """What a document says: ``{"says": {…}}``, or ``{"msgpack": "…"}`` where JSON can't."""
    packed = _pack(said)
    try:
        plain = {name: _shown(name, value) for name, value in said.items()}
        written = json.loads(json.dumps(plain, allow_nan=False))
        if _exact(plain) and _pack(_read(written)) == packed:
            return {SAYS: plain}
    except _FAULTS:
        pass
    return {BYTES: base64.b64encode(packed).decode("ascii")}


def said_from_json(found: Mapping[str, Any]) -> Document:
    """What a document said. Its text comes in as any text does: without control characters.

    Raises:
        Unreadable: it is none.
    """
    said: object
    try:
        if SAYS in found:
            said = _read(found[SAYS])
        else:
            said = _unpack(base64.b64decode(found[BYTES], validate=True))
        if not isinstance(said, dict) or not all(isinstance(name, str) for name in said):
            raise Unreadable
        if any(name in said for name in _STAMPS):
            raise Unreadable
        if isinstance(text := said.get("text"), str):
            said["text"] = clean(text)
        # What can't be kept is found out here, and not when it is to be kept.
        _pack(said)
    except _FAULTS:
        raise Unreadable from None
    return said


def _shown(name: str, value: Any) -> Any:
    return _id_to_text(value) if _is_reference(name) and type(value) is int else value


def _read(says: Any) -> Document:
    if not isinstance(says, dict):
        raise Unreadable
    return {
        name: _id_from_text(value) if _is_reference(name) and isinstance(value, str) else value
        for name, value in says.items()
    }


def _is_reference(name: str) -> bool:
    return name == _REFERENCE or name.startswith(KEPT)


def _id_to_text(id: int) -> str:
    if id < 0:
        raise ValueError
    return ids.to_text(id) if id else ""


def _id_from_text(text: str) -> int:
    return ids.from_text(text) if text else 0


def _exact(value: object) -> bool:
    """Whether every whole number in it is one that any reader of JSON keeps as it is."""
    if isinstance(value, dict):
        return all(map(_exact, value.values()))
    if isinstance(value, list | tuple):
        return all(map(_exact, value))
    return not isinstance(value, int) or abs(value) <= _EXACT
