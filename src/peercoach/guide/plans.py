"""A session plan as it is read: headings, with lines below each."""

from collections.abc import Iterable

from peercoach.frameworks.model import Agreement, Approach, Part, Principle, SessionPlan
from peercoach.words import plans as words

Section = tuple[str, list[str]]
"""A heading, and what stands below it."""


def named(plan: SessionPlan) -> str:
    """A plan in a list: its title, and how long it takes."""
    return words.LINE.format(title=plan.title, minutes=words.minutes(plan.minutes))


def sections(plan: SessionPlan) -> list[Section]:
    """The whole plan: what it is, what is agreed first, then each part with its minutes."""
    found: list[Section] = [(named(plan), [plan.about.strip(), words.FOR[plan.people]])]
    if plan.agreement is not None:
        found.append((words.AGREEMENT, _agreed(plan.agreement)))
    if plan.approaches:
        found.append((words.APPROACHES, _titled(plan.approaches)))
    return [*found, *(_part(one) for one in plan.parts)]


def _agreed(agreement: Agreement) -> list[str]:
    return [*_titled(agreement.principles), *(question.ask for question in agreement.questions)]


def _titled(found: Iterable[Principle | Approach]) -> list[str]:
    return [
        words.TITLED.format(title=one.title, about=one.about) if one.about else one.title
        for one in found
    ]


def _part(part: Part) -> Section:
    heading = part.title
    if part.minutes:
        heading = words.PART.format(title=part.title, minutes=words.minutes(part.minutes))
    said = [part.about or "", words.BREAK if part.is_break else "", words.SPEAKS[part.speaks]]
    before = ""
    for prompt in part.prompts:
        new = prompt.heading and prompt.heading != before
        before = prompt.heading or before
        said.append(words.PROMPT.format(heading=before, ask=prompt.ask) if new else prompt.ask)
    return heading, [one.strip() for one in said if one]
