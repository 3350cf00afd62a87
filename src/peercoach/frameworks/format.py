"""The two documents of the file format, key by key: ``peercoach/framework/1`` and ``session/1``.

Reading, merging and the JSON Schema all follow these tables; :mod:`peercoach.frameworks.rules` has
what one key asks of another.
"""

from typing import Any, Final, get_args

from peercoach.frameworks.findings import Findings, Path
from peercoach.frameworks.kinds import (
    Choice,
    Flag,
    Kind,
    ListOf,
    OneOrMore,
    Schema,
    Shaped,
    Simple,
    Text,
    Whole,
)
from peercoach.frameworks.model import FRAMEWORK_FORMAT, SESSION_FORMAT, People, Speaks
from peercoach.frameworks.reading import Node
from peercoach.frameworks.records import Items, Key, Record

# A day's worth is more than any of this should take at once.
MAX_MINUTES: Final = 480


class _Format(Simple):
    """The key ``format``: judged before anything else is read, so nothing is said of it here."""

    def __init__(self, name: str) -> None:
        self._name = name

    def read(self, node: Node, path: Path, found: Findings) -> Any:
        return self._name

    def schema(self, *, whole: bool) -> Schema:
        return {"const": self._name}


_line = Text()
_text = Text(lines=True)
_id = Shaped("id")
_minutes = Whole(1, MAX_MINUTES)
_lines = ListOf(_line)
_texts = ListOf(_text)


def _need(kind: Kind) -> Key:
    return Key(kind, needed=True)


_ID = Key(_id, needed=True, own=True)
_TITLE = _need(_line)

SOURCE = Record(
    {
        "title": _TITLE,
        "publisher": Key(_line),
        "year": Key(Whole(1000, 2100)),
        "url": Key(Shaped("url")),
        "licence": Key(_line),
        "use": _need(_text),
    },
    patched=False,
)
SCALE_STEP = Record(
    {"value": _need(Whole(-1000, 1000)), "label": _need(_line)},
    patched=False,
)
RATING = Record({"id": _ID, "ask": _need(_line), "scale": _need(ListOf(SCALE_STEP, least=2))})
LEVEL = Record({"id": _ID, "title": _TITLE})
EXPOSURE = Record({"id": _ID, "title": _TITLE})
STEP = Record(
    {
        "id": _ID,
        "title": _TITLE,
        "about": Key(_text),
        "minutes": Key(_minutes),
        "elements": Key(ListOf(_id)),
    }
)
ALIGNMENT = Record({"framework": _need(_id), "element": _need(_id)}, patched=False)
QUESTION = Record(
    {
        "id": _ID,
        "ask": _need(_line),
        "hint": Key(_text),
        "follow_ups": Key(_lines),
        "level": Key(_id),
        "tags": Key(_lines),
    }
)
ELEMENT = Record(
    {
        "id": _ID,
        "title": _TITLE,
        "aligned_to": Key(ALIGNMENT),
        "what_it_is": Key(_texts),
        "why_it_matters": Key(_text),
        "what_it_is_not": Key(_texts),
        "questions": _need(Items(QUESTION, least=1)),
        "examples": Key(_text),
        "coach_prompts": Key(_lines),
        "minutes": Key(_minutes),
        "tags": Key(_lines),
    }
)

# Who reviewed the wording of one file has not reviewed what another changed in it, so that
# `reviewed_by` is a file's own; credits go on to whatever is built upon them.
_HEAD = {
    "id": _ID,
    "extends": Key(_id, own=True),
    "title": _TITLE,
    "version": Key(Shaped("version"), needed=True, own=True),
    "language": _need(Shaped("language")),
    "about": _need(_text),
    "sources": Key(ListOf(SOURCE, inherit="join")),
    "reviewed_by": Key(_lines, own=True),
    "tags": Key(_lines),
}

FRAMEWORK = Record(
    {
        "format": Key(_Format(FRAMEWORK_FORMAT), own=True),
        **_HEAD,
        "care": Key(Flag()),
        "minutes": Key(_minutes),
        "ratings": Key(Items(RATING)),
        "levels": Key(Items(LEVEL)),
        "exposures": Key(Items(EXPOSURE)),
        "steps": Key(Items(STEP)),
        "elements": _need(Items(ELEMENT, least=1)),
    }
)

APPROACH = Record({"id": _ID, "title": _TITLE, "about": Key(_text)})
PROMPT = Record(
    {
        "id": _ID,
        "ask": _need(_line),
        "hint": Key(_text),
        "heading": Key(_line),
        "approach": Key(_id),
    }
)
PRINCIPLE = Record({"id": _ID, "title": _TITLE, "about": Key(_text)})
AGREED = Record(
    {
        "id": _ID,
        "ask": _need(_line),
        "hint": Key(_text),
        "follow_ups": Key(_lines),
        "tags": Key(_lines),
    }
)
AGREEMENT = Record({"principles": Key(Items(PRINCIPLE)), "questions": Key(Items(AGREED))})
PART = Record(
    {
        "id": _ID,
        "title": _TITLE,
        "about": Key(_text),
        "minutes": Key(OneOrMore(_minutes)),
        "speaks": Key(Choice(*get_args(Speaks))),
        "prompts": Key(Items(PROMPT)),
        "break": Key(Flag()),
    }
)
SESSION = Record(
    {
        "format": Key(_Format(SESSION_FORMAT), own=True),
        **_HEAD,
        "minutes": _need(OneOrMore(_minutes)),
        "people": Key(Choice(*get_args(People))),
        "second_sign_in": Key(Flag()),
        "agreement": Key(AGREEMENT),
        "approaches": Key(Items(APPROACH)),
        "parts": _need(Items(PART, least=1)),
    }
)
