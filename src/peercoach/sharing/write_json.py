"""What may leave for another program: JSON by ``share-1.schema.json`` (docs/share-format.md)."""

import json
from importlib.resources import files
from typing import Any, Final

from peercoach.sharing.leaving import LeavingNote, LeavingRating, Reviewed, Wording
from peercoach.words import share as words

FORMAT: Final = "peercoach/share/1"


def as_json(reviewed: Reviewed, *, large: bool = False) -> bytes:
    """UTF-8. ``large`` makes no difference here."""
    told = {
        "format": FORMAT,
        "checked": words.CHECKED,
        "about": words.ABOUT,
        "recipient": reviewed.recipient,
        "made": reviewed.made,
        "notes": [_note(one) for one in reviewed.notes],
        "ratings": [_rating(one) for one in reviewed.ratings],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what is written."""
    text = files("peercoach.sharing").joinpath("share-1.schema.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _note(one: LeavingNote) -> dict[str, object]:
    return {"kind": one.kind, **_wording(one.wording), "when": one.when, "text": one.text}


def _rating(one: LeavingRating) -> dict[str, object]:
    return {
        **_wording(one.wording),
        "rating": one.rating,
        "value": one.value,
        "label": one.label,
        "when": one.when,
    }


def _wording(one: Wording) -> dict[str, str]:
    framework, _, element = one.address.partition("/")
    return {
        "framework": framework,
        "framework_title": one.framework,
        "element": element,
        "element_title": one.element,
        "ask": one.ask,
    }
