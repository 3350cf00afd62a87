"""The session plans that ship: their lengths, what an agreement holds, prompts in own words."""

import re
from collections import Counter
from itertools import combinations
from statistics import median
from typing import Any

import pytest

from peercoach.frameworks.load import load
from peercoach.frameworks.model import SessionPlan
from tests.frameworks.shipped import (
    FRAMEWORKS,
    LIBRARY,
    PLANS,
    agreed,
    asks,
    document,
    follow_ups,
    prompts,
    said,
)
from tests.frameworks.voice import faults_of_ask
from tests.reading import grade, words

WITH_AGREEMENT = ("peer-coaching", "short-conversation", "peer-space")
PRINCIPLES = [
    "learn-together",
    "respect-privacy",
    "kindness-and-curiosity",
    "different-views",
    "language-matters",
    "kind-to-yourself",
]
SETTLED = {
    "cannot-hold",
    "tell-first",
    "who-we-are",
    "say-over-each-other",
    "write-down",
    "who-reads",
    "private-notes",
    "if-unwell",
    "pause-or-end",
    "look-at-it-again",
}
MODELS = re.compile(r"\b(?:GROW|OSKAR|CLEAR)\b")
# Small words, which make no two questions alike.
SMALL_WORDS = frozenset(
    words(
        "a an and are at be been by can could did do does each for from had has hasn't have "
        "how if in is it like more most not of on one or other that the their them there they "
        "this to us was we were what when where which who whose with would you your "
    )
)


def plan(name: str) -> SessionPlan:
    loaded = load(LIBRARY / f"{name}.yaml")
    assert isinstance(loaded, SessionPlan)
    return loaded


@pytest.mark.parametrize(
    ("name", "people", "minutes", "second"),
    [
        ("peer-coaching", "two", (60, 90), True),
        ("short-conversation", "two", (20,), False),
        ("protected-hour", "one", (60,), False),
        ("monthly-review", "one", (30,), False),
        ("peer-space", "group", (120,), False),
    ],
)
def test_each_plan_is_for_whom_and_as_long_as_it_says(
    name: str, people: str, minutes: tuple[int, ...], second: bool
) -> None:
    """People, lengths and sign-in are as designed, and the parts add up to each length."""
    found = plan(name)

    sums = tuple(sum(part.minutes[at] for part in found.parts) for at in range(len(minutes)))

    assert (found.people, found.minutes, found.second_sign_in) == (people, minutes, second)
    assert sums == minutes


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (
            "peer-coaching",
            "agreement check-in focus conversation pause conversation-again close",
        ),
        ("short-conversation", "agreement check-in one-question one-thing-to-try close"),
        ("protected-hour", "arrive look-back one-element pause goals next-date"),
        ("monthly-review", "look goals bring"),
        (
            "peer-space",
            "housekeeping introductions presentation pause problems-and-successes closing",
        ),
    ],
)
def test_each_plan_has_the_parts_of_the_design(name: str, parts: str) -> None:
    """In their order, each with something to say or a break; and a long one has a break."""
    found = plan(name)

    breaks = [part for part in found.parts if part.is_break]

    assert [part.id for part in found.parts] == parts.split()
    assert [part.id for part in found.parts if not part.prompts and not part.is_break] == []
    assert [part.speaks for part in breaks] == ["no-one"] * (found.minutes[0] >= 60)


def test_two_and_many_rest_ten_minutes() -> None:
    """The break between people is ten minutes in every length."""
    rests = [part.minutes for name in WITH_AGREEMENT for part in plan(name).parts if part.is_break]

    assert rests == [(10, 10), (10,)]


@pytest.mark.parametrize("name", WITH_AGREEMENT)
def test_an_agreement_settles_what_must_be_settled(name: str) -> None:
    """Six principles, every question of the design, and the limits of privacy before all else."""
    found = plan(name).agreement
    assert found is not None

    ids = [question.id for question in found.questions]

    assert [principle.id for principle in found.principles] == PRINCIPLES
    assert ids[:2] == ["cannot-hold", "tell-first"]
    assert set(ids) >= SETTLED
    hints = {question.id: question.hint or "" for question in found.questions}
    for word in ("danger", "kept safe", "law"):
        assert word in hints["cannot-hold"]
    assert "I'll tell you first if that is safe" in hints["tell-first"]
    assert "only what they need" in hints["tell-first"]
    assert "No one may ask the other to open them" in hints["private-notes"]


def test_one_agreement_is_worded_one_way() -> None:
    """A question or principle that several plans share reads the same in each, or nearly."""
    seen: dict[str, set[str]] = {}
    for name in WITH_AGREEMENT:
        for one in (*agreed(name), *document(name)["agreement"]["principles"]):
            seen.setdefault(one["id"], set()).add(one.get("ask") or one["title"])

    assert [id for id, wordings in seen.items() if len(wordings) > 1] == ["cannot-hold"]


def test_prompts_stand_under_three_approaches_with_titles_of_our_own() -> None:
    """Each approach has four headings or more, and no model's name is on the screen."""
    found = plan("peer-coaching")

    headings: dict[str, list[str]] = {}
    for prompt in found.part("conversation").prompts:
        assert prompt.approach and prompt.heading
        headings.setdefault(prompt.approach, []).append(prompt.heading)

    assert list(headings) == [one.id for one in found.approaches] == ["grow", "oskar", "clear"]
    assert [len(dict.fromkeys(one)) for one in headings.values()] == [4, 6, 5]
    assert [text for text in said("peer-coaching") if MODELS.search(text)] == []
    credited = [source.use for source in found.sources if MODELS.search(source.use)]
    assert len(credited) == 3


@pytest.mark.parametrize("name", PLANS)
def test_prompts_could_be_asked_over_tea(name: str) -> None:
    """Prompts, and an agreement's questions, are open, single, short and easy to read."""
    found = [one["ask"] for one in (*agreed(name), *prompts(name))]

    assert {ask: faults for ask in found if (faults := faults_of_ask(ask))} == {}
    assert median(grade(ask) for ask in found) <= 7
    assert [one["id"] for one in (*agreed(name), *prompts(name)) if not one.get("hint")] == []
    whole = [text for text in said(name) if len(words(text)) >= 6]
    assert [text for text in whole if grade(text) > 9] == []


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_says_what_it_draws_on(name: str) -> None:
    """Every source has a title, a publisher, terms and its use; no one has reviewed it yet."""
    data = document(name)

    assert data["sources"]
    for source in data["sources"]:
        assert source["title"] and source["publisher"] and source["licence"] and source["use"]
    assert data["reviewed_by"] == []
    assert data["language"] == "en-GB"


# --- the whole library ---------------------------------------------------------------------------


def everything() -> list[tuple[str, str]]:
    """Each question and prompt that ships in English, with its file; an agreement's once."""
    found: list[tuple[str, str]] = [(name, ask) for name in FRAMEWORKS for ask in asks(name)]
    found += [(name, one["ask"]) for name in PLANS for one in prompts(name)]
    once: dict[str, Any] = {}
    for name in PLANS:
        once |= {one["id"]: (name, one["ask"]) for one in agreed(name)}
    return [*found, *once.values()]


def alike(one: str, other: str) -> bool:
    """Whether two questions share most of their words, or most of those that carry weight."""
    all_of = [frozenset(words(text)) for text in (one, other)]
    heavy = [text - SMALL_WORDS for text in all_of]
    both = len(heavy[0] & heavy[1])
    share = len(all_of[0] & all_of[1]) / len(all_of[0] | all_of[1])
    return share >= 0.7 or (both >= 2 and both / len(heavy[0] | heavy[1]) >= 0.6)


def test_no_question_is_asked_twice() -> None:
    """Across all files, no two questions are the same, or nearly."""
    found = everything()

    doubles = [(one, other) for one, other in combinations(found, 2) if alike(one[1], other[1])]

    assert len(found) > 250
    assert doubles == []


def test_no_follow_up_is_word_for_word_anothers() -> None:
    """What goes nearer is written for its own question."""
    times = Counter(one for name in FRAMEWORKS for one in follow_ups(name))

    assert [one for one, count in times.items() if count > 1] == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Who hasn't been asked yet?", "Who has not yet been asked?", True),
        ("What helps you to rest?", "What helps you rest?", True),
        ("Who could open a door?", "What would you put in that gap?", False),
        ("What helped you begin?", "What helped you wait?", False),
    ],
)
def test_what_is_nearly_the_same_is_heard(one: str, other: str, same: bool) -> None:
    """Another order or a small word makes no new question; another matter does."""
    assert alike(one, other) is same
