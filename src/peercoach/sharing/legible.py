"""Characters that no form can hold, or nobody could see, become one that says so."""

import re
from dataclasses import replace
from typing import Final

from peercoach.sharing.leaving import LeavingNote, LeavingRating, Reviewed, Wording

# What XML 1.0 (2.2) has no room for: controls, halves of a pair, and what is no character.
_UNFIT: Final = re.compile(
    r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
REPLACED: Final = "\N{REPLACEMENT CHARACTER}"


def legible(reviewed: Reviewed) -> Reviewed:
    """The same, with one sign in the place of each that can't be shown: every length stays."""
    return replace(
        reviewed,
        notes=tuple(map(_note, reviewed.notes)),
        ratings=tuple(map(_rating, reviewed.ratings)),
    )


def _note(one: LeavingNote) -> LeavingNote:
    return replace(one, text=_fit(one.text), wording=_wording(one.wording))


def _rating(one: LeavingRating) -> LeavingRating:
    return replace(
        one, rating=_fit(one.rating), label=_fit(one.label), wording=_wording(one.wording)
    )


def _wording(one: Wording) -> Wording:
    framework, element, ask = map(_fit, one.texts)
    return replace(one, address=_fit(one.address), framework=framework, element=element, ask=ask)


def _fit(text: str) -> str:
    return _UNFIT.sub(REPLACED, text)
