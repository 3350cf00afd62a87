"""A disk that fails at each call of each operation: nothing is lost, memory is never ahead of it.

After a step that was refused, memory is as it was, and the disk holds that or what the step was to
lead to; after one that was not, both hold what it led to. Then, on the same open vault, with a disk
that works again, one more step is done: it is kept, and what stands on the disk is what memory
says. A failed sync loses what it was asked for, as Linux may (it marks the pages as clean).
"""

import errno
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from peercoach.errors import VaultError
from peercoach.vault import keyfile
from peercoach.vault.drafts import Drafts
from peercoach.vault.files import Files
from peercoach.vault.log import Log
from peercoach.vault.space_storage import LogStorage
from tests.faults.campaign import Harness, Result, Rounds, breaking, instead
from tests.faults.operations import OPERATIONS, Hand, Step, planned
from tests.faults.places import copied_bytes, opened
from tests.faults.states import State, difference, seen
from tests.vault.failing import CODES, Failing
from tests.vault.vaults import Kept

MOST_CALLS = 16
_HARMLESS = {"tail-set-aside", "second-copy-used"}


class Losing(Failing):
    """Fails as told; ``short``: each write takes a part first. A failed sync loses the bytes."""

    def __init__(self) -> None:
        super().__init__()
        self.short = False
        self._unsynced: dict[int, list[tuple[int, int]]] = {}
        self.lost: list[tuple[int, int, int]] = []

    def open(self, path: Path, flags: int) -> int:
        descriptor = super().open(path, flags)
        if flags & os.O_CREAT:
            # A new file may have the number of one that is gone.
            inode = os.fstat(descriptor).st_ino
            self._unsynced.pop(inode, None)
            self.lost = [lost for lost in self.lost if lost[0] != inode]
        return descriptor

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        found = os.fstat(descriptor)
        # A failing write takes half of it first.
        end = found.st_size + len(data)
        self._unsynced.setdefault(found.st_ino, []).append((found.st_size, end))
        return super().write(descriptor, data[: max(1, len(data) // 3)] if self.short else data)

    def sync(self, descriptor: int) -> None:
        inode = os.fstat(descriptor).st_ino
        unsynced = self._unsynced.pop(inode, [])
        try:
            super().sync(descriptor)
        except OSError:
            self.lost += [(inode, start, end) for start, end in unsynced]
            raise

    def forget_lost(self, path: Path, copy: Path) -> None:
        """In a copy, what failed syncs lost is nothing but zeros."""
        for file in path.rglob("*.log"):
            inode = file.stat().st_ino
            target = copy / file.relative_to(path)
            data = bytearray(target.read_bytes())
            for _, start, end in (lost for lost in self.lost if lost[0] == inode):
                end = min(end, len(data))
                data[start:end] = bytes(max(0, end - start))
            target.write_bytes(data)


@dataclass(frozen=True)
class Case:
    """An operation, and where and how the disk fails during it. ``at`` 0: short writes alone."""

    operation: int
    at: int
    code: int
    lasting: bool
    short: bool

    def __str__(self) -> str:
        code = errno.errorcode.get(self.code, "")
        how = "lasting " * self.lasting + "short " * self.short
        return f"{OPERATIONS[self.operation].name}, call {self.at}: {how}{code}"


def cases(chance: random.Random) -> Iterator[Case]:
    """Each operation, call and failure in a seeded order, for ever."""
    while True:
        every = [
            Case(operation, at, code, lasting, short)
            for operation in range(len(OPERATIONS))
            for at in range(MOST_CALLS)
            for code in CODES
            for lasting in (False, True)
            for short in (False, True)
        ]
        chance.shuffle(every)
        yield from every


class Trial:
    """One vault, used until something fails and a little longer."""

    def __init__(self, kept: Kept, work: Path, chance: random.Random) -> None:
        self.kept, self.work, self.chance = kept, work, chance
        self.disk = Losing()
        self.hand = Hand.on(kept, self.disk)
        self.state = seen(self.hand.vault, kept.spare_key)

    def step(self, number: int) -> Step:
        """Do a step on a disk that works."""
        step = planned(self.state, self.chance, f"before {number}")
        step.do(self.hand)
        self.state = step.after
        return step

    def stands(self, *allowed: State) -> str:
        """What is wrong with what the disk holds, beside what it may hold."""
        copy = copied_bytes(self.kept.path, self.work / "looked-at")
        self.disk.forget_lost(self.kept.path, copy)
        for key in {state.spare_key for state in allowed}:
            found = opened(copy, key)
            if found.state is not None:
                more = set(found.said) - _HARMLESS
                return f"notices {more}" if more else difference(found.state, *allowed)
        return f"it does not open: {found.error}"

    def memory(self, state: State) -> str:
        """What is wrong with what the open vault says; a locked one says nothing."""
        if self.hand.vault.locked:
            return ""
        wrong = difference(seen(self.hand.vault, self.hand.spare_key), state)
        return f"memory: {wrong}" if wrong else ""

    def refused(self, step: Step) -> None:
        """A step ended in an error: where that may come late, see whether it was taken."""
        if step.late and not self.memory(step.after):
            self.state = step.after

    def failing(self, case: Case) -> str:
        """The step that fails: what is wrong after it, or nothing; "-" where nothing failed."""
        planned_step = OPERATIONS[case.operation].plan(self.state, self.chance, "failing")
        if planned_step is None:
            return "-"
        self.disk.code, self.disk.lasting, self.disk.short = case.code, case.lasting, case.short
        self.disk.failed.clear()
        self.disk.arm(case.at)
        try:
            planned_step.do(self.hand)
        except VaultError:
            # The key file's two copies are put back where a single call failed.
            back = planned_step.name == "spare key" and not case.lasting
            allowed = [self.state, *([] if back else [planned_step.after])]
            self.refused(planned_step)
        else:
            # A failure may be mended on the way: what is then said to be kept is kept.
            self.state = planned_step.after
            allowed = [self.state]
        failed = bool(self.disk.failed)
        # What one looks at now may be read from the disk: drafts that did not open are tried again.
        self.disk.arm(0)
        self.disk.short = False
        wrong = self.memory(self.state) or self.stands(*allowed)
        if wrong:
            return f"{self.disk.failed}: {wrong}"
        return "" if failed or case.short else "-"

    def going_on(self) -> str:
        """Afterwards, on a disk that works again, the next steps are kept."""
        if self.hand.vault.locked:
            self.hand.again()
            self.state = seen(self.hand.vault, self.hand.spare_key)
        for number in range(2):
            step = planned(self.state, self.chance, f"after {number}", open_still=True)
            try:
                step.do(self.hand)
            except VaultError as error:
                return f"going on with {step.name}: {error.kind}"
            self.state = step.after
            if wrong := self.memory(self.state):
                return f"going on with {step.name}: {wrong}"
        # What was in doubt in a log that these steps did not touch may stand there still.
        try:
            self.hand.vault.heal.commit({self.chance.getrandbits(60) + 1: _ONE})
            self.hand.vault.private.commit({self.chance.getrandbits(60) + 1: _ONE})
            self.hand.vault.drafts.save("last", _ONE)
            self.hand.vault.heal_drafts.save("last", _ONE)
            self.hand.vault.keep_spare_key(self.hand.spare_key)
        except VaultError as error:
            return f"going on at last: {error.kind}"
        return self.stands(seen(self.hand.vault, self.hand.spare_key))


_ONE = {"kind": "entry", "schema": 1, "text": "one more"}


def run(template: Kept, work: Path, rounds: int, seed: int, *, until_wrong: bool = False) -> Result:
    """Fail at so many calls; combinations in which no call fails are left out and not counted."""
    chance = random.Random(seed)
    counted = Rounds(rounds, until_wrong=until_wrong)
    beyond: set[int] = set()
    left = 0
    for case in cases(chance):
        if counted.enough:
            break
        if case.at > 12 and case.operation in beyond:
            continue
        kept = Kept(copied_bytes(template.path, work / "used"), template.spare_key, b"", b"")
        trial = Trial(kept, work, chance)
        try:
            for number in range(chance.randrange(4)):
                trial.step(number)
            wrong = trial.failing(case)
            if wrong == "-":
                beyond.add(case.operation)
                left += 1
                continue
            counted.add(wrong or trial.going_on(), str(case))
        finally:
            trial.hand.vault.lock()
    return counted.done(f"{len(OPERATIONS)} operations")


def _write_once(self: Files, descriptor: int, data: bytes) -> None:
    """Mutant: what a short write left over is forgotten."""
    self.write(descriptor, data)


HARNESS = Harness(
    "disk full, EIO, short writes",
    "nothing acknowledged is lost; memory is never ahead of the disk",
    run,
    full=20_000,
    short=200,
    catch=2_500,
    mutants=(
        breaking(
            "memory ahead of the disk",
            LogStorage,
            "_keep",
            (
                "        self._log.append(payload)\n        self._apply(decode(payload))",
                "        self._apply(decode(payload))\n        self._log.append(payload)",
            ),
        ),
        instead("a short write is not completed", Files, "write_all", _write_once),
        breaking(
            "a failed sync is tried again",
            Log,
            "append",
            (
                "    with speaking_of(self.path):\n        self._files.sync(descriptor)",
                "    with contextlib.suppress(OSError):\n        self._files.sync(descriptor)\n"
                "    with speaking_of(self.path):\n        self._files.sync(descriptor)",
            ),
        ),
        breaking(
            "a new generation is trusted too early",
            Log,
            "rewrite",
            (
                "    self._same_file()\n    self._doubtful = False",
                "    self._doubtful = False\n    self._same_file()",
            ),
            seed=6,
        ),
        breaking(
            "memory is not put back",
            LogStorage,
            "_write_anew",
            ("before.items():", "[]:"),
        ),
        breaking(
            "an ended draft is not put back",
            Drafts,
            "end",
            ("            self._kept[key] = ended\n", ""),
        ),
        breaking(
            "a log that was taken away is added to",
            Drafts,
            "_leave",
            ("if not self._log.path.exists():", "if False:"),
        ),
        breaking(
            "a half-written end is left",
            Log,
            "_take_back",
            ("self._files.truncate(descriptor, self._writer.chain.end)", "pass"),
        ),
        breaking(
            "a key file is not put back",
            keyfile,
            "save",
            ("            _put_back(path, before[path], files)\n", ""),
        ),
    ),
)
