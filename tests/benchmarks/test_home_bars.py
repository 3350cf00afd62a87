"""From the key to Home, and what a read notebook takes of memory. ``make bench`` prints all."""

import pytest

from benchmarks import home
from tests.benchmarks.best import missed

pytestmark = pytest.mark.bench


def test_home_is_there_before_the_notes_are_read() -> None:
    """With 10,000 notes, what Home shows at once is there 150 ms after the key was derived."""
    assert missed(lambda: home.home(10_000, rounds=3)) == []


@pytest.mark.parametrize("quotes", [False, True])
def test_ten_thousand_notes_fit_in_little_memory(quotes: bool) -> None:
    """10,000 notes of 1 KB, read and searchable, take 90 MiB, with typographic quotes 110."""
    assert missed(lambda: [home.memory(10_000, quotes=quotes)]) == []
