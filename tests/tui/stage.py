"""The full interface on a real notebook in a temporary folder, with a clock that stands still."""

import asyncio
import atexit
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from peercoach import paths
from peercoach.demo.writing import TimeTold, Writing
from peercoach.demo.year import read
from peercoach.frameworks.library import Library, open_library
from peercoach.journal.moment import Moment
from peercoach.settings import Settings, Theme
from peercoach.supporting import Supporting
from peercoach.tui.app import PeercoachApp
from peercoach.tui.doors import Doors
from peercoach.tui.messages import Go
from peercoach.tui.screens.home import Home
from peercoach.tui.screens.reflect import Reflect
from peercoach.vault.files import Files
from peercoach.vault.kdf import SMALL
from peercoach.workspace import Workspace, vault_exists

PASSPHRASE = "kettle willow Tuesday harbour"
SHARING = "peer-leadership/sharing-the-movement"
FIRST = "When did you last see someone's face change because of how you told our story?"
SECOND = "What do you say about peer work that makes people want"
SMALL_WINDOW = (80, 24)
LARGE_WINDOW = (120, 40)


_TEMPLATE: list[Path] = []
"""The filled notebook that is copied, once there is one."""


class FixedClock:
    """Stands at 14:02 on 14 March 2026 until it is moved."""

    def __init__(self) -> None:
        self.to(2026, 3, 14, 14, 2)

    def to(self, year: int, month: int, day: int, hour: int = 10, minute: int = 0) -> None:
        """Move it."""
        self.moment = datetime(year, month, day, hour, minute, tzinfo=UTC)

    def __call__(self) -> Moment:
        return Moment(int(self.moment.timestamp() * 1000), 0, "GMT")


@cache
def shipped() -> Library:
    """What ships, read once: nothing can change it."""
    return open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)


class Stage:
    """A folder, a library and a clock, and apps that play there."""

    def __init__(self, folder: Path) -> None:
        self.vault = folder / "notebook.vault"
        self.supporting = Supporting(folder / "config")
        self.clock = FixedClock()
        self.library: Library = shipped()
        self.files: Files | None = None

    def create(self, passphrase: str = PASSPHRASE) -> Workspace:
        """Make a notebook with the smallest parameters there are."""
        return Workspace.create(
            self.vault,
            passphrase,
            library=self.library,
            clock=self.clock,
            profile=SMALL,
            files=self.files,
        )

    def open(self, passphrase: str = PASSPHRASE) -> Workspace:
        """Open the notebook."""
        return Workspace.open(
            self.vault, passphrase, library=self.library, clock=self.clock, files=self.files
        )

    def app(
        self,
        *,
        theme: Theme = "light",
        region: str = "",
        open: Callable[[str], Workspace] | None = None,
    ) -> PeercoachApp:
        """The interface at this notebook's door."""
        doors = Doors(
            exists=lambda: vault_exists(self.vault), create=self.create, open=open or self.open
        )
        return PeercoachApp(
            *(doors, lambda: self.library, Settings(theme=theme, region=region), self.clock),
            supporting=self.supporting,
        )

    def fill(self) -> None:
        """Put a notebook here with a winter of notes in it, and one reflection under way.

        It is made once in a process, and copied: making it takes longer than most tests do.
        """
        if not _TEMPLATE:
            folder = Path(tempfile.mkdtemp(prefix="peercoach-stage-"))
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
            first = Stage(folder)
            first._write_a_winter()
            _TEMPLATE.append(first.vault)
        shutil.copytree(_TEMPLATE[0], self.vault)
        self.clock.to(2026, 3, 14, 14, 2)

    def _write_a_winter(self) -> None:
        self.clock.to(2025, 12, 2)
        workspace = self.create()
        self._reflect(workspace, SHARING, "Nobody. I talked to the slide.", 1)
        self.clock.to(2026, 1, 9)
        second = f"peer-leadership/{self.library.get('peer-leadership').elements[1].id}"
        self._reflect(workspace, second, "We sat in the garden and nobody hurried.", 2)
        self.clock.to(2026, 2, 14)
        told = (
            "The new ward manager. I told her about the garden group and she put her pen down.\n\n"
            "She asked to come along in May."
        )
        self._reflect(workspace, SHARING, told, 2)
        self.clock.to(2026, 3, 13, 17)
        third = f"peer-leadership/{self.library.get('peer-leadership').elements[2].id}"
        conversation = workspace.begin(third)
        conversation.next("I asked first, and waited.")
        conversation.draft("The minutes said that we attended. We had chaired it.", 10)
        workspace.lock()
        self.clock.to(2026, 3, 14, 14, 2)

    def _reflect(self, workspace: Workspace, address: str, answer: str, rating: int) -> None:
        conversation = workspace.begin(address)
        conversation.next(answer)
        while conversation.reflection.now.kind != "rating":
            conversation.skip()
        conversation.rate(rating)
        conversation.enough()
        conversation.finish()


def with_the_year(folder: Path) -> Stage:
    """A stage whose notebook holds the invented year of the demo, behind the usual passphrase."""
    stage = Stage(folder)
    workspace = stage.create()
    told = TimeTold(stage.clock)
    workspace.journal._clock = told
    Writing(workspace, told).write(read())
    workspace.lock()
    return stage


async def until(pilot: Pilot[None], true: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until something holds; fail with what is on the screen if it never does."""
    for _ in range(int(seconds / 0.02)):
        await pilot.pause()
        if true():
            return
        await asyncio.sleep(0.02)
    raise AssertionError(f"never came; on the screen:\n{seen(pilot)}")


def seen(pilot: Pilot[None]) -> str:
    """What is drawn on the screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def shows(pilot: Pilot[None], *sentences: str) -> None:
    """Wait until each sentence is on the screen, wherever its lines break."""

    def all_there() -> bool:
        # Bars at the left belong to the drawing, not to what is said.
        drawn = " ".join(seen(pilot).replace("▌", "").split())
        return all(" ".join(sentence.split()) in drawn for sentence in sentences)

    await until(pilot, all_there)


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Type a text into what has the focus."""
    await pilot.press(*text)


async def unlock(pilot: Pilot[None]) -> None:
    """Type the passphrase and wait for home."""
    await shows(pilot, "Your passphrase")
    pilot.app.screen.query_one(Input).value = PASSPHRASE
    await pilot.press("enter")
    await shows(pilot, "Good to see you.")
    await until(
        pilot, lambda: not (isinstance(pilot.app.screen, Home) and pilot.app.screen.reading)
    )


async def begin(pilot: Pilot[None], address: str = SHARING) -> Reflect:
    """Start to reflect on an element from home."""
    pilot.app.screen.post_message(Go("begin", address))
    await until(pilot, lambda: isinstance(pilot.app.screen, Reflect))
    screen = pilot.app.screen
    assert isinstance(screen, Reflect)
    await until(pilot, lambda: screen.focused is not None)
    return screen


def typed(pilot: Pilot[None]) -> str:
    """What stands in the editor."""
    return pilot.app.screen.query_one(TextArea).text
