"""Screens that are one list: where to start, home, elements, notes."""

from collections.abc import Iterable, Sequence

from textual.widget import Widget
from textual.widgets import Static

from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.notice import Notice


class ListRoom(Room):
    """A title, a list that has the focus, and what to say when it is empty."""

    def __init__(
        self,
        title: str,
        rows: Sequence[Row],
        *,
        aside: str = "",
        hint: str = "",
        empty: str = "",
        notices: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.head.tell(crumb=title, aside=aside)
        self.head.loud()
        self._hint = hint
        self._empty = "" if rows else empty
        self._said = tuple(notices)
        self.choices = Choices(rows, classes="-fill")

    def body(self) -> Iterable[Widget]:
        for sentence in self._said:
            yield _notice(sentence)
        if self._hint or self._empty:
            yield Static(self._hint or self._empty, classes="whisper lead", markup=False)
        yield self.choices

    async def tell(self, sentence: str) -> None:
        """Say one more thing above the list, that stays."""
        await self.query_one("#body").mount(_notice(sentence), before=0)

    def lead(self, hint: str) -> None:
        """Say something else above the list, where something stands there."""
        self.query_one(".lead", Static).update(hint)

    def on_mount(self) -> None:
        self.choices.focus()

    def do_open(self) -> None:
        """Take what is chosen."""
        self.choices.action_pick()

    def forget(self) -> None:
        self.choices.show(())


def _notice(sentence: str) -> Notice:
    notice = Notice()
    notice.say(sentence)
    return notice
