"""Settings: each in words, changed in its place; what is chosen holds at once and is kept."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import msgspec
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from peercoach._version import __version__
from peercoach.errors import PeercoachError
from peercoach.settings import SHARED_LOCK_MINUTES, Settings
from peercoach.tui import looks
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Chose, Go
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.screens.support_lines import counted
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import company, keeping, people, support
from peercoach.words import settings as words
from peercoach.words.screens import short_day

SPARE = "spare"
PASSPHRASE = "passphrase"
BACKUP = "backup"
LINES = "support_lines"
PEOPLE = "people"
OFFERED: dict[str, Sequence[Any]] = {
    "text_width": (60, 68, 76, 84, 92, 100),
    "auto_lock_minutes": (2, 5, 10, 15, 30, 60),
    "region": tuple(support.REGIONS),
}
"""What is offered where words.VALUES does not say it."""
_GROUPS = (
    ("theme", "motion", "density", "text_width", "progress", "timer", "memories", "goal_figure"),
    ("shared_machine", "auto_lock_minutes", "region", LINES, PEOPLE),
    (PASSPHRASE, SPARE, BACKUP),
    ("path", "version", "wording"),
)


class Values(Choices):
    """A list in which left and right change the row at the cursor."""

    class Turned(Message):
        """The value before or after this one is wanted."""

        def __init__(self, row: Row, by: int) -> None:
            super().__init__()
            self.row = row
            self.by = by

    def action_option(self, by: int) -> None:
        """Ask for the value before (-1) or after (1)."""
        if self.row is not None:
            self.post_message(self.Turned(self.row, by))


class SettingsRoom(ListRoom):
    """One row a setting; what the row at the cursor means stands in one line below them all."""

    room = "settings"

    def __init__(self, desk: Desk, *, spare: bool, backed_up: date | None) -> None:
        super().__init__(words.TITLE, ())
        self._desk = desk
        self._settings = desk.settings
        self._spare = spare
        self._backed_up = backed_up
        self._backing_up = False
        self._away = False
        self.choices = Values(self._rows(), classes="-fill")
        self._meaning = Static("", id="meaning", classes="whisper", markup=False)

    def body(self) -> Iterable[Widget]:
        yield from super().body()
        yield self._meaning

    def on_mount(self) -> None:
        super().on_mount()
        self._mean()

    # --- what is shown -------------------------------------------------------------------------

    def _rows(self) -> list[Row]:
        return [
            Row(id, self._value(id), heading=words.NAMES[id], space=int(number == 0))
            for group in _GROUPS
            for number, id in enumerate(group)
        ]

    def _value(self, id: str) -> str:
        settings = self._settings
        match id:
            case "path":
                return str(self._desk.workspace.path)
            case "version":
                return __version__
            case "wording":
                return words.VALUES[id][False]
            case "passphrase":
                return words.CHANGE
            case "backup":
                if self._backed_up is None:
                    return words.NO_BACKUP
                day = short_day(self._backed_up, self._desk.today)
                return words.BACKED_UP.format(day=day)
            case "people":
                return people.SETTING
            case "support_lines":
                return counted(self._desk)
            case "spare":
                return words.VALUES[id][self._spare]
            case "text_width":
                return words.LETTERS.format(count=settings.text_width)
            case "auto_lock_minutes":
                minutes = company.minutes(settings.lock_after)
                return words.AT_MOST.format(minutes=minutes) if self._overridden else minutes
            case "region":
                return support.REGIONS.get(settings.region, settings.region)
        return words.VALUES[id][getattr(settings, id)]

    @property
    def _overridden(self) -> bool:
        """Whether it locks sooner than was chosen, since others use this computer."""
        return self._settings.lock_after < self._settings.auto_lock_minutes

    def _mean(self) -> None:
        row = self.choices.row
        if row is None:
            return
        said, chosen = words.MEANS[row.id], self._settings
        if row.id == "theme" and looks.drawn_in(self.app, chosen) != chosen.theme:
            said = words.FEW_COLOURS
        elif row.id == BACKUP and self._backing_up:
            said = words.BACKING_UP
        self._meaning.update(said)

    def on_choices_moved(self, _event: Choices.Moved) -> None:
        self._mean()

    def heed(self, settings: Settings) -> None:
        """What was chosen in a room above this one stands here, too."""
        if settings != self._settings:
            self._settings = settings
            self._show()

    # --- changing ------------------------------------------------------------------------------

    def on_choices_picked(self, event: Choices.Picked) -> None:
        if event.row.id == SPARE:
            self.post_message(Go("spare", over=True))
        elif event.row.id == PASSPHRASE:
            self.post_message(Go("passphrase", over=True))
        elif event.row.id == LINES:
            self.post_message(Go("support-lines", over=True))
        elif event.row.id == PEOPLE:
            self.post_message(Go("people", over=True))
        elif event.row.id == BACKUP:
            self._go_back_up()
        else:
            self._change(event.row.id, 1, around=True)

    def on_values_turned(self, event: Values.Turned) -> None:
        self._change(event.row.id, event.by, around=False)

    def _change(self, id: str, by: int, *, around: bool) -> None:
        """Go to another value; ``around`` the first comes after the last."""
        if id not in Settings.__struct_fields__:
            return
        if id == "auto_lock_minutes" and self._overridden:
            self.say(words.SHARED_DECIDES)
            return
        offered = OFFERED.get(id) or tuple(words.VALUES[id])
        if id == "auto_lock_minutes" and self._settings.shared_machine:
            # What is above would be chosen unseen: it would not hold.
            offered = tuple(one for one in offered if one <= SHARED_LOCK_MINUTES)
        to = beside(offered, getattr(self._settings, id), by, around=around)
        if to == getattr(self._settings, id):
            return
        self._settings = msgspec.structs.replace(self._settings, **{id: to})
        self._show()
        self.post_message(Chose(self._settings))

    def _show(self) -> None:
        here = self.choices.row
        self.choices.show(self._rows(), at=here.id if here else None)
        self._mean()

    # --- a backup ------------------------------------------------------------------------------

    def _go_back_up(self) -> None:
        if not self._backing_up:
            self._backing_up = True
            self._mean()
            self.run_worker(self._back_up(), exit_on_error=False, description="backing up")

    async def _back_up(self) -> None:
        desk = self._desk
        try:
            made = await desk.writer.do(desk.workspace.back_up)
            self._backed_up = await desk.writer.do(lambda: desk.workspace.last_backup)
            whole = keeping.BACKED_UP if made.report.ok else keeping.BACKED_UP_DAMAGED
            self.say(whole.format(path=made.path))
        except PeercoachError as refused:
            self.say(str(refused))
        finally:
            self._backing_up = False
        self._show()

    def on_screen_suspend(self) -> None:
        self._away = True

    async def on_screen_resume(self) -> None:
        """A spare key may have been made meanwhile."""
        if self._away:
            self._away = False
            workspace = self._desk.workspace
            try:
                self._spare = await self._desk.writer.do(lambda: workspace.has_spare_key)
            except PeercoachError:
                return
            self._show()


def beside(offered: Sequence[Any], value: Any, by: int, *, around: bool) -> Any:
    """The value before (-1) or after (1) this one, among those offered.

    One that is not among them (numbers alone can be so) has its neighbours there all the same.
    """
    if value in offered:
        to = offered.index(value) + by
    elif isinstance(value, int):
        larger = sum(one < value for one in offered)
        to = larger if by > 0 else larger - 1
    else:
        to = 0
    return offered[to % len(offered) if around else max(0, min(to, len(offered) - 1))]
