"""Every page of the documentation can be found, and leads where it says."""

from pathlib import Path

import pytest

from tests.architecture.house import ROOT
from tests.docs.pages import DOCS, anchors, linked, lost, unknown

PAGES = sorted(f"docs/{path.name}" for path in DOCS.glob("*.md"))
FRONT = "README.md"


def test_every_page_is_linked() -> None:
    """From the README each page is reached by links, and most by one."""
    near = linked(FRONT)
    reached = set(near)
    for path in near:
        if path.suffix == ".md" and path.parent == DOCS:
            reached |= linked(f"docs/{path.name}")

    assert [one for one in PAGES if ROOT / one not in reached] == []


@pytest.mark.parametrize("name", [FRONT, "CONTRIBUTING.md", *PAGES])
def test_links_lead_somewhere(name: str) -> None:
    """Each link is to a file that is there, and to a heading that it has."""
    assert lost(name) == []


@pytest.mark.parametrize("name", PAGES)
def test_every_test_that_is_named_exists(name: str) -> None:
    """Whatever looks like a test is written as file and name, and is there."""
    assert unknown(name) == []


def test_what_is_lost_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The looks above do find a page that is gone, a heading that is gone, and a test that is."""
    monkeypatch.setattr("tests.docs.pages.ROOT", tmp_path)
    (tmp_path / "one.md").write_text(
        "# One, two\n[a](one.md#one-two) [b](two.md) [c](#three) `test_of_nothing`\n", "utf-8"
    )

    assert lost("one.md") == ["two.md", "#three"]
    assert unknown("one.md") == ["`test_of_nothing`"]
    assert anchors("## 16. What a vault shows") == {"16-what-a-vault-shows"}
