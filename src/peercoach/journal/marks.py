"""Where the words that were searched for stand in a text."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from peercoach.journal.folding import fold, words_of


def marks(text: str, words: str, most: int = 1000) -> list[tuple[int, int]]:
    """Where the words stand in a text: (start, end) in code points of the text as it is.

    In order, never touching each other. ``most`` is how many places of each word are looked for.
    Accents that follow what was found belong to it; of a ligature (ﬁ) the whole is marked.
    """
    folded = fold(text)
    places = [
        (at, at + len(word)) for word in words_of(words) for at in _places(word, folded, most)
    ]
    if not places:
        return []
    places.sort()
    whence = _Whence(text, max(end for _, end in places))
    joined: list[tuple[int, int]] = []
    for start, end in places:
        start, end = whence.span(start, end)
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _places(word: str, folded: str, most: int) -> Iterator[int]:
    at = folded.find(word)
    while at >= 0 and most > 0:
        yield at
        at, most = folded.find(word, at + 1), most - 1


class _Whence:
    """Where in a text the characters of the folded one came from, up to ``end`` of the latter.

    Only characters that don't fold to one other are noted: in most texts there is none.
    """

    def __init__(self, text: str, end: int) -> None:
        self._text = text
        sizes = {char: len(fold(char)) for char in set(text) if not char.isascii()}
        self._sizes = {char: size for char, size in sizes.items() if size != 1}
        self._folded: list[int] = []
        self._after: list[tuple[int, int, int]] = []
        if not self._sizes:
            return
        at = shift = 0
        for found in re.finditer(f"[{re.escape(''.join(self._sizes))}]", text):
            at = found.start()
            size = self._sizes[found[0]]
            if at + shift > end:
                break
            self._folded.append(at + shift)
            self._after.append((at, at + shift + size, at + 1))
            shift += size - 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the text that a stretch of the folded one came from."""
        stop = self._at(end - 1) + 1
        while stop < len(self._text) and self._sizes.get(self._text[stop]) == 0:
            stop += 1
        return self._at(start), stop

    def _at(self, folded: int) -> int:
        before = bisect_right(self._folded, folded) - 1
        if before < 0:
            return folded
        odd, folded_after, after = self._after[before]
        return odd if folded < folded_after else after + folded - folded_after
