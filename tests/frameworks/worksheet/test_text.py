"""Worksheets as HTML and as Markdown."""

import re
from collections.abc import Callable
from html import escape
from itertools import pairwise

import pytest

from peercoach.frameworks.model import Framework
from peercoach.frameworks.worksheet.sheet import FEW_LINES, LINES, Sheet, make_sheet
from peercoach.frameworks.worksheet.text import html, markdown
from peercoach.words import support
from peercoach.words import worksheet as words
from tests.frameworks.worksheet.sheets import Page, full, odd, shipped

ALL = [shipped("peer-leadership"), shipped("what-so-what-now-what"), full(), odd()]
each = pytest.mark.parametrize("framework", ALL, ids=lambda one: one.id)


@each
def test_html_has_everything(framework: Framework) -> None:
    """Every question with its id, what the element is, and each step of a rating can be read."""
    said = " ".join(" ".join(Page(html(make_sheet(framework))).texts).split())

    for element in framework.elements:
        for text in (element.title, *element.what_it_is, *element.what_it_is_not):
            assert " ".join(text.split()) in said
        for question in element.questions:
            assert question.ask in said
            assert f" {question.id} " in said
    for rating in framework.ratings:
        assert all(step.label in said for step in rating.scale)


@each
def test_html_is_alone(framework: Framework) -> None:
    """It is one file: no script, no form, no picture, and nothing that is fetched."""
    text = html(make_sheet(framework))
    page = Page(text)

    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "link", "img", "iframe", "form", "input", "base", "object"}
    assert not {name for _, found in page.tags for name in found} & {"src", "href", "style"}
    [style] = re.findall("<style>(.*?)</style>", text, re.DOTALL)
    assert not re.search(r"url\(|@import|https?:", style)
    assert page.unclosed == []


@each
def test_html_headings_go_down_by_one(framework: Framework) -> None:
    """There is one first heading, and no level is left out below it."""
    levels = [level for level, _ in Page(html(make_sheet(framework))).headings]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_html_prints_on_paper() -> None:
    """It is set for A4, never parts a question from its lines, and is black on white."""
    text = html(make_sheet(shipped("peer-leadership")))

    assert "@page { size: A4;" in text
    assert ".whole { break-inside: avoid;" in text
    # 7:1 on white is #595959 or darker (WCAG 2.2, 1.4.6); rules that are drawn need 3:1.
    assert set(re.findall(r"color: (#\w+)", text)) <= {"#000", "#333"}
    for block in re.findall(r'<div class="ruled".*?</div>', text, re.DOTALL):
        assert block.count("<span>") in (LINES, FEW_LINES)
        assert 'aria-hidden="true"' in block


def test_large_print() -> None:
    """Large print has letters of 16 points at least, and wider lines."""
    sheet = make_sheet(shipped("peer-leadership"), large=True)
    found = html(sheet)

    [size, row] = re.findall(r"html.large \{ font-size: (\d+)pt; --row: (\d+)mm; \}", found)[0]
    [small] = re.findall(r"--row: (\d+)mm; \}\nhtml.large", found)
    assert int(size) >= 16
    assert int(row) > int(small)
    assert '<html lang="en-GB" class="large">' in found
    assert 'class="normal">' in html(make_sheet(shipped("peer-leadership")))


def test_words_are_only_words() -> None:
    """What looks like HTML in a framework's text is shown, not done."""
    text = html(make_sheet(odd()))

    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; *stars*" in text


def test_language_and_direction() -> None:
    """The file's language is the framework's, and what is ours says that it is English."""
    page = Page(html(make_sheet(odd())))

    assert page.tags[0] == ("html", {"lang": "ar", "class": "normal"})
    turned = [found["dir"] for tag, found in page.tags if tag in ("h1", "h2") and "dir" in found]
    assert turned == ["auto", "auto"]
    ours = [found for tag, found in page.tags if tag == "h3" and found.get("lang") == "en-GB"]
    assert len(ours) >= 4
    assert 'lang="en-GB" dir' not in html(make_sheet(full()))


def test_markdown_has_boxes_and_lines() -> None:
    """Ratings are boxes, answers have ruled lines, and each question carries its id."""
    text = markdown(make_sheet(shipped("what-so-what-now-what")))
    rated = markdown(make_sheet(shipped("peer-leadership")))

    asks = 3
    assert text.count("\n" + "_" * 60 + "\n") == asks * (LINES + LINES + LINES + FEW_LINES)
    assert "\n`stayed-with-you`\n" in text
    assert rated.count("- [ ] We do this sometimes\n") == 9
    assert "\n\n\n" not in text
    assert re.findall(r"(?m)^(#+) ", text)[:3] == ["#", "##", "###"]


def test_markdown_marks_are_escaped() -> None:
    """Text that looks like a mark of Markdown's is text."""
    text = markdown(make_sheet(odd()))

    assert r"# \<script\>alert(1)\</script\> & \*stars\* \`ticks\`" in text
    assert r"## \# من نحن" in text
    assert r"- \- a dash" in text
    assert r"- 1\. a number" in text
    assert r"- \&lt; an entity" in text
    assert "- A&E\n" in text
    assert r"\[a\](https://example.org) !\[b\](c)" in text


@pytest.mark.parametrize(("write", "said"), [(html, escape), (markdown, str)])
def test_care_comes_first(write: Callable[[Sheet], str], said: Callable[[str], str]) -> None:
    """Of a care framework the door stands before anything is asked, with people to call."""
    text = write(make_sheet(full(), region="scotland"))
    door = [words.DOOR_ALONE, *dict(support.sections("scotland"))["People to call"]]
    places = [text.index(said(line).replace("&#x27;", "&#39;")) for line in door]

    assert max(places) < text.index(words.DOOR_STEADY) < text.index("What does it say about")
    assert text.index("Something I did") < text.index("What does it say about")
    assert text.index(words.CLOSING_HELPS) > text.index("What helps tonight?")
    assert "peercoach note" not in text
    assert words.COACHING not in text
