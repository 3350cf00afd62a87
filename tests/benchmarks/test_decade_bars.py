"""Ten years of monthly use: Home and each picture of Look back. ``make bench`` prints all."""

import pytest

from benchmarks import decade
from peercoach import paths
from peercoach.frameworks.library import open_library
from peercoach.journal.records import Entry, Rating
from tests.benchmarks.best import missed


@pytest.mark.bench
def test_ten_years_are_looked_back_at_without_waiting() -> None:
    """Home is drawn in 50 ms, each view of Look back in 100, after unlock."""
    assert missed(lambda: decade.looking_back(rounds=7)) == []


def test_ten_years_are_what_they_are_said_to_be() -> None:
    """1,200 entries and 1,080 ratings, month by month; another room's part comes beside them."""
    library = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
    framework = library.get(decade.HEART)

    kept = list(decade.decade(framework))
    more = list(decade.decade(framework, (*decade.PARTS, decade.answers)))

    assert sum(isinstance(one, Entry) for one, _ in kept) == 1200
    assert sum(isinstance(one, Rating) for one, _ in kept) == 1080
    moments = [when.utc_ms for _, when in kept]
    assert moments == sorted(moments)
    assert (moments[-1] - moments[0]) // (365 * 86_400_000) == 9
    assert len(more) == len(kept) + 1200
