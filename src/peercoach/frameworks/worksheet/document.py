"""A worksheet as a document of a word processor (Office Open XML), to print or to write in.

Real headings and lists, so that a screen reader can walk it. It says nothing of who made it, where
or when: the same worksheet is the same bytes on every computer.
"""

import io
import unicodedata
import zipfile
from collections.abc import Iterable
from typing import Any, Final

import docx
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from peercoach.frameworks.worksheet.sheet import FEW_LINES, LINES, Ask, Page, Sheet
from peercoach.words import worksheet as words

_FONT: Final = "Arial"
_BOX: Final = "☐"
_WIDTH: Final = Mm(174)
# Points of the body, and millimetres from ruled line to ruled line; those of the HTML as well.
_SIZES: Final = {False: (12, 8), True: (18, 13)}
_HEADINGS: Final = {1: 1.7, 2: 1.4, 3: 1.1}
# Which program wrote it, and a picture of its template's first page.
_OF_ITS_MAKING: Final = (RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.THUMBNAIL)
# What zip can't leave out is the same in every file: its earliest date.
_NO_DATE: Final = (1980, 1, 1, 0, 0, 0)


def document(sheet: Sheet) -> bytes:
    """The bytes of the ``.docx`` file."""
    writer = _Writer(sheet)
    writer.write()
    return writer.bytes()


class _Writer:
    """Puts a worksheet into one document, from its top to its end."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._points, self._row = _SIZES[sheet.large]
        self._document = docx.Document()
        self._prepare()

    def write(self) -> None:
        """Write all of it."""
        framework = self._sheet.framework
        self._heading(framework.title, 1)
        self._door()
        self._say(framework.about)
        if not framework.care:
            self._say(words.INTRODUCTION, ours=True)
        self._say(words.PAPER, ours=True).runs[0].bold = True
        if not framework.reviewed_by:
            self._say(words.NOT_REVIEWED, ours=True)
        for page in self._sheet.pages:
            self._page(page)
        if framework.care:
            self._closing()
        if self._sheet.example:
            self._heading(words.TYPE_IN, 2, ours=True)
            self._together(self._say(words.TYPE_IN_HOW, ours=True))
            self._id(" ".join(self._sheet.example))
        if self._sheet.sources:
            self._heading(words.SOURCES, 2, ours=True)
            self._bullets(self._sheet.sources)
            self._say(words.VERSION.format(title=framework.title, version=framework.version))

    def bytes(self) -> bytes:
        """The file, with everything taken out that tells of its making."""
        package = self._document.part.package
        for id, relation in list(package.rels.items()):
            if relation.reltype in _OF_ITS_MAKING:
                del package.rels[id]
        core = self._document.core_properties
        for child in list(core._element):
            core._element.remove(child)
        core.title = words.FILE_TITLE
        core.language = self._sheet.framework.language
        written = io.BytesIO()
        self._document.save(written)
        return _without_dates(written.getvalue())

    # --- its parts ---------------------------------------------------------------------------

    def _door(self) -> None:
        door = self._sheet.door
        if door is None:
            return
        self._heading(words.DOOR, 2, ours=True)
        for line in door.lines:
            self._say(line, ours=True)
        for heading, lines in door.support:
            self._heading(heading, 3, ours=True)
            self._bullets(lines, ours=True)
        self._heading(words.DOOR_STEADY, 3, ours=True)
        self._boxes(words.DOOR_ANSWERS, ours=True)
        exposures = self._sheet.framework.exposures
        if exposures:
            self._heading(words.EXPOSURES, 3, ours=True)
            self._together(self._say(words.EXPOSURES_HOW, ours=True))
            self._boxes([one.title for one in exposures])
            self._boxes([words.NOT_SURE], ours=True)

    def _page(self, page: Page) -> None:
        element = page.element
        heading = self._heading(element.title, 2)
        alone = page is not self._sheet.pages[0] or self._sheet.door is not None
        heading.paragraph_format.page_break_before = alone
        date = self._say(words.DATE, ours=True)
        stops = date.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(60), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
        date.add_run(" \t")
        if page.address:
            self._id(page.address)
        if element.what_it_is:
            self._heading(words.WHAT_IT_IS, 3, ours=True)
            self._bullets(element.what_it_is)
        if element.why_it_matters:
            self._heading(words.WHY_IT_MATTERS, 3, ours=True)
            self._say(element.why_it_matters)
        if element.what_it_is_not:
            self._heading(words.WHAT_IT_IS_NOT, 3, ours=True)
            self._bullets(element.what_it_is_not)
        for group in page.groups:
            if group.level:
                level = self._say(group.level)
                level.runs[0].bold = True
                level.paragraph_format.space_before = Pt(12)
                self._together(level)
            for ask in group.asks:
                self._ask(ask)
        for rating in self._sheet.framework.ratings:
            self._heading(rating.ask, 3)
            self._together(self._say(words.RATING_HOW, ours=True))
            self._boxes([step.label for step in rating.scale])
        if not self._sheet.framework.care:
            self._after(page)

    def _ask(self, ask: Ask) -> None:
        self._heading(f"{ask.number}. {ask.question.ask}", 3)
        if ask.question.hint:
            self._together(self._say(ask.question.hint))
        self._together(self._id(ask.question.id))
        self._ruled(LINES)

    def _after(self, page: Page) -> None:
        element = page.element
        self._heading(words.EXAMPLES, 3, ours=True)
        ours = element.examples is None
        self._together(self._say(element.examples or words.EXAMPLES_ASK, ours=ours))
        self._ruled(LINES)
        self._heading(words.COACHING, 3, ours=True)
        if element.coach_prompts:
            self._together(self._say(words.COACHING_ASK, ours=True))
            self._together(*self._bullets(element.coach_prompts))
            self._together(self._say(words.COACHING_ROOM, ours=True))
        self._ruled(LINES)
        self._heading(words.NEXT_STEP, 3, ours=True)
        self._together(self._say(words.NEXT_STEP_ASK, ours=True))
        self._ruled(FEW_LINES)

    def _closing(self) -> None:
        self._heading(words.CLOSING, 2, ours=True)
        for line in words.CLOSING_LINES:
            self._together(self._say(line, ours=True))
        for asked in (words.CLOSING_HELPS, words.CLOSING_TELL):
            self._heading(asked, 3, ours=True)
            self._ruled(FEW_LINES)

    # --- paragraphs --------------------------------------------------------------------------

    def _say(self, text: str, *, style: str = "Normal", ours: bool = False) -> Paragraph:
        paragraph = self._document.add_paragraph(style=style)
        run = paragraph.add_run(" ".join(text.split()))
        if ours and self._sheet.foreign:
            _set_language(run._element.get_or_add_rPr(), words.LANGUAGE)
        if _runs_right_to_left(text):
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
            run._element.get_or_add_rPr().append(OxmlElement("w:rtl"))
        return paragraph

    def _heading(self, text: str, level: int, *, ours: bool = False) -> Paragraph:
        return self._say(text, style=f"Heading {level}", ours=ours)

    def _bullets(self, texts: Iterable[str], *, ours: bool = False) -> list[Paragraph]:
        return [self._say(text, style="List Bullet", ours=ours) for text in texts]

    def _boxes(self, texts: Iterable[str], *, ours: bool = False) -> None:
        said = [self._say(f"{_BOX} {text}", ours=ours) for text in texts]
        self._together(*said[:-1])

    def _id(self, text: str) -> Paragraph:
        paragraph = self._document.add_paragraph()
        run = paragraph.add_run(text)
        run.font.name, run.font.size = "Courier New", Pt(self._points * 0.85)
        # A name that other programs read is in no language, and no dictionary has it.
        run._element.get_or_add_rPr().append(OxmlElement("w:noProof"))
        return paragraph

    def _ruled(self, count: int) -> None:
        lines = [self._document.add_paragraph("\t") for _ in range(count)]
        letter = Pt(self._points)
        for line in lines:
            form = line.paragraph_format
            form.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
            # Room above each line, not a tall line: LibreOffice makes nothing of the latter here.
            form.line_spacing, form.line_spacing_rule = letter, WD_LINE_SPACING.EXACTLY
            form.space_before, form.space_after = Mm(self._row) - letter, Pt(0)
        self._together(*lines[:-1])

    @staticmethod
    def _together(*paragraphs: Paragraph) -> None:
        """Keep each on the page of what follows it."""
        for paragraph in paragraphs:
            paragraph.paragraph_format.keep_with_next = True

    # --- the document as a whole -------------------------------------------------------------

    def _prepare(self) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin = section.bottom_margin = Mm(17)
        styles: Any = self._document.styles
        _set_language(
            styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:rPr")),
            self._sheet.framework.language,
        )
        self._letter(styles["Normal"], 1.0)
        styles["Normal"].paragraph_format.space_after = Pt(4)
        self._letter(styles["List Bullet"], 1.0)
        for level, times in _HEADINGS.items():
            style = styles[f"Heading {level}"]
            self._letter(style, times)
            style.font.bold, style.font.italic = True, False
            style.font.color.rgb = RGBColor(0, 0, 0)
            style.paragraph_format.space_before = Pt(0 if level == 1 else 16)
            style.paragraph_format.space_after = Pt(4)
            style.paragraph_format.keep_with_next = True

    def _letter(self, style: Any, times: float) -> None:
        """One clear letter everywhere: the template's headings have a typeface of their theme."""
        style.font.name, style.font.size = _FONT, Pt(self._points * times)
        fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(name), _FONT)


def _set_language(properties: Any, language: str) -> None:
    """Say in which language what has these properties is."""
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    element = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia", "w:bidi"):
        element.set(qn(name), language)
    properties.append(element)


def _runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs to the left (Unicode UAX #9, P2)."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((one in ("R", "AL") for one in directions if one in ("L", "R", "AL")), False)


def _without_dates(packed: bytes) -> bytes:
    """The same zip file with no moment in it."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(written, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return written.getvalue()
