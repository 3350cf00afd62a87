"""Cut the power at every call of a change of keys: open what the disk may then hold.

Whatever it holds, one of the two passphrases opens it, and not the other; all that was kept is
there; and once the new one opened it, nothing is left under the old keys.
"""

import contextlib
import functools
import inspect
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from peercoach.errors import VaultError, WrongPassphrase
from peercoach.vault import kdf
from peercoach.vault.kdf import SMALL
from peercoach.vault.vault_settling import VaultSettling
from tests.faults.campaign import Harness, Result, Rounds, breaking, instead, patched
from tests.faults.places import Place, opened
from tests.faults.power import Disk, states
from tests.faults.power_mutants import NoSyncBeforeRename, NoSyncOfFolders
from tests.faults.recorder import Call, Done, Recorder
from tests.faults.states import State, difference, seen
from tests.vault.rekeyed import epochs
from tests.vault.vaults import NEW, PASSPHRASE, Kept, add

MORE = 8
DISK: type[Recorder] = Recorder
"""What records; a mutant puts another in its place."""


@contextlib.contextmanager
def derived_once() -> Iterator[None]:
    """Within, the same passphrase, salt and parameters are stretched once."""
    real: Any = inspect.getattr_static(kdf, "Argon2id")

    @functools.lru_cache(64)
    def derived(prepared: bytes, how: tuple[tuple[str, Any], ...]) -> bytes:
        key: bytes = real(**dict(how)).derive(prepared)
        return key

    class Once:
        def __init__(self, **how: Any) -> None:
            self._how = tuple(sorted(how.items()))

        def derive(self, prepared: bytes) -> bytes:
            return derived(prepared, self._how)

    with patched(kdf, "Argon2id", Once):
        yield


def record(kept: Kept, chance: random.Random) -> tuple[Recorder, State]:
    """Write a little, then change every key; the calls of the change, and what must be there."""
    recorder = DISK(kept.path)
    vault = kept.open(recorder)
    for number in range(chance.randint(1, 4)):
        add(vault.private, f"kept {number} " + "word " * chance.choice([0, 40, 900]))
    add(vault.heal, "for myself")
    vault.drafts.save("here", {"text": "half a sentence"})
    vault.heal_drafts.save("there", {"text": "half, for me alone"})
    before = seen(vault, "")
    recorder.begin_again()
    vault.change_passphrase(PASSPHRASE, NEW, may_be_known=True, profile=SMALL)
    recorder.done(1)
    vault.lock()
    return recorder, before


def judged(path: Path, expected: State, *, done: bool) -> str:
    """What is wrong with a state of the disk, or nothing."""
    opening = []
    for passphrase in (PASSPHRASE, NEW):
        found = opened(path, passphrase=passphrase)
        if found.error == WrongPassphrase.kind:
            continue
        if found.error or found.state is None:
            return f"{found.error} with {'the new one' if passphrase == NEW else 'the old one'}"
        if wrong := difference(found.state, expected):
            return wrong
        opening.append(passphrase)
    if len(opening) != 1:
        return f"{len(opening)} of the two open it"
    if done and opening != [NEW]:
        return "it was said to be changed, and the old one opens it"
    # By now it was opened with the one that opens it, so what was begun is done.
    if set(epochs(path)) != {int(opening == [NEW])}:
        return f"logs of epochs {epochs(path)}"
    return ""


def explore(recorder: Recorder, kept: Kept, expected: State, place: Place, counted: Rounds) -> None:
    """Open what the disk may hold after each call."""
    calls: list[Call] = [*recorder.calls, Done(1)]
    chance = random.Random(len(calls))
    disk = Disk(dict(recorder.first), dict(recorder.first_names))
    done = False
    for number, call in enumerate(calls):
        for held in states(disk, MORE, chance):
            place.put({str(path.relative_to(kept.path)): data for path, data in held.items()})
            try:
                wrong = judged(place.path, expected, done=done)
            except VaultError as error:
                wrong = error.kind
            counted.add(wrong, f"call {number}")
            if counted.enough:
                return
        disk.take(call)
        done = done or isinstance(call, Done)


def run(template: Kept, work: Path, rounds: int, seed: int, *, until_wrong: bool = False) -> Result:
    """Cut the power of recorded changes of keys in so many states of the disk."""
    counted = Rounds(rounds, until_wrong=until_wrong)
    number = 0
    with derived_once():
        while not counted.enough:
            chance = random.Random(f"{seed} {number}")
            kept = template.copied(work / f"run-{number}")
            recorder, expected = record(kept, chance)
            place = Place(work / "opened")
            explore(recorder, kept, expected, place, counted)
            shutil.rmtree(kept.path)
            number += 1
    return counted.done(f"{number} changes of keys")


MUTANTS = (
    instead("no fsync before a rename", sys.modules[__name__], "DISK", NoSyncBeforeRename),
    instead("no fsync of folders", sys.modules[__name__], "DISK", NoSyncOfFolders),
    breaking(
        "old keys dropped before the logs are written anew",
        VaultSettling,
        "_logs_settled",
        (" if self._under_newest(space)]", "]"),
    ),
)
HARNESS = Harness(
    "power cut while keys change",
    "one of the two passphrases opens it, with everything in it, and going on ends the change",
    run,
    full=20_000,
    short=150,
    catch=3_000,
    mutants=MUTANTS,
)
