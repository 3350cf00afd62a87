"""Frameworks of any size and script, in the full interface in a small window."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from peercoach.tui.messages import Asked, Go
from peercoach.tui.screens.elements import Elements
from peercoach.tui.screens.reflect import Reflect
from tests.frameworks.asked import LONG_WORD, RIGHT_TO_LEFT, large, one_question, shelved
from tests.tui.stage import SMALL_WINDOW, Stage, begin, seen, shows, type_in, typed, unlock, until


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A notebook with nothing in it."""
    here = Stage(tmp_path)
    here.create().close()
    return here


def drawn_in(pilot: Pilot[None], id: str) -> str:
    """All that is drawn of a text, without the spaces and line ends of its wrapping."""
    widget = pilot.app.screen.query_one(f"#{id}", Static)
    rows = seen(pilot).splitlines()
    region = widget.region
    held = rows[region.y : region.bottom]
    return "".join(row[region.x : region.right] for row in held).replace(" ", "")


def nothing_is_wider(pilot: Pilot[None]) -> bool:
    return pilot.app.screen.virtual_size.width <= SMALL_WINDOW[0]


async def test_two_hundred_elements_in_a_list(stage: Stage, tmp_path: Path) -> None:
    """The list scrolls to its last element, which can be begun."""
    stage.library = shelved(tmp_path / "shelf", large=large())
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await shows(pilot, "Element number 0")
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Elements))
        await pilot.press("end")
        await shows(pilot, "Element number 199")
        await pilot.press("enter")

        await shows(pilot, "What about 0 of 199?", "○ ○")
        await pilot.press("ctrl+k")
        await shows(pilot, "What about 1 of 199?")


async def test_two_thousand_questions_in_one_walk(stage: Stage, tmp_path: Path) -> None:
    """All elements at once: figures stand in for the dots, the list of questions scrolls to the
    last, and one writes there as anywhere.
    """
    stage.library = shelved(tmp_path / "shelf", large=large())
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot, "large")
        assert len(screen.conversation.reflection.questions) == 2000
        await shows(pilot, "What about 0 of 0?", "1 of 2000")
        assert "●" not in seen(pilot)

        screen.post_message(Asked("jump"))
        await shows(pilot, "Go to a question")
        await pilot.press("end", "enter")
        await shows(pilot, "What about 9 of 199?", "2000 of 2000")
        await until(pilot, lambda: screen.editor.has_focus)
        await type_in(pilot, "here too")

        assert typed(pilot) == "here too"
        assert screen.editor.region.height >= 5


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(RIGHT_TO_LEFT, id="right to left"),
        pytest.param(f"What of {LONG_WORD}?", id="a very long word"),
        pytest.param("Which word, said again and again, stayed with you? " * 5, id="long"),
    ],
)
async def test_nothing_is_cut(stage: Stage, tmp_path: Path, ask: str) -> None:
    """The whole question and its hint are drawn, whatever they are made of; the editor works."""
    ask = ask.strip()
    stage.library = shelved(tmp_path / "shelf", odd=one_question("odd", ask))
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("begin", "odd/one"))
        await until(pilot, lambda: isinstance(pilot.app.screen, Reflect))
        screen = pilot.app.screen
        assert isinstance(screen, Reflect)
        await until(pilot, lambda: screen.editor.has_focus)
        await pilot.pause()

        whole = ask.replace(" ", "")
        assert drawn_in(pilot, "ask") == whole
        assert nothing_is_wider(pilot)
        await type_in(pilot, "ab")
        assert typed(pilot) == "ab"
        assert screen.editor.region.height >= 3
        assert screen.editor.region.bottom <= screen.foot.region.y


@pytest.mark.parametrize("ask", [RIGHT_TO_LEFT, f"What of {LONG_WORD}?"])
async def test_rating_and_lists_with_odd_words(stage: Stage, tmp_path: Path, ask: str) -> None:
    """Titles, labels and questions of any script can be walked through; none widens the page."""
    stage.library = shelved(tmp_path / "shelf", odd=one_question("odd", ask))
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot, "odd/one")
        await pilot.press("ctrl+k", "enter")
        await shows(pilot, "Living it")
        assert nothing_is_wider(pilot)
        await pilot.press("escape")
        await shows(pilot, "Good to see you.")
        assert nothing_is_wider(pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Elements))
        await pilot.pause()

        assert ask.split()[0] in seen(pilot)
        assert nothing_is_wider(pilot)
