"""What a detector finds in a text, as words."""

from collections.abc import Iterable
from functools import cache

from peercoach.sharing.detect.detector import Detector
from peercoach.sharing.detect.dictionary import Known


@cache
def plain() -> Detector:
    """A detector that knows nobody."""
    return Detector()


def found(text: str, kind: str | None = None, known: Iterable[Known] = ()) -> list[str]:
    """Everything of a kind that is found in a text, in order."""
    detector = Detector(known) if known else plain()
    spans = detector.find(text)
    return [text[one.start : one.end] for one in spans if kind in (None, one.kind)]
