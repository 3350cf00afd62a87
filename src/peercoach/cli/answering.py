"""Answers on standard output: lines for people, or JSON, one object a line."""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peercoach.journal import extras, ids
from peercoach.journal.records import Entry, Goal, More, Rating
from peercoach.journal.text import clean, one_line
from peercoach.journal.written import Written
from peercoach.words import commands as words
from peercoach.words import reflect

if TYPE_CHECKING:
    from peercoach.vault.check import Report

TITLE_LETTERS = 80


def say(*lines: str) -> None:
    """Print lines; control characters that came from elsewhere are taken out."""
    for line in lines:
        sys.stdout.write(clean(line) + "\n")


def say_json(value: Mapping[str, Any]) -> None:
    """Print one object on one line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def say_copy(path: Path, report: "Report") -> None:
    """Print what a copy of a notebook holds, as commands.md fixes it."""
    known = {"notes": report.notes, "conflicts": report.conflicts}
    say_json({**known, "path": str(path), "whole": report.ok})


def title(written: Written) -> str:
    """What a note is known by: the question it answers, else its own first words."""

    record = written.record
    if isinstance(record, Rating):
        return record.place.element_title
    text = record.text if isinstance(record, Entry) else ""
    asked = record.place.ask if isinstance(record, Entry) else ""
    return one_line(asked or text, TITLE_LETTERS)


def text_of(written: Written) -> str:
    """What was written; of a rating, the words of its step."""
    record = written.record
    if isinstance(record, Rating):
        return record.label
    return record.text if isinstance(record, Entry) else ""


def as_object(written: Written, *, text: bool = False) -> dict[str, Any]:
    """A note as commands.md fixes it; ``text`` adds what was written."""
    record = written.record
    place = record.place if isinstance(record, Entry | Rating) else None
    found: dict[str, Any] = {
        "id": ids.to_text(written.id),
        "kind": record.kind,
        "written_at": written.when.iso(),
        "element": place.address if place else "",
        "space": written.space,
        "title": title(written),
    }
    if isinstance(record, Rating):
        found |= {"rating": record.rating, "value": record.value, "label": record.label}
    if isinstance(record, Entry) and record.more is not None:
        found |= more_of(record.more)
    if text:
        found |= {"text": text_of(written)}
        if written.changed is not None:
            found |= {"changed_at": written.changed.iso()}
    return found


_GOAL_KEYS = {"goal_state": "state", "step_state": "state", "look": "look_at"}
"""What a field of a goal, a step or a check-in is called, where that is another name."""
_IDS = frozenset({"goal", "began", "became"})
_INSIDE = frozenset({"closed_at", "closed_offset", "closed_zone"})


def more_of(more: More) -> dict[str, Any]:
    """What an entry says beside its words: what was said of it, with ids as text."""
    said = extras.fields(more)
    if isinstance(more, Goal):
        said |= {"goal_state": more.goal_state, "elements": list(more.elements)}
        said.pop("draws_on", None)
    return {
        _GOAL_KEYS.get(name, name): ids.to_text(value) if name in _IDS else value
        for name, value in said.items()
        if name not in _INSIDE
    }


def line_of(written: Written, columns: int = 0) -> str:
    """A note on one line, as people read it: its element, and its first line of their own words.

    Longer than ``columns`` (0: any length) it ends with "…".
    """
    record = written.record
    element = record.place.element_title if isinstance(record, Entry | Rating) else ""
    first = next(filter(str.strip, text_of(written).splitlines()), "")
    line = words.LISTED.format(
        id=ids.to_text(written.id),
        day=written.when.local().date().isoformat(),
        kind=reflect.KINDS_OF_ENTRY[record.kind],
        said=": ".join(one for one in (one_line(element), one_line(first)) if one),
    )
    return line if columns == 0 or len(line) <= columns else line[: columns - 1].rstrip() + "…"


def list_all(found: Iterable[Written], *, as_json: bool, text: bool = False) -> None:
    """Print notes, a line each; on a terminal no line is longer than it is wide."""
    from peercoach.plain.terminal import columns

    width = columns(sys.stdout)
    for written in found:
        if as_json:
            say_json(as_object(written, text=text))
        else:
            say(line_of(written, width))
