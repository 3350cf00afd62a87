"""Goals as lines to be heard: one in a list, and one whole, with its history in sentences."""

from peercoach.goals import telling
from peercoach.goals.room import Waiting
from peercoach.guide.attainment import picture
from peercoach.journal.goals import CheckLine, GoalLine, StepLine
from peercoach.journal.text import one_line
from peercoach.journal.written import Written
from peercoach.plain.host import Host
from peercoach.words import goals as here
from peercoach.words import plain as words
from peercoach.words import when
from peercoach.workspace import Workspace


def listed(goal: GoalLine, host: Host) -> str:
    """A goal as one line of a list."""
    today = host.clock().local().date()
    said = [one_line(goal.wish)]
    if goal.open:
        said.append(telling.about(goal))
        if goal.asked_again(today) and goal.look is not None:
            said.append(here.LOOK_NOW.format(day=when.day_and_year(goal.look)))
        step = goal.next_step
        said.append(here.NEXT_STEP.format(text=one_line(step.text)) if step else "")
    else:
        said += [telling.closed(goal, host.day), one_line(goal.goal.closing)]
    return " ".join(words.sentence(one) for one in said if one)


def waiting(one: Waiting) -> str:
    """Something about a goal that is being written."""
    text = f" {words.sentence(one_line(one.text))}" if one.text else ""
    return words.sentence(f"{here.WAITS}: {one.heading}") + text


def whole(work: Workspace, goal: GoalLine, host: Host) -> list[str]:
    """A goal from its wish to how it stands; its steps and check-ins are told apart from it."""
    lines = [_labelled(one.label, one.text) for one in telling.said(goal)]
    lines.append(telling.closed(goal, host.day))
    lines.append(telling.became(work.goals.became(goal)))
    lines.append(telling.began(goal.goal, work.goals.origin(goal), host.day))
    told = picture(goal.goal, telling.looked(goal, host.day), 0).told
    history = [f"{here.HOW_IT_STANDS}:", *told] if told else []
    return [words.sentence(one) for one in (*lines, *history) if one]


def parts(goal: GoalLine) -> list[str]:
    """Every part of a goal, with what is said of it now."""
    return [_labelled(one.label, one.text or here.NOT_YET_SAID) for one in telling.every_part(goal)]


def step(one: StepLine, host: Host) -> str:
    """One step, with its day, or that it is done."""
    beside = telling.step_day(one, host.clock().local().date())
    return " ".join(
        words.sentence(words.capital(text)) for text in (one_line(one.text), beside) if text
    )


def check(one: CheckLine, host: Host) -> str:
    """One check-in: its day, its line, and how the goal stood."""
    label = one.check.label if one.check.label != one.text else ""
    said = (f"{here.HEADINGS['check-in']}, {host.day(one.when)}", one_line(one.text), label)
    return " ".join(words.sentence(words.capital(text)) for text in said if text)


def beside_note(work: Workspace, note: Written) -> list[str]:
    """What a note belongs to, and which goals began with it."""
    owner = work.goals.owner(note)
    belongs = [telling.part_of(owner)] if owner is not None else []
    found = [*belongs, *telling.began_here(work.goals.began_at(note.id))]
    return [words.sentence(one) for one in found]


def _labelled(label: str, text: str) -> str:
    return words.sentence(here.LABELLED.format(label=label, text=one_line(text)))
