"""Cut the power at every call of a recorded run: open what the disk may then hold.

What was not synced may be there, gone, torn by sectors or out of order; names likewise. Whatever
the disk holds, the vault must open to the state last acknowledged, or to that of the one commit
that was under way, and to no other.
"""

import hashlib
import itertools
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from peercoach.errors import VaultError, WrongSpareKey
from peercoach.vault.vault import Vault
from tests.faults.recorder import Call, Cut, Done, Name, Recorder, Sync, SyncFolder, Write
from tests.vault.vaults import Kept, Unsynced, add, note, said

SECTOR = 512
HARMLESS = {"tail-set-aside", "second-copy-used"}


@dataclass(frozen=True)
class Snapshot:
    """What a person would see: notes, drafts, and the spare keys that may open it."""

    notes: tuple[tuple[int, str], ...]
    drafts: tuple[tuple[str, str], ...]
    spare_key: str


@dataclass
class Run:
    """A recorded run: the calls, and what was to be seen after each acknowledged step."""

    recorder: Recorder
    seen: list[Snapshot]


@dataclass
class Found:
    """How many states of the disk were opened, and what was wrong with them."""

    states: int = 0
    calls: int = 0
    wrong: list[str] = field(default_factory=list)


def record(kept: Kept, kind: type[Recorder], chance: random.Random, steps: int) -> Run:
    """Use a vault as people do, and record what that asks of the disk."""
    recorder = kind(kept.path)
    vault = kept.open(recorder)
    recorder.calls.clear()
    key = kept.spare_key
    seen = [snapshot(vault, key)]
    for step in range(1, steps + 1):
        ids = [id for id, _ in vault.private.documents()]
        what = chance.choice(
            ["add", "add", "long", "edit", "remove", "type", "type", "end", "new", "key"]
        )
        if what == "add":
            add(vault.private, f"note {step}")
        elif what == "long":
            add(vault.private, "word " * chance.randrange(1_000), step=step)
        elif what == "edit":
            vault.private.commit({chance.choice(ids): note(f"edited {step}")})
        elif what == "remove" and len(ids) > 2:
            vault.private.commit({}, removes=[chance.choice(ids)])
        elif what == "type":
            vault.drafts.save(chance.choice("ab"), {"text": f"typed {step}"})
        elif what == "end":
            vault.drafts.end(chance.choice("ab"))
        elif what == "new":
            vault.private._storage._log.rewrite()
        elif what == "key":
            key = vault.make_spare_key()
        recorder.done(step)
        seen.append(snapshot(vault, key))
    vault.lock()
    return Run(recorder, seen)


def snapshot(vault: Vault, key: str) -> Snapshot:
    notes = tuple((id, document["text"]) for id, document in vault.private.documents())
    drafts = tuple(sorted((name, one["text"]) for name, one in vault.drafts.all().items()))
    return Snapshot(notes, drafts, key)


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


def explore(
    run: Run,
    kept: Kept,
    work: Path,
    more: int,
    chance: random.Random,
    enough: Callable[[Found], bool],
) -> Found:
    """Open what the disk may hold after each call of a run."""
    found = Found()
    disk = Disk(dict(run.recorder.first), dict(run.recorder.first_names))
    known: set[bytes] = set()
    step = 0
    for call in [*run.recorder.calls, Done(len(run.seen) - 1)]:
        found.calls += 1
        for held in states(disk, more, chance):
            digest = hashlib.sha256(repr((step, sorted(held.items()))).encode()).digest()
            if digest in known:
                continue
            known.add(digest)
            found.states += 1
            allowed = run.seen[step : step + 2]
            wrong = opened(held, kept, work, allowed, thorough=found.states % 8 == 0)
            if wrong:
                found.wrong.append(f"call {found.calls}, step {step}: {wrong}")
            if enough(found):
                return found
        disk.take(call)
        step = call.step if isinstance(call, Done) else step
    return found


def opened(
    held: dict[Path, bytes], kept: Kept, work: Path, allowed: list[Snapshot], *, thorough: bool
) -> str:
    """Open a state of the disk; what is wrong with it, or nothing."""
    shutil.rmtree(work, ignore_errors=True)
    for folder in ("spaces", "drafts"):
        (work / folder).mkdir(parents=True)
    for path, data in held.items():
        (work / path.relative_to(kept.path)).write_bytes(data)
    for expected in allowed:
        try:
            vault = Vault.open(work, spare_key=expected.spare_key, files=Unsynced())
        except WrongSpareKey:
            continue
        except VaultError as error:
            return error.kind
        try:
            if set(said(vault)) - HARMLESS:
                return f"notices {said(vault)}"
            now = snapshot(vault, expected.spare_key)
            same = any((now.notes, now.drafts) == (one.notes, one.drafts) for one in allowed)
            if same and thorough:
                add(vault.private, "one more")
        finally:
            vault.lock()
        if not same:
            return "another state"
        if thorough:
            again = Vault.open(work, spare_key=expected.spare_key, files=Unsynced())
            kept_on = [document["text"] for _, document in again.private.documents()][-1:]
            again.lock()
            return "" if kept_on == ["one more"] else "could not go on"
        return ""
    return "no spare key opens it"
