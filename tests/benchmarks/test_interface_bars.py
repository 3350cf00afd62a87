"""The interface's speed, beside a bare Textual app's. ``make bench`` prints every figure."""

import pytest

from benchmarks import interface
from tests.benchmarks.best import missed

pytestmark = pytest.mark.bench
_TEN_KB = 10 * 1024
_KEYS = 160


def test_the_version_is_said_at_once() -> None:
    """``peercoach --version`` as installed takes at most 3 times an interpreter doing nothing."""
    assert missed(lambda: [interface.version(15)]) == []


def test_the_door_is_painted_soon() -> None:
    """The door is painted within 1.4 times what a bare header, editor and footer take."""
    assert missed(lambda: [interface.first_paint(15)]) == []


@pytest.mark.parametrize("size", [0, _TEN_KB], ids=["empty", "10 KB"])
def test_a_letter_is_seen_as_soon_as_in_a_bare_editor(size: int) -> None:
    """From a key to its letter, with autosave on: within 1.3 times the bare app, p50 and p99."""
    assert missed(lambda: interface.key_to_text(size, keys=_KEYS)) == []
