"""Protected time on the screen: choosing, moving, leaving out, stopping, and the calendar file."""

import os
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from peercoach.tui.app import PeercoachApp
from tests.tui.stage import SMALL_WINDOW, Stage, seen, shows, type_in, unlock

CHOSEN = "Thursday 2 April, 10:00 to 11:00. Then the first Thursday of each month."


async def _hours(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await pilot.press("t")
    await shows(pilot, "Protected time", "Write a calendar file")


async def _choose(pilot: Pilot[None], typed: str = "first thursday 10:00") -> None:
    await _hours(pilot)
    await pilot.press("enter")
    await shows(pilot, "Which day, and what time?")
    await type_in(pilot, typed)
    await pilot.press("enter")
    await shows(pilot, f"I understood: {CHOSEN}")
    await pilot.press("enter")
    await shows(pilot, CHOSEN, "Coming up", "Thursday 7 May, 10:00")


def _next_line(pilot: Pilot[None]) -> str:
    app = pilot.app
    assert isinstance(app, PeercoachApp) and app._workspace is not None
    return app._workspace.hours.next_line


async def test_it_is_chosen_in_ordinary_words(filled: Stage) -> None:
    """What was typed is said back before it is kept, in other ways too; then it stands there."""
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await _hours(pilot)
        await shows(pilot, "None is chosen yet.")
        await pilot.press("enter")
        await type_in(pilot, "on 2 april")
        await pilot.press("enter")
        await shows(pilot, "I found no time of day in that.")
        await type_in(pilot, " 10")
        await pilot.press("enter")
        await shows(pilot, f"I understood: {CHOSEN}", "Keep it, but on the 2nd of each month",
                    "Type it another way")  # fmt: skip
        assert _next_line(pilot) == ""

        await pilot.press("down", "enter")

        await shows(pilot, "Then the 2nd of each month.", "Coming up", "Saturday 2 May, 10:00")
        assert _next_line(pilot) == "protected time, Thursday 2 April, 10:00"


async def test_typing_it_another_way_keeps_nothing(filled: Stage) -> None:
    """One goes back to the line; what was understood before is not offered any more."""
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await _hours(pilot)
        await pilot.press("enter")
        await type_in(pilot, "2 april 10:00")
        await pilot.press("enter")
        await shows(pilot, "I understood")
        await pilot.press("end", "enter")
        await type_in(pilot, "0")
        assert "I understood" not in seen(pilot)
        assert isinstance(pilot.app.focused, Input)

        await pilot.press("escape")
        await shows(pilot, "None is chosen yet.")


async def test_a_single_one_is_moved_left_out_and_put_back(filled: Stage) -> None:
    """Each is asked about by itself; the others stay."""
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await _choose(pilot)
        await pilot.press("home", "enter")
        await shows(pilot, "What about this one?", "Move this one")
        await pilot.press("home", "enter")
        await shows(pilot, "Move it to which day and time?")
        await type_in(pilot, "9 april 11:00")
        await pilot.press("enter")
        await shows(pilot, "Moved. Thursday 9 April, 11:00", "moved")

        await pilot.press("home", "enter")
        await shows(pilot, "Put it back where it was")
        await pilot.press("home", "down", "enter")
        await shows(pilot, "left out")
        assert "7 May" in _next_line(pilot)

        await pilot.press("home", "enter")
        await shows(pilot, "Put it back where it was")
        assert "Leave this one out" not in seen(pilot)
        await pilot.press("home", "down", "enter")
        await shows(pilot, "Back where it was.", "Thursday 2 April, 10:00")


async def test_it_can_be_stopped(filled: Stage) -> None:
    """It is asked once; leaving it stands first, and after stopping there is none."""
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await _choose(pilot)
        screen = pilot.app.screen
        screen.query_one("Choices").show(screen.choices.rows, at="stop")  # type: ignore[attr-defined]
        await pilot.press("enter")
        await shows(pilot, "Leave it as it is")
        await pilot.press("down", "enter")

        await shows(pilot, "None is chosen yet.")
        assert _next_line(pilot) == ""


async def test_a_calendar_file_is_written_and_written_over_only_when_asked(
    filled: Stage, tmp_path: Path
) -> None:
    """Where it goes is typed; what stands there already is said first, and gives way to a yes."""
    to = tmp_path / "hour.ics"
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await _hours(pilot)
        await pilot.press("w")
        await shows(pilot, "Where shall I write it?", "peercoach.ics")
        pilot.app.screen.query_one(Input).value = str(to)
        await pilot.press("enter")
        await shows(pilot, "There is nothing to put in a calendar yet.")
        await pilot.press("escape")
        await pilot.press("escape")
        await shows(pilot, "Good to see you.")
        await pilot.press("t", "enter")
        await shows(pilot, "Which day, and what time?")
        await type_in(pilot, "first thursday 10:00")
        await pilot.press("enter")
        await shows(pilot, "I understood")
        await pilot.press("enter")
        await shows(pilot, "Coming up")

        for answer, holds in (("enter", b"SUMMARY:Protected time"), ("down", b"SUMMARY:Busy")):
            await pilot.press("w")
            await shows(pilot, "Where shall I write it?")
            pilot.app.screen.query_one(Input).value = str(to)
            await pilot.press("enter")
            await shows(pilot, "Another place")
            await pilot.press(answer, *(["enter"] if answer == "down" else []))
            await shows(pilot, "Written to", "Coming up")
            assert holds in to.read_bytes()
            assert b"garden" not in to.read_bytes()
    if os.name != "nt":
        assert to.stat().st_mode & 0o777 == 0o600


async def test_the_last_screen_says_when_the_next_one_is(filled: Stage) -> None:
    """After a lock, and at the end, the day of the next hour is all that is told of it."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await _choose(pilot)

        await pilot.press("ctrl+l")

        await shows(pilot, "Locked. No one else can read this. Next: 2 April.")
    assert app.last_line.endswith("Next: 2 April.")
