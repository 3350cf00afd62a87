"""What comes of a walk about a goal: the entries to be kept, as plain values."""

from collections.abc import Mapping

import msgspec

from peercoach.guide.goal import STANDS, GoalWalk
from peercoach.journal.records import GOAL_WORDS, CheckIn, Entry, Goal, GoalStep
from peercoach.words import goals as words

_STAND_IN = ("outcome", "why", "step", *GOAL_WORDS)
"""What is taken for the wish where none was written, the first of them that there is."""


def outcome(walk: GoalWalk, about: int, new: int, current: Entry | None) -> dict[int, Entry]:
    """What has to be kept, by id, for a walk that has ended; empty where it came to nothing.

    ``about`` is the id of the goal (of a new one: the id it will have). ``new`` is that of what
    else comes of it: a first step, a check-in, the step, the goal that this one changed into.
    ``current`` is what is changed as it stands: the goal, or the step of a walk about one.
    """
    match walk.task:
        case "make":
            return _made(walk, about, new)
        case "check-in":
            return _checked(walk, about, new, current)
        case "close":
            return _closed(walk, about, new, current)
        case "step":
            return _step(walk, about, new, current)
        case _:
            return _edited(walk, about, current)


def wish_of(said: Mapping[str, str]) -> tuple[str, str]:
    """The key of what stands for the wish, and its words; both empty where nothing does."""
    keys = ("wish", *_STAND_IN)
    return next(((key, said[key]) for key in keys if said.get(key)), ("", ""))


def standing(walk: GoalWalk) -> tuple[int, str] | None:
    """How a goal stands, as chosen in a check-in, and the words for it; None where not chosen."""
    chosen = walk.said.get("stands", "")
    if not chosen:
        return None
    value = int(chosen)
    return value, getattr(walk.goal, STANDS[value]) or words.STANDS[value]


def _made(walk: GoalWalk, about: int, new: int) -> dict[int, Entry]:
    said = dict(walk.said)
    key, wish = wish_of(said)
    if not wish:
        return {}
    step = said.get("step", "")
    said.pop(key)
    fields = {name: said[name] for name in (*GOAL_WORDS, "area", "look") if said.get(name)}
    goal = msgspec.convert({"began": walk.goal.began, **fields}, Goal)
    goal = msgspec.structs.replace(goal, draws_on=walk.goal.draws_on)
    found = {about: Entry(kind="goal", text=wish, more=goal)}
    if step and key != "step":
        more = GoalStep(goal=about, day=said.get("day", ""))
        found[new] = Entry(kind="goal-step", text=step, more=more)
    return found


def _checked(walk: GoalWalk, about: int, new: int, current: Entry | None) -> dict[int, Entry]:
    found: dict[int, Entry] = {}
    line, stands = walk.said.get("line", ""), standing(walk)
    if line or stands is not None:
        value, label = stands if stands is not None else (None, "")
        more = CheckIn(goal=about, stands=value, label=label)
        found[new] = Entry(kind="check-in", text=line or label, more=more)
    if look := walk.said.get("look", ""):
        found |= _with(about, current, look=look)
    return found


def _closed(walk: GoalWalk, about: int, new: int, current: Entry | None) -> dict[int, Entry]:
    how, into = walk.said.get("how", ""), walk.said.get("into", "")
    if not how:
        return {}
    into = into if how == "changed" else ""
    changes = {"goal_state": how, "closing": walk.said.get(how, ""), "became": new if into else 0}
    found = _with(about, current, **changes)
    if into and found:
        became = Goal(area=walk.goal.area, draws_on=walk.goal.draws_on, began=about)
        found[new] = Entry(kind="goal", text=into, more=became)
    return found


def _step(walk: GoalWalk, about: int, new: int, current: Entry | None) -> dict[int, Entry]:
    text, day = walk.said.get("next", ""), walk.said.get("day", "")
    if current is None:
        more = GoalStep(goal=about, day=day)
        return {new: Entry(kind="goal-step", text=text, more=more)} if text else {}
    if walk.part == "day":
        return _with(new, current, day=day)
    return {new: msgspec.structs.replace(current, text=text)} if text else {}


def _edited(walk: GoalWalk, about: int, current: Entry | None) -> dict[int, Entry]:
    text = walk.said.get(walk.part, "")
    if current is None:
        return {}
    if walk.part == "wish":
        return {about: msgspec.structs.replace(current, text=text)} if text else {}
    return _with(about, current, **{walk.part: text})


def _with(id: int, current: Entry | None, **changes: object) -> dict[int, Entry]:
    """An entry with other values in what it says beside its words."""
    if current is None or current.more is None:
        return {}
    return {
        id: msgspec.structs.replace(current, more=msgspec.structs.replace(current.more, **changes))
    }
