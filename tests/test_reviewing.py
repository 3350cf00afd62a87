"""A protected hour and a monthly review in a real notebook, from the first line to the export."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from peercoach.guide.review import REVIEW
from peercoach.journal import documents
from peercoach.journal.records import Entry
from peercoach.workspace import Workspace
from tests.tui.stage import Stage

NOTICED = "The garden keeps coming back."
BRING = "How to say no to a third meeting."


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path)
    stage.fill()
    return stage


@pytest.fixture
def work(stage: Stage) -> Workspace:
    work = stage.open()
    work.prepare()
    return work


def _review(work: Workspace, noticed: str = NOTICED, bring: str = BRING) -> None:
    talking = work.begin(REVIEW)
    for text in (noticed, "", bring):
        talking.next(text)
    talking.finish()


def test_an_hour_waits_where_it_was_left(stage: Stage, work: Workspace) -> None:
    """What is typed in a part comes back after the program ended without a word, at its part."""
    talking = work.begin("protected-hour")
    talking.next("Cold feet.")
    talking.draft("The rota can st", 15)
    work.lock()  # the same on the disk as a kill: nothing more is written at the end

    work = stage.open()
    [waits] = [one for one in work.unfinished() if one.title == "My protected hour"]
    again = work.resume(waits.reflection)

    assert waits.count == (2, 9)
    assert (again.text, again.cursor) == ("The rota can st", 15)
    assert again.reflection.now.key == "arrive/question/be-left-outside"


def test_an_hour_has_a_break_and_every_part_can_be_left_out(work: Workspace) -> None:
    """Nothing is asked at the break; skipping all of it leaves nothing but the day it was done."""
    talking = work.begin("protected-hour")
    keys = []
    while not talking.reflection.closing:
        keys.append(talking.reflection.now.key)
        talking.skip()
    talking.finish()

    assert "pause/part" in keys and len(keys) == 10
    assert not [one for one in work.unfinished() if one.title == "My protected hour"]
    assert not work.gone_lines()


def test_what_was_written_in_an_hour_is_found_by_its_question(work: Workspace) -> None:
    """Notes of an hour keep their wording, are no element that is gone, and are seen next time."""
    talking = work.begin("protected-hour")
    talking.next("Cold feet.")
    talking.finish()

    [note] = work.journal.search("cold feet")
    assert isinstance(note.record, Entry)
    assert note.record.place.ask == "What have you brought in with you today?"
    assert work.gone_lines() == []
    assert [one.text for one in _texts(work.begin("protected-hour").earlier())] == ["Cold feet."]


def _texts(notes: Sequence[object]) -> list[Entry]:
    return [one.record for one in notes]  # type: ignore[attr-defined]


def test_a_review_is_one_note_everywhere(work: Workspace, tmp_path: Path) -> None:
    """List, search and export have it as one, nothing counts as deleted, and its thing waits."""
    _review(work)

    [note] = work.journal.entries(kind="review")
    assert isinstance(note.record, Entry)
    assert note.record.text.startswith(NOTICED) and note.record.text.endswith(BRING)
    assert [one.id for one in work.journal.search("third meeting")] == [note.id]
    [brought] = work.journal.brought()
    assert brought.note is not None and brought.note.id == note.id
    work.carrier.export_to(tmp_path / "out")
    open_text = "".join(one.read_text() for one in (tmp_path / "out").glob("notes-*.md"))
    assert open_text.count(NOTICED) == 1 and open_text.count(BRING) == 1
    assert work.journal.deleted() == []


def test_it_looks_at_what_was_written_since_the_last(stage: Stage, work: Workspace) -> None:
    """First at a month, the newest last, then at what came after the last review, reviews apart."""
    first = work.reviewing.look()
    _review(work)
    stage.clock.to(2026, 4, 14)
    work.journal.add(Entry(kind="note", text="A tap on the allotment."))
    second = work.reviewing.look()

    moments = [one.when.utc_ms for one in first.notes]
    assert f"{first.since}" == "2026-02-14" and moments == sorted(moments) and len(moments) == 3
    assert f"{second.since}" == "2026-03-14"
    assert [one.record.text for one in second.notes if isinstance(one.record, Entry)] == [
        "A tap on the allotment."
    ]


def test_a_review_that_was_cut_off_between_two_writes_is_still_one_note(
    stage: Stage, work: Workspace
) -> None:
    """Where the note was kept and the draft was not taken away, the draft's text counts as kept."""
    talking = work.begin(REVIEW)
    talking.next(NOTICED)
    talking.next("")
    talking.draft(BRING, len(BRING))
    saved = dict(work.journal.drafts.all())[talking.reflection.id]
    talking.next(BRING)
    work.journal.drafts.save(saved)
    work.lock()

    again = stage.open()
    again.prepare()
    found = again.resume(talking.reflection.id)

    assert found.reflection.closing
    assert len(again.journal.entries(kind="review")) == 1


def test_what_is_no_longer_needed_is_asked_once_a_year(stage: Stage, work: Workspace) -> None:
    """After a year of notes the oldest are offered, the oldest first, and then not for a year."""
    before = work.reviewing.to_clear()
    stage.clock.to(2026, 12, 3)
    offered = work.reviewing.to_clear()
    work.reviewing.cleared()
    work.lock()
    work = stage.open()

    assert before == []
    moments = [one.when.utc_ms for one in offered]
    assert 0 < len(offered) <= 12 and moments == sorted(moments)
    assert work.reviewing.to_clear() == []
    stage.clock.to(2027, 12, 2)
    assert work.reviewing.to_clear() == []
    stage.clock.to(2027, 12, 3)
    assert work.reviewing.to_clear() != []


def test_nothing_of_heal_is_looked_at_or_goes_to_a_calendar(stage: Stage, work: Workspace) -> None:
    """What stands in Heal is in no review, in no list of what may go, and in no calendar file."""
    stage.clock.to(2024, 1, 1)
    heal = work._vault.heal
    carried = documents.new(Entry(kind="note", text="What I carry: heron"), stage.clock())
    heal.commit({heal.new_id(): carried})
    stage.clock.to(2026, 12, 3)
    work.hours.keep(work.hours.understood("first Thursday 10:00"))

    seen = [*work.reviewing.look().notes, *work.reviewing.to_clear()]

    assert seen and "heron" not in str([one.record for one in seen])
    assert b"heron" not in work.hours.calendar()
