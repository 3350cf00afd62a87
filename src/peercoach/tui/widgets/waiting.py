"""One line while something takes a moment that can't be measured."""

from textual.timer import Timer
from textual.widgets import Static

_MOST_DOTS = 12
_BEAT = 0.25


class Waiting(Static):
    """A sentence, and dots that grow while it goes on."""

    def __init__(self, sentence: str) -> None:
        super().__init__("", id="progress", markup=False)
        self._sentence = sentence
        self._dots = 0
        self._timer: Timer | None = None

    @property
    def going(self) -> bool:
        """Whether something is under way."""
        return self._timer is not None

    def start(self) -> None:
        """Say that something is under way."""
        self._dots = 0
        self._timer = self._timer or self.set_interval(_BEAT, self._beat)
        self._beat()

    def stop(self) -> None:
        """It is done."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.update("")
        self.remove_class("-going")

    def _beat(self) -> None:
        self.add_class("-going")
        self._dots = self._dots % _MOST_DOTS + 1
        self.update(f"{self._sentence} {'.' * self._dots}")
