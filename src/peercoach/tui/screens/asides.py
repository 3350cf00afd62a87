"""What may stand beside a question: earlier answers, prompts, about the element, the questions."""

from collections.abc import Sequence
from datetime import date

from peercoach.frameworks.library import Library
from peercoach.guide.aligned import aligned
from peercoach.guide.reflect import Reflection
from peercoach.journal.records import Progress
from peercoach.journal.store import Written
from peercoach.tui.screens.note_rows import text_of
from peercoach.tui.widgets.choices import Row
from peercoach.tui.widgets.prose import Part
from peercoach.words import reflect
from peercoach.words import screens as words

_MOST_EARLIER = 12
"""Earlier answers shown at once beside a question; one walks on to the others."""


def before(earlier: Sequence[Written], today: date, at: int = 0, asked: str = "") -> list[Part]:
    """Earlier answers to the same question from position ``at`` on, newest first, each under its
    date and its place among all of them; and under its wording, where ``asked`` is another one.
    """
    if not earlier:
        return [Part(words.BEFORE, (words.NO_BEFORE,))]
    parts = [Part(words.BEFORE, ())]
    for number, note in enumerate(earlier[at : at + _MOST_EARLIER], at + 1):
        day = words.short_day(note.when.local().date(), today)
        if len(earlier) > 1:
            day = reflect.EARLIER.format(day=day, at=number, of=len(earlier))
        paragraphs = tuple(text_of(note).split("\n\n"))
        then = "" if isinstance(note.record, Progress) else note.record.place.ask
        if asked and then not in ("", asked):
            parts += [Part("", (day, reflect.ASKED_THEN.format(ask=then)))]
        else:
            parts += [Part("", (day,))]
        parts += [Part("", paragraphs, own=True)]
    return parts


def prompts(reflection: Reflection) -> list[Part]:
    """Ways to go on from here: the question's follow-ups, then a coach's prompts."""
    stop = reflection.now
    hint = (stop.hint,) if stop.hint else ()
    follow_ups = stop.question.follow_ups if stop.question is not None else ()
    lines = (*hint, *follow_ups, *stop.element.coach_prompts)
    return [Part(words.PROMPTS, lines or (words.NO_PROMPTS,), points=bool(lines))]


def about(reflection: Reflection, library: Library) -> list[Part]:
    """What the element is, why it matters, what it is not, and what it lines up with."""
    element = reflection.now.element
    parts = [
        Part(words.ABOUT_IS, element.what_it_is, points=True),
        Part(words.ABOUT_WHY, (element.why_it_matters,) if element.why_it_matters else ()),
        Part(words.ABOUT_NOT, element.what_it_is_not, points=True),
        Part(words.ABOUT_ALIGNED, _aligned(reflection, library)),
    ]
    parts = [part for part in parts if part.paragraphs]
    if not reflection.framework.reviewed_by:
        parts.append(Part("", (words.ABOUT_REVIEWED,)))
    return parts


def questions(reflection: Reflection) -> list[Row]:
    """Every question of this reflection, and what became of it."""
    rows: list[Row] = []
    for stop in reflection.questions:
        if stop.key == reflection.now.key:
            state = words.HERE
        else:
            state = words.ANSWERED if stop.key in reflection.progress.kept else ""
        group = "" if rows else words.QUESTIONS
        rows.append(Row(stop.key, stop.ask, detail=state, group=group, space=True))
    return rows


def _aligned(reflection: Reflection, library: Library) -> tuple[str, ...]:
    """The element that this one lines up with, and its framework where that is here."""
    element = reflection.now.element
    title = aligned(library, element)
    if not title or element.aligned_to is None:
        return ()
    other = library.frameworks.get(element.aligned_to.framework)
    return (reflect.LINES_UP.format(title=title, framework=other.title) if other else title,)
