"""Every vector through every reader: the program, check, ``docs/recover.py``, the tests' own."""

import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from docs import recover
from tests.vault import independent_keys, independent_primitives
from tests.vault.spec_example import SPEC
from tests.vectors import answers
from tests.vectors.answers import Answer
from tests.vectors.make import HERE, NOTEBOOK, SIDECAR, folders, make

_TOLD = {one.name: json.loads((one / SIDECAR).read_text("utf-8")) for one in folders()}
REFUSED = [name for name, told in _TOLD.items() if "refused" in told]
READ = [name for name, told in _TOLD.items() if "refused" not in told]
WRONG = {"spare-key-misread", "wrong-spare-key", "wrong-passphrase"}

_stretched = cache(independent_primitives.stretch)
_recovered = cache(recover.stretched)


@pytest.fixture(autouse=True)
def derive_each_key_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(independent_keys, "stretch", _stretched)
    monkeypatch.setattr(recover, "stretched", _recovered)


class Copies:
    """A copy of a vector's notebook for each reader, since the program mends what it opens."""

    def __init__(self, name: str, folder: Path) -> None:
        self.told: dict[str, Any] = _TOLD[name]
        self.passphrase: str = self.told.get("passphrase", "")
        self.spare_key: str = self.told.get("spare_key", "")
        self.typed = self.passphrase or self.spare_key
        self._from = HERE / name / NOTEBOOK
        self._folder = folder
        self._count = 0

    def fresh(self) -> Path:
        """Another copy; where the vector is that nothing stands there, nothing does."""
        self._count += 1
        to = self._folder / str(self._count)
        if self._from.exists():
            shutil.copytree(self._from, to)
        return to


# --- the set -------------------------------------------------------------------------------------


def test_the_generator_writes_the_same_bytes(tmp_path: Path) -> None:
    """Made again, every file of every vector has the bytes that are kept here, and none is more."""
    make(tmp_path)

    now = {str(one.relative_to(tmp_path)): one.read_bytes() for one in _files(tmp_path)}
    kept = {
        str(one.relative_to(HERE)): one.read_bytes()
        for name in _TOLD
        for one in _files(HERE / name)
    }
    assert now == kept


def test_the_set_is_small() -> None:
    """All vectors together are under 2 MiB."""
    sizes = [one.stat().st_size for name in _TOLD for one in _files(HERE / name)]

    assert len(READ) > 30 and len(REFUSED) > 30
    assert sum(sizes) < 2 * 1024 * 1024


@pytest.mark.parametrize("name", _TOLD)
def test_what_a_vector_proves_stands_in_the_specification(name: str) -> None:
    """The sentence that a vector names is in the specification, word for word."""
    spec = re.sub(r"\s+", " ", SPEC.read_text("utf-8"))

    assert _TOLD[name]["proves"] in spec


# --- what is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", REFUSED)
def test_every_reader_refuses_by_the_same_name(name: str, tmp_path: Path) -> None:
    """The program, check, the script and the tests' reader name the fault that the vector has."""
    vector = Copies(name, tmp_path)
    kind = vector.told["refused"]
    # Where one prompt takes both, a spare key that opens nothing is a wrong passphrase too.
    at_the_door = "wrong-passphrase" if kind in WRONG else kind

    by_program = answers.refused_by_program(vector.fresh(), vector.passphrase, vector.spare_key)
    by_workspace = answers.refused_by_workspace(vector.fresh(), vector.typed)
    by_independent = answers.refused_by_independent(
        vector.fresh(), vector.passphrase, vector.spare_key
    )
    checked, problems = answers.checked(vector.fresh(), vector.typed)
    recovered, faults = answers.faults_by_recover(vector.fresh(), vector.typed)

    assert (by_program, by_workspace, by_independent) == (kind, at_the_door, kind)
    # These two go on after a log that can't be read, and say so.
    assert {checked, *(one for one, _ in problems)} - {""} == {at_the_door}
    assert {recovered, *(one for one, _ in faults)} - {""} == {kind}


# --- what is read --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", READ)
def test_every_reader_reads_the_same(name: str, tmp_path: Path) -> None:
    """Notes with their versions, things, what was deleted, and drafts are those that the vector
    names; and so many documents are kept that can't be shown.
    """
    vector = Copies(name, tmp_path)
    told = Answer(
        sorted([now, *sorted(others)] for now, *others in vector.told["private"]),
        sorted([now, *sorted(others)] for now, *others in vector.told["heal"]),
        sorted(vector.told["deleted"]),
        sorted(vector.told["drafts"]),
        sorted(vector.told.get("heal_drafts", [])),
        vector.told.get("things", []),
        vector.told.get("heal_things", []),
    )
    kept = vector.told["kept_and_not_shown"]

    by_program = answers.by_program(vector.fresh(), vector.passphrase, vector.spare_key)
    by_independent = answers.by_independent(vector.fresh(), vector.passphrase, vector.spare_key)

    assert answers.by_recover(vector.fresh(), vector.typed) == (told, kept)
    assert by_program == (told, kept)
    assert by_independent == told


@pytest.mark.parametrize("name", READ)
def test_what_is_not_whole_is_said_alike(name: str, tmp_path: Path) -> None:
    """Check and the script name the same faults in the same files, which are the vector's."""
    vector = Copies(name, tmp_path)
    told = {(kind, where) for kind, where in vector.told["faults"]}

    checked = answers.checked(vector.fresh(), vector.typed)
    recovered = answers.faults_by_recover(vector.fresh(), vector.typed)

    assert checked == ("", told)
    assert recovered == ("", told)


@pytest.mark.parametrize("name", READ)
def test_the_script_changes_nothing(name: str, tmp_path: Path) -> None:
    """Reading leaves every byte of the notebook as it was, and adds no file."""
    vector = Copies(name, tmp_path)
    path = vector.fresh()
    before = {one: one.read_bytes() for one in _files(path)}

    recover.read(path, vector.typed, with_heal=True)

    assert {one: one.read_bytes() for one in _files(path)} == before


def _files(folder: Path) -> list[Path]:
    return sorted(one for one in folder.rglob("*") if one.is_file())
