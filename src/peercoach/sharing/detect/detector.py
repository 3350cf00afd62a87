"""The detector: everything in a text that could tell who is meant."""

from collections.abc import Iterable, Sequence

from peercoach.sharing.detect import wordlists as known
from peercoach.sharing.detect.dictionary import Dictionary, Known
from peercoach.sharing.detect.names import Names
from peercoach.sharing.detect.organisations import Organisations
from peercoach.sharing.detect.spans import Span, resolved
from peercoach.sharing.detect.structured import structured
from peercoach.sharing.detect.tokens import Token, mostly_small, plain, tokens


class Detector:
    """Finds identifiers. ``entries`` are what its user's private dictionary has."""

    def __init__(self, entries: Iterable[Known] = ()) -> None:
        self._lists = known.lists()
        self._dictionary = Dictionary(entries, self._lists)

    def find(self, text: str) -> list[Span]:
        """What could tell who is meant, in order, none over another; code points of ``text``."""
        words = tokens(text)
        safe = _safe(words)
        fixed = [*self._dictionary.found(words), *structured(text)]
        names = list(Names(text, words, self._lists, safe).found())
        others = list(
            Organisations(text, words, self._lists, safe, small=mostly_small(words)).found()
        )
        spans = resolved([*fixed, *others, *names])
        spans = resolved([*spans, *_propagated(words, spans, self._lists.words)])
        return [one for one in spans if any(map(str.isalnum, text[one.start : one.end]))]


def _safe(words: Sequence[Token]) -> list[bool]:
    """Of each word, whether it belongs to a phrase of everybody's."""
    safe = [False] * len(words)
    begins: dict[str, list[tuple[str, ...]]] = {}
    for phrase in known.SAFE_PHRASES:
        parts = tuple(phrase.split())
        begins.setdefault(parts[0], []).append(parts)
    for at, word in enumerate(words):
        for parts in begins.get(word.low, ()):
            if tuple(one.low for one in words[at : at + len(parts)]) == parts:
                safe[at : at + len(parts)] = [True] * len(parts)
                break
    return safe


def _propagated(
    words: Sequence[Token], spans: Sequence[Span], ordinary: frozenset[str]
) -> list[Span]:
    """What is hidden once is hidden wherever it stands, by its parts too."""
    hidden: dict[str, bool] = {}
    for span in spans:
        if span.kind != "PERSON" or span.certainty != "found":
            continue
        for word in words:
            if span.start <= word.start and word.end <= span.end and len(word.low) > 1:
                hidden[plain(word.text)] = True
    more = []
    for word in words:
        for low in (word.low, word.low.removesuffix("s")):
            if low in hidden and low not in known.PARTICLES and low not in known.HONORIFICS:
                if low in ordinary and (not word.capital or word.first):
                    continue
                cut = len(word.low) - len(low)
                more.append(Span(word.start, word.end - cut, "PERSON"))
                break
    return more
