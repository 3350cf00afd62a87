"""A list or a question can be heard again, wherever one is, and in the same way."""

from pathlib import Path

import pytest

from peercoach.journal.records import Entry
from peercoach.words import company, look_back, plans
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from tests.plain.talking import ELEMENT, PASSPHRASE, made, place, talk


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A notebook with one note of two versions, and one that was deleted."""
    vault = made(tmp_path / "notebook.vault")
    work = place(vault).open(PASSPHRASE)
    id = work.journal.add(Entry(kind="note", text="A garden.")).id
    work.journal.edit(id, "A garden in the rain.")
    work.journal.delete(work.journal.add(Entry(kind="note", text="A kettle.")).id)
    talking = work.begin(ELEMENT)
    talking.next("Her pen.")
    talking.finish()
    work.lock()
    return vault


LISTS = [
    ([], here.HOME_NEW),
    (["1"], "Ten minutes."),
    ([":elements"], here.ELEMENTS),
    ([":elements", "13"], here.SETS),
    ([":plans"], words.sentence(plans.TITLE)),
    ([":spare-key"], here.SPARE),
    ([":company"], here.ELEMENTS),
    ([":notes", "2", ":delete"], look_back.DELETE),
]
"""Lists at which enter alone has no meaning of its own, with their first lines."""

TOLD = [
    ([":settings"], here.SETTINGS),
    ([":notes"], here.NOTES),
    ([":notes", "2"], "Note, today."),
    ([":notes", "2", ":versions"], here.VERSIONS_OF),
    ([":notes", ":deleted"], here.BIN),
    ([":notes", ":deleted", "1"], here.BIN),
    ([":notes", ":kind"], look_back.WHICH_KIND),
    ([":company", "13"], here.SETS),
    ([":elements", "1", ":questions"], words.QUESTIONS),
]
"""Those at which it is said what enter does."""


@pytest.mark.parametrize(("way", "first"), LISTS)
@pytest.mark.parametrize("typed", ["", "  ", ":again"])
def test_heard_again(vault: Path, way: list[str], first: str, typed: str) -> None:
    """Enter alone has the list said again, every line of it, and so does the command."""
    before = talk(place(vault), *way)
    heard = talk(place(vault), *way, typed)

    the_list = before.text[before.text.rindex(f"\n{first}\n") :].partition(words.INPUT_ENDED)[0]
    the_list = the_list.partition(words.LOCKED)[0]
    assert the_list.count("\n") > 3
    assert heard.text.count(the_list) == before.text.count(the_list) + 1


@pytest.mark.parametrize(("way", "first"), TOLD)
def test_where_enter_does_something_else(vault: Path, way: list[str], first: str) -> None:
    """Where enter goes on or back, that was said; the command says the list again there, too."""
    before = talk(place(vault), *way)
    heard = talk(place(vault), *way, ":again")

    assert heard.lines.count(first) == before.lines.count(first) + 1
    assert "enter" in before.text or ":pause" in before.text


def test_a_question_again(vault: Path) -> None:
    """A question is said again with what was written so far; a rating with its steps."""
    heard = talk(place(vault), ":elements", "1", "One", ":again", *[":skip"] * 6, ":again", "2")

    asked = [line for line in heard.lines if line.startswith("Question 1 of 6.")]
    assert len(asked) == 2
    assert heard.text.partition(asked[0])[2].count(f"{asked[0]}\n") == 1
    assert f"{words.SO_FAR}\nOne\n" in heard.text
    assert heard.lines.count("2. We do this sometimes.") == 2


def test_after_another_list(vault: Path) -> None:
    """After the list of questions was left, it is the question again that is said."""
    heard = talk(place(vault), ":elements", "1", ":questions", "", ":again")

    assert heard.lines.count(words.QUESTIONS) == 1
    assert len([line for line in heard.lines if line.startswith("Question 1 of 6.")]) == 2


@pytest.mark.parametrize("way", [[], [":elements"], [":settings"], [":company"], ["1"], [":plans"]])
def test_after_a_mistake(vault: Path, way: list[str]) -> None:
    """After what is no choice it is said how to hear the choices again."""
    heard = talk(place(vault), *way, "999")

    assert words.NOT_A_CHOICE in heard.lines
    assert ":again" in words.NOT_A_CHOICE


@pytest.mark.parametrize("said", [here.ELEMENTS_AGAIN, here.NOTES_AGAIN, here.SETTINGS_AGAIN])
def test_back_among_them(said: str) -> None:
    """Where one is back among things that are not said, it is told how to hear them."""
    assert ":again to hear them" in said


@pytest.mark.parametrize("way", [["1"], [":elements"], [":elements", "13"], [":plans"], [":notes"]])
@pytest.mark.parametrize("home", [":home", ":pause"])
def test_home(vault: Path, way: list[str], home: str) -> None:
    """Home is one word away from each list, and the list says so."""
    before = talk(place(vault), *way)
    heard = talk(place(vault), *way, home)

    assert heard.lines.count(here.HOME_NEW) == 2
    assert ":home" in before.text or ":pause" in before.text


def test_enter_at_the_end_of_the_notes(vault: Path) -> None:
    """Where there are no older notes, enter says them again from the newest."""
    heard = talk(place(vault), ":notes", "")

    assert heard.lines.count(here.NOTES) == 2
    assert heard.lines.count("2. Note, today. A garden in the rain.") == 2


def test_at_the_door(vault: Path) -> None:
    """At the door it is said again that the notebook is locked, and how to leave."""
    heard = talk(place(vault), passphrase=None, person=True, hidden=(":again", ""))

    assert heard.lines.count(words.WELCOME_BACK) == 2
    assert heard.lines.count(words.TO_LEAVE) == 2


def test_after_a_lock(vault: Path) -> None:
    """After a lock nothing that was said before it can be heard again."""
    heard = talk(
        place(vault), ":notes", ":lock", person=True, hidden=(":again", ":company", ":again", "")
    )

    after = heard.text.rpartition(words.CLEARED)[2]
    assert after.count(words.WELCOME_BACK) == 3
    assert "A garden" not in after
    assert company.HINT not in after
