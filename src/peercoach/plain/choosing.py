"""Choosing an element by number: those at hand first, then, a list further on, the other sets.

All that ships would be some fifty lines to sit through when they are heard one after the other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from peercoach.plain.host import Host
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from peercoach.workspace import ElementLine, Workspace


@dataclass(frozen=True)
class Chosen:
    """Where the chosen element stands, and whether it is no longer in the library."""

    address: str
    gone: bool = False


class Choosing:
    """Every element with its last ratings. ``commands`` may be said at each list."""

    def __init__(
        self, host: Host, workspace: Workspace, commands: Mapping[str, Callable[[], None]]
    ) -> None:
        self._host = host
        self._work = workspace
        self._commands = dict(commands)

    def chosen(self) -> Chosen | None:
        """What was chosen; None when nothing was.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        near: list[ElementLine] = []
        sets: dict[str, list[ElementLine]] = {}
        for line in self._work.element_lines():
            if self._is_near(line):
                near.append(line)
            else:
                sets.setdefault(line.framework_title, []).append(line)
        gone = self._work.gone_lines()
        said = [*map(self._said, near), *map(self._said_gone, gone)]
        number = self._ask(here.ELEMENTS, [*said, *([here.OTHER_SETS] if sets else [])])
        if number is None:
            return None
        if number <= len(near):
            return Chosen(near[number - 1].address)
        if number <= len(said):
            return Chosen(gone[number - len(near) - 1].address, gone=True)
        return self._further(sets)

    def _further(self, sets: Mapping[str, list[ElementLine]]) -> Chosen | None:
        number = self._ask(here.SETS, [words.sentence(title) for title in sets])
        if number is None:
            return None
        lines = [*sets.values()][number - 1]
        number = self._ask(here.ELEMENTS, [self._said(one) for one in lines])
        return Chosen(lines[number - 1].address) if number else None

    def _is_near(self, line: ElementLine) -> bool:
        """Whether it was chosen before, is at hand, or belongs to a reflection for any day."""
        library = self._work.library
        framework, _ = library.find(line.address)
        return line.last is not None or library.at_hand(framework) or framework in library.short()

    def _said(self, line: ElementLine) -> str:
        title = words.TITLE.format(framework=line.framework_title, element=line.title)
        rated = ""
        if line.stands:
            rated = " " + " ".join(line.stands)
        elif line.rating_label and line.last is not None:
            rated = here.RATED.format(label=line.rating_label, day=self._host.day(line.last))
        return words.sentence(title) + rated

    def _said_gone(self, line: ElementLine) -> str:
        title = words.TITLE.format(framework=line.framework_title, element=line.title)
        return here.GONE_LINE.format(title=words.sentence(title))

    def _ask(self, question: str, lines: list[str]) -> int | None:
        self._host.at(question, *words.numbered(lines), words.CHOOSE_OR_HOME)
        return self._host.choose("elements", len(lines), self._commands)
