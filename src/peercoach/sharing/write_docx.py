"""What may leave as a document of a word processor: real headings, tables, and nobody's name."""

from typing import Any, Final

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from peercoach.office import on_a4, set_direction, set_heading, set_letter, unsigned
from peercoach.sharing.headings import heading_of, question_of
from peercoach.sharing.leaving import LeavingNote, Reviewed
from peercoach.sharing.paragraphs import Piece, is_short, paragraphs
from peercoach.sharing.rated import Rated, elements
from peercoach.words import share as words

_LANGUAGE: Final = "en-GB"
_LABEL: Final = "Label"
_SIZES: Final = {False: 12, True: 18}
_HEADINGS: Final = {"Title": 1.8, "Heading 1": 1.3, "Heading 2": 1.1}
_WIDTHS: Final = (Mm(54), Mm(120))


def document(reviewed: Reviewed, *, large: bool = False) -> bytes:
    """The bytes of the ``.docx`` file. ``large`` is set at 18 points."""
    return _Writer(large).written(reviewed)


class _Writer:
    """Puts a share into one document, from its top to its end."""

    def __init__(self, large: bool) -> None:
        self._points = _SIZES[large]
        self._document = docx.Document()
        self._prepare()

    def written(self, reviewed: Reviewed) -> bytes:
        """All of it."""
        title = words.TITLES[reviewed.recipient]
        self._say(title, "Title")
        made = words.MADE.format(season=reviewed.made)
        self._say(f"{words.CHECKED}. {made}.").runs[0].bold = True
        self._say(words.ABOUT)
        self._say(words.DOTTED)
        for note in reviewed.notes:
            self._note(note)
        if reviewed.ratings:
            self._say(words.RATINGS, "Heading 1")
            for element in elements(reviewed.ratings):
                self._say(element.title, "Heading 2")
                for rated in element.ratings:
                    self._rated(rated)
        return unsigned(self._document, title=title, language=_LANGUAGE)

    # --- its parts ---------------------------------------------------------------------------

    def _note(self, note: LeavingNote) -> None:
        self._say(heading_of(note), "Heading 1")
        if asked := question_of(note):
            self._say(asked, "Quote")
        said = [self._paragraph(pieces) for pieces in paragraphs(note)]
        for one in said:
            one.paragraph_format.keep_together = is_short(note)
        for one in said[:-1]:
            one.paragraph_format.keep_with_next = is_short(note)

    def _paragraph(self, pieces: list[Piece]) -> Paragraph:
        paragraph = self._document.add_paragraph()
        runs = [paragraph.add_run(one.text) for one in pieces]
        for run, piece in zip(runs, pieces, strict=True):
            if piece.is_label:
                # By its id: the library goes through all styles for each name of one.
                run._r.style = self._label
        set_direction(paragraph, "".join(one.text for one in pieces), *runs)
        return paragraph

    def _rated(self, rated: Rated) -> None:
        if rated.ask:
            self._say(rated.ask, "Quote")
        table = self._document.add_table(rows=0, cols=2)
        table.style = "Table Grid"
        table.autofit = False
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.width = width
        _set_lines(table)
        told = [(words.WHEN, words.ANSWER), *((one.when, one.label) for one in rated.answers)]
        for at, texts in enumerate(told):
            row = table.add_row()
            for cell, width, text in zip(row.cells, _WIDTHS, texts, strict=True):
                cell.width = width
                self._fill(cell.paragraphs[0], text).runs[0].bold = not at
                form = cell.paragraphs[0].paragraph_format
                form.space_before = form.space_after = Pt(4)
                form.line_spacing = 1.0
                form.keep_with_next = at < len(told) - 1
        head = table.rows[0]._tr.get_or_add_trPr()
        # The head of a table that goes over a page is said again on the next.
        head.append(OxmlElement("w:tblHeader"))
        self._document.add_paragraph()

    # --- paragraphs --------------------------------------------------------------------------

    def _say(self, text: str, style: str = "Normal") -> Paragraph:
        return self._fill(self._document.add_paragraph(style=style), text)

    @staticmethod
    def _fill(paragraph: Paragraph, text: str) -> Paragraph:
        """A line of words: what is no note has no lines of its own."""
        text = " ".join(text.split())
        set_direction(paragraph, text, paragraph.add_run(text))
        return paragraph

    # --- the document as a whole -------------------------------------------------------------

    def _prepare(self) -> None:
        on_a4(self._document, language=_LANGUAGE)
        styles: Any = self._document.styles
        for name in ("Normal", "Quote"):
            set_letter(styles[name], self._points)
            styles[name].paragraph_format.space_after = Pt(8)
        styles["Normal"].paragraph_format.line_spacing = 1.25
        styles["Quote"].font.italic = False
        styles["Quote"].paragraph_format.keep_with_next = True
        for name, times in _HEADINGS.items():
            set_heading(styles[name], self._points * times, before=0 if name == "Title" else 20)
        styles["Title"].paragraph_format.space_after = Pt(12)
        ruled = styles["Title"].element.find(".//" + qn("w:pBdr"))
        ruled.getparent().remove(ruled)
        label = styles.add_style(_LABEL, WD_STYLE_TYPE.CHARACTER)
        self._label = label.style_id
        label.font.underline = WD_UNDERLINE.DOTTED


def _set_lines(table: Table) -> None:
    """Thin lines between rows and none beside them; its words begin where others do."""
    properties: Any = table._tbl.tblPr
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for name in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{name}")
        line.set(qn("w:val"), "single" if name in ("bottom", "insideH") else "nil")
        line.set(qn("w:sz"), "4")
        line.set(qn("w:color"), "777777")
        borders.append(line)
    for name in ("left", "right"):
        margin = OxmlElement(f"w:{name}")
        margin.set(qn("w:w"), "0" if name == "left" else "160")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    # In the order that the schema asks for: lines, layout, margins, look (ECMA-376, 17.4.59).
    layout = properties.find(qn("w:tblLayout"))
    look = properties.find(qn("w:tblLook"))
    anchor = layout if layout is not None else look
    anchor.addprevious(borders) if anchor is not None else properties.append(borders)
    look.addprevious(margins) if look is not None else properties.append(margins)
