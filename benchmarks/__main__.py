"""``make bench``: every figure that README and docs quote, each beside its floor, in one run."""

import platform
import sys
from collections.abc import Iterator
from itertools import chain

from benchmarks import decade, home, interface, library, search, vault
from benchmarks.decade import Bar
from benchmarks.notes import Limit
from benchmarks.vault import Row


def main() -> int:
    """Print a row a figure; 1 if any bar was missed."""
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    print(f"{'what':<44}{'ours':>10}{'floor':>10}{'ratio':>8}{'bar':>7}")
    missed = 0
    short = "--short" in sys.argv
    rows: Iterator[Row | Limit | Bar]
    parts = (vault, home, library, search, decade, interface)
    rows = chain.from_iterable(part.rows(short=short) for part in parts)
    for row in rows:
        print(row, flush=True)
        missed += row.ratio > row.bar
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
