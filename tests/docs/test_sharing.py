"""The page on sharing says what the program does, promises nothing, and can be read by anyone."""

import re

import pytest

from peercoach.sharing.detect.detector import Detector
from peercoach.sharing.replace import Replacer
from peercoach.words import sharing as words
from tests.docs.pages import page, parts
from tests.reading import grade

NAME = "docs/sharing.md"
PAGE = page(NAME)
_SHOWN = re.compile(r"<!-- before -->\n> (.*)\n\n.*\n\n<!-- after -->\n> (.*)\n")


def test_it_never_promises() -> None:
    """It says what the result is called, and speaks of "anonymous" only to say why it is not."""
    assert '"de-identified, checked by its author"' in PAGE
    assert re.findall(r"[^.*]*anonym[^.]*", PAGE) == ["Why it is never called anonymous"]


def test_the_walk_is_in_order() -> None:
    """Every step of the way through stands there, in the order in which it is walked."""
    steps = [
        "Choose the notes", "Who is it for?", "Whose story is this?", "Read each note", "Hide**",
        "Hide everywhere**", "Add to people and places**", "Keep always**", "The left-overs",
        "Could someone on your team tell who this is?", "One yes", "The file",
    ]  # fmt: skip
    way = PAGE.partition("## The way through")[2].partition("###")[0]
    places = [way.find(f"**{step}") for step in steps]

    assert -1 not in places
    assert places == sorted(places)


def test_every_reader_and_every_form_is_named() -> None:
    """Each of the five that a note may go to has a row, and so has each form."""
    for one in ("my coach", "my supervisor", "an evaluation team", "other peers", "anyone"):
        assert f"| **{one}** |" in PAGE
    for one in ("Markdown", "web page", "Word", "JSON", "ratings as CSV"):
        assert f"| {one} |" in PAGE


def test_what_it_shows_comes_out_so() -> None:
    """Each story is hidden as it shows, and what is left would still be known."""
    shown = _SHOWN.findall(PAGE)

    assert len(shown) == 3
    for before, after in shown:
        assert Replacer().replace(before, Detector().find(before)).text == after


def test_the_other_telling_has_nothing_to_hide() -> None:
    """The ways to tell it otherwise hold no name, number or place, and nothing to ask about."""
    others = re.findall(r"Told another way:\n\n> (.*)\n", PAGE)

    assert len(others) == 3
    assert [span for told in others for span in Detector().find(told)] == []


def test_what_it_writes_of_labels_is_so() -> None:
    """The labels that it shows are those that are put in a note."""
    assert words.REMOVED["PHONE"] == "[phone removed]"
    for label in ("Colleague A", "Person B", "Ward 1", "[phone removed]"):
        assert f"`{label}`" in PAGE


@pytest.mark.parametrize("who", ["a coach or a supervisor", "an evaluation team", "other peers"])
def test_there_are_words_to_ask_back_with(who: str) -> None:
    """For each who may hold a share there are two to five sentences that can be said."""
    found = re.search(rf"\*\*To {who}:\*\*\n\n> (.*)\n", PAGE)

    assert found is not None
    assert 2 <= len(re.findall(r"[.?](?= |$)", found[1])) <= 5


def test_it_is_easy_to_read() -> None:
    """It reads at the age of nine to eleven: its median part is below grade 5, none above 7."""
    grades = sorted(grade(prose) for prose in parts(NAME).values())

    assert len(grades) > 8
    assert grades[len(grades) // 2] < 5
    assert grades[-1] < 7
