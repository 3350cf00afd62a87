"""Choosing what to share: notes by number, newest first, ten at a time; by words."""

import re
from collections.abc import Iterator, Sequence

from peercoach.journal.records import Rating
from peercoach.journal.written import Written
from peercoach.plain import notes
from peercoach.plain.commands import Command, End, Text
from peercoach.plain.host import Host
from peercoach.words import plain as words
from peercoach.words import share_plain as here
from peercoach.workspace import Workspace

ROOM = "share-choose"
PAGE = 10

_NUMBERS = re.compile(r"\s*\d{1,6}(?:\s*-\s*\d{1,6})?(?:[\s,.]+\d{1,6}(?:\s*-\s*\d{1,6})?)*[\s,.]*")
_ONE = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")


class Choose:
    """One list to choose from. Nothing of Heal is in it."""

    def __init__(self, host: Host, work: Workspace) -> None:
        self._host = host
        self._work = work
        self._all = work.outgoing.choosable()
        self._found: Sequence[Written] = self._all
        self._typed = ""
        self._shown = 0
        self._chosen: dict[int, Written] = {}

    def chosen(self) -> list[int]:
        """The ids of what was chosen, newest first; none where there is nothing to choose.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        if not self._all:
            self._host.say(here.NOTHING_TO_CHOOSE)
            return []
        self._tell()
        while True:
            said = self._host.listen(ROOM)
            typed = said.text.strip() if isinstance(said, Text) else ""
            if isinstance(said, End):
                if self._chosen:
                    return [one.id for one in self._all if one.id in self._chosen]
                self._host.say(here.NOTHING_CHOSEN, here.CHOOSE_HOW)
            elif isinstance(said, Command):
                self._host.again()
            elif not typed:
                self._more()
            elif _NUMBERS.fullmatch(typed):
                self._take(typed)
            else:
                self._search(typed)

    # --- what is said ----------------------------------------------------------------------------

    def _heading(self) -> str:
        return here.CHOOSE_FOUND.format(words=self._typed) if self._typed else here.CHOOSE

    def _tell(self) -> None:
        """Say what can be chosen, from the newest."""
        self._shown = 0
        self._host.at(self._heading(), again=self._again)
        self._more()
        self._host.say(here.CHOOSE_HOW)

    def _again(self) -> list[str]:
        said = [self._counted()] if self._chosen else []
        page = self._page(0, self._shown)
        return [self._heading(), *page, self._further(), *said, here.CHOOSE_HOW]

    def _page(self, start: int, end: int) -> list[str]:
        lines = (
            here.IS_CHOSEN.format(line=line) if one.id in self._chosen else line
            for one in self._found[start:end]
            for line in [notes.line(one, self._host.day)]
        )
        return words.numbered(list(lines), start + 1)

    def _more(self) -> None:
        """Say the next of them; after the last of those that were looked for, all again."""
        if self._shown == len(self._found):
            self._found, self._typed, self._shown = self._all, "", 0
            self._host.paragraph(self._heading())
        start, self._shown = self._shown, min(self._shown + PAGE, len(self._found))
        self._host.say(*self._page(start, self._shown), self._further())

    def _further(self) -> str:
        return here.CHOOSE_MORE if self._shown < len(self._found) else here.CHOOSE_END

    def _counted(self) -> str:
        if not self._chosen:
            return here.NOT_CHOSEN
        ratings = sum(isinstance(one.record, Rating) for one in self._chosen.values())
        return here.CHOSEN.format(what=here.what(len(self._chosen) - ratings, ratings))

    # --- what is typed ---------------------------------------------------------------------------

    def _take(self, typed: str) -> None:
        """Choose these; where all of them are chosen, take them out."""
        numbers = list(numbers_in(typed, len(self._found)))
        for number in numbers:
            if not 1 <= number <= len(self._found):
                self._host.say(here.NO_SUCH_NUMBER.format(number=number))
                return
        meant = [self._found[number - 1] for number in numbers]
        if all(one.id in self._chosen for one in meant):
            for one in meant:
                self._chosen.pop(one.id, None)
        else:
            self._chosen |= {one.id: one for one in meant}
        self._host.say(self._counted())

    def _search(self, typed: str) -> None:
        """Say what was found; where that is nothing, the person is where they were."""
        may = {one.id for one in self._all}
        found = [one for one in self._work.journal.search(typed) if one.id in may]
        if not found:
            self._host.say(here.NOTHING_FOUND.format(words=typed))
            return
        self._found, self._typed = found, typed
        self._tell()


def numbers_in(typed: str, most: int) -> Iterator[int]:
    """The numbers that were typed, as in ``1 3 5-8``; no range goes further than one past ``most``,
    so that the first that is not there is among them.
    """
    for first, last in _ONE.findall(typed):
        if last:
            low, high = sorted((int(first), int(last)))
            yield from range(min(low, most + 1), min(high, most + 1) + 1)
        else:
            yield int(first)
