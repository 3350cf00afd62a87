"""A note that leaves as one goes through it word by word."""

from collections.abc import Iterable, Iterator, Sequence

from peercoach.sharing.detect.spans import Span
from peercoach.sharing.forms import words_of
from peercoach.sharing.hiding import Hidden
from peercoach.sharing.leaving import Chosen
from peercoach.sharing.page import Place, Source, Unit
from peercoach.sharing.replace import Replaced, Replacement


def units_of(note: Chosen, hidden: Hidden, replaced: Replaced) -> tuple[Unit, ...]:
    """Every word that is left, and everything hidden, in order."""
    return tuple(_units(note, hidden, replaced))


def _units(note: Chosen, hidden: Hidden, replaced: Replaced) -> Iterator[Unit]:
    labels = iter((*replaced.labels, None))
    label = next(labels)
    moved = 0
    for word in words_of(note.text):
        while label is not None and label.span.end <= word.start:
            yield _label(note, label, hidden)
            moved = label.end - label.span.end
            label = next(labels)
        if label is None or word.end <= label.span.start:
            place = Place(note.id, word.start, word.end)
            yield Unit(word.start + moved, word.end + moved, place)
    while label is not None:
        yield _label(note, label, hidden)
        label = next(labels)


def _label(note: Chosen, one: Replacement, hidden: Hidden) -> Unit:
    span = one.span
    return Unit(
        one.start,
        one.end,
        Place(note.id, span.start, span.end),
        label=one.label,
        kind=span.kind,
        certainty=span.certainty,
        source=_source(span, hidden),
        common=_over(span, hidden.common) and not _over(span, _surely(hidden.sure)),
    )


def _source(span: Span, hidden: Hidden) -> Source:
    if _over(span, hidden.sure):
        return "known"
    if _over(span, hidden.yours):
        return "yours"
    return "found" if span.certainty == "found" else "possible"


def _surely(spans: Iterable[Span]) -> list[Span]:
    return [one for one in spans if one.certainty == "found"]


def _over(span: Span, others: Sequence[Span]) -> bool:
    return any(one.start < span.end and span.start < one.end for one in others)
