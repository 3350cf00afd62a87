"""One file read and checked: bytes → tree with places → plain data → a framework or session plan.

A file that extends another is a draft until the other is at hand; :func:`finish` puts it upon that.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, Literal, TypeAlias

import msgspec

from peercoach.errors import FrameworkFaulty
from peercoach.frameworks import format as file_format
from peercoach.frameworks import rules
from peercoach.frameworks.faults import Fault
from peercoach.frameworks.findings import Findings
from peercoach.frameworks.model import (
    FRAMEWORK_FORMAT,
    SESSION_FORMAT,
    Document,
    Framework,
    SessionPlan,
)
from peercoach.frameworks.reading import MAX_BYTES, Node, read
from peercoach.frameworks.records import Plain
from peercoach.words import frameworks as words

__all__ = ["Draft", "Fault", "finish", "load", "read_draft", "read_file"]

Kind: TypeAlias = Literal["framework", "session"]

_NEWER = re.compile(r"peercoach/(framework|session)/([2-9]|[1-9][0-9]+)")
_FORMATS: Final[Mapping[str, Kind]] = {FRAMEWORK_FORMAT: "framework", SESSION_FORMAT: "session"}
_RECORDS: Final = {"framework": file_format.FRAMEWORK, "session": file_format.SESSION}
_RULES: Final = {"framework": rules.check_framework, "session": rules.check_session}
_MODELS: Final[Mapping[Kind, type[Document]]] = {"framework": Framework, "session": SessionPlan}


@dataclass
class Draft:
    """What one file says, before it is put upon what it extends.

    ``id`` and ``extends`` are ``None`` where the file has none that can be used. ``data`` lacks
    what could not be read; ``found`` has why.
    """

    file: str
    kind: Kind
    found: Findings
    id: str | None = None
    extends: str | None = None
    data: Plain = field(default_factory=dict)


def load(path: Path, *, bases: Mapping[str, Document] | None = None) -> Document:
    """The framework or session plan in a file; ``bases``, by id, is what it may extend.

    Raises:
        FrameworkFaulty: with every fault in the file, in file order.
    """
    draft = read_file(path)
    base = None
    if draft.extends is not None:
        base = (bases or {}).get(draft.extends)
        if base is None:
            near = draft.found.nearest(draft.extends, list(bases or ()))
            draft.found.fault_at(("extends",), words.base_missing(draft.extends, near))
    return finish(draft, base)


def read_file(path: Path | Traversable) -> Draft:
    """What a file says. Never raises: what is wrong, a file that can't be opened too, is found."""
    try:
        # Anything but a file (a pipe, a folder) could wait for ever, or be no one's words.
        message = "" if path.is_file() else words.NOT_THERE
        if not message:
            with path.open("rb") as stream:
                return read_draft(str(path), stream.read(MAX_BYTES + 1))
    except OSError:
        message = words.NOT_OPENED
    found = Findings(whole=True)
    found.add([Fault(1, 1, message)])
    return Draft(str(path), "framework", found)


def read_draft(file: str, raw: bytes) -> Draft:
    """What the bytes of ``file`` say; what is wrong with them is in the draft's ``found``."""
    root, faults = read(raw)
    found = Findings(whole=root is None or not _has(root, "extends"))
    found.add(faults)
    draft = Draft(file, "framework", found)
    if root is None:
        return draft
    if root.kind != "group":
        found.fault(root, words.expected_document(root.described()))
        return draft
    kind = _kind(root, found)
    if kind is None:
        return draft
    draft.kind = kind
    found.places[()] = (root.line, root.column)
    data = _RECORDS[kind].read(root, (), found)
    data.pop("format", None)
    draft.data, draft.id, draft.extends = data, data.get("id"), data.get("extends")
    return draft


def finish(draft: Draft, base: Document | None) -> Document:
    """The draft as a whole document, upon ``base`` if it extends one.

    Where it extends one that is not at hand, whoever looked for it has told why as a fault; if they
    have not, that it is missing is one.

    Raises:
        FrameworkFaulty: with every fault in the file, in file order.
    """
    kind, data, found = draft.kind, draft.data, draft.found
    below: Plain | None = None
    if base is not None:
        if not isinstance(base, _MODELS[kind]):
            found.fault_at(("extends",), words.base_other_format(base.id))
        else:
            below = msgspec.to_builtins(base)
            data = _RECORDS[kind].merge(below, data)
            _RECORDS[kind].missing(data, (), found)
    if base is None and draft.extends is not None and not found.in_order():
        # Whoever calls this has not said so; without the rest this is no document all the same.
        found.fault_at(("extends",), words.base_missing(draft.extends, ""))
    if found.whole or below is not None:
        _RULES[kind](data, found, base=below)
    faults = found.in_order()
    if faults:
        raise FrameworkFaulty(file=draft.file, faults=faults)
    return msgspec.convert(data, _MODELS[kind])


def _pairs(root: Node, name: str) -> list[Node]:
    return [value for key, value in root.pairs if key.kind == "text" and key.text == name]


def _has(root: Node, name: str) -> bool:
    return bool(_pairs(root, name))


def _kind(root: Node, found: Findings) -> Kind | None:
    """Which document this is, by its ``format`` or else its look; ``None`` if it is a newer one."""
    look: Kind = "session" if _has(root, "parts") else "framework"
    values = _pairs(root, "format")
    if not values:
        found.fault(root, words.format_missing(_FORMATS))
        return look
    value = values[0]
    if value.text in _FORMATS:
        return _FORMATS[value.text]
    if _NEWER.fullmatch(value.text):
        found.fault(value, words.format_newer(value.text))
        return None
    found.fault(value, words.format_unknown(value.described(), _FORMATS))
    return look
