"""The JSON Schema says of a file what reading it says, as far as a schema can."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from peercoach.frameworks.schema import schema, schema_text
from tests.frameworks.documents import BROKEN, FULL, PLAN, SESSION, SMALL
from tests.frameworks.json_schema import fits

SHIPPED = sorted((Path(__file__).parents[2] / "frameworks").glob("*.yaml"))

# What JSON Schema can't say, or what is no YAML: reading alone refuses these.
BEYOND_A_SCHEMA = {
    "aligned-to-itself-astray",
    "care-for-an-hour",
    "care-without-minutes",
    "element-twice",
    "escape-character-hidden",
    "exposure-twice",
    "exposures-without-care",
    "extends-nothing-here",
    "key-is-a-list",
    "key-merge",
    "key-twice",
    "level-twice",
    "level-unknown",
    "level-without-levels",
    "mark-in-the-middle",
    "question-twice",
    "rating-twice",
    "scale-falls",
    "scale-value-twice",
    "session-approach-unknown",
    "session-lengths-fall",
    "session-part-twice",
    "session-part-with-one-length",
    "session-parts-too-long",
    "session-parts-too-short",
    "session-principle-twice",
    "session-prompt-twice",
    "step-to-nowhere",
    "step-twice",
    "text-turned-round",
    "title-in-two-lines",
}


def plain(text: str) -> Any:
    return yaml.safe_load(text)


def yaml_reads(path: Path) -> bool:
    try:
        yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        return False
    return True


@pytest.mark.parametrize("path", [FULL, SESSION, *SHIPPED], ids=lambda path: path.stem)
def test_what_can_be_read_fits(path: Path) -> None:
    """The samples with every key, and all that ships, are valid by the schema."""
    assert fits(schema(), plain(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("text", [SMALL, PLAN], ids=["framework", "session"])
def test_the_smallest_documents_fit(text: str) -> None:
    """What may be left out may be left out by the schema, too."""
    assert fits(schema(), plain(text))


def test_what_extends_may_leave_out_what_it_takes_over() -> None:
    """With `extends` an element needs no title; without, it does; either way an id."""
    part: dict[str, Any] = {
        "format": "peercoach/framework/1",
        "id": "upon",
        "version": "1.0.0",
        "extends": "small",
        "elements": [{"id": "one", "questions": [{"id": "first", "hint": "A hint"}]}],
    }

    assert fits(schema(), part)
    assert not fits(schema(), {key: part[key] for key in part if key != "extends"})
    assert not fits(schema(), part | {"elements": [{"title": "No id"}]})
    assert not fits(schema(), part | {"sources": [{"title": "Without its use"}]})


@pytest.mark.parametrize("path", [one for one in BROKEN if yaml_reads(one)], ids=lambda p: p.stem)
def test_what_cannot_be_read_does_not_fit(path: Path) -> None:
    """Each broken document is invalid, unless its fault is one that a schema can't see."""
    invalid = not fits(schema(), plain(path.read_text(encoding="utf-8")))

    assert invalid != (path.stem in BEYOND_A_SCHEMA)


@pytest.mark.parametrize(
    "change",
    [
        {"title": None},
        {"title": ["Small"]},
        {"care": "yes"},
        {"minutes": 0},
        {"minutes": 481},
        {"minutes": True},
        {"elements": []},
        {"format": "peercoach/framework/2"},
        {"colour": "red"},
    ],
    ids=str,
)
def test_one_wrong_value_does_not_fit(change: dict[str, Any]) -> None:
    """A single value that the format does not take makes the document invalid."""
    document = plain(SMALL)

    assert fits(schema(), document)
    assert not fits(schema(), document | change)


def test_the_text_is_the_schema() -> None:
    """What is printed is the schema as JSON, ending with a line break."""
    text = schema_text()

    assert json.loads(text) == schema()
    assert text.endswith("}\n")
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
