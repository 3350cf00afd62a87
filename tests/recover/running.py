"""Running ``docs/recover.py``: in this process, or alone in an interpreter that has little else."""

import getpass
import subprocess
import sys
from pathlib import Path

import pytest

from docs import recover

SCRIPT = Path(recover.__file__)
_ALONE = """
import runpy, sys
allowed = set(sys.stdlib_module_names) | {"_cffi_backend", "cffi"} | set(sys.argv[1].split(","))
without = sys.argv[2].split(",")
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] not in allowed or name in without:
            raise ImportError(name + " is not installed")
sys.meta_path.insert(0, Blocker())
sys.argv = sys.argv[3:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def alone(
    *arguments: object,
    typed: str = "",
    allowed: str = "cryptography",
    without: str = "-",
    script: Path = SCRIPT,
) -> subprocess.CompletedProcess[str]:
    """Run a script where nothing but Python and ``allowed`` can be imported, ``without`` neither.

    There is no terminal, so that what is typed comes by standard input.
    """
    command = [sys.executable, "-I", "-X", "utf8", "-c", _ALONE, allowed, without, str(script)]
    return subprocess.run(
        [*command, *map(str, arguments)],
        input=typed + "\n" if typed else "",
        capture_output=True,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        timeout=60,
        check=False,
    )


class Here:
    """Runs the script in this process, into a new folder each time."""

    def __init__(self, tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
        self._folder = tmp_path / "recovered"
        self._patch = patch
        self.count = 0

    @property
    def folder(self) -> Path:
        """Where the last run wrote."""
        return self._folder / str(self.count)

    def __call__(self, notebook: Path, typed: str, *options: str) -> int:
        self.count += 1
        self._folder.mkdir(exist_ok=True)
        self._patch.setattr(getpass, "getpass", lambda prompt: typed)
        return recover.main([str(notebook), str(self.folder), *options])

    def pages(self) -> dict[str, str]:
        """The files that it wrote, by name."""
        return {one.name: one.read_text("utf-8") for one in sorted(self.folder.glob("*"))}


def words_in(page: str) -> list[str]:
    """What a page quotes, each as one text: the runs of lines after "> "."""
    runs: list[list[str]] = [[]]
    for line in page.split("\n"):
        if line.startswith("> "):
            runs[-1].append(line[2:])
        elif runs[-1]:
            runs.append([])
    return ["\n".join(run) for run in runs if run]
