"""What stands in the place of what could tell who is meant, and what is asked about it."""

from collections.abc import Mapping

PERSON_LABEL = "{kind} {letter}"
NUMBERED_LABEL = "{kind} {number}"

NUMBERED: Mapping[str, str] = {
    "WARD": "Ward",
    "TEAM": "Team",
    "ORG": "Organisation",
    "PLACE": "Place",
}
REMOVED: Mapping[str, str] = {
    "EMAIL": "[e-mail removed]",
    "PHONE": "[phone removed]",
    "URL": "[web address removed]",
    "HANDLE": "[name online removed]",
    "NHS": "[NHS number removed]",
    "NINO": "[insurance number removed]",
    "POSTCODE": "[postcode removed]",
    "VEHICLE": "[number plate removed]",
    "ADDRESS": "[address removed]",
    "REF": "[reference removed]",
    "DOB": "[date of birth removed]",
    "WORD": "[word removed]",
    "NUMBER": "[number removed]",
}
KINDS: Mapping[str, str] = {
    "PERSON": "a person's name",
    "EMAIL": "an e-mail address",
    "PHONE": "a phone number",
    "URL": "a web address",
    "HANDLE": "a name online",
    "NHS": "an NHS number",
    "NINO": "a National Insurance number",
    "POSTCODE": "a postcode",
    "VEHICLE": "a number plate",
    "ADDRESS": "an address",
    "REF": "a reference number",
    "WARD": "a ward",
    "TEAM": "a team",
    "ORG": "an organisation",
    "PLACE": "a place",
    "DATE": "a date",
    "DOB": "a date of birth",
    "AGE": "an age",
    "WORD": "a word",
    "NUMBER": "a number",
}
"""What each kind is called where it is shown to its author."""

ROLES: Mapping[str, str] = {
    "colleague": "Colleague",
    "manager": "Manager",
    "peer": "Peer",
    "coach": "Coach",
    "coachee": "Coachee",
    "family": "Relative",
    "friend": "Friend",
    "patient": "Person",
    "service user": "Person",
}
PERSON = "Person"

SEASONS = ("winter", "spring", "summer", "autumn")
SEASON_OF = "{season} {year}"
DAY_IN = "a day in {season}"
SOME_DAY = "a day"
SOME_DAY_IN = "a day in {year}"
SHIFTED = "{day} {month} {year}"
SOME_AGE = "an age"
AGES = "{first} to {last}"
OLDEST = "{age} or over"
YOUNGEST = "under 10"
AGED = "aged {band}"
YEAR_OLD = "{band}-year-old"


def role_of(role: str) -> str:
    """The word that stands for somebody of this role; roles that tell who it is are not said."""
    return ROLES.get(role.strip().casefold(), PERSON)


def kind_of(kind: str, text: str) -> str:
    """The word that stands for a ward, a team, an organisation or a place."""
    if kind == "ORG":
        for ending, word in (
            ("trust", "Trust"),
            ("council", "Council"),
            ("hospital", "Hospital"),
            ("hospice", "Hospice"),
            ("university", "University"),
            ("college", "College"),
        ):
            if ending in text:
                return word
    return NUMBERED[kind]


# --- the risk card -------------------------------------------------------------------------------

RISKS: Mapping[str, str] = {
    "only": "It says that somebody is the only one, or the first, or the last.",
    "rare": "Something happened that does not happen often.",
    "role-and-place": "It names what somebody does and where they do it.",
    "several": "Three things or more stand together that each say a little of who it is.",
    "few": "It counts fewer than eight people.",
    "quoted": "It quotes somebody. A way of speaking can be known.",
}
"""What each kind of risk says to a note's author."""

# --- the names model -----------------------------------------------------------------------------

_INSTALL = (
    "In the folder that Peercoach came in, run: make names Or, where pip installed it: pip install "
    '".[names]"'
)
NO_MODEL = (
    "The small model that helps me to find names is not installed. Nothing was printed. "
    f"{_INSTALL} Or leave --names away: then I go by rules and lists."
)
MODEL_DAMAGED = (
    "The small model that helps me to find names is not the one I know: {file} is different, or "
    f"gone. I did not use it, and nothing was printed. To install it again: {_INSTALL} "
    "--force-reinstall To do without it: add --no-names."
)

# --- a dictionary in a file ----------------------------------------------------------------------

UNUSABLE = (
    "I can't use the dictionary {path} yet: line {line}, column {column}: {why} Nothing was "
    "printed. Mend it, and try again."
)
NO_FILE = "I can't read a file there."
UNKNOWN_KEY = "“{key}” is no key that I know. There are: {known}."
NO_NAME = "this person has no name."
NOT_A_GROUP = "here I expected keys with a colon."
NOT_A_LIST = "here I expected a list."
NOT_A_WORD = "here I expected a name."
BAD_LINE = "Line {line} is not a note as JSON: it needs an id and a text."
NOT_TEXT = "That is not text that I can read. It has to be UTF-8."
NO_TEXT_FILE = "I can't read a file at {path}."
