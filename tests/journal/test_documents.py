"""Records and the flat documents that the vault keeps."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.journal import documents
from peercoach.journal.documents import NewerNote
from peercoach.journal.moment import Moment
from peercoach.journal.records import (
    ENTRY_KINDS,
    MORE,
    CheckIn,
    Entry,
    Goal,
    Place,
    Progress,
    Rating,
    Record,
)
from tests.journal.making import MARCH, entry, place, rated

WHEN = Moment(MARCH, 60, "CET")
LATER = Moment(MARCH + 5000, 0, "GMT")
PROGRESS = Progress(
    framework="walking",
    framework_title="Walking",
    title="Hills",
    course=("hills", "shores"),
    at="hills/question/top",
    kept={"hills/question/up": 7, "hills/rating/practice": 8},
    skipped=("hills/step",),
)

words = st.text(max_size=20)
ids = st.integers(0, 2**63 - 1)
places = st.builds(Place, **dict.fromkeys(Place.__struct_fields__, words))
records: st.SearchStrategy[Record] = st.one_of(
    st.builds(
        Entry,
        kind=st.sampled_from([kind for kind in ENTRY_KINDS if kind not in MORE]),
        text=words,
        place=places,
        reflection=ids,
    ),
    st.builds(
        lambda text, why, look, drawn: Entry(
            kind="goal", text=text, more=Goal(why=why, look=look, draws_on=tuple(drawn))
        ),
        *(words, words, words, st.lists(words, max_size=3)),
    ),
    st.builds(
        lambda text, goal, stands: Entry(
            kind="check-in", text=text, more=CheckIn(goal=goal, stands=stands)
        ),
        *(words, ids, st.none() | st.integers(-2, 2)),
    ),
    st.builds(
        Rating, rating=words, value=st.integers(-5, 5), label=words, place=places, reflection=ids
    ),
    st.builds(
        Progress,
        framework=words,
        framework_title=words,
        title=words,
        course=st.lists(words, min_size=1, max_size=3).map(tuple),
        at=words,
        state=st.sampled_from(["open", "enough", "finished"]),
        kept=st.dictionaries(words, ids, max_size=3),
        skipped=st.lists(words, max_size=3).map(tuple),
        only=st.lists(words, max_size=3).map(tuple),
    ),
)


@given(records)
def test_a_record_comes_back(record: Record) -> None:
    """Every record read back from its document is the record, with its moment."""
    read = documents.read(documents.new(record, WHEN))

    assert read is not None
    assert (read.record, read.when, read.changed) == (record, WHEN, None)


@given(records)
def test_documents_are_flat(record: Record) -> None:
    """A document holds no mapping, and in lists only text and numbers: merging goes by field."""
    for value in documents.new(record, WHEN).values():
        assert isinstance(value, str | int | list)
        if isinstance(value, list):
            assert all(isinstance(item, str | int) for item in value)


def test_the_fields_of_an_entry() -> None:
    """An entry's document has these fields and no other: the format that others can rely on."""
    document = documents.new(entry("Uphill.", reflection=5), WHEN)

    assert document == {
        "kind": "answer",
        "schema": 1,
        "text": "Uphill.",
        "framework": "walking",
        "framework_title": "Walking",
        "version": "1.0.0",
        "element": "hills",
        "element_title": "Hills",
        "question": "up",
        "ask": "What about up of hills?",
        "reflection": 5,
        "written_at": MARCH,
        "written_offset": 60,
        "written_zone": "CET",
    }


def test_the_fields_of_a_reflection() -> None:
    """A reflection's document has one field for each stop at which something was kept."""
    document = documents.new(PROGRESS, WHEN)

    assert document["kept:hills/question/up"] == 7
    assert document["kept:hills/rating/practice"] == 8
    assert document["course"] == ["hills", "shores"]
    assert (document["kind"], document["state"], document["started_at"]) == (
        "reflection",
        "open",
        MARCH,
    )


def test_an_edit_keeps_what_it_does_not_know() -> None:
    """Fields of a newer program stay through an edit; the first moment stays, the new one is told.

    The vault's own fields are left to the vault.
    """
    current = {
        **documents.new(entry("One."), WHEN),
        "weather": "rain",
        "rev": b"1",
        "parents": [b"0"],
    }

    document = documents.edited(current, entry("Two."), LATER)

    assert document is not None
    assert (document["text"], document["weather"]) == ("Two.", "rain")
    assert "rev" not in document
    assert "parents" not in document
    read = documents.read(document)
    assert read is not None
    assert (read.when, read.changed) == (WHEN, LATER)


def test_an_edit_of_progress_drops_stops_that_it_no_longer_keeps() -> None:
    """A stop whose answer was taken out leaves no field behind."""
    fewer = Progress(
        framework="walking",
        framework_title="Walking",
        title="Hills",
        course=("hills", "shores"),
        at="hills/question/top",
        kept={"hills/rating/practice": 8},
    )

    document = documents.edited(documents.new(PROGRESS, WHEN), fewer, LATER)

    assert document is not None
    assert "kept:hills/question/up" not in document
    read = documents.read(document)
    assert read is not None
    assert read.record == fewer


@pytest.mark.parametrize("record", [entry("One."), rated(), PROGRESS])
def test_saying_the_same_is_no_edit(record: Record) -> None:
    """A record that says what stands already makes no new version."""
    assert documents.edited(documents.new(record, WHEN), record, LATER) is None


def test_the_same_answer_under_new_wording_is_no_edit() -> None:
    """An answer left as it is keeps the wording it was given to."""
    current = documents.new(entry("One."), WHEN)
    reworded = Entry(
        kind="answer", text="One.", place=Place(framework="walking", ask="And now?"), reflection=0
    )

    assert documents.edited(current, reworded, LATER) is None


def _odd(**changes: Any) -> dict[str, Any]:
    return documents.new(entry("One."), WHEN) | changes


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"kind": "answer"},
        _odd(kind="letter"),
        _odd(kind=None),
        _odd(schema=2),
        _odd(schema=0),
        _odd(schema="1"),
        _odd(text=7),
        _odd(text=None),
        _odd(written_at="yesterday"),
        _odd(written_at=10**18),
        _odd(written_offset=5000),
        _odd(place={}, element=["hills"]),
        documents.new(rated(), WHEN) | {"value": "two"},
        documents.new(PROGRESS, WHEN) | {"state": "asleep"},
        documents.new(PROGRESS, WHEN) | {"course": []},
        documents.new(PROGRESS, WHEN) | {"kept:hills/step": "seven"},
    ],
)
def test_what_we_can_not_read_reads_as_nothing(document: dict[str, Any]) -> None:
    """An unknown kind, a newer schema or a field of the wrong shape is never shown wrongly, and
    never edited.
    """
    assert documents.read(document) is None
    with pytest.raises(NewerNote) as refused:
        documents.edited(document, entry("Two."), LATER)
    assert "Update Peercoach" in str(refused.value)


def test_extremes_of_time_can_be_shown() -> None:
    """The earliest and the latest instant that is read can also be shown, in any place on earth."""
    for instant in (-719_161 * 86_400_000, 2_932_895 * 86_400_000):
        for offset in (-1439, 1439):
            read = documents.read(documents.new(entry("."), Moment(instant, offset, "")))
            assert read is not None
            assert read.when.iso()


def test_a_place_may_be_shared() -> None:
    """Reading lets equal places be one object."""
    document = documents.new(entry("One."), WHEN)
    standing = place()

    read = documents.read(document, lambda found: standing if found == standing else found)

    assert read is not None
    assert isinstance(read.record, Entry)
    assert read.record.place is standing


def test_references() -> None:
    """A document names what was kept at its stops and its reflection, and nothing else."""
    document = {"kept:up": 5, "kept:down": "later", "reflection": 7, "text": "kept:up"}

    assert documents.references(document) == [5, 7]
    assert documents.references({"reflection": 0}) == []
