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
"""unlock, start, company, element, home, within, elements, plans, plan, reflect, hour (a walk
through a plan), hours (protected time), asked (a line is typed), notes (Look back), note, versions,
bin, words, stories, story, ratings, map, year, goals, goal, goal-walk (writing about one),
settings, people (the private dictionary), passphrase, spare, heal, sitting, kept and weight (all of
Heal), share-choose, share-whom, share-read and share-write (the way of a share), left and left-one
(what left), support, keys; ``*`` is every room."""

_SHARES = "share-choose share-whom share-read share-write"
_BUT_HOME = (
    "start company element within elements plans plan reflect hour hours asked notes note versions "
    "bin words stories story ratings map year goals goal goal-walk settings people passphrase "
    f"spare heal sitting kept weight {_SHARES} left left-one support keys"
)
_LISTS = (
    "start company home within elements plans hours asked notes versions bin words stories "
    f"goals goal settings people heal sitting {_SHARES} left left-one"
)
_WALKS = "reflect hour"
_WRITTEN = f"{_WALKS} goal-walk"
_KEPT = f"{_WRITTEN} sitting"


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
    _action("open", f"{_WRITTEN} {_LISTS}", "enter", "", interface="full", footer=True),
    # Reflecting.
    _action("next", _KEPT, "ctrl+n", "next", footer=True),
    _action("enough", _WRITTEN, "ctrl+t", "enough", footer=True),
    _action("skip", _KEPT, "ctrl+k", "skip", footer=True),
    _action("back", _KEPT, "ctrl+r", "back"),
    _action("prompts", f"{_WALKS} sitting", "ctrl+f", "prompts", footer=True, plain_also="hint"),
    _action("before", _WALKS, "ctrl+o", "before"),
    _action("older", _WALKS, "ctrl+up", "", interface="full"),
    _action("newer", _WALKS, "ctrl+down", "", interface="full"),
    _action("bring", _WALKS, "ctrl+d", "bring"),
    _action("pick", _WALKS, "", "pick"),
    _action("jump", _WALKS, "", "questions"),
    _action("about", _WALKS, "", "about"),
    _action("aligned", "reflect", "ctrl+right_square_bracket", "aligned"),
    _action("helped", _WALKS, "", "helped"),
    _action("jarred", _WALKS, "", "jarred"),
    _action("progress", _WALKS, "", "progress"),
    _action("save", _KEPT, "ctrl+s", "save"),
    _action("visit", "hour", "ctrl+right_square_bracket", "visit", footer=True),
    _action("longer", "hour", "", "longer"),
    _action("timer", "hour", "", "time"),
    _action("read", _KEPT, "", "read", interface="plain"),
    _action("undo", _KEPT, "", "undo", interface="plain"),
    _action("fresh", _WRITTEN, "", "fresh", interface="plain"),
    # Choosing.
    _action("private", "company", "p", "private", footer=True),
    _action("choose", "home", "e", "elements", footer=True, anywhere=True),
    _action("notes", "home", "l", "notes", footer=True, anywhere=True),
    _action("plans", "home", "p", "plans", anywhere=True),
    _action("walk", "plan", "enter", "", interface="full", footer=True),
    _action("hours", "home", "t", "hours", anywhere=True),
    _action("review", "home hours", "", "review", anywhere=True),
    _action("calendar", "hours", "w", "calendar", footer=True),
    _action("language", "elements", "t", "language"),
    _action("hide", "home", "h", "hide"),
    _action("settings", "home", "comma", "settings", anywhere=True),
    _action("people", "home settings", "", "people", anywhere=True),
    _action("spare_key", "home settings", "", "spare-key", anywhere=True),
    # Goals.
    _action("goals", "home", "g", "goals", footer=True, anywhere=True),
    _action("make_goal", "note reflect", "g", "goal"),
    _action("new_goal", "goals", "n", "new", footer=True),
    _action("check_in", "goal", "c", "check-in", footer=True),
    _action("add_step", "goal", "s", "step", footer=True),
    _action("close_goal", "goal", "x", "close", footer=True),
    _action("reopen", "goal", "o", "reopen"),
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
    _action("edit", "note goal", "e", "edit", footer=True),
    _action("versions", "note goal", "v", "versions", footer=True),
    _action("delete", "note goal", "d", "delete", footer=True),
    _action("keep_only", "versions", "k", "keep", footer=True),
    _action("restore", "bin", "r", "restore", footer=True),
    _action("shred", "bin kept", "x", "for-good", footer=True),
    # Heal.
    _action("heal", "home", "c", "heal", anywhere=True),
    _action("stop", "sitting", "ctrl+t", "stop", footer=True),
    _action("keep", "sitting", "", "keep"),
    _action("let_go", "sitting", "", "let-go"),
    _action("come_back", "kept", "c", "come-back", footer=True),
    # Sharing.
    _action("share", "home", "s", "share", footer=True, anywhere=True),
    _action("share_this", "note kept", "h", "share", footer=True),
    _action("next", _SHARES, "ctrl+n", interface="full", footer=True),
    _action("back", "share-read", "ctrl+r", interface="full"),
    _action("no", "share-read", "n", interface="full"),
    _action("perhaps", "share-read", "p", interface="full"),
    _action("yes", "share-read", "y", interface="full"),
    _action("original", "share-read left-one", "o", "original", footer=True),
    _action("hide", "share-read", "h", "hide", footer=True),
    _action("hide_everywhere", "share-read", "e", "hide-everywhere"),
    _action("add_known", "share-read", "a", "add", footer=True),
    _action("keep_word", "share-read", "k", "keep", footer=True),
    _action("keep_always", "share-read", "s", "keep-always"),
    _action("undo_decision", "share-read", "u", "undo", footer=True),
    _action("leftovers", "share-read", "l", "left-overs", footer=True),
    _action("whose", "share-read", "", "whose"),
    _action("whose", "share-write", "", interface="full"),
    _action("left", "notes", "l", "left", footer=True),
    _action("left", "heal", "", "left", interface="plain"),
    _action("asked_back", "left-one", "b", "asked-back", footer=True),
    _action("by_element", "share-choose", "e", interface="full", footer=True),
    _action("by_kind", "share-choose", "k", interface="full", footer=True),
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


def by_plain(command: str, room: Room = "") -> Action | None:
    """The action that a plain command (without its colon) names: in this room, or else in any."""
    named = [
        one for one in ACTIONS if one.plain and command and command in (one.plain, one.plain_also)
    ]
    here = [one for one in named if one.rooms & {room, "*"}]
    return next(iter([*here, *named]), None)
