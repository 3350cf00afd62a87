"""Shares as JSON: valid by the schema that ships, as another library reads it; and its page."""

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from peercoach.sharing.leaving import RECIPIENTS, Recipient, Wording
from peercoach.sharing.write import written
from peercoach.sharing.write_json import FORMAT, schema
from tests.docs.pages import page
from tests.sharing.shares import a_year, note, rating, reviewed

VALIDATOR = Draft202012Validator(schema())
GUIDE = page("docs/share-format.md")


def share(**more: Any) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(written(a_year(), "json"))
    return told | more


def own(text: str) -> Wording:
    return Wording("ours/one", text, text, text, shipped=False)


@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    text=st.text(max_size=40),
    wording=st.text(max_size=12),
    value=st.integers(-9, 9),
    recipient=st.sampled_from(RECIPIENTS),
    shift=st.sampled_from((0, 100, -300)),
    day=st.dates(),
)
def test_every_share_is_valid(
    text: str, wording: str, value: int, recipient: Recipient, shift: int, day: date
) -> None:
    """Whatever was written, whoever it is for, whenever it was."""
    made = reviewed(
        [note(text, wording=own(wording), day=day)],
        [rating(value, day, wording=own(wording), rating=wording, label=wording or "x")],
        recipient=recipient,
        shift=shift,
    )

    told = json.loads(written(made, "json").decode("utf-8"))

    assert [error.message for error in VALIDATOR.iter_errors(told)] == []


def test_the_schema_is_a_schema() -> None:
    """It is valid by the JSON Schema of schemas, and names the format that is written."""
    Draft202012Validator.check_schema(schema())

    assert schema()["properties"]["format"]["const"] == FORMAT == share()["format"]


@pytest.mark.parametrize(
    "change",
    [
        {"format": "peercoach/share/2"},
        {"recipient": "everybody"},
        {"made": "3 November 2026, 14:02"},
        {"notes": None},
        {"notes": [{}]},
        {"notes": [{**share()["notes"][0], "when": "2026-05-02"}]},
        {"ratings": [{**share()["ratings"][0], "value": "1"}]},
        {"about": ""},
    ],
    ids=lambda one: next(iter(one)),
)
def test_what_is_no_share_is_not_valid(change: dict[str, Any]) -> None:
    """Another version, a moment that is too exact, a part that is missing."""
    assert VALIDATOR.is_valid(share())
    assert not VALIDATOR.is_valid(share(**change))


def test_keys_may_be_added() -> None:
    """A later version of ours may say more, in a share and in a note."""
    more = share(since="later")
    more["notes"][0]["since"] = "later"

    assert VALIDATOR.is_valid(more)


def test_the_page_names_every_key() -> None:
    """Every key of the schema has its line in the tables of the page, and no other has one."""
    parts = [
        schema()["properties"],
        *(one.get("properties", {}) for one in schema()["$defs"].values()),
    ]

    told = re.findall(r"^\| `(\w+)` \|", GUIDE, re.MULTILINE)
    assert sorted(told) == sorted(key for one in parts for key in one)
    shown = json.loads(re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL)[0])
    assert VALIDATOR.is_valid(shown)
