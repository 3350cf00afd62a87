"""Keys, footer, keys screen and palette: all of them come from the one registry of actions."""

from collections.abc import Collection

from textual.binding import Binding

from peercoach.actions import ACTIONS, Action, Room, of_room
from peercoach.words import screens as words

_KEY_NAMES = {
    "question_mark": "?",
    "escape": "esc",
    "slash": "/",
    "comma": ",",
    "ctrl+backslash": "ctrl+\\",
    "ctrl+right_square_bracket": "ctrl+]",
    "left": "←",
    "right": "→",
    "ctrl+up": "ctrl+↑",
    "ctrl+down": "ctrl+↓",
}

_NOTHING_OPEN = frozenset({"lock", "cover"})
"""What has no meaning while nothing is open."""
_CLOSED = frozenset({"unlock", "company", "element"})
"""Rooms in which no notebook is open."""

_LEADS_TO = {
    "choose": "elements",
    "story": "stories",
    "spare_key": "spare",
    "share": "share-choose",
}
"""The room that an action leads to, where it has another name than the action."""


def of_interface(room: Room) -> tuple[Action, ...]:
    """What can be done in a room of the full interface, in the registry's order."""
    hidden = _NOTHING_OPEN if room in _CLOSED else frozenset()
    return tuple(
        action
        for action in of_room(room)
        if action.interface in ("", "full") and action.id not in hidden
    )


def of_palette(room: Room, *, open: bool) -> tuple[Action, ...]:
    """What the palette has in a room: what can be done there, then what leads elsewhere.

    Where no notebook is ``open``, nothing leads elsewhere.
    """
    here = of_interface(room)
    elsewhere = (one for one in ACTIONS if one.anywhere and open)
    away = (one for one in elsewhere if one not in here and _LEADS_TO.get(one.id, one.id) != room)
    return tuple(one for one in (*here, *away) if one.id != "palette")


def at_foot(room: Room, *, typing: bool, also: Collection[str] = ()) -> tuple[Action, ...]:
    """What stands at the foot of a room's screen, and ``also`` these; the way back always does.

    While someone types in an editor, a plain key types itself, so its action is left out.
    """
    return tuple(
        action
        for action in of_interface(room)
        if (action.footer or action.id == "home" or action.id in also)
        and action.key
        and action.id != room
        and not (typing and is_typed(action.key))
    )


def is_typed(key: str) -> bool:
    """Whether an editor takes this key as text (or as a new line)."""
    return not (key.startswith("ctrl+") or key == "escape")


def key_name(key: str) -> str:
    """A key as it is said: ``?``, ``esc``, ``ctrl+n``."""
    return _KEY_NAMES.get(key, key)


def label(action: Action, room: Room) -> str:
    """What an action is called in a room."""
    return words.IN_ROOM.get((room, action.id), (action.label, action.help))[0]


def explanation(action: Action, room: Room) -> str:
    """What an action does in a room, in one sentence."""
    return words.IN_ROOM.get((room, action.id), (action.label, action.help))[1]


def _binding(action: Action) -> Binding:
    return Binding(
        action.key,
        f"app.act('{action.id}')",
        action.label,
        show=False,
        # Before the editor sees it; a key that writes something stays the editor's.
        priority=not is_typed(action.key) and action.key != "escape",
    )


def of_rooms(room: Room) -> list[Binding]:
    """The bindings of one room, without those that are the same everywhere."""
    chosen = (one for one in of_interface(room) if "*" not in one.rooms)
    return [_binding(action) for action in chosen if action.key]


def everywhere() -> list[Binding]:
    """The bindings that hold in every room."""
    chosen = (one for one in ACTIONS if "*" in one.rooms and one.interface in ("", "full"))
    return [_binding(action) for action in chosen if action.key]
