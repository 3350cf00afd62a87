"""Words that their author said are never to be hidden."""

from collections.abc import Collection, Iterable, Sequence

from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.detect.spans import Span
from peercoach.sharing.forms import whole


def without_kept(
    spans: Iterable[Span], text: str, kept: Collection[str], entries: Sequence[Known]
) -> list[Span]:
    """These spans of a text, but for those of words that are kept always.

    Whatever the private dictionary has is hidden all the same.
    """
    names = {whole(name) for entry in entries for name in (entry.name, *entry.also)}
    free = {whole(word) for word in kept} - names
    return [one for one in spans if whole(text[one.start : one.end]) not in free]
