"""How the screens look, at 80×24 and 120×40: a change is seen before it is meant."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.gallery import GALLERY
from tests.tui.stage import LARGE_WINDOW, SMALL_WINDOW, Stage

Compare = Callable[..., bool]
KEPT = [name for name, place in GALLERY.items() if place.snapshot and name != "welcome"]


@pytest.mark.parametrize("size", [SMALL_WINDOW, LARGE_WINDOW], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", KEPT)
def test_room(tmp_path: Path, snap_compare: Compare, name: str, size: tuple[int, int]) -> None:
    """Each screen looks as it did when it was last looked at."""
    place = GALLERY[name]

    assert snap_compare(place.stage(tmp_path).app(), terminal_size=size, run_before=place.play)


@pytest.mark.parametrize("size", [SMALL_WINDOW, LARGE_WINDOW], ids=["80x24", "120x40"])
def test_welcome(stage: Stage, snap_compare: Compare, size: tuple[int, int]) -> None:
    """So does the first screen of all."""
    play = GALLERY["welcome"].play

    assert snap_compare(stage.app(), terminal_size=size, run_before=play)
