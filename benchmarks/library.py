"""What can be asked, from its files to values."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.notes import Limit
from peercoach import paths

MOST_MS = 60
_READ = """
import sys, time
from pathlib import Path
from peercoach.frameworks.library import open_library
start = time.perf_counter()
library = open_library(shipped=Path(sys.argv[1]), personal=None, extra=None)
spent = time.perf_counter() - start
questions = sum(one.question_count for one in library.frameworks.values())
assert not library.unusable
print(spent * 1000, questions)
"""


def shipped(rounds: int = 9) -> Limit:
    """The folder that ships, read once in a fresh process, with the import of yaml."""
    spent, questions = _best(paths.shipped_frameworks(), rounds)
    return Limit(f"library, {questions} questions that ship, ms", spent, MOST_MS)


def rows(*, short: bool = False) -> Iterator[Limit]:
    """The one figure."""
    yield shipped(3 if short else 9)


def _best(folder: Path, rounds: int) -> tuple[float, int]:
    """The shortest of so many readings (ms): the rest is what else the machine did."""
    told = [
        subprocess.run(
            [sys.executable, "-c", _READ, str(folder)], check=True, capture_output=True, text=True
        ).stdout.split()
        for _ in range(rounds)
    ]
    return min(float(spent) for spent, _ in told), int(told[0][1])
