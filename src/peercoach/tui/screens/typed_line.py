"""One line is typed; what was understood is said back, and kept only when it is chosen."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Protocol

from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from peercoach.errors import PeercoachError
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Asked
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.notice import Notice

AGAIN = "again"
"""The answer that goes back to the line."""


class Task(Protocol):
    """What the line is for. Its calls run on the writer's thread, and may raise."""

    title: str
    ask: str
    hint: str
    start: str
    """What stands in the line at first."""

    def read(self, typed: str) -> tuple[str, Sequence[Row]]:
        """What was understood, as a sentence, and the answers there are to it; none: it is done."""

    def take(self, answer: str) -> str:
        """Do what an answer says; what to say of it."""

    def told(self, said: str) -> None:
        """It is done: this is to be said in the room below."""


class TypedLine(Room):
    """A line to type, and below it what was understood."""

    room: ClassVar[str] = "asked"

    def __init__(self, desk: Desk, task: Task) -> None:
        super().__init__()
        self.head.tell(crumb=task.title)
        self.head.loud()
        self._desk = desk
        self._job = task
        self._line = Input(task.start, id="line")
        self._notice = Notice()
        self._said = Static("", id="understood", markup=False)
        self.choices = Choices(classes="-fill")

    def body(self) -> Iterable[Widget]:
        with Vertical(classes="door"):
            yield Static(self._job.ask, classes="ask", markup=False)
            yield self._line
            yield Static(self._job.hint, classes="whisper", markup=False)
            yield self._notice
            yield self._said
            yield self.choices

    def on_mount(self) -> None:
        self.choices.display = self._said.display = False
        self._line.focus()
        self._line.action_end()

    # --- typing --------------------------------------------------------------------------------

    def on_input_changed(self) -> None:
        self._notice.hush()

    def _type_again(self) -> None:
        """Back to the line: what was understood is not offered any more."""
        self.choices.display = self._said.display = False
        self._line.can_focus = True
        self._line.focus()

    async def on_input_submitted(self) -> None:
        try:
            said, rows = await self._desk.writer.do(self._job.read, self._line.value)
        except PeercoachError as refused:
            self._notice.say(str(refused))
            return
        if not rows:
            self._done(said)
            return
        self._said.update(said)
        self.choices.show(rows)
        self.choices.display = self._said.display = True
        self.choices.focus()
        # What stands there is what was understood, for as long as it is offered.
        self._line.can_focus = False

    def do_open(self) -> None:
        """Take what is chosen; in the line, what is typed."""
        if self.choices.has_focus:
            self.choices.action_pick()

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        if event.row.id == AGAIN:
            self._type_again()
            return
        try:
            said = await self._desk.writer.do(self._job.take, event.row.id)
        except PeercoachError as refused:
            self._type_again()
            self._notice.say(str(refused))
            return
        self._done(said)

    def _done(self, said: str) -> None:
        self._job.told(said)
        self.post_message(Asked("home"))

    def say(self, sentence: str) -> None:
        self._notice.say(sentence)

    def forget(self) -> None:
        self._line.clear()
        self._said.update("")
        self.choices.show(())
