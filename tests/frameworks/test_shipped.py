"""The words that ship: whole, stable, and in the voice that the project promises."""

import re
from collections import Counter
from statistics import median
from typing import Any

import pytest

from peercoach.frameworks.load import load
from peercoach.frameworks.model import Framework
from tests.frameworks.shipped import (
    COUNTS,
    DIMENSIONS,
    FRAMEWORKS,
    HEART,
    IDS,
    LIBRARY,
    PLANS,
    SHORT,
    TEAM,
    WELSH,
    addresses,
    asks,
    document,
    elements,
    follow_ups,
    questions,
    said,
)
from tests.frameworks.voice import NEVER_SAID, faults_of_ask
from tests.reading import grade, syllables, words

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


# --- what the files hold -----------------------------------------------------------------------


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_the_program_reads_the_file_without_a_fault(name: str) -> None:
    """The loader takes the file as it is, and finds in it every question that stands there."""
    loaded = load(LIBRARY / f"{name}.yaml")

    assert isinstance(loaded, Framework)
    assert loaded.id == name
    assert [question.ask for one in loaded.elements for question in one.questions] == asks(name)


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_each_framework_is_whole(name: str) -> None:
    """It has as many elements as the design asks for, and each has as many questions, or more."""
    count, least = COUNTS[name]

    found = elements(name)

    assert len(found) == count
    assert [one["id"] for one in found if len(one["questions"]) < least] == []
    assert [one["id"] for one in found if not (one["what_it_is"] and one["what_it_is_not"])] == []
    assert document(name)["reviewed_by"] == []


def test_the_heart_lines_up_with_each_dimension_once() -> None:
    """Nine elements, Sharing the movement first, each aligned to a dimension of its own."""
    found = elements(HEART)

    targets = [element["aligned_to"] for element in found]

    assert len(found) == 9
    assert found[0]["id"] == "sharing-the-movement"
    assert targets[0]["element"] == "sharing-the-vision"
    assert {target["framework"] for target in targets} == {"healthcare-leadership"}
    assert {target["element"] for target in targets} == {one["id"] for one in elements(DIMENSIONS)}


def test_the_titles_are_peers_own() -> None:
    """No peer element takes its name from the dimension that it lines up with."""
    own = {element["id"] for element in elements(HEART)}

    assert own.isdisjoint({element["id"] for element in elements(DIMENSIONS)})


@pytest.mark.parametrize("element", elements(HEART), ids=lambda element: element["id"])
def test_each_element_of_the_heart_is_whole(element: dict[str, Any]) -> None:
    """Every part that Reflect can show is there, within the bounds it can show it in."""
    sentences = re.findall(r"[.?](?=\s|$)", element["why_it_matters"])

    assert len(element["what_it_is"]) >= 3
    assert len(element["what_it_is"][0]) <= 150, "it stands in two lines above each question"
    assert 2 <= len(sentences) <= 4
    assert 2 <= len(element["what_it_is_not"]) <= 4
    assert len(element["questions"]) >= 5
    assert element["examples"].endswith("?")
    assert 4 <= len(element["coach_prompts"]) <= 6
    assert element["tags"]


@pytest.mark.parametrize("element", elements(HEART), ids=lambda element: element["id"])
def test_the_questions_walk_from_what_was_seen_to_what_is_next(element: dict[str, Any]) -> None:
    """Each walk starts light, ends forward, and passes strengths, meaning, voice and limits."""
    walk = [tag for question in element["questions"] for tag in question["tags"]]

    assert walk[0] == "seen"
    assert walk[-1] == "next"
    assert {"strengths", "meaning", "voice", "limits"} <= set(walk)


def test_the_rating_is_said_in_words() -> None:
    """One rating, asked as "we", with the three steps that the design names."""
    (rating,) = document(HEART)["ratings"]

    assert (rating["id"], rating["ask"]) == ("practice", "How much do we live this?")
    assert [(step["value"], step["label"]) for step in rating["scale"]] == [
        (1, "We do this very little"),
        (2, "We do this sometimes"),
        (3, "We do this all the time"),
    ]


def test_the_short_reflection_is_three_single_questions() -> None:
    """Three elements in order, one question each, nothing to rate."""
    found = elements(SHORT)

    assert [element["title"] for element in found] == ["What?", "So what?", "Now what?"]
    assert [len(element["questions"]) for element in found] == [1, 1, 1]
    assert all(element["what_it_is"] and element["coach_prompts"] for element in found)
    assert document(SHORT)["ratings"] == []


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_each_question_opens_a_door(name: str) -> None:
    """Every question has a hint and one to three follow-ups."""
    for question in questions(name):
        assert question["hint"], question["ask"]
        assert 1 <= len(question["follow_ups"]) <= 3, question["ask"]


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_the_file_says_what_it_is_and_where_it_comes_from(name: str) -> None:
    """Format, id, language and version are stated; every source says how it was used."""
    data = document(name)

    assert data["format"] == "peercoach/framework/1"
    assert data["id"] == name
    assert data["language"] == "en-GB"
    assert re.fullmatch(r"\d+\.\d+\.\d+", data["version"])
    assert data["sources"]
    for source in data["sources"]:
        assert source["title"] and source["publisher"] and source["licence"] and source["use"]


def test_the_heart_says_that_it_is_not_anyone_elses_tool() -> None:
    """A reader of the first paragraph learns that this is our own set, and endorsed by no one."""
    about = document(HEART)["about"]
    credited = " ".join(source["title"] for source in document(HEART)["sources"])

    assert "our own" in about
    assert "not the peer leadership tool" in about
    assert "not the Healthcare Leadership Model, nor endorsed" in about
    for source in ("Peer leadership tool", "Healthcare Leadership Model", "ALEL", "Peer Support"):
        assert source in credited


# --- ids ---------------------------------------------------------------------------------------


def test_no_id_ever_goes_away() -> None:
    """Every id ever committed is still there: answers in people's notebooks point at it."""
    promised = set(IDS.read_text(encoding="utf-8").splitlines())

    now = {line for name in (*FRAMEWORKS, WELSH, *PLANS) for line in addresses(name)}

    assert len(promised) > 450
    assert promised - now == set(), "an id was renamed or removed"
    assert now - promised == set(), f"new ids: add them to {IDS.name}, for good"


@pytest.mark.parametrize("name", (*FRAMEWORKS, WELSH, *PLANS))
def test_ids_are_unique_where_they_are_used(name: str) -> None:
    """Element ids are unique in the file, question ids in their element; all are kebab-case."""
    found = addresses(name)
    plain = [part for line in found for part in re.split("[ /]", line)]

    assert [line for line, times in Counter(found).items() if times > 1] == []
    assert [part for part in plain if not KEBAB.fullmatch(part)] == []


# --- the voice ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_every_question_could_be_asked_over_tea(name: str) -> None:
    """Each question is short, open, single, free of jargon, rank and blame, and easy to read."""
    faulty = {ask: faults for ask in asks(name) if (faults := faults_of_ask(ask))}

    assert faulty == {}


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_follow_ups_are_questions_of_the_same_kind(name: str) -> None:
    """What goes nearer is held to what a question is held to, and is shorter."""
    found = follow_ups(name)

    assert {one: faults for one in found if (faults := faults_of_ask(one))} == {}
    assert [one for one in found if len(one) > 80] == []


@pytest.mark.parametrize("name", (*FRAMEWORKS, *PLANS))
def test_nothing_is_said_that_hurts_or_shouts(name: str) -> None:
    """No word that makes a person a category, no jargon, no blame, no exclamation mark."""
    names = {element["title"] for element in elements(DIMENSIONS)}
    ours = [text for text in said(name) if text not in names]
    found = [(hit.group(), text) for text in ours if (hit := NEVER_SAID.search(text))]
    shouted = [text for text in said(name) if "!" in text]

    assert found == []
    assert shouted == []


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_questions_are_put_to_you(name: str) -> None:
    """A question says "you"; "we" belongs to a team, and to what people can rate together."""
    one = {"my", "me"} if name == TEAM else {"we", "us", "my", "me", "we'd", "we've"}

    assert [ask for ask in (*asks(name), *follow_ups(name)) if one & {*words(ask)}] == []


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_questions_differ(name: str) -> None:
    """No question, hint or prompt is said twice, and no opening becomes a habit."""
    spoken = [
        *asks(name),
        *(question["hint"] for question in questions(name)),
        *(prompt for element in elements(name) for prompt in element.get("coach_prompts", ())),
    ]
    openings = Counter(" ".join(words(ask)[:3]) for ask in asks(name))

    assert [text for text, times in Counter(spoken).items() if times > 1] == []
    assert [one for one, times in openings.items() if times > max(3, len(asks(name)) // 10)] == []


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_the_words_are_easy_to_read(name: str) -> None:
    """Questions read at a median of grade 7 or less, and so does each paragraph beside them."""
    paragraphs = [element["why_it_matters"] for element in elements(name)]

    assert median(grade(ask) for ask in asks(name)) <= 7
    assert max(grade(ask) for ask in asks(name)) <= 9
    assert max(grade(paragraph) for paragraph in paragraphs) <= 7


# --- can these tests fail? ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ask", "fault"),
    [
        ("Do I effectively communicate the vision to stakeholders?", "yes or no"),
        ("What did you do wrong in that meeting?", "blames"),
        ("How do you feel about it and what will you do next?", "two questions"),
        ("As a service user, how did this affect you?", "'service user'"),
        ("How will you ensure staff engagement?", "'staff engagement'"),
        ("What should have happened?", "'should have'"),
        ("Which of your staff would you ask?", "assumes a job"),
        ("What next? Who with?", "not one question"),
        ("What keeps coming back", "not one question"),
        ("What organisational capabilities necessitate reconfiguration?", "hard to read"),
        ("What would you " + "really " * 25 + "like?", "too long"),
    ],
)
def test_a_poor_question_is_heard(ask: str, fault: str) -> None:
    """Each kind of poor question, the design's "rather not" among them, is found out."""
    assert any(fault in found for found in faults_of_ask(ask))


@pytest.mark.parametrize(
    "text", ["The users' view", "clients", "Non-compliant", "high functioning", "why didn't you"]
)
def test_words_that_hurt_are_heard(text: str) -> None:
    """Words on the list are found in any case, number and spelling."""
    assert NEVER_SAID.search(text)


@pytest.mark.parametrize("text", ["confused", "a kind of patience", "diagram", "abnormally", "use"])
def test_harmless_words_pass(text: str) -> None:
    """A listed word inside a longer one is left alone."""
    assert not NEVER_SAID.search(text)


@pytest.mark.parametrize(
    ("count", "spoken"),
    [
        (1, "face told tea called changed times hour taught don't asked"),
        (2, "story people table wanted needed places lately someone handled didn't being movement"),
        (3, "idea area carrying decided voices' different leadership stakeholders curious"),
        (4, "experience information everybody"),
    ],
)
def test_syllables_are_counted_as_spoken(count: int, spoken: str) -> None:
    """The counter agrees with the dictionary on the kinds of word that its rules are for."""
    counted = {word: syllables(word) for word in spoken.split() if word != "voices'"}

    assert counted == dict.fromkeys(counted, count)


def test_the_grade_is_kincaids() -> None:
    """Two sentences of three words and four syllables each give the figure worked by hand."""
    by_hand = 0.39 * 3 + 11.8 * 8 / 6 - 15.59

    assert grade("We drank coffee. You told stories.") == pytest.approx(by_hand)
