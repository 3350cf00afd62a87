"""A sitting in the Heal room: one stop at a time, each of which can be passed over."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import date

from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from peercoach.errors import PeercoachError
from peercoach.guide.heal import Sitting
from peercoach.healing.days import day_to_come, example
from peercoach.healing.sitting import Healing
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Left
from peercoach.tui.screens import heal_stops as stops
from peercoach.tui.screens.heal_writing import HealWriting
from peercoach.tui.widgets.amounts import Amounts
from peercoach.tui.widgets.choices import Choices
from peercoach.tui.widgets.prose import Prose
from peercoach.tui.widgets.question import Question, Sheet
from peercoach.words import heal as words

Move = Callable[[Sitting], Sitting]
_LOOK_EVERY = 1.0


class HealSitting(HealWriting):
    """Drives one sitting. It decides and keeps; this shows and asks.

    Moves are awaited: keys typed after one arrive at the stop it leads to.
    """

    room = "sitting"

    def __init__(self, desk: Desk, healing: Healing) -> None:
        super().__init__(desk, healing)
        self.question = Question(id="question")
        self.stops = Amounts(id="stops", page=self._page)
        self.closing = Prose(id="closing")
        self.day = Input(id="day")
        self._moving = asyncio.Lock()

    def body(self) -> Iterable[Widget]:
        with Vertical(id="desk"), Sheet(id="left"):
            yield self.question
            yield self.closing
            yield self.editor
            yield self.stops
            yield self.day
            yield self.notice

    async def on_mount(self) -> None:
        self.head.tell(crumb=self.healing.sitting.framework.title)
        self.set_interval(_LOOK_EVERY, self._look_at_time)
        await self._arrive()

    # --- at a stop -----------------------------------------------------------------------------

    async def _arrive(self, at: str | None = None) -> None:
        """Show the stop where the sitting is; in a list with the cursor ``at`` a row."""
        sitting = self.healing.sitting
        kind = sitting.now.kind
        shown = stops.shown(sitting, self._desk.today)
        self.question.tell(what=shown.what, ask=shown.ask, hint=shown.hint)
        self.foot.without(*stops.not_here(sitting))
        self.show_saved()
        self._writing = kind == "question"
        self.editor.display, self.stops.display = self._writing, not self._writing
        self.day.display = False
        self.set_class(kind == "close", "-closing")
        await self.closing.show(
            stops.closing(sitting, self._settings.region) if kind == "close" else ()
        )
        self._saving.arrived()
        if self._writing:
            self.editor.open(self.healing.text, self.healing.cursor)
        else:
            self.editor.forget()
            self.stops.from_nought = kind == "rating"
            self.stops.show(shown.rows, at=at or shown.at)
        (self.editor if self._writing else self.stops).focus()
        self._look_at_time()

    def _page(self, by: int) -> bool:
        """On leaving there is one thing to choose, so up and down are for what is said above it."""
        if self.healing.sitting.now.kind != "close":
            return False
        self.closing.scroll_relative(y=by, animate=False)
        return True

    def _look_at_time(self) -> None:
        """Say once that the time one set is up, and nothing more."""
        if not self._gone and self.healing.time_is_up():
            self.say(words.TIME_UP)

    # --- moving --------------------------------------------------------------------------------

    async def do_next(self) -> None:
        kind = self.healing.sitting.now.kind
        if self.day.display:
            await self._take_day(self.day.value)
        elif kind in ("limit", "rating") and self.stops.marked:
            self.stops.action_pick()
        else:
            text = self._typed()[0]
            await self._move(lambda one: one.next(text))

    async def do_skip(self) -> None:
        text = self._typed()[0]
        await self._move(lambda one: one.skip(text))

    async def do_back(self) -> None:
        if self.day.display:
            await self._arrive(stops.ANOTHER)
        else:
            text = self._typed()[0]
            await self._move(lambda one: one.back(text))

    async def do_stop(self) -> None:
        text = self._typed()[0]
        await self._move(lambda one: one.stop(text))

    async def do_keep(self) -> None:
        await self._at_the_end(Sitting.keep)

    async def do_let_go(self) -> None:
        await self._at_the_end(Sitting.let_go)

    async def _at_the_end(self, how: Move) -> None:
        """Keep it or let it go, where that is asked."""
        if self.healing.sitting.now.kind in ("keep", "sure"):
            await self._move(how)
        else:
            self.say(words.AT_THE_END)

    def do_open(self) -> None:
        """Take what is chosen, where something is to be chosen and not written."""
        if not self._writing:
            self.stops.action_pick()

    def do_prompts(self) -> None:
        """Some ways to go on from here, in the place of the hint."""
        question = self.healing.sitting.now.question
        if question is not None:
            self.question.tell(hint="\n".join((question.hint or "", *question.follow_ups)).strip())

    async def _move(self, how: Move, at: str | None = None) -> None:
        """Make a move, which saves first; if that fails nothing moved, and a sentence says why.

        ``at`` is the row where the cursor stays, if we stay at this stop.
        """
        async with self._moving:
            before = self.healing.sitting
            # Held until the next stop stands there: what is in the editor by then is not its text.
            with self._saving.held():
                try:
                    await self._desk.writer.do(self.healing.move, how)
                except PeercoachError as refused:
                    self.say(str(refused))
                    return
                self.notice.hush()
                if self.healing.sitting.ends:
                    self._over()
                elif self.healing.sitting != before:
                    same = self.healing.sitting.at == before.at
                    await self._arrive(at if same else None)

    def _over(self) -> None:
        said = {"kept": words.KEPT, "gone": words.GONE}.get(self.healing.sitting.ends)
        self._saving.stop()
        if said:
            self.notify(said, markup=False)
        self.post_message(Left(self))

    # --- choosing ------------------------------------------------------------------------------

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        event.stop()
        row, sitting = event.row.id, self.healing.sitting
        kind = sitting.now.kind
        if row == stops.ON:
            await self.do_next()
        elif kind == "return":
            await self._return(row)
        elif (how := self._given(kind, row, sitting)) is not None:
            await self._move(how, at=row)
            full = kind == "choose" and how(sitting) == sitting
            if full and row != stops.FOR_ME:
                self.say(words.PLENTY)

    def _given(self, kind: str, row: str, sitting: Sitting) -> Move | None:
        """What taking a row of this kind of stop gives."""
        given = sitting.given.shares.get(row, "")
        moves: dict[str, Move] = {
            "arrive": lambda one: one.steady(int(row)),
            "limit": lambda one: one.set_limit(int(row)),
            "exposures": lambda one: one.tick(row),
            "choose": lambda one: one.choose_for_me() if row == stops.FOR_ME else one.choose(row),
            "shares": lambda one: one.share(row, stops.around(given)),
            "rating": lambda one: one.rate(int(row)),
            "keep": lambda one: one.keep() if row == stops.KEEP else one.let_go(),
            "sure": lambda one: one.back() if row == stops.BACK else one.let_go(),
        }
        return moves.get(kind)

    async def on_amounts_turned(self, event: Amounts.Turned) -> None:
        sitting, whose = self.healing.sitting, event.row.id
        if sitting.now.kind == "shares" and whose != stops.ON:
            amount = stops.turned(sitting.given.shares.get(whose, ""), event.by)
            await self._move(lambda one: one.share(whose, amount), at=whose)

    async def _return(self, row: str) -> None:
        if row == stops.ANOTHER:
            hint = words.WHICH_DAY.format(example=example(self._desk.today))
            self.question.tell(hint=hint)
            self.stops.display, self.day.display = False, True
            self.day.clear()
            self.day.focus()
        else:
            await self._move(lambda one: one.return_on(date.fromisoformat(row) if row else None))

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        await self._take_day(event.value)

    async def _take_day(self, typed: str) -> None:
        try:
            day = day_to_come(typed, self._desk.today)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        await self._move(lambda one: one.return_on(day))

    # --- leaving ---------------------------------------------------------------------------------

    async def do_home(self) -> None:
        if self.day.display:
            await self._arrive(stops.ANOTHER)
        elif await self.depart():
            self.post_message(Left(self))

    def forget(self) -> None:
        super().forget()
        self.stops.show(())
        self.day.clear()
        self.closing.forget()
