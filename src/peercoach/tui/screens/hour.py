"""An hour: a plan for one person, gone through part by part, with a gentle time at the side."""

import time
from collections.abc import Callable

import msgspec

from peercoach.conversation import Conversation
from peercoach.guide.hour import Timer, minutes_of
from peercoach.guide.review import REVIEW
from peercoach.settings import Settings
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Chose, Go
from peercoach.tui.screens import stops
from peercoach.tui.screens.reflect import Reflect
from peercoach.tui.widgets.choices import Row
from peercoach.words import hour as words
from peercoach.words import hours

_LOOK_EVERY = 10.0


class Hour(Reflect):
    """A reflection whose elements are parts of a plan. Nothing happens when their time is over."""

    room = "hour"

    def __init__(
        self,
        desk: Desk,
        conversation: Conversation,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(desk, conversation)
        self._clock = clock
        self._timer = Timer().tick(clock())
        self._to = ""

    async def on_mount(self) -> None:
        self.set_interval(_LOOK_EVERY, self._tick)
        # Textual calls the handlers of both classes: the one below arrives.

    def _tick(self) -> None:
        self._timer = self._timer.tick(self._clock())
        self._saved()

    async def _arrive(self) -> None:
        walk = self.conversation.reflection
        self._timer = self._timer.tick(self._clock())
        if walk.closing:
            self._timer = self._timer.at("", None)
        else:
            part = walk.now.element.id
            self._timer = self._timer.at(part, minutes_of(walk.framework, part))
        await super()._arrive()

    def _saved(self) -> None:
        here = self.conversation
        beside = stops.aside(here.saved_at, brings=here.brings, said=self._said)
        left = self._timer.said if self._settings.timer else ""
        self.head.aside("   ".join(part for part in (left, beside) if part))

    def heed(self, settings: Settings) -> None:
        super().heed(settings)
        self._saved()

    def stands_for(self, to: str, *given: object) -> bool:
        """The same walk is never open twice: what is typed in one would not be in the other."""
        walk = self.conversation.reflection
        here = (("walk", walk.framework.id), ("begin", walk.framework.id), ("resume", walk.id))
        return (to, *given[:1]) in here

    # --- its time ------------------------------------------------------------------------------

    def do_longer(self) -> None:
        """Five more minutes for this part."""
        if self._timer.minutes is None:
            self.say(words.NO_TIME)
            return
        self._timer = self._timer.tick(self._clock()).longer()
        self._saved()
        self.say(words.LONGER)

    def do_timer(self) -> None:
        """Show the time, or hide it."""
        shown = not self._settings.timer
        self.post_message(Chose(msgspec.structs.replace(self._settings, timer=shown)))
        self.say(words.SHOWN if shown else words.HIDDEN)

    # --- elsewhere, and back -------------------------------------------------------------------

    def do_visit(self) -> None:
        """Ask where to look; the hour waits below."""
        rows = visits(review=self.conversation.reflection.framework.id == REVIEW)
        at, hint = rows[0].id, words.VISIT_HINT
        self.post_message(Go("ask", words.VISIT, rows, self._visited, at, hint, over=True))

    def _visited(self, answer: str) -> None:
        self._to = answer

    async def on_screen_resume(self) -> None:
        to, self._to = self._to, ""
        if to == "review":
            self.post_message(Go("since", over=True))
        elif to:
            self.post_message(Go(to, over=True))

    async def _leave(self, *, closed: bool = False) -> None:
        """After a review, once a year, it is asked what is no longer needed."""
        workspace, due = self.desk.workspace, False
        if closed and self.conversation.reflection.framework.id == REVIEW:
            due = bool(await self.desk.writer.do(workspace.reviewing.to_clear))
        if due:
            self._saving.stop()
            self.post_message(Go("clearing"))
        else:
            await super()._leave(closed=closed)


def visits(*, review: bool) -> list[Row]:
    """Where one can look around from an hour: a room's name, or empty text to stay."""
    rows = [
        Row("notes", words.LOOK_BACK, detail=words.LOOK_BACK_ABOUT, space=1),
        Row("elements", words.ELEMENT, detail=words.ELEMENT_ABOUT, space=1),
    ]
    if review:
        rows.insert(0, Row("review", hours.BEGIN_REVIEW, detail=hours.SINCE_ABOUT, space=1))
    rows.append(Row("goals", words.GOALS, detail=words.GOALS_ABOUT, space=1))
    rows.append(Row("hours", words.PROTECTED, detail=words.PROTECTED_ABOUT, space=1))
    rows.append(Row("", words.STAY, space=1))
    return rows
