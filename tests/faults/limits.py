"""A real limit on the size of files: the system itself takes a part of a write, then refuses.

A process of its own sets the limit (RLIMIT_FSIZE) around each step, at every size that the step may
run into, and looks afterwards at memory and disk as :mod:`tests.faults.failures` does.
"""

import json
import random
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from peercoach.errors import DiskFull, VaultError
from peercoach.vault.files import Files
from peercoach.vault.log import Log
from tests.faults.campaign import (
    Harness,
    Mutant,
    Result,
    Rounds,
    breaking,
    instead,
    patched,
)
from tests.faults.failures import Trial
from tests.faults.operations import OPERATIONS
from tests.faults.places import copied_bytes
from tests.vault.vaults import Kept

IN_CHILD: tuple[Mutant, ...] = ()
CHILD = ""
"""Which mutant the child is; none."""


def limited(do: Callable[[], None], most: int) -> None:
    """Do something while no file may grow beyond so many bytes."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        do()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def once(kept: Kept, work: Path, chance: random.Random) -> str | None:
    """One step under a limit: what is wrong, or nothing; None where the limit wasn't met."""
    trial = Trial(kept, work, chance)
    try:
        for number in range(chance.randrange(3)):
            trial.step(number)
        operation = chance.choice(OPERATIONS)
        step = operation.plan(trial.state, chance, "limited")
        if step is None or operation.name == "reopen":
            return None
        largest = max(file.stat().st_size for file in kept.path.rglob("*") if file.is_file())
        try:
            limited(lambda: step.do(trial.hand), chance.randrange(largest + 1_200))
        except DiskFull:
            before = trial.state
            trial.refused(step)
            wrong = trial.memory(trial.state) or trial.stands(before, step.after)
            wrong = wrong or trial.going_on()
            return f"{operation.name}: {wrong}" if wrong else ""
        except VaultError as error:
            return f"{operation.name}: {error.kind}, not disk-full"
        trial.state = step.after
        wrong = trial.memory(trial.state) or trial.stands(trial.state)
        return f"{operation.name}: {wrong}" if wrong else None
    finally:
        trial.hand.vault.lock()


def child(path: Path, spare_key: str, rounds: int, seed: int) -> None:
    """Run rounds in which the limit was met; say what was wrong as JSON."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    chance = random.Random(seed)
    counted = Rounds(rounds, until_wrong=bool(CHILD))
    while not counted.enough:
        used = copied_bytes(path, path.with_name("limited"))
        found = once(Kept(used, spare_key, b"", b""), path.parent, chance)
        if found is not None:
            counted.add(found)
    print(json.dumps({"run": counted.result.run, "wrong": counted.result.wrong}))


def run(template: Kept, work: Path, rounds: int, seed: int, *, until_wrong: bool = False) -> Result:
    """Meet the limit in so many steps."""
    counted = Rounds(rounds, until_wrong=until_wrong)
    kept = template.copied(work / "whole")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.faults.limits",
            str(kept.path),
            str(rounds),
            str(seed),
            CHILD,
        ],
        input=kept.spare_key,
        capture_output=True,
        text=True,
        check=False,
    )
    shutil.rmtree(kept.path)
    if done.returncode:
        counted.add(f"the child ended with {done.stderr.strip().splitlines()[-1:]}")
        return counted.done()
    said = json.loads(done.stdout)
    counted.result.run, counted.result.wrong = said["run"], said["wrong"]
    return counted.done("RLIMIT_FSIZE")


def _write_once(self: Files, descriptor: int, data: bytes) -> None:
    """Mutant: what a short write left over is forgotten."""
    self.write(descriptor, data)


IN_CHILD = (
    instead("a short write is not completed", Files, "write_all", _write_once),
    breaking(
        "a half-written end is left",
        Log,
        "_take_back",
        ("self._files.truncate(descriptor, self._writer.chain.end)", "pass"),
    ),
)


def _as_child(name: str) -> AbstractContextManager[None]:
    return patched(sys.modules[__name__], "CHILD", name)


HARNESS = Harness(
    "file-size limit",
    "nothing acknowledged is lost; memory is never ahead of the disk",
    run,
    full=5_000,
    short=60,
    catch=200,
    mutants=tuple(Mutant(one.name, lambda name=one.name: _as_child(name)) for one in IN_CHILD),  # type: ignore[misc]
)


def main(path: str, rounds: str, seed: str, mutant: str) -> None:
    """The child's own beginning."""
    global CHILD  # noqa: PLW0603
    CHILD = mutant
    spare_key = sys.stdin.read().strip()
    broken = [one.broken() for one in IN_CHILD if one.name == mutant]
    for one in broken:
        one.__enter__()
    child(Path(path), spare_key, int(rounds), int(seed))


if __name__ == "__main__":
    main(*sys.argv[1:])
