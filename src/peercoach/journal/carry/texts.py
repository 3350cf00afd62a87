"""Markdown and plain text as notes, each under its date.

A note begins at a heading that starts with a date (``## 2024-03-14 Ward round``), at a line as jrnl
has it (``[2024-03-14 14:02] Ward round``), and at a line that is a date and nothing else, with none
but an empty line before it. What stands before the first of these is a note of its own. The date
of a whole file may stand in its front matter (``date: 2024-03-14``) or at the start of its name.
All words that are not the date itself are kept, those of other headings too.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime

from peercoach.journal.carry import dates
from peercoach.journal.carry.found import WHOLE, Contents, Found, Refused, Telling, Where
from peercoach.journal.carry.markdown import unescape
from peercoach.journal.text import clean

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+")
_JRNL = re.compile(r"\[(?=\d{4}-)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^`]*)$")
_KEY = re.compile(r"(date|created|created_at)[ ]*:[ ]*[\"']?(.*?)[\"']?[ ]*$", re.IGNORECASE)
_OURS = re.compile(r"peercoach[ ]*:[ ]*export/\d+[ ]*$")
_ABOUT = re.compile(r"peercoach[ ]*:[ ]*about this export[ ]*$")
_FRONT_LINES = 200
_FRONT_LETTERS = 20_000
_BETWEEN = " \t:,;.|–—-"


@dataclass
class _Section:
    line: int
    shown: datetime | None = None
    written: str = ""
    opening: str = ""
    heading: bool = False
    lines: list[str] = field(default_factory=list)

    def text(self) -> str:
        return "\n".join(self.lines).strip("\n")


def is_ours(text: str) -> bool:
    """Whether this is one of the Markdown files of an export of ours."""
    front, _ = _front_matter(clean(text[:_FRONT_LETTERS]).split("\n"))
    return any(_OURS.match(line) for line in front)


def read(text: str, name: str = "") -> Contents:
    """The notes of a text; ``name`` is that of its file, without what follows the last dot.

    Raises:
        Refused: there is nothing in it that a person wrote.
    """
    lines = clean(text).split("\n")
    ours = is_ours(text)
    front, after = _front_matter(lines)
    if any(_ABOUT.match(line) for line in front):
        raise Refused("about-export")
    dated, kept, told = _date_of_file(front, name)
    if not dated.written and not ours:
        after, kept = 0, []
    sections = _sections(lines, after, ours=ours)
    sections[0].lines[:0] = kept
    sections[0].shown, sections[0].written = dated.shown, dated.written
    contents = Contents(told=told)
    for section in _joined(sections):
        words = section.text()
        where = Where("line", section.line)
        if words.strip():
            words = unescape(words) if ours else words
            contents.notes.append(Found(words, where, section.shown, section.written))
        elif section.written and section.heading:
            contents.told.append(Telling("nothing-written", where))
    if not contents.notes and not contents.told:
        raise Refused("nothing-in-it")
    return contents


# --- the head of a file --------------------------------------------------------------------------


def _front_matter(lines: list[str]) -> tuple[list[str], int]:
    """The lines of a front matter, and the number of the line after it; none and 0 without one."""
    if lines[0].removeprefix("\ufeff").rstrip() != "---":
        return [], 0
    for at, line in enumerate(lines[1:_FRONT_LINES], start=1):
        if line.rstrip() in ("---", "..."):
            return lines[1:at], at + 1
    return [], 0


def _date_of_file(front: list[str], name: str) -> tuple[_Section, list[str], list[Telling]]:
    """The date of a file as a section without text, the front matter's other lines, what to say."""
    told: list[Telling] = []
    for at, line in enumerate(front):
        key = _KEY.match(line)
        if key is None or not key[2]:
            continue
        found = dates.at_start(key[2])
        if found is not None and not key[2][found.end :].strip():
            others = [one for number, one in enumerate(front) if number != at]
            others = [one for one in others if one.strip() and not _OURS.match(one)]
            return _Section(1, found.shown, found.written), others, told
        told.append(Telling("date-not-read", WHOLE))
        break
    named = dates.at_start(name[:10].replace("_", "-") + name[10:].replace("_", " "))
    if named is not None and not told:
        return _Section(1, named.shown, named.written), _others(front), told
    return _Section(1), [], told


def _others(front: list[str]) -> list[str]:
    return [line for line in front if line.strip() and not _OURS.match(line)]


# --- sections ------------------------------------------------------------------------------------


def _sections(lines: list[str], start: int, *, ours: bool) -> list[_Section]:
    """The text in front of the first date, then one section a date.

    In a file of ours a heading alone begins one: there, every other line is someone's words.
    """
    sections = [_Section(start + 1)]
    closing = {} if ours else _last_fences(lines)
    fence = ""
    for at in range(start, len(lines)):
        line = lines[at]
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not mark[2].strip():
                fence = ""
        elif mark and at < closing.get(mark[1][0], -1):
            fence = mark[1]
        elif ours and not _HEADING.match(line):
            pass
        elif (begun := _begins(line, lines[at - 1] if at > start else "")) is not None:
            begun.line = at + 1
            sections.append(begun)
            continue
        sections[-1].lines.append(line)
    return sections


def _last_fences(lines: list[str]) -> dict[str, int]:
    """The last line that can close a fence, by the fence's sign: one never closed is none."""
    found = {}
    for at, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and not mark[2].strip():
            found[mark[1][0]] = at
    return found


def _begins(line: str, before: str) -> _Section | None:
    """The section that begins at this line, if one does."""
    mark = _HEADING.match(line)
    bracket = None if mark else _JRNL.match(line)
    rest = line[mark.end() :] if mark else line[1:] if bracket else line
    opened = rest.startswith("[") and mark is not None
    dated = dates.at_start(rest[1:] if opened else rest)
    if dated is None:
        return None
    after = rest[dated.end + opened :]
    if opened or bracket:
        if not after.startswith("]"):
            return None
        after = after[1:]
    if mark is None and bracket is None and (after.strip() or before.strip()):
        return None
    section = _Section(0, dated.shown, dated.written, line, heading=mark is not None)
    title = after.strip().rstrip("#").rstrip() if mark else after.strip()
    title = title.lstrip(_BETWEEN)
    if title:
        section.lines.append(title)
    return section


def _joined(sections: list[_Section]) -> list[_Section]:
    """Sections without those that are none: a date that ends a letter, headings before a date."""
    first, *rest = sections
    if rest and not first.written and _is_headings(first.lines):
        rest[0].lines[:0] = [line for line in first.lines if line.strip()]
        first = _Section(first.line)
    joined = [first]
    for section in rest:
        if not section.heading and not section.text().strip():
            joined[-1].lines += [section.opening, *section.lines]
        else:
            joined.append(section)
    return joined


def _is_headings(lines: list[str]) -> bool:
    return all(_HEADING.match(line) for line in lines if line.strip())
