"""Kill a process that commits, at a random instant, again and again: what it said it kept is kept.

Each commit is a pair of notes, so that half of one would be seen, and every few commits a draft.
"""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from peercoach.vault.vault import Vault
from tests.vault.vaults import Kept, note

DRAFT_EVERY = 5


@dataclass
class Found:
    """What a run of rounds found. ``lost`` and ``half`` name what was wrong; empty is well."""

    rounds: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    unopened: list[str] = field(default_factory=list)
    torn: int = 0

    @property
    def ok(self) -> bool:
        return not (self.lost or self.half or self.unopened)


def child(path: Path, spare_key: str, round: int) -> None:
    """Commit for ever, and say after each commit that it is kept."""
    vault = Vault.open(path, spare_key=spare_key)
    os.write(1, b"open\n")
    number = 0
    while True:
        pair = (vault.private.new_id(), vault.private.new_id())
        text = f"{round}-{number}"
        # A long one now and then: the system may be killed in the middle of writing it.
        filler = "word " * (150_000 if number % 6 == 5 else number % 7 * 60)
        vault.private.commit(
            {id: note(text, half=half, filler=filler) for half, id in enumerate(pair)}
        )
        os.write(1, f"kept {number}\n".encode())
        if number % DRAFT_EVERY == 0:
            vault.drafts.save("here", {"text": text})
            os.write(1, f"draft {number}\n".encode())
        if number % (4 * DRAFT_EVERY) == DRAFT_EVERY:
            vault.drafts.end("there")
            vault.drafts.save("there", {"text": "goes with a new generation"})
        number += 1


def killed(kept: Kept, round: int, wait: float) -> list[str]:
    """Run a child, kill it some time after it has opened the vault; the lines it said."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.kill", str(kept.path), str(round)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(kept.spare_key.encode() + b"\n")
    process.stdin.flush()
    first = process.stdout.readline()
    time.sleep(wait)
    os.kill(process.pid, signal.SIGKILL)
    said, _ = process.communicate()
    return (first + said).decode().splitlines()


def rounds(kept: Kept, count: int, seed: int) -> Found:
    """Kill ``count`` times, and look after each time at everything that was ever acknowledged."""
    chance = random.Random(seed)
    found = Found()
    promised: set[str] = set()
    for round in range(count):
        said = killed(kept, round, chance.uniform(0, 0.06))
        found.rounds += 1
        if said[:1] != ["open"]:
            found.unopened.append(f"round {round}: the child could not open it")
            continue
        # A line may be cut off by the kill: a number only counts when its line ended.
        promised |= {f"{round}-{line.split()[1]}" for line in said if line.startswith("kept ")}
        drafts = [line.split()[1] for line in said if line.startswith("draft ")]
        look(kept, round, promised, drafts, found)
        found.acknowledged = len(promised)
    return found


def look(kept: Kept, round: int, promised: set[str], drafts: list[str], found: Found) -> None:
    """Open it and compare with what was promised."""
    vault = kept.open()
    try:
        kinds = {notice.kind for notice in vault.notices}
        found.torn += "tail-set-aside" in kinds
        if kinds - {"tail-set-aside"}:
            found.unopened.append(f"round {round}: {sorted(kinds)}")
        halves: dict[str, set[int]] = {}
        for _, document in vault.private.documents():
            if "half" in document:
                halves.setdefault(document["text"], set()).add(document["half"])
        found.half += [text for text, half in halves.items() if half != {0, 1}]
        found.lost += sorted(promised - halves.keys())
        draft = vault.drafts.all().get("here", {}).get("text", "")
        if drafts and not draft.startswith(f"{round}-"):
            found.lost.append(f"draft of round {round}")
        elif drafts and int(draft.split("-")[1]) < int(drafts[-1]):
            found.lost.append(f"draft {round}-{drafts[-1]}")
    finally:
        vault.lock()


if __name__ == "__main__":
    child(Path(sys.argv[1]), sys.stdin.readline().strip(), int(sys.argv[2]))
