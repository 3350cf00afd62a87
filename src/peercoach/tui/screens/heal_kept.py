"""What was kept in Heal, opened one at a time; and weight over time, if someone asks for it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from peercoach.errors import PeercoachError
from peercoach.healing.days import day_to_come, example
from peercoach.healing.kept import Weight, Whole
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Asked, Go
from peercoach.tui.screens import heal_stops as stops
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Row
from peercoach.tui.widgets.notice import Notice
from peercoach.tui.widgets.prose import Part, Prose
from peercoach.words import heal as words
from peercoach.words import notices, screens

_DELETE, _NONE = "delete", "none"
_WIDEST = 20
_HEAVIEST = 10


class HealKept(Room):
    """One sitting, to be read: it stays as it is, or it goes."""

    room = "kept"

    class Answered(Message):
        """What to do with it was chosen."""

        def __init__(self, answer: str) -> None:
            super().__init__()
            self.answer = answer

    def __init__(self, desk: Desk, whole: Whole) -> None:
        super().__init__()
        self._desk = desk
        self._whole: Whole | None = whole
        self.head.tell(crumb=whole.sitting.framework_title)
        self.prose = Prose(_parts(whole, desk.today), id="reader")
        self.day = Input(id="day")
        self.notice = Notice()

    def body(self) -> Iterable[Widget]:
        yield self.prose
        yield self.notice
        yield self.day

    def on_mount(self) -> None:
        self.day.display = False
        self.prose.focus()

    def say(self, sentence: str) -> None:
        self.notice.say(sentence)

    def _ask(self, title: str, rows: Sequence[Row], at: str, hint: str) -> None:
        def took(answer: str) -> None:
            self.post_message(self.Answered(answer))

        self.post_message(Go("ask", title, rows, took, at, hint, over=True))

    async def on_heal_kept_answered(self, answered: Answered) -> None:
        answer = answered.answer
        if answer == _DELETE:
            await self._delete()
        elif answer == stops.ANOTHER:
            self.say(words.WHICH_DAY.format(example=example(self._desk.today)))
            self.day.display = True
            self.day.clear()
            self.day.focus()
        elif answer:
            await self._come_back(None if answer == _NONE else date.fromisoformat(answer))

    # --- to come back ----------------------------------------------------------------------------

    def do_come_back(self) -> None:
        rows = [Row(_NONE, words.NO_RETURN), *stops.days(self._desk.today)]
        self._ask(words.RETURN_NOW, rows, _NONE, words.HINTS["return"])

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        try:
            day = day_to_come(event.value, self._desk.today)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        await self._come_back(day)

    async def _come_back(self, day: date | None) -> None:
        whole, heal = self._whole, self._desk.workspace.heal
        if whole is None:
            return
        try:
            await self._desk.writer.do(heal.come_back, whole.kept.id, day)
            self._whole = await self._desk.writer.do(heal.open, whole.kept.id)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        today = self._desk.today
        self.day.display = False
        told = words.RETURN_SET.format(day=screens.short_day(day, today)) if day else ""
        self.say(told or words.RETURN_NONE)
        await self.prose.show(_parts(self._whole, today))
        self.prose.focus()

    # --- to be shared ----------------------------------------------------------------------------

    def do_share_this(self) -> None:
        """Share this one, and nothing else."""
        if self._whole is not None:
            self.post_message(Go("share-begin", (), (self._whole.kept.id,), over=True))

    # --- to go -----------------------------------------------------------------------------------

    def do_shred(self) -> None:
        rows = [Row("", words.LEAVE_IT), Row(_DELETE, words.DELETE_IT, space=1)]
        self._ask(words.DELETE, rows, "", words.DELETE_HINT)

    async def _delete(self) -> None:
        whole, self._whole = self._whole, None
        if whole is None:
            return
        try:
            missed = await self._desk.writer.do(self._desk.workspace.heal.remove, whole.kept.id)
        except PeercoachError as refused:
            self._whole = whole
            self.say(str(refused))
            return
        paths = ", ".join(str(path) for path in missed)
        still = notices.STILL_IN_BACKUPS.format(paths=paths) if missed else ""
        self.notify(f"{words.GONE} {still}".strip(), markup=False)
        self.post_message(Asked("home"))

    def do_home(self) -> None:
        """Close it; where a day was to be typed, that is put away first."""
        if self.day.display:
            self.day.display = False
            self.notice.hush()
            self.prose.focus()
        else:
            self.app.pop_screen()

    def forget(self) -> None:
        self._whole = None
        self.prose.forget()


def _parts(whole: Whole, today: date) -> list[Part]:
    """A sitting as it is read: when, what kind, each question with its words, shares, weight."""
    sitting, kept = whole.sitting, whole.kept
    told = [words.KEPT_ON.format(day=words.on(kept.when.local().date(), today)) + "."]
    if kept.come_back is not None:
        told.append(words.COMES_BACK.format(day=words.on(kept.come_back, today)))
    parts = [Part("", (" ".join((*told, words.STAYS)),))]
    if sitting.exposures:
        parts.append(Part(words.KIND_OF, sitting.exposures, own=True))
    for ask, text in whole.answers:
        parts.append(Part(ask, tuple(text.split("\n\n")), own=True))
    if shares := _shares(sitting.shares):
        parts.append(Part(words.SHARED_OUT, ("\n".join(shares),), own=True))
    parts += [Part(rating.place.ask, (rating.label,), own=True) for rating in whole.ratings]
    return parts


def _shares(shares: dict[str, str]) -> list[str]:
    """A line each: whose, a bar, and the word for how much."""
    widest = max(len(title) for title in words.WHOSE.values())
    return [
        f"{title:<{widest}}   {stops.picture(shares[whose])}"
        for whose, title in words.WHOSE.items()
        if shares.get(whose) in words.AMOUNTS
    ]


class HealWeight(Room):
    """Each weight that was given: its day, a bar, and its words. No sum of any kind."""

    room = "weight"

    def __init__(self, desk: Desk, weights: Mapping[str, Sequence[Weight]]) -> None:
        super().__init__()
        self.head.tell(crumb=words.WEIGHT)
        self.head.loud()
        given = [
            Part(ask, ("\n".join(_weighed(each, desk.today)),), own=True)
            for ask, each in weights.items()
        ]
        self.prose = Prose([Part("", (words.WEIGHT_HINT,)), *given])

    def body(self) -> Iterable[Widget]:
        yield self.prose

    def on_mount(self) -> None:
        self.prose.focus()

    def forget(self) -> None:
        self.prose.forget()


def _weighed(weights: Sequence[Weight], today: date) -> list[str]:
    top = max(_HEAVIEST, *(one.rating.value for one in weights)) if weights else _HEAVIEST
    days = [screens.short_day(one.when.local().date(), today) for one in weights]
    widest = max(map(len, days), default=0)
    return [
        f"{day:<{widest}}   {_bar(one.rating.value, top)}   {one.rating.label}"
        for day, one in zip(days, weights, strict=True)
    ]


def _bar(value: int, top: int) -> str:
    filled = max(0, round(_WIDEST * value / top))
    return "━" * filled + "─" * (_WIDEST - filled)
