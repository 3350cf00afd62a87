"""Pictures in the documentation: each is there, asks nobody for anything, can be drawn again."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from peercoach.words import demo as words
from tests.architecture.house import ROOT
from tests.screenshots import FOLDER, PAGE, SCENES, THEMES, conversation, local, picture

SVG = "http://www.w3.org/2000/svg"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def shown(svg: str) -> str:
    """The words in a picture, in order."""
    root = ElementTree.fromstring(svg)
    drawn = "".join("".join(text.itertext()) for text in root.iter(f"{{{SVG}}}text"))
    return " ".join(drawn.replace("\xa0", " ").split())


def test_every_picture_that_is_named_is_there() -> None:
    """README and docs name the pictures that there are, and no other."""
    named = {
        (page.parent / name).resolve()
        for page in PAGES
        for name in re.findall(r"[\w/.-]+\.svg", page.read_text("utf-8"))
    }

    assert named == set(FOLDER.glob("*"))
    assert {path.name for path in named} == {f"{n}-{t}.svg" for n in SCENES for t in THEMES}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_a_picture_asks_nobody_for_anything(path: Path) -> None:
    """Each is whole, and names no other host, script or file."""
    svg = path.read_text("utf-8")

    assert ElementTree.fromstring(svg).tag == f"{{{SVG}}}svg"
    assert re.findall(r"https?://[^\"\s)]*", svg.replace(SVG, "")) == []
    assert re.findall(r"@font-face|@import|<script|<image|href", svg) == []


def test_a_picture_can_be_drawn() -> None:
    """The script draws Home of the demo, in words, with fonts that are there."""
    svg = picture("home", "dark")

    assert "Good to see you." in shown(svg)
    assert words.TOLD in shown(svg)
    assert "ui-monospace" in svg
    assert "font-face" not in svg


def test_what_is_local() -> None:
    """Fonts from elsewhere and the comment of the tool are taken out; the rest stays."""
    found = local(
        '<svg><!-- made by x --><style>@font-face { src: url("https://x/y") }\n'
        ".m { font-family: Fira Code, monospace; }</style></svg>"
    )

    assert "https" not in found
    assert "made by" not in found
    assert re.search(r"\.m \{ font-family: ui-monospace, .* monospace; \}", found)


def test_the_conversation_on_the_page() -> None:
    """What the plain interface says is told on the page, from its first line to its last."""
    told = conversation()
    page = PAGE.read_text("utf-8")

    assert told.startswith(words.TOLD)
    assert "> :quit\n" in told
    assert page.count(words.TOLD) == 1
