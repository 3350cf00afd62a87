"""What the rooms of a share have in common: they ask, do on the writer's thread, and forget."""

from collections.abc import Callable, Sequence

from peercoach.errors import PeercoachError
from peercoach.outgoing.sharing import Sharing
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Asked, Go
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Row

Then = Callable[[str], object]


class ShareRoom(Room):
    """A room of one share. Whatever is changed in it is kept before it is shown."""

    def __init__(self, desk: Desk, sharing: Sharing | None) -> None:
        super().__init__()
        self._desk = desk
        self._sharing = sharing
        self._answer: tuple[Then, str] | None = None
        self._away = False

    # --- asking ----------------------------------------------------------------------------------

    def ask(
        self, title: str, rows: Sequence[Row], then: Then, *, at: str = "", hint: str = ""
    ) -> None:
        """Ask a small question over this room; ``then`` is told the answer, once it is back here.

        An answer whose row has no id leaves all as it is.
        """

        def took(answer: str) -> None:
            self.later(then, answer)

        self.post_message(Go("ask", title, rows, took, at or rows[0].id, hint, over=True))

    def later(self, then: Then, answer: str) -> None:
        """Have ``then`` told the answer, once what lies over this room is gone."""
        self._answer = (then, answer)

    def on_screen_suspend(self) -> None:
        self._away = True

    async def on_screen_resume(self) -> None:
        """Do what was answered above; else see what may have been changed there."""
        if not self._away or self._sharing is None:
            return
        self._away = False
        if self._sharing.gone:
            # There is nothing to go back to: on to where the share began.
            self.post_message(Asked("home"))
            return
        answered, self._answer = self._answer, None
        if answered is None:
            await self.come_back()
        elif answered[1]:
            then, answer = answered
            doing = then(answer)
            if hasattr(doing, "__await__"):
                await doing

    async def come_back(self) -> None:
        """What lay over this room is gone."""

    # --- doing -----------------------------------------------------------------------------------

    async def do(self, call: Callable[[Sharing], object]) -> bool:
        """Do something to the share; whether that went well, or it was said why not."""
        sharing = self._sharing
        if sharing is None:
            return False

        def done() -> None:
            call(sharing)
            # Worked out there, and not while something is drawn.
            if sharing.review.ready:
                assert sharing.review.pages is not None

        try:
            await self._desk.writer.do(done)
        except PeercoachError as refused:
            self.say(str(refused))
            return False
        return self._sharing is not None

    def forget(self) -> None:
        self._sharing = None
        self._answer = None
