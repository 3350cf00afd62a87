"""Any order of operations, locking, reopening and power cuts, beside a plain model in memory.

After each step the open vault shows what the model says. After a power cut (un-synced writes and
names happen, or not, or in part) and opening again, it shows that, or that and the step under way.
And what was deleted for good stands in no frame that can be decrypted, by a reader that shares no
code with ours.
"""

import random
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from peercoach.journal.deleting import Deleting
from peercoach.vault.drafts import Drafts
from peercoach.vault.space_storage import LogStorage
from tests.faults import power
from tests.faults.campaign import Harness, Result, Rounds, breaking, instead
from tests.faults.operations import OPERATIONS, Hand, Operation
from tests.faults.places import Place, opened
from tests.faults.power_mutants import NoSyncOfFolders, NoSyncOnAppend
from tests.faults.states import State, difference, seen, texts_of
from tests.vault.independent_reader import read_vault
from tests.vault.vaults import Kept

STEPS = 25
chances = st.integers(0, 2**32 - 1)
operations = st.sampled_from(OPERATIONS)


class LosesNothing(RuleBasedStateMachine):
    """A vault and its model."""

    template: Kept
    work: Path

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=self.work))
        self.count = self.cuts = 0
        self.kept = self.template.copied(self.folder / "vault-0")
        self.open_on(self.kept)
        self.model = seen(self.hand.vault, self.kept.spare_key)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.hand.vault.lock()
            shutil.rmtree(self.folder)

    def open_on(self, kept: Kept) -> None:
        """Open on a disk that begins to record: what stands there is durable."""
        self.recorder = power.DISK(kept.path)
        self.hand = Hand.on(kept, self.recorder)
        self.number = 0

    def text(self) -> str:
        """One that no other step has."""
        self.count += 1
        return f"text {self.count:05d}"

    @rule(operation=operations, seed=chances)
    def do(self, operation: Operation, seed: int) -> None:
        """Any operation there is."""
        step = operation.plan(self.model, random.Random(seed), self.text())
        if step is not None:
            step.do(self.hand)
            self.model = step.after
            self.number += 1
            self.recorder.done(self.number)

    @rule(seed=chances)
    def cut_power(self, seed: int) -> None:
        """The power is cut between two steps."""
        self.crash(random.Random(seed), len(self.recorder.calls), self.model)

    @rule(operation=operations, seed=chances)
    def cut_power_during(self, operation: Operation, seed: int) -> None:
        """The power is cut at some call of a step."""
        chance = random.Random(seed)
        step = operation.plan(self.model, chance, self.text())
        if step is None:
            return
        before = len(self.recorder.calls)
        step.do(self.hand)
        at = chance.randint(before, len(self.recorder.calls))
        self.crash(chance, at, self.model, step.after)

    def crash(self, chance: random.Random, at: int, *allowed: State) -> None:
        """Open what the disk may hold after so many calls, and go on from there."""
        self.hand.vault.lock()
        disk = power.Disk(dict(self.recorder.first), dict(self.recorder.first_names))
        for call in self.recorder.calls[:at]:
            disk.take(call)
        held = list(power.states(disk, 3, chance))
        files = chance.choice(held)
        self.cuts += 1
        path = self.folder / f"vault-{self.cuts}"
        Place(path).put({str(file.relative_to(self.kept.path)): d for file, d in files.items()})
        for state in allowed:
            found = opened(path, state.spare_key)
            if found.state is not None:
                break
        assert found.state is not None, f"after a power cut: {found.error}"
        assert not set(found.said) - power.HARMLESS, f"after a power cut: {found.said}"
        wrong = difference(found.state, *allowed)
        assert not wrong, f"after a power cut: {wrong}"
        shutil.rmtree(self.kept.path)
        self.kept = Kept(path, state.spare_key, b"", b"")
        self.open_on(self.kept)
        self.model = found.state

    @invariant()
    def shows_what_the_model_says(self) -> None:
        if hasattr(self, "hand"):
            wrong = difference(seen(self.hand.vault, self.hand.spare_key), self.model)
            assert not wrong, wrong

    @invariant()
    def nothing_stands_there_that_was_deleted_for_good(self) -> None:
        if not hasattr(self, "hand"):
            return
        book = read_vault(self.kept.path, spare_key=self.hand.spare_key)
        for kind, notes in ((1, self.model.notes), (2, self.model.heal)):
            revisions = [one for found in book.revisions[kind].values() for one in found]
            readable = {one["text"] for one in revisions if "text" in one}
            assert readable == texts_of(notes), "a text that is gone can be read, or one is missing"
        for found, drafts in (
            (book.drafts, self.model.drafts),
            (book.heal_drafts, self.model.heal_drafts),
        ):
            typed = {key: one["text"] for key, one in found.items()}
            assert typed == drafts, "a draft that ended can be read, or one is missing"
        shown = list((self.kept.path / "drafts").glob(f"{self.hand.vault.heal.id.hex()}*"))
        assert len(shown) == bool(self.model.heal_drafts), "it shows that something was typed"


def run(template: Kept, work: Path, rounds: int, seed: int, *, until_wrong: bool = False) -> Result:
    """So many histories; the first that goes wrong ends it."""
    counted = Rounds(rounds, until_wrong=until_wrong)
    how = settings(
        max_examples=rounds,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        print_blob=False,
        suppress_health_check=list(HealthCheck),
    )

    class Counted(LosesNothing):
        def teardown(self) -> None:
            counted.result.run += 1
            super().teardown()

    Counted.template, Counted.work = template, work
    try:
        run_state_machine_as_test(seeded(seed)(Counted), settings=how)
    except Exception as error:
        # Whatever it is, also one that a broken vault raises by itself.
        counted.result.wrong.append(f"{type(error).__name__}: {error}".splitlines()[0])
    return counted.done(f"histories of up to {STEPS} steps")


HARNESS = Harness(
    "any order of operations and power cuts",
    "no acknowledged text is lost, none that was deleted for good can be decrypted",
    run,
    full=2_000,
    short=12,
    catch=200,
    mutants=(
        instead("no fsync after an append", power, "DISK", NoSyncOnAppend),
        instead("no fsync of folders", power, "DISK", NoSyncOfFolders),
        breaking(
            "a deletion for good leaves what was superseded",
            LogStorage,
            "_supersede",
            (
                "        self.superseded[id] = [document]\n        return",
                "        self.superseded.setdefault(id, []).append(document)\n        return",
            ),
        ),
        breaking(
            "a deletion for good is not written anew",
            LogStorage,
            "_write_anew",
            ("            self._log.rewrite()\n", ""),
        ),
        breaking(
            "a goal that is deleted for good leaves its steps",
            Deleting,
            "shred",
            ("gone = [id, *gone, *removed_parts(self._space, id)]", "gone = [id]"),
        ),
        breaking(
            "earlier versions keep their text",
            LogStorage,
            "keep_only",
            ('one if one.get("deleted") else', "one if True else"),
        ),
        breaking(
            "an ended draft stays in its file",
            Drafts,
            "_leave_nothing",
            ("        self._log.rewrite()\n", "        pass\n"),
        ),
        breaking(
            "the last draft in Heal stays in its file",
            Drafts,
            "_leave",
            ("        self._log.remove()\n", "        pass\n"),
            seed=3,
        ),
        breaking(
            "Heal's drafts have a file when none waits",
            Drafts,
            "_leave_nothing",
            ("        if not self._kept:\n", "        if False:\n"),
            seed=3,
        ),
    ),
)
