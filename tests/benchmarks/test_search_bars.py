"""Search as one types, key by key. ``make bench`` prints every figure."""

import pytest

from benchmarks import search
from tests.benchmarks.best import missed

pytestmark = pytest.mark.bench


def test_a_key_of_a_search_is_felt_by_nobody() -> None:
    """Over 10,000 notes a key takes 20 ms at the median, and so do two words pasted."""
    assert missed(lambda: search.typing(10_000, rounds=3)) == []
