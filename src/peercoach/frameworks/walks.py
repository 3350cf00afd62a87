"""A session plan for one person, as something to go through: its parts asked one after the other.

It is a framework like any other, so that what is typed is kept, found and gone back to in the same
ways. A part without a prompt is an element without a question: a break, or time to look around.
"""

from peercoach.frameworks.model import Element, Framework, Part, Question, SessionPlan

ALONE = "one"


def walk_of(plan: SessionPlan) -> Framework | None:
    """The plan as a walk; None where it is not for one person."""
    if plan.people != ALONE:
        return None
    return Framework(
        id=plan.id,
        title=plan.title,
        version=plan.version,
        language=plan.language,
        about=plan.about,
        elements=tuple(_element(part) for part in plan.parts),
        sources=plan.sources,
        reviewed_by=plan.reviewed_by,
        minutes=plan.minutes[0] if plan.minutes else None,
        tags=plan.tags,
    )


def _element(part: Part) -> Element:
    return Element(
        id=part.id,
        title=part.title,
        questions=tuple(Question(id=one.id, ask=one.ask, hint=one.hint) for one in part.prompts),
        what_it_is=(part.about.strip(),) if part.about else (),
        minutes=part.minutes[0] if part.minutes else None,
    )
