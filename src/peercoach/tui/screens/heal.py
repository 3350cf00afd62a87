"""The door of Heal, and the room: to put something down, and what was kept, by its date."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from peercoach.actions import ACTIONS
from peercoach.errors import PeercoachError
from peercoach.healing.drafts import Waiting
from peercoach.healing.kept import Kept
from peercoach.healing.room import Heal
from peercoach.tui import keys
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Asked, Go
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import heal as words
from peercoach.words import screens, share_rooms
from peercoach.words.when import clock

_YES, _NOT_TODAY, _SUPPORT = "yes", "not-today", "support"
BEGIN, WAIT, LET_GO, KEPT, WEIGHT = "begin", "wait", "let-go", "kept", "weight"
LEFT = "what-left"


def key_of(action: str) -> str:
    """The key of an action, as it is said."""
    return keys.key_name(next(one.key for one in ACTIONS if one.id == action))


class HealDoor(Room):
    """What comes, and whether today is a day for it. Nothing is read before the answer is yes."""

    room = "heal"

    def __init__(self, *, reviewed: bool) -> None:
        super().__init__()
        self._reviewed = reviewed
        self.choices = Choices(
            (
                Row(_YES, words.YES),
                Row(_NOT_TODAY, words.NOT_TODAY, (words.NOT_TODAY_ASIDE,)),
                Row(_SUPPORT, words.SHOW_SUPPORT),
            )
        )

    def body(self) -> Iterable[Widget]:
        support = words.SUPPORT_KEY.format(key=key_of("support"))
        with Vertical(classes="door"):
            for line in words.DOOR:
                yield Static(line.format(support=support), classes="said", markup=False)
            if not self._reviewed:
                yield Static(words.NOT_REVIEWED, classes="whisper", markup=False)
            yield Static(words.STEADY, classes="ask", markup=False)
            yield self.choices

    def on_mount(self) -> None:
        self.choices.focus()

    def do_open(self) -> None:
        """Take what is chosen."""
        self.choices.action_pick()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        if event.row.id == _YES:
            self.post_message(Go("heal-room"))
        else:
            self.post_message(Asked("home" if event.row.id == _NOT_TODAY else "support"))


@dataclass(frozen=True)
class Inside:
    """What the room shows: what waits, what was kept, whether a weight was given twice, and
    whether something of it left.
    """

    waits: Sequence[Waiting] = ()
    kept: Sequence[Kept] = ()
    weighed: bool = False
    frameworks: int = 0
    left: bool = False


def look(heal: Heal) -> Inside:
    """Look into the room.

    Raises:
        VaultError: it can't be read.
    """
    return Inside(heal.waiting(), heal.kept(), heal.weighed, len(heal.frameworks()), heal.shared)


class HealRoom(ListRoom):
    """Put something down; go on with what waits; what was kept, as dates alone."""

    room = "heal"

    class Answered(Message):
        """What to do with one of them was chosen."""

        def __init__(self, answer: str, row: str) -> None:
            super().__init__()
            self.answer = answer
            self.row = row

    def __init__(self, desk: Desk, inside: Inside) -> None:
        self._desk = desk
        self._inside = inside
        self._away = False
        hint = words.ROOM_HINT if inside.frameworks else words.NOTHING_TO_ASK
        super().__init__(words.TITLE, _rows(inside, desk.today), hint=hint)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        kind, _, rest = event.row.id.partition(":")
        if kind == BEGIN:
            self._begin()
        elif kind == WAIT:
            self.post_message(Go("heal-resume", rest))
        elif kind == WEIGHT:
            self.post_message(Go("heal-weight", over=True))
        elif kind == LEFT:
            self.post_message(Go(LEFT, True, over=True))
        elif kind == LET_GO:
            self._ask(event.row.id, words.ASKS["sure"], words.HINTS["sure"], _letting_go())
        else:
            (day,) = (
                _day(one, self._desk.today) for one in self._inside.kept if str(one.id) == rest
            )
            self._ask(event.row.id, words.OPEN_ONE.format(day=day), "", _opening())

    def _begin(self) -> None:
        found = self._desk.workspace.heal.frameworks()
        if len(found) < 2:
            self.post_message(Go("heal-begin"))
        else:
            rows = [Row(one.id, one.title, detail=one.about, space=1) for one in found]
            self._ask(BEGIN, words.WHICH, "", rows, at=rows[0].id)

    def _ask(self, of: str, title: str, hint: str, rows: Sequence[Row], at: str = "") -> None:
        """Ask once more, with the cursor on what leaves all as it is."""

        def took(answer: str) -> None:
            self.post_message(self.Answered(answer, of))

        self.post_message(Go("ask", title, rows, took, at, hint, over=True))

    async def on_heal_room_answered(self, answered: Answered) -> None:
        kind, _, rest = answered.row.partition(":")
        if not answered.answer:
            return
        if kind == BEGIN:
            self.post_message(Go("heal-begin", answered.answer))
        elif kind == KEPT:
            self.post_message(Go("heal-open", int(rest), over=True))
        else:
            await self._let_go(rest)

    async def _let_go(self, key: str) -> None:
        try:
            await self._desk.writer.do(self._desk.workspace.heal.let_go, key)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        self.say(words.GONE)
        await self._refresh()

    def on_screen_suspend(self) -> None:
        self._away = True

    async def on_screen_resume(self) -> None:
        """One may have been deleted, or given another day, meanwhile."""
        if self._away:
            self._away = False
            await self._refresh()

    async def _refresh(self) -> None:
        desk = self._desk
        try:
            self._inside = await desk.writer.do(lambda: look(desk.workspace.heal))
        except PeercoachError:
            return
        rows = _rows(self._inside, desk.today)
        self.choices.show(rows, or_at=self.choices.cursor)

    def forget(self) -> None:
        self._inside = Inside()
        super().forget()


# --- rows ----------------------------------------------------------------------------------------


def _rows(inside: Inside, today: date) -> list[Row]:
    rows: list[Row] = []
    for waits in inside.waits:
        group = words.WAITS.format(day=words.on(waits.when.local().date(), today))
        rows.append(Row(f"{WAIT}:{waits.key}", words.GO_ON_WITH, group=group, space=1))
        rows.append(Row(f"{LET_GO}:{waits.key}", words.LET_GO))
    if inside.frameworks:
        rows.append(Row(BEGIN, words.PUT_DOWN, space=2 if rows else 0))
    if inside.weighed:
        rows.append(Row(WEIGHT, words.WEIGHT))
    if inside.left:
        rows.append(Row(LEFT, share_rooms.LEFT))
    days = [one.when.local().date() for one in inside.kept]
    for index, one in enumerate(inside.kept):
        day, at = days[index], one.when.local()
        told = screens.short_day(day, today)
        if days.count(day) > 1:
            told = words.TIMES.format(day=told, time=clock(at))
        back = one.come_back is not None and one.come_back <= today
        rows.append(
            Row(
                f"{KEPT}:{one.id}",
                told,
                (words.ASKED_BACK_ASIDE,) if back else (),
                group="" if index else words.KEPT_HERE,
                space=0 if index else 2,
            )
        )
    return rows


def _day(one: Kept, today: date) -> str:
    return screens.short_day(one.when.local().date(), today)


def _letting_go() -> list[Row]:
    return [Row("", words.NOT_YET), Row(LET_GO, words.LET_GO, space=1)]


def _opening() -> list[Row]:
    about = words.OPEN_ABOUT.format(key=key_of("home"))
    return [Row(KEPT, words.OPEN_IT, detail=about), Row("", words.LEAVE_CLOSED, space=1)]
