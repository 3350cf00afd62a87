"""What may leave as Markdown: a title, how it was made, each note under what it answers."""

import re
from collections.abc import Iterator

from peercoach.sharing.headings import heading_of, question_of, rating_line
from peercoach.sharing.leaving import Reviewed
from peercoach.words import share as words

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|&])")
_LEADS = re.compile(r"^(\s*)([-+~=]|\d+(?=[.)]))", re.MULTILINE)

# So far in, a line would be code, and its escapes be seen (4.4).
_INDENTED = re.compile(r"^(?= {0,3}\t| {4})[ \t]+", re.MULTILINE)


def markdown(reviewed: Reviewed, *, large: bool = False) -> bytes:
    """UTF-8, CommonMark. ``large`` makes no difference here."""
    return "\n".join(_lines(reviewed)).encode("utf-8")


def plainly(text: str) -> str:
    """Text that Markdown leaves as it is: nothing in it is markup (CommonMark 0.31, 2.4)."""
    escaped = _SPECIAL.sub(r"\\\1", _INDENTED.sub(_set_in, text))
    return _LEADS.sub(lambda one: one[1] + _escaped(one[2]), escaped)


def _set_in(blanks: re.Match[str]) -> str:
    return blanks[0].expandtabs(4).replace(" ", "\N{NO-BREAK SPACE}")


def _escaped(lead: str) -> str:
    return f"{lead}\\" if lead.isdigit() else f"\\{lead}"


def _lines(reviewed: Reviewed) -> Iterator[str]:
    yield from (f"# {words.TITLES[reviewed.recipient]}", "")
    yield from (f"{words.CHECKED}. {words.MADE.format(season=reviewed.made)}.", "")
    yield from (words.ABOUT, "")
    for note in reviewed.notes:
        yield from (f"## {plainly(heading_of(note))}", "")
        if asked := question_of(note):
            yield from (f"*{plainly(asked)}*", "")
        # Two blanks at its end keep a line a line.
        yield from (plainly(note.text).replace("\r\n", "\n").replace("\n", "  \n"), "")
    if reviewed.ratings:
        yield from (f"## {words.RATINGS}", "")
        yield from (f"- {plainly(rating_line(one))}" for one in reviewed.ratings)
        yield ""
