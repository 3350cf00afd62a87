"""An hour in plain lines: a plan gone through part by part, its time told when it is asked for."""

import time
from collections.abc import Callable, Mapping

from peercoach.conversation import Conversation
from peercoach.errors import NoSuchNote
from peercoach.frameworks.library import Library
from peercoach.guide.hour import Timer, minutes_of
from peercoach.guide.stops import Stop
from peercoach.plain.aside import Aside
from peercoach.plain.commands import Command
from peercoach.plain.host import Host
from peercoach.plain.walk import Walk
from peercoach.plain.ways import until_home
from peercoach.words import hour as here
from peercoach.words import plain as words

_AWAY = 15 * 60.0
"""Seconds: nothing is drawn here, so a look comes only with a command. By then it has locked."""

Places = Mapping[str, Callable[[], None]]
"""Where one can look around: what it is called, and what goes there."""


class HourWalk(Walk):
    """A walk whose elements are parts of a plan. Nothing happens when their time is over."""

    room = "hour"

    def __init__(
        self,
        host: Host,
        conversation: Conversation,
        library: Library,
        across: Callable[[Conversation, Callable[[], None]], bool],
        make_goal: Callable[[Conversation], bool],
        places: Callable[[], Places],
        again: Callable[[int], Conversation],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``again`` resumes a reflection: it may have been written on where one looked around."""
        super().__init__(host, conversation, library, across, make_goal)
        self._library = library
        self._places = places
        self._resumed = again
        self._clock = clock
        self._timer = Timer(away=_AWAY).tick(clock())

    def _introduce(self, stop: Stop) -> None:
        self._timer = self._timer.tick(self._clock())
        part = "" if stop.kind == "close" else stop.element.id
        new = part != self._timer.part
        self._timer = self._timer.at(part, minutes_of(stop.framework, part))
        if new and self._timer.minutes is not None and self._host.settings.timer:
            self._host.say(here.PART_TIME.format(minutes=self._timer.minutes))
        super()._introduce(stop)

    def _command(self, said: Command, stop: Stop, text: str) -> bool:
        match said.action.id:
            case "longer":
                self._longer()
            case "timer":
                self._tell_time()
            case "visit":
                return self._visit(text)
            case _:
                return super()._command(said, stop, text)
        return False

    # --- its time ------------------------------------------------------------------------------

    def _longer(self) -> None:
        if self._timer.minutes is None:
            self._host.say(here.NO_TIME)
            return
        self._timer = self._timer.tick(self._clock()).longer()
        self._host.say(here.LONGER)

    def _tell_time(self) -> None:
        self._timer = self._timer.tick(self._clock())
        said = self._timer.said
        self._host.say(here.TIME.format(said=said) if said else here.NO_TIME)

    # --- elsewhere, and back -------------------------------------------------------------------

    def _visit(self, text: str) -> bool:
        """Look around, then come back to the same place."""
        self._leave()
        places = self._places()
        lines = [words.sentence(one) for one in (*places, here.STAY)]
        with self._host.meanwhile():
            self._host.at(here.VISIT, here.VISIT_HINT, *words.numbered(lines), words.CHOOSE_NUMBER)
            chosen = self._host.choose("within", len(lines))
            if chosen is not None and chosen <= len(places):
                with until_home():
                    list(places.values())[chosen - 1]()
        self._take_up()
        self._host.say(here.BACK_AGAIN)
        return True

    def _take_up(self) -> None:
        """Go on with it as it stands now; where nothing is known of it, nothing changed."""
        try:
            self._talk = self._resumed(self._talk.reflection.id)
        except NoSuchNote:
            return
        self._aside = Aside(self._host, self._talk, self._library)
