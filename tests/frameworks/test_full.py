"""A framework and a session plan that use every key, read to the values they say."""

import re

import msgspec
import pytest

from peercoach.frameworks import format as file_format
from peercoach.frameworks import model
from peercoach.frameworks.load import load
from peercoach.frameworks.model import (
    Agreement,
    Alignment,
    Approach,
    Element,
    Exposure,
    Framework,
    Level,
    Part,
    Principle,
    Prompt,
    Question,
    Rating,
    ScaleStep,
    SessionPlan,
    Source,
    Step,
)
from peercoach.frameworks.records import Record
from tests.frameworks.documents import FULL, PLAN, SESSION, SMALL, framework, parse, plan

RECORDS: list[tuple[Record, type[msgspec.Struct]]] = [
    (file_format.FRAMEWORK, Framework),
    (file_format.ELEMENT, Element),
    (file_format.QUESTION, Question),
    (file_format.ALIGNMENT, Alignment),
    (file_format.STEP, Step),
    (file_format.EXPOSURE, Exposure),
    (file_format.LEVEL, Level),
    (file_format.RATING, Rating),
    (file_format.SCALE_STEP, ScaleStep),
    (file_format.SOURCE, Source),
    (file_format.SESSION, SessionPlan),
    (file_format.PART, Part),
    (file_format.PROMPT, Prompt),
    (file_format.AGREEMENT, Agreement),
    (file_format.PRINCIPLE, Principle),
]


@pytest.mark.parametrize(
    ("record", "struct"), RECORDS, ids=lambda one: getattr(one, "__name__", "")
)
def test_the_format_and_the_model_know_the_same_keys(
    record: Record, struct: type[msgspec.Struct]
) -> None:
    """Each key of the format is a field of the model, and needed where the field has no default."""
    fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}

    assert set(record.keys) - {"format"} == set(fields)
    for name, key in record.keys.items():
        if name != "format":
            assert key.needed == fields[name].required, name


def test_the_samples_use_every_key() -> None:
    """What is claimed of the samples holds: no key of the format is missing from both."""
    written = FULL.read_text() + SESSION.read_text()
    used = set(re.findall(r"([a-z_]+):", written))

    wanted = {key for record, _ in RECORDS for key in record.keys} - {"extends"}
    assert wanted <= used


def test_a_framework_is_read_to_the_value_it_says() -> None:
    """Every value of the full framework arrives: folded, kept in lines, referred to, or quoted."""
    read = load(FULL)

    assert isinstance(read, Framework)
    assert read.id == "carrying-it-together"
    assert read.version == "2.1.0-draft.1+winter"
    assert read.about == "A sample with everything in it. Two lines, folded into one."
    assert (read.care, read.minutes, read.language, read.extends) == (True, 10, "en-GB", None)
    assert read.reviewed_by == ("Ife Arkwright", "Sam O'Dell")
    assert read.tags == ("sample", "any day")
    assert read.sources[0] == Source(
        title="Notes on standing beside",
        publisher="Example Press",
        year=2021,
        url="https://example.org/beside",
        licence="CC BY 4.0",
        use="ideas only",
    )
    assert read.sources[1] == Source(title="A talk", use="the name of one step")
    assert read.exposures[1] == Exposure(id="let-down", title="I was let down")
    assert read.steps == (
        Step(id="arrive", title="Arrive", about="Nothing is asked yet.", minutes=1),
        Step(id="look", title="Look", elements=("meaning", "closing")),
    )


def test_an_element_is_read_to_the_value_it_says() -> None:
    """Every value of an element and its questions arrives, in the order of the file."""
    read = load(FULL)

    assert isinstance(read, Framework)
    assert read.element("meaning") == Element(
        id="meaning",
        title="What it means",
        aligned_to=Alignment(framework="carrying-it-together", element="closing"),
        what_it_is=("A calm look.", "Two lines,\nkept apart."),
        why_it_matters="It was never yours alone.",
        what_it_is_not=("A report",),
        questions=(
            Question(
                id="value",
                ask="What does it say about what you value?",
                hint="One word: any word.",
                follow_ups=("Where did you learn that?", "Who shares it?"),
                level="first",
                tags=("meaning",),
            ),
            Question(id="whose", ask="Whose was it to carry?"),
        ),
        examples="Where have I seen this?",
        coach_prompts=("Shall we stay here a little?",),
        minutes=5,
        tags=("values",),
    )
    assert read.element("closing").what_it_is == ("A calm look.",)


def test_words_that_yaml_would_change_stay_words() -> None:
    """`No` and `2022` as a label are what was written; as a flag, `yes` is true."""
    read = load(FULL)

    assert isinstance(read, Framework)
    labels = [(step.value, step.label) for step in read.rating("weight").scale]
    assert labels == [(-1, "Lighter"), (0, "No"), (10, "2022")]
    assert read.care is True


def test_a_session_plan_is_read_to_the_value_it_says() -> None:
    """Every value of the full session plan arrives."""
    read = load(SESSION)

    assert isinstance(read, SessionPlan)
    assert (read.minutes, read.people, read.second_sign_in) == ((60, 90), "two", True)
    assert read.agreement == Agreement(
        principles=(
            Principle(id="kindness", title="Kindness and curiosity", about="Towards oneself too."),
        ),
        questions=(
            Question(
                id="who",
                ask="Who are we to each other?",
                hint="Any line management, too.",
                follow_ups=("What does that change?",),
                tags=("first",),
            ),
        ),
    )
    assert read.approaches == (Approach(id="grow", title="From a wish", about="Good for a plan."),)
    assert [part.id for part in read.parts] == ["check-in", "talk", "pause", "close"]
    assert read.part("check-in").minutes == (5, 10)
    assert read.part("check-in").speaks == "in-turn"
    assert read.part("talk").prompts == (
        Prompt(
            id="wish",
            ask="What would you like from this hour?",
            hint="Small is fine.",
            heading="Where to",
            approach="grow",
        ),
    )
    assert [part.is_break for part in read.parts] == [False, False, True, False]


def test_what_may_be_left_out_has_a_quiet_default() -> None:
    """The smallest documents are whole, and what they leave out is empty."""
    small, least = framework(SMALL), plan(PLAN)

    assert (small.care, small.ratings, small.steps, small.minutes) == (False, (), (), None)
    assert small.element("one").coach_prompts == ()
    assert least.approaches == ()
    assert (least.minutes, least.agreement, least.people) == ((60,), None, "two")
    assert least.part("talk").speaks == "everyone"


@pytest.mark.parametrize("version", ["0.0.0", "10.20.30", "1.0.0-alpha.1", "1.0.0+build.7"])
def test_versions_of_every_shape_are_taken(version: str) -> None:
    """A version is whatever semver.org calls one."""
    assert framework(SMALL.replace("1.0.0", version)).version == version


@pytest.mark.parametrize("language", ["en", "cy", "en-GB", "zh-Hant-TW", "es-419", "ur", "gsw-CH"])
def test_languages_of_every_shape_are_taken(language: str) -> None:
    """A language is a code, with script and region if need be."""
    assert framework(SMALL.replace("en-GB", language)).language == language


@pytest.mark.parametrize(
    "text",
    [
        SMALL.replace("\n", "\r\n"),
        "\ufeff" + SMALL,
        "# A comment first\n\n---\n" + SMALL + "...\n",
        SMALL.replace("A small one.", '"A small one."'),
        SMALL.replace("A small one.", "|\n  A small one.\n"),
        SMALL.replace("A small one.", "A small one. # and a remark"),
    ],
    ids=["windows", "byte-order-mark", "document-marks", "quotes", "block", "remark"],
)
def test_the_same_words_written_another_way_are_the_same(text: str) -> None:
    """How an editor saves a file makes no difference to what it says."""
    assert parse(text) == parse(SMALL)


def test_other_scripts_and_right_to_left_words_are_taken() -> None:
    """Welsh, Urdu and emoji arrive as they were written, and columns count characters."""
    about = "Siarad â'n gilydd, نہیں \u2067اردو\u2069 🌱"

    read = framework(SMALL.replace("A small one.", about))

    assert read.about == about


def test_what_is_read_never_changes() -> None:
    """A framework is frozen, and can stand in a set."""
    read = framework(SMALL)

    with pytest.raises(AttributeError):
        read.title = "Other"  # type: ignore[misc]
    assert len({read, framework(SMALL)}) == 1


def test_names_that_are_not_there_raise_key_error() -> None:
    """Elements, questions, ratings and parts are found by id, and an unknown id is a KeyError."""
    read, least = framework(SMALL), plan(PLAN)

    assert read.element("one").question("first").ask == "Tell me what you saw"
    assert read.address(read.element("one")) == "small/one"
    assert read.question_count == 1
    for look in (read.element, read.rating, read.element("one").question, least.part):
        with pytest.raises(KeyError):
            look("nowhere")


def test_the_model_takes_no_field_it_does_not_know() -> None:
    """Plain data with a key more than the model has is refused, not trimmed."""
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        msgspec.convert({"id": "a", "title": "A", "colour": "red"}, model.Level)
