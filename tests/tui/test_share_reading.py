"""Reading a note as it will leave: what can be looked at, decided and answered."""

import time

from peercoach.tui.screens.share_read import ShareRead
from peercoach.tui.screens.share_write import ShareWrite
from tests.tui import share_plays as plays
from tests.tui.gallery import resize
from tests.tui.stage import LARGE_WINDOW, SMALL_WINDOW, Stage, seen, shows, type_in, until

SMALL_LETTERS = "i told priya nair about it. she put her pen down and we sat there for a while."


def text(screen: ShareRead) -> str:
    """The note as it would leave now."""
    assert screen.page is not None
    return screen.page.text


def word(screen: ShareRead) -> str:
    """The word at the cursor, as it would leave."""
    assert screen.page is not None and screen.unit is not None
    return screen.page.text[screen.unit.start : screen.unit.end]


async def to(screen: ShareRead, wanted: str) -> None:
    """Go to a word."""
    assert screen.page is not None
    units = screen.page.units
    at = next(n for n, one in enumerate(units) if screen.page.text[one.start : one.end] == wanted)
    screen.marked.go(at)


async def test_each_decision_about_a_word(filled: Stage) -> None:
    """Hide, hide everywhere, keep, keep always, undo: by their keys, and what became of it shows;
    the cursor stays at its place.
    """
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        screen = await plays.read(pilot)
        await to(screen, "garden")
        await pilot.press("h")
        await shows(pilot, "What is it?", "A person")
        await pilot.press("enter")
        await until(pilot, lambda: "the Person B group" in text(screen))
        assert word(screen) == "Person B"
        await shows(pilot, "‹+Person B›", "Hidden.", "you hid it")
        await pilot.press("h")
        await shows(pilot, "This is hidden already.")
        await pilot.press("k")
        await until(pilot, lambda: "the garden group" in text(screen))
        await pilot.press("k")
        await shows(pilot, "This stands as it is already.")
        await pilot.press("u")
        await until(pilot, lambda: "the Person B group" in text(screen))
        await pilot.press("u")
        await until(pilot, lambda: "the garden group" in text(screen))
        await pilot.press("u")
        await shows(pilot, "There is nothing to take back.")
        await to(screen, "she")
        await pilot.press("e", "end", "enter")
        await until(pilot, lambda: text(screen).count("[word removed]") == 2)
        await pilot.press("u")
        await until(pilot, lambda: "[word removed]" not in text(screen))
        await to(screen, "Person C")
        await pilot.press("s")

        await until(pilot, lambda: "Later Vesper rang" in text(screen))
        assert plays.work_of(pilot).people.kept() == ["Vesper"]


async def test_who_it_is_is_added_and_can_then_not_be_kept(filled: Stage) -> None:
    """Added with its role to people and places, it stands as that, and is not let stand; the whole
    name can be typed, or be somebody who is there.
    """
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        screen = await plays.read(pilot)
        people = plays.work_of(pilot).people
        await pilot.press("tab", "a", "enter")
        await shows(pilot, "Is it someone who is there already?")
        await pilot.press("enter")
        await shows(pilot, "Who are they to you?", "I'd rather not say")
        await pilot.press("down", "enter")
        await until(pilot, lambda: "Manager A" in text(screen))
        await shows(pilot, "‹=Manager A›")
        assert [(one.name, one.role) for one in people.all()] == [("Priya Nair", "manager")]
        await pilot.press("k")
        await shows(pilot, "That name is in your people and places")

        await to(screen, "Person B")
        await pilot.press("a", "enter")
        await shows(pilot, "A new one, with a longer name")
        await pilot.press("home", "down", "enter")
        await shows(pilot, "What is the whole name?")
        await type_in(pilot, "Dorothea Quill")
        await pilot.press("enter")
        await shows(pilot, "“Dorothea Quill”")
        await pilot.press("enter")
        await until(pilot, lambda: len(people.all()) == 2)
        await until(pilot, lambda: screen.unit is not None and screen.unit.source == "known")

        await to(screen, "Ward 1")
        await pilot.press("a", "down", "enter")
        await shows(pilot, "Is it one that is there already?")
        await pilot.press("enter")
        await until(pilot, lambda: len(people.all()) == 3)
        assert {one.name: one.also for one in people.all()} == {
            "Priya Nair": (),
            "Dorothea Quill": ("Dorothea",),
            "Foxmoor Ward": (),
        }


async def test_what_stood_there_shows_until_one_moves(filled: Stage) -> None:
    """The word is shown on its key alone, and is gone with the next key that moves; enter, or a
    second click, lists all that can be done.
    """
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await plays.read(pilot)
        await pilot.press("tab")
        await shows(pilot, "Person A: a person's name, I found it.")
        assert "Priya" not in seen(pilot)
        await pilot.press("o")
        await shows(pilot, "It stood there: “Priya Nair”")
        await pilot.press("right")
        await until(pilot, lambda: "Priya" not in seen(pilot))
        lines = seen(pilot).splitlines()
        y = next(n for n, line in enumerate(lines) if "‹Person A›" in line)
        place = (lines[y].index("Person A") + 1, y)
        await pilot.click(offset=place)
        await until(pilot, lambda: word(screen) == "Person A")

        await pilot.click(offset=place)

        await shows(pilot, "What about this?", "See what stood there", "Keep it always")
        assert "Priya" not in seen(pilot)
        await pilot.press("enter")
        await shows(pilot, "It stood there: “Priya Nair”")


async def test_what_stands_beside_the_note(filled: Stage) -> None:
    """In a narrow window it comes on its key over the lower half, and a row leads to its word; in a
    wide one it stands there; changing the size in between loses nothing.
    """
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await plays.read(pilot)
        assert "a person's name; I found it" not in seen(pilot)
        await pilot.press("l")
        await shows(pilot, "a person's name; I found it")
        await pilot.press("escape")
        await until(pilot, lambda: screen.marked.has_focus)
        assert "a person's name; I found it" not in seen(pilot)
        await resize(pilot, LARGE_WINDOW)
        await shows(pilot, "Still standing there", "a long number", "Worth a thought")
        await to(screen, "only")
        await shows(pilot, "“only” leaves as it is. It says that somebody is the only one")
        await pilot.press("l", *["down"] * 6, "enter")
        await until(pilot, lambda: word(screen) == "240")
        await shows(pilot, "“240” leaves as it is: a long number.")
        await resize(pilot, (60, 16))

        await shows(pilot, "“240” leaves as it is: a long number.")
        assert screen.marked.has_focus and word(screen) == "240"


async def test_an_answer_needs_the_whole_note_to_be_read(filled: Stage) -> None:
    """A key held down answers nothing, nor does one while there is more below: that is said."""
    long = "\n\n".join(f"Then we sat in the garden and talked about {n} things." for n in range(30))
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await plays.read(pilot, long)
        screen._came = time.monotonic() + 60
        await pilot.press("n")
        await pilot.pause()
        assert screen.page is not None and not screen.page.read
        screen._came = 0.0
        await pilot.press("n")
        await shows(pilot, "There is more of this note below.")
        await pilot.press("ctrl+n")
        await shows(pilot, "Your answer is the way on.")

        await pilot.press("end", "n")

        await plays.come_to(pilot, ShareWrite)


async def test_a_note_in_small_letters_says_so(filled: Stage) -> None:
    """Where capitals are missing, its page says that names are hard to find."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.read(pilot, SMALL_LETTERS)

        await shows(pilot, "This is typed mostly without capitals.")


async def test_a_decision_on_one_page_can_open_another_again(filled: Stage) -> None:
    """What is hidden everywhere on page 2 changes page 1, which was read: that is said, calmly, and
    it is read again before anything is written.
    """
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        screen = await plays.read_two(pilot)
        await plays.answer(pilot, "p")
        await until(pilot, lambda: screen.page is not None and screen.page.number == 2)
        await shows(pilot, "○ ●")
        await to(screen, "asked")
        await pilot.press("e", "end", "enter")
        await shows(pilot, "That changed note 1, too. You read it once more")
        await plays.answer(pilot)
        await until(pilot, lambda: screen.page is not None and screen.page.number == 1)
        await shows(pilot, "This note has changed since you read it.")
        await pilot.press("ctrl+n")
        await shows(pilot, "Your answer is the way on.")

        await plays.answer(pilot, "y")

        await plays.come_to(pilot, ShareWrite)
        await shows(pilot, "You said that someone could perhaps tell from note 1.")
        await pilot.press("enter")
        again = await plays.come_to(pilot, ShareRead)
        assert again is not screen
        await pilot.press("ctrl+n", "ctrl+r")
        await shows(pilot, "● ○")
        await pilot.press("ctrl+r")
        await shows(pilot, "This is the first note.")
        await pilot.press("ctrl+n", "ctrl+n")
        await plays.come_to(pilot, ShareWrite)


async def test_left_overs_are_hidden_from_those_who_do_not_know_me(filled: Stage) -> None:
    """Said to be for anyone after all, the same note hides more, and has to be read again."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        screen = await plays.read(pilot)
        assert "240 chairs" in text(screen)
        await pilot.app.action_act("whose")  # type: ignore[attr-defined]
        await shows(pilot, "(•) my coach")
        await pilot.press("home", *["down"] * 4, "enter")
        await shows(pilot, "(•) anyone")

        await pilot.press("ctrl+n")

        await until(pilot, lambda: pilot.app.screen is screen)
        await shows(pilot, "‹?[number removed]› chairs", "for anyone")
        await to(screen, "[number removed]")
        await pilot.press("k")
        await until(pilot, lambda: "240 chairs" in text(screen))


async def test_a_long_note_stays_quick(filled: Stage) -> None:
    """In a note of a thousand words a key that moves takes no longer than in a short one."""
    sentence = "Then Vesper and I sat in the garden and talked about how the group had begun. "
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        screen = await plays.read(pilot, sentence * 67)
        assert screen.page is not None and len(screen.page.units) >= 1000
        took = []
        for key in ("down", "right", "tab", "pagedown", "up", "end", "home"):
            before = time.process_time()
            await pilot.press(key)
            took.append(time.process_time() - before)

        assert sorted(took)[len(took) // 2] < 0.1
