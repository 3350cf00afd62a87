"""What a typed line is: text, the end of an answer, or a command."""

from dataclasses import dataclass
from difflib import get_close_matches

from peercoach.actions import ACTIONS, Action, Room, by_plain, of_room
from peercoach.words import plain as words


@dataclass(frozen=True)
class Text:
    """A line to keep, with doubled signs taken back to one.

    ``told`` is what to say of one that began like a command.
    """

    text: str
    told: str = ""


@dataclass(frozen=True)
class End:
    """The line that ends an answer."""


@dataclass(frozen=True)
class Command:
    """Something to do; ``rest`` is what was typed behind its name."""

    action: Action
    rest: str = ""


@dataclass(frozen=True)
class NoCommand:
    """It began like a command and is none here; ``answer`` says so and what may have been meant."""

    answer: str


_WITH_WORDS = frozenset({"search", "by_element", "by_kind"})
"""Actions whose command may be followed by what is looked for."""
_ON_A_WORD: dict[Room, frozenset[str]] = {
    "share-read": frozenset(
        ("hide", "hide_everywhere", "add_known", "keep_word", "keep_always", "original")
    )
}
"""By room, actions whose command may be followed by a number, or by a word of a note."""

WRITING: frozenset[Room] = frozenset({"reflect", "hour", "goal-walk", "sitting"})
"""The rooms in which lines are what someone writes."""

_ALIKE = 0.7
"""From which likeness on (0 to 1, :mod:`difflib`) a slip is taken for a name: a letter or two."""

Said = Text | End | Command | NoCommand


def understand(line: str, room: Room) -> Said:
    """What a line typed in this room is.

    Two colons stand for one. A single word behind a colon is never taken as text, so that a slip
    can't end up in a note. Where one writes, several words, or signs alone, are text, unless the
    first of them is a command.
    """
    if line.strip() == ".":
        return End()
    if line.strip() == "..":
        return Text(".")
    if line.startswith("::"):
        return Text(line[1:])
    if not line.startswith(":"):
        return Text(line)
    typed = line[1:].strip().lower()
    name, _, rest = line[1:].strip().partition(" ")
    action = by_plain(typed, room)
    if action is None and (first := by_plain(name.lower(), room)) and _takes_words(first, room):
        action = first
    if action is None and room in WRITING and _is_text(typed):
        return Text(line, words.TAKEN_AS_TEXT)
    if action is None:
        return NoCommand(_unknown(typed, room))
    if action not in of_room(room):
        return NoCommand(words.NOT_HERE.format(name=action.plain if rest else typed))
    return Command(action, rest.strip())


def _takes_words(action: Action, room: Room) -> bool:
    return action.id in _WITH_WORDS or action.id in _ON_A_WORD.get(room, ())


def _is_text(typed: str) -> bool:
    """Whether what stands behind a colon can be nothing but text: ":)", ":quite a day"."""
    if not any(sign.isalpha() for sign in typed):
        return bool(typed)
    first, _, rest = typed.partition(" ")
    return bool(rest) and by_plain(first) is None


def here(room: Room) -> list[Action]:
    """The actions that have a plain command in this room."""
    return [action for action in of_room(room) if action.plain]


def help_lines(room: Room) -> list[str]:
    """What can be typed in this room, one sentence a line."""
    lines = [words.HELP]
    for action in here(room):
        name = action.plain
        if action.plain_also:
            name = words.HELP_NAMES.format(name=name, also=action.plain_also)
        lines.append(words.HELP_LINE.format(name=name, help=_help(action, room)))
    return [*lines, *words.HELP_ANSWER] if room in WRITING else lines


def _help(action: Action, room: Room) -> str:
    over = words.HELP_OVER.get(action.id, action.help)
    return words.HELP_IN.get((room, action.id), over)


def _unknown(typed: str, room: Room) -> str:
    nearest = _nearest(typed, room)
    said = words.UNKNOWN.format(typed=typed)
    if nearest is None:
        return said + (words.UNKNOWN_WRITING if room in WRITING else words.UNKNOWN_HELP)
    return said + words.UNKNOWN_NEAREST.format(name=nearest.plain, help=_help(nearest, room))


def _nearest(typed: str, room: Room) -> Action | None:
    """The action whose name, else whose label or everyday word, is most like what was typed."""
    known = [*here(room), *(one for one in ACTIONS if one.plain)]
    names: dict[str, Action] = {}
    for action in known:
        for name in filter(None, (action.plain, action.plain_also)):
            names.setdefault(name, action)
    everyday = dict(names)
    for action in known:
        for name in (action.label.lower(), *action.also.split()):
            everyday.setdefault(name, action)
    if (first := typed.partition(" ")[0]) in names:
        return names[first]
    if typed in everyday:
        return everyday[typed]
    for among in (names, everyday):
        if found := get_close_matches(typed, among, n=1, cutoff=_ALIKE):
            return among[found[0]]
    return None
