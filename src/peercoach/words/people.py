"""People and places: the private dictionary, in both interfaces and as `people`."""

from collections.abc import Mapping, Sequence

TITLE = "People and places"
ABOUT = (
    "This stays in your notebook and is never shared. The more it has, the better I find names "
    "before you share a note."
)

WHATS: Mapping[str, str] = {
    "person": "A person",
    "ward": "A ward",
    "team": "A team",
    "place": "A place",
}
GROUPS: Mapping[str, str] = {
    "person": "People",
    "ward": "Wards",
    "team": "Teams",
    "place": "Places",
}
KEPT_GROUP = "Always kept"
"""What stands at the left of each part of the list."""

ROLES: Mapping[str, str] = {
    "colleague": "A colleague",
    "manager": "A manager",
    "peer": "A peer",
    "coach": "A coach",
    "coachee": "Someone I coach",
    "family": "Family",
    "friend": "A friend",
    "patient": "A patient",
    "service user": "Someone who uses a service",
    "": "I'd rather not say",
}
SHORT_ROLES: Mapping[str, str] = {
    role: said.removeprefix("A ").lower() for role, said in ROLES.items() if role
} | {"coachee": "someone I coach"}

# --- what is there, and what can be done ---------------------------------------------------------

ALSO = "also {names}"
BESIDE = " · "
COMMA = ", "
CALLED_SO = "{name} ({beside})"
"""One of them in plain lines: Rowan Kestrelle (colleague, also Chipper)."""

ADD = "Add a person or place"
ADD_ABOUT = "Someone in your notes, a ward, a team, or where it was."
IN_GROUP = "{group}: {said}"
KEPT_LINE = "Always kept: {word}"
SETTING = "see who is in it"
SETTING_LINE = "People and places: who is in it, and which words are always kept"
CHANGE_OR_ENTER = "Type a number. Press enter to go back."
ENTER_LEAVES = "Press enter to leave it as it is."
ENTER_NOTHING = "Press enter for nothing."
NUMBER_OR_ENTER = "Type a number. Press enter for nothing."
WHAT_NOW = "What about this one?"
CHANGE_NAME = "Change the name"
CHANGE_ALSO = "Change the other names"
CHANGE_ROLE = "Change who they are to you"
REMOVE = "Remove this one"
REMOVE_SURE = "Remove this one?"
REMOVE_ABOUT = "I then look for this name no more than for any other."
LEAVE_IT = "Leave it as it is"
LET_GO = "Keep this word no longer"
LET_GO_ABOUT = "I may then hide it again where I take it for a name."

# --- asking --------------------------------------------------------------------------------------

ASK_WHAT = "What do you want to add?"
ASK_NAME: Mapping[str, str] = {
    "person": "What is their name?",
    "ward": "What is the ward called?",
    "team": "What is the team called?",
    "place": "What is the place called?",
}
NAME_HINT: Mapping[str, str] = {
    "person": "The whole name, if you know it. I then find its parts as well.",
    "ward": "As you write it in your notes.",
    "team": "As you write it in your notes.",
    "place": "As you write it in your notes.",
}
ASK_ALSO = "What else is {name} called?"
ALSO_HINT = "Nicknames, initials, other spellings. Put a comma between two."
ALSO_EMPTY = "It can be empty: then press enter."
ASK_ROLE = "Who is {name} to you?"
ROLE_HINT = "A note that you share can then say “Colleague A”, and not the name."

ADDED = "Added. {name} is in your dictionary now."
CHANGED = "Changed."
REMOVED = "Removed. Your notes stay as they are."
GONE_ON = "I look at this word as at any other from now on."
UNCHANGED = "Nothing was changed."

# --- what can't be kept --------------------------------------------------------------------------

NEEDS_NAME = "I need a name, with a letter in it. Nothing was changed."
TOO_LONG = "That is too long here: {most} letters is the most. Nothing was changed."
TOO_MANY_NAMES = "One can have {most} other names at most. Nothing was changed."
FULL = "There is room for {most}. To add one, remove another first."
TAKEN = (
    "That is what another one here is called. Give one of the two a longer name. Nothing was "
    "changed."
)
NO_ROLE = "I know these roles: {roles}. Nothing was changed."
ROLE_OF_PERSON = "Only a person has a role. Nothing was changed."
NO_WHAT = "It can be: {whats}. Nothing was changed."
NO_SUCH = "There is nobody and nothing of that name here. To see who is, run: {peercoach} people"
SEVERAL = "More than one is called that. Use its id. To see them, run: {peercoach} people"

# --- the command ---------------------------------------------------------------------------------

PEOPLE = """People and places: the names that are found first before you share a note.

They stay in your notebook, are in no export, and are never shared. Alone it lists them.

\b
Example:
  peercoach people
  peercoach people add --what ward
"""
LIST = """List the people, wards, teams and places, with their ids.

\b
Example:
  peercoach people list
"""
ADD_HELP = """Keep a name. Without words I ask for it, since a shell keeps what you type.

A name that is there already gets the other names too.

\b
Example:
  peercoach people add --role colleague
"""
ADD_WHAT = "What it is. Otherwise a person."
ADD_ALSO = "What else it is called. May be given again."
ADD_ROLE = """Who they are to you: colleague, manager, peer, coach, coachee, family, friend,
patient or service user."""
REMOVE_HELP = """Remove a person, ward, team or place, by name or id. Your notes stay as they are.

\b
Example:
  peercoach people remove 1T0V6M4Q8ZK2B
"""
ASK_WHOM = "What is the name? "
ASK_ALSO_LINE = "What else is it called? Put a comma between two, or press enter for nothing: "
ASK_REMOVED = "Which one? Type a name or an id: "
LINE = "{id}  {what}  {said}"


def beside(also: Sequence[str], role: str) -> list[str]:
    """What stands beside a name: the role, and what else it is called."""
    said = [SHORT_ROLES.get(role, role)] if role else []
    return [*said, ALSO.format(names=COMMA.join(also))] if also else said


def whole(name: str, also: Sequence[str], role: str) -> str:
    """One of them on one line: "Rowan Kestrelle (colleague, also Chipper)"."""
    parts = beside(also, role)
    return CALLED_SO.format(name=name, beside=COMMA.join(parts)) if parts else name
