"""Text can be read: 7:1 on every drawn cell of every room, and 3:1 for what shows the focus."""

from collections.abc import Awaitable, Callable

import pytest
from rich.color import Color
from rich.segment import Segment
from textual.pilot import Pilot

from tests.tui.stage import (
    LARGE_WINDOW,
    SMALL_WINDOW,
    Stage,
    begin,
    shows,
    type_in,
    unlock,
)

TEXT = 7.0
LINES = 3.0
_DRAWING = set("▌▐█▄▀━─│╸╹╺╻▁▂▃▅▆▇▔▕▏▎▍▋▊▉")


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = []
    for part in color.get_truecolor():
        share = part / 255
        parts.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def too_faint(pilot: Pilot[None]) -> list[tuple[float, str]]:
    """Each drawn piece of the screen that is harder to see than it may be."""
    found = []
    for strip in pilot.app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if not text.strip() or style is None or style.color is None or style.bgcolor is None:
                continue
            pair = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)
            ratio = contrast(*pair)
            if ratio < (LINES if set(text.strip()) <= _DRAWING else TEXT):
                found.append((round(ratio, 2), text))
    return found


def drawn_without_colour(pilot: Pilot[None]) -> list[Segment]:
    """Pieces with text and no colour of their own: the measure would pass them by."""
    strips = pilot.app.screen._compositor.render_strips()
    pieces = [piece for strip in strips for piece in strip if piece.text.strip()]
    return [one for one in pieces if one.style is None or one.style.color is None]


async def _door(pilot: Pilot[None]) -> None:
    await shows(pilot, "Your passphrase")
    await type_in(pilot, "wrong passphrase")
    await pilot.press("enter")
    await shows(pilot, "does not open")


async def _home(pilot: Pilot[None]) -> None:
    await unlock(pilot)


async def _elements(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await pilot.press("e")
    await shows(pilot, "Choose an element")


async def _empty_question(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await begin(pilot)
    await shows(pilot, "Write here, as much or as little as you like.")


async def _answer_selected(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await begin(pilot)
    await type_in(pilot, "Something to select.")
    await pilot.press(*["shift+left"] * 6, "ctrl+o")
    await shows(pilot, "What you wrote before")


async def _prompts(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await begin(pilot)
    await pilot.press("ctrl+f", "tab")
    await shows(pilot, "Some ways to go on")


async def _closing(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await begin(pilot)
    await pilot.press("ctrl+t")
    await shows(pilot, "That is a whole reflection.")


async def _note(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await pilot.press("l", "enter")
    await shows(pilot, "Answer, ")


async def _support(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await pilot.press("ctrl+g")
    await shows(pilot, "People to call")


async def _keys(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await pilot.press("question_mark")
    await shows(pilot, "The keys of this screen")


async def _palette(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await pilot.press("ctrl+p")
    await shows(pilot, "Choose an element to think about.")


async def _told(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await pilot.press("ctrl+c")
    await shows(pilot, "To leave, press ctrl+q.")


ROOMS = (
    _door, _home, _elements, _empty_question, _answer_selected, _prompts, _closing, _note,
    _support, _keys, _palette, _told,
)  # fmt: skip


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize(
    ("theme", "size"), [("light", SMALL_WINDOW), ("dark", SMALL_WINDOW), ("dark", LARGE_WINDOW)]
)
async def test_every_cell_can_be_read(
    filled: Stage,
    room: Callable[[Pilot[None]], Awaitable[None]],
    theme: str,
    size: tuple[int, int],
) -> None:
    """Each piece of text reaches 7:1 on its ground, and each line or bar 3:1."""
    app = filled.app(theme=theme)
    async with app.run_test(size=size, notifications=True) as pilot:
        await room(pilot)
        await pilot.pause()

        assert too_faint(pilot) == []
        assert drawn_without_colour(pilot) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_welcome_can_be_read(stage: Stage, theme: str) -> None:
    """So does the first screen of all, with its meter and a sentence that asks."""
    async with stage.app(theme=theme).run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Choose a passphrase")
        await type_in(pilot, "password1")
        await pilot.press("enter")
        await shows(pilot, "You have not seen what you typed")

        assert too_faint(pilot) == []


def test_the_measure_measures() -> None:
    """Black on white is 21:1, and a grey known to fail fails."""
    black, white = Color.parse("#000000"), Color.parse("#ffffff")

    assert round(contrast(black, white), 2) == 21.0
    assert contrast(Color.parse("#767676"), white) < TEXT
    assert 4.5 < contrast(Color.parse("#767676"), white) < 4.6
