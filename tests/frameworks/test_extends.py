"""A file that builds upon another: it says what differs, and the rest comes from there."""

import pytest

from peercoach.errors import FrameworkFaulty
from peercoach.frameworks.load import load, read_draft
from peercoach.frameworks.model import Framework, Question, SessionPlan, Source
from peercoach.words import frameworks as words
from tests.frameworks.documents import FULL, SESSION, SMALL, faults_of, framework, plan

WELSH = """\
format: peercoach/framework/1
id: cario-gyda-ein-gilydd
extends: carrying-it-together
version: 0.1.0
language: cy
title: Cario gyda'n gilydd
sources: [{title: Geiriau, use: the wording}]
reviewed_by: [Nia Example]
ratings: [{id: weight, ask: Pa mor drwm yw heddiw?}]
elements:
  - id: closing
    title: Cau
    questions:
      - {id: helps, ask: Beth sy'n helpu heno?}
      - {id: who, ask: Pwy all sefyll gyda ti?}
  - id: own
    title: Ein geiriau ni
    questions: [{id: word, ask: Pa air?}]
"""
WELSH = WELSH.replace("?}", "}")


@pytest.fixture(name="base")
def the_full_framework() -> Framework:
    document = load(FULL)
    assert isinstance(document, Framework)
    return document


def test_a_translation_changes_words_and_keeps_the_rest(base: Framework) -> None:
    """A Welsh file overrides wording by id, and every id it does not name stays as it was."""
    welsh = framework(WELSH, base)

    assert (welsh.id, welsh.language, welsh.version) == ("cario-gyda-ein-gilydd", "cy", "0.1.0")
    assert welsh.extends == "carrying-it-together"
    assert [element.id for element in welsh.elements] == ["meaning", "closing", "own"]
    assert welsh.element("meaning") == base.element("meaning")
    assert welsh.element("closing").title == "Cau"
    assert welsh.element("closing").what_it_is == ("A calm look.",)
    assert (welsh.about, welsh.minutes, welsh.care) == (base.about, 10, True)
    assert welsh.steps == base.steps


def test_questions_are_merged_by_id(base: Framework) -> None:
    """A question named again keeps what is not said of it; a new one comes after the others."""
    closing = framework(WELSH, base).element("closing")

    assert closing.questions == (
        Question(id="helps", ask="Beth sy'n helpu heno", level="second"),
        Question(id="who", ask="Pwy all sefyll gyda ti"),
    )


def test_credits_go_on_and_reviews_do_not(base: Framework) -> None:
    """Sources are joined; who reviewed the first wording has not reviewed the second."""
    welsh = framework(WELSH, base)

    assert welsh.sources == (*base.sources, Source(title="Geiriau", use="the wording"))
    assert welsh.reviewed_by == ("Nia Example",)
    assert framework(WELSH.replace("reviewed_by: [Nia Example]\n", ""), base).reviewed_by == ()


def test_building_upon_it_twice_changes_nothing(base: Framework) -> None:
    """A file put upon what it has already been put upon gives the same again."""
    once = framework(WELSH, base)

    assert framework(WELSH, once) == once


def test_lists_of_words_are_replaced_as_a_whole(base: Framework) -> None:
    """What an element is, once said anew, is said in full; a scale likewise."""
    text = WELSH.replace("title: Cau", "what_it_is: [Tawel]").replace(
        "heddiw}", "heddiw, scale: [{value: 0, label: Na}, {value: 1, label: Ie}]}"
    )

    welsh = framework(text, base)

    assert welsh.element("closing").title == "Closing"
    assert welsh.element("closing").what_it_is == ("Tawel",)
    assert [step.label for step in welsh.rating("weight").scale] == ["Na", "Ie"]


def test_what_is_new_must_be_whole(base: Framework) -> None:
    """An element that the base does not have needs what every element needs; others don't."""
    text = WELSH.replace("    title: Ein geiriau ni\n", "").replace(
        ", ask: Pwy all sefyll", ", hint: P"
    )

    faults = faults_of(text, base)

    assert [(fault.line, fault.message) for fault in faults] == [
        (15, words.key_missing("ask")),
        (16, words.key_missing("title")),
    ]


def test_a_new_element_needs_a_question(base: Framework) -> None:
    """A new element without questions is refused; a known one keeps those that it has."""
    none = WELSH.replace("[{id: word, ask: Pa air}]", "[]")
    kept = (
        WELSH.replace("title: Ein geiriau ni", "title: Ni") + "  - {id: meaning, questions: []}\n"
    )

    (fault,) = faults_of(none, base)

    assert (fault.line, fault.column, fault.message[:20]) == (18, 16, "`questions` needs at")
    assert len(framework(kept, base).element("meaning").questions) == 2


def test_a_misspelt_key_in_what_is_new_is_told_once(base: Framework) -> None:
    """A misspelt key of a new element is not also a missing one."""
    faults = faults_of(WELSH.replace("title: Ein", "titel: Ein"), base)

    assert [fault.message for fault in faults] == ["`titel`: did you mean `title`?"]


def test_ids_of_the_base_may_be_pointed_at(base: Framework) -> None:
    """Levels and elements of the base count as there; what is in neither is a fault here."""
    text = WELSH.replace("sefyll gyda ti}", "sefyll gyda ti, level: first}")
    astray = WELSH.replace("sefyll gyda ti}", "sefyll gyda ti, level: frist}")

    assert framework(text, base).element("closing").question("who").level == "first"
    (fault,) = faults_of(astray, base)
    assert (fault.line, "Did you mean “first”?" in fault.message) == (15, True)


def test_care_cannot_be_turned_off(base: Framework) -> None:
    """What builds upon a care framework is one too, whether it says so or not."""
    off = WELSH.replace("language: cy", "language: cy\ncare: false")

    (fault,) = faults_of(off, base)

    assert (fault.line, fault.column) == (6, 7)
    assert "can't be turned off" in fault.message
    assert framework(WELSH, base).care


def test_a_longer_care_is_refused_where_it_is_said(base: Framework) -> None:
    """Rules hold for the merged whole, and the fault stands in the file that broke them."""
    (fault,) = faults_of(WELSH.replace("language: cy", "language: cy\nminutes: 45"), base)

    assert (fault.line, fault.column) == (6, 10)


def test_a_file_names_itself_and_its_version(base: Framework) -> None:
    """Id and version are a file's own, since answers keep both."""
    faults = faults_of(WELSH.replace("version: 0.1.0\n", ""), base)

    assert [fault.message for fault in faults] == [words.key_missing("version")]


def test_a_session_plan_can_be_built_upon() -> None:
    """A plan takes over parts, agreement and lengths, and changes wording by id."""
    base = load(SESSION)
    assert isinstance(base, SessionPlan)
    text = """\
format: peercoach/session/1
id: dau
extends: two-by-the-window
version: 1.0.0
language: cy
agreement:
  questions: [{id: who, ask: Pwy ydym ni}]
parts:
  - id: talk
    prompts: [{id: wish, ask: Beth hoffet ti}]
"""

    read = plan(text, base)

    assert [part.id for part in read.parts] == [part.id for part in base.parts]
    assert read.part("talk").prompts[0].ask == "Beth hoffet ti"
    assert read.part("talk").prompts[0].approach == "grow"
    assert read.part("pause").is_break
    assert read.agreement is not None
    assert base.agreement is not None
    assert read.agreement.principles == base.agreement.principles
    assert read.agreement.questions[0].hint == "Any line management, too."


def test_a_plan_and_a_framework_do_not_mix(base: Framework) -> None:
    """A session plan can't be built upon a framework."""
    text = "format: peercoach/session/1\nid: a\nextends: carrying-it-together\nversion: 1.0.0\n"

    (fault,) = faults_of(text, base)

    assert (fault.line, fault.column) == (3, 10)
    assert "has another `format`" in fault.message


def test_a_missing_base_is_told_with_the_nearest() -> None:
    """Where the base is not at hand the fault stands at `extends`, with what it may have meant."""
    small = framework(SMALL)
    path = FULL.parent / "upon.yaml"

    with pytest.raises(FrameworkFaulty) as caught:
        load(path, bases={"smal": small})

    assert caught.value.faults == (
        (3, 10, "`extends`: I have nothing called “small” to build on. Did you mean “smal”?"),
    )
    assert load(path, bases={"small": small}).title == "Small"


def test_shape_is_checked_even_where_the_base_is_missing() -> None:
    """Faults of the file's own are told together with the missing base."""
    draft = read_draft("x.yaml", b"format: peercoach/framework/1\nid: X\nextends: y\n")

    assert [fault.message.partition(" ")[0] for fault in draft.found.in_order()] == [
        "`version`",
        "`id`:",
    ]
