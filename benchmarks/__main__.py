"""``make bench``: every figure that README and docs quote, each beside its floor, in one run."""

import platform
import sys

from benchmarks import vault


def main() -> int:
    """Print a row a figure; 1 if any bar was missed."""
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    print(f"{'what':<44}{'ours':>10}{'floor':>10}{'ratio':>8}{'bar':>7}")
    missed = 0
    for row in vault.rows(short="--short" in sys.argv):
        print(row, flush=True)
        missed += row.ratio > row.bar
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
