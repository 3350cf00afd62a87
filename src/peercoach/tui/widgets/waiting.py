"""One line while something takes a moment that can't be measured."""

from textual.timer import Timer
from textual.widgets import Static

from peercoach.tui.looks import STILL

_MOST_DOTS = 12
_STILL_DOTS = 3
_BEAT = 0.25


class Waiting(Static):
    """A sentence, and dots that grow while it goes on; where nothing may move, they stand."""

    def __init__(self, sentence: str) -> None:
        super().__init__("", id="progress", markup=False)
        self._sentence = sentence
        self._dots = 0
        self._timer: Timer | None = None
        self._going = False

    @property
    def going(self) -> bool:
        """Whether something is under way."""
        return self._going

    def start(self) -> None:
        """Say that something is under way."""
        self._going = True
        self.add_class("-going")
        if self.app.has_class(STILL):
            self._show(_STILL_DOTS)
            return
        self._dots = 0
        self._timer = self._timer or self.set_interval(_BEAT, self._beat)
        self._beat()

    def stop(self) -> None:
        """It is done."""
        self._going = False
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.update("")
        self.remove_class("-going")

    def _beat(self) -> None:
        self._dots = self._dots % _MOST_DOTS + 1
        self._show(self._dots)

    def _show(self, dots: int) -> None:
        self.update(f"{self._sentence} {'.' * dots}")
