"""What one key asks of another, once each has been read for itself and merged.

Each rule keeps quiet where what it would compare could not be read: that is told already.
"""

from itertools import pairwise
from typing import Any, Final

from peercoach.frameworks.findings import Findings, Path
from peercoach.frameworks.records import Plain
from peercoach.words import frameworks as words

# Five to ten minutes at a time, since what is heavy is done in small pieces.
MAX_CARE_MINUTES: Final = 10


def check_framework(data: Plain, found: Findings, *, base: Plain | None = None) -> None:
    """Tell what does not fit together in a framework; ``base`` is what it extends."""
    for rating in data.get("ratings", ()):
        _scale(rating, ("ratings", rating["id"], "scale"), found)
    elements = data.get("elements", ())
    element_ids = [element["id"] for element in elements]
    level_ids = [level["id"] for level in data.get("levels", ())]
    for element in elements:
        here: Path = ("elements", element["id"])
        _levels(element, here, level_ids, found)
        _alignment(element, here, data.get("id"), element_ids, found)
    for step in data.get("steps", ()):
        here = ("steps", step["id"], "elements")
        visited = step.get("elements", ())
        for index, id in enumerate(visited):
            place = _item(here, index, len(visited), found)
            _is_element("elements", id, place, element_ids, found)
    _care(data, found, base or {})


def check_session(data: Plain, found: Findings, *, base: Plain | None = None) -> None:
    """Tell what does not fit together in a session plan: its lengths, its parts', its prompts'."""
    _approaches(data, found)
    lengths = data.get("minutes", [])
    for before, value in pairwise(lengths):
        if value <= before:
            found.fault_at(("minutes",), words.minutes_order(value, before))
    parts = data.get("parts", [])
    timed = [part for part in parts if "minutes" in part]
    fit = True
    for part in timed:
        if lengths and len(part["minutes"]) != len(lengths):
            fit = False
            message = words.minutes_columns(len(part["minutes"]), len(lengths))
            found.fault_at(("parts", part["id"], "minutes"), message)
    unread = any(
        ("parts", part["id"], "minutes") in found.places for part in parts if "minutes" not in part
    )
    if not fit or not timed or unread or ("parts",) in found.unnamed:
        return
    for index, length in enumerate(lengths):
        total = sum(part["minutes"][index] for part in timed)
        # Parts without a time of their own take what the others leave.
        if total > length or (len(timed) == len(parts) and total < length):
            found.fault_at(("minutes",), words.minutes_sum(total, length))


def _approaches(data: Plain, found: Findings) -> None:
    """A plan that gives its approaches titles has one for each that a prompt belongs to."""
    if "approaches" not in data or ("approaches",) in found.unnamed:
        return
    ids = [one["id"] for one in data["approaches"]]
    for part in data.get("parts", ()):
        for prompt in part.get("prompts", ()):
            approach = prompt.get("approach")
            if approach is not None and approach not in ids:
                here = ("parts", part["id"], "prompts", prompt["id"], "approach")
                near = found.nearest(approach, ids)
                found.fault_at(here, words.approach_unknown(approach, near, ids))


def _scale(rating: Plain, path: Path, found: Findings) -> None:
    steps = rating.get("scale", ())
    values: list[int] = []
    for index, step in enumerate(steps):
        if "value" not in step:
            continue
        value = step["value"]
        here = (*_item(path, index, len(steps), found), "value")
        if value in values:
            found.fault_at(here, words.scale_double(value))
        elif values and value < values[-1]:
            found.fault_at(here, words.scale_order(value, values[-1]))
        values.append(value)


def _item(path: Path, index: int, count: int, found: Findings) -> Path:
    """Where an item stood; the list itself if one that could not be read has shifted the rest."""
    return path if (*path, count) in found.places else (*path, index)


def _levels(element: Plain, path: Path, level_ids: list[str], found: Findings) -> None:
    if ("levels",) in found.unnamed:
        return
    for question in element.get("questions", ()):
        level = question.get("level")
        if level is not None and level not in level_ids:
            message = words.level_unknown(level, found.nearest(level, level_ids), level_ids)
            found.fault_at((*path, "questions", question["id"], "level"), message)


def _alignment(
    element: Plain, path: Path, own_id: str | None, element_ids: list[str], found: Findings
) -> None:
    aligned: dict[str, Any] = element.get("aligned_to", {})
    if "element" in aligned and aligned.get("framework") == own_id:
        here = (*path, "aligned_to", "element")
        _is_element("element", aligned["element"], here, element_ids, found)


def _is_element(name: str, id: str, path: Path, element_ids: list[str], found: Findings) -> None:
    if id not in element_ids and ("elements",) not in found.unnamed:
        near = found.nearest(id, element_ids)
        found.fault_at(path, words.element_unknown(name, id, near, element_ids))


def _care(data: Plain, found: Findings, base: Plain) -> None:
    if base.get("care") and not data.get("care"):
        found.fault_at(("care",), words.CARE_OFF)
    elif data.get("care"):
        minutes = data.get("minutes")
        unread = minutes is None and ("minutes",) in found.places
        if not unread and (minutes is None or minutes > MAX_CARE_MINUTES):
            place: Path = ("care",) if minutes is None else ("minutes",)
            found.fault_at(place, words.care_minutes(MAX_CARE_MINUTES))
    elif data.get("exposures") and ("care" in data or ("care",) not in found.places):
        found.fault_at(("exposures",), words.EXPOSURES_NEED_CARE)
