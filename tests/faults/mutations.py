"""A million mutated key files, logs and spare keys: typed refusals alone, and each of them quick.

Bits, bytes, slices, splices, length fields and JSON values are changed, with and without a hash
that fits. Each must open and be honest, or be refused by name; none may cost 100 ms of the
processor or 64 MiB more than a good one; and parameters that no vault of ours asks for derive
nothing.
"""

import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from peercoach.vault import kdf, keyring
from peercoach.vault.vault import Vault
from tests.faults.campaign import Harness, Result, Rounds, breaking, instead
from tests.faults.flips import NO_TAG
from tests.faults.mutating import COPY, HEADER, absurd, json_changed, log_changed, mangled, misread
from tests.faults.places import Opened, Place, opened, stands
from tests.faults.remembered import Asked, remembered
from tests.faults.states import texts_of
from tests.vault.vaults import PASSPHRASE, WRONG, Kept, bytes_under

FIRST, SECOND = "keyring.json", "keyring.2.json"
MOST_MS, MOST_MIB, ABSURD_MS = 100, 64, 50


# --- judging -------------------------------------------------------------------------------------


@dataclass
class Attempt:
    """A kind of mutation: what it puts where, and what it is opened with."""

    what: str
    files: dict[str, bytes]
    passphrase: str = ""
    spare_key: str = ""


class Trier:
    """Makes attempts on one vault and judges what comes of them."""

    def __init__(self, template: Kept, work: Path, chance: random.Random, asked: Asked) -> None:
        self.kept, self.chance, self.asked = template, chance, asked
        self.state, self.whole = stands(template), bytes_under(template.path)
        self.place = Place(work / "mutated")
        self.place.put(self.whole)
        self.logs = [name for name in self.whole if name.endswith(".log")]
        self.texts = texts_of(self.state.notes) | texts_of(self.state.heal)
        self.slowest, self.good = 0.0, 0.0
        for _ in range(5):
            self.timed(Attempt("good", {}, PASSPHRASE))
        self.good, self.slowest = self.slowest, 0.0

    def attempt(self) -> Attempt:
        """The next mutation."""
        chance = self.chance
        typed = {"passphrase": PASSPHRASE}
        if chance.random() < 0.3:
            typed = {"spare_key": self.kept.spare_key}
        elif chance.random() < 0.1:
            typed = {"passphrase": WRONG}
        kind = chance.choice(
            ["key bytes", "key json", "absurd", "log bytes", "log fields", "spare key"]
        )
        if kind == "spare key":
            return Attempt(kind, {}, spare_key=misread(self.kept.spare_key, chance))
        if kind.startswith("log"):
            name = chance.choice(self.logs)
            change = mangled if kind == "log bytes" else log_changed
            return Attempt(kind, {name: change(self.whole[name], chance)}, **typed)
        changes: dict[str, Callable[[bytes, random.Random], bytes]] = {
            "key bytes": mangled,
            "key json": json_changed,
            "absurd": absurd,
        }
        data = changes[kind](self.whole[FIRST], chance)
        which = chance.choice([(FIRST, SECOND), (FIRST, SECOND), (FIRST,), (SECOND,)])
        if kind == "absurd":
            which, typed = (FIRST, SECOND), {"passphrase": PASSPHRASE}
        return Attempt(kind, dict.fromkeys(which, data), **typed)

    def timed(self, attempt: Attempt) -> tuple[Opened, float]:
        """Open it; what came of it, and the milliseconds of the processor that it took."""
        self.place.keep({**self.whole, **attempt.files})
        began = time.process_time()
        found = opened(self.place.path, attempt.spare_key, attempt.passphrase)
        took = 1_000 * (time.process_time() - began)
        self.slowest = max(self.slowest, took)
        return found, took

    def once(self) -> str:
        """One mutation: what is wrong with what came of it, or nothing."""
        attempt = self.attempt()
        self.asked.parameters.clear()
        before = self.asked.times
        try:
            found, took = self.timed(attempt)
        except Exception as error:
            return f"{attempt.what}: {type(error).__name__} is no typed refusal"
        if took > self.good + MOST_MS:
            return f"{attempt.what}: {took:.0f} ms"
        if any(not _in_bounds(*how) for how in self.asked.parameters):
            return f"{attempt.what}: a key was derived from absurd parameters"
        if attempt.what == "absurd":
            derived = self.asked.times > before
            well = found.error == "absurd-parameters" and not derived and took < ABSURD_MS
            return "" if well else f"absurd: {found.error or 'it opens'}, {took:.0f} ms"
        if found.state is None:
            return ""
        return f"{attempt.what}: {wrong}" if (wrong := self.dishonest(attempt, found)) else ""

    def dishonest(self, attempt: Attempt, found: Opened) -> str:
        """What is shown that was never written, or gone without a word."""
        state = found.state
        assert state is not None
        if attempt.passphrase == WRONG:
            return "a wrong passphrase opens it"
        if (texts_of(state.notes) | texts_of(state.heal)) - self.texts:
            return "something is shown that was never written"
        drafts = {*state.drafts.items(), *state.heal_drafts.items()}
        if drafts - {*self.state.drafts.items(), *self.state.heal_drafts.items()}:
            return "a draft is shown that was never written"
        if state == self.state or found.said:
            return ""
        shorter = all(_is_cut(self.whole[name], data) for name, data in attempt.files.items())
        return "" if shorter else "something is gone, and nothing is said"


def _is_cut(whole: bytes, data: bytes) -> bool:
    """Whether a file lacks its end and nothing else.

    Cut where a frame ends, a log is whole: it is what it was then. Its header stands twice, and one
    of the two does for both.
    """
    headers = ((0, COPY), (COPY, HEADER))
    intact = any(data[start:end] == whole[start:end] for start, end in headers)
    return whole.startswith(data) or (intact and whole[HEADER:].startswith(data[HEADER:]))


def _in_bounds(memory: int, passes: int, lanes: int) -> bool:
    return 2**16 <= memory <= 2**20 and 3 <= passes <= 8 and 1 <= lanes <= 8


# --- running -------------------------------------------------------------------------------------


def share(template: Kept, work: Path, rounds: int, seed: int, until_wrong: bool) -> dict[str, Any]:
    """One process's share of the rounds."""
    counted = Rounds(rounds, until_wrong=until_wrong)
    with remembered(template) as asked:
        trier = Trier(template, work, random.Random(seed), asked)
        before = _peak()
        while not counted.enough:
            counted.add(trier.once())
    more = _peak() - before
    if more > MOST_MIB:
        counted.result.wrong.append(f"{more:.0f} MiB more than a good one")
    result = counted.result
    return {"run": result.run, "wrong": result.wrong, "ms": trier.slowest - trier.good, "mib": more}


def _peak() -> float:
    """The most memory that this process ever had, in MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def _in_process(pipe: Any, *given: Any) -> None:
    pipe.send(share(*given))
    pipe.close()


def _shares(template: Kept, work: Path, rounds: int, seed: int) -> Iterator[dict[str, Any]]:
    """The rounds in two processes, begun anew and not forked from one with threads."""
    spawn = multiprocessing.get_context("spawn")
    running = []
    for number in range(2):
        room = work / f"process-{number}"
        room.mkdir()
        ours, theirs = spawn.Pipe(duplex=False)
        given = (theirs, template, room, (rounds + number) // 2, seed + number, False)
        process = spawn.Process(target=_in_process, args=given)
        process.start()
        theirs.close()
        running.append((process, ours))
    for process, ours in running:
        yield ours.recv()
        process.join()


def run(template: Kept, work: Path, rounds: int, seed: int, *, until_wrong: bool = False) -> Result:
    """Try so many mutations; many of them in two processes."""
    counted = Rounds(rounds, until_wrong=until_wrong)
    if until_wrong or rounds < 20_000:
        shares = [share(template, work, rounds, seed, until_wrong)]
    else:
        shares = list(_shares(template, work, rounds, seed))
    for one in shares:
        counted.result.run += one["run"]
        counted.result.wrong += one["wrong"]
    slowest, room = max(one["ms"] for one in shares), max(one["mib"] for one in shares)
    return counted.done(f"slowest {slowest:.0f} ms and {room:.0f} MiB beyond a good one")


HARNESS = Harness(
    "mutated key files, logs, spare keys",
    "typed refusals alone, each quick and in little room; absurd parameters derive nothing",
    run,
    full=1_000_000,
    short=1_500,
    catch=2_000,
    mutants=(
        replace(NO_TAG, seed=10),
        instead("parameters are not looked at", kdf.Profile, "check", lambda self: None),
        breaking(
            "what isn't JSON as expected is not caught",
            keyring,
            "read",
            ("except (msgspec.MsgspecError, RecursionError):", "except RecursionError:"),
        ),
        breaking(
            "what is said of damage is left out",
            Vault,
            "_open_space",
            ("if found.broken:", "if False:"),
        ),
    ),
)
