"""Heal in plain lines: its door, what is inside by its date, and one of them opened."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from peercoach.errors import PeercoachError
from peercoach.healing.days import suggested
from peercoach.healing.kept import Kept
from peercoach.healing.room import Heal
from peercoach.healing.sitting import Healing
from peercoach.plain import heal_tell as tell
from peercoach.plain.commands import Command, Text
from peercoach.plain.heal_hearing import ask_day
from peercoach.plain.heal_walk import HealWalk
from peercoach.plain.host import Host, number_in
from peercoach.plain.sharing import share_sitting, what_left
from peercoach.words import heal as words
from peercoach.words import notices, plain
from peercoach.words.when import clock
from peercoach.workspace import Workspace

Sits = Callable[[Callable[[], Healing]], Callable[[], None]]

ROOM = "heal"
OPENED = "kept"


@dataclass(frozen=True)
class _Choice:
    line: str
    take: Callable[[], None]


class HealRoom:
    """The room behind its door. Nothing is read before the answer there is yes."""

    def __init__(self, host: Host, workspace: Workspace) -> None:
        self._host = host
        self._work = workspace

    def stay(self) -> None:
        """Ask at the door; inside, offer what there is until the person goes elsewhere.

        Raises:
            GoTo, Ended, Interrupted: the person left, input ended, or a signal came.
        """
        if not self._steady():
            self._host.say(words.THAT_IS_FINE)
            return
        try:
            while self._offer():
                pass
        except PeercoachError as refused:
            self._host.say(str(refused))

    def _steady(self) -> bool:
        """Ask whether today is a day for it."""
        door = [line.format(support=words.SUPPORT_COMMAND) for line in words.DOOR]
        reviewed = all(one.reviewed_by for one in self._work.library.caring())
        answers = [words.YES, words.NOT_TODAY, words.SHOW_SUPPORT]
        lines = plain.numbered([plain.sentence(one) for one in answers])
        said = [*door, *([] if reviewed else [words.NOT_REVIEWED]), words.STEADY]
        self._host.at(*said, *lines, plain.CHOOSE_NUMBER)
        while True:
            answer = self._host.choose(ROOM, len(answers))
            if answer in (1, 2):
                return answer == 1
            self._host.support()
            self._host.at(words.STEADY, *lines, plain.CHOOSE_NUMBER)

    # --- inside ---------------------------------------------------------------------------------

    @property
    def _heal(self) -> Heal:
        return self._work.heal

    @property
    def _today(self) -> date:
        return self._host.clock().local().date()

    def _offer(self) -> bool:
        """Offer what is there; False once a sitting is over."""
        over: list[bool] = []

        def sits(begin: Callable[[], Healing]) -> Callable[[], None]:
            def sit() -> None:
                HealWalk(self._host, begin()).run()
                over.append(True)

            return sit

        choices = self._choices(sits)
        lines = [plain.sentence(choice.line) for choice in choices]
        none = [] if self._heal.frameworks() else [words.NOTHING_TO_ASK]
        self._host.at(words.ROOM, *none, *plain.numbered(lines), plain.CHOOSE_OR_HOME)
        own = {"left": lambda: what_left(self._host, self._work, heal=True)}
        chosen = self._host.choose(ROOM, len(choices), own)
        if chosen is not None:
            choices[chosen - 1].take()
        return not over

    def _choices(
        self, sits: Callable[[Callable[[], Healing]], Callable[[], None]]
    ) -> list[_Choice]:
        heal, found = self._heal, self._heal.frameworks()
        choices: list[_Choice] = []
        for one in heal.waiting():
            day = self._host.day(one.when)
            resume = sits(partial(heal.resume, one.key))
            choices.append(_Choice(words.WAITS_LINE.format(day=day), resume))
            choices.append(_Choice(words.LET_GO_LINE.format(day=day), self._letting_go(one.key)))
        for framework in found:
            title = f"{words.PUT_DOWN}: {framework.title}" if len(found) > 1 else words.PUT_DOWN
            choices.append(_Choice(title, sits(partial(heal.begin, framework.id))))
        if heal.weighed:
            choices.append(_Choice(words.WEIGHT, self._weights))
        kept = heal.kept()
        choices += [_Choice(self._line(one, kept), self._opening(one)) for one in kept]
        return choices

    def _line(self, one: Kept, among: list[Kept]) -> str:
        back = one.come_back is not None and one.come_back <= self._today
        line = words.KEPT_ASKED_LINE if back else words.KEPT_LINE
        return line.format(day=self._day(one, among))

    def _day(self, one: Kept, among: list[Kept]) -> str:
        """Its day, with the time where another was kept on it."""
        at = one.when.local()
        day = self._host.day(one.when)
        same = sum(other.when.local().date() == at.date() for other in among) > 1
        return words.TIMES.format(day=day, time=clock(at)) if same else day

    def _letting_go(self, key: str) -> Callable[[], None]:
        def let_go() -> None:
            asked = f"{words.ASKS['sure']} {words.HINTS['sure']}"
            if self._host.decide(ROOM, asked, words.LET_GO, words.NOT_YET) == 1:
                self._heal.let_go(key)
                self._host.say(words.GONE)

        return let_go

    def _weights(self) -> None:
        lines: list[str] = []
        for ask, given in self._heal.weights().items():
            lines.append(ask)
            for one in given:
                day, label = self._host.day(one.when), plain.sentence(one.rating.label)
                lines.append(words.WEIGHT_LINE.format(day=plain.capital(day), label=label))
        self._host.at(words.WEIGHT_HINT, *lines, plain.ENTER_GOES_BACK)
        self._host.choose(ROOM, 0, enter=True)

    # --- one that was kept ----------------------------------------------------------------------

    def _opening(self, one: Kept) -> Callable[[], None]:
        def ask() -> None:
            day = self._host.day(one.when).removeprefix("on ")
            asked = words.OPEN_ONE.format(day=day)
            if self._host.decide(ROOM, asked, words.OPEN_IT, words.LEAVE_CLOSED) == 1:
                while self._open(one.id):
                    pass

        return ask

    def _open(self, id: int) -> bool:
        """Say it whole and do one thing with it; False once it is closed, or gone."""
        self._host.at(*tell.whole(self._heal.open(id), self._today), words.OPENED_HOW)
        while True:
            said = self._host.listen(OPENED)
            if isinstance(said, Command):
                return self._do(said.action.id, id)
            if not isinstance(said, Text) or not said.text.strip():
                self._host.forget()
                return False
            self._host.say(words.OPENED_HOW)

    def _do(self, action: str, id: int) -> bool:
        """Do what a command asks; False once it is gone."""
        if action == "share_this":
            share_sitting(self._host, self._work, id)
            return True
        return self._come_back(id) if action == "come_back" else self._remove(id)

    def _come_back(self, id: int) -> bool:
        lines = [plain.sentence(line) for line in tell.days(self._today)]
        self._host.at(words.RETURN_NOW, words.HINTS["return"], *plain.numbered(lines),
                      plain.CHOOSE_OR_BACK)  # fmt: skip
        number = number_in(self._host.listen(OPENED), len(lines))
        if number is None:
            return True
        day = None
        if number in (2, 3):
            day = suggested(self._today)[number - 2]
        elif number == 4 and (day := ask_day(self._host, OPENED)) is None:
            return True
        self._heal.come_back(id, day)
        said = words.RETURN_NONE
        if day is not None:
            said = words.RETURN_SET.format(day=words.on(day, self._today).removeprefix("on "))
        self._host.say(said)
        return True

    def _remove(self, id: int) -> bool:
        asked = f"{words.DELETE} {words.DELETE_HINT}"
        if self._host.decide(OPENED, asked, words.DELETE_IT, words.LEAVE_IT) != 1:
            return True
        missed = self._heal.remove(id)
        paths = ", ".join(str(path) for path in missed)
        self._host.say(
            words.GONE, *([notices.STILL_IN_BACKUPS.format(paths=paths)] if missed else [])
        )
        return False
