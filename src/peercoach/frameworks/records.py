"""Groups of keys, and lists of such groups that are told apart by their ids."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from peercoach.frameworks.findings import Findings, Path
from peercoach.frameworks.kinds import (
    BAD,
    COMPILED,
    Kind,
    Schema,
    is_nothing,
    name_of,
    read_list,
)
from peercoach.frameworks.reading import Node
from peercoach.words import frameworks as words

Plain = dict[str, Any]


class Key(NamedTuple):
    """One key of a group.

    ``needed``: a whole group has it. ``own``: it is never taken over from the file that is
    extended, so that a needed one stands in every file.
    """

    kind: Kind
    needed: bool = False
    own: bool = False


class Record:
    """A group of keys. Where ``patched``, a file that extends another may give some of them only;
    otherwise the group is always complete, and replaced as a whole.
    """

    def __init__(self, keys: Mapping[str, Key], *, patched: bool = True) -> None:
        self.keys = keys
        self._patched = patched
        self._names = list(keys)

    def read(self, node: Node, path: Path, found: Findings) -> Any:
        """The group as plain data, without what can't be used; ``BAD`` where it is no group."""
        if is_nothing(node, path, found):
            return BAD
        if node.kind != "group":
            message = words.expected_group(name_of(path), self._names, node.described())
            found.fault(node, message)
            return BAD
        data: Plain = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.pairs:
            key = self._key(key_node, path, lines, found)
            if key is None:
                continue
            name, here = key_node.text, (*path, key_node.text)
            found.places[here] = (value_node.line, value_node.column)
            value = key.kind.read(value_node, here, found)
            if value is not BAD:
                data[name] = value
        for name, key in self.keys.items():
            wanted = key.needed and (key.own or found.whole or not self._patched)
            if wanted and (*path, name) not in found.places:
                found.fault(node, words.key_missing(name))
        return data

    def _key(self, node: Node, path: Path, lines: dict[str, int], found: Findings) -> Key | None:
        if node.kind != "text":
            found.fault(node, words.KEY_NOT_A_WORD)
            return None
        name = node.text
        if name not in self.keys and found.is_full:
            return None
        if name not in self.keys:
            near = found.nearest(name, self._names)
            found.fault(node, words.unknown_key(name, near, self._names))
            # A misspelt key is one thing to mend, not also a missing one.
            if near:
                found.places.setdefault((*path, near), (node.line, node.column))
            return None
        if name in lines:
            found.fault(node, words.double_key(name, lines[name]))
            return None
        lines[name] = node.line
        return self.keys[name]

    def merge(self, base: Plain, own: Plain) -> Plain:
        """What a file says, upon what the file that it extends says, key by key."""
        if not self._patched:
            return own
        merged = {name: value for name, value in base.items() if not self.keys[name].own}
        for name, value in own.items():
            both = name in merged
            merged[name] = self.keys[name].kind.merge(merged[name], value) if both else value
        return merged

    def missing(self, value: Plain, path: Path, found: Findings) -> None:
        """Tell which needed keys are still missing once ``value`` is merged."""
        for name, key in self.keys.items():
            here = (*path, name)
            if name in value:
                key.kind.missing(value[name], here, found)
            elif key.needed and not key.own and here not in found.places:
                found.fault_at(path, words.key_missing(name))

    def schema(self, *, whole: bool) -> Schema:
        """An object that has these keys and no others."""
        whole = whole or not self._patched
        needed = [name for name, key in self.keys.items() if key.needed and (key.own or whole)]
        return {
            "type": "object",
            "properties": {name: key.kind.schema(whole=whole) for name, key in self.keys.items()},
            "required": needed,
            "additionalProperties": False,
        }


class Items:
    """A list of groups, each with an ``id`` of its own within the list.

    A file that extends another changes the items whose ids it names and adds the others at the end.
    """

    def __init__(self, record: Record, *, least: int = 0) -> None:
        self.record = record
        self._least = least

    def read(self, node: Node, path: Path, found: Findings) -> Any:
        """The items that have an id; paths of what stands in them go by that id."""
        found.unnamed.add(path)
        item = _Item(self.record)
        least = self._least if found.whole else 0
        values = read_list(item.read, node, path, found, least=least)
        if values is None:
            return BAD
        if len(item.lines) == len(node.items):
            found.unnamed.discard(path)
        return values

    def merge(self, base: list[Plain], own: list[Plain]) -> list[Plain]:
        """Items of the same id merged where they stood, new ones after them."""
        mine = {item["id"]: item for item in own}
        merged = [
            self.record.merge(item, mine.pop(item["id"])) if item["id"] in mine else item
            for item in base
        ]
        return [*merged, *mine.values()]

    def missing(self, value: list[Plain], path: Path, found: Findings) -> None:
        """As for each group; and whether there are enough items."""
        if len(value) < self._least and path not in found.unnamed:
            found.fault_at(path, words.too_few(name_of(path), self._least))
        for item in value:
            self.record.missing(item, (*path, item["id"]), found)

    def schema(self, *, whole: bool) -> Schema:
        """A list of such groups; that their ids differ is more than JSON Schema can say."""
        return {
            "type": "array",
            "items": self.record.schema(whole=whole),
            "minItems": self._least if whole else 0,
        }


class _Item:
    """Reads the items of one list, and keeps the line on which each id stood."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self.lines: dict[str, int] = {}

    def read(self, node: Node, path: Path, found: Findings) -> Any:
        named = next((v for k, v in node.pairs if k.text == "id" and v.kind == "text"), None)
        if named is None or not COMPILED["id"].fullmatch(named.text):
            self._record.read(node, path, found)
            return BAD
        if named.text in self.lines:
            found.fault(named, words.double_id(named.text, self.lines[named.text]))
            self._record.read(node, path, found)
            return BAD
        self.lines[named.text] = named.line
        here = (*path[:-1], named.text)
        found.places[here] = (node.line, node.column)
        return self._record.read(node, here, found)
