"""Reflect: walking through earlier answers, three columns, marks, a count one may hide."""

from itertools import pairwise
from types import MappingProxyType

import pytest
from textual.widgets import TextArea

from peercoach.errors import DiskFull
from peercoach.frameworks.library import Library
from peercoach.journal.records import Entry
from peercoach.settings import Settings
from peercoach.tui.messages import Go
from peercoach.tui.screens.reflect import Reflect
from tests.journal.making import element, framework
from tests.tui.stage import (
    FIRST,
    LARGE_WINDOW,
    SECOND,
    SHARING,
    SMALL_WINDOW,
    Stage,
    begin,
    seen,
    shows,
    type_in,
    typed,
    unlock,
    until,
)

BROAD_WINDOW = (160, 50)
NEWEST, OLDEST = "14 February, 1 of 2", "2 December 2025, 2 of 2"
OLDEST_TEXT = "Nobody. I talked to the slide."
ANSWER = "The commissioner, on Tuesday."
DOTS = "● ○ ○ ○ ○ ○"


# --- earlier answers -----------------------------------------------------------------------------


async def test_earlier_answers_are_walked_one_at_a_time(filled: Stage) -> None:
    """ctrl+up goes to the older one, ctrl+down back, each with its day and place; ends hold."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await shows(pilot, NEWEST, OLDEST, "Older ctrl+↑")
        assert "Newer" not in seen(pilot)

        await pilot.press("ctrl+up", "ctrl+up")
        await shows(pilot, OLDEST, OLDEST_TEXT, "Newer ctrl+↓")
        assert NEWEST not in seen(pilot)
        assert "Older" not in seen(pilot)

        await pilot.press("ctrl+down", "ctrl+down")
        await shows(pilot, NEWEST)


async def test_in_a_small_window_the_key_brings_them_first(filled: Stage) -> None:
    """At 80×24 the first ctrl+up shows the newest, the next one walks, and one goes on writing."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, "Tues")

        await pilot.press("ctrl+up")
        await shows(pilot, "What you wrote before", NEWEST)
        await pilot.press("ctrl+up")
        await shows(pilot, OLDEST, OLDEST_TEXT)
        await type_in(pilot, "day")

        assert typed(pilot) == "Tuesday"


async def test_older_answers_the_mouse(filled: Stage) -> None:
    """A click on the word walks, too."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await shows(pilot, "Older ctrl+↑")
        lines = seen(pilot).splitlines()
        y = next(n for n, line in enumerate(lines) if "Older ctrl" in line)

        await pilot.click(offset=(lines[y].index("Older") + 1, y))

        await shows(pilot, "Newer ctrl+↓", OLDEST)


async def test_another_question_begins_at_its_newest(filled: Stage) -> None:
    """Going on and back again, one stands at the newest answer, and nothing of another question."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await shows(pilot, NEWEST)
        await pilot.press("ctrl+up", "ctrl+n")
        await shows(pilot, SECOND, "Nothing here yet.")
        assert "Older" not in seen(pilot)

        await pilot.press("ctrl+r")

        await shows(pilot, NEWEST, OLDEST)


async def test_prompts_take_the_place_and_older_comes_back(filled: Stage) -> None:
    """With prompts at the side, ctrl+up brings earlier answers where they were left."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await pilot.press("ctrl+f")
        await shows(pilot, "Some ways to go on")
        assert NEWEST not in seen(pilot)

        await pilot.press("ctrl+up")

        await shows(pilot, NEWEST)
        assert "Some ways to go on" not in seen(pilot)


async def test_a_lock_leaves_no_earlier_answer_with_the_screen(filled: Stage) -> None:
    """After a lock the pane holds no note."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await shows(pilot, NEWEST)
        assert screen.beside._notes

        await pilot.press("ctrl+l")
        await shows(pilot, "Your passphrase")

        assert not screen.beside._notes


# --- three columns -------------------------------------------------------------------------------


async def test_a_broad_window_has_three_columns(filled: Stage) -> None:
    """From 160 columns: the question and the editor, what was before, prompts and about; each has
    room of its own, at least 36 columns, and they stand side by side.
    """
    async with filled.app().run_test(size=BROAD_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await shows(pilot, FIRST[:40], "What you wrote before", "Some ways to go on", "What it is")

        panes = [screen.query_one(name).region for name in ("#left", "#before", "#more")]

        assert min(pane.width for pane in panes) >= 36
        for one, next_one in pairwise(panes):
            assert one.right < next_one.x
        assert len({pane.y for pane in panes}) == 1
        assert panes[-1].right <= BROAD_WINDOW[0]


async def test_a_broad_window_walks_and_shows_about_at_once(filled: Stage) -> None:
    """Walking leaves the third column as it is, and about takes the third column alone."""
    async with filled.app().run_test(size=BROAD_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await shows(pilot, NEWEST, "Some ways to go on")

        await pilot.press("ctrl+up")
        await shows(pilot, OLDEST, "Some ways to go on")
        await screen.do_about()
        await until(pilot, lambda: "Some ways to go on" not in seen(pilot))

        await shows(pilot, "What it is", OLDEST_TEXT)
        assert isinstance(screen.focused, TextArea)


async def test_a_broad_window_is_quiet_at_the_closing(filled: Stage) -> None:
    """Where nothing is asked, nothing stands beside."""
    async with filled.app().run_test(size=BROAD_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await shows(pilot, "Some ways to go on")

        await pilot.press("ctrl+t")
        await shows(pilot, "That is a whole reflection.")

        for gone in ("Some ways to go on", "What you wrote before", "What it is"):
            assert gone not in seen(pilot)


async def test_about_names_the_framework_that_it_lines_up_with(filled: Stage) -> None:
    """Where the other framework is here, its title stands beside its element's."""
    other = framework(
        "healthcare-leadership", element("sharing-the-vision", "q", title="Sharing the vision")
    )
    held = {**filled.library.frameworks, other.id: other}
    filled.library = Library(frameworks=MappingProxyType(held), plans=filled.library.plans)
    async with filled.app().run_test(size=(120, 60)) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)

        await screen.do_about()

        await shows(pilot, "Lines up with", "Sharing the vision, in Healthcare-leadership")


# --- to bring ------------------------------------------------------------------------------------


async def test_bring_is_said_in_the_head_and_kept_with_the_text(filled: Stage) -> None:
    """ctrl+d marks this for the next conversation, in words, durably, and what is typed stands."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, ANSWER)

        await pilot.press("ctrl+d")

        await shows(pilot, "to bring   saved 14:02")
        assert typed(pilot) == ANSWER
        await pilot.press("ctrl+q")
    again = filled.open()
    (one,) = again.journal.brought()
    assert one.ask == FIRST
    assert again.resume(one.reflection).text == ANSWER


async def test_bring_again_leaves_it_here(filled: Stage) -> None:
    """The same key takes the mark away; it belongs to its question alone."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, ANSWER)
        await pilot.press("ctrl+d")
        await shows(pilot, "to bring")
        await pilot.press("ctrl+n")
        await shows(pilot, SECOND)
        assert "to bring" not in seen(pilot)
        await pilot.press("ctrl+r")
        await shows(pilot, "to bring")

        await pilot.press("ctrl+d")

        await until(pilot, lambda: "to bring" not in seen(pilot))
        await pilot.press("ctrl+q")
    again = filled.open()
    assert again.journal.brought() == []
    newest = again.journal.entries()[0].record
    assert isinstance(newest, Entry)
    assert newest.text == ANSWER


async def test_a_mark_that_can_not_be_kept_is_not_shown(
    filled: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk a sentence says so, there is no mark, and the text stands in the editor."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await type_in(pilot, ANSWER)

        def full(*_: object) -> None:
            raise DiskFull(path=filled.vault)

        monkeypatch.setattr(screen.conversation, "bring", full)
        await pilot.press("ctrl+d")

        await until(pilot, lambda: bool(screen.notice.said))
        assert "to bring" not in seen(pilot)
        assert typed(pilot) == ANSWER


# --- the count -----------------------------------------------------------------------------------


async def test_the_count_is_hidden_and_shown_and_that_is_kept(filled: Stage) -> None:
    """The action hides the dots and brings them back; each choice is kept at once."""
    app = filled.app()
    kept: list[Settings] = []
    app._keep = kept.append
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await shows(pilot, DOTS)

        screen.do_progress()
        await until(pilot, lambda: "●" not in seen(pilot))
        await pilot.press("ctrl+n")
        await shows(pilot, SECOND)
        assert "●" not in seen(pilot)
        screen.do_progress()

        await shows(pilot, "○ ● ○ ○ ○ ○")
        await until(pilot, lambda: len(kept) == 2)
    assert [one.progress for one in kept] == [False, True]


async def test_one_question_has_no_dots(filled: Stage) -> None:
    """A reflection of one question counts nothing, and says its question all the same."""
    question = filled.library.find(SHARING)[1].questions[1]
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("one", SHARING, question.id))
        await shows(pilot, SECOND)

        assert "●" not in seen(pilot)


async def test_resuming_at_a_stop(filled: Stage) -> None:
    """A reflection can be opened at one of its questions, with what is kept there."""
    workspace = filled.open()
    conversation = workspace.begin(SHARING)
    conversation.next(ANSWER)
    conversation.enough()
    conversation.finish()
    id, key = conversation.reflection.id, conversation.reflection.stops[0].key
    workspace.lock()
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)

        pilot.app.screen.post_message(Go("resume", id, key))

        await until(pilot, lambda: isinstance(pilot.app.screen, Reflect))
        await shows(pilot, FIRST, ANSWER)
