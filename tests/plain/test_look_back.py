"""Looking back in plain lines: the list, one note, its versions, what was deleted, my words."""

from pathlib import Path

import pytest

from peercoach.errors import NoSuchNote
from peercoach.journal.records import Entry
from peercoach.words import look_back
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from tests.plain.talking import (
    ELEMENT,
    PASSPHRASE,
    SHORT,
    Clock,
    Heard,
    made,
    odd_lines,
    place,
    talk,
)

DAY = 86_400_000


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return made(tmp_path / "notebook.vault")


def add(vault: Path, *texts: str) -> None:
    """Notes, kept one after the other."""
    work = place(vault).open(PASSPHRASE)
    for text in texts:
        work.journal.add(Entry(kind="note", text=text))
    work.lock()


def reflected(vault: Path, address: str, text: str) -> None:
    """A reflection with one answer, closed."""
    work = place(vault).open(PASSPHRASE)
    talking = work.begin(address)
    talking.next(text)
    talking.finish()
    work.lock()


def texts(vault: Path) -> list[str]:
    """What stands in a notebook, newest first."""
    work = place(vault).open(PASSPHRASE)
    found = [one.record.text for one in work.journal.entries() if isinstance(one.record, Entry)]
    work.lock()
    return found


def numbered(heard: Heard) -> list[str]:
    """The numbered lines that were said among the notes."""
    at = max(at for at, line in enumerate(heard.lines) if line.startswith("Your notes"))
    return [line for line in heard.lines[at:] if line.split(".")[0].isdecimal()]


# --- the list ------------------------------------------------------------------------------------


def test_no_notes(vault: Path) -> None:
    """An empty notebook says that there is nothing to read yet."""
    heard = talk(place(vault), ":notes", ":deleted", "", ":words", "", ":element", "", ":kind", "")

    assert look_back.NOTHING_YET in heard.lines
    assert look_back.BIN_EMPTY in heard.lines
    assert look_back.MY_WORDS_EMPTY in heard.lines
    assert odd_lines(heard) == []


def test_notes_by_tens(vault: Path) -> None:
    """Notes come newest first, ten at a time; a number reads one whole, enter goes back."""
    add(vault, *[f"Note {number}\nand more" for number in range(1, 13)])

    heard = talk(place(vault), ":notes", "", "12", "", "99", "0")

    assert "1. Note, today. Note 12 and more." in heard.lines
    assert "11. Note, today. Note 2 and more." in heard.lines
    assert here.NOTES_MORE in heard.lines
    assert here.NOTES_END in heard.lines
    assert "Note, today.\nNote 1\nand more" in heard.text
    assert heard.lines.count(words.NOT_A_CHOICE) == 2


@pytest.mark.parametrize("said", [["CAFE ward"], [":search CAFE ward"], [":search", "CAFE ward"]])
def test_search(vault: Path, said: list[str]) -> None:
    """Words that are typed, behind the command or without it, find notes by their sentence."""
    add(vault, "A walk. The café by the ward! Then home.", "A garden")

    heard = talk(place(vault), ":notes", *said, "1", "", "zebra")

    assert "You looked for “CAFE ward”. 1 note with these words." in heard.lines
    assert "1. Note, today. It says: The café by the ward!" in heard.lines
    assert heard.lines.count("A walk. The café by the ward! Then home.") == 1
    assert any(line.startswith("You looked for “zebra”. No note") for line in heard.lines)


@pytest.mark.parametrize("typed", ["zebra", ":search zebra"])
def test_nothing_found(vault: Path, typed: str) -> None:
    """Where nothing is found that is said, and the notes of before can be chosen and heard."""
    add(vault, "A garden.", "A kettle.")

    heard = talk(place(vault), ":notes", "kettle", typed, ":again", "1")

    at = heard.lines.index(
        "You looked for “zebra”. No note with these words. Fewer letters may find more."
    )
    assert heard.lines[at + 1 : at + 4] == ["", here.NOTES_AGAIN, here.NOTES_HOW]
    assert heard.lines.count("You looked for “kettle”. 1 note with these words.") == 2
    assert "Note, today.\nA kettle.\n" in heard.text


def test_nothing_to_find(vault: Path) -> None:
    """In an empty notebook no number is asked for, of which there is none."""
    heard = talk(place(vault), ":notes", "zebra", "")

    assert heard.lines.count(look_back.NOTHING_YET) >= 2
    assert here.NOTES_HOW not in heard.lines
    assert heard.lines.count(here.NOTES_HOW_NONE) >= 2


def test_the_last_that_was_found_is_deleted(vault: Path) -> None:
    """When what was found is deleted, that none is left is said, and all others are listed."""
    add(vault, "A garden.", "A kettle.")

    heard = talk(place(vault), ":notes", "kettle", "1", ":delete", "1")

    after = heard.text.partition(here.DELETED_30)[2]
    assert "No note with these words." in after
    assert f"{here.NOTES}\n1. Note, today. A garden.\n" in after


def test_of_one_element(vault: Path) -> None:
    """Notes of one element are found by its number or by part of its name, and all again."""
    reflected(vault, ELEMENT, "About sharing.")
    reflected(vault, SHORT, "A kettle.")

    heard = talk(
        place(vault), ":notes", ":element shar", ":element", "three", "what?", ":element", "3"
    )

    about = "Your notes about Sharing the movement, newest first."
    at = heard.lines.index(about)
    assert heard.lines[at + 1].endswith("About sharing.")
    assert heard.lines[at + 2] == here.NOTES_END
    assert here.WHICH_HOW in heard.lines
    assert "Your notes about What?, newest first." in heard.lines
    assert len(numbered(heard)) == 2


def test_of_one_kind(vault: Path) -> None:
    """Kinds of which there is something are offered, and one of them is heard alone."""
    reflected(vault, SHORT, "A kettle.")
    add(vault, "On its own.")

    heard = talk(place(vault), ":notes", ":kind", "2")

    at = heard.lines.index(look_back.WHICH_KIND)
    assert heard.lines[at + 1 : at + 4] == ["1. Answers.", "2. Notes.", "3. Everything."]
    assert numbered(heard) == ["1. Note, today. On its own."]


# --- one note ------------------------------------------------------------------------------------


def test_write_on(vault: Path) -> None:
    """A note offers to lead back to its very question, and what is written there is added to it."""
    work = place(vault).open(PASSPHRASE)
    talking = work.begin(ELEMENT)
    talking.next("First answer.")
    talking.next("Second answer.")
    talking.finish()
    work.lock()

    heard = talk(place(vault), ":notes", "2", ":edit", "And more.", ".", ":pause")

    at = heard.lines.index(words.SO_FAR)
    assert here.NOTE_HOW in heard.lines
    assert heard.lines[at + 1] == "First answer."
    assert "First answer.\nAnd more." in texts(vault)
    assert "Second answer." in texts(vault)


def test_written_on_its_own(vault: Path) -> None:
    """A note that belongs to no reflection says how it can be changed."""
    add(vault, "On its own.")

    heard = talk(place(vault), ":notes", "1", "what?", ":edit", "")

    assert here.NOTE_HOW not in heard.lines
    assert heard.lines.count(here.NOTE_HOW_STAYS) == 3
    assert any("written on its own" in line for line in heard.lines)
    assert here.NOTES_AGAIN in heard.lines


def changed(vault: Path) -> None:
    """A note of three versions."""
    work = place(vault).open(PASSPHRASE)
    id = work.journal.add(Entry(kind="note", text="First.")).id
    for text in ("Second.", "Third."):
        work.journal.edit(id, text)
    work.lock()


def test_versions(vault: Path) -> None:
    """Versions are said oldest first with day and time, each whole behind its number."""
    changed(vault)

    heard = talk(place(vault), ":notes", "1", ":versions", "2", "")

    assert here.NOTE_VERSIONS.format(day="today", count=3) in heard.lines
    at = heard.lines.index(here.VERSIONS_OF)
    assert heard.lines[at + 1 : at + 4] == [
        "1. Today at 14:02. First.",
        "2. Today at 14:02. Second.",
        "3. Today at 14:02. Third. This is how it is now.",
    ]
    assert "Version 2, today:\nSecond." in heard.text
    assert odd_lines(heard) == []


def test_keep_only(vault: Path) -> None:
    """One version is kept after a question, and the text of the others is gone for good."""
    changed(vault)

    heard = talk(
        place(vault), ":notes", "1", ":versions", ":keep", "2", ":keep", "2", ":keep", "1", "", ""
    )

    assert here.KEEP_WHICH in heard.lines
    assert heard.lines.count(here.KEEP_SURE.format(number=2)) == 2
    assert look_back.KEPT in heard.lines
    assert look_back.KEPT_ONLY in heard.lines
    work = place(vault).open(PASSPHRASE)
    [note] = work.journal.entries()
    assert [one.record.text for one in work.journal.versions(note.id)] == ["Second."]  # type: ignore[union-attr]
    work.lock()


def test_delete_and_bring_back(vault: Path) -> None:
    """A deleted note is gone from the list, waits for 30 days, and comes back where it was."""
    add(vault, "A garden.", "A kettle.")

    heard = talk(place(vault), ":notes", "1", ":delete", "1", ":deleted", "1", ":restore", "")

    assert here.DELETED_30 in heard.lines
    assert "1. Note, deleted today, 30 days left. A kettle." in heard.lines
    assert look_back.RESTORED in heard.lines
    assert texts(vault) == ["A kettle.", "A garden."]
    lists = heard.text.split("Your notes, newest first.")
    assert [part.count("A kettle.") > 0 for part in lists[1:]] == [True, True, True]
    assert "1. Note, today. A garden.\n" in lists[2]
    assert odd_lines(heard) == []


def test_left_where_it_is(vault: Path) -> None:
    """The last choice deletes nothing; enter on its own asks again, and nothing is gone."""
    add(vault, "A kettle.")

    heard = talk(place(vault), ":notes", "1", ":delete", "3", ":delete", "2", "2", ":delete", "")

    assert heard.lines.count(look_back.KEPT) == 2
    assert heard.lines.count(look_back.DELETE) == 4
    assert texts(vault) == ["A kettle."]


def test_for_good(vault: Path) -> None:
    """For good is asked about once more, and then there is nothing to bring back."""
    add(vault, "A garden.", "A kettle.")

    heard = talk(place(vault), ":notes", "1", ":delete", "2", "1", ":deleted")

    assert here.GOOD_SURE in heard.lines
    assert look_back.GONE in heard.lines
    assert look_back.BIN_EMPTY in heard.lines
    assert texts(vault) == ["A garden."]


def test_from_the_deleted_for_good(vault: Path) -> None:
    """Among what was deleted, the one that was heard last goes for good, after a question."""
    add(vault, "A garden.", "A kettle.")
    work = place(vault).open(PASSPHRASE)
    gone = [one.id for one in work.journal.entries()]
    for id in gone:
        work.journal.delete(id)
    work.lock()

    heard = talk(
        place(vault), ":notes", ":deleted", ":for-good", "2", ":for-good", "2", ":for-good", "1"
    )

    assert here.BIN_WHICH in heard.lines
    assert look_back.KEPT in heard.lines
    assert look_back.GONE in heard.lines
    work = place(vault).open(PASSPHRASE)
    left = [one.note.id for one in work.journal.deleted()]
    assert len(left) == 1
    [shredded] = set(gone) - set(left)
    with pytest.raises(NoSuchNote):
        work.journal.undelete(shredded)
    work.lock()


def test_my_words(vault: Path) -> None:
    """My words are said as they would be said, and lead to their notes."""
    talk(place(vault), ":elements", "1", *[":skip"] * 8, "We grow people.", ".", ":enough", "", "2")

    heard = talk(place(vault, Clock(Clock().utc_ms + DAY)), ":notes", ":words", "1", "", "")

    assert "1. We grow people. About Sharing the movement, yesterday." in heard.lines
    assert "How would you say this at work?" in heard.lines
    assert heard.lines.count(here.MY_WORDS) == 2
    assert here.NOTES_AGAIN in heard.lines
