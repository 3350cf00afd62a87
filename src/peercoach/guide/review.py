"""A monthly review: what it goes through, and how what was written in it becomes one note."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import msgspec

from peercoach.guide.reflect import Change, Keep, Step, TakeOut
from peercoach.guide.stops import Stop
from peercoach.journal.records import Entry

REVIEW: Final = "monthly-review"
"""The id of the plan that it goes through."""
BRING: Final = "bring"
"""The part whose answers are brought to coaching."""
_YEAR = 365


def since(last: date | None, today: date) -> date:
    """From which day on it looks: that of the last one; without one, a month ago."""
    if last is not None:
        return min(last, today)
    first = today.replace(day=1) - timedelta(days=1)
    return first.replace(day=min(today.day, first.day))


def is_due(oldest: date | None, asked: date | None, today: date) -> bool:
    """Whether to ask what is no longer needed: after a year of notes, and once a year at most.

    A clock that was set back asks nothing: the last time may lie ahead of it.
    """
    if oldest is None or (today - oldest).days < _YEAR:
        return False
    return asked is None or (today - asked).days >= _YEAR


@dataclass(frozen=True)
class _Piece:
    stop: Stop
    id: int
    text: str


def gathered(step: Step, text_of: Callable[[int], str | None]) -> Step:
    """The step that closes a review, with all that was written in one note, and what is to bring.

    ``text_of`` has the text that stands in the journal under an id. Where it is one note already,
    it stays that one. Any other step is as it was.
    """
    after = step.after
    if not after.closing or after.framework.id != REVIEW:
        return step
    stands = ((id, text_of(id)) for id in set(after.progress.kept.values()))
    kept = {id: text for id, text in stands if text is not None}
    written = {
        change.id: change.record.text
        for change in step.changes
        if isinstance(change, Keep) and isinstance(change.record, Entry)
    }
    gone = {change.id for change in step.changes if isinstance(change, TakeOut)}
    texts = {id: text for id, text in {**kept, **written}.items() if id not in gone}
    pieces = [
        _Piece(stop, id, texts[id])
        for stop in after.questions
        if (id := after.progress.kept.get(stop.key)) is not None and id in texts
    ]
    if not pieces:
        return step
    first = pieces[0]
    apart = [one for at, one in enumerate(pieces) if one.id not in {p.id for p in pieces[:at]}]
    note = Entry(
        kind="review",
        text="\n\n".join([first.text, *(f"{one.stop.ask}\n{one.text}" for one in apart[1:])]),
        place=first.stop.place,
        reflection=after.id,
    )
    changes: list[Change] = [Keep(first.id, note)]
    changes += [TakeOut(one.id) for one in apart[1:] if one.id in kept]
    changes += [TakeOut(id) for id in gone - {first.id}]
    progress = msgspec.structs.replace(
        after.progress,
        kept={**after.progress.kept, **{one.stop.key: first.id for one in pieces}},
        bring={**after.progress.bring, **_to_bring(pieces)},
    )
    return Step(replace(after, progress=progress), tuple(changes))


def _to_bring(pieces: list[_Piece]) -> dict[str, str]:
    return {one.stop.key: one.stop.ask for one in pieces if one.stop.element.id == BRING}
