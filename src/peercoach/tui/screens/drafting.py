"""What every room in which one writes does with what is typed: save it, say so, leave with it."""

from textual.widgets import TextArea

from peercoach.errors import PeercoachError
from peercoach.tui.saving import Saving
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.editor import Editor
from peercoach.tui.widgets.notice import Notice


class Drafting(Room):
    """The editor, what is said about saving, and every way of leaving with what stands here."""

    editor: Editor
    notice: Notice
    _saving: Saving
    _refused = False

    @property
    def over(self) -> bool:
        """Whether what was written here has ended, so that nothing is to be saved any more."""
        return False

    def show_saved(self) -> None:
        """Show when it was saved."""

    # --- while typing --------------------------------------------------------------------------

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        if event.text_area is self.editor and not self.over:
            self._saving.typed()

    def on_editor_refused(self, event: Editor.Refused) -> None:
        self.say(str(event.why))

    def on_saving_done(self, event: Saving.Done) -> None:
        self._saving.came_back(event)
        self._tell_saved(event.why)

    def _tell_saved(self, why: PeercoachError | None) -> None:
        if why is None:
            self.show_saved()
            # Not what else stands there: that the time is up, say.
            if self._refused:
                self.notice.hush()
        elif not self.notice.said.startswith(str(why)):
            self.say(str(why))
        self._refused = why is not None

    def say(self, sentence: str) -> None:
        self.notice.say(sentence)

    # --- leaving -------------------------------------------------------------------------------

    async def do_save(self) -> None:
        await self.before_leaving()

    async def before_leaving(self) -> PeercoachError | None:
        if self.over:
            return None
        self._tell_saved(why := await self._saving.now())
        return why

    async def depart(self) -> bool:
        if self.over:
            return True
        self._tell_saved(why := await self._saving.leave())
        if why is None:
            self._saving.stop()
        return why is None

    def on_unmount(self) -> None:
        if not self.over:
            self._saving.last()

    def forget(self) -> None:
        self._saving.stop()
        self.editor.forget()
