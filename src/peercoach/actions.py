"""The one registry of actions: what can be done, where, by which key, by which plain command.

The full interface derives its bindings, footer, keys screen and palette from it; the plain one its
commands and ``:help``. Words stand in :mod:`peercoach.words.actions`.

Keys were chosen to work inside Textual's editor (which takes ctrl+a c d e f k u v w x y z), on
Windows Terminal, in tmux and over SSH: no ctrl+b (tmux), no ctrl+h, i, j, m (backspace, tab,
enter), no alt keys (Option types letters on a Mac), no function keys. What is taken from the
editor costs nothing by a slip of habit: ``skip`` (ctrl+k) keeps what was typed, ``bring`` (ctrl+d)
is taken back by the same key. ``ctrl+\\`` sends one byte wherever it can be typed, so raw mode
takes it. In a Linux console ctrl+up is an up key alone; what it does is in the palette too.
"""

from dataclasses import dataclass

from peercoach.words import actions as words

Room = str
"""unlock, start, company, element, home, within, elements, plans, plan, reflect, notes (Look back),
note, versions, bin, words, stories, story, ratings, map, year, settings, passphrase, spare,
support, keys; ``*`` is every room."""

_BUT_HOME = (
    "start company element within elements plans plan reflect notes note versions bin words "
    "stories story ratings map year settings passphrase spare support keys"
)
_LISTS = "start company home within elements plans notes versions bin words stories settings"


@dataclass(frozen=True)
class Action:
    """Something a person can do. ``key`` is Textual's name; ``plain`` the command, without colon.

    ``footer`` says whether it stands at the foot of its rooms' screens. ``interface`` names the one
    interface it belongs to where the other has no need of it ("full", "plain"), else it is empty.
    ``plain_also`` is a second name of the plain command. ``anywhere``: the palette of the full
    interface has it in every room of an open notebook, not in its own rooms alone.
    """

    id: str
    rooms: frozenset[Room]
    key: str
    plain: str = ""
    footer: bool = False
    interface: str = ""
    plain_also: str = ""
    anywhere: bool = False

    @property
    def label(self) -> str:
        """What it is called."""
        return words.LABELS[self.id][0]

    @property
    def help(self) -> str:
        """What it does, in one sentence."""
        return words.LABELS[self.id][1]

    @property
    def also(self) -> str:
        """Other words that people type when they look for it."""
        return words.ALSO_CALLED.get(self.id, "")


def _action(id: str, rooms: str, key: str, plain: str = "", **more: object) -> Action:
    return Action(id, frozenset(rooms.split()), key, plain, **more)  # type: ignore[arg-type]


ACTIONS: tuple[Action, ...] = (
    # What is chosen from a list: a step of a rating, too.
    _action("open", f"reflect {_LISTS}", "enter", "", interface="full", footer=True),
    # Reflecting.
    _action("next", "reflect", "ctrl+n", "next", footer=True),
    _action("enough", "reflect", "ctrl+t", "enough", footer=True),
    _action("skip", "reflect", "ctrl+k", "skip", footer=True),
    _action("back", "reflect", "ctrl+r", "back"),
    _action("prompts", "reflect", "ctrl+f", "prompts", footer=True, plain_also="hint"),
    _action("before", "reflect", "ctrl+o", "before"),
    _action("older", "reflect", "ctrl+up", "", interface="full"),
    _action("newer", "reflect", "ctrl+down", "", interface="full"),
    _action("bring", "reflect", "ctrl+d", "bring"),
    _action("pick", "reflect", "", "pick"),
    _action("jump", "reflect", "", "questions"),
    _action("about", "reflect", "", "about"),
    _action("aligned", "reflect", "ctrl+right_square_bracket", "aligned"),
    _action("helped", "reflect", "", "helped"),
    _action("jarred", "reflect", "", "jarred"),
    _action("progress", "reflect", "", "progress"),
    _action("save", "reflect", "ctrl+s", "save"),
    _action("read", "reflect", "", "read", interface="plain"),
    _action("undo", "reflect", "", "undo", interface="plain"),
    _action("fresh", "reflect", "", "fresh", interface="plain"),
    # Choosing.
    _action("private", "company", "p", "private", footer=True),
    _action("choose", "home", "e", "elements", footer=True, anywhere=True),
    _action("notes", "home", "l", "notes", footer=True, anywhere=True),
    _action("plans", "home", "p", "plans", anywhere=True),
    _action("language", "elements", "t", "language"),
    _action("hide", "home", "h", "hide"),
    _action("settings", "home", "comma", "settings", anywhere=True),
    _action("spare_key", "home settings", "", "spare-key", anywhere=True),
    # Looking back.
    _action("search", "notes", "slash", "search", footer=True),
    _action("by_element", "notes", "e", "element", footer=True),
    _action("by_kind", "notes", "k", "kind", footer=True),
    _action("words", "notes", "w", "words", footer=True),
    _action("bin", "notes", "d", "deleted", footer=True),
    _action("story", "notes note", "s", "story", footer=True, anywhere=True),
    _action("ratings", "notes", "r", "ratings", footer=True, anywhere=True),
    _action("map", "notes", "m", "map", footer=True, anywhere=True),
    _action("year", "notes", "y", "year", footer=True, anywhere=True),
    _action("earlier", "story year", "left", "", interface="full", footer=True),
    _action("later", "story year", "right", "", interface="full", footer=True),
    _action("in_words", "ratings map", "w", "", interface="full", footer=True),
    _action("sets", "ratings map", "s", "", interface="full", footer=True),
    _action("edit", "note", "e", "edit", footer=True),
    _action("versions", "note", "v", "versions", footer=True),
    _action("delete", "note", "d", "delete", footer=True),
    _action("keep_only", "versions", "k", "keep", footer=True),
    _action("restore", "bin", "r", "restore", footer=True),
    _action("shred", "bin", "x", "for-good", footer=True),
    # Anywhere.
    _action("home", _BUT_HOME, "escape", "pause", plain_also="home"),
    _action("support", "*", "ctrl+g", "support", footer=True),
    _action("cover", "*", "ctrl+backslash", "cover"),
    _action("lock", "*", "ctrl+l", "lock"),
    _action("company", "unlock home", "", "company", anywhere=True),
    _action("palette", "*", "ctrl+p", "", interface="full", footer=True),
    _action("again", "*", "", "again", interface="plain"),
    _action("keys", "*", "question_mark", "help", footer=True),
    _action("quit", "*", "ctrl+q", "quit"),
)


def of_room(room: Room) -> tuple[Action, ...]:
    """The actions that can be taken in a room, in the order of the registry."""
    return tuple(action for action in ACTIONS if action.rooms & {room, "*"})


def by_plain(command: str) -> Action | None:
    """The action that a plain command (without its colon) names."""
    named = (action for action in ACTIONS if action.plain)
    return next((one for one in named if command and command in (one.plain, one.plain_also)), None)
