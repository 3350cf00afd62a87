"""Home: what is unfinished first, then what else there is. It always says what a number does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from peercoach.errors import NoSuchElement, NoSuchFramework, PeercoachError
from peercoach.plain.commands import Command, Text
from peercoach.plain.host import GoTo, Host, Onward
from peercoach.plain.notes import Notes
from peercoach.plain.port import Ended
from peercoach.plain.walk import Walk
from peercoach.words import plain as words
from peercoach.workspace import Unfinished, Workspace

Got = TypeVar("Got")

SHORT = "what-so-what-now-what"
FIRST = "peer-leadership/sharing-the-movement"
UNFINISHED_SHOWN = 3


@dataclass(frozen=True)
class _Choice:
    line: str
    take: Callable[[], None]


class Home:
    """The room between rooms."""

    def __init__(self, host: Host, workspace: Workspace) -> None:
        self._host = host
        self._work = workspace

    def stay(self, *, fresh: bool) -> None:
        """Offer what there is, again and again. ``fresh`` asks where to start, this once.

        Raises:
            GoTo: lock or quit was asked for.
            Ended, Interrupted: input ended, or a signal came.
        """
        if fresh:
            self._enter(self._start)
        while True:
            self._enter(self._offer)

    def _enter(self, room: Callable[[], None]) -> None:
        """Be in a room until its end, or until the person comes home from it."""
        try:
            room()
        except GoTo as way:
            if way.onward is not Onward.HOME:
                raise

    # --- choosing ----------------------------------------------------------------------------

    def _start(self) -> None:
        """The second screen of the first run: where shall we start?"""
        self._host.paragraph(*words.START, words.CHOOSE_NUMBER)
        starts = [lambda: self._begin(SHORT), lambda: self._begin(FIRST), self._elements]
        chosen = self._host.choose("home", len(starts))
        if chosen is not None:
            starts[chosen - 1]()

    def _offer(self) -> None:
        unfinished = self._work.unfinished()[:UNFINISHED_SHOWN]
        choices = [_Choice(self._unfinished_line(one), self._resuming(one)) for one in unfinished]
        if SHORT in self._work.library.frameworks:
            choices.append(_Choice(words.THREE_QUESTIONS, lambda: self._begin(SHORT)))
        choices += [
            _Choice(words.CHOOSE, self._elements),
            _Choice(words.READ, self._notes),
            _Choice(words.LEAVE, self._leave),
        ]
        lines = [words.sentence(choice.line) for choice in choices]
        heading = words.HOME if unfinished else words.HOME_NEW
        self._host.paragraph(heading, *words.numbered(lines), words.CHOOSE_NUMBER)
        chosen = self._chosen(len(choices))
        if chosen is not None:
            choices[chosen - 1].take()

    def _chosen(self, count: int) -> int | None:
        """A number, or None when a command was taken instead; control-D leaves."""
        while True:
            try:
                said = self._host.listen("home")
            except Ended:
                raise GoTo(Onward.QUIT) from None
            if isinstance(said, Command):
                {"choose": self._elements, "notes": self._notes}[said.action.id]()
                return None
            typed = said.text.strip().rstrip(".") if isinstance(said, Text) else ""
            if typed.isdecimal() and len(typed) < 6 and 1 <= int(typed) <= count:
                return int(typed)
            self._host.say(words.NOT_A_CHOICE)

    def _unfinished_line(self, one: Unfinished) -> str:
        if one.count is not None:
            place = words.PLACE_COUNT.format(at=one.count[0], of=one.count[1])
        else:
            place = words.PLACE_STOP.format(stop=one.stop_heading)
        line = words.GO_ON.format(title=one.title, place=place)
        return words.sentence(line) + words.GO_ON_SAVED.format(day=self._host.day(one.when))

    # --- where it leads ----------------------------------------------------------------------

    def _begin(self, address: str) -> None:
        try:
            conversation = self._work.begin(address)
        except PeercoachError as error:
            self._host.say(str(error))
            return
        self._walk(Walk(self._host, conversation))

    def _resuming(self, one: Unfinished) -> Callable[[], None]:
        def resume() -> None:
            try:
                conversation = self._work.resume(one.reflection)
            except (NoSuchElement, NoSuchFramework):
                self._host.say(words.GONE)
                return
            except PeercoachError as error:
                self._host.say(str(error))
                return
            self._walk(Walk(self._host, conversation))

        return resume

    def _walk(self, walk: Walk) -> None:
        try:
            walk.run()
        except GoTo as way:
            if way.onward is Onward.HOME:
                self._host.say(words.PAUSED)
            raise

    def _elements(self) -> None:
        """Every element with its last rating, to choose one by number."""
        found = self._work.element_lines()
        lines = []
        for one in found:
            title = words.TITLE.format(framework=one.framework_title, element=one.title)
            rated = ""
            if one.rating_label and one.last is not None:
                rated = words.RATED.format(label=one.rating_label, day=self._host.day(one.last))
            lines.append(words.sentence(title) + rated)
        self._host.paragraph(words.ELEMENTS, *words.numbered(lines), words.CHOOSE_NUMBER)
        chosen = self._going_home(lambda: self._host.choose("elements", len(found)))
        if chosen is not None:
            self._begin(found[chosen - 1].address)

    def _notes(self) -> None:
        notes = Notes(self._host, self._work.journal)
        self._going_home(notes.read)

    def _leave(self) -> None:
        raise GoTo(Onward.QUIT)

    def _going_home(self, room: Callable[[], Got]) -> Got:
        """In a room where control-D means the way home, if anybody is there to go on."""
        try:
            return room()
        except Ended:
            if self._host.port.interactive:
                raise GoTo(Onward.HOME) from None
            raise
