"""The full campaign: ``python -m tests.faults [--part 0.01] [--only NAME] [--seed N]``.

Prints one table. Each harness runs its rounds on the vault as it is, which must show nothing wrong,
and then on each of its mutants, which it must find wrong. The bars of time and memory come last:
saving and opening beside their floors, and what a notebook takes.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from benchmarks import home, vault
from benchmarks.notes import Limit
from tests.faults.campaign import Harness, Mutant, Result
from tests.faults.every import HARNESSES
from tests.vault import vaults
from tests.vault.vaults import Kept

SHOWN = 5
"""How many of the things that are wrong are told of each harness."""
BARS = "bars of time and memory"


def main() -> int:
    """Run everything, print the table; 1 if anything is not as it must be."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--part", type=float, default=1.0, help="of all rounds: 0.01 is a look")
    parser.add_argument("--only", default="", help="harnesses whose name has this in it")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    row("what", "run", "wrong", "seconds", "more")
    well = True
    for harness in HARNESSES:
        if chosen.only in harness.name:
            rounds = max(1, round(harness.full * chosen.part))
            well &= campaign(harness, rounds, chosen.seed)
    if chosen.only in BARS:
        well &= bars(short=chosen.part < 1)
    print("All is as it must be." if well else "Something is wrong: see above.")
    return 0 if well else 1


def bars(*, short: bool) -> bool:
    """Time and memory, each beside its floor or its most; whether all hold."""
    held = True
    rows: Iterator[vault.Row | Limit]
    rows = chain(vault.rows(short=short), home.memories(short=short))
    for measured in rows:
        print(measured, flush=True)
        held &= measured.ratio <= measured.bar
    return held


def campaign(harness: Harness, rounds: int, seed: int) -> bool:
    """One harness and its mutants; whether all is as it must be."""
    with tempfile.TemporaryDirectory() as folder:
        result = on_a_vault(harness, Path(folder), rounds, seed)
    tell(harness.name, result, result.more)
    for one in result.wrong[:SHOWN]:
        print(f"    {one}", flush=True)
    well = not result.wrong and result.run > 0
    for mutant in harness.mutants:
        with tempfile.TemporaryDirectory() as folder:
            found = on_a_vault(harness, Path(folder), harness.catch, mutant.seed, mutant)
        tell(f"  mutant: {mutant.name}", found, "caught" if found.wrong else "NOT CAUGHT")
        well &= bool(found.wrong)
    return well


def on_a_vault(
    harness: Harness, folder: Path, rounds: int, seed: int, mutant: Mutant | None = None
) -> Result:
    """Run a harness on a new vault, or a mutant until it is found."""
    template: Kept = vaults.make(folder / "template.vault")
    work = folder / "work"
    work.mkdir()
    if mutant is None:
        return harness.run(template, work, rounds, seed)
    with mutant.broken():
        return harness.run(template, work, rounds, seed, until_wrong=True)


def tell(what: str, result: Result, more: str) -> None:
    """One line of the table."""
    row(what, f"{result.run:,}", f"{len(result.wrong):,}", f"{result.seconds:.1f}", more)


def row(what: str, run: str, wrong: str, seconds: str, more: str) -> None:
    """A line in columns."""
    print(f"{what:<58}{run:>10}{wrong:>8}{seconds:>9}   {more}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
