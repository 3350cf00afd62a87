"""What the threat model and the privacy page say is so."""

import re

import pytest

from tests.architecture.house import imports, modules
from tests.docs.pages import DOCS, NAMED, linked, parts
from tests.reading import grade

NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "requests",
    "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser",
    "xmlrpc",
}  # fmt: skip


def test_every_guarantee_names_a_test() -> None:
    """No row of the table of guarantees stands without a test that shows it."""
    text = (DOCS / "threat-model.md").read_text("utf-8")
    table = text.partition("## Guarantees")[2].partition("## Adversaries")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][2:]

    assert len(rows) >= 10
    assert len(NAMED.findall(text)) > 40
    assert [row for row in rows if not NAMED.search(row)] == []


def test_nothing_imports_a_network() -> None:
    """No module of the program imports anything that speaks to a network."""
    found = [
        f"{module.name}: {one.name}"
        for module in modules()
        for one in imports(module.tree)
        if one.name.split(".")[0] in NETWORK
    ]

    assert found == []


@pytest.mark.parametrize("name", ["threat-model.md", "privacy.md"])
def test_the_readme_links_it(name: str) -> None:
    """Both are one link away from the front page."""
    assert DOCS / name in linked("README.md")


LEAKS = (
    "shell", "scroll back", "recording", "screenshot", "clipboard", "swap", "crash", "Time Machine",
    "OneDrive", "looking", "search", "shared computer", "SSH", "workplace", "makes you", "decoy",
    "recover.py", "spare key", "paper", "share", "deidentify", "settings", "import",
    "out loud", "asked to see your notes",
)  # fmt: skip


def test_privacy_names_each_leak() -> None:
    """The page speaks of each way out that is known to us."""
    text = (DOCS / "privacy.md").read_text("utf-8").lower()

    assert [one for one in LEAKS if one.lower() not in text] == []


def test_each_leak_has_its_remedy() -> None:
    """Each part of the page says what can be done."""
    text = (DOCS / "privacy.md").read_text("utf-8")
    parts = re.split(r"^### ", text, flags=re.MULTILINE)[1:]

    assert len(parts) >= 22
    assert [one.splitlines()[0] for one in parts if "**What helps:**" not in one] == []


def test_what_lies_open_is_named_in_both() -> None:
    """Each kind of file that can be read without a key is named in both pages."""
    model = " ".join(parts("docs/threat-model.md")["## What stands in the open"].split()).lower()
    page = (DOCS / "privacy.md").read_text("utf-8").lower()

    for one in ("settings", "calendar", "worksheet", "export", "dictionary", "spare key", "share"):
        assert one in model, one
    for one in ("settings", "support.yaml", "calendar", "worksheet", "export", "list of people"):
        assert one in page, one


def test_privacy_is_easy_to_read() -> None:
    """The page reads at about age 9 to 11: its median part is below grade 6, and none above 8."""
    grades = sorted(grade(prose) for prose in parts("docs/privacy.md").values())

    assert grades[len(grades) // 2] < 6
    assert grades[-1] < 8
