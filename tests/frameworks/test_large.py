"""A framework of 200 elements and 2,000 questions, one right to left, one with very long words."""

import io
from pathlib import Path

import docx
import pytest

from peercoach import paths
from peercoach.frameworks.check import check_file
from peercoach.frameworks.library import Library, open_library
from peercoach.frameworks.told import lines_of
from peercoach.frameworks.worksheet.document import document
from peercoach.frameworks.worksheet.sheet import make_sheet
from peercoach.frameworks.worksheet.text import html, markdown
from peercoach.journal.records import Entry
from peercoach.plain.launch import Place
from tests.frameworks.documents import faults_of, framework
from tests.frameworks.large import ARABIC, ELEMENTS, HEBREW, LONG, large, stretched, turned
from tests.frameworks.worksheet.sheets import Page
from tests.plain.talking import PASSPHRASE, Heard, Reply, choice, made, talk

TEXTS = {"large": large(), "turned": turned(), "stretched": stretched()}
each = pytest.mark.parametrize("id", TEXTS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("frameworks")
    for id, text in TEXTS.items():
        (found / f"{id}.yaml").write_text(text, encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def library(folder: Path) -> Library:
    return open_library(shipped=paths.shipped_frameworks(), personal=None, extra=folder)


@each
def test_it_is_right_and_in_the_library(id: str, folder: Path, library: Library) -> None:
    """It is checked like any other, and there to be used."""
    assert check_file(folder / f"{id}.yaml", library).faults == ()
    assert id in library.frameworks


def test_all_of_the_large_one_is_there() -> None:
    """200 elements and 2,000 questions are within the limits; twice as many are not."""
    found = framework(TEXTS["large"])

    [fault] = faults_of(large(elements=2 * ELEMENTS))
    assert (len(found.elements), found.question_count) == (ELEMENTS, 2000)
    assert "There is more in this file than I read" in fault.message


@each
def test_it_can_be_told_whole(id: str) -> None:
    """Every question is told, in its own letters."""
    found = framework(TEXTS[id])

    said = "\n".join(lines_of(found, lambda element: ""))

    assert all(q.ask in said for element in found.elements for q in element.questions)


@each
def test_it_can_be_printed(id: str) -> None:
    """Each of the three kinds of worksheet is made of it, with every question in it."""
    found = framework(TEXTS[id])
    some = found.elements[:20]
    sheet = make_sheet(found, elements=some)
    asks = [question.ask for element in some for question in element.questions]

    page = " ".join(Page(html(sheet)).texts)
    text = markdown(sheet)
    written = {p.text for p in docx.Document(io.BytesIO(document(sheet))).paragraphs}

    for number, ask in enumerate(asks):
        assert ask in page
        assert ask in text
        assert f"{number % len(some[0].questions) + 1}. {ask}" in written


def test_all_of_the_large_one_can_be_printed() -> None:
    """Two thousand questions fit on one worksheet, for whoever has the paper."""
    text = markdown(make_sheet(framework(TEXTS["large"])))

    assert text.count("\n`q0`\n") == ELEMENTS


@pytest.mark.parametrize(
    ("id", "element", "ask"),
    [
        ("large", "The large one: Element 199", "What did you notice, 199.0?"),
        ("turned", "The turned one: ما بيننا", f"{ARABIC}?"),
        ("stretched", f"The stretched one: {LONG}", f"{LONG}?"),
    ],
)
def test_it_can_be_reflected_upon(
    tmp_path: Path, library: Library, id: str, element: str, ask: str
) -> None:
    """In the plain interface it is chosen, asked, answered, and kept with its wording."""
    where = Place(made(tmp_path / "n.vault"), library)
    number = Reply(lambda text: choice(Heard(0, text), element))

    heard = talk(where, ":elements", number, "A line.", ".", ":pause")

    assert any(line.endswith(ask) for line in heard.lines)
    work = where.open(PASSPHRASE)
    [record] = [one.record for one in work.journal.entries()]
    work.lock()
    assert isinstance(record, Entry)
    assert (record.text, record.place.ask) == ("A line.", ask)


def test_both_directions_stand_in_one_framework() -> None:
    """Questions of two scripts keep their letters and their order."""
    [element] = framework(TEXTS["turned"]).elements

    assert [q.ask for q in element.questions] == [f"{ARABIC}?", f"{HEBREW}?", f"{ARABIC} NHS 111?"]
