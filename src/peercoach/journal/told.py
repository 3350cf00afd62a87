"""What an entry says beside its words, as it is told: a label and a text each."""

from peercoach.journal.goals import plain_date
from peercoach.journal.records import GOAL_WORDS, CheckIn, Entry, Goal, GoalStep
from peercoach.words import goals as words
from peercoach.words.when import day_and_year

Told = tuple[str, str]
"""A label, and what stands under it; the label is empty where the text needs none."""


def told(entry: Entry) -> list[Told]:
    """All that an entry says beside its words; nothing for one that says no more."""
    match entry.more:
        case Goal() as goal:
            return [*_parts(goal), *_ending(goal)]
        case GoalStep() as step:
            said = [(words.LABELS["day"], in_words(step.day)) if step.day else ("", "")]
            return [*_there(said), *_state(step)]
        case CheckIn() as check:
            stands = check.label or ("" if check.stands is None else words.STANDS[check.stands])
            said = [(words.HOW_IT_STANDS, stands)] if stands != entry.text else []
            return _there(said)
        case _:
            return []


def in_words(day: str) -> str:
    """A plain date in words; what is none is left as it is."""
    found = plain_date(day)
    return day if found is None else day_and_year(found)


def _parts(goal: Goal) -> list[Told]:
    labels = words.LABELS
    first = [(labels["area"], words.AREAS.get(goal.area, "")), (labels["why"], goal.why)]
    first += [(labels["horizon"], goal.horizon)]
    first += [(labels["elements"], ", ".join(goal.elements.values()))]
    others = [(labels[name], getattr(goal, name)) for name in GOAL_WORDS[2:]]
    return _there([*first, *others, (labels["look"], in_words(goal.look))])


def _ending(goal: Goal) -> list[Told]:
    if goal.goal_state == "open":
        return []
    return _there([("", words.ENDED[goal.goal_state]), (words.LABELS["closing"], goal.closing)])


def _state(step: GoalStep) -> list[Told]:
    return [("", words.STEP_IS[step.step_state])] if step.step_state else []


def _there(said: list[Told]) -> list[Told]:
    return [(label, text) for label, text in said if text]
