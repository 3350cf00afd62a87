"""A dictionary in a file."""

from pathlib import Path

import pytest

from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.dictionary_file import read_dictionary
from peercoach.sharing_errors import DictionaryUnusable

GOOD = """
people:
  - name: Rowan Kestrelle
    also: [Chipper, RK]
    role: colleague
  - Uma Quist
  - {name: Zoë, also: , role: }
wards: [Cedar]
teams:
places: [Foxmoor]
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / "known.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_good(tmp_path: Path) -> None:
    """People with all their names, or a name alone, wards, teams and places."""
    assert read_dictionary(_file(tmp_path, GOOD)) == [
        Known("Rowan Kestrelle", ("Chipper", "RK"), role="colleague"),
        Known("Uma Quist"),
        Known("Zoë"),
        Known("Cedar", kind="WARD"),
        Known("Foxmoor", kind="PLACE"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("people: [\n", 2, ""),
        ("wards: Cedar\n", 1, "list"),
        ("folk: [Anna]\n", 1, "folk"),
        ("people:\n  - also: [x]\n", 2, "no name"),
        ("people:\n  - name: [x]\n", 2, "expected a name"),
        ("people:\n  - {name: A, age: 4}\n", 2, "age"),
        ("people:\n  - [A]\n", 2, "keys"),
        ("- Anna\n", 1, "keys"),
        ("wards: ['  ']\n", 1, "expected a name"),
        ("a: &x [1]\nb: *x\n", 1, ""),
        ("people: !!python/object/apply:os.system [echo]\n", 1, ""),
        ("wards: " + "[" * 5000 + "\n", 1, ""),
        ("\x00", 1, ""),
    ],
)
def test_bad(tmp_path: Path, text: str, line: int, why: str) -> None:
    """A broken or hostile file is refused, with the line and what is wrong."""
    with pytest.raises(DictionaryUnusable) as refused:
        read_dictionary(_file(tmp_path, text))

    assert refused.value.facts["line"] in (line, line - 1)
    assert why in str(refused.value)


def test_no_file(tmp_path: Path) -> None:
    """Where there is no file, it says so."""
    with pytest.raises(DictionaryUnusable, match="can't read a file"):
        read_dictionary(tmp_path / "none.yaml")
