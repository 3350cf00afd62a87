"""How the program starts: the version at once, each verb alone, hardened before it asks."""

import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from peercoach import hardening
from peercoach._version import __version__
from peercoach.cli.root import VERBS
from tests.plain.talking import COMMAND, environment, made, opening, run


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The modules that a command line imported, those of packages by their first name too."""
    code = (
        "import sys\nfrom peercoach.cli.entry import main\nmain()\n"
        "print(*sys.modules, file=sys.__stderr__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        encoding="utf-8",
        env=environment(folder),
        check=True,
    )
    names = done.stderr.splitlines()[-1].split()
    return {*names, *(name.partition(".")[0] for name in names)}


def test_version(tmp_path: Path) -> None:
    """The version is said on standard output, before click or anything else is imported."""
    said = run(tmp_path, "--version")

    assert (said.returncode, said.stdout) == (0, f"peercoach {__version__}\n")
    ours = {name for name in loaded(tmp_path, "--version") if name.startswith("peercoach.")}
    assert ours == {"peercoach.cli", "peercoach.cli.entry", "peercoach._version"}
    assert "click" not in loaded(tmp_path, "--version")


def test_version_anywhere(tmp_path: Path) -> None:
    """After other options it is said all the same."""
    assert run(tmp_path, "--plain", "--version").stdout == f"peercoach {__version__}\n"


@pytest.mark.bench
def test_version_is_quick(tmp_path: Path) -> None:
    """It takes no more than three times as long as Python alone, taken in turns."""
    ours: list[float] = []
    alone: list[float] = []

    for _ in range(9):
        for times, command in ((ours, ["-m", "peercoach", "--version"]), (alone, ["-c", "pass"])):
            began = time.perf_counter()
            subprocess.run(
                [sys.executable, *command],
                env=environment(tmp_path),
                stdout=subprocess.DEVNULL,
                check=True,
            )
            times.append(time.perf_counter() - began)

    assert statistics.median(ours) <= 3 * statistics.median(alone)


@pytest.mark.parametrize("verb", [["list"], ["note", "-"], ["search", "x"], ["check", "--deep"]])
def test_verbs_never_import_textual(tmp_path: Path, verb: list[str]) -> None:
    """No verb imports textual or rich, and each imports no other verb."""
    options = opening(tmp_path, made(tmp_path / "n.vault"))
    found = loaded(tmp_path, *options, *verb)

    assert found & {"textual", "rich"} == set()
    others = {f"peercoach.cli.verbs.{name}" for name in VERBS if name != verb[0]}
    assert found & others == set()


def test_frameworks_open_nothing(tmp_path: Path) -> None:
    """Frameworks are listed without anything of the notebook or its keys."""
    found = loaded(tmp_path, "frameworks", "list")

    assert found & {"cryptography", "tinydb", "peercoach.vault", "peercoach.workspace"} == set()


def test_every_verb_is_a_file() -> None:
    """Each verb stands in a file of its name, and each file there is a verb."""
    folder = Path(hardening.__file__).parent / "cli" / "verbs"

    # Python keeps "import" for itself, so that file's name ends in "_".
    files = {path.stem.rstrip("_").replace("_", "-") for path in folder.glob("[!_]*.py")}

    assert files == set(VERBS)


# --- hardening -----------------------------------------------------------------------------------


def test_hardened_before_it_asks(tmp_path: Path) -> None:
    """While the passphrase is awaited the process can't be dumped, nor read by another of ours."""
    vault = made(tmp_path / "n.vault")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(
        [*COMMAND, "--vault", str(vault), "--passphrase-file", str(pipe), "list"],
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    ) as program:
        # Opening it waits until the program reads its passphrase there.
        with pipe.open("w") as writer:
            limits = Path(f"/proc/{program.pid}/limits").read_text()
            owner = Path(f"/proc/{program.pid}/mem").stat().st_uid
            writer.write("not the passphrase\n")
        program.communicate(timeout=30)

    [core] = [line for line in limits.splitlines() if line.startswith("Max core file size")]
    assert core.split()[4:6] == ["0", "0"]
    # What can't be dumped belongs to root, whoever runs it (proc(5), /proc/pid).
    assert owner == 0


@pytest.mark.parametrize(
    ("platform", "taken"),
    [
        ("linux", ("no-core-file", "not-dumpable")),
        ("darwin", ("no-core-file",)),
        ("win32", ()),
    ],
)
def test_measures(monkeypatch: pytest.MonkeyPatch, platform: str, taken: tuple[str, ...]) -> None:
    """Each platform has the measures that it knows."""
    monkeypatch.setattr(hardening, "_no_core_file", lambda: None)
    monkeypatch.setattr(hardening, "_not_dumpable", lambda: None)

    assert hardening.harden(platform) == taken


@pytest.mark.parametrize("error", [OSError, ValueError, AttributeError, ImportError])
def test_never_fatal(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    """A platform that refuses a measure stops nothing, and the others are taken."""

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(resource, "setrlimit", refuse)
    monkeypatch.setattr(hardening, "_not_dumpable", lambda: None)

    assert hardening.harden("linux") == ("not-dumpable",)


def test_environment() -> None:
    """Textual's settings are dropped, but those that are known to write nothing down."""
    found = {
        "TEXTUAL_LOG": "/tmp/log",
        "TEXTUAL": "devtools",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_ANIMATIONS": "none",
        "PATH": "/bin",
    }

    hardening.clean_environment(found)

    assert found == {"TEXTUAL_ANIMATIONS": "none", "PATH": "/bin"}
