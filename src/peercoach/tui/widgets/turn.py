"""Older and newer: the ways through earlier answers, by key or by mouse."""

from peercoach.actions import Action
from peercoach.tui import keys
from peercoach.tui.widgets.foot import Foot


class Turn(Foot):
    """A line of two actions, of which it shows those that lead somewhere."""

    def __init__(self) -> None:
        super().__init__("reflect")
        self._ways: tuple[str, ...] = ()

    def tell(self, *, older: bool, newer: bool) -> None:
        """Say which ways are open."""
        self._ways = ("older",) * older + ("newer",) * newer
        self.display = bool(self._ways)
        self.refresh(layout=True)

    @property
    def actions(self) -> tuple[Action, ...]:
        """What stands here now."""
        return tuple(one for one in keys.of_interface("reflect") if one.id in self._ways)
