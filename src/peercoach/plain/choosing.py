"""Choosing an element by number: those at hand first, then, a list further on, the other sets.

All that ships would be some fifty lines to sit through when they are heard one after the other.
"""

from peercoach.plain.host import Host
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from peercoach.workspace import ElementLine, Workspace


class Choosing:
    """Every element with its last rating."""

    def __init__(self, host: Host, workspace: Workspace) -> None:
        self._host = host
        self._work = workspace

    def address(self) -> str | None:
        """Where the chosen element stands; None when none is chosen.

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
        more = [here.OTHER_SETS] if sets else []
        chosen = self._ask(here.ELEMENTS, [*(self._said(one) for one in near), *more])
        if chosen is None or chosen <= len(near):
            return near[chosen - 1].address if chosen else None
        chosen = self._ask(here.SETS, [words.sentence(title) for title in sets])
        if chosen is None:
            return None
        lines = [*sets.values()][chosen - 1]
        chosen = self._ask(here.ELEMENTS, [self._said(one) for one in lines])
        return lines[chosen - 1].address if chosen else None

    def _is_near(self, line: ElementLine) -> bool:
        """Whether it was chosen before, is at hand, or belongs to a reflection for any day."""
        library = self._work.library
        framework, _ = library.find(line.address)
        return line.last is not None or library.at_hand(framework) or framework in library.short()

    def _said(self, line: ElementLine) -> str:
        title = words.TITLE.format(framework=line.framework_title, element=line.title)
        rated = ""
        if line.rating_label and line.last is not None:
            rated = here.RATED.format(label=line.rating_label, day=self._host.day(line.last))
        return words.sentence(title) + rated

    def _ask(self, question: str, lines: list[str]) -> int | None:
        self._host.at(question, *words.numbered(lines), words.CHOOSE_NUMBER)
        return self._host.choose("elements", len(lines))
