"""Notes for pictures: plain values at chosen moments, with no notebook behind them."""

from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from peercoach.frameworks.library import Library
from peercoach.frameworks.model import Element, Framework, Question, Rating, ScaleStep
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, EntryKind, Place
from peercoach.journal.records import Rating as Chosen
from peercoach.pictures.sources import Rated, Said

HILLS = "walking/hills"
UP = "question/up"
PRACTICE = Rating(
    id="practice",
    ask="How much do we live this?",
    scale=(
        ScaleStep(value=1, label="We do this very little"),
        ScaleStep(value=2, label="We do this sometimes"),
        ScaleStep(value=3, label="We do this all the time"),
    ),
)
WEIGHT = Rating(
    id="weight",
    ask="How much does it matter?",
    scale=(ScaleStep(value=0, label="A little"), ScaleStep(value=1, label="Very much")),
)


def walking(
    *ratings: Rating, id: str = "walking", care: bool = False, asks: str = "What about {id}?"
) -> Framework:
    """Two elements, of three questions and of one."""

    def element(name: str, *questions: str) -> Element:
        asked = tuple(Question(id=one, ask=asks.format(id=one)) for one in questions)
        return Element(id=name, title=name.capitalize(), questions=asked, examples="Where is it?")

    return Framework(
        id=id,
        title=id.capitalize(),
        version="1.0.0",
        language="en-GB",
        about="Invented for a test.",
        elements=(element("hills", "up", "top", "down"), element("shores", "tide")),
        ratings=ratings or (PRACTICE,),
        care=care,
    )


def shelf(*frameworks: Framework) -> Library:
    """A library of these."""
    held = frameworks or (walking(),)
    return Library(
        frameworks=MappingProxyType({one.id: one for one in held}), plans=MappingProxyType({})
    )


def at(*when: int, offset: int = 0) -> Moment:
    """The moment at which a clock ``offset`` minutes east of Greenwich shows this."""
    shown = datetime(*when, tzinfo=UTC) - timedelta(minutes=offset)  # type: ignore[arg-type, misc]
    return Moment(int(shown.timestamp() * 1000), offset, "here")


def place(question: str, ask: str = "", *, element: str = "hills", of: str = "walking") -> Place:
    """Where something is asked, in the wording that holds unless another is given."""
    return Place(
        framework=of,
        framework_title=of.capitalize(),
        version="1.0.0",
        element=element,
        element_title=element.capitalize(),
        question=question,
        ask=ask or f"What about {question}?",
    )


def said(
    when: Moment,
    text: str,
    *,
    question: str = "up",
    kind: EntryKind = "answer",
    ask: str = "",
    reflection: int = 0,
    **where: str,
) -> Said:
    """Something written; what is no answer has no question."""
    asked = question if kind == "answer" else ""
    entry = Entry(kind=kind, text=text, place=place(asked, ask, **where), reflection=reflection)
    return Said(when.utc_ms, entry, when)


def rated(
    when: Moment, value: int, *, of: Rating = PRACTICE, label: str = "", reflection: int = 0,
    element: str = "hills", framework: str = "walking",
) -> Rated:  # fmt: skip
    """Something chosen, in the words of its scale unless others are given."""
    labels = {step.value: step.label for step in of.scale}
    where = place(of.id, of.ask, element=element, of=framework)
    return Rated(
        Chosen(
            rating=of.id,
            value=value,
            label=label or labels[value],
            place=where,
            reflection=reflection,
        ),
        when,
    )
