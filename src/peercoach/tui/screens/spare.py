"""The spare key: shown to be written on paper, asked back in part, and only then made to work."""

from collections.abc import Iterable
from functools import partial

from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from peercoach.errors import PeercoachError
from peercoach.rehearsal import Rehearsal
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Asked
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.groups import Groups
from peercoach.tui.widgets.notice import Notice
from peercoach.tui.widgets.prose import Part, Parts
from peercoach.tui.widgets.waiting import Waiting
from peercoach.words import failures
from peercoach.words import spare_key as words

MAKE = "make"
WRITTEN = "written"
AGAIN = "again"
HOME = "home"


class Spare(Room):
    """What it is, the passphrase where it is asked for, the key, two groups asked back, and that
    it is kept. Left before that, there is no key; ``has_one`` says whether an older one works so
    far.
    """

    room = "spare"

    def __init__(self, desk: Desk, *, has_one: bool) -> None:
        super().__init__()
        self.head.tell(crumb=words.TITLE)
        self.head.loud()
        self._desk = desk
        self._has_one = has_one
        self._key = ""
        self._rehearsal: Rehearsal | None = None
        self._asked: list[int] = []
        self._lines = Parts(id="lines")
        self._groups = Groups(id="groups")
        asks = words.OR_OLD if has_one else words.PASSPHRASE
        self._ask_for = Static(asks, id="ask-for", classes="ask", markup=False)
        self._passphrase = Input(password=True, id="passphrase")
        self._group = Static("", id="group", markup=False)
        self._typed = Input(id="typed")
        self._notice = Notice()
        self._waiting = Waiting(words.LOOKING)
        self._ways = Choices(id="ways")

    def body(self) -> Iterable[Widget]:
        with Vertical(classes="door"):
            yield self._lines
            yield self._groups
            yield self._ask_for
            yield self._passphrase
            yield self._group
            yield self._typed
            yield self._notice
            yield self._waiting
            yield self._ways

    async def on_mount(self) -> None:
        make = words.MAKE_NEW if self._has_one else words.MAKE
        lines = words.REPLACE if self._has_one else words.OFFER
        await self._stage(lines, (MAKE, make), (HOME, words.NOT_NOW))

    async def _stage(
        self,
        lines: Iterable[str],
        *ways: tuple[str, str],
        place: int = 0,
        passphrase: bool = False,
    ) -> None:
        """What is said, what can be chosen, and what is asked, if anything: the passphrase, or the
        group in a place.
        """
        self._notice.hush()
        self._waiting.stop()
        self._passphrase.clear()
        self._passphrase.display = self._ask_for.display = passphrase
        self._typed.clear()
        self._typed.display = self._group.display = bool(place)
        self._group.update(words.GROUP.format(place=place))
        self._groups.show(())
        self._ways.show([Row(id, text) for id, text in ways])
        await self._lines.show([Part("", (line,)) for line in lines])
        (self._passphrase if passphrase else self._typed if place else self._ways).focus()

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        match event.row.id:
            case "make":
                await self._make_or_ask()
            case "written":
                await self._ask()
            case "again":
                await self._look()
            case _:
                self.forget()
                self.post_message(Asked(HOME))

    async def _make_or_ask(self) -> None:
        try:
            asks = await self._desk.writer.do(lambda: self._desk.workspace.spare_key_asks)
        except PeercoachError as refused:
            self._notice.say(str(refused))
            return
        if asks:
            await self._stage(words.ASKS, (HOME, words.NOT_NOW), passphrase=True)
        else:
            await self._make()

    async def _make(self) -> None:
        # Read here and not handed in: what a worker is given can end up in a log.
        typed = self._passphrase.value
        try:
            self._key = await self._desk.writer.do(self._desk.workspace.offer_spare_key, typed)
        except PeercoachError as refused:
            self._refused(str(refused))
        except Exception:
            self._refused(failures.sentence("error", {}))
        else:
            self._rehearsal = Rehearsal(self._key)
            await self._look()

    def _refused(self, why: str) -> None:
        self._waiting.stop()
        self._notice.say(why)
        if self._passphrase.display:
            self._passphrase.focus()
            self._passphrase.action_select_all()

    def _prove(self) -> None:
        if self._passphrase.value and not self._waiting.going:
            self._notice.hush()
            self._waiting.start()
            self.run_worker(self._make(), exit_on_error=False, description="trying")

    async def _look(self) -> None:
        """Show the key; what was asked back by then is asked again."""
        if self._rehearsal is not None:
            self._asked = list(self._rehearsal.asked)
            await self._stage(words.LOOK, (WRITTEN, words.WRITTEN), (HOME, words.NOT_NOW))
            self._groups.show(self._rehearsal.groups)

    async def _ask(self) -> None:
        ways = (AGAIN, words.SHOW_AGAIN), (HOME, words.NOT_NOW)
        await self._stage((words.CHECK,), *ways, place=self._asked[0])

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input is self._passphrase:
            self._prove()
        else:
            await self._compare()

    async def _compare(self) -> None:
        """Compare the group that was typed back."""
        if self._rehearsal is None or not self._asked or not self._typed.value.strip():
            return
        if not self._rehearsal.right(self._asked[0], self._typed.value):
            self._notice.say(words.NOT_RIGHT.format(place=self._asked[0]))
            self._typed.action_select_all()
        elif len(self._asked) > 1:
            del self._asked[0]
            await self._ask()
        else:
            await self._keep()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value:
            self._notice.hush()

    async def _keep(self) -> None:
        keep = partial(self._desk.workspace.keep_spare_key, self._key)
        try:
            await self._desk.writer.do(keep)
        except PeercoachError as refused:
            self._notice.say(str(refused))
            return
        self.forget()
        old = (words.OLD_GONE,) if self._has_one else ()
        await self._stage((*words.KEPT, *old), (HOME, words.GO_ON))

    def on_unmount(self) -> None:
        self.forget()

    def forget(self) -> None:
        self._key = ""
        if self._rehearsal is not None:
            self._rehearsal.forget()
            self._rehearsal = None
        self._asked = []
        self._groups.show(())
        self._typed.clear()
        self._passphrase.clear()
