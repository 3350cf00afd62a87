"""A session plan as it is read."""

import pytest

from peercoach.guide.plans import named, sections
from peercoach.words.plans import minutes
from tests.frameworks.asked import IN_WAYS
from tests.frameworks.documents import PLAN, SESSION, plan


def test_all_of_a_plan_is_there() -> None:
    """Its length, what is agreed, each part with its minutes, who speaks, what is asked."""
    found = sections(plan(IN_WAYS))

    assert found == [
        ("A talk by the window, 20 or 60 minutes", ["A small plan for two.", "For two people."]),
        ("What we agree first", ["Kindness: Towards oneself too.", "Who are we to each other?"]),
        ("Ways to go about it", ["From a wish: When there is one.", "From listening"]),
        ("Arriving, 5 or 10 minutes", ["Each of us in turn."]),
        (
            "Talking, 10 or 40 minutes",
            [
                "Whoever is listened to speaks most.",
                "Where to: What would you like from this?",
                "What could come next?",
            ],
        ),
        ("Tea, 5 or 10 minutes", ["A break.", "Nobody needs to speak."]),
    ]


def test_every_key_of_a_plan_has_its_words() -> None:
    """The sample with every key of the format can be read, all its titles and prompts included."""
    full = plan(SESSION.read_text(encoding="utf-8"))
    said = "\n".join(line for heading, lines in sections(full) for line in (heading, *lines))

    for part in full.parts:
        assert part.title in said
        assert all(prompt.ask in said for prompt in part.prompts)
    assert full.agreement is not None
    assert all(one.title in said for one in full.agreement.principles)


def test_a_part_without_minutes_says_none() -> None:
    """An untimed part stands under its title alone."""
    free = plan(PLAN.replace(", minutes: 60}", "}").replace("minutes: 60\n", "minutes: 60\n"))

    assert sections(free)[-1][0] == "Talk"
    assert named(free) == "Plan, 60 minutes"


@pytest.mark.parametrize(
    ("lengths", "said"),
    [((), ""), ((1,), "1 minute"), ((20,), "20 minutes"), ((20, 60, 90), "20, 60 or 90 minutes")],
)
def test_minutes(lengths: tuple[int, ...], said: str) -> None:
    """One length, several to choose from, or none."""
    assert minutes(lengths) == said
