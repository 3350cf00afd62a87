"""A private dictionary in a file: ``people: [{name, also, role}]``, ``wards``, ``teams`` and
``places``.

It is read as frameworks are: nothing in it is acted upon, and a hostile file is refused at once.
"""

from collections.abc import Iterator
from pathlib import Path

from peercoach.frameworks.reading import Node, read
from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.detect.spans import Kind
from peercoach.sharing_errors import DictionaryUnusable
from peercoach.words import sharing as words

LISTS: dict[str, Kind] = {"wards": "WARD", "teams": "TEAM", "places": "PLACE"}
PEOPLE = "people"
_OF_PERSON = ("name", "also", "role")


def read_dictionary(path: Path) -> list[Known]:
    """Everything that a dictionary file has.

    Raises:
        DictionaryUnusable: it can't be read, with the line and column of what is wrong.
    """
    try:
        raw = path.expanduser().read_bytes()
    except OSError:
        raise DictionaryUnusable(path=path, line=1, column=1, why=words.NO_FILE) from None
    tree, faults = read(raw)
    if tree is None or faults:
        first = faults[0]
        raise DictionaryUnusable(path=path, line=first.line, column=first.column, why=first.message)
    try:
        return list(_entries(tree))
    except _Wrong as wrong:
        node = wrong.node
        raise DictionaryUnusable(
            path=path, line=node.line, column=node.column, why=wrong.why
        ) from None


class _Wrong(Exception):
    def __init__(self, node: Node, why: str) -> None:
        super().__init__()
        self.node = node
        self.why = why


def _entries(tree: Node) -> Iterator[Known]:
    for key, value in _pairs(tree):
        if key.text == PEOPLE:
            yield from (_person(one) for one in _items(value))
        elif key.text in LISTS:
            for one in _items(value):
                yield Known(_text(one), kind=LISTS[key.text])
        else:
            known = ", ".join((PEOPLE, *LISTS))
            raise _Wrong(key, words.UNKNOWN_KEY.format(key=key.text, known=known))


def _person(node: Node) -> Known:
    """A person with what else they are called, or a name alone."""
    if node.kind == "text":
        return Known(_text(node))
    name, role = "", ""
    also: tuple[str, ...] = ()
    for key, value in _pairs(node):
        match key.text:
            case "name":
                name = _text(value)
            case "role":
                role = "" if value.is_nothing else _text(value)
            case "also":
                also = tuple(_text(one) for one in _items(value))
            case other:
                known = ", ".join(_OF_PERSON)
                raise _Wrong(key, words.UNKNOWN_KEY.format(key=other, known=known))
    if not name:
        raise _Wrong(node, words.NO_NAME)
    return Known(name, also, role=role)


def _pairs(node: Node) -> list[tuple[Node, Node]]:
    if node.kind != "group":
        raise _Wrong(node, words.NOT_A_GROUP)
    return node.pairs


def _items(node: Node) -> list[Node]:
    if node.is_nothing:
        return []
    if node.kind != "list":
        raise _Wrong(node, words.NOT_A_LIST)
    return node.items


def _text(node: Node) -> str:
    if node.kind != "text" or node.is_nothing or not node.text.strip():
        raise _Wrong(node, words.NOT_A_WORD)
    return node.text.strip()
