"""A question with its answers in a line below: by key or by mouse."""

from peercoach.actions import Action, Room
from peercoach.tui import keys
from peercoach.tui.widgets.foot import Foot


class Answers(Foot):
    """Some actions of a room, as answers that stand side by side."""

    def __init__(self, room: Room, *answers: str) -> None:
        super().__init__(room)
        self._answers = answers

    @property
    def actions(self) -> tuple[Action, ...]:
        """The answers, in the order given."""
        there = {one.id: one for one in keys.of_interface(self._room)}
        return tuple(there[id] for id in self._answers)
