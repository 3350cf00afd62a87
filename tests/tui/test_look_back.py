"""Look back: the timeline, searching in it, narrowing it."""

import asyncio
import threading
import time

import pytest
from textual.pilot import Pilot

from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Place
from peercoach.journal.search import Found, Stop
from peercoach.journal.store import Journal
from peercoach.journal.written import Written
from peercoach.tui.messages import Go
from peercoach.tui.screens.look_back import LookBack
from peercoach.tui.screens.note import Note
from peercoach.tui.screens.note_rows import matched, results, timeline
from peercoach.tui.widgets.choices import Choices
from peercoach.tui.widgets.rows import Layout
from tests.tui.stage import (
    LARGE_WINDOW,
    SHARING,
    SMALL_WINDOW,
    Stage,
    seen,
    shows,
    type_in,
    unlock,
    until,
)

DAY = 86_400_000
MARCH = 1_773_500_529_000


def looking(pilot: Pilot[None]) -> LookBack:
    """The look back one is in."""
    screen = pilot.app.screen
    assert isinstance(screen, LookBack)
    return screen


async def look_back(pilot: Pilot[None]) -> LookBack:
    """Unlock and look back."""
    await unlock(pilot)
    await pilot.press("l")
    await shows(pilot, "Look back", "Newest first")
    return looking(pilot)


def drawn(pilot: Pilot[None], word: str) -> set[tuple[bool, bool]]:
    """How each drawn piece that is exactly this word looks: (bold, underlined)."""
    found = set()
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            if segment.text.strip() == word and segment.style is not None:
                found.add((bool(segment.style.bold), bool(segment.style.underline)))
    return found


# --- searching -----------------------------------------------------------------------------------


async def test_search_as_one_types(filled: Stage) -> None:
    """Each key narrows what is shown; the line that matched is shown with its words marked."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        screen = await look_back(pilot)

        await pilot.press("slash", *"garden")

        await shows(pilot, "2 notes with these words", "We sat in the garden and nobody hurried.")
        assert (True, True) in drawn(pilot, "garden")
        assert len(screen.choices.rows) == 2
        await pilot.press("space", *"sat")
        await shows(pilot, "1 note with these words")
        assert (True, True) in drawn(pilot, "sat")


async def test_the_line_that_matched_is_shown(filled: Stage) -> None:
    """Not a note's first line, where the words stand in a later one."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await look_back(pilot)

        await pilot.press("slash", *"may")

        await shows(pilot, "She asked to come along in May.")
        assert drawn(pilot, "May") == {(True, True)}


async def test_nothing_found_is_said(filled: Stage) -> None:
    """Words that are nowhere leave a sentence and no rows."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await look_back(pilot)

        await pilot.press("slash", *"zebra")

        await shows(pilot, "No note with these words. Fewer letters may find more.")
        assert not screen.choices.rows


async def test_enter_reads_what_was_found(filled: Stage) -> None:
    """Enter goes from the search to what was found, enter again opens it, escape is back there."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await look_back(pilot)
        await pilot.press("slash", *"hurried")
        await shows(pilot, "1 note with these words")

        await pilot.press("enter")
        assert screen.choices.has_focus
        await pilot.press("enter")

        await until(pilot, lambda: isinstance(pilot.app.screen, Note))
        await pilot.press("escape")
        await shows(pilot, "1 note with these words", "nobody hurried.")


async def test_down_leads_out_of_the_search_line(filled: Stage) -> None:
    """The down key goes to what was found; what was typed stays."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await look_back(pilot)
        await pilot.press("slash", *"slide")
        await shows(pilot, "1 note with these words")

        await pilot.press("down")

        assert screen.choices.has_focus
        assert screen.line.value == "slide"


async def test_escape_leaves_the_search_then_the_room(filled: Stage) -> None:
    """Once clears it and shows everything again; once more goes home."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await look_back(pilot)
        await pilot.press("slash", *"slide")
        await shows(pilot, "1 note with these words")

        await pilot.press("escape")

        await shows(pilot, "Newest first", "I asked first, and waited.")
        assert screen.choices.has_focus
        assert screen.line.value == ""
        await pilot.press("escape")
        await shows(pilot, "Good to see you.")


async def test_plain_keys_are_typed_in_the_search_line(filled: Stage) -> None:
    """While one searches, e, k, w, d and / are letters."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await look_back(pilot)

        await pilot.press("slash", *"weekd", "slash")

        assert screen.line.value == "weekd/"
        assert looking(pilot) is screen


async def test_a_click_goes_into_the_search_line(filled: Stage) -> None:
    """The mouse finds it, too."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await look_back(pilot)

        await pilot.click("#search")
        await type_in(pilot, "slide")

        await shows(pilot, "1 note with these words")
        assert screen.line.has_focus


async def test_an_older_search_is_dropped(filled: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow search is told to stop by the next key; typing goes on, and its result never shows."""
    begun = threading.Event()
    stopped: list[str] = []
    search = Journal.search_as_typed

    def slow(self: Journal, words: str, *, most: int, stop: Stop | None = None) -> Found | None:
        if words == "g":
            begun.set()
            until_then = time.monotonic() + 10
            while stop is not None and not stop() and time.monotonic() < until_then:
                time.sleep(0.01)
            stopped.append(words)
            return None
        return search(self, words, most=most, stop=stop)

    monkeypatch.setattr(Journal, "search_as_typed", slow)
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await look_back(pilot)
        await pilot.press("slash", "g")
        await until(pilot, begun.is_set)
        before = time.monotonic()

        await pilot.press(*"arden")

        assert screen.line.value == "garden"
        await shows(pilot, "2 notes with these words")
        assert time.monotonic() - before < 5
        await until(pilot, lambda: stopped == ["g"])
        assert len(screen.choices.rows) == 2


# --- narrowing -----------------------------------------------------------------------------------


async def test_by_element(filled: Stage) -> None:
    """A chooser lists the elements one wrote about; what is chosen is said, and all comes back."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await look_back(pilot)

        await pilot.press("e")
        await shows(pilot, "Which element?", "Sharing the movement", "Remembering why we came")
        assert "Speaking up for change" not in seen(pilot)
        await pilot.press("down", "down", "down", "enter")

        await shows(pilot, "Only: Remembering why we came", "We sat in the garden")
        assert "Nobody. I talked to the slide." not in seen(pilot)
        await pilot.click("#all")
        await shows(pilot, "Newest first", "Nobody. I talked to the slide.")


async def test_by_kind(filled: Stage) -> None:
    """Kinds of which there are none are not offered; ratings alone are three."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        screen = await look_back(pilot)

        await pilot.press("k")
        await shows(pilot, "Which kind of note?", "Answers", "Ratings")
        assert "Next steps" not in seen(pilot)
        await pilot.press("down", "down", "enter")

        await shows(pilot, "Only: Ratings")
        assert len(screen.choices.rows) == 3


async def test_choosing_nothing_changes_nothing(filled: Stage) -> None:
    """Escape in the chooser is back with everything as it was, the cursor too."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        screen = await look_back(pilot)
        await pilot.press("down", "down", "k")
        await shows(pilot, "Which kind of note?")

        await pilot.press("escape")

        await shows(pilot, "Newest first")
        assert screen.choices.cursor == 2


async def test_everything_is_the_first_choice(filled: Stage) -> None:
    """In a narrowed list the chooser stands at what is chosen; its first row shows all again."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("notes", SHARING))
        await shows(pilot, "Only: Sharing the movement")
        await pilot.press("e")
        await shows(pilot, "› Sharing the movement")

        await pilot.press("home", "enter")

        await shows(pilot, "Newest first")


async def test_a_search_looks_within_what_is_narrowed(filled: Stage) -> None:
    """Words are looked for among the notes of the chosen element alone."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("notes", SHARING))
        await shows(pilot, "Only: Sharing the movement")

        await pilot.press("slash", *"garden")

        await shows(pilot, "1 note with these words. Only: Sharing the movement")
        assert "nobody hurried" not in seen(pilot)


# --- many, and odd ones --------------------------------------------------------------------------


def many(count: int) -> list[Written]:
    """So many notes, three a day, the newest first."""
    place = Place(framework="f", framework_title="F", element="e", element_title="Garden")
    text = "The kettle was on when she came, and we sat in the garden for a while. " * 14
    return [
        Written(
            number + 1,
            Entry(kind="answer", text=f"Note {number}.\n{text}", place=place),
            Moment(MARCH - number * DAY // 3, 0, "GMT"),
        )
        for number in range(count)
    ]


def test_each_day_is_said_once() -> None:
    """The first note of a day carries it, with a line before; the others do not."""
    today = Moment(MARCH, 0, "GMT").local().date()
    rows = timeline(many(9), today)

    headings = [row.heading for row in rows]

    assert headings.count("") == 9 - len({heading for heading in headings if heading})
    assert headings[0] == "today"
    assert all(bool(row.heading) == bool(row.space) for row in rows)


def test_a_matched_line_begins_near_the_match() -> None:
    """A word far to the right is brought into sight, at the start of a word, and still marked."""
    text = "First line.\n" + "We talked and talked. " * 30 + "Then the kettle sang."

    line, spans = matched(text, "kettle")

    assert line.startswith("…")
    assert line[spans[0][0] : spans[0][1]] == "kettle"
    assert spans[0][0] < 40
    assert matched(text, "first") == ("First line.", ((0, 5),))
    assert matched(text, "nowhere") == ("", ())


def test_marks_stand_where_the_words_are_in_any_spelling() -> None:
    """Accents and case make no difference, and the mark is on the text as it was written."""
    line, spans = matched("  At the Café with Joy", "cafe joy")

    assert [line[start:end] for start, end in spans] == ["Café", "Joy"]


@pytest.mark.bench
def test_ten_thousand_notes_are_laid_out_in_a_blink() -> None:
    """Timeline and results of 10,000 notes, with their layout and a screenful of lines: 100 ms."""
    notes = many(10_000)
    today = Moment(MARCH, 0, "GMT").local().date()

    start = time.perf_counter()
    layout = Layout(timeline(notes, today), 76)
    for number in range(layout.height - 40, layout.height):
        layout.line(number)
    after = time.perf_counter()
    layout = Layout(results(notes, "garden kettle", today), 76)
    for number in range(40):
        layout.line(number)
    end = time.perf_counter()

    assert after - start < 0.1
    assert end - after < 0.1


async def test_a_note_of_nothing_but_blank_lines(filled: Stage) -> None:
    """A note whose first lines are empty is shown by the first that says something."""
    workspace = filled.open()
    workspace.journal.add(Entry(kind="note", text="\n\n   \nAt last, words."))
    workspace.lock()
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await look_back(pilot)

        await shows(pilot, "› At last, words.")


async def test_nothing_of_it_is_left_after_a_lock(filled: Stage) -> None:
    """Locked in the middle of a search, the room holds neither notes nor what was typed."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await look_back(pilot)
        await pilot.press("slash", *"garden")
        await shows(pilot, "2 notes with these words")

        await pilot.press("ctrl+l")
        await shows(pilot, "Locked. No one else can read this.")
        await asyncio.sleep(0.05)

        assert not screen.choices.rows
        assert not screen._listed.notes
        assert not screen._listed.rows
        assert screen.line.value == ""


async def test_a_small_window_still_shows_the_list(filled: Stage) -> None:
    """At 40×12 there is room for the search line and for a note."""
    async with filled.app().run_test(size=(40, 12)) as pilot:
        screen = await look_back(pilot)

        assert screen.query_one(Choices).size.height >= 2
