"""From the key to Home: what is there before the notes are read, and how long those take.

Deriving the key is meant to take long, and is left out.
"""

import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from benchmarks.notes import Limit, notebook_of
from benchmarks.vault import PASSPHRASE
from peercoach import paths
from peercoach.frameworks.library import Library, open_library
from peercoach.vault import kdf
from peercoach.workspace import Workspace

ELEMENT = "peer-leadership/sharing-the-movement"
MOST_MIB = {(10_000, False): 90, (10_000, True): 110, (100_000, False): 400, (100_000, True): 550}
_MOST_TO_READ_MS = 1000
"""Nobody waits for it at Home; who goes on at once should not notice it."""

_MIB = 2**20
_A_DRAFT = "What was half said when the kettle boiled. " * 24


class Deriving:
    """Counts the seconds that go into deriving keys."""

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextmanager
    def counted(self) -> Iterator["Deriving"]:
        derive = kdf.from_passphrase

        def timed(passphrase: str, salt: bytes, profile: kdf.Profile) -> bytes:
            start = time.perf_counter()
            try:
                return derive(passphrase, salt, profile)
            finally:
                self.seconds += time.perf_counter() - start

        with mock.patch.object(kdf, "from_passphrase", timed):
            yield self


def home(count: int, rounds: int = 7) -> tuple[Limit, Limit]:
    """From the key to what Home shows at once, and then until every note is read and indexed."""
    library = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
    at_once, all_of_it = [], []
    with notebook_of(count) as path:
        _leave_a_draft(path, library)
        for _ in range(rounds):
            with Deriving().counted() as deriving:
                start = time.perf_counter()
                work = Workspace.open(path, PASSPHRASE, library=library)
                waits = work.unfinished()
                ready = time.perf_counter()
            assert len(waits) == 1 and not work.prepared
            work.prepare()
            at_once.append(ready - start - deriving.seconds)
            all_of_it.append(time.perf_counter() - ready)
            work.lock()
    first, then = _median_ms(at_once), _median_ms(all_of_it)
    return (
        Limit(f"home, {count:,} notes, from the key on, ms", first, 150),
        Limit(f"then {count:,} notes read and indexed, ms", then, _MOST_TO_READ_MS),
    )


def _leave_a_draft(path: Path, library: Library) -> None:
    work = Workspace.open(path, PASSPHRASE, library=library)
    work.begin(ELEMENT).draft(_A_DRAFT, len(_A_DRAFT))
    work.lock()


def _median_ms(seconds: list[float]) -> float:
    return statistics.median(seconds) * 1000


def memory(count: int, *, quotes: bool = False) -> Limit:
    """What a process grows by (MiB, resident) when it reads a notebook and makes it searchable."""
    with notebook_of(count, quotes=quotes) as path:
        grown = subprocess.run(
            [sys.executable, "-m", "benchmarks.home", str(path)],
            check=True,
            capture_output=True,
            text=True,
        )
    kind = "quotes" if quotes else "ASCII"
    most = MOST_MIB[count, quotes]
    return Limit(f"memory, {count:,} notes of 1 KB, {kind}, MiB", float(grown.stdout), most)


def _resident_mib() -> float:
    """What the system says this process holds in memory; where it tells no more, at its most."""
    system = platform.system()
    if system == "Linux":
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / _MIB
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / _MIB if system == "Darwin" else most * 1024 / _MIB


def _grow(path: Path) -> None:
    library = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
    work = Workspace.open(path, PASSPHRASE, library=library)
    before = _resident_mib()
    work.prepare()
    work.journal.warm()
    print(_resident_mib() - before)
    work.lock()


def rows(*, short: bool) -> Iterator[Limit]:
    """Every figure of opening; the short form leaves out the largest."""
    yield from home(10_000)
    yield from memories(short=short)


def memories(*, short: bool) -> Iterator[Limit]:
    """What a notebook takes; the short form leaves out the largest."""
    for count in (10_000,) if short else (10_000, 100_000):
        yield memory(count)
        yield memory(count, quotes=True)


if __name__ == "__main__":
    _grow(Path(sys.argv[1]))
