"""Postcodes, whole and outward, of areas that there are."""

import re
from re import Match

from peercoach.sharing.detect.recognising import Recogniser, always, before
from peercoach.sharing.detect.wordlists import ours

AREAS = sorted((one.upper() for one in ours("postcode-areas")), key=len, reverse=True)
_AREA = "(?=[A-Za-z]{1,2}\\d)(?:" + "|".join(AREAS) + ")"
_SMALL_AREA = "(?:" + "|".join(AREAS).lower() + ")"
WHOLE = _AREA + r"\d[\dA-Z]?\s{0,2}\d[ABD-HJLNP-UW-Z]{2}"
"""A pattern for a whole postcode."""
_APART = re.compile(rf"\b{_AREA}\d[\dA-Z]?\s\d[ABD-HJLNP-UW-Z]{{2}}\b", re.IGNORECASE)
_PLACE_BEFORE = re.compile(r"\b(?:in|around|near|from|of|postcode|area|to|at|over)\W{1,3}$")
_PLACE_AFTER = ("area", "postcode", "way", "side", "end")
_NOT = ("CO2", "PH7", "SO4", "NO2")
_SMALL_NOT = ("co2", "ph7", "so1", "me2", "hr1")
_NEAR = 60


def _near_a_place(found: Match[str], text: str) -> bool:
    """An outward code alone: two letters are enough, one stands for too many other things."""
    code = found.group()
    if code in _NOT:
        return False
    after = text[found.end() : found.end() + 12].lower().lstrip()
    return (
        code[:2].isalpha()
        or bool(_PLACE_BEFORE.search(before(found, text).lower()))
        or _postcodes_near(found, text)
        or after.startswith(_PLACE_AFTER)
    )


def _postcodes_near(found: Match[str], text: str) -> bool:
    """Whether a whole postcode stands close by: a list of them."""
    return bool(_APART.search(text[max(0, found.start() - _NEAR) : found.end() + _NEAR]))


POSTCODES: tuple[Recogniser, ...] = (
    (
        "POSTCODE",
        re.compile(rf"\b{WHOLE}\b", re.IGNORECASE),
        always,
    ),
    ("POSTCODE", re.compile(r"\b" + _AREA + r"[1-9]\d?[A-Z]?\b(?!\s?[%:])"), _near_a_place),
    (
        "POSTCODE",
        re.compile(rf"\b(?=[a-z]{{2}}\d){_SMALL_AREA}\d{{1,2}}[a-z]?\b(?!\s?[%:])"),
        lambda found, _text: found.group() not in _SMALL_NOT,
    ),
    ("POSTCODE", re.compile(r"\b[bglmnsew]\d{1,2}[a-z]?\b"), _postcodes_near),
)
