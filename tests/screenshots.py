"""Pictures of the demo for the README and the docs: ``python -m tests.screenshots``.

The clock stands still, so that a picture only changes when what it shows does.
"""

import asyncio
import io
import os
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import get_args
from unittest.mock import patch

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from peercoach.demo.build import made
from peercoach.plain.launch import Place, run
from peercoach.settings import Settings, Theme
from peercoach.tui.app import PeercoachApp
from peercoach.tui.doors import Doors
from peercoach.tui.messages import Asked, Go
from peercoach.words import demo as words
from tests.architecture.house import ROOT
from tests.tui import share_plays
from tests.tui.pictures import begun_after_blanks
from tests.tui.stage import FixedClock, begin, shows, type_in, until

FOLDER = ROOT / "docs" / "screenshots"
PAGE = ROOT / "docs" / "screens.md"
THEMES: tuple[Theme, ...] = ("light", "dark")
WIDE = (120, 40)

Play = Callable[[Pilot[None]], Awaitable[None]]

_FACE = re.compile(r"\s*@font-face\s*\{[^}]*\}")
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_FONT = 'ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace'
_PLAIN_BLOCK = re.compile(r"(<!-- plain -->\n```\n).*?(```\n)", re.DOTALL)
_TIRED = ("peer-leadership/looking-after-each-other", "question/first-signs")
_NAMED = "bev came to the wall"
_SAID = ("1", ":about", ":pause", ":quit")


async def _home(pilot: Pilot[None]) -> None:
    await shows(pilot, "Good to see you.")
    await until(pilot, lambda: not getattr(pilot.app.screen, "reading", False))


async def _reflect(pilot: Pilot[None]) -> None:
    await _home(pilot)
    await begin(pilot, "peer-leadership/looking-after-each-other")
    for ask in ("What kind of care", "What happens around you", "When did holding back"):
        await pilot.press("ctrl+k")
        await shows(pilot, ask)
    await pilot.press("ctrl+k")
    await shows(pilot, "What tells you that you need a rest?")
    await type_in(pilot, "Lunch with people all week. The phone, less so.")
    await shows(pilot, "saved 14:02")


async def _look_back(pilot: Pilot[None]) -> None:
    await _home(pilot)
    await pilot.press("l")
    await pilot.pause(0.5)


async def _goal(pilot: Pilot[None]) -> None:
    await _asked("goals", "One rung up")(pilot)
    await pilot.press("down", "down", "enter")
    await shows(pilot, "How it stands", "That's a when.")


async def _story(pilot: Pilot[None]) -> None:
    await _home(pilot)
    pilot.app.screen.post_message(Go("story", *_TIRED, over=True))
    await shows(pilot, "What tells you that you need a rest?", "in new words")


async def _share(pilot: Pilot[None]) -> None:
    """An answer that names somebody, read as it will leave."""
    await _home(pilot)
    await pilot.press("l")
    await shows(pilot, "Newest first")
    await pilot.press("slash")
    await type_in(pilot, _NAMED)
    await pilot.press("enter", "enter")
    await shows(pilot, "Share h")
    await pilot.press("h")
    await shows(pilot, "for whom, and whose story")
    await share_plays.for_my_coach(pilot)
    await share_plays.reading(pilot)


def _asked(action: str, *words: str) -> Play:
    """From Home to where an action leads, until these words are there."""

    async def play(pilot: Pilot[None]) -> None:
        await _home(pilot)
        pilot.app.post_message(Asked(action))
        await shows(pilot, *words)

    return play


@dataclass(frozen=True)
class Scene:
    """The way to what is pictured, from Home, and the columns and rows of the window."""

    play: Play
    size: tuple[int, int] = WIDE


SCENES: dict[str, Scene] = {
    "home": Scene(_home),
    "reflect": Scene(_reflect),
    "look-back": Scene(_look_back),
    "goal": Scene(_goal),
    "story": Scene(_story, (80, 32)),
    "ratings": Scene(_asked("ratings", "Ratings over time", "Speaking up"), (120, 26)),
    "map": Scene(_asked("map", "Then and now", "Speaking up"), (100, 20)),
    "year": Scene(_asked("year", "The last twelve months", "Goals begun")),
    "protected-time": Scene(_asked("hours", "the first Thursday of each month"), (80, 28)),
    "share": Scene(_share),
    "heal-door": Scene(_asked("heal", "Steady enough for this now?"), (80, 28)),
}
"""What is pictured, by the name of its file."""


def picture(name: str, theme: Theme) -> str:
    """The SVG of one room of the demo."""
    return asyncio.run(_picture(SCENES[name], theme))


async def _picture(scene: Scene, theme: Theme) -> str:
    with _demo() as place, _in_all_colours():
        work = made(place.vault, place.library, place.clock)
        doors = Doors(exists=place.there, create=place.make, open=place.open)
        app = PeercoachApp(
            doors,
            lambda: place.library,
            Settings(theme=theme, motion=False),
            place.clock,
            opened=work,
            told=(words.TOLD,),
        )
        async with app.run_test(size=scene.size) as pilot:
            await scene.play(pilot)
            await pilot.pause()
            return local(begun_after_blanks(app.export_screenshot(title="peercoach demo")))


def conversation() -> str:
    """What the plain interface says, and what is typed to it, as one reads it in a terminal."""
    with _demo() as place:
        made(place.vault, place.library, place.clock).lock()
        heard, typing = io.StringIO(), sys.stdin
        sys.stdin = _Typed(heard)
        try:
            with redirect_stdout(heard):
                run(place, Settings(), passphrase=words.PASSPHRASE)
        finally:
            sys.stdin = typing
        return f"{words.TOLD}\n{heard.getvalue()}"


def local(svg: str) -> str:
    """A picture that asks no other computer for anything: fonts are those that are there."""
    svg = _COMMENT.sub("", _FACE.sub("", svg))
    return re.sub(r"font-family:\s*Fira Code[^;]*;", f"font-family: {_FONT};", svg)


def draw(folder: Path, page: Path) -> None:
    """Draw every picture, and put the conversation between its marks on the page."""
    folder.mkdir(exist_ok=True)
    for name in SCENES:
        for theme in THEMES:
            path = folder / f"{name}-{theme}.svg"
            path.write_text(picture(name, theme), encoding="utf-8")
    told = page.read_text(encoding="utf-8")
    said = conversation()
    page.write_text(_PLAIN_BLOCK.sub(lambda m: m[1] + said + m[2], told), encoding="utf-8")


class _Typed(io.StringIO):
    """A person who types these lines, and whose terminal shows them."""

    def __init__(self, screen: io.StringIO) -> None:
        super().__init__()
        self._said = iter(_SAID)
        self._screen = screen

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        said = next(self._said, "")
        self._screen.write(f"> {said}\n" if said else "")
        return f"{said}\n" if said else ""


@contextmanager
def _demo() -> Iterator[Place]:
    from peercoach import paths
    from peercoach.frameworks.library import open_library

    library = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
    # What is to come is told by the clock of the place where the computer is.
    in_london = patch.dict(os.environ, {"TZ": "Europe/London"})
    with tempfile.TemporaryDirectory() as folder, in_london:
        yield Place(Path(folder) / paths.VAULT_NAME, library, FixedClock())


@contextmanager
def _in_all_colours() -> Iterator[None]:
    """A window with every colour and no cursor that blinks, whatever this is started from."""
    with patch.dict(os.environ, {"COLORTERM": "truecolor", "TERM": "xterm-256color"}):
        for name in ("NO_COLOR", "NO_MOTION", "REDUCED_MOTION"):
            os.environ.pop(name, None)
        with (
            patch.object(Input.cursor_blink, "_default", False),
            patch.object(TextArea.cursor_blink, "_default", False),
        ):
            yield


if __name__ == "__main__":
    assert set(THEMES) <= set(get_args(Theme))
    draw(FOLDER, PAGE)
    print(f"Drawn: {FOLDER}", file=sys.stderr)
