"""A picture's words drawn: headings, and the sentences below each."""

from collections.abc import Iterable

from peercoach.pictures.told import Part
from peercoach.tui.sheets.lines import EMPTY, Line, lines_of


def drawn(parts: Iterable[Part], width: int) -> list[Line]:
    """Parts one below the other."""
    lines: list[Line] = []
    for heading, sentences in parts:
        lines += lines_of(heading, width, "loud") if heading else []
        for sentence in sentences:
            lines += lines_of(sentence, width, "own")
        lines.append(EMPTY)
    return lines
