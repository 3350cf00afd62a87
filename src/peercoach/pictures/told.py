"""Each picture in words: what the plain interface says, and the full one shows on a key.

A part is a heading (which may be empty) and the lines below it, each a sentence.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from peercoach.pictures.changes import Change, marked
from peercoach.pictures.ratings import Chart, Chosen, Ratings, Scale
from peercoach.pictures.story import Answer, Stood, Story
from peercoach.pictures.year import Year
from peercoach.words import pictures as words
from peercoach.words.plain import capital, sentence

Part = tuple[str, list[str]]

_QUOTES = 6
"""So many stretches are quoted of one answer; more would be harder to follow than the text."""


def of_answer(story: Story, at: int, today: date) -> Part:
    """One answer of a story, with what changed in words: nothing is underlined where it is said."""
    answer = story.answers[at]
    change = story.change(at)
    lines = [*beside(answer, today), *answer.text.split("\n"), *quoted(answer.text, change)]
    said = "" if change.marks or change.gone else words.CHANGES[change.kind]
    day = capital(day_of(answer, today))
    return words.ON_DAY_SAID.format(day=day, said=said) if said else sentence(day), lines


def day_of(answer: Answer, today: date) -> str:
    """The day it was where an answer was written."""
    return words.of_day(answer.when.day, today)


def beside(answer: Answer, today: date) -> Iterator[str]:
    """What stands beside an answer: how it was asked then, and the ratings of the time."""
    if answer.asked:
        yield words.ASKED_THEN.format(ask=answer.asked)
    for one in answer.ratings:
        yield sentence(_stood(one, today))


def quoted(text: str, change: Change) -> list[str]:
    """What changed, quoted; none where nothing is marked."""
    said = []
    if change.marks:
        line = words.NEW_SAID if change.kind == "alike" else words.AGAIN_SAID
        said.append(line.format(quoted=_quotes(marked(text, change))))
    return said + gone(change)


def gone(change: Change) -> list[str]:
    """What is no longer there, quoted."""
    return [words.NO_LONGER.format(quoted=_quotes(change.gone))] if change.gone else []


def of_ratings(ratings: Ratings, today: date) -> list[Part]:
    """Each chart as the days on which something was chosen, and what that was."""
    several = len(ratings.scales) > 1
    parts: list[Part] = []
    for scale in ratings.scales:
        for chart in scale.used:
            heading = f"{sentence(chart.title)} {scale.ask}" if several else chart.title
            parts.append((heading, [sentence(one) for one in _held(chart, today)]))
    return parts


def of_map(ratings: Ratings, today: date) -> list[Part]:
    """Each element by what was chosen first and last, under what was asked."""
    return [
        (scale.ask, [_then_and_now(scale, chart, today) for chart in scale.charts])
        for scale in ratings.scales
    ]


def of_year(year: Year) -> list[Part]:
    """Each month with its lines; what belongs together is one."""
    return [
        (
            month.heading,
            [
                words.UNDER.format(heading=heading, said=sentence(joined(heading, lines)))
                for heading, lines in month.parts
            ],
        )
        for month in year.months
    ]


def joined(heading: str, lines: Sequence[str]) -> str:
    """Lines under one heading as one: elements by commas, what was written in its own marks."""
    if heading == words.THOUGHT:
        return ", ".join(lines)
    if heading == words.WORDS:
        return " ".join(sentence(_in_quotes(line)) for line in lines)
    return " ".join(sentence(line) for line in lines)


def _in_quotes(text: str) -> str:
    return text if text[:1] in "\"“'‘" else words.QUOTED.format(text=text)


def _stood(one: Stood, today: date) -> str:
    label = words.CHOSEN_OF.format(ask=one.ask, label=one.label) if one.ask else one.label
    if one.when is None:
        return words.CHOSEN.format(label=label)
    day = words.of_day(one.when.day, today)
    return words.CHOSEN_THEN.format(day=day, label=label)


def _held(chart: Chart, today: date) -> Iterator[str]:
    """What was chosen, what stayed the same said once with its first day and its last."""
    runs: list[list[Chosen]] = []
    for one in chart.chosen:
        if runs and runs[-1][-1].label == one.label:
            runs[-1].append(one)
        else:
            runs.append([one])
    for run in runs:
        first, last = (words.of_day(run[at].day, today) for at in (0, -1))
        if first == last:
            yield capital(words.ONCE.format(day=first, label=run[0].label))
        else:
            said = words.HELD.format(first=first, last=last, label=run[0].label)
            yield capital(said)


def _then_and_now(scale: Scale, chart: Chart, today: date) -> str:
    if not chart.chosen:
        return words.NOT_CHOSEN_SAID.format(title=chart.title)
    then, now = chart.chosen[0], chart.chosen[-1]
    line = words.MOVED_SAID if then.label != now.label else words.SAME_SAID
    if then.day == now.day and then.label == now.label:
        line = words.ONCE_SAID
    return line.format(
        title=chart.title,
        then=scale.brief(then),
        now=scale.brief(now),
        then_day=words.of_day(then.day, today),
        now_day=words.of_day(now.day, today),
    )


def _quotes(texts: Sequence[str]) -> str:
    return ", ".join(words.QUOTED.format(text=text) for text in texts[:_QUOTES])
