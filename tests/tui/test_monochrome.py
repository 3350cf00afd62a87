"""Nothing is said by colour alone: without it, each state still differs from every other."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from peercoach.settings import Settings, Theme
from peercoach.tui import looks
from peercoach.tui.widgets.choices import Choices
from peercoach.tui.widgets.drawing import Drawing
from peercoach.tui.widgets.prose import Prose
from tests.tui.drawn import bare, coloured, pieces
from tests.tui.gallery import GALLERY, Place, wear
from tests.tui.stage import SMALL_WINDOW


@dataclass(frozen=True)
class State:
    """A screen as it is drawn at one moment, with its colours and without."""

    name: str
    coloured: object
    bare: object


async def states(pilot: Pilot[None]) -> AsyncIterator[State]:
    """Each thing that can have the focus having it; lists at another row, texts selected."""

    async def now(name: str) -> State:
        await pilot.pause()
        return State(name, coloured(pilot), bare(pilot))

    screen = pilot.app.screen
    chain = [one for one in screen.focus_chain if one.display and one.region]
    for number, widget in enumerate(chain):
        screen.set_focus(widget, scroll_visible=False)
        # Scrolling is all that text to read is focused for: where it all fits, nothing is done.
        idle = isinstance(widget, Prose | Drawing) and not widget.max_scroll_y and len(chain) == 1
        yield await now(f"{number} {'idle' if idle else 'focus'} {widget!r}")
        if isinstance(widget, Choices) and len(widget.rows) > 1:
            before = widget.cursor
            widget.action_move(-1 if before else 1)
            yield await now(f"{number} next row")
            widget.cursor = before
        elif isinstance(widget, Input | TextArea):
            text = "Some words."
            (widget.insert(text, 0) if isinstance(widget, Input) else widget.insert(text, (0, 0)))
            yield await now(f"{number} typed")
            widget.action_select_all()
            yield await now(f"{number} selected")
    if len(chain) == 1:
        screen.set_focus(None)
        if not isinstance(chain[0], Prose | Drawing):
            yield await now("none focused")


def said_by_colour_alone(seen: list[State]) -> list[tuple[str, str]]:
    """Pairs of states that differ in their colours and in nothing else."""
    return [
        (one.name, other.name)
        for number, one in enumerate(seen)
        for other in seen[:number]
        if one.coloured != other.coloured and one.bare == other.bare
    ]


def alike(seen: list[State]) -> list[tuple[str, str]]:
    """Pairs of states that nobody could tell apart without colours."""
    return [
        (one.name, other.name)
        for number, one in enumerate(seen)
        for other in seen[:number]
        if one.bare == other.bare
    ]


@pytest.mark.parametrize("place", GALLERY.values(), ids=GALLERY.keys())
async def test_no_colour(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR no screen has a colour, and one sees what has the focus and what is chosen."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = place.stage(tmp_path).app()
    async with app.run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await place.play(pilot)

        assert all(one.ink.is_default and one.ground.is_default for one in pieces(pilot))
        assert not any(one.style.dim for one in pieces(pilot))
        assert alike([state async for state in states(pilot)]) == []


@pytest.mark.parametrize("name", ["unlock", "welcome", "home", "before", "notes", "palette"])
@pytest.mark.parametrize("theme", get_args(Theme))
async def test_not_by_colour_alone(name: str, theme: Theme, tmp_path: Path) -> None:
    """In each theme, no two states of a screen differ in their colours and in nothing else."""
    place = GALLERY[name]
    app = place.stage(tmp_path).app(theme=theme)
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await place.play(pilot)
        seen = [state async for state in states(pilot)]

        assert len(seen) > 1
        assert said_by_colour_alone(seen) == []
        assert alike(seen) == []


@pytest.mark.parametrize("theme", ["contrast", "terminal"])
async def test_the_palettes_row_is_underlined(theme: Theme, tmp_path: Path) -> None:
    """Where there is no softer ground, the row that enter would take is underlined."""
    place = GALLERY["palette"]
    app = place.stage(tmp_path).app(theme=theme)
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await place.play(pilot)

        marked = [one.text.strip() for one in pieces(pilot) if one.style.underline]
        assert "Choose an element to think about." in marked


async def test_a_hover_shows_by_more_than_colour(tmp_path: Path) -> None:
    """What the mouse is over is underlined."""
    place = GALLERY["unlock"]
    app = place.stage(tmp_path).app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await place.play(pilot)
        before = bare(pilot)
        await pilot.hover("#show")
        await pilot.pause()

        assert before != bare(pilot)


async def test_the_terminals_own(tmp_path: Path) -> None:
    """In the terminal's own colours words keep to its own pair, and all else to its sixteen."""
    for name in ("home", "before", "palette", "told"):
        place = GALLERY[name]
        app = place.stage(tmp_path / name).app(theme="terminal")
        async with app.run_test(size=SMALL_WINDOW, notifications=True) as pilot:
            await place.play(pilot)
            await wear(pilot, Settings(theme="terminal"))
            drawn = list(pieces(pilot))

            assert looks.drawn_in(app, Settings(theme="terminal")) == "terminal"
            assert [one for one in drawn if one.ink.triplet or one.ground.triplet] == []
            words = [one for one in drawn if any(char.isalnum() for char in one.text)]
            assert words
            assert all(one.ink.is_default and one.ground.is_default for one in words)


async def test_no_colour_goes_with_its_wish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Colours go when none are wanted, and the theme that was chosen comes back after."""
    place = GALLERY["home"]
    app = place.stage(tmp_path).app(theme="dark")
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await place.play(pilot)
        before = coloured(pilot)

        monkeypatch.setenv("NO_COLOR", "1")
        await wear(pilot, Settings(theme="dark"))
        assert all(one.ink.is_default and one.ground.is_default for one in pieces(pilot))

        monkeypatch.setenv("NO_COLOR", "")
        await wear(pilot, Settings(theme="dark"))
        assert coloured(pilot) == before
