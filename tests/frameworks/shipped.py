"""The files that ship as plain data, read without the program's own loader."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LIBRARY = Path(__file__).parents[2] / "frameworks"
IDS = Path(__file__).parent / "ids.txt"

HEART = "peer-leadership"
SHORT = "what-so-what-now-what"
DIMENSIONS = "healthcare-leadership"
LIVED = "lived-experience-leadership"
HEAL = "moral-injury"
CAREER = "career-and-impact"
TEAM = "team-development"
FEEDBACK = "tool-feedback"
WELSH = "peer-leadership-cy"

# How many elements a framework has, and how many questions each has at least.
COUNTS = {
    HEART: (9, 5),
    DIMENSIONS: (9, 8),
    LIVED: (8, 3),
    HEAL: (7, 2),
    CAREER: (5, 3),
    SHORT: (3, 1),
    TEAM: (9, 2),
    FEEDBACK: (5, 1),
}
FRAMEWORKS = tuple(COUNTS)
PLANS = (
    *("peer-coaching", "short-conversation", "protected-hour", "monthly-review", "peer-space"),
)


@cache
def document(name: str) -> dict[str, Any]:
    """A shipped file; whoever asks for it leaves it as it is."""
    data = yaml.safe_load((LIBRARY / f"{name}.yaml").read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def elements(name: str) -> list[dict[str, Any]]:
    return list(document(name)["elements"])


def questions(name: str) -> list[dict[str, Any]]:
    return [question for element in elements(name) for question in element["questions"]]


def asks(name: str) -> list[str]:
    return [question["ask"] for question in questions(name)]


def follow_ups(name: str) -> list[str]:
    return [one for question in questions(name) for one in question["follow_ups"]]


def prompts(name: str) -> list[dict[str, Any]]:
    """Every prompt of a session plan."""
    return [prompt for part in document(name)["parts"] for prompt in part.get("prompts", ())]


def agreed(name: str) -> list[dict[str, Any]]:
    """Every question of a session plan's agreement."""
    return list(document(name).get("agreement", {}).get("questions", ()))


def texts(value: object) -> Iterator[str]:
    """Every text inside plain data, however deep, but for ids, which no one is shown."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("id", "aligned_to", "approach", "level"):
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def said(name: str) -> list[str]:
    """Every text of ours that a person meets; sources carry other people's titles."""
    data = document(name)
    return list(texts({key: value for key, value in data.items() if key not in _NOT_SAID}))


_NOT_SAID = ("format", "language", "sources", "version")


def addresses(name: str) -> list[str]:
    """What people's answers point at, one line each, by what it is."""
    data = document(name)
    found = [name]
    for kind in ("rating", "level", "exposure", "step"):
        found += [f"{name} {kind} {one['id']}" for one in data.get(f"{kind}s", ())]
    found += [f"{name} approach {one['id']}" for one in data.get("approaches", ())]
    agreement = data.get("agreement", {})
    found += [f"{name} principle {one['id']}" for one in agreement.get("principles", ())]
    found += [f"{name} agreement {one['id']}" for one in agreement.get("questions", ())]
    for one in (*data.get("elements", ()), *data.get("parts", ())):
        found.append(f"{name}/{one['id']}")
        asked = (*one.get("questions", ()), *one.get("prompts", ()))
        found += [f"{name}/{one['id']}/{each['id']}" for each in asked]
    return found
