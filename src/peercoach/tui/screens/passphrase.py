"""Another passphrase: the one of now, the new one, and whether someone may know the old one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from peercoach.errors import KeyFileUnsure, PeercoachError, VaultLocked, WrongPassphrase
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Asked, Unreadable
from peercoach.tui.screens.chosen import Chosen
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.pick import Pick
from peercoach.tui.widgets.prose import Part, Parts
from peercoach.tui.widgets.waiting import Waiting
from peercoach.words import failures
from peercoach.words import passphrase as words

if TYPE_CHECKING:
    from peercoach.workspace import Workspace


class Passphrase(Room):
    """Has it changed. ``by_spare_key``: the notebook was opened so, and a new one is offered.

    Left before that, nothing is changed.
    """

    room = "passphrase"

    def __init__(self, desk: Desk, *, by_spare_key: bool = False) -> None:
        super().__init__()
        self.head.tell(crumb=words.TITLE)
        self.head.loud()
        self._desk = desk
        self._lines = words.BY_SPARE_KEY if by_spare_key else words.LINES
        self._now = Input(password=True, id="now")
        self._chosen = Chosen(Pick(words.CHANGE, id="change"))
        self._known = Pick(words.NOT_KNOWN, id="known")
        self._may_be_known = False
        self._waiting = Waiting(words.CHANGING)
        self._done = Parts(id="lines")
        self._ways = Choices((Row("home", words.GO_ON),), id="ways")

    def body(self) -> Iterable[Widget]:
        with Vertical(classes="door"):
            with Vertical(id="asks"):
                yield Static(self._lines, classes="whisper", markup=False)
                yield Static(words.NOW, classes="ask", markup=False)
                yield self._now
                yield Static(words.NEW, classes="ask", markup=False)
                yield self._chosen
                yield self._known
                yield self._waiting
            yield self._done
            yield self._ways

    def on_mount(self) -> None:
        self._done.display = self._ways.display = False
        self._now.focus()

    # --- choosing ------------------------------------------------------------------------------

    def on_pick_picked(self, event: Pick.Picked) -> None:
        if event.pick is self._known:
            self._may_be_known = not self._may_be_known
            self._known.label = words.KNOWN if self._may_be_known else words.NOT_KNOWN
        else:
            self._go()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input is self._now:
            self._chosen.take_focus()
        else:
            self._go()

    def on_choices_picked(self) -> None:
        self.post_message(Asked("home"))

    # --- changing ------------------------------------------------------------------------------

    def _go(self) -> None:
        if not self._waiting.going:
            self.run_worker(self._change(), exit_on_error=False, description="changing")

    async def _change(self) -> None:
        if not self._now.value:
            self._refused(words.NOW_FIRST, self._now)
            return
        if not await self._chosen.settled():
            return
        self._waiting.start()
        try:
            said = await self._desk.writer.do(
                changed, self._desk.workspace, self._now.value, self._chosen.value,
                may_be_known=self._may_be_known,
            )  # fmt: skip
        except (KeyFileUnsure, VaultLocked) as refused:
            self.forget()
            self.post_message(Unreadable(str(refused)))
        except WrongPassphrase as refused:
            self._refused(str(refused), self._now)
            self._now.action_select_all()
        except PeercoachError as refused:
            self._refused(str(refused))
        except Exception:
            self._refused(failures.sentence("error", {}))
        else:
            self.forget()
            self._waiting.stop()
            self.query_one("#asks").display = False
            await self._done.show([Part("", (line,)) for line in said])
            self._done.display = self._ways.display = True
            self._ways.focus()

    def _refused(self, why: str, at: Input | None = None) -> None:
        self._waiting.stop()
        self._chosen.say(why)
        (at or self._chosen.query_one(Input)).focus()

    def forget(self) -> None:
        self._now.clear()
        self._chosen.forget()


def changed(workspace: "Workspace", now: str, new: str, *, may_be_known: bool) -> tuple[str, ...]:
    """Change the passphrase; returns what to say of it.

    Raises:
        PeercoachError: as :meth:`Workspace.change_passphrase`.
    """
    had_spare = workspace.has_spare_key
    done = workspace.change_passphrase(now, new, may_be_known=may_be_known)
    return words.changed(may_be_known=may_be_known, done=done, had_spare=had_spare)
