"""What a sitting in Heal does with what is typed: it is saved, and waits, and nothing is kept."""

from peercoach.healing.sitting import Healing
from peercoach.journal.moment import Moment
from peercoach.settings import Settings
from peercoach.tui.desk import Desk
from peercoach.tui.saving import Saving
from peercoach.tui.screens.drafting import Drafting
from peercoach.tui.widgets.editor import Editor
from peercoach.tui.widgets.notice import Notice
from peercoach.words import screens
from peercoach.words.when import clock


class HealWriting(Drafting):
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
        self._saving = Saving(self, healing, desk.writer, self._typed)

    def _typed(self) -> tuple[str, int]:
        return (self.editor.text, self.editor.cursor_index) if self._writing else ("", 0)

    @property
    def saved_at(self) -> Moment | None:
        return self.healing.saved_at

    def show_saved(self) -> None:
        at = self.healing.saved_at
        count = self.healing.sitting.count if self._settings.progress else None
        self.head.tell(
            aside=screens.SAVED.format(time=clock(at.local())) if at else "", count=count
        )

    def heed(self, settings: Settings) -> None:
        self._settings = settings
        self.show_saved()

    def forget(self) -> None:
        self._gone = True
        super().forget()
