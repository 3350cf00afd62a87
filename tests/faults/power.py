"""Cut the power at every call of a recorded run: open what the disk may then hold.

What was not synced may be there, gone, torn by sectors or out of order; names likewise. Whatever
the disk holds, the vault must open to the state last acknowledged, or to that of the one commit
that was under way, and to no other.
"""

import hashlib
import itertools
import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from peercoach.errors import WrongSpareKey
from peercoach.vault.files import Files
from peercoach.vault.vault import Vault
from tests.faults.campaign import Harness, Result, Rounds, breaking, instead
from tests.faults.operations import Hand, planned
from tests.faults.places import Place, opened
from tests.faults.power_mutants import (
    NoSyncBeforeRename,
    NoSyncOfFolders,
    NoSyncOnAppend,
    SaysSoTooEarly,
)
from tests.faults.recorder import Call, Cut, Done, Name, Recorder, Sync, SyncFolder, Write
from tests.faults.states import State, difference, seen
from tests.vault.vaults import Kept, Unsynced, add

SECTOR = 512
HARMLESS = {"tail-set-aside", "second-copy-used"}
STEPS = 14
MORE = 12
DISK: type[Recorder] = Recorder
"""What records; a mutant puts another in its place."""


@dataclass
class Trace:
    """A recorded run: the calls, what must be there after each step, what was not so."""

    recorder: Recorder
    states: list[State]
    wrong: list[str]


def record(kept: Kept, chance: random.Random, steps: int) -> Trace:
    """Use a vault as people do, and record what that asks of the disk."""
    recorder = DISK(kept.path)
    hand = Hand.on(kept, recorder)
    recorder.calls.clear()
    trace = Trace(recorder, [seen(hand.vault, kept.spare_key)], [])
    for number in range(1, steps + 1):
        step = planned(trace.states[-1], chance, f"step {number}")
        step.do(hand)
        recorder.done(number)
        trace.states.append(step.after)
        if wrong := difference(seen(hand.vault, hand.spare_key), step.after):
            trace.wrong.append(f"after {step.name}: {wrong}")
    hand.vault.lock()
    return trace


@dataclass
class Disk:
    """What is durable, and what was asked for since and may or may not have happened."""

    bytes: dict[int, bytes]
    names: dict[Path, int]
    writes: dict[int, list[Write | Cut]] = field(default_factory=dict)
    renames: dict[Path, list[Name]] = field(default_factory=dict)

    def take(self, call: Call) -> None:
        """One more call was made."""
        if isinstance(call, Write | Cut):
            self.writes.setdefault(call.file, []).append(call)
        elif isinstance(call, Sync):
            done = self.writes.pop(call.file, [])
            self.bytes[call.file] = applied(self.bytes.get(call.file, b""), done)
        elif isinstance(call, Name):
            self.renames.setdefault(call.path.parent, []).append(call)
        elif isinstance(call, SyncFolder):
            for name in self.renames.pop(call.folder, []):
                rename(self.names, name)


def applied(data: bytes, calls: list[Write | Cut]) -> bytes:
    whole = bytearray(data)
    for call in calls:
        if isinstance(call, Cut):
            del whole[call.size :]
            whole.extend(bytes(call.size - len(whole)))
        else:
            whole.extend(bytes(max(0, call.at - len(whole))))
            whole[call.at : call.at + len(call.data)] = call.data
    return bytes(whole)


def rename(names: dict[Path, int], call: Name) -> None:
    if call.gone is not None:
        names.pop(call.gone, None)
    if call.file is None:
        names.pop(call.path, None)
    else:
        names[call.path] = call.file


def torn(calls: list[Write | Cut], chance: random.Random) -> list[Write | Cut]:
    """Some sectors of some of the calls; the size may have grown before the bytes came."""
    pieces: list[Write | Cut] = []
    for call in calls:
        if isinstance(call, Cut):
            pieces += [call] * chance.randrange(2)
            continue
        end = call.at + len(call.data)
        cuts = [call.at, *range(call.at // SECTOR * SECTOR + SECTOR, end, SECTOR), end]
        for start, stop in itertools.pairwise(cuts):
            data = call.data[start - call.at : stop - call.at]
            pieces.append(Write(call.file, start, chance.choice([data, data, bytes(len(data))])))
    chosen = [piece for piece in pieces if chance.random() < 0.7]
    return chosen


def states(disk: Disk, more: int, chance: random.Random) -> Iterator[dict[Path, bytes]]:
    """What the disk may hold: nothing or all of what is not durable, and ``more`` mixtures."""
    for number in range(4 + more):
        names = dict(disk.names)
        for calls in disk.renames.values():
            for call in calls:
                if number & 1 if number < 4 else chance.random() < 0.6:
                    rename(names, call)
        held: dict[Path, bytes] = {}
        for path, file in names.items():
            calls_of = disk.writes.get(file, [])
            chosen = torn(calls_of, chance) if number >= 4 else calls_of if number & 2 else []
            held[path] = applied(disk.bytes.get(file, b""), chosen)
        yield held


def explore(trace: Trace, kept: Kept, place: Place, chance: random.Random, rounds: Rounds) -> int:
    """Open what the disk may hold after each call of a trace; how many calls there were."""
    disk = Disk(dict(trace.recorder.first), dict(trace.recorder.first_names))
    known: set[bytes] = set()
    step, count = 0, 0
    for call in [*trace.recorder.calls, Done(len(trace.states) - 1)]:
        count += 1
        for held in states(disk, MORE, chance):
            digest = hashlib.sha256(repr((step, sorted(held.items()))).encode()).digest()
            if digest in known:
                continue
            known.add(digest)
            place.put({str(path.relative_to(kept.path)): data for path, data in held.items()})
            allowed = trace.states[step : step + 2]
            wrong = judged(place.path, allowed, thorough=rounds.result.run % 8 == 0)
            rounds.add(wrong, f"call {count}, step {step}")
            if rounds.enough:
                return count
        disk.take(call)
        step = call.step if isinstance(call, Done) else step
    return count


def judged(path: Path, allowed: list[State], *, thorough: bool) -> str:
    """What is wrong with a state of the disk, or nothing; ``thorough``: it can be gone on with."""
    for expected in allowed:
        found = opened(path, expected.spare_key)
        if found.error == WrongSpareKey.kind:
            continue
        if found.error or found.state is None:
            return found.error
        if set(found.said) - HARMLESS:
            return f"notices {found.said}"
        if wrong := difference(found.state, *allowed):
            return wrong
        return could_not_go_on(path, found.state) if thorough else ""
    return "no spare key opens it"


def could_not_go_on(path: Path, state: State) -> str:
    """Keep one more note and look again."""
    vault = Vault.open(path, spare_key=state.spare_key, files=Unsynced())
    try:
        id = add(vault.private, "one more")
    finally:
        vault.lock()
    found = opened(path, state.spare_key)
    expected = replace(state, notes={**state.notes, id: ("one more",)})
    if found.state is None or found.said or found.state != expected:
        return f"could not go on: {found.error} {found.said}"
    return ""


def run(template: Kept, work: Path, rounds: int, seed: int, *, until_wrong: bool = False) -> Result:
    """Cut the power of recorded runs in so many states of the disk."""
    counted = Rounds(rounds, until_wrong=until_wrong)
    number, calls = 0, 0
    while not counted.enough:
        chance = random.Random(f"{seed} {number}")
        kept = template.copied(work / f"run-{number}")
        trace = record(kept, chance, STEPS)
        counted.result.wrong += [f"run {number}, {wrong}" for wrong in trace.wrong]
        calls += explore(trace, kept, Place(work / "opened"), chance, counted)
        shutil.rmtree(kept.path)
        number += 1
    return counted.done(f"{number} runs, {calls} calls")


MUTANTS = (
    instead("no fsync after an append", sys.modules[__name__], "DISK", NoSyncOnAppend),
    instead("no fsync before a rename", sys.modules[__name__], "DISK", NoSyncBeforeRename),
    instead("no fsync of folders", sys.modules[__name__], "DISK", NoSyncOfFolders),
    breaking(
        "no fsync after a file is taken away",
        Files,
        "remove",
        ("        self.sync_folder(path.parent)\n", ""),
    ),
    instead("acknowledged before the fsync", sys.modules[__name__], "DISK", SaysSoTooEarly),
)
HARNESS = Harness(
    "power cut",
    "whatever the disk holds: what was acknowledged, or that and the step under way",
    run,
    full=100_000,
    short=400,
    catch=6_000,
    mutants=MUTANTS,
)
