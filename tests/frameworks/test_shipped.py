"""The words that ship: whole, stable, and in the voice that the project promises."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest
import yaml

from peercoach.frameworks.load import load
from peercoach.frameworks.model import Framework
from tests.frameworks.voice import NEVER_SAID, faults_of_ask
from tests.reading import grade, syllables, words

LIBRARY = Path(__file__).parents[2] / "frameworks"
IDS = Path(__file__).parent / "ids.txt"
HEART = "peer-leadership"
SHORT = "what-so-what-now-what"
SHIPPED = (HEART, SHORT)
KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# Names of the Healthcare Leadership Model's dimensions (NHS Leadership Academy, 2013), as ids.
DIMENSIONS = {
    "inspiring-shared-purpose",
    "leading-with-care",
    "evaluating-information",
    "connecting-our-service",
    "sharing-the-vision",
    "engaging-the-team",
    "holding-to-account",
    "developing-capability",
    "influencing-for-results",
}


def framework(name: str) -> dict[str, Any]:
    """A shipped file as plain data, read without the program's own loader."""
    data = yaml.safe_load((LIBRARY / f"{name}.yaml").read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def elements(name: str) -> list[dict[str, Any]]:
    return list(framework(name)["elements"])


def questions(name: str) -> list[dict[str, Any]]:
    return [question for element in elements(name) for question in element["questions"]]


def asks(name: str) -> list[str]:
    return [question["ask"] for question in questions(name)]


def texts(value: object) -> Iterator[str]:
    """Every text inside plain data, however deep, but for ids, which no one is shown."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("id", "aligned_to"):
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def said(name: str) -> list[str]:
    """Every text of ours that a person meets; sources carry other people's titles."""
    data = framework(name)
    return list(texts([data["title"], data["about"], data["ratings"], data["elements"]]))


def addresses(name: str) -> list[str]:
    """What people's answers point at, one line each: framework, rating, element, question."""
    data = framework(name)
    found = [name]
    found += [f"{name} rating {rating['id']}" for rating in data["ratings"]]
    for element in data["elements"]:
        found.append(f"{name}/{element['id']}")
        found += [f"{name}/{element['id']}/{one['id']}" for one in element["questions"]]
    return found


# --- what the files hold -----------------------------------------------------------------------


@pytest.mark.parametrize("name", SHIPPED)
def test_the_program_reads_the_file_without_a_fault(name: str) -> None:
    """The loader takes the file as it is, and finds in it every question that stands there."""
    loaded = load(LIBRARY / f"{name}.yaml")

    assert isinstance(loaded, Framework)
    assert loaded.id == name
    assert [question.ask for one in loaded.elements for question in one.questions] == asks(name)


def test_the_heart_lines_up_with_each_dimension_once() -> None:
    """Nine elements, Sharing the movement first, each aligned to a dimension of its own."""
    found = elements(HEART)

    targets = [element["aligned_to"] for element in found]

    assert len(found) == 9
    assert found[0]["id"] == "sharing-the-movement"
    assert targets[0]["element"] == "sharing-the-vision"
    assert {target["framework"] for target in targets} == {"healthcare-leadership"}
    assert {target["element"] for target in targets} == DIMENSIONS


def test_the_titles_are_peers_own() -> None:
    """No peer element takes its name from the dimension that it lines up with."""
    own = {element["id"] for element in elements(HEART)}

    assert own.isdisjoint(DIMENSIONS)


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
    (rating,) = framework(HEART)["ratings"]

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
    assert framework(SHORT)["ratings"] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_each_question_opens_a_door(name: str) -> None:
    """Every question has a hint and one to three follow-ups."""
    for question in questions(name):
        assert question["hint"], question["ask"]
        assert 1 <= len(question["follow_ups"]) <= 3, question["ask"]


@pytest.mark.parametrize("name", SHIPPED)
def test_the_file_says_what_it_is_and_where_it_comes_from(name: str) -> None:
    """Format, id, language and version are stated; every source says how it was used."""
    data = framework(name)

    assert data["format"] == "peercoach/framework/1"
    assert data["id"] == name
    assert data["language"] == "en-GB"
    assert re.fullmatch(r"\d+\.\d+\.\d+", data["version"])
    assert data["sources"]
    for source in data["sources"]:
        assert source["title"] and source["publisher"] and source["licence"] and source["use"]


def test_the_heart_says_that_it_is_not_anyone_elses_tool() -> None:
    """A reader of the first paragraph learns that this is our own set, and endorsed by no one."""
    about = framework(HEART)["about"]
    credited = " ".join(source["title"] for source in framework(HEART)["sources"])

    assert "our own" in about
    assert "not the peer leadership tool" in about
    assert "not the Healthcare Leadership Model, nor endorsed" in about
    for source in ("Peer leadership tool", "Healthcare Leadership Model", "ALEL", "Peer Support"):
        assert source in credited


# --- ids ---------------------------------------------------------------------------------------


def test_no_id_ever_goes_away() -> None:
    """Every id ever committed is still there: answers in people's notebooks point at it."""
    promised = set(IDS.read_text(encoding="utf-8").splitlines())

    now = {line for name in SHIPPED for line in addresses(name)}

    assert len(promised) > 60
    assert promised - now == set(), "an id was renamed or removed"
    assert now - promised == set(), f"new ids: add them to {IDS.name}, for good"


@pytest.mark.parametrize("name", SHIPPED)
def test_ids_are_unique_where_they_are_used(name: str) -> None:
    """Element ids are unique in the file, question ids in their element; all are kebab-case."""
    found = addresses(name)
    plain = [part for line in found for part in line.replace(" rating ", "/").split("/")]

    assert [line for line, times in Counter(found).items() if times > 1] == []
    assert [part for part in plain if not KEBAB.fullmatch(part)] == []


# --- the voice ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHIPPED)
def test_every_question_could_be_asked_over_tea(name: str) -> None:
    """Each question is short, open, single, free of jargon, rank and blame, and easy to read."""
    faulty = {ask: faults for ask in asks(name) if (faults := faults_of_ask(ask))}

    assert faulty == {}


@pytest.mark.parametrize("name", SHIPPED)
def test_follow_ups_are_questions_of_the_same_kind(name: str) -> None:
    """What goes nearer is held to what a question is held to, and is shorter."""
    follow_ups = [one for question in questions(name) for one in question["follow_ups"]]

    assert {one: found for one in follow_ups if (found := faults_of_ask(one))} == {}
    assert [one for one in follow_ups if len(one) > 80] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_is_said_that_hurts_or_shouts(name: str) -> None:
    """No word that makes a person a category, no jargon, no blame, no exclamation mark."""
    found = [(hit.group(), text) for text in said(name) if (hit := NEVER_SAID.search(text))]
    shouted = [text for text in said(name) if "!" in text]

    assert found == []
    assert shouted == []


@pytest.mark.parametrize("name", SHIPPED)
def test_questions_are_put_to_you(name: str) -> None:
    """A question says "you"; "we" belongs to the rating, which people can give together."""
    asked = [*asks(name), *(one for item in questions(name) for one in item["follow_ups"])]

    assert [ask for ask in asked if {"we", "us", "my", "me", "we'd", "we've"} & {*words(ask)}] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_questions_differ(name: str) -> None:
    """No question, hint or prompt is said twice, and no opening becomes a habit."""
    spoken = [
        *asks(name),
        *(question["hint"] for question in questions(name)),
        *(prompt for element in elements(name) for prompt in element["coach_prompts"]),
    ]
    openings = Counter(" ".join(words(ask)[:3]) for ask in asks(name))

    assert [text for text, times in Counter(spoken).items() if times > 1] == []
    assert [opening for opening, times in openings.items() if times > 3] == []


@pytest.mark.parametrize("name", SHIPPED)
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
