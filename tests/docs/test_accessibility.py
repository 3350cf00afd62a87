"""The page on accessibility claims what is measured, says what never was, and is easy to read."""

from datetime import timedelta
from typing import get_args

import pytest

from peercoach.actions import ACTIONS
from peercoach.patience import COVER_SECONDS, NOTICE_SECONDS
from peercoach.settings import SHARED_LOCK_MINUTES, Settings, Theme
from peercoach.tui.looks import is_still, no_colour
from tests.docs.pages import DOCS, NAMED, linked, page, parts
from tests.reading import grade
from tests.tui.drawn import LINES, TEXT
from tests.tui.stage import LARGE_WINDOW, SMALL_WINDOW
from tests.tui.test_contrast import HUGE_WINDOW, OWN, SHARP

NAME = "docs/accessibility.md"
PAGE = page(NAME)
PARTS = parts(NAME)


def test_it_says_what_never_was_tried() -> None:
    """That no screen reader was run, and no system but Linux, stands before anything else."""
    first = PAGE.partition("\n## ")[0]

    assert "screen reader" in first
    assert "Linux alone" in first
    for one in ("NVDA", "JAWS", "VoiceOver", "Orca", "BRLTTY", "speech input", "easy read"):
        assert one in PAGE
    assert PAGE.count("**Not tried:**") >= 3


@pytest.mark.parametrize("part", [one for one in PARTS if one != "# Accessibility"])
def test_each_part_names_what_shows_it(part: str) -> None:
    """No part claims anything without a test that can be run."""
    text = PAGE.partition(f"{part}\n")[2].partition("\n## ")[0]

    assert NAMED.search(text)


def test_its_measures_are_those_of_the_tests() -> None:
    """The contrasts and sizes that it gives are what the tests ask for."""
    assert (TEXT, SHARP, LINES) == (7.0, 15.0, 3.0)
    for one in ("**7:1**", "**15:1**", "3:1", "256 colours"):
        assert one in PARTS["## Contrast"]
    for columns, rows in (SMALL_WINDOW, LARGE_WINDOW, HUGE_WINDOW):
        assert f"{columns}×{rows}" in PAGE
    assert (len(OWN), len(get_args(Theme))) == (4, 5)


def test_its_times_are_those_of_the_program() -> None:
    """The minutes to the lock, and the notice before it, are what the program has."""
    assert (Settings().auto_lock_minutes, SHARED_LOCK_MINUTES) == (15, 5)
    assert timedelta(seconds=NOTICE_SECONDS) == timedelta(seconds=COVER_SECONDS)
    assert timedelta(seconds=NOTICE_SECONDS) == timedelta(minutes=1)
    for one in ("15 minutes", "it is 5", "1 to 120", "a minute before"):
        assert one in PARTS["## Time"]


def test_what_the_environment_may_ask_is_heard() -> None:
    """Each variable that it names does what it says."""
    for name, value in (
        ("NO_MOTION", "1"),
        ("REDUCED_MOTION", "1"),
        ("TEXTUAL_ANIMATIONS", "none"),
    ):
        assert f"`{name}" in PAGE
        assert is_still(Settings(), {name: value})
    assert no_colour({"NO_COLOR": "1"})


def test_no_action_needs_a_key_that_it_rules_out() -> None:
    """No action stands on a function key, and none needs alt."""
    keys = [action.key for action in ACTIONS if action.key]

    assert [one for one in keys if one.startswith("alt+") or one[1:].isdigit()] == []


def test_it_can_be_found_and_read() -> None:
    """The README links it, and it reads at about the age of ten."""
    grades = sorted(grade(prose) for prose in PARTS.values())

    assert DOCS / "accessibility.md" in linked("README.md")
    assert grades[len(grades) // 2] < 5
    assert grades[-1] < 7
