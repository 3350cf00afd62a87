"""What the tests of this folder read: modules, their imports, and the files that are kept in git.

It looks at syntax alone and shares no code with import-linter, so each of the two can catch what
the other misses: this one sees imports inside functions, and modules named in a string.
"""

import ast
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "peercoach"

LEFT_BY_TOOLS = {".git", ".venv", "build", "dist", "__pycache__"}


class Import(NamedTuple):
    """``name`` is dotted and may end in what was imported from the module."""

    name: str
    line: int
    at_top: bool


class Module(NamedTuple):
    """One source file; ``name`` is relative to the package: ``vault.seal``, ``vault``."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def room(self) -> str:
        """The part of the house it belongs to."""
        return self.name.partition(".")[0]


def modules(package: Path = PACKAGE) -> list[Module]:
    """Every module below the package but the package's own ``__init__``, by name."""
    found = []
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name:
            found.append(Module(name, path, ast.parse(path.read_text(encoding="utf-8"))))
    return found


def imports(tree: ast.Module) -> Iterator[Import]:
    """Every import, at the top or in a function, and every module named to ``import_module``."""
    top = set(ast.iter_child_nodes(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, node in top)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            for alias in node.names:
                yield Import(f"{module}.{alias.name}", node.lineno, node in top)
        elif isinstance(node, ast.Call) and (name := _named_in_string(node)):
            yield Import(name, node.lineno, False)


def kept_files() -> list[Path]:
    """The files that git keeps or would keep; without git, all but what tools leave behind."""
    if (ROOT / ".git").exists():
        asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True).stdout
        paths = [ROOT / os.fsdecode(name) for name in listed.split(b"\0") if name]
    else:
        paths = list(_walk())
    return sorted({path for path in paths if path.is_file()})


def _walk() -> Iterator[Path]:
    for folder, inside, files in os.walk(ROOT):
        inside[:] = [n for n in inside if n not in LEFT_BY_TOOLS and not n.endswith("_cache")]
        yield from (Path(folder) / file for file in files)


def _named_in_string(call: ast.Call) -> str:
    """The module, or the start of its name, that a call of ``import_module`` names; or empty."""
    called = call.func.attr if isinstance(call.func, ast.Attribute) else None
    called = call.func.id if isinstance(call.func, ast.Name) else called
    if called not in {"import_module", "__import__"} or not call.args:
        return ""
    first = call.args[0]
    if isinstance(first, ast.JoinedStr) and first.values:
        first = first.values[0]
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        return first.value
    return ""
