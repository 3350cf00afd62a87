"""How long what can be asked takes to read. ``make bench`` prints every figure."""

import pytest

from benchmarks import library
from tests.benchmarks.best import missed

pytestmark = pytest.mark.bench


def test_what_ships_is_read_soon() -> None:
    """The whole folder that ships is read in 60 ms, in a fresh process, with the import of yaml."""
    assert missed(lambda: [library.shipped()]) == []
