"""Our table beside stock TinyDB on its memory storage, in many more histories than a test runs."""

from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import seed as seeded
from hypothesis.stateful import run_state_machine_as_test

from peercoach.vault import space_table
from peercoach.vault.space_storage import LogStorage
from peercoach.vault.space_table import LogTable
from tests.faults.campaign import Harness, Result, Rounds, breaking, instead
from tests.vault.test_table_differential import SameAsStock
from tests.vault.vaults import Kept

STEPS = 30


def run(template: Kept, work: Path, rounds: int, seed: int, *, until_wrong: bool = False) -> Result:
    """So many histories of up to thirty operations each; a difference ends it."""
    counted = Rounds(rounds, until_wrong=until_wrong)
    how = settings(
        max_examples=rounds,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        derandomize=False,
        phases=[Phase.generate],
        print_blob=False,
        suppress_health_check=list(HealthCheck),
    )

    class Counted(SameAsStock):
        def teardown(self) -> None:
            counted.result.run += 1
            super().teardown()

    try:
        run_state_machine_as_test(seeded(seed)(Counted), settings=how)
    except Exception as error:
        # Whatever it is: stock did something else.
        counted.result.wrong.append(f"{type(error).__name__}: {error}".splitlines()[0])
    return counted.done(f"histories of up to {STEPS} operations")


HARNESS = Harness(
    "beside stock TinyDB",
    "the same operations give the same results, before and after reopening",
    run,
    full=5_000,
    short=25,
    catch=400,
    mutants=(
        instead("a table that is made empty is not kept", LogStorage, "write", lambda *_: None),
        breaking(
            "emptying a table leaves it as it was",
            space_table.Recorder,
            "clear",
            ("    self._gone.update(self._kept)\n", ""),
        ),
        breaking(
            "a removal by query removes nothing",
            LogTable,
            "remove",
            ("doc_ids is None and cond is not None", "False"),
            ("return super().remove(doc_ids=doc_ids)", "return []"),
        ),
        breaking(
            "an updater gets the kept document itself",
            space_table.Recorder,
            "__getitem__",
            ("copy.deepcopy(self._kept[id])", "self._kept[id]"),
        ),
    ),
)
