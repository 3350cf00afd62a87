"""Worksheets as a document of a word processor."""

import io
import zipfile
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from peercoach.frameworks.model import Framework
from peercoach.frameworks.worksheet.document import document
from peercoach.frameworks.worksheet.sheet import FEW_LINES, LINES, make_sheet
from peercoach.words import worksheet as words
from tests.frameworks.worksheet.sheets import full, odd, shipped

ALL = [shipped("peer-leadership"), shipped("what-so-what-now-what"), full(), odd()]


def opened(framework: Framework, **options: Any) -> Any:
    return docx.Document(io.BytesIO(document(make_sheet(framework, **options))))


def texts(found: Any) -> list[str]:
    return [paragraph.text for paragraph in found.paragraphs]


@pytest.mark.parametrize("framework", ALL, ids=lambda one: one.id)
def test_everything_is_there_under_real_headings(framework: Framework) -> None:
    """Elements and questions are headings of their levels, and each question has its id."""
    found = opened(framework)

    headings = [(p.style.name, p.text) for p in found.paragraphs if "Heading" in p.style.name]
    assert headings[0] == ("Heading 1", framework.title)
    for element in framework.elements:
        assert ("Heading 2", element.title) in headings
        for number, question in enumerate(element.questions, 1):
            assert ("Heading 3", f"{number}. {question.ask}") in headings
            assert question.id in texts(found)
    levels = [int(name[-1]) for name, _ in headings]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ratings_are_boxes_and_answers_have_lines() -> None:
    """Each step of a rating has a box before it, and there is room under each question."""
    found = opened(shipped("what-so-what-now-what"))
    rated = opened(shipped("peer-leadership"))

    lines = [p for p in found.paragraphs if p.text == "\t"]
    assert len(lines) == 3 * (LINES + LINES + LINES + FEW_LINES)
    assert texts(rated).count("☐ We do this sometimes") == 9


def test_a_question_is_not_parted_from_its_lines() -> None:
    """What stands between a question and its last line keeps with what follows."""
    found = opened(shipped("what-so-what-now-what"))

    start = texts(found).index("1. What has stayed with you from the last few days?")
    block = found.paragraphs[start + 1 : start + 3 + LINES]
    kept = [p.paragraph_format.keep_with_next for p in block]
    assert kept == [True] * (len(block) - 1) + [None]
    assert found.styles["Heading 3"].paragraph_format.keep_with_next


def test_it_tells_nothing_of_its_making() -> None:
    """No author, no date, no program: only a neutral title and the language."""
    content = document(make_sheet(shipped("peer-leadership")))

    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        core = packed.read("docProps/core.xml").decode()
        dates = {entry.date_time for entry in packed.infolist()}
    assert "docProps/app.xml" not in names
    assert not [name for name in names if "thumbnail" in name]
    assert dates == {(1980, 1, 1, 0, 0, 0)}
    assert "<dc:title>Worksheet</dc:title><dc:language>en-GB</dc:language></cp" in core
    found = docx.Document(io.BytesIO(content)).core_properties
    assert (found.author, found.last_modified_by, found.comments) == ("", "", "")
    assert (found.created, found.modified, found.last_printed) == (None, None, None)


def test_the_same_sheet_is_the_same_bytes() -> None:
    """Nothing of the moment or the machine is in it."""
    sheet = make_sheet(shipped("peer-leadership"))

    assert document(sheet) == document(sheet)


def test_language() -> None:
    """It is in the framework's language; words of ours in another say so themselves."""
    english, arabic = opened(full()), opened(odd())

    for found, language in ((english, "en-GB"), (arabic, "ar")):
        defaults = found.styles.element.find(qn("w:docDefaults"))
        assert defaults.find(".//" + qn("w:lang")).get(qn("w:val")) == language
    [ours] = [p for p in arabic.paragraphs if p.text == words.NOT_REVIEWED]
    assert ours._p.find(".//" + qn("w:lang")).get(qn("w:val")) == "en-GB"
    assert english.element.find(".//" + qn("w:lang")) is None


def test_right_to_left() -> None:
    """A paragraph whose first letter runs to the left is set from the right."""
    found = opened(odd())

    turned = [p.text for p in found.paragraphs if p._p.find(".//" + qn("w:bidi")) is not None]
    assert turned == ["أسئلة لنا <b>جميعا</b>", "# من نحن", "1. ما الذي تغيّر؟"]


def test_large_print() -> None:
    """Large print has letters of 16 points at least, and wider lines."""
    normal, large = opened(full()), opened(full(), large=True)

    assert normal.styles["Normal"].font.size.pt == 12
    assert large.styles["Normal"].font.size.pt >= 16
    heights = []
    for found in (normal, large):
        line = next(p for p in found.paragraphs if p.text == "\t").paragraph_format
        heights.append(round((line.space_before + line.line_spacing) / Mm(1)))
    assert heights == [8, 13]


def test_care_comes_first() -> None:
    """Of a care framework the door and people to call stand before anything is asked."""
    said = texts(opened(full(), region="wales"))

    call = next(at for at, text in enumerate(said) if "press 2" in text)
    first = said.index("1. What does it say about what you value?")
    assert said.index(words.DOOR) < call < said.index(words.DOOR_STEADY) < first
    assert "☐ Something I did" in said[:first]
    assert said.index(words.CLOSING_TELL) > first
    assert not [text for text in said if "peercoach note" in text]


def test_a_page_for_each_element() -> None:
    """Each element but the first begins on a page of its own; after a door the first does too."""
    plain, care = opened(shipped("what-so-what-now-what")), opened(full())

    def begun(found: Any) -> list[bool]:
        breaks = [(p.style.name, p.paragraph_format.page_break_before) for p in found.paragraphs]
        return [bool(begins) for name, begins in breaks if name == "Heading 2"]

    assert begun(plain) == [False, True, True, False, False]
    assert begun(care) == [False, True, True, False, False]
