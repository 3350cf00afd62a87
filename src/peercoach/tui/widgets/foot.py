"""The foot of a screen: what can be done here, and by which key. Each can be clicked, too."""

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.widget import Widget

from peercoach.actions import Action, Room
from peercoach.tui import keys
from peercoach.tui.messages import Asked

_GAP = 3
_LOW = 24


class Foot(Widget):
    """Actions in as few lines as they need; one line a group in a low window."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"foot--key", "foot--label"}

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._typing = False
        self._without: frozenset[str] = frozenset()
        self._also: tuple[str, ...] = ()

    def also(self, *actions: str) -> None:
        """Add what has a meaning at the moment alone, before the ways out."""
        if actions != self._also:
            self._also = actions
            self.refresh(layout=True)

    def without(self, *actions: str) -> None:
        """Leave out what has no meaning at the moment."""
        self._without = frozenset(actions)
        self.refresh(layout=True)

    def typing(self, typing: bool) -> None:
        """Someone types in an editor, or has stopped: plain keys leave, or come back."""
        if typing != self._typing:
            self._typing = typing
            self.refresh(layout=True)

    @property
    def actions(self) -> tuple[Action, ...]:
        """What stands here now."""
        all_of_room = keys.at_foot(self._room, typing=self._typing, also=self._also)
        return tuple(one for one in all_of_room if one.id not in self._without)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(
            Content(" " * _GAP).join(self._piece(action) for action in line)
            for line in self._lines(self.size.width)
        )

    def on_click(self, event: Click) -> None:
        place = event.get_content_offset(self)
        lines = self._lines(self.size.width)
        if place is None or place.y >= len(lines):
            return
        start = 0
        for action in lines[place.y]:
            end = start + self._width(action)
            if start <= place.x < end:
                self.post_message(Asked(action.id))
            start = end + _GAP

    def _lines(self, width: int) -> list[list[Action]]:
        lines = self._fill(self.actions, width)
        if len(lines) == 1:
            return lines
        # Not all in one line: then what belongs to this room first, and the ways out below.
        ways_out = {"home", *self._also}
        own = [one for one in self.actions if "*" not in one.rooms and one.id not in ways_out]
        other = [one for one in self.actions if one not in own]
        groups = [self._fill(part, width) for part in (own, other) if part]
        if self.screen.size.height < _LOW:
            # Too little room for all: a line each, the rest is found in the palette.
            groups = [group[:1] for group in groups]
        return [line for group in groups for line in group]

    def _fill(self, actions: Iterable[Action], width: int) -> list[list[Action]]:
        lines: list[list[Action]] = [[]]
        used = 0
        for action in actions:
            wide = self._width(action)
            if lines[-1] and used + _GAP + wide > width:
                lines.append([])
                used = 0
            used += wide + (_GAP if lines[-1] else 0)
            lines[-1].append(action)
        return lines

    def _names(self, action: Action) -> tuple[str, str]:
        return keys.label(action, self._room), keys.key_name(action.key)

    def _width(self, action: Action) -> int:
        return cell_len(" ".join(self._names(action)))

    def _piece(self, action: Action) -> Content:
        name, key = self._names(action)
        label, quiet = (self.get_visual_style(one) for one in ("foot--label", "foot--key"))
        return Content.assemble((name, label), " ", (key, quiet))
