"""The long rounds: ``python -m tests.faults [--rounds N] [--states N] [--seed N]``."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.faults import kill
from tests.faults.recorder import MUTANTS, Recorder
from tests.faults.runs import cut_power
from tests.vault import vaults


def main() -> int:
    """Run everything, print a table; 1 if anything is not as it must be."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--rounds", type=int, default=1_000, help="kills (1,000)")
    parser.add_argument("--states", type=int, default=100_000, help="states of a disk (100,000)")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    print(f"{'what':<34}{'run':>10}{'wrong':>8}{'seconds':>9}   more", flush=True)
    well = True
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        template = vaults.make(work / "template.vault")
        began = time.monotonic()
        killed = kill.rounds(template.copied(work / "killed.vault"), chosen.rounds, chosen.seed)
        wrong = [*killed.lost, *killed.half, *killed.unopened]
        more = f"{killed.acknowledged} commits acknowledged, {killed.torn} torn ends"
        row("kill -9 while committing", killed.rounds, wrong, began, more)
        well &= killed.ok
        kinds: tuple[type[Recorder], ...] = (Recorder, *MUTANTS)
        for kind in kinds:
            began = time.monotonic()
            room = work / kind.__name__
            room.mkdir()
            found = cut_power(template, room, kind, chosen.states, chosen.seed)
            if kind is Recorder:
                row("power cut", found.states, found.wrong, began, f"after {found.calls} calls")
                well &= not found.wrong
            else:
                more = "caught, as it must be" if found.wrong else "NOT CAUGHT"
                row(f"  mutant {kind.__name__}", found.states, found.wrong, began, more)
                well &= bool(found.wrong)
            for one in found.wrong[:5] if kind is Recorder else []:
                print(f"    {one}")
    print("All is as it must be." if well else "Something is wrong: see above.")
    return 0 if well else 1


def row(what: str, run: int, wrong: list[str], began: float, more: str) -> None:
    """One line of the table."""
    seconds = time.monotonic() - began
    print(f"{what:<34}{run:>10,}{len(wrong):>8,}{seconds:>9.1f}   {more}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
