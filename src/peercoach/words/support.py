"""Ways to steady oneself, people to call, and where some things belong instead.

No line here is for one organisation's staff: those change too fast to ship. ``CHECKED_ON`` is the
day on which the numbers were last compared with public pages that give them; change it only
together with such a comparison. What a person added stands before them, under its own heading.
"""

from collections.abc import Sequence
from typing import NamedTuple

CHECKED_ON = "23 November 2026"

REGIONS: dict[str, str] = {
    "": "Not said",
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
    "elsewhere": "Somewhere else",
}
"""What ``region`` may be in the settings, and what each is called."""

Section = tuple[str, list[str]]

STEADY: Section = (
    "Steady yourself, in any way that suits you",
    [
        "Feet: press them into the floor. Notice where the floor holds you.",
        "Eyes: look around, slowly. Name five things you see, and one colour you like.",
        "Hands: hold something cold, warm, rough or soft. Feel its edge and its weight.",
        "Sound: listen for the furthest sound you can hear, then for the nearest.",
        "Words: say today's date, where you are, and one person who is glad you are here.",
        "Moving: stand, stretch, wash your hands, walk to a window.",
        "Breath, if it helps you: let each breath out be a little longer than the breath in. "
        "If it does not help, leave it.",
    ],
)

_EMERGENCY = "Emergency, or you can't keep safe: call 999, or go to A&E."
_NATION: dict[str, list[str]] = {
    "england": ["Mental health crisis in England: call 111 and choose the mental health option."],
    "wales": ["Mental health crisis in Wales: call 111 and press 2."],
    "scotland": ["Breathing Space (Scotland): call 0800 83 85 87."],
    "northern-ireland": ["Lifeline (Northern Ireland): call 0808 808 8000, day or night."],
}
_ACROSS = [
    "Samaritans: call 116 123, day or night. It is free.",
    "Shout: text the word SHOUT to 85258, day or night.",
    "Hub of Hope, to find help near you: look for it by name, or at hubofhope.co.uk",
]
_EMERGENCY_ELSEWHERE = (
    "Emergency, or you can't keep safe: call the emergency number of the country you are in."
)
_ELSEWHERE = [
    "Someone to talk to: the crisis line of the country you are in.",
    "A person you trust, nearby or on the phone.",
]
_CHANGE = "Numbers can change."
_NUMBERS = f"These were checked on {CHECKED_ON}. {_CHANGE}"

OWN = "Your own people to call"
_OWN_EMERGENCY = "Emergency, or you can't keep safe: call {number}."
_OWN_CHECKED = "You checked these on {day}. " + _CHANGE
PEOPLE, PEOPLE_UK = "People to call", "People to call in the UK"
_PEOPLE_ANYWHERE = "People to call anywhere else"

BELOW = "Below: {what}"
"""Of what stands below the window: some of MORE, and what PARTS calls a heading."""
BELOW_SHORT = "More below"
MORE = "more people"

_BELONGS: Section = (
    "Some things belong elsewhere",
    [
        "Nobody else sees this notebook, so writing here tells no one.",
        "Something went wrong, or nearly did: your organisation's incident reporting.",
        "Someone may be harmed, a child or an adult: your safeguarding lead, today.",
        "Something is wrong at work and is hard to say: a Freedom to Speak Up Guardian in "
        "England, or the person for speaking up or whistleblowing where you are.",
        "The work is sitting heavily with you: supervision, or someone you trust at work.",
    ],
)
_BELONGS_ELSEWHERE: Section = (
    _BELONGS[0],
    [
        line
        if "Freedom to Speak Up" not in line
        else "Something is wrong at work and is hard to say: the person for speaking up or "
        "whistleblowing where you are."
        for line in _BELONGS[1]
    ],
)


PARTS = {STEADY[0]: "steady yourself", _BELONGS[0]: "what belongs elsewhere"}


class Own(NamedTuple):
    """What a person added, as it is said: their emergency number, each line, the day in words on
    which they were checked; and what to say where that can't be read.
    """

    emergency: str = ""
    lines: Sequence[str] = ()
    checked: str = ""
    unread: str = ""


NOTHING = Own()


def belongs(region: str) -> Section:
    """What belongs elsewhere than in a notebook, and where."""
    return _BELONGS_ELSEWHERE if region == "elsewhere" else _BELONGS


def sections(region: str, own: Own = NOTHING) -> list[Section]:
    """What the support screen says: (heading, lines), in order: people first, one's own before all
    others; then ways to steady oneself; then what belongs elsewhere.

    ``region`` is a key of ``REGIONS``. Where nothing was said, every nation's lines stand there by
    name, after the way that is right anywhere; "elsewhere" is given no number of the UK. A region
    we don't know is treated as not said: help is never withheld over a setting. One's own emergency
    number takes the place of "the emergency number of the country you are in".
    """
    people = _people(region, own)
    if own.unread:
        people[0][1].append(own.unread)
    if own.emergency or own.lines:
        people.insert(0, (OWN, _own(own)))
    return [*people, STEADY, belongs(region)]


def _own(own: Own) -> list[str]:
    first = [_OWN_EMERGENCY.format(number=own.emergency)] if own.emergency else []
    checked = _OWN_CHECKED.format(day=own.checked) if own.checked else _CHANGE
    return [*first, *own.lines, checked]


def _people(region: str, own: Own) -> list[Section]:
    anywhere = [] if own.emergency else [_EMERGENCY_ELSEWHERE]
    anywhere += _ELSEWHERE
    if region == "elsewhere":
        return [(PEOPLE, [*anywhere, _NUMBERS])]
    if region in _NATION:
        return [(PEOPLE, [_EMERGENCY, *_NATION[region], *_ACROSS, _NUMBERS])]
    nations = [line for lines in _NATION.values() for line in lines]
    uk = [_EMERGENCY, *nations, *_ACROSS, _NUMBERS]
    return [(PEOPLE_UK, uk), (_PEOPLE_ANYWHERE, anywhere)]
