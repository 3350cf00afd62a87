"""How each kind of stop is put on the screen of a reflection."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peercoach.guide.reflect import Reflection
from peercoach.journal.moment import Moment
from peercoach.journal.ratings import Rated
from peercoach.journal.saying import Said
from peercoach.tui.widgets.choices import Row
from peercoach.tui.widgets.scale import Scale
from peercoach.words import goals, hour, reflect
from peercoach.words import screens as words
from peercoach.words.when import clock

CLOSE = "close"
ON = "next"
_CLOSING = (
    *((CLOSE, words.CLOSE), ("back", words.LOOK_AGAIN), ("make_goal", goals.MAKE_ONE)),
    ("lock", words.CLOSE_AND_LOCK),
)


@dataclass(frozen=True)
class Shown:
    """A stop in words. ``what`` stands above the question, quietly; ``hint`` below it."""

    crumb: str
    what: str
    ask: str
    hint: str
    writing: bool


def shown(reflection: Reflection, stands: Sequence[str] = ()) -> Shown:
    """The words of the stop where a reflection is.

    ``stands`` is how the ratings of an element stand, where they were given just before.
    """
    stop = reflection.now
    crumb = words.CRUMB.format(framework=stop.framework.title, element=stop.element.title)
    what = [f"{' '.join(stands)}\n" if stands else "", stop.level]
    if stop.kind == "question":
        # What the element is stands above its first question alone: later it is one key away.
        first = stop.question is not None and stop.question.id == stop.element.questions[0].id
        what += stop.element.what_it_is[:1] if first else ()
    elif stop.kind != "close":
        what.append(stop.heading)
    above = "\n".join(line for line in what if line)
    return Shown(crumb, above, stop.ask, stop.hint, stop.entry_kind is not None)


def rated_before(last: Rated, today: date) -> str:
    """What was chosen at a rating the last time."""
    day = words.short_day(last.when.local().date(), today)
    return words.RATED_BEFORE.format(day=day, label=last.label)


def aside(at: Moment | None, *, brings: bool, said: Said | None = None) -> str:
    """Said quietly: what was said of the question, whether this is to bring, when it was saved."""
    saved = words.SAVED.format(time=clock(at.local())) if at else ""
    return "   ".join(
        part for part in (marked(said), reflect.MARKED if brings else "", saved) if part
    )


def marked(said: Said | None) -> str:
    """What was said of a question, now or before; empty text where nothing was."""
    if said is None:
        return ""
    if not said.this_wording:
        return reflect.SAID_OF_ANOTHER[said.mark]
    return (reflect.SAID if said.this_time else reflect.SAID_LAST_TIME)[said.mark]


def count(reflection: Reflection) -> tuple[int, int] | None:
    """Which question this is, of how many; None where there is one alone, or none here."""
    found = reflection.count
    return found if found is not None and found[1] > 1 else None


def not_here(reflection: Reflection, *, writing: bool) -> tuple[str, ...]:
    """The actions that the foot leaves out at this stop: they have no meaning, or there is no room
    for them where something is chosen.
    """
    if writing:
        return ("open",)
    return ("enough", "skip", "prompts") if reflection.closing else ("prompts",)


def marked_step(reflection: Reflection, scale: Scale) -> int | None:
    """The step of a rating that the person marked; None where none was, or nothing is rated."""
    row = scale.row if reflection.now.rating is not None and scale.marked else None
    return None if row is None else int(row.id)


def rows(reflection: Reflection, chosen: int | None) -> list[Row]:
    """What can be chosen at a stop where nothing is written: a rating's steps, ways to close."""
    rating = reflection.now.rating
    if reflection.now.kind == "part":
        return [Row(ON, hour.GO_ON, space=True)]
    if rating is None:
        seeds = bool(reflection.progress.kept)
        ways = [one for one in _CLOSING if seeds or one[0] != "make_goal"]
        return [Row(id, text, space=True) for id, text in ways]
    return [
        Row(str(step.value), step.label, (words.CHOSEN,) if step.value == chosen else (),
            heading=str(number), space=True)
        for number, step in enumerate(rating.scale, 1)
    ]  # fmt: skip
