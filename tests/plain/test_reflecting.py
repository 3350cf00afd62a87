"""A reflection in plain lines: all of it, and every way through it."""

import shutil
from pathlib import Path

import pytest

from peercoach.conversation import Conversation
from peercoach.errors import DiskFull
from peercoach.guide.aligned import aligned
from peercoach.journal.records import Entry, Rating
from peercoach.settings import Settings
from peercoach.words import plain as words
from tests.plain.talking import ELEMENT, PASSPHRASE, Clock, made, place, talk

ANSWER = "The commissioner, on Tuesday. She put her pen down."
WHOLE = [
    "2",
    *[ANSWER, "."],
    *["Allotments, not slides.", "."],
    *[":skip"] * 4,
    "2",
    *["Joy’s garden.", "."],
    *["We grow people who grow people.", "."],
    *["Ask her what she saw.", "."],
    *["Ring Joy.", "."],
    "",
]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "notebook.vault"


def kept(vault: Path) -> dict[str, list[str]]:
    """What a notebook holds, by kind, oldest first."""
    work = place(vault).open(PASSPHRASE)
    found: dict[str, list[str]] = {}
    for written in reversed(work.journal.entries()):
        record = written.record
        text = record.text if isinstance(record, Entry) else ""
        value = str(record.value) if isinstance(record, Rating) else text
        found.setdefault(record.kind, []).append(value)
    work.lock()
    return found


def test_first_run_to_the_closing(vault: Path) -> None:
    """The first run leads through a whole element, and each thing written is kept as what it is."""
    heard = talk(place(vault), *WHOLE)

    assert heard.code == 0
    assert "Closed and kept." in heard.lines
    assert kept(vault) == {
        "answer": [ANSWER, "Allotments, not slides."],
        "rating": ["2"],
        "example": ["Joy’s garden."],
        "words": ["We grow people who grow people."],
        "coaching": ["Ask her what she saw."],
        "step": ["Ring Joy."],
    }


def test_read_next_month(vault: Path) -> None:
    """What was written can be read, found by a word, and stands beside its question next month."""
    clock = Clock()
    talk(place(vault, clock), *WHOLE)
    clock.utc_ms += 31 * 86_400_000

    said = [":elements", "1", ":before", ":pause", ":notes", "7", "", "pen"]
    again = talk(place(vault, clock), *said)

    assert "You have answered this before, on 14 March. Type :before to hear it." in again.lines
    assert again.lines.count(ANSWER) == 2
    assert "You looked for “pen”. 1 note with these words." in again.lines
    assert any("Last time: We do this sometimes, on 14 March." in line for line in again.lines)


def test_earlier_rating(vault: Path) -> None:
    """At a rating it is said what was chosen last time, with its day."""
    clock = Clock()
    talk(place(vault, clock), *WHOLE)
    clock.utc_ms += 86_400_000

    again = talk(place(vault, clock), ":elements", "1", *[":skip"] * 6)

    assert "Last time, yesterday, you chose: We do this sometimes." in again.lines


@pytest.mark.parametrize(
    "typed", ["3", "3.", "we do this all the time", " We do this all the time."]
)
def test_rating_in_words(vault: Path, typed: str) -> None:
    """A step of a rating is chosen by its number or by its words."""
    talk(place(vault), "2", *[":skip"] * 6, typed, ":enough")

    assert kept(vault)["rating"] == ["3"]


def test_rating_that_is_none(vault: Path) -> None:
    """What is on no scale is said to be no choice, and enter on its own passes the rating over."""
    heard = talk(place(vault), "2", *[":skip"] * 6, "7", "", ":enough")

    assert any(line.startswith("That is not one of the choices here.") for line in heard.lines)
    assert any(line.startswith("Living it.") for line in heard.lines)
    assert "rating" not in kept(vault)


def test_each_line_is_a_draft(vault: Path, tmp_path: Path) -> None:
    """Each line is durable before the next is asked for: the files alone give it back."""
    copy = tmp_path / "copy.vault"

    def power_cut() -> None:
        shutil.copytree(vault, copy)

    talk(place(vault), "2", "First line.", "Second line.", power_cut, "Third line.")
    heard = talk(place(copy), "1")

    assert heard.lines[heard.lines.index("You wrote so far:") + 1 :][:2] == [
        "First line.",
        "Second line.",
    ]
    assert "Third line." not in heard.text


def test_input_that_ends(vault: Path) -> None:
    """Input that ends in the middle of an answer is no error: it is kept, said, and waits."""
    heard = talk(place(vault), "2", "Half a thought")

    assert heard.code == 0
    assert "The input ended here." in heard.lines
    assert "What you wrote is kept, and waits for you." in heard.lines

    again = talk(place(vault), "1", "and its other half", ".")

    assert any("Go on with Sharing the movement, question 1 of 6" in line for line in again.lines)
    assert kept(vault) == {"answer": ["Half a thought\nand its other half"]}


def test_signs(vault: Path) -> None:
    """Two full stops write one, two colons write one, and a slip of a command is in no note."""
    talk(place(vault), "2", "One", "..", "::colon", ":skpi", "two", ".")

    assert kept(vault) == {"answer": ["One\n.\n:colon\ntwo"]}


def test_undo_fresh_read_save(vault: Path) -> None:
    """The last line can be taken back, all can be heard, put away and saved by hand."""
    heard = talk(
        place(vault),
        "2",
        "One",
        "Two",
        ":undo",
        ":read",
        ":fresh",
        "Three",
        ":save",
        ":undo",
        ":undo",
        "Four",
        ".",
    )

    assert "The last line is taken back. It said: Two" in heard.lines
    at = heard.lines.index("You wrote so far:")
    assert heard.lines[at + 1 : at + 3] == ["One", words.PUT_AWAY]
    assert "Saved at 14:02." in heard.lines
    assert heard.text.count(f"{words.BACK_AGAIN}\nOne\n") == 1
    assert words.NO_LINE not in heard.lines
    assert kept(vault) == {"answer": ["One\nFour"]}


def test_nothing_to_take_back(vault: Path) -> None:
    """Where nothing was written and nothing put away, that is said, and nothing is kept."""
    heard = talk(place(vault), "2", ":undo", ":fresh")

    assert words.NO_LINE in heard.lines
    assert words.NOTHING_YET in heard.lines
    assert kept(vault) == {}


def test_put_away_twice(vault: Path) -> None:
    """What was put away comes back whole, the last first, and the rest of it stays put away."""
    heard = talk(place(vault), "2", "One", "more", ":fresh", "Two", ":fresh", ":undo", ":undo", ".")
    again = talk(place(vault, Clock()), "1", ":back", ":undo", ":undo", ":undo")

    assert f"{words.BACK_AGAIN}\nTwo\n" in heard.text
    assert "The last line is taken back. It said: Two" in heard.lines
    assert kept(vault) == {"answer": ["One\nmore"]}
    assert again.lines.count(words.NO_LINE) == 1


@pytest.mark.parametrize("after", [[], [":skip"], ["", "."], [":pause"], [":enough"], [":read"]])
def test_put_away_and_nothing_new(vault: Path, after: list[str]) -> None:
    """Where nothing is written in its place, what was put away stands as it was."""
    talk(place(vault), "2", "tired and", "sad", ":fresh", *after)

    assert kept(vault) == {"answer": ["tired and\nsad"]}


def test_put_away_and_the_power_goes(vault: Path, tmp_path: Path) -> None:
    """With the power cut in the middle of the new text, both texts are in the files."""
    copy = tmp_path / "copy.vault"

    def power_cut() -> None:
        shutil.copytree(vault, copy)

    talk(place(vault), "2", "tired and", ":fresh", "New", power_cut, "never")
    heard = talk(place(copy), "1")

    assert "You wrote so far:\nNew\n" in heard.text
    assert kept(copy) == {"answer": ["tired and"]}


def test_put_away_is_a_version(vault: Path) -> None:
    """What was put away can be heard among the versions of the note that took its place."""
    heard = talk(
        place(vault), "2", "tired and", ":fresh", "New", ".", ":pause", ":notes", "1", ":versions"
    )

    assert "1. Today at 14:02. tired and." in heard.lines
    assert "2. Today at 14:02. New. This is how it is now." in heard.lines


def test_put_away_on_a_full_disk(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it can't be kept, that is said, and it stands as it was."""

    def jump(self: Conversation, key: str, text: str = "") -> None:
        raise DiskFull(path="/mnt/stick")

    monkeypatch.setattr(Conversation, "jump", jump)
    heard = talk(place(vault), "2", "One", ":fresh", "Two", ".")

    assert any(line.startswith("There is no room left on the disk") for line in heard.lines)
    assert words.PUT_AWAY not in heard.lines
    assert kept(vault) == {"answer": ["One\nTwo"]}


def test_skip_keeps(vault: Path) -> None:
    """Skipping, going back and going on all keep what was typed."""
    heard = talk(place(vault), "2", "One", ":skip", "Two", ":back", ".", ".", "Three", ":enough")

    assert kept(vault) == {"answer": ["One", "Two", "Three"]}
    assert heard.lines.count("You wrote so far:") == 2


def test_nothing_before_the_first(vault: Path) -> None:
    """At the first question there is nothing to go back to, and that is said."""
    heard = talk(place(vault), "2", ":back", ":before")

    assert "This is the first one. There is nothing before it." in heard.lines
    assert "You have not answered this before." in heard.lines


def test_jump(vault: Path) -> None:
    """Questions are listed with what is answered, and one is reached by its number."""
    heard = talk(
        place(vault), "2", "One", ".", ":questions", "5", "Five", ":questions", "", ":enough"
    )

    assert any(line.startswith("1. ") and line.endswith(" Answered.") for line in heard.lines)
    assert any(line.startswith("Question 5 of 6.") for line in heard.lines)
    assert kept(vault) == {"answer": ["One", "Five"]}


def test_pick(vault: Path) -> None:
    """One question is chosen for the person, and it is another than this one."""
    heard = talk(place(vault), "2", "One", ":pick")

    asked = [line for line in heard.lines if line.startswith("Question ")]
    assert len(asked) == 2
    assert not asked[1].startswith("Question 1 ")


def test_prompts_and_about(vault: Path) -> None:
    """Hint, follow-ups and prompts, and what the element is and is not, are one command away."""
    heard = talk(place(vault), "2", ":hint", ":about")

    assert "Some ways to go on:" in heard.lines
    assert {"What it is:", "Why it matters:", "What it is not:"} <= set(heard.lines)
    assert "Nobody with lived experience has reviewed this wording yet." in heard.lines


def test_three_short_questions(vault: Path) -> None:
    """The short reflection asks its three questions and closes, without a rating."""
    heard = talk(place(vault), "1", "A kettle.", ".", "Warmth.", ".", "Rest.", ".", "")

    assert "Closed and kept." in heard.lines
    assert kept(vault) == {"answer": ["A kettle.", "Warmth.", "Rest."]}


def test_back_from_the_closing(vault: Path) -> None:
    """The closing lets one go back and write on, and closes only when it is told to."""
    heard = talk(place(vault), "1", "A kettle.", ":enough", "more?", ":back", "Rest.", ".", ".", "")

    assert heard.lines.count("Closed and kept.") == 1
    assert sorted(kept(vault)["answer"]) == ["A kettle.", "Rest."]


def test_looking_leaves_nothing(vault: Path) -> None:
    """To look at a question and go home again leaves nothing to go on with."""
    heard = talk(place(vault), "2", ":pause")

    assert not any("Go on with" in line for line in heard.lines)


def test_full_disk(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft that can't be saved is said, the line stays, and is saved with the next."""
    real, calls = Conversation.draft, iter([True])

    def draft(self: Conversation, text: str, cursor: int) -> object:
        if next(calls, False):
            raise DiskFull(path="/mnt/stick")
        return real(self, text, cursor)

    monkeypatch.setattr(Conversation, "draft", draft)
    heard = talk(place(vault), "2", "One", "Two", ".")

    assert any(line.startswith("There is no room left on the disk") for line in heard.lines)
    assert heard.code == 0
    assert kept(vault) == {"answer": ["One\nTwo"]}


def test_never_saved(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be saved is never said to be, and the exit code is 1."""

    def draft(self: Conversation, text: str, cursor: int) -> object:
        raise DiskFull(path="/mnt/stick")

    monkeypatch.setattr(Conversation, "draft", draft)
    heard = talk(place(vault), "2", "One")

    assert heard.code == 1
    assert "The last of what you wrote could not be saved." in heard.lines
    assert "What you wrote is kept, and waits for you." not in heard.lines


def test_a_line_of_a_megabyte(vault: Path) -> None:
    """A note of one megabyte and one byte is refused, and its last line can be taken back."""
    heard = talk(place(vault), "2", "x" * (1024 * 1024 + 1), ":undo", "Short.", ".")

    assert any(line.startswith("That is longer than one note can be") for line in heard.lines)
    assert kept(vault) == {"answer": ["Short."]}


def test_control_characters(vault: Path) -> None:
    """No control character of a note reaches the terminal; right-to-left text stays as it is."""
    heard = talk(place(vault), "2", "\x1b[2Jred\x07\x9b31m שלום", ".", ":pause", ":notes", "1")

    assert "\x1b" not in heard.text
    assert "\x9b" not in heard.text
    assert any("שלום" in line for line in heard.lines)


def test_brought(vault: Path) -> None:
    """A question can be brought to the next conversation, and left here after all."""
    heard = talk(place(vault), "2", "One", ":bring", ".", ":back", ":bring", ":bring", ":enough")

    assert heard.lines.count(words.BRINGING) == 3
    assert heard.lines.count(words.NOT_BRINGING) == 1


def test_nothing_to_bring_at_the_closing(vault: Path) -> None:
    """At the closing there is nothing to bring, and that is said."""
    heard = talk(place(vault), "2", "One", ":enough", ":bring")

    assert words.NOTHING_TO_BRING in heard.lines


def test_the_count_can_be_hidden(vault: Path) -> None:
    """Whether it says which question it is can be changed while reflecting, and is kept."""
    kept_settings: list[Settings] = []
    said = ["2", ":progress", "One", ".", ":progress", "Two", ".", ":quit"]

    heard = talk(place(vault), *said, keep=kept_settings.append)

    assert any(line.startswith("Question 1 of 6.") for line in heard.lines)
    assert any(line.startswith("Question. ") for line in heard.lines)
    assert "This is question 2 of 6." in heard.lines
    assert any(line.startswith("Question 3 of 6.") for line in heard.lines)
    assert [one.progress for one in kept_settings] == [False, True]


def test_what_it_lines_up_with(vault: Path) -> None:
    """What the element lines up with is said by its title, among what it is about."""
    library = place(vault).library
    _, element = library.find(ELEMENT)

    heard = talk(place(vault), "2", ":about")

    assert element.aligned_to is not None
    assert f"It lines up with: {aligned(library, element)}." in heard.lines


def test_one_question_alone(vault: Path) -> None:
    """With ten minutes one question is offered, another on asking, and it closes after the one."""
    made(vault)

    heard = talk(place(vault), "1", "2", "1", "A bench.", ".", "", "2")

    asked = [line for line in heard.lines if "One question, from " in line]
    assert len(set(asked)) == 2
    assert "Question 1 of 1." not in heard.text
    assert "Closed and kept." in heard.lines
    assert kept(vault) == {"answer": ["A bench."]}


def test_plain_means_plain(vault: Path) -> None:
    """Nothing said is drawn: no escape, no box, no bar, no tab; an exclamation mark neither."""
    heard = talk(place(vault), *WHOLE, ":notes", ":support", ":help", ":pause", ":elements", "")

    drawn = [sign for sign in heard.text if "\u2500" <= sign <= "\u259f" or sign in "\x1b\t\r!"]
    assert drawn == []


def test_a_smile(vault: Path) -> None:
    """A line that begins with a colon and can be no command is part of the answer, and is told."""
    heard = talk(place(vault), "2", "One", ":)", ":quite a day", ":skpi", ":smile", ":undo", ".")

    assert heard.lines.count(words.TAKEN_AS_TEXT) == 2
    assert "Did you mean :skip?" in heard.text
    assert kept(vault) == {"answer": ["One\n:)"]}
