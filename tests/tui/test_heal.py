"""Heal on the screen: its door, a sitting with every stop passed over, what is kept."""

import asyncio
from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from peercoach.errors import DiskFull
from peercoach.healing.room import Heal
from peercoach.healing.sitting import Healing
from peercoach.tui.screens.heal import HealDoor, HealRoom
from peercoach.tui.screens.heal_kept import HealKept
from peercoach.tui.screens.home import Home
from peercoach.tui.screens.reading import Support
from peercoach.tui.widgets.amounts import Amounts
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import heal as words
from tests.healing.walking import WORD
from tests.tui import heal_plays as plays
from tests.tui.gallery import resize
from tests.tui.stage import (
    LARGE_WINDOW,
    SMALL_WINDOW,
    Stage,
    seen,
    shows,
    type_in,
    typed,
    unlock,
    until,
)

TEXT = "half a thou"


def heal(pilot: Pilot[None]) -> Heal:
    """The room of the notebook that is open."""
    work = plays.app_of(pilot)._workspace
    assert work is not None
    return work.heal


async def at(pilot: Pilot[None], screen: type[object]) -> None:
    """Wait for a screen of this kind."""
    await until(pilot, lambda: isinstance(pilot.app.screen, screen))


def chosen(pilot: Pilot[None]) -> str:
    """The row at the cursor."""
    row = pilot.app.screen.query_one(Choices).row
    assert row is not None
    return row.text


# --- the door ------------------------------------------------------------------------------------


async def test_nothing_shows_before_yes_and_not_today_goes_home(filled: Stage) -> None:
    """With three kept and one waiting, the door says what it says to anyone."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("c")
        await shows(pilot, "Steady enough for this now?", words.NOT_REVIEWED)
        empty = seen(pilot)
        await pilot.press("escape")
        await at(pilot, Home)
        await plays.fill(pilot)

        await pilot.press("c")
        await shows(pilot, "Steady enough for this now?")

        assert seen(pilot) == empty
        await pilot.press("down", "enter")
        await at(pilot, Home)


async def test_support_stands_over_the_door(filled: Stage) -> None:
    """It is shown from the door, and gives the door back."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.door(pilot)

        await pilot.press("end", "enter")
        await at(pilot, Support)
        await pilot.press("escape")

        await at(pilot, HealDoor)


async def test_the_palette_finds_it_by_what_people_call_it(filled: Stage) -> None:
    """From anywhere in an open notebook it leads to the door, and never past it."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("l")
        await shows(pilot, "Newest first")
        await pilot.press("ctrl+p")
        await shows(pilot, "What would you like to do?")
        await type_in(pilot, "moral")
        await shows(pilot, "A room for what went against")
        await pilot.press("enter")

        await at(pilot, HealDoor)


async def test_with_someone_beside_it_does_not_open(filled: Stage) -> None:
    """Neither its key nor its action does anything where one's own notes are closed."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await app.action_act("company")
        await until(pilot, lambda: type(app.screen).__name__ == "Company")
        here = app.screen

        await pilot.press("c")
        await app.action_act("heal")
        await pilot.pause()

        assert app.screen is here


# --- a sitting -----------------------------------------------------------------------------------


async def test_a_whole_sitting_by_the_keys(filled: Stage) -> None:
    """Steady, a time, a kind, questions, shares, weight, the closing, kept, and one's own day."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.door(pilot)
        await pilot.press("enter")
        await shows(pilot, "Put something down")
        await pilot.press("enter")
        await shows(pilot, "Would you like to steady yourself first?")
        await pilot.press("down", "enter")
        await shows(pilot, words.STAY_WITH, "Feet: press them")
        await pilot.press("enter")
        await shows(pilot, "Would you like to set yourself a time?")
        await pilot.press("2", "enter")
        await shows(pilot, "What kind of thing was it?")
        await pilot.press("space", "down", "down", "down", "space", "up", "end", "enter")
        await shows(pilot, "Which questions would you like?")
        await pilot.press("enter", "down", "enter")
        await shows(pilot, "Which word comes closest")
        await type_in(pilot, "Trust.")
        await pilot.press("ctrl+f")
        await shows(pilot, "What would you call it, in your own language?")
        await pilot.press("ctrl+n", *"A rule.", "ctrl+n", "ctrl+k")
        await shows(pilot, "How does it look, shared out?")
        await pilot.press("right", "right", "down", "enter", "enter", "left", "end", "enter")
        await shows(pilot, "How heavy does it feel just now?")
        await pilot.press("7", "ctrl+n")
        await shows(pilot, "Before you go")
        await pilot.press("enter")
        await shows(pilot, "Keep it here, or let it go?")
        await pilot.press("enter")
        await shows(pilot, "Would you like to come back to it?")
        await pilot.press("end", "enter")
        await shows(pilot, "Which day?")
        await pilot.press(*"soon", "enter")
        await shows(pilot, "I can't read that as a day.")
        pilot.app.screen.query_one(Input).value = "4 April"
        await pilot.press("enter")
        await at(pilot, Home)

        (one,) = heal(pilot).kept()
        whole = heal(pilot).open(one.id)
        assert [text for _, text in whole.answers] == ["Trust.", "A rule."]
        assert whole.sitting.exposures == ("Something I did", "I was let down")
        assert whole.sitting.shares == {"me": "little", "team": "none"}
        assert [rating.value for rating in whole.ratings] == [7]
        assert one.come_back == date(2026, 4, 4)
        assert heal(pilot).waiting() == []


async def test_every_stop_can_be_passed_over(filled: Stage) -> None:
    """One key, from the first stop to the closing; then home, with nothing kept or waiting."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await plays.begin(pilot)
        while screen.healing.sitting.at != "close":
            before = screen.healing.sitting.at
            await pilot.press("ctrl+k")
            await until(pilot, lambda before=before: screen.healing.sitting.at != before)  # type: ignore[misc]
        await pilot.press("enter")

        await at(pilot, Home)
        assert heal(pilot).kept() == [] and heal(pilot).waiting() == []


async def test_one_can_stop_at_every_stop(filled: Stage) -> None:
    """One key leads to the closing, drawn the same from each of them; one more leads home."""
    drawn: set[str] = set()
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await plays.begin(pilot)
        stops = [stop.key for stop in screen.healing.sitting.stops][:-3]
        for key in stops:
            while screen.healing.sitting.at != key:
                here = screen.healing.sitting.at
                before = here in stops and stops.index(here) < stops.index(key)
                await (screen.do_next() if before else screen.do_back())
            await pilot.press("ctrl+t")
            await until(pilot, lambda: screen.healing.sitting.at == "close")
            await shows(pilot, "Before you go")
            drawn.add(seen(pilot))
        await pilot.press("enter")
        await at(pilot, Home)

    assert len(drawn) == 1


async def test_letting_go_is_asked_once_more_and_leaves_nothing(filled: Stage) -> None:
    """With the cursor on "not yet"; then it is gone, and one is home."""
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await plays.keeping(pilot)

        await pilot.press("down", "enter")
        await shows(pilot, "Let it go for good?")
        assert chosen(pilot) == words.NOT_YET
        await pilot.press("enter")
        await shows(pilot, "Keep it here, or let it go?")
        await pilot.press("down", "enter")
        await shows(pilot, "Let it go for good?")
        await pilot.press("down", "enter")

        await at(pilot, Home)
        await shows(pilot, words.GONE)
        assert heal(pilot).kept() == [] and heal(pilot).waiting() == []


async def test_the_palette_keeps_or_lets_go_at_the_end_alone(filled: Stage) -> None:
    """Asked for earlier, a line says when it is asked, and nothing moves."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        screen = await plays.begin(pilot, WORD)
        await type_in(pilot, TEXT)
        await app.action_act("keep")
        await shows(pilot, words.AT_THE_END)
        assert screen.healing.sitting.at == WORD
        await pilot.press("ctrl+t", "enter")
        await shows(pilot, "Keep it here, or let it go?")

        await app.action_act("let_go")
        await shows(pilot, "Let it go for good?")
        await pilot.press("enter")
        await shows(pilot, "Keep it here, or let it go?")
        await app.action_act("keep")

        await shows(pilot, "Would you like to come back to it?")


async def test_no_more_than_five_are_chosen(filled: Stage) -> None:
    """The sixth is not taken, and a line says why; one taken out, there is room again."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await plays.begin(pilot, "choose")
        await pilot.press("down", "down", *("down", "enter") * 2)
        await until(pilot, lambda: len(screen.healing.sitting.given.chosen) == 5)
        await pilot.press("down", "enter")

        await shows(pilot, words.PLENTY)
        assert len(screen.healing.sitting.given.chosen) == 5


async def test_the_time_one_set_is_said_once_in_one_quiet_line(filled: Stage) -> None:
    """While one writes; the words stay, nothing moves, and after the next stop it isn't said."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await plays.begin(pilot, "limit")
        await pilot.press("enter")
        await until(pilot, lambda: screen.healing.sitting.given.limit == 5)
        while screen.healing.sitting.at != WORD:
            await screen.do_next()
        await type_in(pilot, TEXT)

        filled.clock.to(2026, 3, 14, 14, 8)

        await shows(pilot, words.TIME_UP)
        assert typed(pilot) == TEXT and screen.healing.sitting.at == WORD
        await pilot.press("ctrl+n")
        await until(pilot, lambda: screen.healing.sitting.at != WORD)
        await asyncio.sleep(1.2)
        assert words.TIME_UP not in " ".join(seen(pilot).split())


# --- nothing is lost, nothing shows --------------------------------------------------------------


@pytest.mark.parametrize("way_out", ["escape", "ctrl+q", "ctrl+l", "idle", "closed", "covered"])
async def test_left_in_the_middle_of_a_word_it_waits(filled: Stage, way_out: str) -> None:
    """By every way out, its own and those of others: no letter is lost, and no letter shows."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        screen = await plays.begin(pilot, WORD)
        await type_in(pilot, TEXT)
        if way_out == "idle":
            await app.locked_by_itself("Nothing was typed.")
        elif way_out == "covered":
            await pilot.press("ctrl+backslash")
            await until(pilot, lambda: app.covered)
            assert TEXT not in seen(pilot)
            await app._cover_ends()
        elif way_out == "closed":
            app.exit()
        else:
            await pilot.press(way_out)
        await until(pilot, lambda: app.screen is not screen or not app.is_running)
        if app.is_running:
            assert TEXT not in seen(pilot)
    again = filled.open()
    (one,) = again.heal.waiting()

    back = again.heal.resume(one.key)

    assert (back.sitting.at, back.text, back.cursor) == (WORD, TEXT, len(TEXT))
    assert again.heal.kept() == []
    again.lock()


async def test_one_goes_on_at_the_same_letter(filled: Stage) -> None:
    """From the room; a window made smaller and larger loses nothing."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.room(pilot)
        assert "The corridor" not in seen(pilot)

        await pilot.press("enter")
        await plays.sitting(pilot)
        assert typed(pilot) == "The corridor, and"
        await resize(pilot, (30, 8))
        await resize(pilot, LARGE_WINDOW)
        await type_in(pilot, " nob")

        assert typed(pilot) == "The corridor, and nob"


async def test_what_was_typed_just_before_a_move_never_reaches_the_next_stop(
    filled: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the next stop takes to draw, no save takes the old text for the new one."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await plays.begin(pilot, WORD)
        show = screen.closing.show

        async def slowly(parts: object) -> None:
            await asyncio.sleep(1.0)
            await show(parts)  # type: ignore[arg-type]

        monkeypatch.setattr(screen.closing, "show", slowly)
        await type_in(pilot, TEXT)
        await pilot.press("ctrl+n")
        await until(pilot, lambda: screen.healing.sitting.at != WORD and typed(pilot) == "")

        assert screen.healing.sitting.given.answers == {WORD: TEXT}


async def test_with_a_full_disk_one_stays_with_the_words(
    filled: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Next says why; what was typed still stands there, and can be saved afterwards."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await plays.begin(pilot, WORD)
        await type_in(pilot, TEXT)

        def full(*_: object) -> None:
            raise DiskFull(path=filled.vault)

        with monkeypatch.context() as patch:
            patch.setattr(Healing, "move", full)
            patch.setattr(Healing, "draft", full)
            await pilot.press("ctrl+n")
            await until(pilot, lambda: bool(screen.notice.said))
        assert typed(pilot) == TEXT and screen.healing.sitting.at == WORD

        await pilot.press("ctrl+n")
        await until(pilot, lambda: screen.healing.sitting.at != WORD)


async def test_a_visit_in_which_nothing_is_given_makes_no_file(filled: Stage) -> None:
    """Left in the middle, at a question, with nothing typed: there is no draft."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.begin(pilot, WORD)
        await type_in(pilot, "a")
        await pilot.press("backspace", "escape")
        await at(pilot, Home)

        assert heal(pilot).waiting() == []
        assert len(list((filled.vault / "drafts").glob("*.log"))) == 1


# --- what was kept -------------------------------------------------------------------------------


async def test_inside_there_are_dates_alone_and_one_opens_after_a_second_question(
    filled: Stage,
) -> None:
    """No word and no count before; the cursor stands on leaving it closed; one key closes it."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.room(pilot)
        assert plays.WRITTEN[:9] not in seen(pilot) and "3 " not in seen(pilot)
        await pilot.press("end", "enter")
        await shows(pilot, "Open this one, from 9 January?")
        assert chosen(pilot) == words.LEAVE_CLOSED
        await pilot.press("enter")
        await at(pilot, HealRoom)
        await pilot.press("enter")
        await shows(pilot, "Open this one, from 9 January?")
        await pilot.press("up", "enter")

        await at(pilot, HealKept)
        await shows(pilot, "A promise.", "It stays, or it goes.")
        await pilot.press("escape")
        await at(pilot, HealRoom)


async def test_its_day_is_changed_and_taken_away(filled: Stage) -> None:
    """A week, a day of one's own, none: it stands there at once."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.kept(pilot)
        for keys, said in (
            (("down", "enter"), "You asked to come back to it on 21 March."),
            (("end", "enter"), "Which day?"),
        ):
            await pilot.press("c")
            await shows(pilot, "When would you like to come back to it?")
            await pilot.press(*keys)
            await shows(pilot, said)
        await pilot.press(*"2026-05-01", "enter")
        await shows(pilot, "You asked to come back to it on 1 May.")
        await pilot.press("c")
        await shows(pilot, "When would you like to come back to it?")
        await pilot.press("enter")

        await shows(pilot, words.RETURN_NONE)
        assert heal(pilot).kept()[0].come_back is None


async def test_it_is_deleted_for_good_after_a_question(filled: Stage) -> None:
    """The cursor stands on leaving it; then it is gone, here and from the list."""
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await plays.kept(pilot)
        await pilot.press("x")
        await shows(pilot, "Delete this one for good?")
        assert chosen(pilot) == words.LEAVE_IT
        await pilot.press("down", "enter")

        await at(pilot, HealRoom)
        await shows(pilot, words.GONE)
        await until(pilot, lambda: "9 March" not in seen(pilot))
        assert len(heal(pilot).kept()) == 2


async def test_what_waits_is_let_go_from_the_room(filled: Stage) -> None:
    """After a question; what was kept stays."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.room(pilot)
        await pilot.press("down", "enter")
        await shows(pilot, "Let it go for good?")
        await pilot.press("down", "enter")

        await until(pilot, lambda: "You were writing here" not in seen(pilot))
        assert heal(pilot).waiting() == [] and len(heal(pilot).kept()) == 3


async def test_a_share_is_turned_by_arrows_and_enter_and_by_the_mouse(filled: Stage) -> None:
    """Right and left stay at the ends; enter and a click go round; "go on" does not turn."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await plays.begin(pilot, "shares")
        shares = screen.healing.sitting
        await pilot.press(*["right"] * 9)
        await until(pilot, lambda: screen.healing.sitting.shares == {"me": "most"})
        await pilot.press("enter")
        await until(pilot, lambda: screen.healing.sitting.shares == {})
        await pilot.press("left", "end", "right")
        await pilot.pause()
        assert screen.healing.sitting.shares == shares.shares == {}
        y = next(n for n, line in enumerate(seen(pilot).splitlines()) if "My team's" in line)

        await pilot.click(offset=(40, y))

        await until(pilot, lambda: screen.healing.sitting.shares == {"team": "none"})


def test_a_digit_marks_the_row_of_that_number_from_nought_or_from_one() -> None:
    """On a scale from nought "0" is its first row; elsewhere "1" is, and "0" does nothing."""
    rows = Amounts(id="stops")
    rows.show([Row(str(number), str(number)) for number in range(11)])

    marks = []
    for from_nought, digit in ((False, 0), (False, 1), (True, 0), (True, 7)):
        rows.from_nought = from_nought
        rows.show(rows.rows)
        rows.action_mark(digit)
        marks.append(rows.row.id if rows.marked and rows.row else None)

    assert marks == [None, "0", "0", "7"]
