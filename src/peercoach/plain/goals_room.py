"""Goals: what is being written, the open ones, the closed ones, each behind a number."""

from collections.abc import Callable

from peercoach.goals.writing import Writing
from peercoach.plain import goal_lines
from peercoach.plain.commands import Command
from peercoach.plain.goal_room import GoalRoom
from peercoach.plain.goal_walk import write
from peercoach.plain.host import Host, empty, number_in
from peercoach.plain.reflections import Reflections
from peercoach.words import goals as here
from peercoach.words import plain as words
from peercoach.workspace import Workspace

ROOM = "goals"

Line = tuple[str, Callable[[], None]]
"""What is said of one, and what taking it does."""


class Goals:
    """The room of goals."""

    def __init__(self, host: Host, work: Workspace, reflections: Reflections) -> None:
        self._host = host
        self._work = work
        self._reflections = reflections

    def stay(self) -> None:
        """Offer them until enter is pressed.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        while self._once():
            pass

    def resume(self, key: str) -> None:
        """Go on with what waits under this key, then be in the room. Raises as :meth:`stay`."""
        self._resuming(key)()
        self.stay()

    def _once(self) -> bool:
        """Say them and do one thing; False where the person goes home."""
        found = self._lines()
        lines = words.numbered([line for line, _ in found])
        how = here.GOALS_HOW if found else here.GOALS_NONE_HOW
        said = [words.sentence(here.TITLE)] if found else [here.NONE]
        self._host.at(*said, *self._figure(), *lines, how)
        while True:
            said_now = self._host.listen(ROOM)
            if isinstance(said_now, Command):
                self._new()
                return True
            number = number_in(said_now, len(found))
            if number is not None:
                found[number - 1][1]()
                return True
            if empty(said_now):
                return False
            self._host.say(words.NOT_A_CHOICE)

    def _lines(self) -> list[Line]:
        goals = self._work.goals
        found: list[Line] = [
            (goal_lines.waiting(one), self._resuming(one.key)) for one in goals.waiting()
        ]
        for one in (*goals.open(), *goals.closed()):
            found.append((goal_lines.listed(one, self._host), self._opening(one.id)))
        return found

    def _figure(self) -> list[str]:
        figure = self._work.goals.figure() if self._host.settings.goal_figure else None
        if figure is None:
            return []
        return [words.sentence(here.FIGURE.format(figure=round(figure))), here.FIGURE_MEANS]

    def _resuming(self, key: str) -> Callable[[], None]:
        return lambda: self._written(lambda: self._work.goals.resume(key))

    def _opening(self, id: int) -> Callable[[], None]:
        return GoalRoom(self._host, self._work, self._reflections, id).stay

    def _new(self) -> None:
        self._written(self._work.goals.make)

    def _written(self, begin: Callable[[], Writing]) -> None:
        """Write to the end; a goal that came of it is said whole."""
        writing = write(self._host, self._work, begin)
        if writing is not None and writing.kept and writing.walk.task == "make":
            self._opening(writing.about)()
