"""Ten years of monthly use: Home and each picture of Look back. ``make bench`` prints all."""

from collections import Counter

import pytest

from benchmarks import decade
from peercoach import paths
from peercoach.frameworks.library import open_library
from tests.benchmarks.best import missed


@pytest.mark.bench
def test_ten_years_are_looked_back_at_without_waiting() -> None:
    """Home is drawn in 50 ms, each view of Look back in 100, after unlock."""
    assert missed(lambda: decade.looking_back(rounds=7)) == []


def test_ten_years_are_what_they_are_said_to_be() -> None:
    """1,200 answers, 1,080 ratings, 60 goals, 600 looks at them and 200 reflections, by month."""
    library = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
    framework = library.get(decade.HEART)

    kept = list(decade.decade(framework))

    kinds = Counter(one.kind for one, _ in kept)
    assert kinds["goal"] == 60 and kinds["check-in"] == 600
    assert kinds["rating"] == 1080 and kinds["reflection"] == 200
    assert kinds["answer"] + kinds["step"] + kinds["words"] == 1200
    moments = [when.utc_ms for _, when in kept]
    assert moments == sorted(moments)
    assert round((moments[-1] - moments[0]) / (365.25 * 86_400_000)) == 10
