"""A reflection as plain questions and lines, from where it stands to its closing."""

from collections.abc import Callable
from typing import ClassVar

from peercoach.conversation import Conversation
from peercoach.errors import PeercoachError
from peercoach.frameworks.library import Library
from peercoach.guide.stops import Stop
from peercoach.plain import tell
from peercoach.plain.answer import Answer
from peercoach.plain.aside import Aside
from peercoach.plain.commands import Command, End, Text
from peercoach.plain.host import Host
from peercoach.plain.port import Ended
from peercoach.plain.watch import Interrupted
from peercoach.plain.ways import GoTo, Onward
from peercoach.words import hour, when
from peercoach.words import plain as words


class Walk:
    """One sitting with one reflection."""

    room: ClassVar[str] = "reflect"

    def __init__(
        self,
        host: Host,
        conversation: Conversation,
        library: Library,
        across: Callable[[Conversation, Callable[[], None]], bool],
        make_goal: Callable[[Conversation], bool],
    ) -> None:
        """``across`` offers what a question lines up with, and says whether one went there.

        It is given what is to be done before one goes: to save what stands here. ``make_goal``
        makes a goal of something kept here, and says whether one went to do that.
        """
        self._across = across
        self._make_goal = make_goal
        self._host = host
        self._talk = conversation
        self._aside = Aside(host, conversation, library)
        self._element = ""

    def run(self) -> None:
        """Ask until it is closed.

        Raises:
            GoTo: the person went elsewhere; what was typed is saved as a draft.
            Ended, Interrupted: input ended, or a signal came; likewise.
        """
        try:
            while not self._stop():
                pass
        except (GoTo, Ended, Interrupted):
            self._leave()
            raise

    def _stop(self) -> bool:
        """Ask what this stop asks; True when the reflection is closed."""
        stop = self._talk.reflection.now
        self._introduce(stop)
        if stop.kind == "close":
            return self._close()
        if stop.kind == "rating":
            self._rate(stop)
        elif stop.kind == "part":
            self._pass_by(stop)
        else:
            self._write(stop)
        return False

    def _leave(self) -> None:
        """What is typed waits here; a reflection of which there is nothing leaves nothing."""
        try:
            self._talk.leave(self._talk.text, self._talk.cursor)
        except PeercoachError as error:
            self._host.unsaved = True
            self._host.say(str(error))

    # --- one stop ----------------------------------------------------------------------------

    def _introduce(self, stop: Stop) -> None:
        """Say whose element this is, where it begins, then what is asked."""
        if stop.element.id != self._element and stop.kind != "close":
            self._element = stop.element.id
            self._host.paragraph(*tell.opening(stop))
        self._host.say(*self._talk.stands())
        if said := tell.said(self._talk.said()):
            self._host.say(said)
        self._host.at(*self._asked(stop), again=lambda: self._again(stop))

    def _again(self, stop: Stop) -> list[str]:
        return [*self._asked(stop), *tell.scale(stop), *self._so_far()]

    def _asked(self, stop: Stop) -> list[str]:
        count = self._talk.reflection.count if self._host.settings.progress else None
        return tell.asked(stop, count)

    def _so_far(self) -> list[str]:
        """What stands at this stop, as it was saved last."""
        text = self._talk.text
        return [words.SO_FAR, *text.split("\n")] if text.strip() else []

    def _write(self, stop: Stop) -> None:
        answer = Answer(self._host, self._talk, self.room)
        earlier = self._talk.earlier()
        if earlier:
            day = self._host.day(earlier[0].when)
            self._host.say(words.ANSWERED_BEFORE.format(day=day))
        if self._talk.brings:
            self._host.say(words.BRINGING)
        if answer.empty:
            self._host.say(words.HOW_TO_ANSWER)
        else:
            self._host.say(words.SO_FAR, *answer.text.split("\n"), words.HOW_TO_ADD)
        moved = False
        warned = False
        while not moved:
            try:
                said = self._host.listen(self.room, answer.add, answer.typing)
            except Ended:
                # Control-D ends an answer; a pipe that has run dry ends everything.
                if not self._host.port.interactive:
                    raise
                if answer.empty and warned:
                    raise GoTo(Onward.HOME) from None
                if answer.empty:
                    warned = True
                    self._host.say(words.NOTHING_YET)
                    continue
                said = End()
            moved = self._took(said, stop, answer)

    def _took(self, said: Text | End | Command, stop: Stop, answer: Answer) -> bool:
        """Do what was said at a stop with words; whether we are at another stop now."""
        if isinstance(said, Text):
            answer.add(said.text)
            if said.told:
                self._host.say(said.told)
            return False
        if isinstance(said, End):
            return self._move("next", answer.text)
        own: dict[str, Callable[[], None]] = {
            "read": answer.read,
            "undo": answer.undo,
            "fresh": answer.fresh,
            "save": lambda: self._save(answer),
        }
        if said.action.id in own:
            own[said.action.id]()
            return False
        return self._command(said, stop, answer.text)

    def _save(self, answer: Answer) -> None:
        answer.save()
        if not self._host.unsaved:
            self._say_saved()

    def _rate(self, stop: Stop) -> None:
        self._host.say(*tell.scale(stop))
        here = self._talk.rated()
        labels = {step.value: step.label for step in stop.rating.scale} if stop.rating else {}
        if here in labels:
            self._host.say(words.RATED_HERE.format(label=labels[here]))
        last = self._talk.last_rating()
        if last is not None:
            day = self._host.day(last.when)
            self._host.say(words.RATED_BEFORE.format(day=day, label=last.label))
        self._host.say(words.HOW_TO_RATE)
        moved = False
        while not moved:
            said = self._hear()
            if isinstance(said, Command):
                moved = self._command(said, stop, "")
            elif isinstance(said, End) or not said.text.strip():
                moved = self._move("skip", "")
            else:
                moved = self._rated(said.text, labels)

    def _pass_by(self, stop: Stop) -> None:
        """A part at which nothing is written: enter goes on."""
        self._host.say(hour.HOW_TO_PASS)
        moved = False
        while not moved:
            said = self._hear()
            if isinstance(said, Command):
                moved = self._command(said, stop, "")
            elif isinstance(said, End) or not said.text.strip():
                moved = self._move("next", "")
            else:
                self._host.say(hour.HOW_TO_PASS)

    def _rated(self, typed: str, labels: dict[int, str]) -> bool:
        value = tell.value_of(typed, labels)
        if value is None:
            self._host.say(words.NOT_A_CHOICE)
            return False
        return self._keep(lambda: self._talk.rate(value))

    def _close(self) -> bool:
        """Offer to close; True when it is closed, False where someone went back to a question."""
        self._host.say(words.HOW_TO_CLOSE)
        stop = self._talk.reflection.now
        while True:
            try:
                said = self._host.listen(self.room)
            except Ended:
                self._keep(self._talk.finish)
                raise
            if isinstance(said, Command) and said.action.id not in ("next", "enough", "skip"):
                if self._command(said, stop, ""):
                    return False
            elif isinstance(said, Text) and said.text.strip():
                self._host.say(words.HOW_TO_CLOSE)
            elif self._keep(self._talk.finish):
                self._host.say(words.CLOSED)
                return True

    def _hear(self) -> Text | End | Command:
        """Listen where control-D means the way home."""
        try:
            return self._host.listen(self.room)
        except Ended:
            if self._host.port.interactive:
                raise GoTo(Onward.HOME) from None
            raise

    # --- moving ------------------------------------------------------------------------------

    def _command(self, said: Command, stop: Stop, text: str) -> bool:
        """Do a command that any stop knows; whether we are at another stop now."""
        match said.action.id:
            case "next" | "skip" | "enough" | "pick" as move:
                return self._move(move, text)
            case "back":
                return self._back(text)
            case "jump":
                return self._jump(text)
            case "bring":
                self._keep(lambda: self._aside.bring(text))
            case "helped" | "jarred" as mark:
                self._keep(lambda: self._aside.mark(mark))
            case "aligned":
                return self._across(self._talk, self._leave)
            case "make_goal":
                return self._make_goal(self._talk)
            case "save":
                self._say_saved()
            case "read" | "undo" | "fresh":
                self._host.say(words.NOTHING_IN_WORDS)
            case aside:
                self._aside.take(aside, stop)
        return False

    def _back(self, text: str) -> bool:
        if self._talk.reflection.at_start:
            self._host.say(words.FIRST_STOP)
            return False
        return self._move("back", text)

    def _move(self, name: str, text: str) -> bool:
        moves: dict[str, Callable[[str], None]] = {
            "next": self._talk.next,
            "skip": self._talk.skip,
            "enough": self._talk.enough,
            "pick": self._talk.pick,
            "back": self._talk.back,
        }
        moved = self._keep(lambda: moves[name](text))
        if moved and text.strip():
            self._say_saved()
        return moved

    def _jump(self, text: str) -> bool:
        reflection = self._talk.reflection
        with self._host.meanwhile():
            self._host.at(*tell.questions(reflection))
            chosen = self._host.choose(self.room, len(reflection.questions), enter=True)
        if chosen is None:
            return False
        key = reflection.questions[chosen - 1].key
        return self._keep(lambda: self._talk.jump(key, text))

    def _keep(self, move: Callable[[], None]) -> bool:
        """Make a move, which keeps first; where that fails it is said and we stay where we are."""
        try:
            move()
        except PeercoachError as error:
            self._host.unsaved = True
            self._host.say(str(error))
            return False
        self._host.unsaved = False
        self._host.saved_at = self._talk.saved_at or self._host.saved_at
        return True

    def _say_saved(self) -> None:
        saved = self._talk.saved_at
        if saved is None:
            self._host.say(words.NOTHING_SAVED)
        else:
            self._host.say(words.SAVED.format(time=when.clock(saved.local())))
