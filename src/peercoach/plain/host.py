"""Whoever speaks with the person: answers what works everywhere, hands the rest to the room."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from peercoach.actions import Room
from peercoach.errors import PeercoachError
from peercoach.journal.moment import Clock, Moment
from peercoach.patience import Patience
from peercoach.plain import cover
from peercoach.plain.commands import WRITING, Command, End, NoCommand, Text, help_lines, understand
from peercoach.plain.port import Port
from peercoach.plain.typist import Pasted
from peercoach.plain.watch import Interrupted
from peercoach.plain.ways import WAYS_OUT, GoTo
from peercoach.settings import Settings
from peercoach.supporting import Supporting
from peercoach.words import plain as words
from peercoach.words import when


def _drop(rest: str) -> None:
    """What stood in an unfinished line, where it is no part of an answer."""


NONE: Mapping[str, Callable[[], None]] = MappingProxyType({})
"""No commands of a room's own."""


class Host:
    """Listens in a room. ``saved_at`` and ``unsaved`` are what is said about drafts at the end.

    ``shown`` is whether something that is the person's own may stand in the window. ``settings``
    are those that hold now; ``keep`` makes others durable. ``supporting`` has the support lines of
    one's own.
    """

    def __init__(
        self,
        port: Port,
        *,
        settings: Settings,
        clock: Clock,
        keep: Callable[[Settings], None] = lambda settings: None,
        supporting: Supporting | None = None,
    ) -> None:
        self.port = port
        self.settings = settings
        self.supporting = supporting or Supporting(None)
        self.clock = clock
        self.saved_at: Moment | None = None
        self.unsaved = False
        self.shown = False
        self._keep = keep
        self._interrupted = False
        self._where: Callable[[], Iterable[str]] = tuple

    # --- saying ------------------------------------------------------------------------------

    def say(self, *lines: str) -> None:
        """Say these lines, one after the other."""
        self.port.say(*lines)

    def paragraph(self, *lines: str) -> None:
        """Say these lines after an empty one."""
        self.port.paragraph(lines)

    def at(self, *lines: str, again: Callable[[], Iterable[str]] | None = None) -> None:
        """Say where one is. On asking, and after a cover, it is said again.

        ``again`` gives what is said then, where that is something else.
        """
        self.stand(again or (lambda: lines))
        self.paragraph(*lines)

    def stand(self, where: Callable[[], Iterable[str]]) -> None:
        """Have this said when the person asks where they are, without saying it now."""
        self._where = where

    def again(self) -> None:
        """Say again where the person is: the question, or the choices."""
        self.paragraph(*self._where())

    @contextmanager
    def meanwhile(self) -> Iterator[None]:
        """Ask something in between; afterwards the person is where they were."""
        where = self._where
        try:
            yield
        finally:
            self._where = where

    def forget(self) -> None:
        """Hold no word of what was said: a notebook is locked."""
        self._where = tuple

    def day(self, moment: Moment) -> str:
        """The day of a moment, in words, as seen from today."""
        return when.day(moment.local().date(), self.clock().local().date())

    def support(self) -> None:
        """Say people to call, ways to steady oneself, and what belongs elsewhere."""
        for heading, lines in self.supporting.sections(self.settings.region):
            self.paragraph(heading + ":", *lines)
        self.say("")

    def watch_over(self, open: bool) -> None:
        """Have an open notebook locked when nobody is there."""
        self.port.guard.patience = Patience(self.settings.lock_after) if open else None

    def change(self, settings: Settings) -> str:
        """Have other settings hold from now on, and keep them; why that failed, or nothing."""
        self.settings = settings
        if self.port.guard.patience is not None:
            self.port.guard.patience.minutes = settings.lock_after
        try:
            self._keep(settings)
        except PeercoachError as refused:
            return str(refused)
        return ""

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
            pasted = room in WRITING and isinstance(line, Pasted)
            said = Text(line) if pasted else understand(line, room)
            if isinstance(said, NoCommand):
                self.say(said.answer)
            elif not isinstance(said, Command) or not self.obey(said, room):
                return said

    def hidden(self, room: Room, prompt: str) -> str:
        """What was typed without showing; what works everywhere answers here too.

        Raises:
            NoTerminal: it can't be hidden here.
            GoTo, Ended, Interrupted: as for ``listen``.
        """
        while True:
            typed = self.port.secret(prompt)
            said = understand(typed, room)
            if not isinstance(said, Command):
                return typed
            self.obey(said, room)

    def choose(
        self,
        room: Room,
        count: int,
        commands: Mapping[str, Callable[[], None]] = NONE,
        *,
        enter: bool = False,
    ) -> int | None:
        """A number from 1 to ``count``; None once a command was obeyed.

        ``commands`` does what the room's own commands ask, by the ids of their actions. An empty
        line has the choices said again; with ``enter``, for where the person was told that enter
        chooses none, it gives None.

        Raises:
            GoTo, Ended, Interrupted: as for ``listen``.
        """
        while True:
            said = self.listen(room)
            if isinstance(said, Command) and said.action.id in commands:
                commands[said.action.id]()
                return None
            if empty(said):
                if enter:
                    return None
                self.again()
                continue
            if (number := number_in(said, count)) is not None:
                return number
            self.say(words.ANSWER_FIRST if isinstance(said, Command) else words.NOT_A_CHOICE)

    def decide(self, room: Room, question: str, *answers: str) -> int:
        """Ask something that can't be undone: the number of the answer.

        The last one leaves all as it is.

        Raises:
            GoTo, Ended, Interrupted: as for ``listen``.
        """
        lines = [words.sentence(answer) for answer in answers]
        self.at(question, *words.numbered(lines), words.CHOOSE_NUMBER)
        return self.choose(room, len(answers)) or len(answers)

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

    # --- what works everywhere -----------------------------------------------------------------

    def obey(self, said: Command, room: Room) -> bool:
        """Do what works in every room; False where the room has to do it.

        Raises:
            GoTo: the command leads out of the room.
            Ended, Interrupted: as for ``listen``, under the cover.
        """
        action = said.action.id
        if action in WAYS_OUT:
            raise GoTo(WAYS_OUT[action])
        if action == "support":
            self.support()
        elif action == "keys":
            self.say(*help_lines(room))
        elif action == "cover":
            self._cover(room)
        elif action == "again":
            self.again()
        else:
            return False
        return True

    def _cover(self, room: Room) -> None:
        """Cover everything; once the person is back, say again where they are."""
        cover.stand(self.port, room)
        self.say(words.UNCOVERED)
        self.again()


def empty(said: Text | End | Command) -> bool:
    """Whether a line held nothing but space."""
    return isinstance(said, Text) and not said.text.strip()


def number_in(said: Text | End | Command, count: int) -> int | None:
    """The number from 1 to ``count`` that was typed; None where none was."""
    typed = said.text.strip().rstrip(".") if isinstance(said, Text) else ""
    if typed.isdecimal() and len(typed) < 6 and 1 <= int(typed) <= count:
        return int(typed)
    return None
