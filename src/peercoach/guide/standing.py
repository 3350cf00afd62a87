"""Where someone stands with an element: its ratings side by side, in their own words.

What two ratings have between them is never a number. Scales differ in length, the steps of a scale
have no distances, and what is far from what is the person's to say. So they are laid side by side
in the words that were chosen. One more sentence is said only where the scales allow it: where one
rating stands in the lower half of its own scale and the other in the upper half of its own. A
middle step is in neither half, and what was chosen on a scale that has changed since is compared
with nothing.
"""

from collections.abc import Sequence

from peercoach.frameworks.model import Framework, Rating
from peercoach.journal.records import Rating as Chosen
from peercoach.words import ratings as words


def half(rating: Rating, chosen: Chosen) -> int:
    """-1 in the lower half of the scale, 1 in the upper, 0 in the middle or where it can't be told.

    It can't be told where the scale has no such step, in these words, now.
    """
    steps = [(step.value, step.label) for step in rating.scale]
    if (chosen.value, chosen.label) not in steps:
        return 0
    twice = 2 * steps.index((chosen.value, chosen.label)) - (len(steps) - 1)
    return (twice > 0) - (twice < 0)


def apart(framework: Framework, chosen: Sequence[Chosen]) -> bool:
    """Whether the framework's first two ratings stand in different halves of their scales."""
    by_id = {one.rating: one for one in chosen}
    pair = [(one, by_id.get(one.id)) for one in framework.ratings[:2]]
    halves = [half(rating, one) if one is not None else 0 for rating, one in pair]
    return len(halves) == 2 and halves[0] * halves[1] < 0


def side_by_side(framework: Framework, chosen: Sequence[Chosen]) -> list[str]:
    """What was chosen on each rating, a sentence each, and what lies between them if it is clear.

    Empty where fewer than two were chosen: then there is nothing to lay beside the other.
    """
    by_id = {one.rating: one for one in chosen}
    found = [(one, by_id[one.id]) for one in framework.ratings if one.id in by_id]
    if len(found) < 2:
        return []
    lines = [words.stands(rating.ask, one.label) for rating, one in found]
    return [*lines, words.APART] if apart(framework, chosen) else lines


def short(framework: Framework, chosen: Sequence[Chosen]) -> list[str]:
    """What was chosen on each rating as briefly as it can be said, in the framework's order."""
    by_id = {one.rating: one for one in chosen}
    return [short_label(one, by_id[one.id].label) for one in framework.ratings if one.id in by_id]


def short_label(rating: Rating, label: str) -> str:
    """What sets a label apart: "sometimes" of "We do this sometimes"; whole, if it is none here."""
    labels = [step.label.split(" ") for step in rating.scale]
    if label.split(" ") not in labels:
        return label
    same = 0
    while all(len(one) > same + 1 and one[same] == labels[0][same] for one in labels):
        same += 1
    return " ".join(label.split(" ")[same:])
