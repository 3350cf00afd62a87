"""A file replaced under an open vault, before a step or in the middle of it.

A sync tool, a restored backup or another program puts something else in the place of a file, takes
it away, cuts it or adds to it. What is acknowledged must stand in the file that the path names, and
not in a ghost that no path names any more.
"""

import contextlib
import os
import random
from collections.abc import Callable, Mapping
from pathlib import Path

from peercoach.errors import Diverged, VaultError
from peercoach.vault.files import Files
from peercoach.vault.log import Log
from tests.faults.campaign import Harness, Result, Rounds, breaking
from tests.faults.operations import IN_HEAL, OPERATIONS, Hand, planned
from tests.faults.places import copied_bytes, opened
from tests.faults.states import difference, seen
from tests.vault.vaults import Kept, bytes_under


def _put_over(path: Path, data: bytes) -> None:
    other = path.with_name(path.name + ".conflict")
    other.write_bytes(data)
    os.replace(other, path)


def _older(path: Path, older: bytes) -> None:
    _put_over(path, older)


def _same_bytes(path: Path, older: bytes) -> None:
    _put_over(path, path.read_bytes())


def _taken_away(path: Path, older: bytes) -> None:
    path.unlink()


def _cut(path: Path, older: bytes) -> None:
    os.truncate(path, max(0, path.stat().st_size - 600))


def _grown(path: Path, older: bytes) -> None:
    with path.open("ab") as file:
        file.write(b"a line of another program")


def _foreign(path: Path, older: bytes) -> None:
    _put_over(path, b"a line of another program")


WAYS: Mapping[str, Callable[[Path, bytes], None]] = {
    "an older copy": _older,
    "a copy of the same bytes": _same_bytes,
    "taken away": _taken_away,
    "cut": _cut,
    "grown": _grown,
    "another file": _foreign,
}


class Meddled(Files):
    """Replaces a file just before the n-th call (from 1) that writes or syncs."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0
        self.meddle: Callable[[], None] = lambda: None

    def _count(self) -> None:
        self.at -= 1
        if self.at == 0:
            self.meddle()

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        self._count()
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._count()

    def sync_folder(self, folder: Path) -> None:
        self._count()


def once(kept: Kept, work: Path, chance: random.Random) -> tuple[str, bool]:
    """Replace one log before or during one step: what is wrong, and whether it was refused."""
    files = Meddled()
    hand = Hand.on(kept, files)
    state = seen(hand.vault, kept.spare_key)
    try:
        older = bytes_under(kept.path)
        for number in range(1 + chance.randrange(3)):
            step = planned(state, chance, f"before {number}")
            step.do(hand)
            state = step.after
        logs = sorted([*(kept.path / "spaces").glob("*.log"), *(kept.path / "drafts").glob("*")])
        log, way = chance.choice(logs), chance.choice(sorted(WAYS))
        operation = chance.choice([one for one in OPERATIONS if one.name != "reopen"])
        step_ = operation.plan(state, chance, "meddled with")
        if step_ is None:
            return "", False
        foreign: list[bytes] = []

        def meddle() -> None:
            # Once it was taken away there is none to cut or copy.
            with contextlib.suppress(FileNotFoundError):
                WAYS[way](log, older.get(str(log.relative_to(kept.path)), b"older"))
            foreign.append(log.read_bytes() if log.exists() else b"")

        # Nothing can be done about the instant between the last look and the rename itself, nor
        # are a same size and the same bytes told from ours then.
        files.meddle, files.at = meddle, chance.choice([0, 0, 1, 2, 3])
        if files.at == 0:
            meddle()
        where = f"{operation.name}, {way}, call {files.at}"
        try:
            step_.do(hand)
        except Diverged:
            allowed = [state, step_.after] if step_.late else [state]
            wrong = "" if seen(hand.vault, hand.spare_key) in allowed else "memory"
            left = log.read_bytes() if log.exists() else b""
            if left not in foreign and not left.startswith(foreign[0]):
                wrong = "the other file was written over"
            return (f"{where}: {wrong}" if wrong else ""), True
        except VaultError as error:
            return f"{where}: {error.kind}", True
        files.at = 0
        # Acknowledged: then it stands in what the path names now.
        if not foreign or not log_of(step_.name, hand, log):
            return "", False
        last = step_.name == f"end{IN_HEAL}" and not step_.after.heal_drafts
        if last and not foreign[0] and not log.exists():
            # The last one leaves with its file, whoever took that.
            return "", False
        if way != "a copy of the same bytes":
            return f"{where}: the other file was written over", False
        found = opened(copied_bytes(kept.path, work / "looked-at"), step_.after.spare_key)
        if found.state is None:
            return f"{where}: acknowledged, and then {found.error}", False
        wrong = difference(found.state, step_.after)
        return (f"{where}: acknowledged into a ghost: {wrong}" if wrong else ""), False
    finally:
        hand.vault.lock()


def log_of(step: str, hand: Hand, log: Path) -> bool:
    """Whether a step was about this log."""
    if step == "spare key":
        return False
    home = "drafts" if step.removesuffix(IN_HEAL) in ("type", "end", "clean") else "spaces"
    space = hand.vault.heal if "heal" in step else hand.vault.private
    return (log.parent.name, log.stem) == (home, space.id.hex())


def run(template: Kept, work: Path, rounds: int, seed: int, *, until_wrong: bool = False) -> Result:
    """Replace a file so many times."""
    chance = random.Random(seed)
    counted = Rounds(rounds, until_wrong=until_wrong)
    refused = 0
    while not counted.enough:
        kept = Kept(copied_bytes(template.path, work / "used"), template.spare_key, b"", b"")
        wrong, said = once(kept, work, chance)
        counted.add(wrong)
        refused += said
    return counted.done(f"{refused:,} steps refused")


_IDENTITY = " or _identity(named) != self._identity"
HARNESS = Harness(
    "a file replaced under an open vault",
    "nothing is acknowledged into a file that no path names",
    run,
    full=20_000,
    short=300,
    catch=3_000,
    mutants=(
        breaking("identity not compared", Log, "_same_file", (_IDENTITY, "")),
        breaking("size not compared", Log, "_same_file", (" or not sized_so", "")),
        breaking(
            "not compared after writing",
            Log,
            "append",
            ("    self._same_file(added=len(frame))\n", ""),
        ),
        breaking(
            "not compared before a new generation",
            Log,
            "rewrite",
            ("    self._same_file(sized=sized)\n    prepared", "    prepared"),
            ("        self._same_file(sized=sized)\n        with", "        with"),
        ),
        breaking(
            "not compared before it is taken away",
            Log,
            "remove",
            ("        self._same_file(sized=not self._doubtful)\n", "        pass\n"),
            seed=2,
        ),
        breaking(
            "not compared after a new generation",
            Log,
            "rewrite",
            ("    self._same_file()\n    self._doubtful = False", "    self._doubtful = False"),
        ),
    ),
)
