"""The foot of a screen: what can be done here, and by which key. Each can be clicked, too."""

from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

from peercoach.actions import Action, Room
from peercoach.tui import keys

_GAP = 4


class Foot(Widget):
    """Actions in as few lines as they need, none cut."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"foot--key", "foot--label"}

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._typing = False

    def typing(self, typing: bool) -> None:
        """Someone types in an editor, or has stopped: plain keys leave, or come back."""
        if typing != self._typing:
            self._typing = typing
            self.refresh(layout=True)

    @property
    def actions(self) -> tuple[Action, ...]:
        """What stands here now."""
        return keys.at_foot(self._room, typing=self._typing)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(
            Content(" " * _GAP).join(self._piece(action) for action in line)
            for line in self._lines(self.size.width)
        )

    def _lines(self, width: int) -> list[list[Action]]:
        lines: list[list[Action]] = [[]]
        used = 0
        for action in self.actions:
            wide = cell_len(f"{keys.label(action, self._room)}  {keys.key_name(action.key)}")
            if lines[-1] and used + _GAP + wide > width:
                lines.append([])
                used = 0
            used += wide + (_GAP if lines[-1] else 0)
            lines[-1].append(action)
        return lines

    def _piece(self, action: Action) -> Content:
        # "@click" runs the action through the app, the same way as its key does.
        click = Style.from_meta({"@click": f"app.act('{action.id}')"})
        label = self.get_visual_style("foot--label") + click
        key = self.get_visual_style("foot--key") + click
        name = keys.label(action, self._room)
        # A key never parts from its name at the end of a line.
        return Content.assemble((name, label), ("  ", label), (keys.key_name(action.key), key))
