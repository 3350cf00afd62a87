"""Which level to begin at: a few questions at a time, or all of them."""

from peercoach.tui.messages import Go
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import reflect as words
from peercoach.workspace import Levels

_ALL = "all"


class WhichLevel(ListRoom):
    """Each level with how many questions it has, the one begun at last chosen already."""

    room = "within"

    def __init__(self, address: str, found: Levels) -> None:
        rows = [
            Row(f"level:{level.id}", level.title, (words.questions(count),), space=1)
            for level, count in found.levels
        ]
        rows.append(Row(_ALL, words.ALL_LEVELS, (words.questions(found.questions),), space=1))
        super().__init__(words.WHICH_LEVEL, rows, hint=words.WHICH_LEVEL_HINT)
        self._address = address
        self.choices.show(rows, at=f"level:{found.last}")

    def on_choices_picked(self, event: Choices.Picked) -> None:
        level = event.row.id.removeprefix("level:") if event.row.id != _ALL else ""
        self.post_message(Go("begin", self._address, level))
