"""From bytes to a small tree that remembers where each thing stood.

YAML's own parser gives events; the tree is put together here, one event at a time, so that the
limits hold *while* a hostile file is read, not after: nothing nests, repeats or expands beyond
them, and no tag is ever acted upon. Text stays as it was written: whether ``2022`` or ``No`` is
text, a number or a yes is for the key to say (see :mod:`peercoach.frameworks.kinds`).
"""

import re
from itertools import islice
from typing import Any, Final, Literal

from peercoach.frameworks.faults import Fault
from peercoach.words import frameworks as words

MAX_BYTES: Final = 1024 * 1024
MAX_DEPTH: Final = 16
MAX_NODES: Final = 16_000
MAX_ALIASES: Final = 100
MAX_FAULTS: Final = 100

# What a terminal might act upon, what YAML takes for a line break and an editor does not, and the
# characters that show text in another order than it is written.
_UNWANTED = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff\ufeff\ufffe\uffff]"
)
_YAML_TAG: Final = "tag:yaml.org,2002:"  # what YAML makes of "!!"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Node:
    """One value of the file. ``size`` counts it and all that it holds, references written out."""

    __slots__ = ("column", "items", "kind", "line", "pairs", "plain", "size", "text")

    def __init__(self, kind: Literal["text", "list", "group"], line: int, column: int) -> None:
        self.kind = kind
        self.line = line
        self.column = column
        self.text = ""
        self.plain = False
        self.items: list[Node] = []
        self.pairs: list[tuple[Node, Node]] = []
        self.size = 1

    @property
    def is_nothing(self) -> bool:
        """Whether the key, or the dash, has no value after it."""
        return self.plain and self.text in _NULLS

    def described(self) -> str:
        """What was found, as a fault says it."""
        if self.is_nothing:
            return words.NOTHING
        if self.kind == "text":
            return words.shown(self.text)
        return words.A_LIST if self.kind == "list" else words.A_GROUP


class _Refused(Exception):
    """Reading stops here; carries the one fault."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.fault = Fault(line, column, message)


def read(raw: bytes) -> tuple[Node | None, list[Fault]]:
    """The tree of a file, or ``None`` where it can't be read, and what was found wrong so far."""
    if len(raw) > MAX_BYTES:
        return None, [Fault(1, 1, words.too_big(MAX_BYTES))]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig")
        return None, [Fault(*_place(before), words.NOT_UTF8)]
    faults = _unwanted(text)
    if len(faults) > MAX_FAULTS:
        return None, faults
    if faults:
        # One space for each keeps every line and column where it was, so the rest can be read.
        text = _UNWANTED.sub(" ", text)
    try:
        return _Tree(text).read(), faults
    except _Refused as refused:
        # What can't be seen is why the rest can't be read, often enough: say that alone.
        return None, faults or [refused.fault]


def unwanted_character(text: str) -> int | None:
    """The code of the first character that may not stand in any text, or ``None``."""
    found = _UNWANTED.search(text)
    return ord(found.group()) if found else None


def _unwanted(text: str) -> list[Fault]:
    faults: list[Fault] = []
    line, last = 1, 0
    for found in islice(_UNWANTED.finditer(text), MAX_FAULTS + 1):
        lines, column = _place(text[last : found.start()])
        # Where no line has ended since the last one, columns go on from there.
        column = column if lines > 1 or not faults else faults[-1].column + found.start() - last
        line, last = line + lines - 1, found.start()
        code = ord(found.group())
        message = words.TAB if code == 9 else words.control_character(code)
        faults.append(Fault(line, column, message))
    return faults


def _place(before: str) -> tuple[int, int]:
    """Line and column of what comes after this text."""
    begin = max(before.rfind("\n"), before.rfind("\r")) + 1
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
    return line, len(before) - begin + 1


def _parser(text: str) -> Any:
    # Imported when a file is read: a program that reads none has no use for it (some 20 ms).
    import yaml

    # libyaml's parser is some ten times as fast. Both give the same events with the same marks, but
    # that the one in Python wants quotes round a text that ends in "?" before a "}" or "]".
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return loader(text)


class _Tree:
    """Puts one document together from events. An anchor is known once its node is complete."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[tuple[Node, str | None, Node | None]] = []
        self._key: Node | None = None
        self._root: Node | None = None
        self._anchors: dict[str, Node | None] = {}
        self._nodes = 0
        self._aliases = 0
        self._documents = 0

    def read(self) -> Node:
        """The root; raises ``_Refused``."""
        import yaml

        parser = None
        try:
            parser = _parser(self._text)
            while True:
                event = parser.get_event()
                if isinstance(event, yaml.StreamEndEvent):
                    break
                self._take(event)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            problem = f"{error.context or ''} {error.problem or ''}".strip()
            raise _Refused(*place, words.yaml_problem(problem)) from None
        except (yaml.YAMLError, ValueError, OverflowError):
            # Without a mark: a character or number that can't be one (\UFFFFFFFF).
            raise _Refused(1, 1, words.yaml_problem("unknown escape character")) from None
        finally:
            if parser is not None:
                parser.dispose()
        if self._root is None or (self._root.is_nothing and self._root.text == ""):
            raise _Refused(1, 1, words.EMPTY_FILE)
        return self._root

    def _take(self, event: Any) -> None:
        name = type(event).__name__
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        match name:
            case "ScalarEvent":
                self._no_tag(event, line, column)
                node = Node("text", line, column)
                node.text = event.value
                node.plain = event.style in (None, "")
                self._count(1, line, column)
                self._anchor(event.anchor, node)
                self._place(node)
            case "MappingStartEvent" | "SequenceStartEvent":
                self._no_tag(event, line, column)
                self._enter("group" if name[0] == "M" else "list", event.anchor, line, column)
            case "MappingEndEvent" | "SequenceEndEvent":
                node, anchor, self._key = self._open.pop()
                self._anchor(anchor, node)
                self._place(node)
            case "AliasEvent":
                self._place(self._alias(event.anchor, line, column))
            case "DocumentStartEvent":
                self._documents += 1
                if self._documents > 1:
                    raise _Refused(line, column, words.MORE_DOCUMENTS)

    def _enter(
        self, kind: Literal["list", "group"], anchor: str | None, line: int, column: int
    ) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise _Refused(line, column, words.TOO_DEEP)
        self._count(1, line, column)
        self._anchor(anchor, None)
        self._open.append((Node(kind, line, column), anchor, self._key))
        self._key = None

    def _place(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1][0]
        parent.size += node.size
        if parent.kind == "list":
            parent.items.append(node)
        elif self._key is None:
            self._key = node
        else:
            parent.pairs.append((self._key, node))
            self._key = None

    def _anchor(self, name: str | None, node: Node | None) -> None:
        if name is not None:
            self._anchors[name] = node

    def _alias(self, name: str, line: int, column: int) -> Node:
        if name not in self._anchors:
            raise _Refused(line, column, words.unknown_alias(name))
        node = self._anchors[name]
        if node is None:
            raise _Refused(line, column, words.ALIAS_IN_ITSELF)
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            raise _Refused(line, column, words.TOO_MANY_ALIASES)
        self._count(node.size, line, column)
        return node

    def _count(self, nodes: int, line: int, column: int) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise _Refused(line, column, words.TOO_MANY)

    def _no_tag(self, event: Any, line: int, column: int) -> None:
        if event.tag is not None:
            raise _Refused(line, column, words.tag_found(event.tag.replace(_YAML_TAG, "!!")))
