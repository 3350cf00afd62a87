"""What a goal draws on: elements to choose and to take away."""

from collections.abc import Mapping

from peercoach.errors import PeercoachError
from peercoach.journal.goals import GoalLine
from peercoach.tui.desk import Desk
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import goals as words
from peercoach.workspace import ElementLine


class DrawnOn(ListRoom):
    """Every element that can be drawn on; what is chosen holds at once."""

    room = "within"

    def __init__(self, desk: Desk, goal: GoalLine, lines: list[ElementLine]) -> None:
        self._desk = desk
        self._lines = lines
        self._goal_id = goal.id
        rows = self._rows(goal.goal.elements)
        super().__init__(words.WHICH_ELEMENTS, rows, hint=words.WHICH_ELEMENTS_HINT)

    def _rows(self, drawn: Mapping[str, str]) -> list[Row]:
        here = {one.address: (one.title, one.framework_title) for one in self._lines}
        gone = {address: (title, "") for address, title in drawn.items() if address not in here}
        rows, before = [], None
        for address, (title, framework) in (gone | here).items():
            new = framework != before
            mark = (words.DRAWN_ON,) if address in drawn else ("",)
            heading = framework if new else ""
            rows.append(Row(address, title, mark, heading=heading, space=int(new)))
            before = framework
        return rows

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        goals, address = self._desk.workspace.goals, event.row.id
        try:
            await self._desk.writer.do(goals.draw_on, self._goal_id, address)
            goal = await self._desk.writer.do(goals.get, self._goal_id)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        if self.choices.rows:
            self.choices.show(self._rows(goal.goal.elements), at=address)
