"""Write every vector: ``python -m tests.vectors.make [FOLDER]``. The same bytes in every run.

A vector is a folder: ``notebook/`` is a small vault, ``vector.json`` beside it says what opens it,
what a reader must answer, and which sentence of ``docs/vault-format.md`` it proves.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.vault import spec_example
from tests.vault.spec_example import PASSPHRASE, fixed_hpke
from tests.vectors.building import NOW, copied
from tests.vectors.goals_and_things import GOALS_AND_THINGS
from tests.vectors.in_spite import IN_SPITE
from tests.vectors.read import VECTORS, Thing, Vector
from tests.vectors.refused import ROWS, named

HERE = Path(__file__).parent
SIDECAR, NOTEBOOK = "vector.json", "notebook"


def make(folder: Path) -> None:
    """Write all vectors into a folder."""
    with tempfile.TemporaryDirectory() as made:
        example = Path(made) / "example"
        spec_example.make(example)
        for name, vector in {**VECTORS, **GOALS_AND_THINGS, **IN_SPITE}.items():
            path = folder / name / NOTEBOOK
            path.parent.mkdir(parents=True)
            if not vector.fresh:
                copied(example, path)
            with fixed_hpke():
                vector.build(path, name)
            _say(path.parent, _read(vector))
        for name, (row, fault) in named().items():
            path = folder / name / NOTEBOOK
            path.parent.mkdir(parents=True)
            copied(example, path)
            with fixed_hpke():
                fault.harm(path)
            says, kind = ROWS[row]
            secret = _secret(fault.spare_key, fault.passphrase)
            _say(path.parent, {"proves": says, "row": row, **secret, "refused": kind})


def _secret(spare_key: str, passphrase: str = PASSPHRASE) -> dict[str, str]:
    return {"spare_key": spare_key} if spare_key else {"passphrase": passphrase}


def _read(vector: Vector) -> dict[str, Any]:
    return {
        "proves": vector.says,
        **_secret(vector.spare_key),
        "now_ms": NOW.utc_ms,
        "private": [list(one) for one in vector.private],
        "heal": [list(one) for one in vector.heal],
        **_things("things", vector.things),
        **_things("heal_things", vector.heal_things),
        "deleted": list(vector.deleted),
        "drafts": list(vector.drafts),
        **({"heal_drafts": list(vector.heal_drafts)} if vector.heal_drafts else {}),
        "kept_and_not_shown": vector.kept,
        "faults": [list(one) for one in vector.faults],
    }


def _things(name: str, things: Sequence[Thing]) -> dict[str, Any]:
    return {name: [list(one) for one in things]} if things else {}


def _say(folder: Path, told: dict[str, Any]) -> None:
    text = json.dumps(told, indent=2, ensure_ascii=False) + "\n"
    (folder / SIDECAR).write_bytes(text.encode())


def folders(inside: Path = HERE) -> list[Path]:
    """The folders of the vectors, by name."""
    return sorted(one.parent for one in inside.glob(f"*/{SIDECAR}"))


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for old in folders(target):
        shutil.rmtree(old)
    make(target)
