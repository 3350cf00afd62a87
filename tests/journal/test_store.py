"""The journal on a real vault."""

import time
from datetime import date
from pathlib import Path

import pytest

from peercoach.errors import DiskFull, NoSuchNote, NoteTooLong, VaultLocked
from peercoach.journal.documents import NewerNote
from peercoach.journal.index import asked_of
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Place, Progress
from peercoach.journal.store import Journal
from peercoach.journal.text import LIMIT
from peercoach.vault.vault import Vault
from tests.journal.making import (
    DAY,
    MARCH,
    PASSPHRASE,
    FailingFiles,
    Ticking,
    entry,
    fresh,
    rated,
    texts,
)

NOTE = Entry(kind="note", text="A plain note.")


def progress(**kept: int) -> Progress:
    return Progress(
        framework="walking",
        framework_title="Walking",
        title="Hills",
        course=("hills",),
        at="hills/question/up",
        kept={f"hills/question/{name}": id for name, id in kept.items()},
    )


def again(vault: Vault) -> Journal:
    """Another journal on the same space, which has read nothing yet."""
    return Journal(vault.private, vault.drafts)


def test_what_is_added_is_there_after_reopening(tmp_path: Path, vault: Vault) -> None:
    """A note is there with its moment after the vault was locked and opened again."""
    written = Journal(vault.private, vault.drafts, clock=Ticking()).add(entry("Uphill."))
    vault.lock()

    opened = Vault.open(fresh(tmp_path), PASSPHRASE)
    found = Journal(opened.private, opened.drafts).get(written.id)
    opened.lock()

    assert found == written
    assert found.when == Moment(MARCH + 1000, 0, "GMT")


def test_an_edit_is_a_new_version(journal: Journal) -> None:
    """Editing keeps the earlier version, the first moment and the place."""
    first = journal.add(entry("One."))

    edited = journal.edit(first.id, "Two.")

    assert isinstance(edited.record, Entry)
    assert (edited.record.text, edited.versions) == ("Two.", 2)
    assert edited.when == first.when
    assert edited.changed == Moment(MARCH + 2000, 0, "GMT")
    assert texts(journal.versions(first.id)) == ["One.", "Two."]
    assert [version.changed for version in journal.versions(first.id)] == [None, edited.changed]


def test_versions_are_counted_after_reading_anew(vault: Vault, journal: Journal) -> None:
    """The count of versions is the same for a journal that reads the space from the start."""
    first = journal.add(entry("One."))
    journal.edit(first.id, "Two.")
    journal.edit(first.id, "Three.")

    assert again(vault).get(first.id) == journal.get(first.id)
    assert journal.get(first.id).versions == 3


def test_the_same_text_is_no_edit(vault: Vault, journal: Journal) -> None:
    """An edit to the same text leaves the note as it is, on the disk too (lesson 11)."""
    first = journal.add(entry("One."))

    assert journal.edit(first.id, "One.") == first
    assert len(vault.private.versions(first.id)) == 1


def test_a_moment_on_either_side_of_an_edit_stays_first(journal: Journal) -> None:
    """An edited note keeps its place in the order: by when it was first written."""
    first = journal.add(entry("One."))
    journal.add(entry("Two."))

    journal.edit(first.id, "One, again.")

    assert texts(journal.entries()) == ["Two.", "One, again."]


def test_no_such_note(journal: Journal) -> None:
    """Asking for, editing, or looking at the versions of a note that isn't there is refused."""
    with pytest.raises(NoSuchNote):
        journal.get(7)
    with pytest.raises(NoSuchNote):
        journal.edit(7, "text")
    with pytest.raises(NoSuchNote):
        journal.versions(7)


def test_only_entries_can_be_edited(journal: Journal) -> None:
    """A rating has no text to edit."""
    with pytest.raises(NoSuchNote):
        journal.edit(journal.rate(rated()).id, "text")


def test_entries_newest_first(journal: Journal) -> None:
    """Entries and ratings come newest first; reflections are none of them."""
    id = journal.add(entry("One.")).id
    journal.rate(rated())
    journal.commit({}, [], (journal.new_id(), progress(up=id)))
    journal.add(entry("Three."))

    assert texts(journal.entries()) == ["Three.", "Sometimes", "One."]
    assert texts(journal.search("hills")) == ["Three.", "Sometimes", "One."]
    assert len(journal.reflections()) == 1


def test_the_order_of_one_millisecond_is_the_order_of_writing(
    journal: Journal, clock: Ticking
) -> None:
    """Notes of the same millisecond come in the order in which they were written."""
    clock.step = 0
    for number in range(20):
        journal.add(entry(str(number)))
        journal.entries()

    assert texts(journal.entries()) == [str(number) for number in reversed(range(20))]


def test_entries_by_element_and_kind(journal: Journal) -> None:
    """Entries can be asked for by element, by framework, and by kind."""
    journal.add(entry("hill"))
    journal.add(entry("shore", element="shores", question="tide"))
    journal.add(entry("other", of="walks"))
    journal.add(entry("said", kind="words", question=""))
    journal.add(NOTE)
    journal.rate(rated())

    assert texts(journal.entries(element="walking/hills")) == ["Sometimes", "said", "hill"]
    assert texts(journal.entries(element="walking")) == ["Sometimes", "said", "shore", "hill"]
    assert texts(journal.entries(kind="words")) == ["said"]
    assert texts(journal.entries(kind="rating", element="walking/hills")) == ["Sometimes"]
    assert texts(journal.entries(kind="note")) == ["A plain note."]
    assert journal.entries(element="hills") == []


@pytest.mark.parametrize("offset", [0, -720, 840])
def test_dates_are_those_of_the_place_where_it_was_written(
    journal: Journal, clock: Ticking, offset: int
) -> None:
    """Both dates are included, on the calendar of the place, to the last minute of the day."""
    clock.offset, clock.step = offset, 0
    midnight = MARCH // DAY * DAY - offset * 60_000
    for name, instant in {
        "before": midnight - 1,
        "first": midnight,
        "last": midnight + DAY - 1,
        "after": midnight + DAY,
    }.items():
        clock.now = instant
        journal.add(entry(name))
    day = date(2026, 3, 14)

    assert texts(journal.entries(since=day, until=day)) == ["last", "first"]
    assert texts(journal.entries(since=day)) == ["after", "last", "first"]
    assert texts(journal.entries(until=day)) == ["last", "first", "before"]


def test_dates_at_the_end_of_the_calendar(journal: Journal) -> None:
    """The first and last dates that there are can be asked for."""
    journal.add(entry("One."))

    assert texts(journal.entries(since=date.min, until=date.max)) == ["One."]


def test_a_move_is_kept_whole(vault: Vault, journal: Journal) -> None:
    """A move's entry, what it takes out and the progress are one commit."""
    out = journal.add(entry("Out."))
    id, walk = journal.new_id(), journal.new_id()

    journal.commit({id: entry("In.", reflection=walk)}, [out.id], (walk, progress(up=id)))

    assert texts(again(vault).entries()) == ["In."]
    assert again(vault).get(walk).record == progress(up=id)


def test_a_move_on_a_full_disk_keeps_nothing(
    vault: Vault, journal: Journal, files: FailingFiles
) -> None:
    """On a full disk nothing of a move is kept, in memory either; with room again it is kept."""
    out = journal.add(entry("Out."))
    id, walk = journal.new_id(), journal.new_id()
    files.full = True

    with pytest.raises(DiskFull):
        journal.commit({id: entry("In.")}, [out.id], (walk, progress(up=id)))

    assert texts(journal.entries()) == ["Out."]
    assert texts(journal.search("out")) == ["Out."]
    assert journal.reflections() == []
    files.full = False
    journal.commit({id: entry("In.")}, [out.id], (walk, progress(up=id)))
    assert texts(journal.entries()) == texts(again(vault).entries()) == ["In."]


def test_a_move_that_says_nothing_new_writes_nothing(vault: Vault, journal: Journal) -> None:
    """Moving on past an unchanged answer makes no version of it."""
    id, walk = journal.new_id(), journal.new_id()
    journal.commit({id: entry("In.")}, [], (walk, progress(up=id)))

    assert journal.commit({id: entry("In.")}, [], (walk, progress(up=id))) is None
    assert len(vault.private.versions(id)) == len(vault.private.versions(walk)) == 1


def test_a_reflection_of_which_nothing_is_kept_leaves_no_record(
    vault: Vault, journal: Journal
) -> None:
    """Progress with nothing kept isn't written; once all is taken out, its record goes too."""
    id, walk = journal.new_id(), journal.new_id()
    assert journal.commit({}, [], (walk, progress())) is None

    journal.commit({id: entry("In.")}, [], (walk, progress(up=id)))
    journal.commit({}, [id], (walk, progress()))

    assert journal.reflections() == []
    assert list(vault.private.documents()) == []


def test_too_long_a_text_is_refused(journal: Journal) -> None:
    """A text of the limit is kept; one byte more is refused and nothing is kept."""
    whole = journal.add(entry("a" * LIMIT))
    assert isinstance(whole.record, Entry)
    assert len(whole.record.text) == LIMIT

    with pytest.raises(NoteTooLong):
        journal.add(entry("a" * (LIMIT + 1)))
    with pytest.raises(NoteTooLong):
        journal.edit(whole.id, "b" * (LIMIT + 1))

    assert len(journal.entries()) == 1


def test_control_characters_do_not_come_in(journal: Journal) -> None:
    """Neither adding nor editing nor a move lets a control character in."""
    id = journal.add(entry("a\x1b[2Jb\r\nc")).id
    assert texts(journal.entries()) == ["a[2Jb\nc"]

    journal.edit(id, "\x07bell")
    assert texts(journal.entries()) == ["bell"]

    journal.commit({id: entry("\x9bcsi")})
    assert texts(journal.entries()) == ["csi"]


def test_newer_documents_are_kept_and_never_shown(vault: Vault, journal: Journal) -> None:
    """What a newer program wrote is in no list, is counted, can't be edited or taken out, and stays
    as it is, byte for byte.
    """
    letter = {"kind": "letter", "schema": 1, "text": "Dear all", "pages": [1, 2]}
    newer = {"kind": "answer", "schema": 2, "text": "Later.", "mood": "clear"}
    one, two = vault.private.new_id(), vault.private.new_id()
    vault.private.commit({one: letter, two: newer})
    before = [vault.private.versions(id) for id in (one, two)]

    assert journal.entries() == journal.search("dear") == journal.search("later") == []
    assert journal.unreadable() == 2
    for id in (one, two):
        with pytest.raises(NewerNote):
            journal.get(id)
        with pytest.raises(NewerNote):
            journal.edit(id, "text")
        with pytest.raises(NewerNote):
            journal.commit({id: entry("text")})
        assert journal.commit({}, [id]) is None

    assert [vault.private.versions(id) for id in (one, two)] == before


def test_fields_of_a_newer_program_stay_through_an_edit(vault: Vault, journal: Journal) -> None:
    """Editing a note that has a field we don't know keeps that field."""
    id = journal.add(entry("One.")).id
    document = vault.private.get(id)
    assert document is not None
    vault.private.commit({id: {**document, "weather": "rain"}})

    journal.edit(id, "Two.")

    edited = vault.private.get(id)
    assert edited is not None
    assert (edited["text"], edited["weather"]) == ("Two.", "rain")


def test_asked_before(journal: Journal) -> None:
    """Answers to the same question come newest first, without one reflection's own, and ratings,
    other kinds and other frameworks apart.
    """
    journal.add(entry("mine", reflection=1))
    journal.add(entry("old", reflection=2))
    journal.add(entry("elsewhere", of="walks"))
    journal.add(entry("said", kind="words", question=""))
    journal.rate(rated())
    journal.add(entry("new"))

    asked = asked_of(entry(""))

    assert texts(journal.asked_before(asked, but_for=1)) == ["new", "old"]


def test_the_index_follows_what_is_written(vault: Vault, journal: Journal) -> None:
    """A journal that read early answers as one that reads late does, whatever happened between."""
    journal.entries()
    ids = [journal.add(entry(f"{n}", question="up" if n % 2 else "top")).id for n in range(12)]
    for id in ids[::3]:
        journal.edit(id, "edited")
    journal.commit({}, ids[1::4])
    late = again(vault)

    assert journal.entries() == late.entries()
    assert journal.newest_of("walking/hills") == late.newest_of("walking/hills")
    for question in ("up", "top"):
        asked = asked_of(entry("", question=question))
        assert journal.asked_before(asked, but_for=9) == late.asked_before(asked, but_for=9)


@pytest.mark.bench
def test_what_was_written_before_is_looked_up(vault: Vault, journal: Journal) -> None:
    """Among 10,000 notes, answers to one of forty questions are there in under 5 ms once read."""
    document = {**_document(vault, journal), "text": "tea " * 250}
    for start in range(1, 10_001, 1000):
        numbers = range(start, start + 1000)
        vault.private.commit({n: {**document, "question": f"q{n % 40}"} for n in numbers})
    journal = again(vault)
    asked = asked_of(entry("", question="q7"))
    journal.asked_before(asked, but_for=-1)

    times = []
    for _ in range(9):
        began = time.perf_counter()
        found = journal.asked_before(asked, but_for=-1)
        times.append(time.perf_counter() - began)

    assert len(found) == 250
    assert min(times) < 0.005


def _document(vault: Vault, journal: Journal) -> dict[str, object]:
    document = vault.private.get(journal.add(entry("One.")).id)
    assert document is not None
    return {name: value for name, value in document.items() if name not in ("rev", "parents")}


def test_after_locking_everything_raises(journal: Journal) -> None:
    """A locked journal refuses every question and every write."""
    id = journal.add(entry("One.")).id
    journal.lock()
    journal.lock()

    for call in (
        journal.new_id,
        journal.refuse_locked,
        journal.entries,
        journal.unreadable,
        journal.reflections,
        lambda: journal.add(NOTE),
        lambda: journal.rate(rated()),
        lambda: journal.edit(id, "Two."),
        lambda: journal.get(id),
        lambda: journal.find(id),
        lambda: journal.versions(id),
        lambda: journal.search("one"),
        lambda: journal.search(""),
        lambda: journal.commit({}),
        lambda: journal.asked_before(("", "", ""), but_for=0),
        lambda: journal.newest_of("walking/hills"),
        lambda: journal.revision(id),
        lambda: journal.drafts,
    ):
        with pytest.raises(VaultLocked):
            call()


def test_a_note_that_belongs_nowhere(journal: Journal) -> None:
    """A note without element or question is listed and found, and is of no element."""
    journal.add(NOTE)

    assert NOTE.place == Place()
    assert texts(journal.entries()) == ["A plain note."]
    assert journal.newest_of("") is None
