"""How the rooms look, at 80×24 and 120×40: a change is seen before it is meant."""

from collections.abc import Awaitable, Callable

import pytest
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

Compare = Callable[..., bool]
Play = Callable[[Pilot[None]], Awaitable[None]]
ANSWER = "The commissioner, on Tuesday. I talked about the allotment and not the slides."


async def _home(pilot: Pilot[None]) -> None:
    await unlock(pilot)


async def _reflect(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await begin(pilot)
    await type_in(pilot, ANSWER)
    await shows(pilot, "saved 14:02")


async def _before(pilot: Pilot[None]) -> None:
    await _reflect(pilot)
    await pilot.press("ctrl+o")
    await shows(pilot, "What you wrote before")


async def _rating(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await begin(pilot)
    for _ in range(6):
        await pilot.press("ctrl+k")
    await shows(pilot, "Last time, 14 February")


async def _closing(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await begin(pilot)
    await pilot.press("ctrl+t")
    await shows(pilot, "That is a whole reflection.")


async def _elements(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await pilot.press("e")
    await shows(pilot, "Choose an element")


async def _notes(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await pilot.press("l")
    await shows(pilot, "Your notes, newest first")


async def _note(pilot: Pilot[None]) -> None:
    await _notes(pilot)
    await pilot.press("down", "down", "enter")
    await shows(pilot, "Answer, ")


async def _support(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await pilot.press("ctrl+g")
    await shows(pilot, "People to call")


async def _keys(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await pilot.press("question_mark")
    await shows(pilot, "The keys of this screen")


async def _locked(pilot: Pilot[None]) -> None:
    await _reflect(pilot)
    await pilot.press("ctrl+l")
    await shows(pilot, "Locked. No one else can read this.")


PLAYS = (
    _home, _reflect, _before, _rating, _closing, _elements, _notes, _note, _support, _keys, _locked,
)  # fmt: skip


@pytest.mark.parametrize("size", [SMALL_WINDOW, LARGE_WINDOW], ids=["80x24", "120x40"])
@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.__name__.strip("_"))
def test_room(filled: Stage, snap_compare: Compare, play: Play, size: tuple[int, int]) -> None:
    """Each room with notes in it looks as it did when it was last looked at."""
    assert snap_compare(filled.app(), terminal_size=size, run_before=play)


@pytest.mark.parametrize("size", [SMALL_WINDOW, LARGE_WINDOW], ids=["80x24", "120x40"])
def test_welcome(stage: Stage, snap_compare: Compare, size: tuple[int, int]) -> None:
    """So does the first screen of all."""

    async def play(pilot: Pilot[None]) -> None:
        await shows(pilot, "Choose a passphrase")

    assert snap_compare(stage.app(), terminal_size=size, run_before=play)
