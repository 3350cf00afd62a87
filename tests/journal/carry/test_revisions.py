"""A revision as JSON: the same bytes come back, whatever it holds."""

import base64
import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.journal.carry import revisions
from peercoach.journal.carry.revisions import Unreadable

STAMPS: dict[str, Any] = {"rev": b"r" * 16, "parents": [b"p" * 16]}
NOTE = {"kind": "note", "schema": 1, "text": "Something", "reflection": 2**62 + 1}

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=("Cs", "Cc")))
    | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
names = st.sampled_from(["kind", "schema", "reflection", "kept:a", "text", "more"])
documents = st.dictionaries(names, values)


@given(said=documents)
def test_any_document_comes_back_to_the_same_bytes(said: dict[str, Any]) -> None:
    """Bytes, large numbers, nested lists, fields in any order: through JSON nothing is changed."""
    written = json.dumps(revisions.to_json({**said, **STAMPS}), allow_nan=False)

    back = revisions.from_json(json.loads(written))

    assert msgspec.msgpack.encode(back) == msgspec.msgpack.encode({**said, **STAMPS})


def test_a_note_is_plain_json() -> None:
    """A note of ours is readable in JSON, with ids as 13 letters and digits."""
    found = revisions.to_json({**NOTE, **STAMPS})

    assert found["says"] == {**NOTE, "reflection": "4000000000001"}
    assert (found["rev"], found["parents"]) == ("72" * 16, ["70" * 16])


@pytest.mark.parametrize(
    "value", [b"bytes", 2**53 + 1, float("inf"), {1: "a"}, msgspec.msgpack.Ext(5, b"x")]
)
def test_what_json_can_not_say_goes_as_bytes(value: object) -> None:
    """What JSON would change goes in base64, exactly."""
    found = revisions.to_json({"kind": "later", "odd": value, **STAMPS})

    assert "says" not in found
    packed = base64.b64decode(found["msgpack"])
    assert packed == msgspec.msgpack.encode({"kind": "later", "odd": value})


def test_control_characters_do_not_come_in() -> None:
    """Text from a doctored export loses what a terminal would obey."""
    plain = {"rev": "00" * 16, "parents": [], "says": {"text": "a\x1b[2Jb\r\n\ud800"}}
    packed = base64.b64encode(msgspec.msgpack.encode({"text": "a\x1b[2Jb"})).decode()

    assert revisions.from_json(plain)["text"] == "a[2Jb\n"
    assert revisions.said_from_json({"msgpack": packed})["text"] == "a[2Jb"


@pytest.mark.parametrize(
    "found",
    [
        None,
        [],
        {},
        {"rev": "00" * 16, "parents": []},
        {"rev": "00", "parents": [], "says": {}},
        {"rev": "zz" * 16, "parents": [], "says": {}},
        {"rev": 5, "parents": [], "says": {}},
        {"rev": "00" * 16, "parents": ["00"], "says": {}},
        {"rev": "00" * 16, "parents": 7, "says": {}},
        {"rev": "00" * 16, "parents": [], "says": []},
        {"rev": "00" * 16, "parents": [], "says": {"reflection": "no id"}},
        {"rev": "00" * 16, "parents": [], "says": {"rev": "again"}},
        {"rev": "00" * 16, "parents": [], "says": {"much": 2**70}},
        {"rev": "00" * 16, "parents": [], "says": {"odd": "\ud800"}},
        {"rev": "00" * 16, "parents": [], "msgpack": "!"},
        {"rev": "00" * 16, "parents": [], "msgpack": "wQ=="},
        {"rev": "00" * 16, "parents": [], "msgpack": "AQ=="},
        {"rev": "00" * 16, "parents": [], "msgpack": "gQEC"},
    ],
)
def test_what_is_no_revision_is_refused(found: object) -> None:
    """Each thing that can be wrong with a revision is refused, and is no other error."""
    with pytest.raises(Unreadable):
        revisions.from_json(found)


def test_deep_values_are_refused() -> None:
    """A value that goes deeper than can be followed is refused, and is no crash."""
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]

    with pytest.raises(Unreadable):
        revisions.said_from_json({"says": {"deep": deep}})
