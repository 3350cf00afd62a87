"""Kill a process that uses a vault, at a random instant, again and again: what it kept is kept.

The child says what it is about to do, as a digest of what must be there afterwards, then does it,
then says that it is kept. So after the kill the vault holds the last state said to be kept, or the
one that was under way. Edits, removals, deletions for good, new generations, drafts and spare keys
are among what is killed.
"""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from peercoach.vault.files import Files, speaking_of
from peercoach.vault.log import Log
from tests.faults.campaign import Harness, Mutant, Result, Rounds, patched
from tests.faults.operations import Hand, planned
from tests.faults.places import opened
from tests.faults.states import State, seen
from tests.vault.vaults import Kept, said

FRESH_EVERY = 40
"""Rounds after which the vault is begun anew: marks of what was deleted for good stay for ever."""
_HARMLESS = {"tail-set-aside", "second-copy-used"}


# --- the child -----------------------------------------------------------------------------------


def child(path: Path, spare_key: str, round: int, mutant: str) -> None:
    """Do things for ever; say before each what it leads to, and after it that it is kept."""
    with _broken(mutant):
        hand = Hand.on(Kept(path, spare_key, b"", b""), Files())
        state = seen(hand.vault, spare_key)
        chance = random.Random(f"{round} {state.digest()}")
        os.write(1, b"open\n")
        number = 0
        while True:
            step = planned(state, chance, f"{round}-{number}")
            os.write(
                1, f"doing {step.after.digest()} {step.after.spare_key} {step.name}\n".encode()
            )
            step.do(hand)
            os.write(1, b"kept\n")
            state = step.after
            number += 1


def _one_late(append: Callable[[Log, bytes], None]) -> Callable[[Log, bytes], None]:
    """Mutant: a commit is acknowledged, and written with the next one."""
    held: dict[int, bytes] = {}

    def later(self: Log, payload: bytes) -> None:
        earlier = held.pop(id(self), None)
        held[id(self)] = payload
        if earlier is not None:
            append(self, earlier)

    return later


def _write_in_place(self: Files, path: Path) -> None:
    """Mutant: a file is emptied and written again, on a disk that takes a moment for it."""
    fresh = path.with_name(path.name + ".new")
    with speaking_of(path):
        descriptor = self.open(path, os.O_WRONLY | os.O_TRUNC)
        time.sleep(0.01)
        self.write_all(descriptor, fresh.read_bytes())
        os.close(descriptor)
        self.unlink(fresh)


def _broken(mutant: str) -> contextlib.AbstractContextManager[None]:
    if mutant == "written with the next one":
        return patched(Log, "append", _one_late(Log.append))
    if mutant == "new generation in place":
        return patched(Files, "put_in_place", _write_in_place)
    return contextlib.nullcontext()


# --- the parent ----------------------------------------------------------------------------------

CHILD = ""
"""Which mutant the children are; none."""


@dataclass
class Heard:
    """What a child said before it was killed."""

    opened: bool = False
    by_itself: bool = False
    acknowledged: int = 0
    digest: str = ""
    spare_key: str = ""
    doing: str = ""
    doing_key: str = ""
    what: str = ""


def killed(kept: Kept, round: int, wait: float) -> Heard:
    """Run a child, kill it some time after it has opened the vault."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.kill", str(kept.path), str(round), CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # Nothing is read ahead, which communicate() would not see.
        bufsize=0,
    )
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(kept.spare_key.encode() + b"\n")
    process.stdin.flush()
    first = process.stdout.readline()
    time.sleep(wait)
    with contextlib.suppress(ProcessLookupError):
        os.kill(process.pid, signal.SIGKILL)
    rest, _ = process.communicate()
    ended = process.returncode != -signal.SIGKILL
    heard = Heard(first == b"open\n", ended, spare_key=kept.spare_key)
    # A line may be cut off by the kill: it only counts when it ended.
    for line in rest.decode().split("\n")[:-1]:
        word, *facts = line.split(" ", 3)
        if word == "doing":
            heard.doing, heard.doing_key, heard.what = facts
        elif word == "kept":
            heard.digest, heard.spare_key = heard.doing, heard.doing_key
            heard.doing = heard.doing_key = ""
            heard.acknowledged += 1
    return heard


def look(kept: Kept, before: State, heard: Heard) -> tuple[str, State, bool]:
    """What is wrong now, what stands there, and whether a torn end was found."""
    allowed = {heard.digest or before.digest(), *([heard.doing] if heard.doing else [])}
    for key in (heard.spare_key, heard.doing_key):
        found = opened(kept.path, key) if key else None
        if found is None or found.state is None:
            continue
        torn = "tail-set-aside" in found.said
        if set(found.said) - _HARMLESS:
            return f"{heard.what}: notices {found.said}", found.state, torn
        well = found.state.digest() in allowed
        return "" if well else f"{heard.what}: not what was kept", found.state, torn
    return f"{heard.what}: it does not open", before, False


def run(template: Kept, work: Path, rounds: int, seed: int, *, until_wrong: bool = False) -> Result:
    """Kill so many times, and look after each time at everything that was ever acknowledged."""
    chance = random.Random(seed)
    counted = Rounds(rounds, until_wrong=until_wrong)
    acknowledged, ends = 0, 0
    path = work / "killed.vault"
    while not counted.enough:
        number = counted.result.run
        if number % FRESH_EVERY == 0:
            shutil.rmtree(path, ignore_errors=True)
            kept = template.copied(path)
            vault = kept.open()
            assert not said(vault)
            state = seen(vault, kept.spare_key)
            vault.lock()
        heard = killed(kept, seed * 1_000_000 + number, chance.uniform(0, 0.08))
        if not heard.opened:
            counted.add("the child could not open it", f"round {number}")
            continue
        wrong, state, torn = look(kept, state, heard)
        if heard.by_itself:
            wrong = f"{heard.what}: the child ended by itself; {wrong}"
        counted.add(wrong, f"round {number}")
        acknowledged += heard.acknowledged
        ends += torn
        kept = replace(kept, spare_key=state.spare_key)
    return counted.done(f"{acknowledged:,} steps acknowledged, {ends} torn ends")


def _children(name: str) -> Mutant:
    return Mutant(name, lambda: patched(sys.modules[__name__], "CHILD", name))


HARNESS = Harness(
    "kill -9",
    "no acknowledged step is lost, none is half done",
    run,
    full=1_000,
    short=12,
    catch=60,
    mutants=(_children("written with the next one"), _children("new generation in place")),
)


if __name__ == "__main__":
    child(Path(sys.argv[1]), sys.stdin.readline().strip(), int(sys.argv[2]), sys.argv[3])
