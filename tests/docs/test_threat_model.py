"""What the threat model and the privacy page say is so."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, imports, modules
from tests.reading import grade

DOCS = ROOT / "docs"
NAMED = re.compile(r"`(tests/[a-z0-9_/]+\.py)::(test_[a-z0-9_]+)`")
NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "requests",
    "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser",
    "xmlrpc",
}  # fmt: skip


def named_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, functions)}


def test_every_test_that_is_named_exists() -> None:
    """Each test named in the threat model is in the file that it names."""
    named = NAMED.findall((DOCS / "threat-model.md").read_text("utf-8"))

    missing = [
        f"{file}::{name}"
        for file, name in named
        if not (ROOT / file).exists() or name not in named_in(ROOT / file)
    ]

    assert len(named) > 40
    assert missing == []


def test_every_guarantee_names_a_test() -> None:
    """No row of the table of guarantees stands without a test that shows it."""
    text = (DOCS / "threat-model.md").read_text("utf-8")
    table = text.partition("## Guarantees")[2].partition("## Adversaries")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][2:]

    assert len(rows) >= 10
    assert [row for row in rows if not NAMED.search(row)] == []


def test_every_mention_of_a_test_is_one_that_can_be_followed() -> None:
    """Whatever looks like a test in the text is written as file and name."""
    text = (DOCS / "threat-model.md").read_text("utf-8")

    loose = [one for one in re.findall(r"`[^`]*test_[^`]*`", text) if not NAMED.fullmatch(one)]

    assert loose == []


def test_nothing_imports_a_network() -> None:
    """No module of the program imports anything that speaks to a network."""
    found = [
        f"{module.name}: {one.name}"
        for module in modules()
        for one in imports(module.tree)
        if one.name.split(".")[0] in NETWORK
    ]

    assert found == []


@pytest.mark.parametrize("page", ["threat-model.md", "privacy.md"])
def test_links_lead_somewhere(page: str) -> None:
    """Each link to a file is to one that is there, and the README links the page."""
    text = (DOCS / page).read_text("utf-8")
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)

    assert targets
    assert [one for one in targets if not (DOCS / one).exists()] == []
    assert f"(docs/{page})" in (ROOT / "README.md").read_text("utf-8")


LEAKS = (
    "shell", "scroll back", "recording", "screenshot", "clipboard", "swap", "crash", "Time Machine",
    "OneDrive", "looking", "search", "shared computer", "SSH", "workplace", "makes you", "decoy",
    "recover.py",
)  # fmt: skip


def test_privacy_names_each_leak() -> None:
    """The page speaks of each way out that is known to us."""
    text = (DOCS / "privacy.md").read_text("utf-8").lower()

    assert [one for one in LEAKS if one.lower() not in text] == []


def test_each_leak_has_its_remedy() -> None:
    """Each part of the page says what can be done."""
    text = (DOCS / "privacy.md").read_text("utf-8")
    parts = re.split(r"^### ", text, flags=re.MULTILINE)[1:]

    assert len(parts) >= 14
    assert [one.splitlines()[0] for one in parts if "**What helps:**" not in one] == []


def test_privacy_is_easy_to_read() -> None:
    """The page reads at about age 9 to 11: its median part is below grade 6, and none above 8."""
    text = (DOCS / "privacy.md").read_text("utf-8")
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    text = re.sub(r"`[^`]*`|\[([^\]]*)\]\([^)]*\)", r"\1", text)
    parts = re.split(r"^#+ .*$", text, flags=re.MULTILINE)
    grades = sorted(grade(part) for part in parts if part.strip())

    assert grades[len(grades) // 2] < 6
    assert grades[-1] < 8
