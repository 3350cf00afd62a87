"""A framework or a session plan, whole, as lines to read: all that its file holds."""

from collections.abc import Callable, Iterable, Iterator

from peercoach.frameworks.model import (
    Document,
    Element,
    Framework,
    Part,
    Question,
    SessionPlan,
    Source,
)
from peercoach.words import frameworks_told as words
from peercoach.words import plain as plain_words

# The title of what an element lines up with.
Titles = Callable[[Element], str]


def lines_of(document: Document, title_of: Titles) -> Iterator[str]:
    """Every line; ``title_of`` says what an element lines up with."""
    yield words.HEAD.format(
        title=document.title, id=document.id, version=document.version, language=document.language
    )
    yield document.about
    if isinstance(document, Framework):
        yield from _framework(document, title_of)
    else:
        yield from _plan(document)
    if document.sources:
        yield from ("", words.SOURCES)
        for source in document.sources:
            yield from _source(source)


def _standing(document: Document) -> Iterator[str]:
    """What holds for all of it: who reviewed it, what it builds on, its tags."""
    if document.extends:
        yield words.EXTENDS.format(id=document.extends)
    if document.tags:
        yield words.TAGS.format(tags=", ".join(document.tags))
    if document.reviewed_by:
        yield words.REVIEWED.format(names=", ".join(document.reviewed_by))
    else:
        yield plain_words.ABOUT_REVIEWED


# --- a framework ---------------------------------------------------------------------------------


def _framework(framework: Framework, title_of: Titles) -> Iterator[str]:
    if framework.care:
        yield words.CARE
    if framework.minutes is not None:
        yield words.MINUTES.format(minutes=framework.minutes)
    yield from _standing(framework)
    for rating in framework.ratings:
        yield from ("", words.RATING.format(ask=rating.ask, id=rating.id))
        for step in rating.scale:
            yield words.STEP.format(value=step.value, label=step.label)
    for heading, found in (
        (words.LEVELS, framework.levels),
        (words.EXPOSURES, framework.exposures),
    ):
        if found:
            yield from ("", heading)
            yield from (words.ITEM.format(title=one.title, id=one.id) for one in found)
    if framework.steps:
        yield from ("", words.STEPS)
        yield from _steps(framework)
    for element in framework.elements:
        yield ""
        yield from _element(framework.address(element), element, title_of)


def _steps(framework: Framework) -> Iterator[str]:
    for step in framework.steps:
        yield words.ITEM.format(title=step.title, id=step.id)
        if step.about:
            yield words.BULLET.format(text=step.about)
        if step.minutes is not None:
            yield words.BULLET.format(text=words.MINUTES.format(minutes=step.minutes))
        if step.elements:
            yield words.WITH_ELEMENTS.format(elements=", ".join(step.elements))


def _element(address: str, element: Element, title_of: Titles) -> Iterator[str]:
    yield words.ELEMENT.format(title=element.title, address=address)
    if element.aligned_to is not None:
        to = element.aligned_to
        yield words.ALIGNED.format(title=title_of(element), address=f"{to.framework}/{to.element}")
    if element.minutes is not None:
        yield words.ABOUT.format(text=words.MINUTES.format(minutes=element.minutes))
    if element.tags:
        yield words.ABOUT.format(text=words.TAGS.format(tags=", ".join(element.tags)))
    yield from _bullets(words.IS, element.what_it_is)
    if element.why_it_matters:
        yield words.WHY.format(text=element.why_it_matters)
    yield from _bullets(words.IS_NOT, element.what_it_is_not)
    yield words.QUESTIONS
    for question in element.questions:
        yield from _question(question)
    if element.examples:
        yield words.EXAMPLES.format(text=element.examples)
    yield from _bullets(words.PROMPTS, element.coach_prompts)


def _question(question: Question) -> Iterator[str]:
    yield words.QUESTION.format(ask=question.ask, id=question.id)
    if question.level:
        yield words.LEVEL.format(id=question.level)
    if question.hint:
        yield words.HINT.format(text=question.hint)
    yield from (words.FOLLOW_UP.format(text=one) for one in question.follow_ups)
    if question.tags:
        yield words.INNER_TAGS.format(tags=", ".join(question.tags))


def _bullets(heading: str, texts: Iterable[str]) -> Iterator[str]:
    for index, text in enumerate(texts):
        if not index:
            yield heading
        yield words.BULLET.format(text=text)


def _source(source: Source) -> Iterator[str]:
    credit = (source.title, source.publisher, source.year, source.licence, source.url)
    yield words.ABOUT.format(text=". ".join(str(part) for part in credit if part))
    yield words.SOURCE_USE.format(text=source.use)


# --- a session plan ------------------------------------------------------------------------------


def _plan(plan: SessionPlan) -> Iterator[str]:
    yield words.PEOPLE[plan.people]
    if plan.second_sign_in:
        yield words.SECOND_SIGN_IN
    lengths = ", ".join(str(length) for length in plan.minutes)
    yield words.LENGTHS.format(lengths=lengths)
    yield from _standing(plan)
    if plan.agreement is not None:
        if plan.agreement.principles:
            yield from ("", words.PRINCIPLES)
        for principle in plan.agreement.principles:
            yield words.ITEM.format(title=principle.title, id=principle.id)
            if principle.about:
                yield words.BULLET.format(text=principle.about)
        if plan.agreement.questions:
            yield from ("", words.AGREED)
        for question in plan.agreement.questions:
            yield from _question(question)
    if plan.approaches:
        yield from ("", words.APPROACHES)
    for approach in plan.approaches:
        yield words.ITEM.format(title=approach.title, id=approach.id)
        if approach.about:
            yield words.BULLET.format(text=approach.about)
    yield from ("", words.PARTS)
    for part in plan.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    minutes = words.NO_MINUTES
    if part.minutes:
        minutes = words.PART_MINUTES.format(minutes=", ".join(map(str, part.minutes)))
    yield words.PART.format(
        title=part.title,
        id=part.id,
        minutes=minutes,
        speaks=words.SPEAKS[part.speaks],
        pause=words.BREAK if part.is_break else "",
    )
    if part.about:
        yield words.ABOUT.format(text=part.about)
    above = ("", "")
    for prompt in part.prompts:
        here = (prompt.heading or "", prompt.approach or "")
        if here != above and any(here):
            heading = words.PROMPT_HEADING if here[0] and here[1] else words.PROMPT_HEADING_ALONE
            yield heading.format(heading=here[0] or here[1], approach=here[1])
        above = here
        yield words.PROMPT.format(ask=prompt.ask, id=prompt.id)
        if prompt.hint:
            yield words.PROMPT_HINT.format(text=prompt.hint)
