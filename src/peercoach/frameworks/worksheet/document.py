"""A worksheet as a document of a word processor (Office Open XML), to print or to write in.

Real headings and lists, so that a screen reader can walk it. It says nothing of who made it, where
or when: the same worksheet is the same bytes on every computer.
"""

from collections.abc import Iterable
from typing import Any, Final

import docx
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from peercoach.frameworks.worksheet.sheet import FEW_LINES, LINES, Ask, Page, Sheet
from peercoach.office import (
    on_a4,
    set_direction,
    set_heading,
    set_language,
    set_letter,
    unsigned,
)
from peercoach.words import worksheet as words

_BOX: Final = "☐"
_WIDTH: Final = Mm(174)
# Points of the body, and millimetres from ruled line to ruled line; those of the HTML as well.
_SIZES: Final = {False: (12, 8), True: (18, 13)}
_HEADINGS: Final = {1: 1.7, 2: 1.4, 3: 1.1}


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
        language = self._sheet.framework.language
        return unsigned(self._document, title=words.FILE_TITLE, language=language)

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
            set_language(run._element.get_or_add_rPr(), words.LANGUAGE)
        set_direction(paragraph, text, run)
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
        on_a4(self._document, language=self._sheet.framework.language)
        styles: Any = self._document.styles
        set_letter(styles["Normal"], self._points)
        styles["Normal"].paragraph_format.space_after = Pt(4)
        set_letter(styles["List Bullet"], self._points)
        for level, times in _HEADINGS.items():
            before = 0 if level == 1 else 16
            set_heading(styles[f"Heading {level}"], self._points * times, before=before)
