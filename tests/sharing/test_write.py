"""Every form in which a share leaves: the same each time, whole, and nothing but words."""

import csv
import io
import re
import zipfile
from datetime import date
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from peercoach.sharing.leaving import Reviewed, Wording
from peercoach.sharing.legible import legible
from peercoach.sharing.write import FORMATS, Format, written
from peercoach.sharing.write_csv import COLUMNS, harmless
from peercoach.sharing.write_markdown import plainly
from peercoach.words import share as words
from tests.sharing.opened import pieces, read, tags
from tests.sharing.shares import STEPS, a_year, note, rating, reviewed

HOSTILE = (
    "</p><script>alert(1)</script><img src=x onerror=alert(1)> & <b>bold</b> "
    '"quoted" {{ 7 * 7 }} {% raw %} ]]> <!-- x --> &amp; &lt; # *so* _it_ [goes](there) 🌷 e\u0301'
    "\nsecond line\r\nthird\rfourth\n\n\n  indented\ttab\u202eturned\u2029end"
)
UNFIT = "a\x00b\x07c\x1bd\ufffee\ud800f\x7fg"


def odd(text: str) -> Reviewed:
    """A share with a text wherever a text can stand, from wording that is not ours."""
    own = Wording("ours/one", text, text, text, shipped=False)
    day = date(2026, 5, 2)
    ratings = [rating(value, day, wording=own, rating=text, label=text) for value in (0, 1)]
    return reviewed([note(text, wording=own)], ratings, known=())


def shown(share: Reviewed) -> list[str]:
    """The two paragraphs of a note with such a text, with one kind of line break."""
    text = share.notes[0].text.replace("\r\n", "\n").replace("\r", "\n")
    first, second = text.split("\n\n\n")
    return [first, second]


def page(share: Reviewed, *, large: bool = False) -> str:
    return written(share, "html", large=large).decode()


def opened(share: Reviewed, *, large: bool = False) -> Any:
    return docx.Document(io.BytesIO(written(share, "docx", large=large)))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("format", FORMATS)
def test_the_same_share_is_the_same_bytes(format: Format, large: bool) -> None:
    """Reviewed twice, written twice: nothing of the moment, the machine or the person is in it."""
    assert written(a_year(), format, large=large) == written(a_year(), format, large=large)


@pytest.mark.parametrize("format", FORMATS)
def test_everything_is_said(format: Format) -> None:
    """Each form but the table has the title, how it was made, each note, each rating."""
    said = "\n".join(pieces(written(a_year(), format), format))

    told = ["Sharing the movement", "winter 2026", *STEPS]
    if format != "csv":
        told += [words.CHECKED, words.ABOUT, "how quiet it was when Manager A's answer came."]
        told += ["What keeps hope alive?", "nothing about us without us."]
    assert [one for one in told if one not in said] == []


@pytest.mark.parametrize("format", FORMATS)
def test_what_cant_be_shown_is_one_sign(format: Format) -> None:
    """Controls, halves of a pair and what is no character never keep a file from being written."""
    said = "\n".join(pieces(written(odd(UNFIT), format), format))

    assert "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg" in said
    assert not set(UNFIT) - set("abcdefg") & set(said)


def test_what_can_be_shown_is_left() -> None:
    """Every length stays, so that labels stand where they stood."""
    share = odd(HOSTILE)

    assert legible(share) == share
    assert len(legible(odd(UNFIT)).notes[0].text) == len(UNFIT)


# --- Markdown ------------------------------------------------------------------------------------

_SIGNS = (
    "a",
    "b",
    " ",
    "\n",
    "\t",
    "    ",
    *"-+*_`#>=~|<&;[]()!\\1.:",
    "&amp;",
    "&#65;",
    "~~~",
    "---",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_SIGNS), max_size=12).map("".join))
def test_markdown_says_what_was_written(text: str) -> None:
    """As another program reads it, nothing in a note is a mark of Markdown's, or a code."""
    made = f"# T\n\n{plainly(text)}\n\n## R\n"

    shown = MarkdownIt("commonmark").render(made)

    assert read(shown).split() == ["T", *text.split(), "R"]
    assert {name for name, _ in tags(shown)} <= {"h1", "h2", "p", "br"}


# --- HTML ----------------------------------------------------------------------------------------


def test_a_page_is_one_file_that_runs_nothing() -> None:
    """No script, no handler, nothing fetched, and a browser is told so."""
    told = tags(page(odd(HOSTILE)))

    names = {name for name, _ in told}
    assert not names & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "a"}
    attributes = {name for _, has in told for name in has}
    assert not [name for name in attributes if name.startswith("on") or name in ("src", "href")]
    policy = next(has for _, has in told if has.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert "url(" not in page(a_year())
    assert "@import" not in page(a_year())


def test_text_is_only_text() -> None:
    """Markup, entities and templates in a note are shown as they were written, line for line."""
    share = odd(HOSTILE)

    said = read(page(share))

    assert "<script>alert(1)</script>" in share.notes[0].text
    assert [one for one in shown(share) if one not in said] == []


def test_headings_go_down_one_by_one() -> None:
    """One h1, an h2 for each note and for the ratings, an h3 for each element."""
    names = [name for name, _ in tags(page(a_year())) if re.fullmatch("h[1-6]", name)]

    assert names == ["h1", "h2", "h2", "h2", "h2", "h3", "h3"]
    assert tags(page(a_year()))[0] == ("html", {"lang": "en-GB", "class": "normal"})


def test_labels_are_told_apart() -> None:
    """Each label is marked where it stands, a possessive not, and the page says how."""
    made = page(a_year())

    assert re.findall('<span class="label">(.*?)</span>', made) == [
        *("Ward 1", "a day in spring 2026", "Manager A", "Colleague B", "Manager A")
    ]
    assert '<span class="label">Manager A</span>&#39;s answer' in made
    assert words.DOTTED in made


def test_a_chart_says_what_its_table_says() -> None:
    """Where something was rated twice there is a chart, named, with its steps from the top down;
    every answer stands in a table as well.
    """
    made = page(a_year())

    charts = re.findall("<svg.*?</svg>", made, re.DOTALL)
    assert len(charts) == 1
    chart_tags = tags(charts[0])
    ids = {has["id"] for _, has in chart_tags if "id" in has}
    assert chart_tags[0][1]["role"] == "img"
    assert set((chart_tags[0][1]["aria-labelledby"] or "").split()) == ids
    assert [one for one in read(charts[0]).split("\n") if one in STEPS] == list(reversed(STEPS))
    heights = [has["cy"] for name, has in chart_tags if name == "circle"]
    assert len(heights) == 5
    assert heights[0] == heights[3] != heights[1] == heights[2] != heights[4]
    across = [float((has["cx"] or "").rstrip("%")) for name, has in chart_tags if name == "circle"]
    assert across == sorted(across)
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th><td dir=\"auto\">(.*?)</td>", made)
    assert rows[0] == ("winter 2026", STEPS[0])
    assert len(rows) == 6


def test_large_print_is_large() -> None:
    """Large print is set at 18 points and more, with no italics and nothing justified."""
    normal, large = page(a_year()), page(a_year(), large=True)

    assert '<html lang="en-GB" class="large">' in large
    assert re.findall(r"html.large { font-size: (\d+pt); }", large) == ["18pt"]
    assert large.replace('class="large"', 'class="normal"') == normal
    assert not re.search("italic|justify|<i>|<em>", large)


def test_colours_stand_out() -> None:
    """Words stand out by 7 to 1 or more from what is behind them: light, dark and printed."""
    for ground in re.findall(r":root {(.*?)}", page(a_year())):
        colours = dict(re.findall(r"--(\w+): (#\w+);", ground))
        for name in ("ink", "soft"):
            assert contrast(colours[name], colours["paper"]) >= 7
        assert contrast(colours["line"], colours["paper"]) >= 3


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart (WCAG 2.2, 1.4.6)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# --- a document ----------------------------------------------------------------------------------


def test_a_document_has_real_headings() -> None:
    """Title, headings, questions as quotations, and tables whose head is said on each page."""
    found = opened(a_year())

    styled = [(p.style.name, p.text) for p in found.paragraphs if p.style.name != "Normal"]
    assert styled[:3] == [
        ("Title", "Notes for my coach"),
        ("Heading 1", "Sharing the movement, spring 2026"),
        ("Quote", "What does it look like when we share the movement?"),
    ]
    assert ("Heading 1", words.RATINGS) in styled
    assert ("Heading 2", "Holding hope") in styled
    assert [len(one.rows) for one in found.tables] == [6, 2]
    assert all(one.rows[0]._tr.find(".//" + qn("w:tblHeader")) is not None for one in found.tables)
    marked = [run.text for p in found.paragraphs for run in p.runs if run.style.name == "Label"]
    assert marked == ["Ward 1", "a day in spring 2026", "Manager A", "Colleague B", "Manager A"]


def test_a_document_tells_nothing_of_its_making() -> None:
    """No author, no date, no program, no picture, no sources, and none of the template's makers."""
    content = written(a_year(), "docx")

    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {entry.filename: packed.read(entry).decode() for entry in packed.infolist()}
        dates = {entry.date_time for entry in packed.infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}
    core = parts["docProps/core.xml"]
    assert re.findall(r"<(\w+:\w+)>", core) == ["dc:title", "dc:language"]
    assert not [name for name in parts if re.search("app|thumbnail|custom|comments", name)]
    assert not re.search("python|rsid|docId|<w:del |<w:ins ", "".join(parts.values()))


def test_a_document_in_large_print() -> None:
    """18 points in place of 12, in one clear letter, with no italics and nothing justified."""
    for large, points in ((False, 12), (True, 18)):
        found = opened(a_year(), large=large)
        for name in ("Normal", "Quote", "Title", "Heading 1", "Heading 2"):
            style = found.styles[name]
            assert style.font.size.pt >= points
            assert style.font.name == "Arial"
            assert not style.font.italic
        assert {p.alignment for p in found.paragraphs} == {None}


def test_lines_of_a_note_are_lines_of_a_document() -> None:
    """Line breaks and tabs stay; markup of any kind is only text."""
    share = odd(HOSTILE)

    texts = [one.text for one in opened(share).paragraphs]

    assert [one for one in shown(share) if one not in texts] == []


# --- a table -------------------------------------------------------------------------------------


def test_a_row_for_each_rating() -> None:
    """It begins with a mark by which Excel knows UTF-8; rows end as RFC 4180 has them end."""
    content = written(a_year(), "csv")

    assert content.startswith(b"\xef\xbb\xbfframework,")
    assert content.count(b"\r\n") == content.count(b"\n") == 7
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), "")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["value"] for row in rows] == ["0", "1", "1", "0", "2", "1"]
    assert (rows[5]["element"], rows[5]["label"]) == ("hope", STEPS[1])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\t =", "  =", "＝", "＠"])
def test_no_cell_is_run(start: str) -> None:
    """What a spreadsheet could take for a formula begins with an apostrophe; else a cell stays."""
    cell = f"{start} 1 + 1"

    content = written(odd(cell), "csv").decode("utf-8-sig")

    rows = list(csv.reader(io.StringIO(content, "")))
    assert {row[COLUMNS.index("label")] for row in rows[1:]} == {f"'{cell}"}
    assert harmless("We do this = sometimes") == "We do this = sometimes"


def test_a_minus_of_our_own_is_a_number() -> None:
    """A value below nought stays a number, so that it can be reckoned with."""
    share = reviewed([], [rating(-2, date(2026, 5, 2), label="Worse than hoped")])

    assert b",-2,Worse than hoped," in written(share, "csv")
