"""What gets installed: the wheel, tried away from the source tree, and an editable install.

Nothing is fetched. The wheel goes into a fresh environment that sees its dependencies through a
``.pth`` file, and ``peercoach`` itself through the wheel alone.
"""

import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest

from peercoach import paths
from peercoach._version import __version__

ROOT = Path(__file__).resolve().parents[2]


class Installed(NamedTuple):
    """An environment with the wheel in it, and an empty folder to run from."""

    python: Path
    command: Path
    site: Path
    elsewhere: Path

    def run(self, *arguments: str, home: Path | None = None) -> str:
        """What the installed command prints, run from an empty folder that is its home too."""
        return _run([self.command, *arguments], home or self.elsewhere).stdout


def _run(arguments: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    away = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    away |= {"HOME": str(folder), "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return subprocess.run(
        arguments, cwd=folder, env=away, capture_output=True, text=True, check=True
    )


def _pip(python: Path | str, folder: Path, *arguments: str | Path) -> None:
    _run([python, "-m", "pip", *arguments], folder)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this tree as ``pip install .`` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--no-deps", "--no-build-isolation", "--wheel-dir")
    _pip(sys.executable, folder, "wheel", *options, folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment outside the tree."""
    folder = tmp_path_factory.mktemp("installed")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    _run([sys.executable, "-m", "venv", "--without-pip", folder], elsewhere)
    asked = "import sysconfig; print(sysconfig.get_path('purelib'), sysconfig.get_path('scripts'))"
    python = folder / Path(sys.executable).relative_to(sys.prefix)
    site, scripts = _run([python, "-c", asked], elsewhere).stdout.split()
    _pip(sys.executable, elsewhere, "--python", python, "install", "--no-deps", wheel)
    _lend_dependencies(Path(site))
    return Installed(python, Path(scripts) / "peercoach", Path(site), elsewhere)


def _lend_dependencies(site: Path) -> None:
    """Make this environment's libraries importable there, without its own ``peercoach``.

    The folder is put on the path as a line, not as a site folder: its ``.pth`` files are not read,
    so the editable install in it stays out of sight.
    """
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")


def test_wheel_holds_the_package_the_frameworks_and_no_more(wheel: Path) -> None:
    """Every source file and framework is in the wheel, the licence too, and nothing else."""
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        about = {name.partition(".dist-info/")[2] for name in archive.namelist()} - {""}

    package = ROOT / "src" / "peercoach"
    sources = {
        f"peercoach/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file()
        and not any(p.endswith("_cache") or p == "__pycache__" for p in path.parts)
    }
    library = {f"peercoach/library/{path.name}" for path in (ROOT / "frameworks").glob("*.yaml")}
    assert names == sources | library
    assert "peercoach/sharing/share-1.schema.json" in names
    assert {"licenses/LICENSE", "licenses/NOTICE", "entry_points.txt"} <= about


def test_installed_package_is_the_wheel(installed: Installed) -> None:
    """What runs below is the wheel's own files: none is found in the source tree."""
    asked = "import peercoach, peercoach.paths as p; print(peercoach.__file__); print(p.__file__)"
    found = _run([installed.python, "-c", asked], installed.elsewhere).stdout.splitlines()

    assert [Path(line).is_relative_to(installed.site) for line in found] == [True, True]


def test_installed_command_says_its_version(installed: Installed) -> None:
    """``peercoach --version`` answers with the one version there is, as does ``python -m``."""
    as_module: list[str | Path] = [installed.python, "-m", "peercoach", "--version"]

    assert installed.run("--version") == f"peercoach {__version__}\n"
    assert _run(as_module, installed.elsewhere).stdout == f"peercoach {__version__}\n"


def test_installed_command_finds_the_frameworks(installed: Installed) -> None:
    """``peercoach frameworks list --json`` lists every shipped framework, and all are usable."""
    printed = installed.run("frameworks", "list", "--json")
    lines = [json.loads(line) for line in printed.splitlines()]

    assert {line["id"] for line in lines} == {p.stem for p in (ROOT / "frameworks").glob("*.yaml")}
    assert "peer-leadership" in {line["id"] for line in lines}
    assert all(line["usable"] for line in lines)


def test_installed_command_leaves_nothing_behind(installed: Installed, tmp_path: Path) -> None:
    """Asking for the version and the frameworks writes no file in the home or the folder."""
    installed.run("--version", home=tmp_path)
    installed.run("frameworks", "list", "--json", home=tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_editable_install_finds_the_frameworks(tmp_path: Path) -> None:
    """The install that these tests run from finds the frameworks in the source tree."""
    command = Path(sys.executable).with_name("peercoach")

    listed = _run([command, "frameworks", "list", "--json"], tmp_path).stdout

    assert paths.shipped_frameworks() == ROOT / "frameworks"
    assert "peer-leadership" in {json.loads(line)["id"] for line in listed.splitlines()}


def test_editable_install_leaves_no_copy_of_the_frameworks(tmp_path: Path) -> None:
    """An editable wheel holds one line that points here, and no framework that could grow old."""
    hatch = "from hatchling.build import build_editable as b; import sys; print(b(sys.argv[1]))"
    name = subprocess.run(
        [sys.executable, "-c", hatch, tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()

    with ZipFile(tmp_path / name) as archive:
        outside = [name for name in archive.namelist() if ".dist-info/" not in name]
        assert outside == ["_peercoach.pth"]
        assert archive.read("_peercoach.pth").decode().strip() == str(ROOT / "src")
