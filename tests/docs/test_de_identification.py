"""The page on de-identification says what is so, and promises nothing."""

import re
from pathlib import Path
from typing import get_args

from peercoach.sharing.detect.detector import Detector
from peercoach.sharing.detect.spans import Kind
from peercoach.sharing.dictionary_file import read_dictionary
from peercoach.sharing.replace import Replacer
from peercoach.words import sharing as words
from tests.architecture.house import ROOT

DOCS = ROOT / "docs"
PAGE = (DOCS / "de-identification.md").read_text("utf-8")


def test_it_never_promises() -> None:
    """It says what the result may be called, and that it is never anonymous."""
    assert '"de-identified, checked by its author"' in PAGE
    assert re.findall(r"[^.]*anonymous", PAGE) == [" Never call it anonymous"]


def test_its_first_example_is_as_it_shows() -> None:
    """What it shows being typed comes out as it shows."""
    found = re.search(r'\$ echo "(.*)" \| peercoach deidentify\n(.*)\n', PAGE)
    assert found is not None

    text = Replacer().replace(found[1], Detector().find(found[1])).text

    assert text == found[2]


def test_its_dictionary_can_be_read(tmp_path: Path) -> None:
    """The dictionary it shows is one, and the roles it names are those that are said."""
    block = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert block is not None
    (tmp_path / "known.yaml").write_text(block[1], encoding="utf-8")

    known = read_dictionary(tmp_path / "known.yaml")

    assert [one.kind for one in known] == ["PERSON", "PERSON", "WARD", "TEAM", "PLACE"]
    assert [one for one in words.ROLES if one not in PAGE] == []


def test_every_kind_is_named() -> None:
    """Each kind of span is in the list of types."""
    assert [one for one in get_args(Kind) if f"`{one}`" not in PAGE] == []


def test_links_lead_somewhere() -> None:
    """Each link is to a file that is there, and the README and the commands link the page."""
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", PAGE)

    assert targets
    assert [one for one in targets if not (DOCS / one).exists()] == []
    assert "(docs/de-identification.md)" in (ROOT / "README.md").read_text("utf-8")
    assert "(de-identification.md)" in (DOCS / "commands.md").read_text("utf-8")
