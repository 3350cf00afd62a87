"""Heal with questions of one's own beside what ships: chosen by title, walked without steps."""

from dataclasses import replace
from types import MappingProxyType

from peercoach.tui.screens.heal_sitting import HealSitting
from tests.journal.making import framework
from tests.tui.heal_plays import door, sitting
from tests.tui.stage import SMALL_WINDOW, Stage, shows


async def test_one_chooses_among_them_and_walks_its_elements(filled: Stage) -> None:
    """What ships comes first; a framework without steps, kinds or tags asks its own in order."""
    own = framework("ours", care=True)
    frameworks = MappingProxyType({**filled.library.frameworks, own.id: own})
    filled.library = replace(filled.library, frameworks=frameworks)
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await door(pilot)
        await pilot.press("enter")
        await shows(pilot, "Put something down")
        await pilot.press("enter")
        await shows(pilot, "Something I carry", "Ours")
        await pilot.press("down", "enter")
        screen = await sitting(pilot)
        assert isinstance(screen, HealSitting)
        await pilot.press("ctrl+k", "ctrl+k")
        await shows(pilot, "Which questions would you like?")
        await pilot.press("enter", "ctrl+n")
        await shows(pilot, "What about up of hills?")
        await pilot.press("ctrl+k", "ctrl+k")

        await shows(pilot, "How much do we live this?", "Very little")
        await pilot.press("ctrl+t")
        await shows(pilot, "What one thing would be good for you today?")
