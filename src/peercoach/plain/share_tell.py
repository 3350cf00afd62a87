"""A note under review as it is said: the text that leaves, then all there is to look at."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peercoach.journal.text import one_line
from peercoach.sharing.decisions import places
from peercoach.sharing.forms import whole
from peercoach.sharing.headings import besides_of, heading_of, question_of
from peercoach.sharing.leaving import LeavingNote
from peercoach.sharing.page import Page, Place, Unit
from peercoach.words import plain as words
from peercoach.words import share as shared
from peercoach.words import share_plain as here
from peercoach.words import sharing

BEFORE, AFTER = 30, 15
"""Characters that are said before and after a word, to tell where it stands."""


@dataclass(frozen=True)
class Item:
    """What has a number on a page: where it stands in the note as it was written, and its line."""

    places: tuple[Place, ...]
    line: str


@dataclass(frozen=True)
class Items:
    """What is hidden, then the left-overs, numbered on. The numbers hold until it is read again."""

    hidden: tuple[Item, ...]
    left: tuple[Item, ...]

    @property
    def all(self) -> tuple[Item, ...]:
        """Every one of them, in the order of the numbers."""
        return (*self.hidden, *self.left)


def items_of(page: Page) -> Items:
    """What there is to decide about on a page."""
    left = [one for one in page.leftovers if not one.everyday]
    return Items(
        tuple(_hidden(page)),
        tuple(
            Item(
                (Place(page.id, one.start, one.end),),
                _left_over(page, one.kind, one.start, one.end),
            )
            for one in left
        ),
    )


def heading(page: Page) -> str:
    """What a note is headed with in the file, and where it stands among those that leave."""
    said = words.sentence(heading_of(_leaving(page)))
    return here.NOTE.format(number=page.number, of=page.of, heading=said)


def text(page: Page) -> list[str]:
    """A note exactly as it leaves, from its question to its last line."""
    note = _leaving(page)
    above = [words.sentence(one) for one in (question_of(note), besides_of(note)) if one]
    return [here.LEAVES_SO, *above, *page.text.split("\n"), here.ENDS]


def looked_at(page: Page, items: Items) -> list[str]:
    """What is hidden, what still stands, and what else may tell who it is."""
    small = [here.SMALL] if page.small else []
    return [*small, *hidden(items), *left_overs(page, items), *_risks(page)]


def hidden(items: Items) -> list[str]:
    """What is hidden, each behind its number."""
    if not items.hidden:
        return [here.NOTHING_HIDDEN]
    return [here.HIDDEN, *words.numbered([one.line for one in items.hidden])]


def left_overs(page: Page, items: Items) -> list[str]:
    """What still stands and is worth a look, numbered on; everybody's words in one line."""
    lines = words.numbered([one.line for one in items.left], len(items.hidden) + 1)
    said = [here.LEFT_OVERS, *lines] if lines else []
    found = (one_line(page.leaves_as(one.start, one.end)) for one in page.leftovers if one.everyday)
    everyday = list(dict.fromkeys(found))
    if everyday:
        said.append(words.sentence(here.EVERYDAY.format(words=", ".join(everyday))))
    return said or [here.NO_LEFT_OVERS]


def now(page: Page, items: Items, number: int) -> str:
    """One of them by its number, as it stands now."""
    item = items.all[number - 1]
    unit = unit_of(page, item.places[0])
    if item in items.hidden and unit is None:
        return here.STANDS
    if item in items.left and unit is not None:
        return here.IS_HIDDEN.format(label=unit.label)
    return item.line


def question() -> list[str]:
    """What is asked of each note, with its answers."""
    return [shared.COULD_TELL, here.ANSWER_HOW]


# --- places --------------------------------------------------------------------------------------


def unit_of(page: Page, place: Place) -> Unit | None:
    """What is hidden at a place of the note as it was written; None where that stands."""
    return next(
        (one for one in page.hidden if one.place.start < place.end and place.start < one.place.end),
        None,
    )


def places_of(page: Page, typed: str) -> list[Place]:
    """Where something that was typed stands on a page: a label, or words that were not hidden; else
    what its author wrote where something is hidden.

    Case, accents and punctuation make no difference.
    """
    wanted = whole(typed)
    if not wanted:
        return []
    found = [one.place for one in page.hidden if whole(one.label) == wanted]
    units = page.units
    said = [() if one.hidden else whole(page.text[one.start : one.end]) for one in units]
    for at in range(len(units) - len(wanted) + 1):
        if all(said[at + step] == (word,) for step, word in enumerate(wanted)):
            start, end = units[at].place.start, units[at + len(wanted) - 1].place.end
            found.append(Place(page.id, start, end))
    if not found:
        units_there = (unit_of(page, Place(page.id, *one)) for one in places(typed, page.original))
        found = list(dict.fromkeys(one.place for one in units_there if one is not None))
    return sorted(found, key=lambda one: one.start)


def around(page: Page, place: Place, after: int = AFTER) -> str:
    """A place with the words beside it, as they leave; ``after``: so many characters behind it."""
    written = page.original
    start, end = max(0, place.start - BEFORE), min(len(written), place.end + after)
    if start:
        start = max(written.find(" ", start, place.start) + 1, start)
    if end < len(written):
        space = written.rfind(" ", place.end, end)
        end = space if space > 0 else place.end
    return here.QUOTED.format(text=one_line(page.leaves_as(start, end)))


def wrote(page: Page, places: Iterable[Place]) -> str:
    """What its author wrote at these places, each once."""
    found = (one_line(page.original[one.start : one.end]) for one in places)
    said = dict.fromkeys(here.QUOTED.format(text=one) for one in found)
    return words.sentence(here.WROTE.format(words=", ".join(said)))


# --- inside --------------------------------------------------------------------------------------


def _leaving(page: Page) -> LeavingNote:
    return LeavingNote(page.kind, page.text, page.when, page.wording)


def _hidden(page: Page) -> Iterator[Item]:
    """One for each label and how sure it is; where labels tell no two apart, for each word."""
    groups: dict[tuple[str, ...], list[Unit]] = {}
    for one in page.hidden:
        tells_apart = one.kind == "PERSON" or one.kind in sharing.NUMBERED
        which = "" if tells_apart else page.said(one).casefold()
        groups.setdefault((one.label, one.certainty, one.source, which), []).append(one)
    labels = Counter(label for label, *_ in groups)
    for units in groups.values():
        first = units[0]
        assert first.kind is not None
        how = here.HOW_SURE[first.source]
        line = here.SURE.format(label=first.label, kind=sharing.KINDS[first.kind], how=how)
        if len(units) > 1:
            line = here.TIMES.format(line=line, count=len(units))
        if labels[first.label] > 1:
            # Two that are told alike are told apart by where they stand.
            line = here.IN.format(line=line, words=around(page, first.place, after=0))
        yield Item(tuple(one.place for one in units), words.sentence(line))


def _left_over(page: Page, kind: str, start: int, end: int) -> str:
    said = one_line(page.leaves_as(start, end))
    return words.sentence(here.LEFT_OVER[kind].format(text=said))


def _risks(page: Page) -> list[str]:
    found: dict[str, None] = {}
    for one in page.risks:
        excerpt = one_line(page.leaves_as(one.start, one.end))
        line = here.RISK_WHOLE if one.kind == "quoted" else here.RISK
        said = line.format(says=sharing.RISKS[one.kind], text=excerpt)
        found.setdefault(words.sentence(said))
    return [here.RISKS, *found] if found else []
