"""What a sitting in Heal does with what is typed: it is saved, and waits, and nothing is kept."""

from textual.widgets import TextArea

from peercoach.errors import PeercoachError
from peercoach.healing.sitting import Healing
from peercoach.journal.moment import Moment
from peercoach.settings import Settings
from peercoach.tui.desk import Desk
from peercoach.tui.saving import Saving
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.editor import Editor
from peercoach.tui.widgets.notice import Notice
from peercoach.words import screens
from peercoach.words.when import clock


class HealWriting(Room):
    """The editor, what is said about saving, and every way of leaving with what stands here."""

    def __init__(self, desk: Desk, healing: Healing) -> None:
        super().__init__()
        self.healing = healing
        self.editor = Editor(id="editor")
        self.notice = Notice()
        self._desk = desk
        self._settings = desk.settings
        self._writing = False
        self._gone = False
        self._refused = False
        self._saving = Saving(self, healing, desk.writer, self._typed)

    def _typed(self) -> tuple[str, int]:
        return (self.editor.text, self.editor.cursor_index) if self._writing else ("", 0)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        if event.text_area is self.editor:
            self._saving.typed()

    def on_editor_refused(self, event: Editor.Refused) -> None:
        self.say(str(event.why))

    def on_saving_done(self, event: Saving.Done) -> None:
        self._saving.came_back(event)
        self._tell_saved(event.why)

    def _tell_saved(self, why: PeercoachError | None) -> None:
        if why is None:
            self._told()
            # Not what else stands there: that the time is up, say.
            if self._refused:
                self.notice.hush()
        self._refused = why is not None
        if why is None:
            return
        if not self.notice.said.startswith(str(why)):
            self.say(str(why))

    def say(self, sentence: str) -> None:
        self.notice.say(sentence)

    async def do_save(self) -> None:
        await self.before_leaving()

    async def before_leaving(self) -> PeercoachError | None:
        self._tell_saved(why := await self._saving.now())
        return why

    async def depart(self) -> bool:
        self._tell_saved(why := await self._saving.leave())
        if why is None:
            self._saving.stop()
        return why is None

    @property
    def saved_at(self) -> Moment | None:
        return self.healing.saved_at

    def on_unmount(self) -> None:
        self._saving.last()

    def _told(self) -> None:
        at = self.healing.saved_at
        count = self.healing.sitting.count if self._settings.progress else None
        self.head.tell(
            aside=screens.SAVED.format(time=clock(at.local())) if at else "", count=count
        )

    def heed(self, settings: Settings) -> None:
        self._settings = settings
        self._told()

    def forget(self) -> None:
        self._gone = True
        self._saving.stop()
        self.editor.forget()
