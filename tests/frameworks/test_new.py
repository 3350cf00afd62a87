"""A new file: right as it stands, whatever was typed."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from peercoach.errors import UsedWrongly
from peercoach.frameworks.new import (
    Wanted,
    WantedPlan,
    framework_text,
    id_from,
    is_id,
    plan_text,
)
from peercoach.frameworks.schema import schema
from tests.frameworks.documents import faults_of, framework, plan
from tests.frameworks.json_schema import fits

AWKWARD = [
    "Our team: keeping well",
    "- a dash",
    "# not a note",
    "it's “ours”",
    "{braces} and [brackets]",
    "!tag *star &and",
    "100%",
    "No",
    "2022",
    "نحن معا",
]


@pytest.mark.parametrize("title", AWKWARD)
def test_what_was_typed_stands_in_it_as_typed(title: str) -> None:
    """Signs that mean something to YAML mean nothing here."""
    wanted = Wanted(id="ours", title=title, about=title, elements=[(title, [title])])

    found = framework(framework_text(wanted))

    [element] = found.elements
    assert (found.title, found.about, element.title) == (title, title, title)
    assert element.questions[0].ask == title


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_is_taken_or_refused(text: str) -> None:
    """Whatever is typed makes a whole file, or a sentence that says why not."""
    try:
        made = framework_text(Wanted(id=id_from(text), title=text, elements=[(text, [text])]))
    except UsedWrongly:
        assert not text.strip() or not text.strip().isprintable()
        return

    assert faults_of(made) == ()
    assert framework(made).title == text.strip()


def test_elements_and_questions_come_in_order() -> None:
    """Themes keep their questions; ids are made of titles, and each is there once."""
    wanted = Wanted(
        id="ours", title="Ours", elements=[("Tea", ["Who?", "When?"]), ("Tea!", []), ("茶", [])]
    )

    found = framework(framework_text(wanted))

    asked = [(one.id, [(q.id, q.ask) for q in one.questions]) for one in found.elements]
    assert asked == [
        ("tea", [("q1", "Who?"), ("q2", "When?")]),
        ("tea-2", [("q1", "What have you noticed lately?")]),
        ("theme", [("q1", "What have you noticed lately?")]),
    ]


def test_it_can_have_a_rating_and_ask_for_care() -> None:
    """A rating has three steps; care comes with a short time."""
    plain = framework(framework_text(Wanted(id="ours", title="Ours")))
    both = framework(framework_text(Wanted(id="ours", title="Ours", rating=True, care=True)))

    assert (plain.ratings, plain.care, plain.minutes) == ((), False, None)
    assert [step.value for step in both.ratings[0].scale] == [1, 2, 3]
    assert (both.care, both.minutes) == (True, 10)


def test_every_line_of_its_notes_is_right_once_taken_in() -> None:
    """With each # of a commented key taken away, as it says, the file is still right."""
    text = framework_text(Wanted(id="ours", title="Ours", rating=True))
    lines = text.splitlines()
    keys = ("sources:", "  - title:", "    publisher", "    year", "    use", "what_it", "why_it")
    more = ("  - One", "hint:")
    taken = [
        line.replace("# ", "", 1) if line.strip().startswith(tuple(f"# {k}" for k in keys + more))
        else line
        for line in lines
    ]  # fmt: skip

    found = framework("\n".join(taken))

    assert found.sources[0].year == 2024
    assert found.elements[0].what_it_is == ("One thing that this is",)
    assert found.elements[0].what_it_is_not == ("One way in which it goes wrong",)
    assert found.elements[0].questions[0].hint is not None


def test_a_new_file_fits_the_schema() -> None:
    """An editor that checks by the schema finds nothing to mend in it either."""
    made = framework_text(Wanted(id="ours", title="Ours", rating=True, care=True))

    assert fits(schema(), yaml.safe_load(made))
    assert fits(schema(), yaml.safe_load(plan_text(WantedPlan(id="ours", title="Ours"))))


@pytest.mark.parametrize("minutes", [15, 60, 480])
def test_a_plan_adds_up(minutes: int) -> None:
    """The parts of a new session plan take as long as the plan."""
    found = plan(plan_text(WantedPlan(id="ours", title="Ours", minutes=minutes)))

    assert found.minutes == (minutes,)
    assert sum(part.minutes[0] for part in found.parts) == minutes
    assert found.agreement is not None
    assert len(found.agreement.questions) == 2


@pytest.mark.parametrize("minutes", [14, 481, -5])
def test_a_plan_of_another_length_is_refused(minutes: int) -> None:
    """A length that leaves no time to talk, or takes more than a day, is refused in a sentence."""
    with pytest.raises(UsedWrongly, match="from 15 to 480 minutes"):
        plan_text(WantedPlan(id="ours", title="Ours", minutes=minutes))


def test_what_the_format_does_not_take_is_said() -> None:
    """A language that is none is refused with what was looked for."""
    with pytest.raises(UsedWrongly, match="a language code, such as en-GB"):
        framework_text(Wanted(id="ours", title="Ours", language="English"))


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Our team: keeping well", "our-team-keeping-well"),
        ("Cymorth Cyfoed — Gŵyl", "cymorth-cyfoed-gwyl"),
        ("It's ours", "its-ours"),
        ("9 lives", "lives"),
        ("نحن معا", "ours"),
        ("!!!", "ours"),
        ("a" * 90, "a" * 40),
    ],
)
def test_an_id_is_made_of_the_title(title: str, id: str) -> None:
    """Letters become small and plain, the rest dashes; where nothing is left there is one ready."""
    assert id_from(title) == id
    assert is_id(id_from(title))
    assert id_from(title, {id, f"{id}-2"}) == f"{id}-3"
