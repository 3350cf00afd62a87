"""What each file of the library promises beyond being whole: levels, themes, care, languages."""

import re
from collections import Counter

import pytest

from peercoach.frameworks.library import open_library
from tests.frameworks.shipped import (
    CAREER,
    DIMENSIONS,
    FEEDBACK,
    FRAMEWORKS,
    HEAL,
    HEART,
    LIBRARY,
    LIVED,
    SHORT,
    TEAM,
    WELSH,
    asks,
    document,
    elements,
    questions,
    said,
)

NINE = [
    "Inspiring shared purpose",
    "Leading with care",
    "Evaluating information",
    "Connecting our service",
    "Sharing the vision",
    "Engaging the team",
    "Holding to account",
    "Developing capability",
    "Influencing for results",
]
FOUR = ["essential", "proficient", "strong", "exemplary"]

# What would lead a person back into an event: its story, its order, its senses, its people.
RETELLS = re.compile(
    r"\bwhat happened\b|\bhappen(?:s|ed)?\b|\bwhat did (?:you|they) do\b|\bdescribe\b"
    r"|\btell the story\b|\bgo (?:back|through)\b|\brelive\b|\bremember\b|\bin detail\b"
    r"|\bwhat did you (?:see|hear|smell)\b|\bwhen did it\b|\bwhere were you\b|\bwho was there\b"
    r"|\bwhat was said\b",
    re.IGNORECASE,
)


# --- nine dimensions -----------------------------------------------------------------------------


def test_the_dimensions_and_levels_go_by_their_names() -> None:
    """The nine names and the four are there, with credit, and it says that it is not the model."""
    data = document(DIMENSIONS)
    (source,) = data["sources"]

    assert [element["title"] for element in data["elements"]] == NINE
    assert [level["id"] for level in data["levels"]] == FOUR
    assert (source["publisher"], source["year"]) == ("NHS Leadership Academy", 2013)
    for text in (data["about"], source["use"]):
        assert "not the model itself" in " ".join(text.split()), text
        assert "endorsed" in text


@pytest.mark.parametrize("element", elements(DIMENSIONS), ids=lambda element: element["id"])
def test_each_level_of_each_dimension_is_asked_about(element: dict[str, object]) -> None:
    """Two questions or more a level, and the levels rise as one reads on."""
    found = element["questions"]
    assert isinstance(found, list)

    levels = [question["level"] for question in found]

    assert all(times >= 2 for times in Counter(levels).values())
    assert sorted(levels, key=FOUR.index) == levels
    assert set(levels) == set(FOUR)


def test_how_it_is_and_how_much_it_matters_can_be_laid_side_by_side() -> None:
    """Two ratings on one range of numbers, so that a gap is a plain difference."""
    practice, importance = document(DIMENSIONS)["ratings"]

    labels = [step["label"] for step in practice["scale"]]
    ranges = [[step["value"] for step in one["scale"]] for one in (practice, importance)]

    assert labels == ["Not yet", *(level.capitalize() for level in FOUR)]
    assert ranges[0] == ranges[1] == [0, 1, 2, 3, 4]
    assert (practice["id"], importance["id"]) == ("practice", "importance")


def test_alignment_goes_both_ways() -> None:
    """What a peer element lines up with lines up with it, and no target is missing."""
    there = {one["id"]: one["aligned_to"] for one in elements(HEART)}
    back = {one["id"]: one["aligned_to"] for one in elements(DIMENSIONS)}

    assert {one["framework"] for one in there.values()} == {DIMENSIONS}
    assert {one["framework"] for one in back.values()} == {HEART}
    assert {id: back[one["element"]]["element"] for id, one in there.items()} == {
        id: id for id in there
    }


def test_a_team_asks_what_the_heart_asks() -> None:
    """Each element for a team lines up with one of the heart's, in the heart's order, as "we"."""
    targets = [one["aligned_to"] for one in elements(TEAM)]

    assert {one["framework"] for one in targets} == {HEART}
    assert [one["element"] for one in targets] == [one["id"] for one in elements(HEART)]
    assert len([ask for ask in asks(TEAM) if re.search(r"\b(?:we|us|our)\b", ask)]) >= 14
    assert document(TEAM)["ratings"][0]["scale"] == document(HEART)["ratings"][0]["scale"]


# --- lived experience, career, feedback ----------------------------------------------------------


@pytest.mark.parametrize("element", elements(LIVED), ids=lambda element: element["id"])
def test_each_theme_is_asked_about_in_three_ways(element: dict[str, object]) -> None:
    """What it is for, how it is done, what it needs: one question each, in that order."""
    found = element["questions"]
    assert isinstance(found, list)

    assert [question["tags"] for question in found] == [["what-for"], ["how"], ["what-it-needs"]]


def test_the_career_looks_at_the_system_too() -> None:
    """Obstacles are asked for in oneself and outside; every role of the design is suggested."""
    (obstacles,) = (one for one in elements(CAREER) if one["id"] == "what-stands-in-the-way")
    (roles,) = (one["hint"].lower() for one in questions(CAREER) if one["id"] == "which-role")
    suggested = (
        *("volunteer", "peer support worker", "senior", "co-ordinator", "advanced", "lead"),
        *("head of peer work", "lived experience director"),
    )

    assert {"doubt-that-speaks", "there-before-you"} <= {
        one["id"] for one in obstacles["questions"]
    }
    assert [role for role in suggested if role not in roles] == []


def test_the_tool_is_asked_about_from_five_sides() -> None:
    """What helped, what hindered, whether it sounds like peers, what changed, for whom."""
    assert [one["id"] for one in elements(FEEDBACK)] == [
        "what-helped",
        "what-hindered",
        "reflects-peer-leadership",
        "what-changed",
        "for-whom",
    ]


# --- care ----------------------------------------------------------------------------------------


def test_care_takes_five_to_ten_minutes() -> None:
    """It says how long it takes; arriving and closing leave room for what is between them."""
    data = document(HEAL)
    ends = [step["minutes"] for step in data["steps"] if "minutes" in step]

    assert data["care"] is True
    assert 5 <= data["minutes"] <= 10
    assert sum(ends) <= data["minutes"] - 5


def test_care_arrives_and_closes_the_same_way() -> None:
    """The first step asks nothing and offers ways to arrive, the last holds the one closing."""
    steps = document(HEAL)["steps"]
    first, last = steps[0], steps[-1]

    assert (first["id"], last["id"]) == ("arrive", "close")
    assert "elements" not in first
    assert "or none" in first["about"]
    assert "breath" in first["about"] and first["about"].count(".") >= 4, "ways to choose from"
    assert last["elements"] == ["closing"]
    assert [one["id"] for one in elements(HEAL)[-1]["questions"]] == [
        "good-tonight",
        "someone-to-tell",
    ]


def test_every_step_of_care_can_stand_alone() -> None:
    """Each element is a step of its own, so that any can be passed over; none is left out."""
    visited = [step["elements"] for step in document(HEAL)["steps"][1:]]

    assert visited == [[one["id"]] for one in elements(HEAL)]


def test_meaning_comes_before_blame_and_blame_is_shared_out() -> None:
    """What it means comes first; whose it was is asked of me, team, organisation and system."""
    first, second, *_ = elements(HEAL)
    levels = [question["tags"] for question in second["questions"]]

    assert (first["id"], second["id"]) == ("what-it-means", "whose-to-carry")
    assert levels == [["me"], ["team"], ["organisation"], ["system"]]
    assert "if any" in second["questions"][0]["ask"]
    assert "may be none" in second["questions"][0]["hint"]


def test_four_exposures_are_tags_and_no_questions() -> None:
    """Did, did not do, witnessed or learned of, let down: named in a line, asked about nowhere."""
    exposures = document(HEAL)["exposures"]

    assert [one["id"] for one in exposures] == ["did", "did-not-do", "witnessed", "let-down"]
    assert [one["title"] for one in exposures if "?" in one["title"]] == []


def test_care_never_asks_for_the_event() -> None:
    """No question, hint or follow-up asks a person to tell, recall or relive what took place."""
    asked = [
        text for one in questions(HEAL) for text in (one["ask"], one["hint"], *one["follow_ups"])
    ]
    about = " ".join(document(HEAL)["about"].split())

    assert [text for text in asked if RETELLS.search(text)] == []
    assert "not be asked what happened" in about
    assert "nobody will know if you are not safe" in about


@pytest.mark.parametrize(
    "text",
    [
        "What happened?",
        "What did you do?",
        "Where were you when it began?",
        "Describe it in your own words.",
        "What do you remember of that day?",
        "Who was there?",
    ],
)
def test_asking_for_the_event_is_heard(text: str) -> None:
    """The list above finds what it is for."""
    assert RETELLS.search(text)


def test_care_is_for_one_person_alone() -> None:
    """It has no prompts for a coach, nothing to tick as an illness, and says where facts belong."""
    whole = " ".join(said(HEAL))

    assert [one["id"] for one in elements(HEAL) if one.get("coach_prompts")] == []
    for place in ("incident report", "Freedom to Speak Up", "safeguarding", "supervision"):
        assert place in whole
    assert re.search(r"\b(?:PTSD|trauma|score|normal|should)\b", whole, re.IGNORECASE) is None


def test_care_stands_in_no_list_for_any_day() -> None:
    """Neither its elements nor itself are among what is offered, listed or short."""
    library = open_library(shipped=LIBRARY, personal=None, extra=None)

    assert library.get(HEAL).care
    assert HEAL not in {framework.id for framework, _ in library.elements()}
    assert HEAL not in {framework.id for framework in library.ordinary()}
    assert [framework.id for framework in library.short()] == [SHORT]
    assert [name for name in FRAMEWORKS if document(name)["care"]] == [HEAL]


# --- Welsh ---------------------------------------------------------------------------------------


def test_the_welsh_draft_takes_no_english_away() -> None:
    """It is a framework of its own beside the English one, whose wording is untouched."""
    library = open_library(shipped=LIBRARY, personal=None, extra=None)

    english, welsh = library.get(HEART), library.get(WELSH)

    assert (english.language, welsh.language, welsh.extends) == ("en-GB", "cy", HEART)
    assert [one.id for one in welsh.elements] == [one.id for one in english.elements]
    assert [one.title for one in english.elements] == [one["title"] for one in elements(HEART)]
    changed = [
        mine.id
        for mine, theirs in zip(welsh.elements, english.elements, strict=True)
        if mine != theirs
    ]
    assert changed == ["sharing-the-movement", "looking-after-each-other"]
    assert WELSH not in {framework.id for framework, _ in library.elements()}


def test_the_welsh_draft_says_that_it_is_one() -> None:
    """Whoever opens it reads, in both languages, that a Welsh speaker has yet to check it."""
    data = document(WELSH)
    about = " ".join(data["about"].split())

    assert "i'w gwirio gan siaradwr Cymraeg" in about
    assert "to be checked by a Welsh speaker" in about
    assert data["version"].startswith("0.")
    assert data["reviewed_by"] == []


def test_each_welsh_question_answers_to_an_english_one() -> None:
    """Every id in it is one of the English file's, so that answers in both stand together."""
    there = {one["id"]: {each["id"] for each in one["questions"]} for one in elements(HEART)}

    for element in elements(WELSH):
        assert {each["id"] for each in element["questions"]} == there[element["id"]]
        assert [each["ask"] for each in element["questions"] if each["ask"][-1] != "?"] == []
