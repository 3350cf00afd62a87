"""Notes as Markdown: dated, with what was asked, and no text that reads as anything else."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from peercoach.journal import documents
from peercoach.journal.carry import markdown, texts
from peercoach.journal.records import Entry, Mark, MarkKind, Progress, Rating
from tests.journal.carry.notebooks import Notebook
from tests.journal.making import DAY, entry, rated

any_text = st.lists(
    st.sampled_from(
        [
            *(
                "# Head",
                "## 2024-01-01",
                "####### seven",
                "```",
                "~~~",
                "---",
                "\\# kept",
                "\\\\## x",
            ),
            *("[2024-01-01 10:00] Said", "2024-01-02", "", "date: 2024-01-01", "مرحبا بالعالم"),
            *("🙂 e\u0301 ﬁ", "\u202eright to left", "- [ ] task", "    ## in", "#hash"),
        ]
    )
    | st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20),
    max_size=6,
).map("\n".join)


def year(book: Notebook, *, versions: bool = False) -> str:
    files, _, _ = markdown.years((all for _, all in book.held().items()), versions=versions)
    [text] = files.values()
    return text


@given(text=any_text)
def test_escaping_is_undone(text: str) -> None:
    """What was escaped comes back as it was, and no line of it begins a heading or a fence."""
    escaped = markdown.escape(text)

    assert markdown.unescape(escaped) == text
    assert not any(line.startswith(("# ", "## ", "```", "~~~")) for line in escaped.split("\n"))


def test_a_note_with_its_question(book: Notebook) -> None:
    """A note stands under its date, with its element, the question as asked, and the text."""
    book.journal.add(entry("We listened first."))
    book.journal.rate(rated())

    text = year(book)

    assert text.startswith(markdown.MARK)
    assert (
        "## 2026-03-14 15:02\n\nAnswer. Walking: Hills\n\n**What about up of hills?**\n\n" in text
    )
    assert "We listened first.\n" in text
    assert "Rating. Walking: Hills\n\n**What about practice of hills?**\n\nSometimes\n" in text


def test_a_file_for_each_year(book: Notebook) -> None:
    """Each year has its file, by the calendar of the place where it was written, oldest first."""
    book.journal.add(Entry(kind="note", text="later"))
    book.clock.now -= 365 * DAY
    book.journal.add(Entry(kind="note", text="earlier"))
    book.clock.now += 60_000
    book.journal.add(Entry(kind="note", text="a minute on"))

    files, notes, newer = markdown.years(book.held().values(), versions=False)

    assert sorted(files) == [2025, 2026]
    assert files[2025].index("earlier") < files[2025].index("a minute on")
    assert (notes, newer) == (3, 0)


def test_deleted_notes_are_left_out(book: Notebook) -> None:
    """A deleted note is not in it, and one of a newer Peercoach is counted."""
    gone = book.journal.add(Entry(kind="note", text="canary")).id
    book.journal.add(Entry(kind="note", text="stays"))
    book.journal.delete(gone)
    book.vault.private.commit({5: {"kind": "dream", "schema": 1, "text": "later"}})

    files, notes, newer = markdown.years(book.held().values(), versions=True)

    assert "canary" not in "".join(files.values())
    assert (notes, newer) == (1, 1)


def test_earlier_versions_only_if_asked(book: Notebook) -> None:
    """What a note was before is there when asked for, the last before first."""
    id = book.journal.add(Entry(kind="note", text="first")).id
    book.journal.edit(id, "second")
    book.journal.edit(id, "third")

    assert "first" not in year(book)
    text = year(book, versions=True)
    assert text.index("third") < text.index("### Earlier, on") < text.index("second")
    assert text.index("second") < text.index("first")


def test_a_reflection_is_told(book: Notebook) -> None:
    """A reflection says what it was on, how it ended, and what is to be brought."""
    progress = Progress(
        framework="walking",
        framework_title="Walking",
        title="Hills",
        course=("hills",),
        at="close",
        state="enough",
        bring={"up": "What about up of hills?"},
    )
    book.journal.commit({}, (), (book.journal.new_id(), progress))

    text = year(book)

    assert "Reflection. Walking: Hills\n" in text
    assert "Closed: enough for that day.\n" in text
    assert "To bring to the next conversation: What about up of hills?\n" in text


@given(written=st.lists(any_text.filter(str.strip), min_size=1, max_size=4))
def test_reading_it_back_loses_no_text(written: list[str]) -> None:
    """Whatever was written, importing the Markdown gives each note its words and its date."""
    from tests.journal.carry.sections import sectioned

    file = sectioned(written)

    found = texts.read(file).notes

    assert len(found) == len(written)
    for note, text in zip(found, written, strict=True):
        assert text.strip("\n") in note.text
        assert note.written.startswith("2026-03-14 15:")


def test_ratings_and_entries_alone_are_counted(book: Notebook) -> None:
    """What is counted is what was written or rated."""
    written = [book.journal.add(entry("one")), book.journal.rate(rated())]

    _, notes, _ = markdown.years(book.held().values(), versions=False)

    assert notes == len(written)
    assert {type(one.record) for one in written} == {Entry, Rating}


def test_what_a_question_did(book: Notebook) -> None:
    """A question that helped or jarred is said with its wording; one taken back is not."""
    marks: tuple[MarkKind, ...] = ("helped", "jarred", "")
    for at, mark in enumerate(marks, 1):
        place = msgspec.structs.replace(entry("x").place, ask=f"Question {at}?")
        written = documents.moment_fields("written", book.journal.clock())
        book.vault.private.commit({at: documents.fields(Mark(mark=mark, place=place)) | written})

    text = year(book)

    assert "This question helped.\n\n**Question 1?**" in text
    assert "This question jarred.\n\n**Question 2?**" in text
    assert "Question 3?" not in text
