"""Spacing, width of text, movement and few colours: what the settings and the terminal ask for."""

from pathlib import Path
from typing import get_args

import pytest
from rich.color import Color
from textual.widgets import Input, TextArea

from peercoach import hardening
from peercoach.settings import Settings, Theme
from peercoach.tui import looks, themes
from peercoach.tui.calm import CalmApp
from peercoach.tui.messages import Asked, Chose
from peercoach.tui.widgets.waiting import Waiting
from tests.tui.drawn import pieces
from tests.tui.gallery import GALLERY, resize, wear
from tests.tui.stage import LARGE_WINDOW, SMALL_WINDOW, Stage, begin, seen, shows, unlock, until

HUGE_WINDOW = (200, 60)
LONG = "We went on and on about the garden and nobody minded at all. " * 20


async def test_a_theme_holds_at_once(filled: Stage) -> None:
    """Each theme that is chosen is drawn, with no other screen in between."""
    app = filled.app(theme="light")
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        for theme in get_args(Theme):
            app.screen.post_message(Chose(Settings(theme=theme)))
            ground = themes.THEMES[theme].variables["ground"]
            wanted = Color.default() if theme == "terminal" else Color.parse(ground)

            await until(pilot, lambda wanted=wanted: next(pieces(pilot)).ground == wanted)  # type: ignore[misc]


# --- spacing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["home", "rating", "closing", "support", "unlock"])
async def test_close(name: str, tmp_path: Path) -> None:
    """Where little space is wanted, the same words stand there with fewer empty lines."""
    place = GALLERY[name]
    app = place.stage(tmp_path).app()
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await place.play(pilot)
        roomy = seen(pilot)
        await wear(pilot, Settings(density="close"))
        close = seen(pilot)
        await wear(pilot, Settings())

        assert blank_before_the_end(close) < blank_before_the_end(roomy)
        assert set(close.split()) >= set(roomy.split())
        assert seen(pilot) == roomy


async def test_close_leaves_more_to_write_in(tmp_path: Path) -> None:
    """Where little space is wanted, the editor gets what is saved."""
    place = GALLERY["reflect"]
    app = place.stage(tmp_path).app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await place.play(pilot)
        editor = app.screen.query_one(TextArea)
        roomy = editor.size.height
        await wear(pilot, Settings(density="close"))
        await pilot.pause()

        assert editor.size.height >= roomy + 3


def blank_before_the_end(drawn: str) -> int:
    """Empty lines above the last thing said before the foot."""
    lines = [line.strip("▌▏ ") for line in drawn.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    foot = len(lines) - 1
    while lines[foot]:
        foot -= 1
    while not lines[foot]:
        foot -= 1
    return lines[:foot].count("")


# --- width of text -------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [60, 76, 100])
async def test_text_width(columns: int, filled: Stage) -> None:
    """A line that one writes or reads gets as wide as was chosen, and no wider."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        screen.editor.insert(LONG)
        screen.question.tell(ask=LONG, hint=LONG)
        await wear(pilot, Settings(text_width=columns))
        for size in ((99, 40), (150, 60), (260, 60)):
            await resize(pilot, size)
            room = size[0] < 100 and columns + 10 < size[0]
            ask = screen.query_one("#ask")

            assert screen.editor.wrap_width <= columns
            assert ask.size.width <= columns
            assert not room or screen.editor.wrap_width >= columns - 1
            assert not room or ask.size.width == columns


@pytest.mark.parametrize("columns", [60, 76, 100])
async def test_text_width_of_what_one_reads(columns: int, tmp_path: Path) -> None:
    """A note's lines get as wide as was chosen where there is room, and no wider."""
    place = GALLERY["note"]
    app = place.stage(tmp_path).app()
    async with app.run_test(size=HUGE_WINDOW) as pilot:
        await place.play(pilot)
        await wear(pilot, Settings(text_width=columns))
        await pilot.pause()

        assert {one.size.width for one in app.screen.query("Prose Static")} == {columns}


# --- movement ------------------------------------------------------------------------------------


@pytest.fixture
def cursors_blink(monkeypatch: pytest.MonkeyPatch) -> None:
    """As they do outside of these tests."""
    for widget in (Input, TextArea):
        monkeypatch.setattr(widget.cursor_blink, "_default", True)


@pytest.mark.usefixtures("cursors_blink")
async def test_no_cursor_blinks(filled: Stage) -> None:
    """Where nothing may move, no cursor blinks: at the door, in the editor, in the palette."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")
        assert app.screen.query_one(Input).cursor_blink
        await wear(pilot, Settings(motion=False))
        assert not app.screen.query_one(Input).cursor_blink

        await unlock(pilot)
        editor = (await begin(pilot)).editor
        assert not editor.cursor_blink
        app.post_message(Asked("palette"))
        await until(pilot, lambda: bool(app.screen.query("CommandInput")))
        await until(pilot, lambda: app.focused is app.screen.query_one("CommandInput"))
        await pilot.pause()
        assert not app.screen.query_one(Input).cursor_blink
        await pilot.press("escape")

        await wear(pilot, Settings(motion=True))
        assert editor.cursor_blink


@pytest.mark.parametrize(("motion", "moves"), [(True, True), (False, False)])
async def test_waiting(motion: bool, moves: bool) -> None:
    """While something takes a moment its dots grow, or stand still where nothing may move."""
    app = CalmApp()
    looks.apply(app, Settings(motion=motion))
    async with app.run_test() as pilot:
        waiting = Waiting("A moment")
        await app.mount(waiting)
        waiting.start()
        first = str(waiting.render())
        await pilot.pause(0.6)

        assert waiting.going
        assert first.startswith("A moment .")
        assert (str(waiting.render()) != first) is moves

        waiting.stop()
        assert not waiting.going


@pytest.mark.parametrize(
    ("environment", "still"),
    [
        ({}, False),
        ({"NO_MOTION": "1"}, True),
        ({"NO_MOTION": ""}, False),
        ({"REDUCED_MOTION": "true"}, True),
        ({"REDUCED_MOTION": "0"}, False),
        ({"TEXTUAL_ANIMATIONS": "none"}, True),
        ({"TEXTUAL_ANIMATIONS": "full"}, False),
    ],
)
def test_the_environment_may_ask_for_stillness(environment: dict[str, str], still: bool) -> None:
    """Stillness can be asked for outside of the settings, which can't take it back."""
    assert looks.is_still(Settings(motion=True), environment) is still
    assert looks.is_still(Settings(motion=False), environment)


def test_what_the_environment_asks_for_stays_in_it() -> None:
    """Cleaning the environment leaves what is asked of the looks."""
    asked = {"NO_COLOR": "1", "NO_MOTION": "1", "REDUCED_MOTION": "1", "TEXTUAL_ANIMATIONS": "none"}
    found = dict(asked)
    hardening.clean_environment(found)

    assert found == asked


# --- few colours ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("terminal", "chosen", "drawn"),
    [
        ("linux", "light", "terminal"),
        ("linux", "warm", "terminal"),
        ("linux", "contrast", "contrast"),
        ("dumb", "dark", "terminal"),
        ("xterm-256color", "light", "light"),
    ],
)
async def test_few_colours(
    terminal: str, chosen: Theme, drawn: Theme, filled: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where sixteen colours are all there are, the terminal's own are kept to."""
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", terminal)
    app = filled.app(theme=chosen)
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)

        assert looks.drawn_in(app, Settings(theme=chosen)) == drawn
        assert app.theme == f"peercoach-{drawn}"
