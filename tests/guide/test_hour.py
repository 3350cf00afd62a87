"""The gentle timer: how much of a part is left, in words, by a clock that is handed in."""

import pytest

from peercoach import paths
from peercoach.frameworks.library import open_library
from peercoach.guide.hour import Timer, minutes_of

LIBRARY = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)


def _after(timer: Timer, minutes: float, *, start: float = 1000.0) -> Timer:
    """So long after, looked at every ten seconds."""
    ticks = round(minutes * 6)
    for at in range(ticks + 1):
        timer = timer.tick(start + at * 10)
    return timer


@pytest.mark.parametrize(
    ("spent", "said"),
    [
        (0, "about 15 minutes left"),
        (3, "about 10 minutes left"),
        (7, "about 8 minutes left"),
        (12.5, "a few minutes left"),
        (14, "about a minute left"),
        (15, "this part has had its time"),
        (40, "this part has had its time"),
    ],
)
def test_what_is_left_is_said_in_words(spent: float, said: str) -> None:
    """It never says a second, never goes below nothing, and never says that one is late."""
    assert _after(Timer().at("look", 15), spent).said == said


def test_time_away_is_not_counted() -> None:
    """A computer that slept, a clock that jumped or went back: the part waited, too."""
    timer = _after(Timer().at("look", 15), 5)

    slept = timer.tick(1000 + 5 * 60 + 3600)
    back = slept.tick(20.0)

    assert (timer.left, slept.left, back.left) == (10, 10, 10)
    assert back.tick(50.0).spent == timer.spent + 30


def test_five_more_minutes_are_five_from_now() -> None:
    """However far past its time a part is, five minutes more are five; and before, five on top."""
    past = _after(Timer().at("look", 5), 60)
    early = _after(Timer().at("look", 15), 5)

    assert past.left == 0
    assert past.longer().left == 5
    assert early.longer().left == 15
    assert early.longer().longer().left == 20


def test_a_part_has_its_own_time_and_keeps_it_while_one_is_in_it() -> None:
    """The next part begins anew; the same one goes on; one without a time says nothing."""
    timer = _after(Timer().at("look", 15), 5)

    assert timer.at("look", 15) is timer
    assert timer.at("goals", 10).left == 10
    assert timer.at("free", None).said == "" and timer.at("free", None).longer().left is None


def test_the_minutes_of_a_part_are_those_of_the_plan() -> None:
    """A walk through a plan has its parts with their minutes, and no other plan is a walk."""
    walk = LIBRARY.get("protected-hour")

    assert [minutes_of(walk, one.id) for one in walk.elements] == [5, 15, 20, 5, 10, 5]
    assert minutes_of(walk, "none") is None
    assert LIBRARY.walk("peer-coaching") is None and LIBRARY.walk("none") is None
