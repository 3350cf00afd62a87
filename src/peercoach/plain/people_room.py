"""People and places in plain lines: hear who is there, add, change, remove; the words kept."""

from collections.abc import Callable, Sequence
from functools import partial

from peercoach.errors import PeercoachError
from peercoach.people import KnownThing, People, names_in
from peercoach.plain.commands import End, Text
from peercoach.plain.host import Host, empty, number_in
from peercoach.words import people as here
from peercoach.words import plain as words
from peercoach.workspace import Workspace

ROOM = "people"

Way = tuple[str, Callable[[], None]]
"""What can be done: its line, and what does it."""


class PeopleRoom:
    """To add one, then each of them, then each word that is kept, behind a number."""

    def __init__(self, host: Host, workspace: Workspace) -> None:
        self._host = host
        self._work = workspace

    def stay(self) -> None:
        """Offer what can be done until enter is pressed.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        while True:
            ways = self._ways()
            lines = words.numbered([words.sentence(line) for line, _ in ways])
            self._host.at(words.sentence(here.TITLE), here.ABOUT, *lines, here.CHANGE_OR_ENTER)
            said = self._host.listen(ROOM)
            number = number_in(said, len(ways))
            if number is not None:
                self._try(ways[number - 1][1])
            elif empty(said) or isinstance(said, End):
                return
            else:
                self._host.say(words.NOT_A_CHOICE)

    @property
    def _people(self) -> People:
        return self._work.people

    def _ways(self) -> list[Way]:
        ways: list[Way] = [(here.ADD, self._add)]
        for one in self._people.all():
            said = here.IN_GROUP.format(group=here.GROUPS[one.what], said=one.said)
            ways.append((said, partial(self._one, one)))
        for word in self._people.kept():
            ways.append((here.KEPT_LINE.format(word=word), partial(self._word, word)))
        return ways

    def _try(self, do: Callable[[], None]) -> None:
        """Do it; where it can't be done, say why."""
        try:
            do()
        except PeercoachError as refused:
            self._host.say(str(refused))

    # --- asking --------------------------------------------------------------------------------

    def _typed(self, keep: Callable[[str], KnownThing], *asks: str) -> KnownThing | None:
        """What came of a line that is typed, asked for until it can be kept; None for nothing."""
        while True:
            self._host.at(*asks)
            said = self._host.listen(ROOM)
            if not isinstance(said, Text) or not said.text.strip():
                return None
            try:
                return keep(said.text)
            except PeercoachError as refused:
                self._host.say(str(refused))

    def _chosen(self, ask: Sequence[str], answers: Sequence[str]) -> int:
        """The place of an answer, from 0; -1 for none."""
        lines = words.numbered([words.sentence(one) for one in answers])
        self._host.at(*ask, *lines, here.NUMBER_OR_ENTER)
        number = self._host.choose(ROOM, len(answers), enter=True)
        return -1 if number is None else number - 1

    def _role(self, one: KnownThing) -> bool:
        """Ask who it is; whether that was said."""
        asks = (here.ASK_ROLE.format(name=one.name), here.ROLE_HINT)
        at = self._chosen(asks, [*here.ROLES.values()])
        if at >= 0:
            self._people.change(one.id, role=[*here.ROLES][at])
        return at >= 0

    def _also(self, one: KnownThing, leaves: str) -> bool:
        """Ask what else it is called; whether that was said."""

        def keep(typed: str) -> KnownThing:
            return self._people.change(one.id, also=names_in(typed))

        asks = (here.ASK_ALSO.format(name=one.name), here.ALSO_HINT, leaves)
        return self._typed(keep, *asks) is not None

    # --- doing ---------------------------------------------------------------------------------

    def _add(self) -> None:
        at = self._chosen((here.ASK_WHAT,), [*here.WHATS.values()])
        if at < 0:
            self._host.say(here.UNCHANGED)
            return
        what = [*here.WHATS][at]
        asks = (here.ASK_NAME[what], here.NAME_HINT[what], here.ENTER_NOTHING)
        one = self._typed(lambda typed: self._people.add(typed, what), *asks)
        if one is None:
            self._host.say(here.UNCHANGED)
            return
        self._host.say(here.ADDED.format(name=one.name))
        self._also(one, here.ENTER_NOTHING)
        if what == "person":
            self._role(one)

    def _one(self, one: KnownThing) -> None:
        ways: list[Way] = [
            (here.CHANGE_NAME, partial(self._rename, one)),
            (here.CHANGE_ALSO, partial(self._call, one)),
        ]
        if one.what == "person":
            ways.append((here.CHANGE_ROLE, partial(self._cast, one)))
        ways.append((here.REMOVE, partial(self._remove, one)))
        asked = f"{words.sentence(one.said)} {here.WHAT_NOW}"
        answer = self._host.decide(ROOM, asked, *(line for line, _ in ways), here.LEAVE_IT)
        if answer <= len(ways):
            ways[answer - 1][1]()

    def _rename(self, one: KnownThing) -> None:
        def keep(typed: str) -> KnownThing:
            return self._people.change(one.id, name=typed)

        asks = (here.ASK_NAME[one.what], here.NAME_HINT[one.what], here.ENTER_LEAVES)
        self._tell(self._typed(keep, *asks) is not None)

    def _call(self, one: KnownThing) -> None:
        self._tell(self._also(one, here.ENTER_LEAVES))

    def _cast(self, one: KnownThing) -> None:
        self._tell(self._role(one))

    def _tell(self, changed: bool) -> None:
        self._host.say(here.CHANGED if changed else here.UNCHANGED)

    def _remove(self, one: KnownThing) -> None:
        asked = f"{here.REMOVE_SURE} {here.REMOVE_ABOUT}"
        if self._host.decide(ROOM, asked, here.REMOVE, here.LEAVE_IT) == 1:
            self._people.remove(one.id)
            self._host.say(here.REMOVED)

    def _word(self, word: str) -> None:
        asked = f"{words.sentence(here.KEPT_LINE.format(word=word))} {here.WHAT_NOW}"
        if self._host.decide(ROOM, asked, here.LET_GO, here.LEAVE_IT) == 1:
            self._people.let_go(word)
            self._host.say(here.GONE_ON)
