"""Protected time, an hour and a review in plain lines."""

from pathlib import Path

import pytest

from peercoach.journal.records import Entry
from peercoach.words import hour, hours
from peercoach.words import plain as words
from tests.plain.talking import (
    ELEMENT,
    PASSPHRASE,
    Clock,
    Reply,
    choice,
    made,
    odd_lines,
    place,
    talk,
)

DAY = 86_400_000
CHOSEN = "Thursday 2 April, 10:00 to 11:00. Then the first Thursday of each month."


@pytest.fixture(autouse=True)
def in_london(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/London")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return made(tmp_path / "notebook.vault")


def pick(said: str) -> Reply:
    """The number behind which something was offered last."""

    def number(text: str) -> str:
        lines = [one for one in text.split("\n") if said in one and one.split(".")[0].isdecimal()]
        return lines[-1].split(".")[0]

    return Reply(number)


CHOOSE = (":hours", pick(hours.CHOOSE), "first thursday 10:00", "1")


def test_it_is_chosen_moved_and_stopped(vault: Path) -> None:
    """What is understood is said before it is kept; one moves, one is left out; then none is."""
    heard = talk(
        place(vault),
        *(":hours", pick(hours.CHOOSE), "on thursday", "first thursday 10:00", "1"),
        *(pick("Thursday 2 April"), pick(hours.MOVE), "nonsense", "9 april 11:00"),
        *(pick("Thursday 7 May"), pick(hours.LEAVE_OUT)),
        *(pick("Thursday 7 May"), pick(hours.BACK)),
        *(pick(hours.STOP), "2", pick(hours.STOP), "1", "", ":hours", "", ":quit"),
        person=True,
    )

    for said in (
        f"{hours.NONE} {hours.ABOUT}",
        hours.NOT_UNDERSTOOD["time"],
        hours.UNDERSTOOD.format(said=CHOSEN),
        hours.KEPT.format(said=CHOSEN),
        "I understood some of that, but not “nonsense”. " + hours.EXAMPLES,
        "Moved. Thursday 9 April, 11:00.",
        hours.LEFT_OUT,
        hours.PUT_BACK,
        hours.STOPPED,
    ):
        assert said in heard.lines
    assert "1. Thursday 9 April, 11:00, moved." in heard.lines
    assert odd_lines(heard) == []


def test_a_calendar_file(vault: Path, tmp_path: Path) -> None:
    """It is written where one types, and over another file only after it was said."""
    to = tmp_path / "hour.ics"

    heard = talk(
        place(vault),
        *(":hours", ":calendar", *CHOOSE[1:]),
        *(":calendar", str(to), "1", ":calendar", str(to), "3", pick(hours.WRITE_FILE), ""),
        *(":calendar", str(to), "2", ""),
        person=True,
    )

    assert "There is nothing to put in a calendar yet." in heard.text
    assert heard.lines.count(hours.FILE_WRITTEN.format(path=to)) == 2
    assert heard.lines.count(hours.NOT_KEPT) == 2
    assert b"SUMMARY:Busy" in to.read_bytes()


def test_an_hour_is_gone_through_part_by_part(vault: Path) -> None:
    """Its parts have their time; one looks around and comes back; enough is enough."""
    heard = talk(
        place(vault),
        *(":plans", pick("My protected hour"), "1", "Cold feet.", ":time", ":longer", ":time"),
        *(":visit", pick(hour.PROTECTED), "", ":read", "."),
        *(":skip", ":skip", ":skip", ":skip", "What?", ""),
        *(":visit", pick(hour.STAY), ":enough", ""),
        person=True,
    )

    for said in (
        "This part is about 5 minutes long. Take longer if you like.",
        "In this part: about 5 minutes left.",
        hour.LONGER,
        "In this part: about 10 minutes left.",
        hour.BACK_AGAIN,
        hour.HOW_TO_PASS,
    ):
        assert said in heard.lines
    assert "Stand up. Look at something far away." in heard.text
    assert heard.lines.count(words.CLOSED) == 1
    work = place(vault).open(PASSPHRASE)
    [note] = work.journal.entries()
    assert isinstance(note.record, Entry) and note.record.text == "Cold feet."


def test_an_hour_waits_at_home_and_leads_to_an_element(vault: Path) -> None:
    """Gone home in the middle it is offered first; an element thought about on the way is kept."""
    heard = talk(
        place(vault),
        *(":plans", pick("My protected hour"), "1", "Half a", ":home", "1"),
        *(":visit", pick(hour.ELEMENT), "1", "On Tuesday.", ":enough", "", "2", ":enough", ""),
        person=True,
    )

    assert "Half a" in heard.text.partition(words.SO_FAR)[2]
    work = place(vault).open(PASSPHRASE)
    texts = {note.record.text for note in work.journal.entries() if isinstance(note.record, Entry)}
    assert texts == {"Half a", "On Tuesday."}
    assert work.unfinished() == []


def test_an_hour_that_is_written_on_elsewhere_is_gone_on_with_as_it_is(vault: Path) -> None:
    """What was written on from one's notes meanwhile stands there on coming back."""
    heard = talk(
        place(vault),
        *(":plans", pick("My protected hour"), "1", "Cold feet.", ".", ":visit"),
        *(pick(hour.LOOK_BACK), "1", ":edit", "Warm now.", ":home", ":back", ":enough", "", "2"),
        person=True,
    )

    assert hour.BACK_AGAIN in heard.lines
    work = place(vault).open(PASSPHRASE)
    [note] = work.journal.entries()
    assert isinstance(note.record, Entry) and note.record.text == "Cold feet.\nWarm now."


def test_a_review_becomes_one_note_and_asks_once_a_year(vault: Path) -> None:
    """What was written is heard first; the oldest may go; after that it is not asked again."""
    clock = Clock()
    work = place(vault, clock).open(PASSPHRASE)
    talking = work.begin(ELEMENT)
    talking.next("Nobody. I talked to the slide.")
    talking.finish()
    clock.utc_ms += 370 * DAY
    work.journal.add(Entry(kind="note", text="A tap on the allotment."))
    work.lock()

    heard = talk(
        place(vault, clock),
        *(":review", "1", "", "The garden.", ".", ":visit", pick(hours.BEGIN_REVIEW), ""),
        *(":skip", "How to say no.", ".", ""),
        *("1", pick("Delete, and keep it for 30 days"), "1", "2", ""),
        *(":review", "", ":enough", ""),
        person=True,
    )

    assert "The newest is last." in heard.text and "A tap on the allotment." in heard.text
    assert heard.lines.count(hours.CLEAR_TITLE) == 3
    assert hours.CLEAR_NOT_NOW_ABOUT in heard.lines
    work = place(vault, clock).open(PASSPHRASE)
    [review] = work.journal.entries(kind="review")
    assert isinstance(review.record, Entry)
    assert review.record.text.startswith("The garden.") and "say no" in review.record.text
    assert len(work.journal.brought()) == 1
    assert len(work.journal.deleted()) == 1
    assert odd_lines(heard) == []


def test_the_time_is_not_told_where_it_is_hidden(vault: Path) -> None:
    """With the setting off no part says how long it is; asked, it is told all the same."""
    heard = talk(
        place(vault),
        *(":settings", pick("Say how long a part"), "2", "", ":plans"),
        *(pick("My protected hour"), "1", ":time", ":enough", ""),
        person=True,
    )

    assert "This part is about" not in heard.text
    assert "In this part: about 5 minutes left." in heard.lines
    assert choice(heard, "Say how long a part")


def test_the_last_line_says_when_the_next_one_is(vault: Path) -> None:
    """Once it is locked, the day of the next hour is all that is told of it."""
    heard = talk(place(vault), *CHOOSE, "", ":quit", person=True)

    assert f"{words.LOCKED} Next: 2 April.\n" in heard.text
