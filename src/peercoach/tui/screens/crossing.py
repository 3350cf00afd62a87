"""From a question to what it lines up with; and what a question did, as one says."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from peercoach.errors import PeercoachError
from peercoach.guide.aligned import aligned
from peercoach.journal.records import MarkKind
from peercoach.tui.messages import Go
from peercoach.tui.screens.leafing import Leafing
from peercoach.tui.screens.note_rows import about, first_line
from peercoach.tui.widgets.choices import Row
from peercoach.words import goals as goal_words
from peercoach.words import reflect as words
from peercoach.words import screens
from peercoach.workspace import Across

_STAY = "stay"


class Crossing(Leafing):
    """What a conversation's room does with elements beside its own, and with marks."""

    _across = ""
    _seed = 0

    async def keep(
        self, do: Callable[[], Awaitable[None]], *, then: Callable[[], Awaitable[None]]
    ) -> None:
        """Do something that keeps, then something that shows it; say why where it fails."""
        raise NotImplementedError

    async def marked(self) -> None:
        """Show what is marked now."""
        raise NotImplementedError

    # --- what a question did -------------------------------------------------------------------

    async def do_helped(self) -> None:
        await self._mark("helped")

    async def do_jarred(self) -> None:
        await self._mark("jarred")

    async def _mark(self, mark: MarkKind) -> None:
        if self.conversation.reflection.now.kind != "question":
            self.say(words.NOTHING_TO_MARK)
            return
        say = partial(self.conversation.say, mark)
        await self.keep(lambda: self.desk.writer.do(say), then=self.marked)

    # --- a goal that begins here ---------------------------------------------------------------

    async def do_make_goal(self) -> None:
        """Make a goal of something that is kept of this; of several it is asked which."""
        goals, kept = self.desk.workspace.goals, self.conversation.reflection.progress.kept
        seeds = await self.desk.writer.do(goals.seeds, kept.values())
        if len(seeds) > 1:
            rows = [
                Row(str(one.id), first_line(one), detail=about(one), space=1, one_line=True)
                for one in seeds
            ]
            self.post_message(Go("ask", goal_words.FROM_WHICH, rows, self._took_seed, over=True))
        elif seeds:
            self._make_goal(seeds[0].id)
        else:
            self.say(goal_words.NOTHING_FOR_A_GOAL)

    def _took_seed(self, answer: str) -> None:
        self._seed = int(answer or 0)

    def _make_goal(self, note: int) -> None:
        self.post_message(Go("write-goal", lambda goals: goals.make(note), over=True))

    # --- what it lines up with -----------------------------------------------------------------

    async def do_aligned(self) -> None:
        """Offer what this lines up with, over the question, which waits as it is."""
        desk, stop = self.desk, self.conversation.reflection.now
        try:
            found = await desk.writer.do(desk.workspace.across, self.conversation)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        if found:
            rows = [*across_rows(found), Row(_STAY, words.BACK_TO_MINE, space=1)]
            self.post_message(Go("ask", words.LINES_UP_WITH, rows, self._took, over=True))
        elif title := aligned(desk.library, stop.element):
            self.say(words.LINES_UP_ELSEWHERE.format(title=title))
        else:
            self.say(words.LINES_UP_WITH_NOTHING)

    def _took(self, answer: str) -> None:
        self._across = "" if answer == _STAY else answer

    async def on_screen_resume(self) -> None:
        """Go where one wanted to go, once the list of it is gone from above."""
        seed, self._seed = self._seed, 0
        if seed:
            self._make_goal(seed)
            return
        to, self._across = self._across, ""
        if not to or not await self.depart():
            return
        kind, _, rest = to.partition(":")
        if kind == "resume":
            self.post_message(Go("resume", int(rest)))
        elif kind == "one":
            address, _, question = rest.rpartition("/")
            self.post_message(Go("one", address, question))
        else:
            self.post_message(Go("begin", rest))


def across_rows(found: Sequence[Across]) -> list[Row]:
    """For each element: to go on there, or begin, with what it is; then each of its questions."""
    rows: list[Row] = []
    for one in found:
        title = screens.CRUMB.format(framework=one.framework.title, element=one.element.title)
        about = one.element.what_it_is[0] if one.element.what_it_is else ""
        own = [Row(f"begin:{one.address}", words.BEGIN_THERE, detail=about, space=1)]
        if one.waits:
            own.insert(0, Row(f"resume:{one.waits}", words.GO_ON_THERE, space=1))
        levels = {level.id: level.title for level in one.framework.levels}
        own += [
            Row(
                f"one:{one.address}/{question.id}",
                question.ask,
                detail=levels.get(question.level or "", ""),
                space=1,
            )
            for question in one.element.questions
        ]
        rows += [
            Row(row.id, row.text, detail=row.detail, space=1, group="" if index else title)
            for index, row in enumerate(own)
        ]
    return rows
