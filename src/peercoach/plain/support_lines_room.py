"""The support lines of one's own in plain lines: hear them, add one, change it, take it away."""

from collections.abc import Callable
from datetime import date
from functools import partial

from peercoach.errors import PeercoachError, SupportUnreadable
from peercoach.plain.commands import End, Text
from peercoach.plain.host import Host, empty, number_in
from peercoach.supporting import MOST_LINES, Line, Own, fitting
from peercoach.words import plain as words
from peercoach.words import support_lines as here
from peercoach.words.when import day

ROOM = "asked"

Way = tuple[str, Callable[[], None]]
"""What can be done: its line, and what does it."""


class SupportLinesRoom:
    """Who is there, each behind a number; then what can be done."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._ours = host.supporting

    def stay(self) -> None:
        """Offer what can be done until enter is pressed.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        while True:
            told, ways = self._there()
            lines = words.numbered([words.sentence(line) for line, _ in ways])
            self._host.at(words.sentence(here.TITLE), *told, *lines, here.CHANGE_OR_ENTER)
            said = self._host.listen(ROOM)
            number = number_in(said, len(ways))
            if number is not None:
                self._try(ways[number - 1][1])
            elif empty(said) or isinstance(said, End):
                return
            else:
                self._host.say(words.NOT_A_CHOICE)

    def _there(self) -> tuple[list[str], list[Way]]:
        """What is said first, and what can be done."""
        try:
            own = self._ours.own()
        except SupportUnreadable as refused:
            return [str(refused)], [(here.SET_ASIDE, self._put_aside)]
        told = [here.ABOUT]
        if self._ours.path is None:
            told.append(here.NOT_KEPT_HERE)
        if own.count:
            checked = own.checked_on and day(own.checked_on, self._today)
            told.append(here.CHECKED_ON.format(day=checked) if checked else here.NEVER_CHECKED)
        return told, self._ways(own)

    def _ways(self, own: Own) -> list[Way]:
        ways: list[Way] = []
        if own.emergency:
            number = f"{here.EMERGENCY}: {own.emergency}"
            ways.append((number, partial(self._one, number, self._number, self._no_number)))
        for line in own.lines:
            change, take = partial(self._change, line), partial(self._take_away, line)
            ways.append((line.said, partial(self._one, line.said, change, take)))
        if len(own.lines) < MOST_LINES:
            ways.append((here.ADD, self._add))
        if not own.emergency:
            ways.append((here.ADD_EMERGENCY, self._number))
        if own.count:
            ways.append((here.CHECKED, self._checked))
        return ways

    @property
    def _today(self) -> date:
        return self._host.clock().local().date()

    def _try(self, do: Callable[[], None]) -> None:
        """Do it; where it can't be done, say why."""
        try:
            do()
        except PeercoachError as refused:
            self._host.say(str(refused))

    # --- one of them ---------------------------------------------------------------------------

    def _one(self, said: str, change: Callable[[], None], take: Callable[[], None]) -> None:
        asked = f"{words.sentence(said)} {here.WHAT_NOW}"
        answer = self._host.decide(ROOM, asked, here.CHANGE, here.TAKE_AWAY, here.LEAVE_IT)
        if answer < 3:
            (change if answer == 1 else take)()

    def _typed(self, name: str, *asks: str) -> str:
        """What is typed in one line, as it is kept; empty text for nothing. Asks until it fits."""
        while True:
            self._host.at(*asks, here.ENTER_LEAVES)
            said = self._host.listen(ROOM)
            if not isinstance(said, Text) or not said.text.strip():
                self._host.say(here.UNCHANGED)
                return ""
            try:
                return fitting(name, said.text)
            except PeercoachError as refused:
                self._host.say(str(refused))

    def _who(self) -> tuple[str, str]:
        """Who it is, and how to reach them; two empty texts for nothing."""
        name = self._typed("name", here.ASK_NAME, here.NAME_HINT)
        how = name and self._typed("how", here.ASK_HOW.format(name=name), here.HOW_HINT)
        return (name, how) if how else ("", "")

    def _kept(self) -> None:
        self._host.say(here.HELD if self._ours.path is None else here.KEPT)

    # --- doing ---------------------------------------------------------------------------------

    def _add(self) -> None:
        name, how = self._who()
        if name:
            self._ours.add(name, how, self._today)
            self._kept()

    def _change(self, line: Line) -> None:
        name, how = self._who()
        if name:
            self._ours.change(line, name, how, self._today)
            self._kept()

    def _take_away(self, line: Line) -> None:
        self._ours.take_away(line, self._today)
        self._host.say(here.GONE)

    def _number(self) -> None:
        number = self._typed("emergency", here.ASK_EMERGENCY, here.EMERGENCY_HINT)
        if number:
            self._ours.set_emergency(number, self._today)
            self._kept()

    def _no_number(self) -> None:
        self._ours.set_emergency("", self._today)
        self._host.say(here.GONE)

    def _checked(self) -> None:
        self._ours.checked(self._today)
        self._host.say(here.CHECKED_NOW)

    def _put_aside(self) -> None:
        self._host.say(here.IS_ASIDE.format(path=self._ours.set_aside()))
