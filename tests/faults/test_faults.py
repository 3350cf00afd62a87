"""The short form of every harness, and each of its mutants; ``make faults`` runs the full one."""

from pathlib import Path

import pytest

from peercoach.vault import scan
from peercoach.vault.log import Log
from tests.faults import campaign
from tests.faults.campaign import Harness, Mutant, Rounds
from tests.faults.every import HARNESSES
from tests.faults.operations import OPERATIONS
from tests.vault import vaults
from tests.vault.vaults import Kept

pytestmark = pytest.mark.faults

MUTANTS = [(harness, mutant) for harness in HARNESSES for mutant in harness.mutants]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return vaults.make(tmp_path_factory.mktemp("faults") / "notebook.vault")


@pytest.mark.parametrize("harness", HARNESSES, ids=lambda one: str(one.name))
def test_nothing_is_wrong(template: Kept, tmp_path: Path, harness: Harness) -> None:
    """In the short rounds of each harness nothing is lost, silent or shown that must not be."""
    result = harness.run(template, tmp_path, harness.short, 1)

    assert result.wrong == []
    assert result.run >= harness.short


@pytest.mark.parametrize(
    ("harness", "mutant"), MUTANTS, ids=[f"{one.name}: {other.name}" for one, other in MUTANTS]
)
def test_each_mutant_is_caught(
    template: Kept, tmp_path: Path, harness: Harness, mutant: Mutant
) -> None:
    """A vault that is broken in one step is found wrong by the same harness."""
    with mutant.broken():
        result = harness.run(template, tmp_path, harness.catch, mutant.seed, until_wrong=True)

    assert result.wrong != []


def test_every_harness_has_mutants() -> None:
    """No harness goes without one, and no two have one name."""
    assert all(harness.mutants for harness in HARNESSES)
    assert len({harness.name for harness in HARNESSES}) == len(HARNESSES) == 12
    assert len({(harness.name, mutant.name) for harness, mutant in MUTANTS}) == len(MUTANTS)


def test_every_operation_has_a_name_of_its_own() -> None:
    """Operations are told apart, and each is drawn at times."""
    assert len({one.name for one in OPERATIONS}) == len(OPERATIONS)
    assert all(one.weight > 0 for one in OPERATIONS)


def test_a_mutant_ends_with_its_context() -> None:
    """A broken step is whole again afterwards, whatever happened within."""
    whole = (Log.append, scan._chain, scan.scan)

    for _, mutant in MUTANTS:
        with pytest.raises(ZeroDivisionError), mutant.broken():
            raise ZeroDivisionError

    assert (Log.append, scan._chain, scan.scan) == whole


def test_a_mutant_whose_text_moved_on_is_noticed() -> None:
    """Where the text to be changed is not there exactly once, it fails instead of doing nothing."""
    with pytest.raises(AssertionError), campaign.rewritten(Log, "append", ("not in it", "")):
        pass


def test_rounds_end_when_there_are_enough() -> None:
    """So many rounds and no more; looking for one that is wrong ends with it."""
    counted, looking = Rounds(3), Rounds(9, until_wrong=True)

    while not counted.enough:
        counted.add("wrong" if counted.result.run == 1 else "", "here")
    while not looking.enough:
        looking.add("wrong" if looking.result.run == 1 else "")

    assert (counted.done().run, counted.result.wrong) == (3, ["here: wrong"])
    assert (looking.done().run, looking.result.wrong) == (2, ["wrong"])
