"""What every document of a word processor (Office Open XML) that leaves us has in common.

It says nothing of who made it, where or when: the same content is the same bytes on every computer.
"""

import io
import unicodedata
import zipfile
from typing import Any, Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_FONT: Final = "Arial"
# Which program wrote it, a picture of its template's first page, and parts of the template that
# are of no use: styles for an older program, and where its makers kept their sources.
_OF_ITS_MAKING: Final = (
    *(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.THUMBNAIL),
    *(RELATIONSHIP_TYPE.CUSTOM_XML,),
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
# When and in how many sittings the template was worked on.
_SITTINGS: Final = ("{*}rsids", "{*}docId")
_TABLES: Final = ("TableNormal", "TableGrid")
# What zip can't leave out is the same in every file: its earliest date.
_NO_DATE: Final = (1980, 1, 1, 0, 0, 0)


def on_a4(document: Document, *, language: str) -> None:
    """Set a document on A4, in a language."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(17)
    styles: Any = document.styles
    defaults = styles.element.find(qn("w:docDefaults"))
    set_language(defaults.find(".//" + qn("w:rPr")), language)


def set_letter(style: Any, points: float) -> None:
    """One clear letter everywhere: the template's headings have a typeface of their theme."""
    style.font.name, style.font.size = _FONT, Pt(points)
    fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), _FONT)


def set_heading(style: Any, points: float, *, before: float) -> None:
    """A heading: bold and black, kept with what follows; so many points of room before it."""
    set_letter(style, points)
    style.font.bold, style.font.italic = True, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(4)
    style.paragraph_format.keep_with_next = True


def set_language(properties: Any, language: str) -> None:
    """Say in which language what has these properties is."""
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    element = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia", "w:bidi"):
        element.set(qn(name), language)
    properties.append(element)


def set_direction(paragraph: Paragraph, text: str, *runs: Run) -> None:
    """Set a paragraph from the right where its text begins so."""
    if _runs_right_to_left(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for run in runs:
            run._element.get_or_add_rPr().append(OxmlElement("w:rtl"))


def unsigned(document: Document, *, title: str, language: str) -> bytes:
    """The file, with everything taken out that tells of its making."""
    for rels in (document.part.package.rels, document.part.rels):
        for id, relation in list(rels.items()):
            if relation.reltype in _OF_ITS_MAKING:
                del rels[id]
    _forget_template(document)
    core = document.core_properties
    for child in list(core._element):
        core._element.remove(child)
    core.title = title
    core.language = language
    written = io.BytesIO()
    document.save(written)
    return _without_dates(written.getvalue())


def _forget_template(document: Document) -> None:
    """Drop what the template has of its own making, and its tables in a hundred colours."""
    settings: Any = document.settings.element
    for path in _SITTINGS:
        for found in settings.findall(path):
            settings.remove(found)
    for section in document.sections:
        properties = section._sectPr
        for name in [one for one in properties.attrib if "rsid" in one]:
            del properties.attrib[name]
    styles: Any = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _TABLES:
            styles.remove(style)
        for sitting in style.findall(qn("w:rsid")):
            style.remove(sitting)


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
