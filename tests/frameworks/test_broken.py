"""Documents with one fault each: `broken/*.yaml`, whose first line says where and what it is."""

import re
from pathlib import Path

import pytest

from peercoach.errors import FrameworkFaulty
from peercoach.frameworks.faults import Fault
from peercoach.frameworks.load import load
from tests.frameworks.documents import BROKEN, PLAN, SMALL, faults_of, said_of


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_one_fault_is_told_where_it_stands(path: Path) -> None:
    """A file with one fault gives that fault alone, at its line and column, in our words."""
    place, _, message = said_of(path).partition(" ")
    line, column = (int(number) for number in place.split(":"))

    with pytest.raises(FrameworkFaulty) as caught:
        load(path)

    (fault,) = caught.value.faults
    assert isinstance(fault, Fault)
    assert (fault.line, fault.column) == (line, column)
    assert fault.message.startswith(message)
    assert caught.value.file == str(path)


def test_there_are_broken_documents_of_many_kinds() -> None:
    """The folder of broken documents was found, and holds what this file counts on."""
    names = {path.stem.partition("-")[0] for path in BROKEN}

    assert len(BROKEN) >= 100
    assert {"key", "id", "level", "scale", "care", "format", "tag", "session"} <= names


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_fault_is_said_in_whole_sentences(path: Path) -> None:
    """Each message ends as a sentence or names what to type, and shouts at nobody."""
    with pytest.raises(FrameworkFaulty) as caught:
        load(path)

    for fault in caught.value.faults:
        assert isinstance(fault, Fault)
        assert fault.message.endswith((".", "?", ">-"))
        assert fault.message.isprintable()
        assert "!" not in re.sub("“[^”]*”|If ! belongs", "", fault.message)


def test_all_faults_are_told_at_once_in_file_order() -> None:
    """Faults of every kind, from shape to what must fit together, come together and in order."""
    text = """\
format: peercoach/framework/1
id: Many
titel: Many
version: one
language: en-GB
levels: [{id: low, title: Low}]
ratings:
  - id: practice
    ask: How often?
    scale: [{value: 2, label: Often}, {value: 1, label: Seldom}]
elements:
  - id: one
    title:
    questions:
      - {id: a, ask: What?, level: lwo}
      - {id: a, hint: Again}
  - {title: No id, questions: []}
"""

    faults = faults_of(text)

    assert [(fault.line, fault.column) for fault in faults] == [
        (1, 1),  # about is missing
        (2, 5),  # id: Many
        (3, 1),  # titel
        (4, 10),  # version
        (10, 47),  # the scale falls
        (13, 11),  # title is empty
        (15, 36),  # level lwo
        (16, 9),  # ask is missing
        (16, 14),  # id a twice
        (17, 5),  # id is missing
        (17, 31),  # no questions
    ]
    assert "did you mean `title`" in faults[2].message
    assert "Did you mean “low”" in faults[6].message


def test_what_could_not_be_read_is_not_told_twice() -> None:
    """A list of which an id could not be read is not said to lack what it may well hold."""
    text = SMALL.replace("elements:", "levels: [{id: Big, title: Big}]\nelements:").replace(
        "you saw}", "you saw, level: big}"
    )

    faults = faults_of(text)

    assert [fault.message.partition(":")[0] for fault in faults] == ["`id`"]


def test_a_misspelt_care_is_not_also_a_fault_of_exposures() -> None:
    """Where `care` could not be read, nothing is said of what depends on it."""
    text = SMALL.replace("elements:", "care: ture\nexposures: [{id: a, title: A}]\nelements:")

    faults = faults_of(text)

    assert [(fault.line, fault.message.partition(":")[0]) for fault in faults] == [(7, "`care`")]


def test_places_on_a_scale_hold_when_a_step_is_unreadable() -> None:
    """A step that is no group of keys shifts no later fault to another step's place."""
    scale = "scale: [{value: 1, label: A}, nonsense, {value: 1, label: B}]"
    rating = f"ratings:\n  - id: a\n    ask: How?\n    {scale}\nelements:"

    faults = faults_of(SMALL.replace("elements:", rating))

    assert [(fault.line, fault.column) for fault in faults] == [(10, 12), (10, 35)]
    assert "stands twice" in faults[0].message


def test_parts_without_minutes_take_what_the_others_leave() -> None:
    """A plan whose timed parts leave room for untimed ones is whole; one without room is not."""
    untimed = PLAN.replace("minutes: 60}", "minutes: 40}") + "  - {id: close, title: Close}\n"
    over = untimed.replace("minutes: 40}", "minutes: 61}")

    assert faults_of(untimed) == ()
    assert [fault.line for fault in faults_of(over)] == [7]


def test_unreadable_minutes_of_a_part_add_up_to_nothing() -> None:
    """Where a part's minutes could not be read, the sum is not also called wrong."""
    faults = faults_of(PLAN.replace("minutes: 60}", "minutes: an hour}"))

    assert [(fault.line, fault.column) for fault in faults] == [(9, 38)]


def test_a_long_choice_is_cut_short() -> None:
    """Where nothing is near, what could be meant is listed, and a long list is cut."""
    levels = ", ".join(f"{{id: l{number}, title: L}}" for number in range(30))
    text = SMALL.replace("elements:", f"levels: [{levels}]\nelements:")

    (fault,) = faults_of(text.replace("you saw}", "you saw, level: quite-other}"))

    assert fault.message.endswith("`l18`, `l19`, ….")


def test_a_hundred_faults_are_enough() -> None:
    """Past a hundred faults the rest is announced and not listed."""
    many = "".join(f"wibble-{number}: 1\n" for number in range(150))

    faults = faults_of(SMALL + many)

    assert len(faults) == 101
    assert faults[-1].message.startswith("There is more to mend")
    assert faults[-1].line == 112
