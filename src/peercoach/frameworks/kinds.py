"""The kinds of value that a key may hold: how each is read, merged and described to an editor.

A key decides what its text means: ``label: No`` is the word No, ``care: no`` is false, and nobody
who writes a framework has to know which words YAML would have changed.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, Protocol

from peercoach.frameworks.findings import Findings, Path
from peercoach.frameworks.reading import Node, unwanted_character
from peercoach.words import frameworks as words

Schema = dict[str, Any]

# A value that was there and could not be used; its fault is told already.
BAD: Final = object()

PATTERNS: Final[Mapping[str, str]] = {
    "id": r"[a-z][a-z0-9]*(-[a-z0-9]+)*",
    # https://semver.org, as its own suggested expression has it.
    "version": r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"
    r"(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)"
    r"(\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?"
    r"(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?",
    # The common shape of BCP 47: language, then script, region and variants.
    "language": r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})*",
    "url": r"https?://[^\s<>\"]+",
}
COMPILED = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,8})")
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class Kind(Protocol):
    """How one kind of value is read, merged and described."""

    def read(self, node: Node, path: Path, found: Findings) -> Any:
        """The value as plain data, or ``BAD`` with the fault told."""

    def merge(self, base: Any, own: Any) -> Any:
        """What holds where a file says ``own`` and the file that it extends says ``base``."""

    def missing(self, value: Any, path: Path, found: Findings) -> None:
        """Tell what the value lacks, once it has been merged."""

    def schema(self, *, whole: bool) -> Schema:
        """The JSON Schema of it; ``whole`` unless it stands in a file that extends another."""


class Simple:
    """What is replaced as a whole, and lacks nothing once it has been read."""

    def merge(self, base: Any, own: Any) -> Any:
        """As :meth:`Kind.merge`."""
        return own

    def missing(self, value: Any, path: Path, found: Findings) -> None:
        """As :meth:`Kind.missing`."""
        return None


def name_of(path: Path) -> str:
    """The key that a value belongs to; an item of a list belongs to the list's."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def is_nothing(node: Node, path: Path, found: Findings) -> bool:
    """Whether there is no value; if so, it is told."""
    if not node.is_nothing:
        return False
    item = bool(path) and isinstance(path[-1], int)
    found.fault(node, words.EMPTY_ITEM if item else words.empty(name_of(path)))
    return True


class Text(Simple):
    """Words for a person, on one line unless ``lines``."""

    def __init__(self, *, lines: bool = False) -> None:
        self._lines = lines

    def read(self, node: Node, path: Path, found: Findings) -> Any:
        """As :meth:`Kind.read`."""
        if is_nothing(node, path, found):
            return BAD
        if node.kind != "text":
            found.fault(node, words.expected_text(name_of(path), node.described()))
            return BAD
        text = node.text.strip()
        if not text:
            found.fault(node, words.empty(name_of(path)))
        # Only quotes can bring in what the file's own text does not hold, by an escape.
        elif not node.plain and (code := unwanted_character(text)) is not None:
            found.fault(node, words.control_character(code))
        elif not self._lines and ("\n" in text or "\r" in text):
            found.fault(node, words.one_line(name_of(path)))
        else:
            return text
        return BAD

    def schema(self, *, whole: bool) -> Schema:
        """As :meth:`Kind.schema`."""
        # Text that looks like a number or a yes is text all the same.
        return {"type": ["string", "number", "boolean"], "pattern": r"\S"}


class Shaped(Simple):
    """Text of one of the shapes in ``PATTERNS``."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def read(self, node: Node, path: Path, found: Findings) -> Any:
        """As :meth:`Kind.read`."""
        if is_nothing(node, path, found):
            return BAD
        if node.kind == "text" and COMPILED[self._pattern].fullmatch(node.text):
            return node.text
        message = words.expected_pattern(name_of(path), self._pattern, node.described())
        found.fault(node, message)
        return BAD

    def schema(self, *, whole: bool) -> Schema:
        """As :meth:`Kind.schema`."""
        return {"type": "string", "pattern": f"^({PATTERNS[self._pattern]})$"}


class Choice(Simple):
    """One of a few words."""

    def __init__(self, *options: str) -> None:
        self._options = list(options)

    def read(self, node: Node, path: Path, found: Findings) -> Any:
        """As :meth:`Kind.read`."""
        if is_nothing(node, path, found):
            return BAD
        if node.kind == "text" and node.text in self._options:
            return node.text
        near = found.nearest(node.text, self._options) if node.kind == "text" else ""
        found.fault(
            node, words.expected_choice(name_of(path), self._options, node.described(), near)
        )
        return BAD

    def schema(self, *, whole: bool) -> Schema:
        """As :meth:`Kind.schema`."""
        return {"enum": self._options}


class Whole(Simple):
    """A whole number from ``least`` to ``most``."""

    def __init__(self, least: int, most: int) -> None:
        self._least, self._most = least, most

    def read(self, node: Node, path: Path, found: Findings) -> Any:
        """As :meth:`Kind.read`."""
        if is_nothing(node, path, found):
            return BAD
        if node.plain and _WHOLE.fullmatch(node.text):
            number = int(node.text)
            if self._least <= number <= self._most:
                return number
        message = words.expected_whole(name_of(path), self._least, self._most, node.described())
        found.fault(node, message)
        return BAD

    def schema(self, *, whole: bool) -> Schema:
        """As :meth:`Kind.schema`."""
        return {"type": "integer", "minimum": self._least, "maximum": self._most}


class Flag(Simple):
    """True or false; yes and no, on and off are taken as well, as YAML 1.1 has it."""

    def read(self, node: Node, path: Path, found: Findings) -> Any:
        """As :meth:`Kind.read`."""
        if is_nothing(node, path, found):
            return BAD
        if node.plain and node.text.lower() in _FLAGS:
            return _FLAGS[node.text.lower()]
        found.fault(node, words.expected_flag(name_of(path), node.described()))
        return BAD

    def schema(self, *, whole: bool) -> Schema:
        """As :meth:`Kind.schema`."""
        return {"type": "boolean"}


# How one item is read: its node, its path, and where faults go.
Reader = Callable[[Node, Path, Findings], Any]


def read_list(
    of: Reader, node: Node, path: Path, found: Findings, *, least: int = 0
) -> list[Any] | None:
    """The usable items of a list; ``None`` where there is no list. Items' paths are numbers."""
    if is_nothing(node, path, found):
        return None
    if node.kind != "list":
        found.fault(node, words.expected_list(name_of(path), node.described()))
        return None
    if len(node.items) < least:
        found.fault(node, words.too_few(name_of(path), least))
    values = []
    for index, item in enumerate(node.items):
        found.places[(*path, index)] = (item.line, item.column)
        value = of(item, (*path, index), found)
        if value is not BAD:
            values.append(value)
    return values


class ListOf(Simple):
    """A list; ``inherit="join"`` puts a file's own after those of the file that it extends."""

    def __init__(
        self, of: Kind, *, least: int = 0, inherit: Literal["replace", "join"] = "replace"
    ) -> None:
        self._of, self._least, self._inherit = of, least, inherit

    def read(self, node: Node, path: Path, found: Findings) -> Any:
        """As :meth:`Kind.read`."""
        values = read_list(self._of.read, node, path, found, least=self._least)
        return BAD if values is None else values

    def merge(self, base: Any, own: Any) -> Any:
        """As :meth:`Kind.merge`."""
        if self._inherit == "replace":
            return own
        return [*base, *(one for one in own if one not in base)]

    def schema(self, *, whole: bool) -> Schema:
        """As :meth:`Kind.schema`."""
        # The items of a list are replaced or joined whole, so that each must be complete.
        return {"type": "array", "items": self._of.schema(whole=True), "minItems": self._least}


class OneOrMore(Simple):
    """One value, or a list of them; always a list once read."""

    def __init__(self, of: Kind) -> None:
        self._of = of

    def read(self, node: Node, path: Path, found: Findings) -> Any:
        """As :meth:`Kind.read`."""
        if node.kind == "list":
            values = read_list(self._of.read, node, path, found, least=1)
            return BAD if values is None or len(values) < len(node.items) else values
        value = self._of.read(node, path, found)
        return BAD if value is BAD else [value]

    def schema(self, *, whole: bool) -> Schema:
        """As :meth:`Kind.schema`."""
        one = self._of.schema(whole=whole)
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
