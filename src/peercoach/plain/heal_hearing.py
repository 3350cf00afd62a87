"""What is heard at a stop of a sitting in Heal: a number, a word, a command, or nothing."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from peercoach.errors import PeercoachError
from peercoach.guide.heal import Sitting
from peercoach.healing.days import day_to_come, example
from peercoach.healing.sitting import Healing
from peercoach.plain import heal_tell as tell
from peercoach.plain.answer import Answer
from peercoach.plain.commands import Command, End, Text
from peercoach.plain.host import Host, number_in
from peercoach.plain.port import Ended
from peercoach.plain.ways import GoTo, Onward
from peercoach.words import heal as words
from peercoach.words import plain, when

ROOM = "sitting"
Move = Callable[[Sitting], Sitting]
Said = Text | End | Command


class HealHearing:
    """Listens for one sitting, and makes the moves that are asked for."""

    def __init__(self, host: Host, healing: Healing) -> None:
        self._host = host
        self._here = healing

    @property
    def _sitting(self) -> Sitting:
        return self._here.sitting

    @property
    def _today(self) -> date:
        return self._host.clock().local().date()

    def _leave(self) -> None:
        """What was given waits; of a visit in which nothing was, nothing is left."""
        try:
            self._here.leave(self._here.text, self._here.cursor)
        except PeercoachError as error:
            self._host.unsaved = True
            self._host.say(str(error))
            return
        if self._here.saved_at is not None:
            self._host.say(words.WAITS_FOR_YOU)

    # --- listening ------------------------------------------------------------------------------

    def _offer(self, kind: str, lines: Sequence[str], how: str) -> None:
        """Say what is asked, and what can be chosen, each behind its number."""
        sentences = [plain.sentence(line) for line in lines]
        asked = (words.ASKS[kind], words.HINTS[kind])
        self._host.at(*asked, *plain.numbered(sentences), how)

    def _pick(self, count: int, given: Callable[[int], Move]) -> None:
        """Hear a number, or enter to go on."""
        at = self._sitting
        while self._sitting is at:
            said = self._listen()
            number = number_in(said, count)
            if isinstance(said, Command):
                self._command(said)
            elif number is not None:
                self._move(given(number))
            elif isinstance(said, Text) and said.text.strip():
                self._host.say(plain.NOT_A_CHOICE)
            else:
                self._move(Sitting.next)

    def _answered(self, count: int, given: Callable[[int], Move]) -> None:
        """Hear a number, where nothing but an answer goes on."""
        at = self._sitting
        while self._sitting is at:
            said = self._listen()
            number = number_in(said, count)
            if isinstance(said, Command):
                self._command(said)
            elif number is not None:
                self._move(given(number))
            else:
                self._host.again()

    def _tick(
        self, count: int, given: Callable[[int], Move], chosen: Callable[[], list[str]]
    ) -> None:
        """Hear numbers, each chosen or taken out, until enter goes on."""
        at = self._sitting.at
        if chosen():
            self._host.say(tell.ticked(chosen()))
        while self._sitting.at == at:
            said = self._listen()
            number = number_in(said, count)
            if isinstance(said, Command):
                self._command(said)
            elif number is not None:
                full = not self._move(given(number))
                self._host.say(*([words.PLENTY] if full else []), tell.ticked(chosen()))
            elif isinstance(said, Text) and said.text.strip():
                self._host.say(plain.NOT_A_CHOICE)
            else:
                self._move(Sitting.next)

    def _listen(
        self,
        rest: Callable[[str], None] = lambda rest: None,
        typing: Callable[[str], None] = lambda so_far: None,
        *,
        ended: Answer | None = None,
    ) -> Said:
        """Hear a line; control-D ends an answer, and anywhere else it is the way home."""
        if self._here.time_is_up():
            self._host.say(words.TIME_UP)
        try:
            return self._host.listen(ROOM, rest, typing)
        except Ended:
            if not self._host.port.interactive:
                raise
            if ended is None or ended.empty:
                raise GoTo(Onward.HOME) from None
            return End()

    # --- moving ---------------------------------------------------------------------------------

    def _command(self, said: Command, text: str = "") -> bool:
        """Do a command that any stop knows; whether we are at another stop now."""
        before = self._sitting.at
        moves: dict[str, Move] = {
            "next": partial(Sitting.next, text=text),
            "skip": partial(Sitting.skip, text=text),
            "back": partial(Sitting.back, text=text),
            "stop": partial(Sitting.stop, text=text),
            "keep": Sitting.keep,
            "let_go": Sitting.let_go,
        }
        if said.action.id in moves:
            if not self._move(moves[said.action.id]):
                if said.action.id in ("keep", "let_go"):
                    self._host.say(words.AT_THE_END)
                self._host.again()
        elif said.action.id == "prompts":
            self._host.say(*tell.prompts(self._sitting.now))
        elif said.action.id == "save":
            at = self._here.saved_at
            saved = plain.SAVED.format(time=when.clock(at.local())) if at else plain.NOTHING_SAVED
            self._host.say(saved)
        else:
            self._host.say(plain.NOTHING_IN_WORDS)
        return self._sitting.at != before or bool(self._sitting.ends)

    def _move(self, how: Move) -> bool:
        """Make a move, which saves first; where that fails it is said. Whether anything changed."""
        before = self._sitting
        try:
            self._here.move(how)
        except PeercoachError as error:
            self._host.unsaved = True
            self._host.say(str(error))
            return False
        self._host.unsaved = False
        self._host.saved_at = self._here.saved_at or self._host.saved_at
        return self._sitting != before


def ask_day(host: Host, room: str) -> date | None:
    """Ask for a day to come, until one is typed; None where enter leaves it.

    Raises:
        GoTo, Ended, Interrupted: as for listening.
    """
    today = host.clock().local().date()
    host.at(words.WHICH_DAY.format(example=example(today)), words.DAY_HOW)
    while True:
        said = host.listen(room)
        if isinstance(said, Command):
            host.say(plain.ANSWER_FIRST)
        elif not isinstance(said, Text) or not said.text.strip():
            return None
        else:
            try:
                return day_to_come(said.text, today)
            except PeercoachError as refused:
                host.say(str(refused))
