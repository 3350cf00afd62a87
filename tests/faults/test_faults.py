"""The short rounds of kills and power cuts; ``make faults`` runs the long ones."""

from pathlib import Path

import pytest

from tests.faults import kill
from tests.faults.recorder import MUTANTS, Recorder
from tests.faults.runs import cut_power
from tests.vault import vaults
from tests.vault.vaults import Kept

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return vaults.make(tmp_path_factory.mktemp("faults") / "notebook.vault")


def test_killed_while_committing(template: Kept, tmp_path: Path) -> None:
    """Killed twenty times at random: no acknowledged commit is lost, none is half there."""
    found = kill.rounds(template.copied(tmp_path / "notebook.vault"), 20, seed=1)

    assert (found.lost, found.half, found.unopened) == ([], [], [])
    assert found.rounds == 20
    assert found.acknowledged > 20


def test_power_cut_at_every_call(template: Kept, tmp_path: Path) -> None:
    """Whatever the disk holds after a power cut: what was acknowledged, or the commit under way."""
    found = cut_power(template, tmp_path, Recorder, states=800, seed=1)

    assert found.wrong == []
    assert found.states == 800


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: str(mutant.__name__))
def test_the_harness_sees_what_is_wrong(
    template: Kept, tmp_path: Path, mutant: type[Recorder]
) -> None:
    """A vault that leaves out one step of durability is caught by the same harness."""
    found = cut_power(template, tmp_path, mutant, states=5_000, seed=1)

    assert found.wrong != []
