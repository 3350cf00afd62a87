"""Sizes, docstrings, and what no file of the repository may say (see CONTRIBUTING.md)."""

import ast
import re
import tomllib
from pathlib import Path
from statistics import median, quantiles

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.house import ROOT, kept_files, modules

LONGEST_FILE, MEDIAN_FILE = 350, 120
LONGEST_FUNCTION, LONG_FUNCTION = 60, 30

Function = ast.FunctionDef | ast.AsyncFunctionDef

# Spelt in two halves, so that this file does not find itself.
REGISTRIES = ["pypi" + r"\.org", "python" + "hosted", "npm" + r"js\.org", "deb" + r"\.debian"]
HOMES = ["/" + r"root\b", "/" + r"home/\w", "/" + r"Users/\w", r"[A-Z]:\\" + r"Users\\\w"]
WORKSHOPS = ["/" + r"work/\w", "/" + r"opt/\w", r"(?<!emit-)(find|index)" + "-(links|url)"]
TRACES = re.compile("|".join([*REGISTRIES, *HOMES, *WORKSHOPS]))

SKIPS = re.compile(r"\b(skip|skipif|skipIf|importorskip|skipTest|xfail)\b")


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _functions(tree: ast.AST) -> list[Function]:
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


def _length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _tests() -> list[tuple[Path, ast.Module]]:
    paths = sorted((ROOT / "tests").rglob("*.py"))
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths]


def test_files_are_short() -> None:
    """No source file is over 350 lines, and half of those with anything in them are under 120."""
    lines = {module.name: _lines(module.path) for module in modules()}

    assert {name: count for name, count in lines.items() if count > LONGEST_FILE} == {}
    assert median(count for count in lines.values() if count) <= MEDIAN_FILE


def test_functions_are_short() -> None:
    """No function is over 60 lines with its docstring, and nine in ten are 30 at most."""
    lengths = {
        f"{module.name}.{function.name}:{function.lineno}": _length(function)
        for module in modules()
        for function in _functions(module.tree)
    }

    assert {name: count for name, count in lengths.items() if count > LONGEST_FUNCTION} == {}
    assert quantiles(lengths.values(), n=10)[-1] <= LONG_FUNCTION


def test_every_test_says_what_it_claims() -> None:
    """Each test has a docstring that states its claim."""
    silent = [
        f"{path.relative_to(ROOT)}:{function.name}"
        for path, tree in _tests()
        for function in _functions(tree)
        if function.name.startswith("test") and not ast.get_docstring(function)
    ]

    assert silent == []


def test_no_test_is_skipped() -> None:
    """Nothing is left out of a run by a mark or a call: what is shown green was run."""
    left_out = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in _tests()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and SKIPS.fullmatch(node.attr)
        and "pytest" in ast.unparse(node)
    ]

    assert left_out == []


def test_no_file_tells_where_it_was_made() -> None:
    """No kept file names a package registry, a person's home folder or a build machine's paths."""
    told = [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in kept_files()
        if (found := TRACES.search(path.read_bytes().decode("utf-8", errors="replace")))
    ]

    assert told == []


@pytest.mark.parametrize(("name", "least"), [("run", 20), ("dev", 20), ("names", 3)])
def test_a_lock_pins_and_hashes_everything(name: str, least: int) -> None:
    """Each requirement in a lock is one release with at least one SHA-256."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", re.sub(r"(?m)^ *#.*\n", "", text).strip())

    assert len(entries) >= least
    assert [entry for entry in entries if not re.match(r"[a-z0-9-]+==[0-9a-z.]+ ", entry)] == []
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize(("name", "group"), [("run", "build"), ("dev", "dev")])
def test_a_lock_satisfies_what_is_asked(name: str, group: str) -> None:
    """Each library that pyproject.toml asks for is locked, at a release within its range."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"][group]]
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    locked = dict(re.findall(r"(?m)^([a-z0-9-]+)==(\S+)", text))

    wanted = [Requirement(line) for line in asked if isinstance(line, str)]
    missed = [
        str(one)
        for one in wanted
        if not one.specifier.contains(locked.get(canonicalize_name(one.name), "0"))
    ]

    assert len(wanted) > 10
    assert missed == []


def test_the_names_model_is_locked_as_the_extra_has_it() -> None:
    """The lock of the names model has what the extra asks for, each release in its range, and no
    more.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["optional-dependencies"]["names"]
    text = (ROOT / "requirements" / "names.txt").read_text(encoding="utf-8")
    locked = re.findall(r"(?m)^([a-z0-9-]+)==(\S+)", text)

    wanted = [Requirement(line) for line in asked]

    assert project["dependency-groups"]["names"] == asked
    assert {name for name, _ in locked} == {one.name for one in wanted}
    for name, release in locked:
        assert any(one.name == name and one.specifier.contains(release) for one in wanted)


def test_traces_are_recognised() -> None:
    """The pattern for traces finds a home folder, a registry and a drive."""
    for trace in ("/" + "home/sam/notes", "files.python" + "hosted.org", "C:\\" + "Users\\sam"):
        assert TRACES.search(trace)

    assert not TRACES.search("~/.local/share/peercoach")


def said_twice(source: str) -> list[str]:
    """Names that a module gives twice: the first sentence of the two is never said."""
    names = [
        target.id
        for node in ast.parse(source).body
        for target in (node.targets if isinstance(node, ast.Assign) else ())
        if isinstance(target, ast.Name)
    ]
    return sorted({name for name in names if names.count(name) > 1})


def test_no_words_are_given_twice() -> None:
    """Each sentence said to a person stands once under its name."""
    words = sorted((ROOT / "src" / "peercoach" / "words").glob("*.py"))

    assert words
    assert {file.name: said_twice(file.read_text("utf-8")) for file in words} == {
        file.name: [] for file in words
    }
    assert said_twice("A = 1\nB = 2\nA = 3\n") == ["A"]
