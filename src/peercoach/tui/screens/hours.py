"""Protected time: when it is, how to choose it, and what one can begin in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peercoach.errors import PeercoachError
from peercoach.guide.review import REVIEW
from peercoach.hours import Coming
from peercoach.offers import OWN_HOUR
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Go
from peercoach.tui.screens.hour_tasks import Choosing, Filing, Moving
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import hours as words
from peercoach.workspace import Workspace

HOUR = OWN_HOUR
"""The plan that an hour is gone through by."""


@dataclass(frozen=True)
class Seen:
    """What is chosen, as a sentence (empty for nothing), and the ones that come up."""

    said: str = ""
    coming: Sequence[Coming] = ()


def seen(workspace: Workspace) -> Seen:
    """What the room shows. Raises ``VaultError`` where the notes can't be read."""
    hours = workspace.hours
    chosen = hours.chosen
    return Seen() if chosen is None else Seen(hours.said(chosen), hours.coming())


class Hours(ListRoom):
    """One row for each that comes up, then what can be done."""

    room = "hours"

    def __init__(self, desk: Desk, seen: Seen) -> None:
        super().__init__(words.TITLE, _rows(seen, desk), hint=_hint(seen))
        self._desk = desk
        self._seen = seen
        self._told = ""
        self._day: date | None = None
        self._answer = ""
        self._gone = False

    # --- choosing ------------------------------------------------------------------------------

    def on_choices_picked(self, event: Choices.Picked) -> None:
        kind, _, rest = event.row.id.partition(":")
        hours = self._desk.workspace.hours
        if kind == "one":
            self._ask(date.fromisoformat(rest))
        elif kind == "choose":
            self.post_message(Go("asked", Choosing(hours, self._tell), over=True))
        elif kind == "stop":
            rows = [
                Row("", words.LEAVE_IT, space=1),
                Row("stop", words.STOP, detail=words.STOP_ABOUT, space=1),
            ]
            self.post_message(Go("ask", words.STOP, rows, self._took, over=True))
        elif kind == "calendar":
            self.do_calendar()
        elif kind == "review":
            self.post_message(Go("review", over=True))
        else:
            self.post_message(Go("walk", HOUR))

    def do_calendar(self) -> None:
        """Write a calendar file."""
        self.post_message(Go("asked", Filing(self._desk.workspace.hours, self._tell), over=True))

    def _ask(self, day: date) -> None:
        """What about this single one?"""
        self._day = day
        [one] = [one for one in self._seen.coming if one.day == day]
        rows = [Row("move", words.MOVE, detail=words.MOVE_EXAMPLE, space=1)]
        if one.state != words.IS_LEFT_OUT:
            rows.append(Row("leave", words.LEAVE_OUT, space=1))
        if one.state:
            rows.append(Row("back", words.BACK, space=1))
        rows.append(Row("", words.LEAVE_IT, space=1))
        self.post_message(Go("ask", words.WHAT_NOW, rows, self._took, "move", one.said, over=True))

    def _took(self, answer: str) -> None:
        self._answer = answer

    def _tell(self, said: str) -> None:
        self._told = said

    # --- doing ---------------------------------------------------------------------------------

    async def on_screen_resume(self) -> None:
        """Do what was chosen above, then show how it is now."""
        answer, self._answer = self._answer, ""
        hours, day = self._desk.workspace.hours, self._day
        if self._gone:
            return
        try:
            if answer == "move" and day is not None:
                self.post_message(Go("asked", Moving(hours, day, self._tell), over=True))
            elif answer == "leave" and day is not None:
                await self._desk.writer.do(hours.leave_out, day)
                self._told = words.LEFT_OUT
            elif answer == "back" and day is not None:
                await self._desk.writer.do(hours.put_back, day)
                self._told = words.PUT_BACK
            elif answer == "stop":
                await self._desk.writer.do(hours.stop)
                self._told = words.STOPPED
            self._seen = await self._desk.writer.do(seen, self._desk.workspace)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        self._show()

    def _show(self) -> None:
        here = self.choices.row
        self.choices.show(_rows(self._seen, self._desk), at=here.id if here else None)
        self.lead(_hint(self._seen))
        told, self._told = self._told, ""
        if told:
            self.say(told)

    def forget(self) -> None:
        self._gone = True
        self._seen = Seen()
        super().forget()


def _hint(seen: Seen) -> str:
    return seen.said or f"{words.NONE} {words.ABOUT}"


def _rows(seen: Seen, desk: Desk) -> list[Row]:
    rows = [
        Row(
            f"one:{one.day.isoformat()}",
            one.said,
            (one.state,),
            heading="" if at else words.COMING,
            space=int(not at),
        )
        for at, one in enumerate(seen.coming)
    ]
    rows.append(Row("choose", words.CHANGE if seen.said else words.CHOOSE, space=1))
    if seen.said:
        rows.append(Row("stop", words.STOP))
    if HOUR in desk.library.plans:
        rows.append(Row("begin", words.BEGIN_HOUR, detail=words.BEGIN_HOUR_ABOUT, space=1))
    if REVIEW in desk.library.plans:
        rows.append(Row("review", words.BEGIN_REVIEW, detail=words.BEGIN_REVIEW_ABOUT, space=1))
    rows.append(Row("calendar", words.WRITE_FILE, detail=words.WRITE_FILE_ABOUT, space=1))
    return rows
