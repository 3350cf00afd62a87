"""What kind of file it is that is to be imported, and what it holds."""

import codecs
import json
from enum import Enum
from pathlib import PurePath

from peercoach.journal.carry import exported, jrnl, texts
from peercoach.journal.carry.exported import Newer, NotOurs, Space
from peercoach.journal.carry.found import Contents, Refused

LARGEST = 32 * 1024 * 1024
"""The most that a file of someone else's may be, in bytes: thirty million letters."""
LARGEST_OURS = 1024 * 1024 * 1024
"""The most that an export of ours may be: what a hundred thousand long notes come to."""
HEAD = 64
"""So many bytes tell whether a file says that it is an export of ours."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def most(head: bytes) -> int:
    """How large a file may be that begins so."""
    ours = head.lstrip().startswith(b'{"format": "' + exported.FAMILY.encode("ascii"))
    return LARGEST_OURS if ours else LARGEST


def read(
    name: PurePath, data: bytes, *, beside_export: bool = False
) -> Contents | tuple[Space, ...]:
    """What a file holds: notes, or the spaces of an export of ours.

    ``beside_export`` says that ``export.json`` stands beside it.

    Raises:
        Refused: nothing of it can be taken.
    """
    text = _decoded(data)
    if name.suffix.lower() == ".json" or text.lstrip()[:1] == "{":
        value = _parsed(text)
        if exported.is_ours(value):
            return _ours(value)
        if jrnl.is_jrnl(value) and isinstance(value, dict):
            return jrnl.read(value)
        if name.suffix.lower() == ".json":
            raise Refused(value.value if isinstance(value, _No) else "unknown-json")
    if beside_export and texts.is_ours(text):
        raise Refused("same-in-export")
    return texts.read(text, name.stem)


def _decoded(data: bytes) -> str:
    try:
        if data.startswith(_UTF_16):
            return data.decode("utf-16")
        if b"\0" in data:
            raise Refused("not-text")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("not-utf-8") from None


class _No(Enum):
    """Why a text is no JSON."""

    JSON = "not-json"
    DEEP = "too-deep"


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except RecursionError:
        return _No.DEEP
    except ValueError:
        return _No.JSON


def _ours(value: object) -> tuple[Space, ...]:
    try:
        return exported.read(value)
    except Newer:
        raise Refused("newer-export") from None
    except NotOurs:
        raise Refused("not-readable") from None
    except RecursionError:
        raise Refused("too-deep") from None
