"""Ways to protected time, to an hour, and to a monthly review."""

from textual.pilot import Pilot
from textual.widgets import Input

from peercoach.tui.app import PeercoachApp
from peercoach.tui.messages import Asked, Go
from tests.tui.stage import shows, type_in, unlock


async def hours_none(pilot: Pilot[None]) -> None:
    """Protected time before any is chosen."""
    await unlock(pilot)
    pilot.app.post_message(Asked("hours"))
    await shows(pilot, "None is chosen yet.")


async def _asking(pilot: Pilot[None]) -> None:
    await hours_none(pilot)
    await pilot.press("enter")
    await shows(pilot, "Which day, and what time?")


async def asked(pilot: Pilot[None]) -> None:
    """What was understood of a day and a time."""
    await _asking(pilot)
    await type_in(pilot, "2 April 10:00")
    await pilot.press("enter")
    await shows(pilot, "I understood:", "Type it another way")


async def hours(pilot: Pilot[None]) -> None:
    """The ones that come up, one of them left out."""
    await unlock(pilot)
    app = pilot.app
    assert isinstance(app, PeercoachApp)
    assert app._workspace is not None
    kept = app._workspace.hours
    await app._writer.do(kept.keep, kept.understood("first Thursday 10:00"))
    await app._writer.do(kept.leave_out, kept.coming()[1].day)
    pilot.app.post_message(Asked("hours"))
    await shows(pilot, "Coming up", "left out")


async def filed(pilot: Pilot[None]) -> None:
    """Where a calendar file goes."""
    await hours(pilot)
    await pilot.press("w")
    await shows(pilot, "Where shall I write it?")
    pilot.app.screen.query_one(Input).value = "~/no-such-file-here.ics"
    await pilot.press("enter")
    await shows(pilot, "Another place")


async def hour(pilot: Pilot[None]) -> None:
    """A part of an hour, with something written."""
    await unlock(pilot)
    pilot.app.screen.post_message(Go("walk", "protected-hour"))
    await shows(pilot, "What have you brought in with you today?")
    await pilot.press("ctrl+k", "ctrl+k")
    await shows(pilot, "What catches your eye")
    await type_in(pilot, "The garden, again.")
    await shows(pilot, "about 15 minutes left", "saved 14:02")


async def pause(pilot: Pilot[None]) -> None:
    """The break."""
    await unlock(pilot)
    pilot.app.screen.post_message(Go("walk", "protected-hour"))
    await shows(pilot, "What have you brought in with you today?")
    for _ in range(5):
        await pilot.press("ctrl+k")
    await shows(pilot, "Stand up. Look at something far away.", "Go on")


async def visit(pilot: Pilot[None]) -> None:
    """Where one can look around from an hour."""
    await hour(pilot)
    await pilot.press("ctrl+right_square_bracket")
    await shows(pilot, "Where would you like to look?")


async def review(pilot: Pilot[None]) -> None:
    """What was written since the last review."""
    await unlock(pilot)
    pilot.app.post_message(Asked("review"))
    await shows(pilot, "Monthly review", "the newest last")


async def clearing(pilot: Pilot[None]) -> None:
    """The oldest notes, once a year."""
    await unlock(pilot)
    app = pilot.app
    assert isinstance(app, PeercoachApp)
    here = app.clock()
    later = type(here)(here.utc_ms + 300 * 86_400_000, here.offset, here.zone)
    assert app._workspace is not None
    app._workspace.journal._clock = lambda: later
    pilot.app.screen.post_message(Go("clearing"))
    await shows(pilot, "Anything here you no longer need?", "Not now")
