"""Whoever speaks with the person: answers what works everywhere, hands the rest to the room."""

from collections.abc import Callable
from enum import Enum

from peercoach.actions import Room
from peercoach.journal.moment import Clock, Moment
from peercoach.plain.commands import Command, End, NoCommand, Text, help_lines, understand
from peercoach.plain.port import Port
from peercoach.plain.watch import Interrupted
from peercoach.words import plain as words
from peercoach.words import support, when


class Onward(Enum):
    """Where someone asked to go, from any room."""

    HOME = "home"
    LOCK = "lock"
    QUIT = "quit"


class GoTo(Exception):
    """Leave this room; what was typed in it has been saved by then."""

    def __init__(self, onward: Onward) -> None:
        super().__init__(onward.value)
        self.onward = onward


_WAYS_OUT = {"home": Onward.HOME, "lock": Onward.LOCK, "quit": Onward.QUIT}


def _drop(rest: str) -> None:
    """What stood in an unfinished line, where it is no part of an answer."""


class Host:
    """Listens in a room. ``saved_at`` and ``unsaved`` are what is said about drafts at the end."""

    def __init__(self, port: Port, *, region: str, clock: Clock) -> None:
        self.port = port
        self.region = region
        self.clock = clock
        self.saved_at: Moment | None = None
        self.unsaved = False
        self._interrupted = False

    # --- saying ------------------------------------------------------------------------------

    def say(self, *lines: str) -> None:
        """Say these lines, one after the other."""
        self.port.say(*lines)

    def paragraph(self, *lines: str) -> None:
        """Say these lines after an empty one."""
        self.port.paragraph(lines)

    def day(self, moment: Moment) -> str:
        """The day of a moment, in words, as seen from today."""
        return when.day(moment.local().date(), self.clock().local().date())

    def support(self) -> None:
        """Say ways to steady oneself, people to call, and what belongs elsewhere."""
        for heading, lines in support.sections(self.region):
            self.paragraph(heading + ":", *lines)
        self.say("")

    # --- listening ---------------------------------------------------------------------------

    def listen(
        self,
        room: Room,
        rest: Callable[[str], None] = _drop,
        typing: Callable[[str], None] = _drop,
    ) -> Text | End | Command:
        """The next line that the room itself has to answer.

        ``rest`` is given the unfinished line when a signal comes, ``typing`` the line as it grows.

        Raises:
            GoTo: the person asked to lock, leave or go home.
            Ended, Interrupted: there is no more input, or a signal came.
        """
        while True:
            try:
                line = self.port.line(typing)
            except Interrupted as why:
                self._on_interrupt(why, rest)
                continue
            self._interrupted = False
            said = understand(line, room)
            if isinstance(said, NoCommand):
                self.say(said.answer)
            elif not isinstance(said, Command) or not self.obey(said, room):
                return said

    def choose(self, room: Room, count: int) -> int | None:
        """A number from 1 to ``count``; None for an empty line.

        Raises:
            GoTo, Ended, Interrupted: as for ``listen``.
        """
        while True:
            said = self.listen(room)
            typed = said.text.strip().rstrip(".") if isinstance(said, Text) else ""
            if isinstance(said, Text) and not typed:
                return None
            if typed.isdecimal() and len(typed) < 6 and 1 <= int(typed) <= count:
                return int(typed)
            self.say(words.NOT_A_CHOICE)

    def _on_interrupt(self, why: Interrupted, rest: Callable[[str], None]) -> None:
        """Go on after a first control-C; anything else ends the wait, with the line handed over."""
        if why.rest:
            rest(why.rest)
        if type(why) is not Interrupted or self._interrupted or not self.port.interactive:
            raise why
        self._interrupted = True
        if why.rest and rest is not _drop:
            self.say(words.LAST_LINE_KEPT)
        self.say(words.INTERRUPTED)

    def obey(self, said: Command, room: Room) -> bool:
        """Do what works in every room; False where the room has to do it.

        Raises:
            GoTo: the command leads out of the room.
        """
        action = said.action.id
        if action in _WAYS_OUT:
            raise GoTo(_WAYS_OUT[action])
        if action == "support":
            self.support()
        elif action == "keys":
            self.say(*help_lines(room))
        else:
            return False
        return True
