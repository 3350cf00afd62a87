"""People and places: who and what is known by name, and the words that are always kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from peercoach.errors import PeercoachError
from peercoach.people import KnownThing, People, names_in
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Go
from peercoach.tui.screens.asking import Sure
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.screens.support_lines import Typing
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.rows import shorten
from peercoach.words import people as words

_ADD, _ONE, _KEPT = "add", "one:", "kept:"
_NAME, _ALSO, _ROLE, _REMOVE, _GONE, _LET_GO = "name", "also", "role", "remove", "gone", "let-go"

_BESIDE = 32
"""Cells that the role and the other names have beside a name; whole they stand where it is chosen.
"""


@dataclass(frozen=True)
class Seen:
    """All that the room shows."""

    known: Sequence[KnownThing] = field(default=(), repr=False)
    kept: Sequence[str] = field(default=(), repr=False)


def seen(people: People) -> Seen:
    """What the room shows. Raises ``VaultError`` where the notebook can't be read."""
    return Seen(people.all(), people.kept())


class PeopleRoom(ListRoom):
    """First to add one, then each by what it is, then the words that are kept."""

    room = "people"

    def __init__(self, desk: Desk, seen: Seen) -> None:
        super().__init__(words.TITLE, _rows(seen), hint=words.ABOUT)
        self._desk = desk
        self._seen = seen
        self._at = ""
        self._then: Go | None = None
        self._do: Callable[[], object] | None = None
        self._told = ""
        self._gone = False

    @property
    def _people(self) -> People:
        return self._desk.workspace.people

    # --- choosing ------------------------------------------------------------------------------

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self._at = event.row.id
        if self._at == _ADD:
            self.post_message(_asking(words.ASK_WHAT, words.WHATS, self._naming))
        elif self._at.startswith(_KEPT):
            rows = [
                Row(_LET_GO, words.LET_GO, detail=words.LET_GO_ABOUT, space=1),
                Row("", words.LEAVE_IT, space=1),
            ]
            self._ask(rows, self._word)
        elif (one := self._chosen) is not None:
            self._ask(_ways(one), one.said, _SURE)

    def _ask(self, rows: Sequence[Row], about: str, sure: Sure | None = None) -> None:
        at = rows[0].id
        self.post_message(Go("ask", words.WHAT_NOW, rows, self._took, at, about, sure, over=True))

    @property
    def _word(self) -> str:
        return self._at.removeprefix(_KEPT)

    @property
    def _chosen(self) -> KnownThing | None:
        """The one at which an answer was asked for."""
        return next((one for one in self._seen.known if f"{_ONE}{one.id}" == self._at), None)

    def _took(self, answer: str) -> None:
        one, people = self._chosen, self._people
        if answer == _LET_GO:
            self._do, self._told = partial(people.let_go, self._word), words.GONE_ON
        elif one is None:
            return
        elif answer == _GONE:
            self._do, self._told = partial(people.remove, one.id), words.REMOVED
        elif answer == _NAME:
            self._then = self._renaming(one)
        elif answer == _ALSO:
            self._then = self._calling(one)
        elif answer == _ROLE:
            self._then = self._casting(one)

    # --- asking, one thing after the other -----------------------------------------------------

    def _naming(self, what: str) -> None:
        """What it is was chosen: its name now. Once that is there, it is kept."""

        def keep(typed: str) -> tuple[str, None]:
            one = self._people.add(typed, what)
            self._at = f"{_ONE}{one.id}"
            self._then = self._calling(one, new=True)
            return words.ADDED.format(name=one.name), None

        self._then = self._typing(words.ASK_NAME[what], words.NAME_HINT[what], "", keep)

    def _renaming(self, one: KnownThing) -> Go:
        def keep(typed: str) -> tuple[str, None]:
            self._people.change(one.id, name=typed)
            return words.CHANGED, None

        return self._typing(words.ASK_NAME[one.what], words.NAME_HINT[one.what], one.name, keep)

    def _calling(self, one: KnownThing, *, new: bool = False) -> Go:
        """What else it is called; of somebody new, then who they are."""
        said = words.ADDED.format(name=one.name) if new else words.CHANGED

        def keep(typed: str) -> tuple[str, None]:
            changed = self._people.change(one.id, also=names_in(typed))
            if new and one.what == "person":
                self._then = self._casting(changed, said)
            return said, None

        ask = words.ASK_ALSO.format(name=one.name)
        hint = f"{words.ALSO_HINT} {words.ALSO_EMPTY}"
        return self._typing(ask, hint, words.COMMA.join(one.also), keep)

    def _casting(self, one: KnownThing, said: str = words.CHANGED) -> Go:
        def took(role: str) -> None:
            self._do = lambda: self._people.change(one.id, role=role)
            self._told = said

        ask = words.ASK_ROLE.format(name=one.name)
        return _asking(ask, words.ROLES, took, at=one.role or "colleague", hint=words.ROLE_HINT)

    def _typing(
        self, ask: str, hint: str, start: str, keep: Callable[[str], tuple[str, None]]
    ) -> Go:
        return Go("asked", _Line(ask, hint, start, keep, self._tell), over=True)

    def _tell(self, told: str, _then: Typing | None) -> None:
        self._told = told

    # --- doing ---------------------------------------------------------------------------------

    async def on_screen_resume(self) -> None:
        """Ask what comes next, or do what was chosen above; then show how it is now."""
        if self._gone:
            return
        then, self._then = self._then, None
        if then is not None:
            self.post_message(then)
            return
        do, self._do = self._do, None
        try:
            if do is not None:
                await self._desk.writer.do(do)
            self._seen = await self._desk.writer.do(seen, self._people)
        except PeercoachError as refused:
            self._told = str(refused)
        self.choices.show(_rows(self._seen), at=self._at, or_at=self.choices.cursor)
        told, self._told = self._told, ""
        if told:
            self.say(told)

    def forget(self) -> None:
        self._gone, self._seen, self._at = True, Seen(), ""
        self._then = self._do = None
        super().forget()


class _Line(Typing):
    """One line that is typed in this room."""

    title = words.TITLE


_SURE = Sure(
    _REMOVE,
    words.REMOVE_SURE,
    (
        Row("", words.LEAVE_IT, space=1),
        Row(_GONE, words.REMOVE, detail=words.REMOVE_ABOUT, space=1),
    ),
)


def _asking(
    title: str,
    answers: Mapping[str, str],
    took: Callable[[str], None],
    *,
    at: str = "person",
    hint: str = "",
) -> Go:
    rows = [Row(id, said, space=int(len(answers) < 6)) for id, said in answers.items()]
    return Go("ask", title, rows, took, at, hint, over=True)


def _ways(one: KnownThing) -> list[Row]:
    """What can be done with one of them."""
    return [
        Row(_NAME, words.CHANGE_NAME, space=1),
        Row(_ALSO, words.CHANGE_ALSO, space=1),
        *([Row(_ROLE, words.CHANGE_ROLE, space=1)] if one.what == "person" else []),
        Row(_REMOVE, words.REMOVE, space=1),
        Row("", words.LEAVE_IT, space=1),
    ]


def _rows(seen: Seen) -> list[Row]:
    rows = [Row(_ADD, words.ADD, detail=words.ADD_ABOUT)]
    before = ""
    for one in seen.known:
        first, before = one.what != before, one.what
        beside = shorten(words.BESIDE.join(words.beside(one.also, one.role)), _BESIDE)
        heading = words.GROUPS[one.what] if first else ""
        id = f"{_ONE}{one.id}"
        rows.append(Row(id, one.name, (beside,), heading=heading, space=int(first)))
    for at, word in enumerate(seen.kept):
        heading = "" if at else words.KEPT_GROUP
        rows.append(Row(f"{_KEPT}{word}", word, heading=heading, space=int(not at)))
    return rows
