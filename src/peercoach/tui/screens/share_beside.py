"""What is said of a note under review: its marks, what stands beside it, a line on each word."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from peercoach.memories import shortened
from peercoach.sharing.headings import besides_of, heading_of, question_of
from peercoach.sharing.leaving import LeavingNote
from peercoach.sharing.leftovers import Leftover
from peercoach.sharing.page import Page, Unit
from peercoach.tui.widgets.choices import Row
from peercoach.tui.widgets.marks import Mark
from peercoach.words import share
from peercoach.words import share_rooms as words
from peercoach.words.sharing import KINDS, RISKS

_EXCERPT = 120
"""Characters of an excerpt that are shown beside a note: it stands whole in the note itself."""


def lead_of(page: Page) -> list[str]:
    """What stands above the note in the file, too, or beside it."""
    note = LeavingNote(page.kind, page.text, page.when, page.wording)
    return [heading_of(note), *filter(None, [question_of(note), besides_of(note)])]


def notice_of(page: Page, *, seen: bool) -> str:
    """What is said as one comes to a note; ``seen``: it was read before, as it stood then."""
    if page.answer:
        return words.READ_BEFORE.format(answer=share.ANSWERS[page.answer])
    changed = words.CHANGED_HERE if seen else ""
    return " ".join(filter(None, (changed, words.SMALL if page.small else "")))


def marks_of(page: Page) -> list[Mark]:
    """Each word of a note, and each label, with what is worth a look."""
    left = [(one.start, one.end) for one in page.leftovers if not one.everyday]
    worth = [*left, *((one.start, one.end) for one in page.risks)]
    look = {unit_of(page, *places) for places in worth}
    return [
        Mark(one.start, one.end, one.source, look=True)
        if one.hidden
        else Mark(one.start, one.end, look=at in look)
        for at, one in enumerate(page.units)
    ]


def unit_of(page: Page, start: int, end: int) -> int | None:
    """The first word or label at these places of the note as it was written; None for none."""
    at = bisect_left([one.place.end for one in page.units], start + 1)
    return at if at < len(page.units) and page.units[at].place.start < end else None


def told_of(page: Page, unit: Unit) -> str:
    """A line on a word or a label."""
    if unit.hidden and unit.kind is not None:
        kind, source = KINDS[unit.kind], words.SOURCES[unit.source]
        return words.LABEL_TOLD.format(label=unit.label, kind=kind, source=source)
    word = page.text[unit.start : unit.end]
    for one in page.leftovers:
        if one.start <= unit.place.start < one.end and not one.everyday:
            return words.LEFTOVER_TOLD.format(word=word, why=f"{words.LEFTOVERS[one.kind]}.")
    told = words.WORD_TOLD.format(word=word)
    risks = (one for one in page.risks if one.start <= unit.place.start < one.end)
    return " ".join([told, *(RISKS[one.kind] for one in risks)][:2])


def beside(page: Page) -> list[Row]:
    """What was looked at and what became of it, what is left, and what is worth a thought.

    The id of a row is the position of the word or label that it speaks of.
    """
    parts = (
        (words.BESIDE_HIDDEN, list(_hidden(page)) or [Row("", words.NOTHING_HIDDEN)]),
        (words.BESIDE_LEFT, list(_left(page)) or [Row("", words.NOTHING_LEFT)]),
        (words.BESIDE_RISKS, list(_risks(page))),
        (words.BESIDE_SHAPES, list(_shapes(page))),
    )
    return [
        replace(row, group="" if at else group, space=0 if at or not number else 2)
        for number, (group, rows) in enumerate(parts)
        for at, row in enumerate(rows)
    ]


def _hidden(page: Page) -> Iterator[Row]:
    """Each label once, however often it stands there."""
    seen: set[tuple[str, str]] = set()
    for at, one in enumerate(page.units):
        if one.kind is None or (one.label, one.source) in seen:
            continue
        seen.add((one.label, one.source))
        kind, source = KINDS[one.kind], words.SOURCES[one.source]
        told = words.LABEL_BESIDE.format(kind=kind, source=source)
        yield Row(str(at), one.label, detail=told)


def _left(page: Page) -> Iterator[Row]:
    everyday: list[str] = []
    for one in page.leftovers:
        text = _excerpt(page, one)
        if one.everyday:
            everyday.append(text)
        else:
            yield Row(_id(page, one), text, detail=words.LEFTOVERS[one.kind])
    if everyday:
        yield Row("", words.EVERYDAY.format(words=", ".join(dict.fromkeys(everyday))))


def _risks(page: Page) -> Iterator[Row]:
    for one in page.risks:
        text = shortened(page.leaves_as(one.start, one.end).replace("\n", " "), _EXCERPT)
        at = unit_of(page, one.start, one.end)
        id = "" if at is None else str(at)
        # A quotation has its own marks around it.
        said = text if one.kind == "quoted" else words.EXCERPT.format(text=text)
        yield Row(id, RISKS[one.kind], detail=said)


def _shapes(page: Page) -> Iterator[Row]:
    there = {one.source for one in page.hidden}
    for source, told in words.SHAPES.items():
        if source in there:
            yield Row("", told)


def _excerpt(page: Page, one: Leftover) -> str:
    return shortened(page.leaves_as(one.start, one.end).replace("\n", " "), _EXCERPT)


def _id(page: Page, one: Leftover) -> str:
    at = unit_of(page, one.start, one.end)
    return "" if at is None else str(at)
