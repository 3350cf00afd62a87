"""The vault's speed, beside its floor in the same run. ``make bench`` prints every figure."""

from collections.abc import Callable

import pytest

from benchmarks import vault
from benchmarks.vault import Row

pytestmark = pytest.mark.bench
_TRIES = 3


def best_of(measure: Callable[[], Row]) -> Row:
    """The first row that holds its bar, or the last: another program may have been in the way."""
    for _ in range(_TRIES):
        row = measure()
        if row.ratio <= row.bar:
            break
    return row


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_saving_one_note_costs_the_same_among_many(count: int) -> None:
    """A durable save is within 2.5 times a bare append and fsync of the same bytes."""
    row = best_of(lambda: vault.saving(count))

    assert row.ratio <= row.bar, str(row)


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_opening_is_near_what_it_must_cost(count: int) -> None:
    """Opening is within 1.5 times reading, decrypting and decoding the same bytes."""
    row = best_of(lambda: vault.opening(count))

    assert row.ratio <= row.bar, str(row)
