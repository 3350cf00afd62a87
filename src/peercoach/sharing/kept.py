"""Words that their author said are always kept: they are not hidden, whoever they look like."""

from collections.abc import Collection, Iterable

from peercoach.journal.known import called
from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.detect.spans import Span


def without_kept(
    spans: Iterable[Span], text: str, kept: Collection[str], entries: Iterable[Known]
) -> list[Span]:
    """The spans but for those whose whole text is a word that is kept, in the order they came in.

    What ``entries`` of the private dictionary are called stays hidden all the same: a name or
    another name, and of a person each part of it.
    """
    return without(spans, text, always(kept, entries))


def always(kept: Collection[str], entries: Iterable[Known]) -> frozenset[str]:
    """The words that are kept, as names are compared, but for what ``entries`` are called."""
    if not kept:
        return frozenset()
    known = {name for one in entries for name in _names(one)}
    return frozenset(called(one) for one in kept) - known


def without(spans: Iterable[Span], text: str, shown: Collection[str]) -> list[Span]:
    """The spans but for those whose whole text is one of ``shown``, as :func:`always` has them."""
    return [one for one in spans if not shown or called(text[one.start : one.end]) not in shown]


def _names(entry: Known) -> Iterable[str]:
    for name in map(called, (entry.name, *entry.also)):
        yield name
        if entry.kind == "PERSON":
            yield from name.replace("-", " ").split()
