"""A worksheet as Markdown, or as one HTML file: no script, nothing fetched from anywhere.

Templates keep what people see in one place each (``sheet.md.j2``, ``sheet.html.j2``). Every text
passes through escaping: a framework is someone's file, and its words are only ever words.
"""

import re

from peercoach.frameworks.worksheet.sheet import FEW_LINES, LINES, Sheet
from peercoach.templating import filled
from peercoach.words import worksheet as words

# What Markdown could take for a mark of its own: anywhere, and at the beginning of a line.
_MARKS = re.compile(r"([\\`*_\[\]<>#|]|~(?=~)|&(?=#?\w+;))")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")
_SPACES = re.compile(r"\s+")


def html(sheet: Sheet) -> str:
    """The worksheet as HTML, to be printed on A4 by any browser."""
    return _filled("sheet.html.j2", sheet, escape=True)


def markdown(sheet: Sheet) -> str:
    """The worksheet as Markdown (CommonMark, with boxes as task lists have them)."""
    text = _filled("sheet.md.j2", sheet, escape=False)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _filled(template: str, sheet: Sheet, *, escape: bool) -> str:
    framework = sheet.framework
    values = {
        "sheet": sheet,
        "framework": framework,
        "words": words,
        "lines": LINES,
        "few_lines": FEW_LINES,
        "version": words.VERSION.format(title=framework.title, version=framework.version),
    }
    package = "peercoach.frameworks.worksheet"
    return filled(package, template, values, escape=escape, filters={"md": _marked_down})


def _marked_down(text: str) -> str:
    """Text on one line in which nothing is a mark of Markdown's."""
    line = _MARKS.sub(r"\\\1", _SPACES.sub(" ", text.strip()))
    return _AT_START.sub(lambda found: f"{found[1]}{_escaped(found[2])}", line)


def _escaped(start: str) -> str:
    return f"{start[:-1]}\\{start[-1]}"
