"""Text can be read: 7:1 on every drawn cell of every screen, 3:1 for lines, focus and cursor."""

from functools import partial
from pathlib import Path
from typing import get_args

import pytest
from rich.color import Color, ColorSystem
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from peercoach.settings import Settings, Theme
from peercoach.tui import themes
from tests.tui.drawn import LINES, TEXT, contrast, measures, pieces
from tests.tui.gallery import GALLERY, Place, resize, screens, wear
from tests.tui.stage import LARGE_WINDOW, SMALL_WINDOW, until

HUGE_WINDOW = (200, 60)
SHARP = 15.0
OWN: tuple[Theme, ...] = ("light", "contrast", "warm", "dark")
LEAST = {theme: {"text": TEXT, "line": LINES, "block": LINES} for theme in OWN}
LEAST["contrast"]["text"] = SHARP


def palette(theme: Theme) -> dict[str, Color]:
    """The colours of a theme by the names that look.tcss has for them."""
    return {
        name: Color.parse(themes.THEMES[theme].variables[name])
        for name in ("ground", "ink", "whisper", "accent", "hush", "chosen")
    }


def too_faint(pilot: Pilot[None], worn: Theme, *others: Theme) -> list[str]:
    """Each piece harder to see than it may be, with all colours and with 256 of them.

    Of the theme that is worn what is drawn is measured. ``others`` are measured by putting, for
    each colour that is drawn, theirs of the same name in its place; a colour without a name fails.
    """
    drawn = palette(worn)
    found = []
    for theme in (worn, *others):
        theirs = {colour: palette(theme)[name] for name, colour in drawn.items()}
        for system in (ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT):

            def seen(
                colour: Color,
                theme: Theme = theme,
                theirs: dict[Color, Color] = theirs,
                system: ColorSystem = system,
            ) -> Color:
                return (colour if theme == worn else theirs[colour]).downgrade(system)

            found += [
                f"{theme} {system.name}: {one.kind} {one.ratio:.2f} {one.text!r}"
                for one in measures(pilot, drawn["ground"], drawn["chosen"], seen)
                if one.ratio < LEAST[theme][one.kind]
            ]
    return found


def drawn_without_colour(pilot: Pilot[None]) -> list[str]:
    """Text with no colour of its own, or made fainter by the terminal: no measure would hold."""
    return [
        one.text
        for one in pieces(pilot)
        if one.style.dim or (one.text.strip() and (one.ink.is_default or one.ground.is_default))
    ]


@pytest.mark.parametrize("place", GALLERY.values(), ids=GALLERY.keys())
async def test_every_cell_can_be_read(place: Place, tmp_path: Path) -> None:
    """In each theme of ours, at each size, text reaches 7:1, and lines, bars and cursors 3:1."""
    app = place.stage(tmp_path).app()
    async with app.run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await place.play(pilot)
        assert type(app.screen).__name__ == place.screen
        faint, uncoloured = [], []

        for theme in OWN:
            await wear(pilot, Settings(theme=theme))
            assert next(pieces(pilot)).ground == palette(theme)["ground"]
            faint += too_faint(pilot, theme)
            uncoloured += drawn_without_colour(pilot)
        for size in (LARGE_WINDOW, HUGE_WINDOW):
            await resize(pilot, size)
            faint += too_faint(pilot, OWN[-1], *OWN[:-1])
            uncoloured += drawn_without_colour(pilot)

        assert faint == []
        assert uncoloured == []


def drawn_on(pilot: Pilot[None], ground: Color) -> bool:
    """Whether anything stands on this colour."""
    return any(one.ground == ground for one in pieces(pilot))


@pytest.mark.parametrize("name", ["reflect", "wrong"])
async def test_what_is_selected_can_be_read(name: str, tmp_path: Path) -> None:
    """Selected text reaches 7:1, and what is selected stands out from the page by 3:1."""
    place = GALLERY[name]
    app = place.stage(tmp_path).app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await place.play(pilot)
        typed = app.screen.query("Input, TextArea").first()
        assert isinstance(typed, Input | TextArea)
        await pilot.press(*["shift+left"] * 6)

        for theme in OWN:
            await wear(pilot, Settings(theme=theme))
            accent = palette(theme)["accent"]

            assert len(typed.selected_text) > 5
            await until(pilot, partial(drawn_on, pilot, accent))
            assert too_faint(pilot, theme) == []


def test_every_screen_is_in_the_gallery() -> None:
    """A screen nobody can be brought to is one that nobody measures."""
    missing = {one.__name__ for one in screens()} - {place.screen for place in GALLERY.values()}

    assert missing == set()


def test_every_theme_of_the_settings_is_there() -> None:
    """What the settings offer can be worn, and the terminal's own is the only one not measured."""
    assert set(themes.THEMES) == set(get_args(Theme)) == {*OWN, "terminal"}


def test_each_colour_has_one_name() -> None:
    """In the theme whose colours stand for those of the others, no two have the same."""
    assert len(set(palette(OWN[-1]).values())) == len(palette(OWN[-1]))


def test_the_measure_measures() -> None:
    """Black on white is 21:1, and a grey known to fail fails."""
    black, white = Color.parse("#000000"), Color.parse("#ffffff")

    assert round(contrast(black, white), 2) == 21.0
    assert contrast(Color.parse("#767676"), white) < TEXT
    assert 4.5 < contrast(Color.parse("#767676"), white) < 4.6


async def test_the_measure_finds_what_is_faint(tmp_path: Path) -> None:
    """A screen painted too faintly is found: words, lines and a cursor."""
    place = GALLERY["reflect"]
    app = place.stage(tmp_path).app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await place.play(pilot)
        await wear(pilot, Settings(theme="light"))
        assert too_faint(pilot, "light") == []

        app.screen.query_one("#ask").styles.color = "#767676"
        app.screen.query_one("#hint").styles.background = "#e0e0e0"
        app.screen.query_one(TextArea).styles.border_left = ("outer", "#dddddd")
        await pilot.pause()

        assert {one.split()[2] for one in too_faint(pilot, "light")} == {"text", "block", "line"}
