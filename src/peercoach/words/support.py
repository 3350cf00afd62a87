"""Ways to steady oneself, people to call, and where some things belong instead.

No line here is for one organisation's staff: those change too fast to ship. ``CHECKED_ON`` is the
day on which the numbers were last compared with public pages that give them; change it only
together with such a comparison.
"""

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

_STEADY: Section = (
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
_ELSEWHERE = [
    "Emergency, or you can't keep safe: call the emergency number of the country you are in.",
    "Someone to talk to: the crisis line of the country you are in.",
    "A person you trust, nearby or on the phone.",
]
_NUMBERS = f"These were checked on {CHECKED_ON}. Numbers can change."

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


def sections(region: str) -> list[Section]:
    """What the support screen says: (heading, lines), in order.

    ``region`` is a key of ``REGIONS``. Where nothing was said, every nation's lines stand there by
    name, after the way that is right anywhere; "elsewhere" is given no number of the UK. A region
    we don't know is treated as not said: help is never withheld over a setting.
    """
    if region == "elsewhere":
        people = [*_ELSEWHERE, _NUMBERS]
        return [_STEADY, ("People to call", people), _BELONGS_ELSEWHERE]
    if region in _NATION:
        people = [_EMERGENCY, *_NATION[region], *_ACROSS, _NUMBERS]
        return [_STEADY, ("People to call", people), _BELONGS]
    nations = [line for lines in _NATION.values() for line in lines]
    people = [_EMERGENCY, *nations, *_ACROSS, _NUMBERS]
    return [
        _STEADY,
        ("People to call in the UK", people),
        ("People to call anywhere else", list(_ELSEWHERE)),
        _BELONGS,
    ]
