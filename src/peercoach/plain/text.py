"""Text on one line, safe to print."""

from peercoach.journal.text import clean


def one_line(text: str, most: int = 0) -> str:
    """The text on one line, without control characters.

    Longer than ``most`` letters (0: any length) it ends with "…".
    """
    line = " ".join(clean(text).split())
    if most and len(line) > most:
        return line[: most - 1].rstrip() + "…"
    return line
