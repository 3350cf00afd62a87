"""Runs of the harnesses, as the tests (few) and ``python -m tests.faults`` (many) ask for them."""

import random
from pathlib import Path

from tests.faults import power
from tests.faults.recorder import Recorder
from tests.vault.vaults import Kept

STEPS = 12
MORE = 12


def cut_power(
    template: Kept, work: Path, kind: type[Recorder], states: int, seed: int
) -> power.Found:
    """Cut the power of recorded runs in so many states; of a mutant, until one is wrong."""
    mutant = kind is not Recorder
    whole = power.Found()
    number = 0
    while whole.states < states and not (mutant and whole.wrong):
        chance = random.Random(f"{seed} {number}")
        kept = template.copied(work / f"run-{number}")
        run = power.record(kept, kind, chance, STEPS)
        left = states - whole.states

        def enough(found: power.Found, left: int = left) -> bool:
            return found.states >= left or (mutant and bool(found.wrong))

        found = power.explore(run, kept, work / "opened", MORE, chance, enough)
        whole.states += found.states
        whole.calls += found.calls
        whole.wrong += [f"run {number}, {wrong}" for wrong in found.wrong]
        number += 1
    return whole
