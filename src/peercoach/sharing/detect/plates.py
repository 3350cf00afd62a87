"""Number plates: of today, of earlier years, of Northern Ireland."""

import re
from re import Match

from peercoach.sharing.detect.recognising import Recogniser, always
from peercoach.sharing.detect.wordlists import ours

_CARS = "|".join(one.replace("-", r"\s") for one in sorted(ours("cars")))
_CAR = re.compile(rf"\b(?:{_CARS})\b", re.IGNORECASE)
_BEFORE, _AFTER = 60, 30
_WORDS = ("the", "and", "but", "for", "was", "who")


def _is_plate(found: Match[str], text: str) -> bool:
    """Whether a car is spoken of close by."""
    return bool(_CAR.search(text[max(0, found.start() - _BEFORE) : found.end() + _AFTER]))


PLATES: tuple[Recogniser, ...] = (
    ("VEHICLE", re.compile(r"\b[A-Z]{2}\d{2}\s?[A-Z]{3}\b"), always),
    (
        "VEHICLE",
        re.compile(r"\b[A-Z]{2}[0-7]\d[ -]?[A-Z]{3}\b", re.IGNORECASE),
        _is_plate,
    ),
    (
        "VEHICLE",
        re.compile(
            r"\b[A-Z]\s?\d{1,3}[ -]?[A-Z]{3}\b|\b[A-Z]{3}\s?\d{1,4}[A-Z]?\b|\b\d{1,4}\s[A-Z]{2,3}\b"
        ),
        _is_plate,
    ),
    (
        "VEHICLE",
        re.compile(r"\b[a-z]\s?\d{2,3}\s?[a-z]{3}\b"),
        lambda found, text: _is_plate(found, text) and found.group()[-3:] not in _WORDS,
    ),
    ("VEHICLE", re.compile(r"\b[A-Z]{1,2}Z\s?\d{3,4}\b"), always),
)
