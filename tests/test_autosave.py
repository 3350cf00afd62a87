"""When a draft is due."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.autosave import Autosave


def test_nothing_typed_nothing_due() -> None:
    """Before the first key nothing is due, ever."""
    clock = Autosave()

    assert clock.wait(5.0) is None
    assert not clock.due(1000.0)


def test_due_after_a_quiet_moment() -> None:
    """A save is due 0.4 s after the last key, not before."""
    clock = Autosave()
    clock.typed(10.0)

    assert clock.wait(10.0) == pytest.approx(0.4)
    assert not clock.due(10.39)
    assert clock.due(10.41)
    assert clock.wait(11.0) == 0


def test_due_at_the_latest_while_typing() -> None:
    """Someone who never pauses is saved 0.8 s after the first key that isn't saved."""
    clock = Autosave()
    for tenth in range(8):
        clock.typed(10 + tenth / 10)

    assert not clock.due(10.79)
    assert clock.due(10.81)


def test_saved_is_not_due() -> None:
    """After a save of everything typed, nothing is due until the next key."""
    clock = Autosave()
    clock.typed(10.0)
    clock.saved(10.5)

    assert clock.wait(99.0) is None
    clock.typed(100.0)
    assert clock.wait(100.0) == pytest.approx(0.4)


def test_keys_during_a_save_are_not_saved() -> None:
    """What was typed after the text was taken is still to be saved, and no later than it must."""
    clock = Autosave()
    clock.typed(10.0)
    clock.typed(10.5)
    clock.saved(10.4)

    assert clock.wait(10.6) == pytest.approx(0.3)
    for tenth in range(6, 12):
        clock.typed(10 + tenth / 10)
    assert clock.due(11.21)


def test_a_failed_save_is_tried_again() -> None:
    """A save that failed saved nothing; it is due again after a moment, not at once."""
    clock = Autosave()
    clock.typed(10.0)
    clock.failed(10.5)

    assert not clock.due(10.5)
    assert clock.due(10.91)
    Autosave().failed(1.0)


@given(st.lists(st.tuples(st.sampled_from(["type", "save", "wait"]), st.floats(0, 0.5))))
def test_no_key_waits_longer_than_it_may(steps: list[tuple[str, float]]) -> None:
    """Saving whenever it is due, no key is unsaved for longer than 0.8 s and one look at the clock.

    The text is taken at the moment of saving; a step of the clock is half a second at most.
    """
    clock, now, unsaved = Autosave(), 0.0, []
    for what, step in steps:
        now += step
        if what == "type":
            clock.typed(now)
            unsaved.append(now)
        if what == "save" or clock.due(now):
            clock.saved(now)
            unsaved.clear()
        assert not unsaved or now - unsaved[0] <= 0.8 + 1e-9
        assert (clock.wait(now) is None) == (not unsaved)
