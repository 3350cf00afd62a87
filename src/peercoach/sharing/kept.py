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
    if not kept:
        return list(spans)
    known = {name for one in entries for name in _names(one)}
    shown = {called(one) for one in kept} - known
    return [one for one in spans if called(text[one.start : one.end]) not in shown]


def _names(entry: Known) -> Iterable[str]:
    for name in map(called, (entry.name, *entry.also)):
        yield name
        if entry.kind == "PERSON":
            yield from name.replace("-", " ").split()
