"""What entries say beside their words, and things, kept as flat documents."""

from collections.abc import Iterator
from typing import ClassVar

import pytest

from peercoach.errors import NoSuchNote
from peercoach.journal import documents, records
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, More, Thing
from peercoach.journal.store import Journal

WHEN = Moment(1_700_000_000_000, 0, "Europe/London")


class Colours(More, frozen=True, kw_only=True):
    """What a note says in this test, beside its words."""

    shade: str = ""
    layers: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        return (self.shade,)


class Kettle(Thing, frozen=True, kw_only=True):
    """A thing in this test."""

    kind: ClassVar[str] = "kettle"
    litres: int = 1
    owner: str = ""


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Both kinds are known while a test runs."""
    monkeypatch.setitem(records.MORE, "note", Colours)
    monkeypatch.setitem(records.THINGS, "kettle", Kettle)
    yield


PAINTED = Entry(kind="note", text="A fence", more=Colours(shade="green", layers=("one", "two")))


def test_what_an_entry_says_beside_its_words_comes_back() -> None:
    """It is flat in the document, and read back by the entry's kind."""
    document = documents.new(PAINTED, WHEN)

    read = documents.read(document)

    assert document["shade"] == "green" and document["layers"] == ["one", "two"]
    assert read is not None and read.record == PAINTED


def test_an_edit_of_it_is_a_new_version_and_drops_what_is_at_its_default() -> None:
    """A field that goes back to its default goes from the document, and foreign ones stay."""
    current = documents.new(PAINTED, WHEN) | {"from_later": 1}

    edited = documents.edited(current, Entry(kind="note", text="A fence", more=Colours()), WHEN)

    assert edited is not None
    assert "shade" not in edited and "layers" not in edited
    assert edited["from_later"] == 1


def test_saying_the_same_beside_the_same_words_is_no_edit() -> None:
    """Equal values make no version."""
    assert documents.edited(documents.new(PAINTED, WHEN), PAINTED, WHEN) is None


@pytest.mark.parametrize("field, value", [("shade", 3), ("layers", "one"), ("layers", [1])])
def test_an_entry_whose_more_is_damaged_reads_as_nothing(field: str, value: object) -> None:
    """It is kept as it is and not guessed at."""
    assert documents.read(documents.new(PAINTED, WHEN) | {field: value}) is None


def test_a_thing_is_kept_edited_and_taken_out_and_is_no_note(journal: Journal) -> None:
    """It stands under its kind alone, in no list, with its moments."""
    id = journal.new_id()
    journal.commit({id: Kettle(litres=2, owner="Bev")})
    journal.commit({id: Kettle(owner="Bev")})

    (kettle,) = journal.things("kettle")

    assert kettle.id == id and kettle.thing == Kettle(owner="Bev")
    assert kettle.changed is not None
    assert journal.things("teapot") == [] and journal.entries() == []
    assert journal.search("Bev") == []
    with pytest.raises(NoSuchNote):
        journal.get(id)

    journal.commit({}, [id])

    assert journal.things("kettle") == []


def test_search_finds_what_is_said_beside_the_words(journal: Journal) -> None:
    """A word of the person's own is found wherever it stands in a note."""
    kept = journal.add(PAINTED)

    assert [one.id for one in journal.search("green fence")] == [kept.id]


def test_an_edit_of_the_text_keeps_what_is_said_beside_it(journal: Journal) -> None:
    """Rewording a note through its words alone loses nothing else of it."""
    kept = journal.add(PAINTED)

    edited = journal.edit(kept.id, "A gate").record

    assert isinstance(edited, Entry)
    assert edited.text == "A gate" and edited.more == PAINTED.more
