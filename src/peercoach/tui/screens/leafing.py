"""A question and what stands beside it: shown, put away, walked through."""

from textual.events import Resize

from peercoach.conversation import Conversation
from peercoach.tui.desk import Desk
from peercoach.tui.screens.beside import ABOUT, BEFORE, JUMP, PROMPTS, Beside
from peercoach.tui.screens.room import BROAD, WIDE, Room


class Leafing(Room):
    """What a conversation's room does beside its question; the question is for others to show."""

    def __init__(self, desk: Desk, conversation: Conversation) -> None:
        super().__init__()
        self.desk = desk
        self.conversation = conversation
        self.beside = Beside(desk, conversation)
        self._wide = self._broad = False

    def write_on(self) -> None:
        """Give the focus back to where one writes, or chooses."""

    def on_resize(self, event: Resize) -> None:
        wide, broad = event.size.width >= WIDE, event.size.width >= BROAD
        if (wide, broad) != (self._wide, self._broad):
            self._wide, self._broad = wide, broad
            self.call_later(self.put_beside, self.beside.open)

    async def put_beside(self, what: str) -> None:
        """Show something beside the question; nothing, in a wide window, is what was before."""
        self.set_class(bool(what), "-aside")
        await self.beside.put(what, wide=self._wide, broad=self._broad)
        # Where there is no room beside for what was written before, the foot tells of it.
        hidden = not self._wide and what != BEFORE and await self.beside.has_earlier()
        self.foot.also(*([BEFORE] if hidden else []))
        if what != JUMP:
            self.write_on()

    async def _toggle(self, what: str) -> None:
        await self.put_beside("" if self.beside.open == what else what)

    async def do_prompts(self) -> None:
        await self._toggle(PROMPTS)

    async def do_before(self) -> None:
        await self._toggle(BEFORE)

    async def do_about(self) -> None:
        await self._toggle(ABOUT)

    async def do_jump(self) -> None:
        await self._toggle(JUMP)

    async def do_older(self) -> None:
        await self._walk(1)

    async def do_newer(self) -> None:
        await self._walk(-1)

    async def _walk(self, by: int) -> None:
        """Through earlier answers; where they are not in sight, they come first."""
        in_sight = self._broad or (self._wide and not self.beside.open)
        if in_sight or self.beside.open == BEFORE:
            await self.beside.walk(by)
        else:
            await self.put_beside(BEFORE)
