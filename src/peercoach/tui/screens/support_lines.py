"""The support lines of one's own: who is there, and one line to type at a time."""

from collections.abc import Callable, Sequence

from peercoach.errors import PeercoachError, SupportUnreadable
from peercoach.supporting import MOST_LINES, Line, Own, fitting
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Go
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.rows import shorten
from peercoach.words import support_lines as words
from peercoach.words.when import day as day_said

_EMERGENCY, _ADD, _CHECKED, _ASIDE, _LINE = "emergency", "add", "checked", "aside", "line:"
_CHANGE, _TAKE = "change", "take"
_NAME = 26
"""Cells that a name has beside how to reach them; whole it stands where one is chosen."""


class SupportLines(ListRoom):
    """One row for each, then what can be done. A file that can't be read is told with its place."""

    room = "settings"

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._own, self._faulty = Own(), ""
        self._look()
        super().__init__(words.TITLE, self._rows(), hint=self._about())
        self._at = ""
        self._then: Typing | None = None
        self._do: Callable[[], object] | None = None
        self._told = ""
        self._gone = False

    def _look(self) -> None:
        try:
            self._own, self._faulty = self._desk.supporting.own(), ""
        except SupportUnreadable as refused:
            self._own, self._faulty = Own(), str(refused)

    # --- what is shown -------------------------------------------------------------------------

    def _about(self) -> str:
        if self._faulty:
            return self._faulty
        parted = self._desk.supporting.path is None
        return f"{words.ABOUT} {words.NOT_KEPT_HERE}" if parted else words.ABOUT

    def _rows(self) -> list[Row]:
        own = self._own
        if self._faulty:
            return [Row(_ASIDE, words.SET_ASIDE, detail=words.SET_ASIDE_ABOUT)]
        rows = [Row(_EMERGENCY, own.emergency, heading=words.EMERGENCY)] if own.emergency else []
        rows += [
            Row(f"{_LINE}{at}", one.how, heading=shorten(one.name, _NAME), detail=one.note)
            for at, one in enumerate(own.lines)
        ]
        if len(own.lines) < MOST_LINES:
            rows.append(Row(_ADD, words.ADD, detail=words.ADD_ABOUT, space=1))
        if not own.emergency:
            rows.append(Row(_EMERGENCY, words.ADD_EMERGENCY, space=1))
        if own.count:
            day = own.checked_on and day_said(own.checked_on, self._desk.today)
            told = words.CHECKED_ON.format(day=day) if day else words.NEVER_CHECKED
            rows.append(Row(_CHECKED, words.CHECKED, detail=told, space=1))
        return rows

    # --- choosing ------------------------------------------------------------------------------

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self._at = event.row.id
        ours, today = self._desk.supporting, self._desk.today
        if self._at == _ADD:
            self._type(naming(self._desk, self._next))
        elif self._at == _CHECKED:
            self._do = lambda: ours.checked(today)
            self._told = words.CHECKED_NOW
            self.call_later(self.on_screen_resume)
        elif self._at == _ASIDE:
            self._do = self._put_aside
            self.call_later(self.on_screen_resume)
        elif self._at == _EMERGENCY and not self._own.emergency:
            self._type(self._numbering())
        else:
            said = event.row.text if self._at == _EMERGENCY else self._chosen.said
            rows = [
                Row(_CHANGE, words.CHANGE, space=1),
                Row(_TAKE, words.TAKE_AWAY, space=1),
                Row("", words.LEAVE_IT, space=1),
            ]
            self.post_message(Go("ask", words.WHAT_NOW, rows, self._took, _CHANGE, said, over=True))

    @property
    def _chosen(self) -> Line:
        """The line at which an answer was asked for."""
        return self._own.lines[int(self._at.removeprefix(_LINE))]

    def _took(self, answer: str) -> None:
        ours, today = self._desk.supporting, self._desk.today
        if answer == _CHANGE:
            number = self._at == _EMERGENCY
            old = None if number else self._chosen
            self._then = self._numbering() if number else naming(self._desk, self._next, old)
        elif answer == _TAKE:
            self._told = words.GONE
            if self._at == _EMERGENCY:
                self._do = lambda: ours.set_emergency("", today)
            else:
                old = self._chosen
                self._do = lambda: ours.take_away(old, today)

    def _type(self, task: "Typing") -> None:
        self.post_message(Go("asked", task, over=True))

    def _next(self, told: str, then: "Typing | None") -> None:
        """A line was typed: this is to be said, or that is to be typed now."""
        self._told, self._then = told, then

    def _numbering(self) -> "Typing":
        def keep(number: str) -> tuple[str, Typing | None]:
            self._desk.supporting.set_emergency(number, self._desk.today)
            return kept(self._desk), None

        start = self._own.emergency
        return Typing(words.ASK_EMERGENCY, words.EMERGENCY_HINT, start, keep, self._next)

    def _put_aside(self) -> None:
        aside = self._desk.supporting.set_aside()
        self._told = words.IS_ASIDE.format(path=aside)

    # --- doing ---------------------------------------------------------------------------------

    async def on_screen_resume(self) -> None:
        """Do what was chosen above, or have the next line typed; then show how it is now."""
        if self._gone:
            return
        do, self._do = self._do, None
        then, self._then = self._then, None
        if then is not None:
            self._type(then)
            return
        try:
            if do is not None:
                await self._desk.writer.do(do)
        except PeercoachError as refused:
            self._told = str(refused)
        self._look()
        self.choices.show(self._rows(), at=self._at, or_at=self.choices.cursor)
        self.lead(self._about())
        told, self._told = self._told, ""
        if told:
            self.say(told)

    def forget(self) -> None:
        self._gone, self._own = True, Own()
        super().forget()


class Typing:
    """One line that is typed; ``keep`` says what came of it, and what is to be typed next."""

    title = words.TITLE

    def __init__(
        self,
        ask: str,
        hint: str,
        start: str,
        keep: "Callable[[str], tuple[str, Typing | None]]",
        done: "Callable[[str, Typing | None], None]",
    ) -> None:
        self.ask, self.hint, self.start = ask, hint, start
        self._keep = keep
        self._done = done
        self._then: Typing | None = None

    def read(self, typed: str) -> tuple[str, Sequence[Row]]:
        """Raises ``SupportLineRefused``, ``SupportUnreadable``, ``VaultError``: nothing changed."""
        said, self._then = self._keep(typed)
        return said, ()

    def take(self, answer: str) -> str:
        """Nothing is asked once more: it can be changed again."""
        return answer

    def told(self, said: str) -> None:
        """Hand on what was said, and what comes next."""
        self._done(said, self._then)


def naming(
    desk: Desk, done: Callable[[str, Typing | None], None], old: Line | None = None
) -> Typing:
    """Who it is, and then how to reach them; ``old`` is a line that is changed."""

    def reach(name: str, how: str) -> tuple[str, Typing | None]:
        if old is None:
            desk.supporting.add(name, how, desk.today)
        else:
            desk.supporting.change(old, name, how, desk.today)
        return kept(desk), None

    def named(typed: str) -> tuple[str, Typing | None]:
        name = fitting("name", typed)
        ask = words.ASK_HOW.format(name=name)
        how = old.how if old else ""
        return "", Typing(ask, words.HOW_HINT, how, lambda how: reach(name, how), done)

    return Typing(words.ASK_NAME, words.NAME_HINT, old.name if old else "", named, done)


def counted(desk: Desk) -> str:
    """How many there are, as the settings say it."""
    try:
        return words.own(desk.supporting.own().count)
    except SupportUnreadable:
        return words.UNREADABLE


def kept(desk: Desk) -> str:
    """What is said of something that was kept."""
    return words.HELD if desk.supporting.path is None else words.KEPT
