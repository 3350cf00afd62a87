"""Protected time in plain lines: when it is, choosing it, changing one, beginning it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from peercoach.errors import PeercoachError
from peercoach.guide.review import REVIEW
from peercoach.hours import Coming, Hours
from peercoach.offers import OWN_HOUR
from peercoach.plain.commands import Command, End, Text
from peercoach.plain.host import Host, empty, number_in
from peercoach.words import hours as here
from peercoach.words import plain as words
from peercoach.workspace import Workspace

ROOM = "hours"
HOUR = OWN_HOUR

Way = tuple[str, Callable[[], None]]
"""What can be done: its line, and what does it."""


class HoursRoom:
    """The room of one's own hour. ``begin`` goes through a plan, by its id."""

    def __init__(self, host: Host, workspace: Workspace, begin: Callable[[str], None]) -> None:
        self._host = host
        self._work = workspace
        self._begin = begin

    def stay(self) -> None:
        """Offer what can be done until enter is pressed.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        commands = {
            "calendar": lambda: self._try(self._file),
            "review": lambda: self._begin(REVIEW),
        }
        while True:
            ways = self._ways()
            lines = words.numbered([words.sentence(line) for line, _ in ways])
            self._host.at(words.sentence(here.TITLE), self._told(), *lines, here.CHOOSE_OR_ENTER)
            said = self._host.listen(ROOM)
            number = number_in(said, len(ways))
            if isinstance(said, Command):
                commands[said.action.id]()
            elif number is not None:
                self._try(ways[number - 1][1])
            elif empty(said) or isinstance(said, End):
                return
            else:
                self._host.say(words.NOT_A_CHOICE)

    @property
    def _hours(self) -> Hours:
        return self._work.hours

    def _told(self) -> str:
        chosen = self._hours.chosen
        return f"{here.NONE} {here.ABOUT}" if chosen is None else self._hours.said(chosen)

    def _ways(self) -> list[Way]:
        chosen = self._hours.chosen is not None
        ways: list[Way] = [(_coming(one), partial(self._one, one)) for one in self._hours.coming()]
        ways.append((here.CHANGE if chosen else here.CHOOSE, self._choose))
        if chosen:
            ways.append((here.STOP, self._stop))
        plans = self._work.library.plans
        if HOUR in plans:
            ways.append((here.BEGIN_HOUR, partial(self._begin, HOUR)))
        if REVIEW in plans:
            ways.append((here.BEGIN_REVIEW, partial(self._begin, REVIEW)))
        return [*ways, (here.WRITE_FILE, self._file)]

    def _try(self, do: Callable[[], None]) -> None:
        """Do it; where it can't be done, say why."""
        try:
            do()
        except PeercoachError as refused:
            self._host.say(str(refused))

    # --- choosing ------------------------------------------------------------------------------

    def _line(self, *asks: str) -> str:
        """What is typed in one line; empty text for nothing."""
        self._host.at(*asks)
        said = self._host.listen("asked")
        return said.text.strip() if isinstance(said, Text) else ""

    def _choose(self) -> None:
        """Ask until something is understood, and kept only when it was heard what was."""
        while typed := self._line(here.ASK, here.EXAMPLES, here.ENTER_LEAVES):
            try:
                hour = self._hours.understood(typed)
            except PeercoachError as refused:
                self._host.say(str(refused))
                continue
            others = self._hours.other_ways(hour)
            ways = [here.keep_as(one.repeat, self._hours.repeats(one)) for one in others]
            question = here.UNDERSTOOD.format(said=self._hours.said(hour))
            answer = self._host.decide(ROOM, question, here.KEEP, *ways, here.ANOTHER)
            if answer <= len(ways) + 1:
                chosen = [hour, *others][answer - 1]
                self._hours.keep(chosen)
                self._host.say(here.KEPT.format(said=self._hours.said(chosen)))
                return
        self._host.say(here.NOT_KEPT)

    def _stop(self) -> None:
        if self._host.decide(ROOM, here.STOP_ABOUT, here.STOP, here.LEAVE_IT) == 1:
            self._hours.stop()
            self._host.say(here.STOPPED)

    # --- a single one --------------------------------------------------------------------------

    def _one(self, one: Coming) -> None:
        ways: list[Way] = [(here.MOVE, partial(self._move, one))]
        if one.state != here.IS_LEFT_OUT:
            ways.append((here.LEAVE_OUT, partial(self._leave_out, one)))
        if one.state:
            ways.append((here.BACK, partial(self._put_back, one)))
        asked = f"{words.sentence(one.said)} {here.WHAT_NOW}"
        answer = self._host.decide(ROOM, asked, *(line for line, _ in ways), here.LEAVE_IT)
        if answer <= len(ways):
            ways[answer - 1][1]()

    def _move(self, one: Coming) -> None:
        while typed := self._line(here.ASK_MOVE, here.MOVE_EXAMPLE, here.ENTER_LEAVES):
            try:
                self._hours.move(one.day, typed)
            except PeercoachError as refused:
                self._host.say(str(refused))
                continue
            moved = [found.said for found in self._hours.coming() if found.day == one.day]
            self._host.say(words.sentence(here.MOVED.format(said=moved[0] if moved else "")))
            return
        self._host.say(here.NOT_KEPT)

    def _leave_out(self, one: Coming) -> None:
        self._hours.leave_out(one.day)
        self._host.say(here.LEFT_OUT)

    def _put_back(self, one: Coming) -> None:
        self._hours.put_back(one.day)
        self._host.say(here.PUT_BACK)

    # --- a calendar file -----------------------------------------------------------------------

    def _file(self) -> None:
        """Ask where it goes; what stands there gives way only to a yes."""
        self._hours.calendar()
        typed = self._line(here.FILE_ASK, here.FILE_HINT, here.FILE_EXAMPLE, here.ENTER_LEAVES)
        if not typed:
            self._host.say(here.NOT_KEPT)
            return
        path = Path(typed).expanduser()
        there = path.exists()
        asked = (here.FILE_THERE if there else here.FILE_NEW).format(path=path)
        write = here.FILE_OVER if there else here.FILE_WRITE
        answer = self._host.decide(ROOM, asked, write, here.FILE_NEUTRAL, here.LEAVE_IT)
        if answer == 3:
            self._host.say(here.NOT_KEPT)
            return
        self._hours.write_calendar(path, neutral=answer == 2, over=there)
        self._host.say(here.FILE_WRITTEN.format(path=path))


def _coming(one: Coming) -> str:
    return f"{one.said}, {one.state}" if one.state else one.said
