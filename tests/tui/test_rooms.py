"""Home, elements, notes, support, and a window that is too small for any of them."""

import time

import pytest

from peercoach.frameworks.library import Library
from peercoach.journal.records import Entry
from peercoach.tui.messages import Go
from peercoach.tui.screens.look_back import LookBack
from peercoach.tui.screens.reflect import Reflect
from peercoach.tui.widgets.choices import Choices, Row, wrap
from tests.frameworks.documents import SMALL, framework
from tests.tui.stage import (
    FIRST,
    LARGE_WINDOW,
    SECOND,
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


async def test_home_offers_the_one_thing_to_continue_first(filled: Stage) -> None:
    """The reflection under way stands on top with its question and day, and enter goes on."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        first = " ".join(seen(pilot).splitlines()[3].split())
        assert first == "Continue › Looking after each other question 2 of 6 yesterday"

        await pilot.press("enter")

        await shows(pilot, "The minutes said that we attended. We had chaired it.")


async def test_home_tells_the_last_rating_and_month_of_each_element(filled: Stage) -> None:
    """In the rating's own words, shortened to what sets them apart, with the month."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)

        lines = [" ".join(line.split()) for line in seen(pilot).splitlines()]

        assert "Elements Sharing the movement sometimes February" in lines
        assert "Remembering why we came sometimes January" in lines
        assert "Speaking up for change –" in lines


async def test_home_of_a_new_notebook(stage: Stage) -> None:
    """With nothing written yet there is nothing to continue, and everything to begin."""
    stage.create().lock()
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)

        assert "Continue" not in seen(pilot)
        await shows(pilot, "Three short questions", "Sharing the movement", "14 March")


async def test_short_questions_are_walked_one_after_the_other(filled: Stage) -> None:
    """What, so what, now what, then the closing: no rating between."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("begin", "what-so-what-now-what"))
        for ask in (
            "What has stayed with you from the last few days?",
            "What have these days shown you about what matters?",
            "What is one small thing you would like to do next?",
            "That is a whole reflection.",
        ):
            await shows(pilot, ask)
            await pilot.press("ctrl+n")


async def test_elements_say_what_they_are(filled: Stage) -> None:
    """Each element is listed with a line on what it is; enter begins it."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("e")
        await shows(
            pilot,
            "Choose an element",
            "Showing people that things here can change",
            "Speaking up for change",
            "Three short questions",
        )

        await pilot.press("enter")

        await shows(pilot, FIRST)


async def test_notes_newest_first_each_day_once(filled: Stage) -> None:
    """Notes stand under their day, newest first, with kind and element below each."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("l")
        await shows(pilot, "Newest first", "Answer, Sharing the movement")

        drawn = seen(pilot)

        days = ("yesterday", "14 February", "9 January", "2 December 2025")
        assert [drawn.count(day) for day in days] == [1, 1, 1, 1]
        assert sorted(days, key=drawn.index) == list(days)


async def test_a_note_is_read_whole(filled: Stage) -> None:
    """A note opens with its question, its moment and its whole text; escape goes back to it."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("l")
        await shows(pilot, "Newest first")
        await pilot.press("down", "down", "enter")

        await shows(
            pilot,
            "Peer leadership › Sharing the movement",
            FIRST,
            "Answer, 14 February, 10:00",
            "She asked to come along in May.",
        )

        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, LookBack))
        assert pilot.app.screen.query_one(Choices).cursor == 2


async def test_a_changed_note_says_so(filled: Stage) -> None:
    """A note that was edited tells when, and how many versions are kept."""
    workspace = filled.open()
    note = next(one for one in workspace.journal.entries(kind="answer"))
    assert isinstance(note.record, Entry)
    workspace.journal.edit(note.id, note.record.text + " And then I asked again.")
    workspace.lock()

    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("l", "enter")

        await shows(pilot, "And then I asked again.", "changed today", "2 versions are kept")


async def test_no_notes_yet_is_said(stage: Stage) -> None:
    """An empty notebook has a sentence where its notes will be."""
    stage.create().lock()
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)

        await pilot.press("l")

        await shows(pilot, "There are no notes yet.")


async def test_a_long_note_is_scrolled_with_the_keys(filled: Stage) -> None:
    """A note longer than the window is read to its end with the arrow and page keys."""
    workspace = filled.open()
    workspace.journal.add(Entry(kind="note", text="\n\n".join(f"Line {n}." for n in range(60))))
    workspace.lock()
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("l", "enter")
        await shows(pilot, "Line 0.")

        await pilot.press("end")

        await shows(pilot, "Line 59.")


@pytest.mark.parametrize("size", [SMALL_WINDOW, LARGE_WINDOW])
@pytest.mark.parametrize(
    ("region", "line"),
    [("", "call 999"), ("wales", "in Wales: call 111"), ("elsewhere", "the country")],
)
async def test_support_shows_numbers_without_scrolling(
    filled: Stage, size: tuple[int, int], region: str, line: str
) -> None:
    """From anywhere, before unlocking too: people to call are in sight at once."""
    async with filled.app(region=region).run_test(size=size) as pilot:
        await shows(pilot, "Your passphrase")

        await pilot.press("ctrl+g")

        await shows(pilot, "Support", "People to call", line)
        await pilot.press("escape")
        await shows(pilot, "Your passphrase")


async def test_a_number_to_call_is_never_broken(filled: Stage) -> None:
    """However narrow the column, a telephone number stands in one line."""
    async with filled.app().run_test(size=(52, 60)) as pilot:
        await shows(pilot, "Your passphrase")
        await pilot.press("ctrl+g")
        await shows(pilot, "People to call")
        for width in (*range(40, 80, 3), 100, 104, 110, 120):
            await pilot.resize_terminal(width, 60)
            await pilot.pause()
            for number in ("116 123", "0800 83 85 87", "0808 808 8000"):
                assert number in seen(pilot), width


async def test_support_twice_is_support_once(filled: Stage) -> None:
    """Pressing the key again there opens nothing on top."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")
        await pilot.press("ctrl+g")
        await shows(pilot, "People to call")

        await pilot.press("ctrl+g", "escape")

        await shows(pilot, "Your passphrase")


@pytest.mark.parametrize("size", [(20, 8), (39, 24), (80, 11), (1, 1)])
async def test_a_window_that_is_too_small(filled: Stage, size: tuple[int, int]) -> None:
    """A calm sentence covers the page; made larger, all is as it was, and typing went on."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, "before")

        await pilot.resize_terminal(*size)
        await pilot.pause()
        if size[0] >= 20:
            await shows(pilot, "Make the window larger")
        await type_in(pilot, " and after")
        await pilot.resize_terminal(*SMALL_WINDOW)

        await shows(pilot, "before and after")
        assert typed(pilot) == "before and after"
        assert isinstance(pilot.app.screen, Reflect)


@pytest.mark.parametrize("size", [(20, 8), (40, 12)])
async def test_every_room_survives_a_small_window(filled: Stage, size: tuple[int, int]) -> None:
    """Door, home, elements, notes, a note, keys, support and palette all open in one."""
    async with filled.app().run_test(size=size) as pilot:
        await pilot.pause()
        await type_in(pilot, "kettle willow Tuesday harbour")
        await pilot.press("enter")
        await until(pilot, lambda: "Home" in type(pilot.app.screen).__name__)
        for keys in (["e", "escape"], ["l", "enter", "escape", "escape"], ["question_mark"],
                     ["escape", "ctrl+g"], ["escape", "ctrl+p"], ["escape"]):  # fmt: skip
            await pilot.press(*keys)
            await pilot.pause(0.1)

        await begin(pilot)
        await pilot.press("ctrl+o", "ctrl+f", "ctrl+t")

        await until(pilot, lambda: pilot.app.screen.query_one("#stops").has_focus)


def test_lines_break_between_words() -> None:
    """No line is wider than asked for, and every word is still there, wide letters too."""
    text = "When did you last see someone's face change? 変化 was the word she used."

    for width in (8, 12, 20, 40):
        lines = wrap(text, width)
        assert " ".join(lines).split() == text.split() or width == 8
        assert all(len(line) <= width for line in lines)


async def test_ten_thousand_rows_cost_no_more_than_one_sees(filled: Stage) -> None:
    """A list of ten thousand rows opens, goes to its end and back in two seconds of work."""
    rows = [Row(str(n), f"Note {n}", heading="today", detail="Answer") for n in range(10_000)]
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        choices = pilot.app.screen.query_one(Choices)
        start = time.process_time()

        choices.show(rows)
        await pilot.press("end")
        await shows(pilot, "› Note 9999")
        await pilot.press("home")
        await shows(pilot, "› Note 0")

        assert time.process_time() - start < 2.0


async def test_what_is_gone_is_said(filled: Stage) -> None:
    """A note or a reflection that isn't there any more is a sentence, and one stays at home."""
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        await unlock(pilot)

        pilot.app.screen.post_message(Go("note", 1))
        await shows(pilot, "There is no note with that id.")
        pilot.app.screen.post_message(Go("resume", 1))

        await until(pilot, lambda: bool(pilot.app.screen.query("Notice.-said")))


async def test_what_can_be_asked_is_looked_at_again_for_each_room(filled: Stage) -> None:
    """A framework that comes while the program runs is there, and what is begun stays as it was."""
    changed = framework(SMALL.replace("id: small", "id: peer-leadership"))
    new = framework(SMALL.replace("title: Small", "title: Quite new"))
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await shows(pilot, FIRST)
        frameworks = {"small": new, **filled.library.frameworks, "peer-leadership": changed}
        origins = {**filled.library.origins, "small": "folder"}
        filled.library = Library(frameworks=frameworks, plans={}, origins=origins)

        pilot.app.screen.post_message(Go("words", over=True))
        await shows(pilot, "My words")
        await pilot.press("escape")
        await shows(pilot, FIRST)
        await pilot.press("ctrl+n")
        await shows(pilot, SECOND)
        pilot.app.screen.post_message(Go("elements"))

        await shows(pilot, "Quite new")
