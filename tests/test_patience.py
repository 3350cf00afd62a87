"""Patience: when a notebook that nobody touches is locked."""

import pytest

from peercoach.patience import Patience


class Clocks:
    """Two clocks that go on together, or apart while the computer sleeps."""

    def __init__(self) -> None:
        self.idle = 100.0
        self.day = 5_000.0

    def monotonic(self) -> float:
        return self.idle

    def wall(self) -> float:
        return self.day

    def on(self, seconds: float) -> None:
        """Let both go on."""
        self.idle += seconds
        self.day += seconds


def patient(minutes: int) -> tuple[Patience, Clocks]:
    clocks = Clocks()
    return Patience(minutes, monotonic=clocks.monotonic, wall=clocks.wall), clocks


def over(patience: Patience, clocks: Clocks, seconds: int) -> str:
    """Look every second for a while; what it says at the end."""
    for _ in range(seconds):
        clocks.on(1)
        state = patience.look()
    return state


def test_a_minute_of_notice_comes_before_the_lock() -> None:
    """It stays for fourteen minutes, says so for the fifteenth, and then locks."""
    patience, clocks = patient(15)

    assert over(patience, clocks, 14 * 60 - 1) == "stay"
    assert over(patience, clocks, 1) == "notice"
    assert over(patience, clocks, 59) == "notice"
    assert over(patience, clocks, 1) == "lock"


def test_a_touch_begins_again() -> None:
    """Any touch during the notice gives the whole time again."""
    patience, clocks = patient(2)
    assert over(patience, clocks, 100) == "notice"

    patience.touched()

    assert over(patience, clocks, 59) == "stay"


@pytest.mark.parametrize("minutes", [1, 2, 5, 120])
def test_it_always_locks(minutes: int) -> None:
    """Whatever the setting, it says so before it locks, and it locks on time."""
    patience, clocks = patient(minutes)

    states = [over(patience, clocks, 1) for _ in range(minutes * 60)]

    assert states[-1] == "lock"
    assert states[-2] == "notice"
    assert states[0] == "stay"


def test_a_sleep_locks_at_once() -> None:
    """A computer that slept locks on waking, though no clock of ours counted the time."""
    patience, clocks = patient(60)
    assert over(patience, clocks, 10) == "stay"

    clocks.day += 31

    assert patience.look() == "lock"
    assert over(patience, clocks, 1) == "stay"


def test_putting_the_clock_back_locks_nothing() -> None:
    """The time of day may be put back without anything being locked or kept open for longer."""
    patience, clocks = patient(2)

    clocks.day -= 7_200

    assert over(patience, clocks, 60) == "notice"
    assert over(patience, clocks, 60) == "lock"


def test_a_new_limit_holds_at_once() -> None:
    """Minutes that are changed while it runs count from the last touch."""
    patience, clocks = patient(60)
    over(patience, clocks, 299)

    patience.minutes = 5

    assert over(patience, clocks, 1) == "lock"
