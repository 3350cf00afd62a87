"""Markdown and plain text: each note under its date, and every word kept."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.journal.carry import texts
from peercoach.journal.carry.found import Refused
from peercoach.journal.text import clean


def read(text: str, name: str = "") -> list[tuple[str, str]]:
    """Each note's date (empty where it has none) and words."""
    notes = texts.read(text, name).notes
    return [(one.shown.isoformat()[:16] if one.shown else "", one.text) for one in notes]


def told(text: str, name: str = "") -> list[tuple[str, int]]:
    return [(one.kind, one.where.number) for one in texts.read(text, name).told]


def test_headings_with_dates() -> None:
    """A heading that starts with a date begins a note; its other words are the first line."""
    text = "## 2024-03-14\n\nOne.\n\n## 15 March 2024, 14:02 – Ward round ##\nTwo.\n### Still two\n"

    assert read(text) == [
        ("2024-03-14T12:00", "One."),
        ("2024-03-15T14:02", "Ward round\nTwo.\n### Still two"),
    ]


def test_jrnl_text() -> None:
    """The text file of jrnl, and its Markdown, are read by their dates."""
    plain = "[2024-03-14 14:02] Walked. @sam\nIt rained.\n\n[2024-03-15 09:00] Rested.\n"
    marked = "# 2024\n\n## March\n\n### 2024-03-14 14:02 Walked.\n\nIt rained.\n"

    assert read(plain) == [
        ("2024-03-14T14:02", "Walked. @sam\nIt rained."),
        ("2024-03-15T09:00", "Rested."),
    ]
    assert read(marked) == [("2024-03-14T14:02", "# 2024\n## March\nWalked.\n\nIt rained.")]


def test_a_date_on_a_line_of_its_own() -> None:
    """Such a line begins a note after an empty one; at the end of a letter it is the letter's."""
    text = "2024-03-14\nOne.\n\n15 March 2024\nTwo\n16 March 2024\nstill two.\n\n17 March 2024\n"

    assert read(text) == [
        ("2024-03-14T12:00", "One."),
        ("2024-03-15T12:00", "Two\n16 March 2024\nstill two.\n\n17 March 2024"),
    ]


def test_a_sentence_that_begins_with_a_date() -> None:
    """A date at the start of a sentence, or in brackets without a jrnl title, begins nothing."""
    assert read("2024-03-14 was hard.\n\n[2024-03-14 was harder.") == [
        ("", "2024-03-14 was hard.\n\n[2024-03-14 was harder.")
    ]


def test_what_stands_before_the_first_date() -> None:
    """It is a note of its own, dated by the file."""
    assert read("Hello.\n\n## 2024-03-14\nOne.") == [("", "Hello."), ("2024-03-14T12:00", "One.")]
    assert read("Hello.\n\n## 2024-03-14\nOne.", "2023-01-02 diary")[0] == (
        "2023-01-02T12:00",
        "Hello.",
    )


@pytest.mark.parametrize("name", ["2024-03-14", "2024-03-14 a walk", "2024_03_14_a-walk"])
def test_a_date_in_the_name_of_the_file(name: str) -> None:
    """A file named after a day is of that day."""
    assert read("Hello.", name) == [("2024-03-14T12:00", "Hello.")]


def test_front_matter() -> None:
    """The date of the front matter is the file's; its other lines are kept as text."""
    text = "---\r\ntitle: A walk\r\ndate: 2024-03-14 08:00\r\ntags: [sea]\r\n---\r\nHello.\r\n"

    assert read(text) == [("2024-03-14T08:00", "title: A walk\ntags: [sea]\nHello.")]


def test_front_matter_without_a_date() -> None:
    """What only looks like a front matter is text; a date that can't be read stays in it."""
    plain = "---\nmood: low\n---\nHello."
    dated = "---\ndate: last Tuesday\n---\nHello."

    assert read(plain) == [("", plain)]
    assert read(dated) == [("", dated)]
    assert told(dated) == [("date-not-read", 0)]


def test_front_matter_in_a_file_named_after_a_day() -> None:
    """Nothing of a front matter is lost where the date comes from the file's name."""
    [(day, words)] = read("---\nmood: low\n---\nHello.", "2024-03-14")

    assert day == "2024-03-14T12:00"
    assert words == "mood: low\nHello."


def test_code_is_no_heading() -> None:
    """Inside a fence nothing begins; a fence that is never closed is none."""
    fenced = "## 2024-03-14\n```\n## 2024-03-15\n```\nOne."
    open_ended = "## 2024-03-14\n```\n## 2024-03-15\nTwo."

    assert read(fenced) == [("2024-03-14T12:00", "```\n## 2024-03-15\n```\nOne.")]
    assert [day for day, _ in read(open_ended)] == ["2024-03-14T12:00", "2024-03-15T12:00"]


def test_a_date_with_nothing_under_it() -> None:
    """It is told by its line, and the others are read."""
    text = "## 2024-03-14\n\n## 2024-03-15\nTwo.\n## 2024-03-16\n"

    assert read(text) == [("2024-03-15T12:00", "Two.")]
    assert told(text) == [("nothing-written", 1), ("nothing-written", 5)]


@pytest.mark.parametrize("text", ["", "  \n\t\n", "\x00\x01"])
def test_nothing_at_all(text: str) -> None:
    """A file without a word is refused as such."""
    with pytest.raises(Refused) as refused:
        texts.read(text)

    assert refused.value.kind == "nothing-in-it"


LINES = st.sampled_from(
    [
        *(
            "",
            "---",
            "...",
            "```",
            "~~~",
            "date: 2024-03-14",
            "title: x",
            "# Head",
            "## 2024-03-14",
        ),
        *("## 2024-03-15 Title", "2024-03-16", "[2024-03-17 10:00] Said", "- [ ] task", "> quoted"),
        *("A line.", "مرحبا", "🙂 e\u0301", "\\## 2024-01-01", "   indented", "2024-03-18 was it"),
    ]
)


@given(lines=st.lists(LINES | st.text(max_size=12)), name=st.sampled_from(["", "2024-03-14"]))
def test_no_word_is_lost(lines: list[str], name: str) -> None:
    """Of any text, every word that is no date that was read is in some note, in order."""
    text = "\n".join(lines)
    try:
        contents = texts.read(text, name)
    except Refused:
        assert not re.search(r"[^\W\d_]", re.sub("title|date", "", text))
        return

    kept = "\n".join(one.text for one in contents.notes)
    dates = [one.written for one in contents.notes]

    for word in re.findall(r"[^\W\d_]{2,}", clean(text)):
        assert word in kept or word == "date" or any(word in date for date in dates)
