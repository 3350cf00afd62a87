"""Writing about a goal as plain questions and lines, one at a time."""

from collections.abc import Callable, Iterable

from peercoach.errors import PeercoachError
from peercoach.goals import telling
from peercoach.goals.writing import Writing
from peercoach.journal.text import one_line
from peercoach.plain import notes
from peercoach.plain.answer import Answer
from peercoach.plain.commands import Command, End, Text
from peercoach.plain.host import Host, empty, number_in
from peercoach.plain.port import Ended
from peercoach.plain.watch import Interrupted
from peercoach.plain.ways import GoTo, Onward
from peercoach.words import goals as here
from peercoach.words import plain as words
from peercoach.words import when
from peercoach.workspace import Workspace

ROOM = "goal-walk"


def goal_of(host: Host, work: Workspace, kept: Iterable[int]) -> bool:
    """Make a goal of one of these notes; whether there was one to make it of.

    Raises:
        GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
    """
    seeds = work.goals.seeds(kept)
    if not seeds:
        host.say(here.NOTHING_FOR_A_GOAL)
        return False
    chosen: int | None = 1
    if len(seeds) > 1:
        lines = words.numbered([notes.line(one, host.day) for one in seeds])
        with host.meanwhile():
            host.at(here.FROM_WHICH, *lines, words.CHOOSE_OR_BACK)
            chosen = host.choose("within", len(seeds), enter=True)
    if chosen is not None:
        write(host, work, lambda: work.goals.make(seeds[chosen - 1].id))
    return True


def write(host: Host, work: Workspace, begin: Callable[[], Writing]) -> Writing | None:
    """Write about a goal to its end; None where that could not begin. Raises as above."""
    try:
        writing = begin()
    except PeercoachError as refused:
        host.say(str(refused))
        return None
    GoalWalk(host, work, writing).run()
    return writing


class GoalWalk:
    """One sitting with one walk about a goal."""

    def __init__(self, host: Host, work: Workspace, writing: Writing) -> None:
        self._host = host
        self._work = work
        self._writing = writing

    def run(self) -> None:
        """Ask until nothing more is asked.

        Raises:
            GoTo: the person went elsewhere; what was typed is saved as a draft.
            Ended, Interrupted: input ended, or a signal came; likewise.
        """
        try:
            self._host.paragraph(*self._opening())
            while not self._writing.ended:
                self._stop()
        except (GoTo, Ended, Interrupted) as why:
            self._leave()
            if isinstance(why, GoTo) and why.onward is Onward.HOME:
                self._host.say(here.PAUSED)
            raise
        if self._writing.kept:
            self._host.say(here.KEPT)
        elif self._writing.walk.task == "make":
            self._host.say(here.NOTHING_SAID)

    def _opening(self) -> list[str]:
        walk = self._writing.walk
        lines = [words.sentence(here.HEADINGS[walk.task])]
        if walk.wish:
            lines.append(words.sentence(one_line(walk.wish)))
        if walk.task == "make" and walk.goal.began:
            origin = self._work.goals.origin_of(walk.goal.began)
            lines.append(words.sentence(telling.began(walk.goal, origin, self._host.day, now=True)))
        return lines

    def _leave(self) -> None:
        """What is typed waits here; where nothing was written, nothing is left."""
        if self._writing.ended:
            return
        try:
            self._writing.leave(self._writing.text, self._writing.cursor)
        except PeercoachError as error:
            self._host.unsaved = True
            self._host.say(str(error))

    # --- one question ------------------------------------------------------------------------

    def _stop(self) -> None:
        stop = self._writing.walk.now
        asked = [stop.ask, words.HINT.format(hint=stop.hint)]
        lines = []
        for number, one in enumerate(stop.choices, 1):
            about = f" {words.sentence(one_line(one.about))}" if one.about else ""
            lines.append(f"{number}. {words.sentence(one.label)}{about}")
        self._host.at(*asked, *lines)
        if stop.choices:
            self._choose()
        else:
            self._write()

    def _choose(self) -> None:
        stop, here_now = self._writing.walk.now, self._writing.walk.here
        for one in stop.choices:
            if one.id == here_now:
                label = words.sentence(here.CHOSEN_HERE.format(label=one.label))
                self._host.say(label)
        self._host.say(here.CHOOSE_HOW)
        moved = False
        while not moved:
            said = self._hear()
            if isinstance(said, Command):
                moved = self._command(said.action.id, here_now)
            elif isinstance(said, End) or empty(said):
                moved = self._keep(self._writing.skip, here_now)
            elif number := number_in(said, len(stop.choices)):
                moved = self._keep(self._writing.next, stop.choices[number - 1].id)
            else:
                self._host.say(words.NOT_A_CHOICE)

    def _hear(self) -> Text | End | Command:
        try:
            return self._host.listen(ROOM)
        except Ended:
            if self._host.port.interactive:
                raise GoTo(Onward.HOME) from None
            raise

    def _write(self) -> None:
        answer = Answer(self._host, self._writing, ROOM)
        if answer.empty:
            self._host.say(here.WRITE_HOW)
        else:
            self._host.say(words.SO_FAR, *answer.text.split("\n"), here.WRITE_ON_HOW)
        moved = False
        while not moved:
            try:
                said = self._host.listen(ROOM, answer.add, answer.typing)
            except Ended:
                # Control-D ends an answer; a pipe that has run dry ends everything.
                if not self._host.port.interactive:
                    raise
                if answer.empty:
                    raise GoTo(Onward.HOME) from None
                said = End()
            moved = self._took(said, answer)

    def _took(self, said: Text | End | Command, answer: Answer) -> bool:
        """Do what was said; whether we are at another question now."""
        if isinstance(said, Text):
            answer.add(said.text)
            if said.told:
                self._host.say(said.told)
            return False
        if isinstance(said, End):
            return self._keep(self._writing.next, answer.text)
        own: dict[str, Callable[[], None]] = {
            "read": answer.read,
            "undo": answer.undo,
            "fresh": answer.fresh,
            "save": lambda: self._saved(answer),
        }
        if said.action.id in own:
            own[said.action.id]()
            return False
        return self._command(said.action.id, answer.text)

    def _saved(self, answer: Answer) -> None:
        answer.save()
        saved = self._writing.saved_at
        if saved is not None and not self._host.unsaved:
            self._host.say(words.SAVED.format(time=when.clock(saved.local())))

    def _command(self, action: str, text: str) -> bool:
        """Do a command that any question knows; whether we are at another one now."""
        moves: dict[str, Callable[[str], None]] = {
            "next": self._writing.next,
            "skip": self._writing.skip,
            "enough": self._writing.enough,
        }
        if action in moves:
            return self._keep(moves[action], text)
        if action == "back" and self._writing.walk.at_start:
            self._host.say(words.FIRST_STOP)
        elif action == "back":
            return self._keep(self._writing.back, text)
        elif action == "save":
            saved = self._writing.saved_at
            said = words.SAVED.format(time=when.clock(saved.local())) if saved else ""
            self._host.say(said or words.NOTHING_SAVED)
        else:
            self._host.say(words.NOTHING_IN_WORDS)
        return False

    def _keep(self, move: Callable[[str], None], text: str) -> bool:
        """Make a move, which keeps first; where that fails it is said and we stay where we are."""
        try:
            move(text)
        except PeercoachError as error:
            self._host.say(str(error))
            return False
        self._host.unsaved = False
        self._host.saved_at = self._writing.saved_at or self._host.saved_at
        return True
