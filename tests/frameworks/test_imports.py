"""YAML is fetched when a file is read, and by nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

FRAMEWORKS = Path(__file__).parents[2] / "frameworks"
SOURCE = Path(__file__).parents[2] / "src"


def loaded(code: str) -> set[str]:
    """The modules that a fresh Python holds after running ``code``."""
    script = f"import sys\nsys.path.insert(0, {str(SOURCE)!r})\n{code}\nprint(*sys.modules)"
    command = [sys.executable, "-I", "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["model", "library", "load", "check", "schema", "content"])
def test_importing_a_module_does_not_load_yaml(module: str) -> None:
    """No module of the package loads yaml, nor what only faults need, by being imported."""
    modules = loaded(f"import peercoach.frameworks.{module}")

    assert f"peercoach.frameworks.{module}" in modules
    assert not {"yaml", "difflib"} & modules


def test_reading_a_file_loads_yaml() -> None:
    """The first file that is read loads yaml, so that the test above can see it."""
    modules = loaded(
        "from pathlib import Path\nfrom peercoach.frameworks.library import open_library\n"
        f"open_library(shipped=Path({str(FRAMEWORKS)!r}), personal=None, extra=None)"
    )

    assert "yaml" in modules


def test_an_empty_library_loads_no_yaml(tmp_path: Path) -> None:
    """A library of empty folders reads nothing and so loads nothing."""
    modules = loaded(
        "from pathlib import Path\nfrom peercoach.frameworks.library import open_library\n"
        f"open_library(shipped=Path({str(tmp_path)!r}), personal=None, extra=None)"
    )

    assert "yaml" not in modules


def test_the_model_stands_alone() -> None:
    """Whoever only needs the values loads neither the loader nor any words."""
    modules = loaded("import peercoach.frameworks.model")

    ours = {name for name in modules if name.startswith("peercoach")}
    assert ours == {"peercoach", "peercoach.frameworks", "peercoach.frameworks.model"}
