"""A note that leaves as one goes through it word by word."""

from collections.abc import Iterator, Sequence

from peercoach.sharing.detect.spans import Span, covered
from peercoach.sharing.forms import Word
from peercoach.sharing.hiding import Hidden
from peercoach.sharing.leaving import Chosen
from peercoach.sharing.page import Place, Source, Unit
from peercoach.sharing.replace import Replaced, Replacement


def units_of(
    note: Chosen, words: Sequence[Word], hidden: Hidden, replaced: Replaced
) -> tuple[Unit, ...]:
    """Every word that is left, and everything hidden, in order; ``words`` are the note's."""
    return tuple(_units(note, words, hidden, replaced))


def _units(
    note: Chosen, words: Sequence[Word], hidden: Hidden, replaced: Replaced
) -> Iterator[Unit]:
    labels = iter((*replaced.labels, None))
    label = next(labels)
    over = _Over(hidden, len(note.text))
    moved = 0
    for word in words:
        while label is not None and label.span.end <= word.start:
            yield _label(note, label, over)
            moved = label.end - label.span.end
            label = next(labels)
        if label is None or word.end <= label.span.start:
            place = Place(note.id, word.start, word.end)
            yield Unit(word.start + moved, word.end + moved, place)
    while label is not None:
        yield _label(note, label, over)
        label = next(labels)


def _label(note: Chosen, one: Replacement, over: "_Over") -> Unit:
    span = one.span
    return Unit(
        one.start,
        one.end,
        Place(note.id, span.start, span.end),
        label=one.label,
        kind=span.kind,
        certainty=span.certainty,
        source=over.source(span),
        common=over.is_common(span),
    )


class _Over:
    """What stands over each character of a note."""

    def __init__(self, hidden: Hidden, length: int) -> None:
        self._sure = covered(hidden.sure, length)
        self._surely = covered((one for one in hidden.sure if one.certainty == "found"), length)
        self._common = covered(hidden.common, length)
        self._yours = covered(hidden.yours, length)

    def source(self, span: Span) -> Source:
        """Why this is hidden."""
        if any(self._sure[span.start : span.end]):
            return "known"
        if any(self._yours[span.start : span.end]):
            return "yours"
        return "found" if span.certainty == "found" else "possible"

    def is_common(self, span: Span) -> bool:
        """Whether it is hidden only because somebody is called by this common word."""
        here = slice(span.start, span.end)
        return any(self._common[here]) and not any(self._surely[here])
