"""The full interface with one thing more to say at the door."""

from typing import Any

from peercoach.tui.app import PeercoachApp
from peercoach.tui.screens.room import Room


class ToldApp(PeercoachApp):
    """Says ``at_door`` at every door: where a demo is locked, what opens it is no secret."""

    def __init__(self, *given: Any, at_door: str, **named: Any) -> None:
        super().__init__(*given, **named)
        self._at_door = at_door

    def _door(self, told: str = "") -> Room:
        return super()._door(f"{told} {self._at_door}".strip())
