"""The risk card: what may still tell who is meant when every name is gone.

The one to think of is a colleague who knows the team (the Information Commissioner's motivated
intruder, brought home). The card asks; it judges nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from peercoach.sharing.detect.spans import Span

RiskKind = Literal["only", "rare", "role-and-place", "several", "few", "quoted"]

SMALL = 8
"""A count under this is small: of so few, each may be known."""
SEVERAL = 3

_ONLY = re.compile(
    r"\b(?:the|our|my|their|his|her)\s(?:very\s)?(?:only|first|last|youngest|oldest|tallest|one)\s"
    r"(?:[\w'’-]+\s){0,3}?(?:man|woman|person|one|peer|worker|nurse|doctor|lead|leader|manager"
    r"|coach|"
    r"volunteer|member|staff|patient|colleague|trainee|student|chair|director|governor|imam"
    r"|chaplain|"
    r"person|people|male|female|mother|father|parent|carer|wheelchair\suser)\b"
    r"|\bthe\sfirst\s(?:ever|of\s(?:his|her|their|its)\skind|in\sthe\s(?:trust|country|region"
    r"|family|team))\b"
    r"|\bno\sone\selse\s(?:here|in\sthe\s(?:team|trust))\b|\bthe\sonly\s(?:\w+\s){1,3}(?:in|on|at"
    r"|here|who)\b",
    re.IGNORECASE,
)
_RARE = re.compile(
    r"\b(?:inquest|coroner|tribunal|suspended|dismissed|sacked|arrested|court\scase"
    r"|in\sthe\s(?:news|papers?)|"
    r"on\s(?:the\s)?(?:television|telly|TV|radio)|documentary|whistle-?blow\w*|inquiry|award"
    r"|medal|MBE|OBE|"
    r"triplets|twins|transplant|explosion|fire\sat|flood(?:ed)?|strike|hostage|murder\w*|homicide|"
    r"drown\w*|stabb\w*|miscarriage|stillb\w+|adopted|deported|asylum|refugee|detained\sabroad)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:head|director|chair|chief\sexecutive|ceo|matron|ward\smanager|team\s(?:lead|leader"
    r"|manager)|"
    r"chaplain|imam|consultant|psychiatrist|psychologist|pharmacist|receptionist|caretaker|cook|"
    r"commissioner|governor|occupational\stherapist|social\sworker|co-?ordinator|clinical\slead"
    r"|lead\snurse|"
    r"peer\s(?:lead|leader|support\sworker|worker|trainer)|volunteer\sco-?ordinator|union\srep)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:[2-7]|two|three|four|five|six|seven)"
_FEW = re.compile(
    rf"\b{_NUMBER}\s(?:of\s(?:us|them)|people|peers|patients|women|men|volunteers|members|staff"
    rf"|nurses|"
    r"coaches|leaders|colleagues|managers|others|families|carers|participants|respondents"
    r"|trainees)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“][^\"”\n]{12,}[\"”]")
_SENTENCE_ENDS = re.compile(r"[.?!]\s|\n")
_PARAGRAPH_ENDS = re.compile(r"\r?\n\s{0,20}\n")
_OWN = re.compile(
    r"\b(?:(?:black|white|asian|african|caribbean|chinese|polish|somali|turkish|irish|welsh"
    r"|scottish|"
    r"muslim|jewish|hindu|sikh|christian|gay|lesbian|bi|trans|non-binary|deaf|blind|autistic"
    r"|pregnant|"
    r"widowed?|divorced|single\s(?:mum|dad|parent)|wheelchair|refugee|veteran|diabetic|epileptic|"
    r"bipolar|schizophrenia|psychosis|anorexia|twin|vegan|tattoo\w*|accent|stammer\w*))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Risk:
    """Something to look at, from ``start`` to ``end`` of the text."""

    kind: RiskKind
    start: int
    end: int


def risks(text: str, spans: Sequence[Span] = ()) -> list[Risk]:
    """What in a text may tell who is meant beside names, in order of the text.

    ``spans`` are what was found in it: places and ages count among what stands together.
    """
    found = [
        *_all("only", _ONLY, text),
        *_all("rare", _RARE, text),
        *_all("few", _FEW, text),
        *_all("quoted", _QUOTED, text),
        *_beside(text, spans),
        *_several(text, spans),
    ]
    return sorted(found, key=lambda one: (one.start, one.end, one.kind))


def _all(kind: RiskKind, pattern: re.Pattern[str], text: str) -> Iterator[Risk]:
    return (Risk(kind, one.start(), one.end()) for one in pattern.finditer(text))


def _beside(text: str, spans: Iterable[Span]) -> Iterator[Risk]:
    """A role and a place in one sentence."""
    starts = [0, *(one.end() for one in _SENTENCE_ENDS.finditer(text))]
    placed = {
        bisect_right(starts, one.start)
        for one in spans
        if one.kind in ("WARD", "TEAM", "ORG", "PLACE")
    }
    for role in _ROLE.finditer(text):
        if bisect_right(starts, role.start()) in placed:
            yield Risk("role-and-place", role.start(), role.end())


def _several(text: str, spans: Iterable[Span]) -> Iterator[Risk]:
    """Three things or more, in one paragraph, that each say a little of who it is."""
    little = [(one.start(), one.end()) for one in (*_OWN.finditer(text), *_ROLE.finditer(text))]
    little += [(one.start, one.end) for one in spans if one.kind in ("AGE", "PLACE", "WARD", "ORG")]
    starts = [0, *(one.end() for one in _PARAGRAPH_ENDS.finditer(text))]
    for _, group in groupby(sorted(little), key=lambda one: bisect_right(starts, one[0])):
        inside = list(group)
        if len(inside) >= SEVERAL:
            yield Risk("several", inside[0][0], inside[-1][1])
