"""Welcome, "Where shall we start?" and Unlock: the ways in, and what is said when one is barred."""

import shutil
from dataclasses import replace

from textual.widgets import Input

from peercoach.tui.screens.welcome import Welcome
from peercoach.tui.widgets.pick import Pick
from tests.tui.stage import (
    FIRST,
    LARGE_WINDOW,
    PASSPHRASE,
    SMALL_WINDOW,
    Stage,
    seen,
    shows,
    type_in,
    typed,
    unlock,
    until,
)


async def test_two_screens_to_the_first_question(stage: Stage) -> None:
    """A passphrase, a choice, and the first question stands there with an editor to write in."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Choose a passphrase", "Help is always one key away: ctrl+g.")
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")
        await shows(pilot, "You have not seen what you typed")
        await pilot.press("enter")
        await shows(pilot, "Where shall we start?", "Three short questions")
        await pilot.press("down", "enter")
        await shows(pilot, FIRST, "Showing people that things here can change")

        await type_in(pilot, "On Tuesday?")

        assert typed(pilot) == "On Tuesday?"


async def test_every_line_of_welcome_fits_a_small_window(stage: Stage) -> None:
    """At 80×24 the five lines and the way on are seen at once, without scrolling."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(
            pilot,
            "A quiet place to think about leading as a peer",
            "What you write stays on this computer",
            "nobody will know if you are not safe",
            "Write what you learned, not what happened to someone",
            "belongs in your organisation's own system",
            "Make my notebook",
        )


async def test_what_is_asked_comes_into_sight(stage: Stage) -> None:
    """Where a long path pushes all of it down, what is said of a passphrase is seen too."""
    app = stage.app()
    app._doors = replace(app._doors, named="/media/" + "a-long-name/" * 12 + "notebook.vault")
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Choose a passphrase")
        await type_in(pilot, "password1")
        await pilot.press("enter")

        await shows(pilot, "You have not seen what you typed")


async def test_a_path_that_was_named_is_said_where_nothing_is(stage: Stage) -> None:
    """A mistyped path is seen before a notebook is made there; without one nothing is said."""
    app = stage.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Choose a passphrase")
        assert "No notebook is at" not in seen(pilot)

    app = stage.app()
    app._doors = replace(app._doors, named="/media/stick/notebok.vault")
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await shows(
            pilot,
            "No notebook is at /media/stick/notebok.vault yet. This makes one there.",
            "Make my notebook",
        )


async def test_welcome_says_what_forgetting_means_and_which_keys(stage: Stage) -> None:
    """That a forgotten passphrase opens nothing, and how to go from thing to thing."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(
            pilot,
            "If you forget it, nobody can open your notebook.",
            "Tab goes on. Enter takes it.",
        )


async def test_a_passphrase_is_hidden_until_one_asks(stage: Stage) -> None:
    """What is typed shows only after "Show what I type", and hides again."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Choose a passphrase")
        await type_in(pilot, PASSPHRASE)
        await pilot.pause()
        assert PASSPHRASE not in seen(pilot)

        await pilot.press("tab", "tab", "enter")

        await shows(pilot, PASSPHRASE, "Hide what I type")
        await pilot.click("#show")
        await until(pilot, lambda: PASSPHRASE not in seen(pilot))


async def test_one_that_was_seen_is_used_at_once(stage: Stage) -> None:
    """Who looked at a good passphrase is not asked again."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Choose a passphrase")
        await pilot.click("#show")
        await type_in(pilot, PASSPHRASE)

        await pilot.press("enter")

        await shows(pilot, "Where shall we start?")


async def test_a_suggestion_is_shown_and_differs_each_time(stage: Stage) -> None:
    """Five words are put in and shown; asking again gives others."""
    async with stage.app().run_test(size=LARGE_WINDOW) as pilot:
        await shows(pilot, "Choose a passphrase")

        await pilot.click("#suggest")
        await shows(pilot, "Write these words down")
        first = pilot.app.screen.query_one(Input).value
        await pilot.click("#suggest")
        await until(pilot, lambda: pilot.app.screen.query_one(Input).value != first)

        assert len(first.split()) == 5
        await shows(pilot, pilot.app.screen.query_one(Input).value)


async def test_suggested_words_are_to_be_written_down_first(stage: Stage) -> None:
    """After a suggestion the first enter makes nothing and says what to do; the second one makes
    the notebook, which those words open.
    """
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Choose a passphrase")
        await pilot.press("tab", "tab", "tab", "enter")
        await shows(pilot, "Write these words down")
        words = pilot.app.screen.query_one(Input).value

        await pilot.press("enter")
        await shows(pilot, "Write these words down first.", words)
        assert not stage.vault.exists()
        await pilot.press("enter")

        await shows(pilot, "Where shall we start?")
        await pilot.press("ctrl+q")
    stage.open(words).lock()


async def test_other_words_are_to_be_written_down_again(stage: Stage) -> None:
    """Asked once for the first words, it asks again for others; typed words are not asked for."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Choose a passphrase")
        await pilot.click("#suggest")
        await shows(pilot, "Write these words down")
        await pilot.press("enter")
        await shows(pilot, "Write these words down first.")
        await pilot.click("#suggest")
        await shows(pilot, "Write these words down and")

        await pilot.press("enter")

        await shows(pilot, "Write these words down first.")
        assert isinstance(pilot.app.screen, Welcome)
        assert not stage.vault.exists()


async def test_strength_is_said_in_words(stage: Stage) -> None:
    """A weak passphrase is called so in a sentence, and a stronger one gets another."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Choose a passphrase")
        await type_in(pilot, "password1")
        await shows(pilot, "This could be guessed in less than a minute.")

        await type_in(pilot, " " + PASSPHRASE)

        await shows(pilot, "This could take")


async def test_a_weak_passphrase_needs_a_second_enter(stage: Stage) -> None:
    """It is used all the same, by someone who was told."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Choose a passphrase")
        await pilot.click("#show")
        await type_in(pilot, "password1")
        await pilot.press("enter")
        await shows(pilot, "Someone could guess this one")

        await pilot.press("enter")

        await shows(pilot, "Where shall we start?")


async def test_one_that_is_too_short_is_refused(stage: Stage) -> None:
    """Fewer than eight characters never make a notebook, however often one presses enter."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Choose a passphrase")
        await pilot.click("#show")
        await type_in(pilot, "kettle")

        for _ in range(3):
            await pilot.press("enter")
            await pilot.pause(0.1)

        await shows(pilot, "at least 8 characters")
        assert isinstance(pilot.app.screen, Welcome)
        assert not stage.vault.exists()


async def test_the_way_on_is_there_for_the_mouse(stage: Stage) -> None:
    """ "Make my notebook" does what enter does."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Choose a passphrase")
        await pilot.click("#show")
        await type_in(pilot, PASSPHRASE)

        await pilot.click("#make")

        await shows(pilot, "Where shall we start?")


async def test_the_right_passphrase_opens(filled: Stage) -> None:
    """Before it nothing of the content is seen; after it home is."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")
        assert "Sharing" not in seen(pilot)

        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")

        await shows(pilot, "Good to see you.", "Sharing the movement")


async def test_a_question_mark_in_a_passphrase_is_typed(filled: Stage) -> None:
    """Plain keys that do something elsewhere write here."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")

        await type_in(pilot, "le?")

        assert pilot.app.screen.query_one(Input).value == "le?"


async def test_three_sentences_for_three_troubles(filled: Stage) -> None:
    """A wrong passphrase, a notebook open elsewhere and a damaged one are told apart."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")
        await type_in(pilot, "not this one")
        await pilot.press("enter")
        await shows(pilot, "That passphrase does not open this notebook.")

        holder = filled.open()
        pilot.app.screen.query_one(Input).value = PASSPHRASE
        await pilot.press("enter")
        await shows(pilot, "open in another window")
        holder.lock()

        for name in ("keyring.json", "keyring.2.json"):
            data = (filled.vault / name).read_bytes()
            (filled.vault / name).write_bytes(data[:40] + bytes([data[40] ^ 1]) + data[41:])
        await pilot.press("enter")
        await shows(pilot, "Both copies of the key file", "Your passphrase is not the problem.")


async def test_after_a_refusal_the_next_try_opens(filled: Stage) -> None:
    """What was typed is selected, so that typing again replaces it."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")
        await type_in(pilot, "not this one")
        await pilot.press("enter")
        await shows(pilot, "does not open this notebook")

        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")

        await shows(pilot, "Good to see you.")


async def test_the_second_key_file_is_used_and_said(filled: Stage) -> None:
    """One damaged copy costs nothing but a sentence on home."""
    path = filled.vault / "keyring.json"
    data = path.read_bytes()
    path.write_bytes(data[:40] + bytes([data[40] ^ 1]) + data[41:])

    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)

        await shows(pilot, "One of the two copies of the key file", "Sharing the movement")


async def test_a_notebook_that_went_away_is_a_sentence(filled: Stage) -> None:
    """A folder that is gone by the time one presses enter is told, and nothing breaks."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")
        shutil.rmtree(filled.vault)
        await type_in(pilot, PASSPHRASE)

        await pilot.press("enter")

        await shows(pilot, "There is no notebook at")


async def test_an_error_nobody_foresaw_is_a_sentence_too(filled: Stage) -> None:
    """An opening that fails in an unknown way says so, and can be tried again."""

    def fails(_passphrase: str) -> None:
        raise RuntimeError("a part is missing")

    async with filled.app(open=fails).run_test(size=SMALL_WINDOW) as pilot:  # type: ignore[arg-type]
        await shows(pilot, "Your passphrase")
        await type_in(pilot, PASSPHRASE)

        await pilot.press("enter")

        await shows(pilot, "Something went wrong. Nothing you kept is touched.")
        assert "a part is missing" not in seen(pilot)


async def test_progress_is_said_while_the_key_is_made(filled: Stage) -> None:
    """While opening takes its moment a line says so, and a second enter starts nothing."""
    import threading

    going = threading.Event()
    tries: list[str] = []

    def slow(passphrase: str):  # type: ignore[no-untyped-def]
        tries.append(passphrase)
        going.wait(5)
        return filled.open(passphrase)

    async with filled.app(open=slow).run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter", "enter")
        await shows(pilot, "Opening your notebook. This takes a moment")
        going.set()

        await shows(pilot, "Good to see you.")

        assert len(tries) == 1


async def test_everything_on_the_door_is_reached_by_tab(stage: Stage) -> None:
    """Tab goes from the passphrase to each thing one can do, and round again."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Choose a passphrase")
        reached = []
        for _ in range(4):
            reached.append(pilot.app.screen.focused)
            await pilot.press("tab")

        assert [type(one) for one in reached] == [Input, Pick, Pick, Pick]
        assert pilot.app.screen.focused is reached[0]
