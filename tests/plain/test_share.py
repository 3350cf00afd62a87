"""Sharing in plain lines: chosen, for whom, each note aloud and decided on, and what waits."""

from pathlib import Path

import pytest

from peercoach.plain.watch import Idle
from peercoach.words import plain, share
from peercoach.words import share as shared
from peercoach.words import share_plain as here
from tests.plain.sharing_play import (
    ALL,
    BADGE,
    MARKDOWN,
    PLAIN,
    TEA,
    looked,
    notebook,
    number,
    one,
    read_aloud,
    sharing,
)
from tests.plain.talking import PASSPHRASE, odd_lines, place, talk


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return notebook(tmp_path, BADGE, TEA, PLAIN)


def test_the_whole_way(vault: Path, tmp_path: Path) -> None:
    """Chosen, for whom, whose, read aloud as it leaves, answered, confirmed, written, remembered;
    what was written in its place is said only to who asks.
    """
    file = tmp_path / "notes.md"

    heard = sharing(
        vault,
        *(*ALL, "1", "1", "1", "2", "1"),
        *("no", ":original 1", ":original", "3", "perhaps", ":again", "yes"),
        *(*MARKDOWN, str(file), "yes"),
        *(
            ":notes",
            ":left",
            "1",
            ":original",
            "what",
            ":asked-back",
            ":asked-back",
            "",
            "",
            ":home",
        ),
    )

    written = file.read_text(encoding="utf-8")
    leaves = [
        "Person A was there again and so was Person B, and we had tea in the garden.",
        BADGE.replace("Priya Nair", "Person A").replace("Marnie", "Person B")
        .replace("4471", "[reference removed]"),
    ]  # fmt: skip
    assert read_aloud(heard) == [PLAIN, *leaves, leaves[1]]
    assert leaves[0] in written and "Priya" not in written and "4471" not in written
    assert file.stat().st_mode & 0o777 == 0o600
    for said in (
        here.CHOSEN.format(what="3 notes"),
        here.LABELS,
        here.SMALL,
        "You wrote there: “priya”.",
        here.WHICH.format(name="original"),
        "1. Person A: a person's name, sure.",
        "4. Quill, a word with a capital.",
        "It says that somebody is the only one, or the first, or the last. Here: “the only woman”.",
        f"I write 3 notes for my coach into this file: {file}.",
        f"Written to {file}.",
        shared.ASK_BACK["coach"],
        "It left today, for my coach, as Markdown, open to anyone who has the file. "
        "The file was called “notes.md”.",
        "Person B: “marnie”.",
        here.ASKED_BACK_NOW,
        "You asked for it back today.",
        "1. Today, for my coach: 3 notes. You asked for it back today.",
    ):
        assert said in heard.lines, said
    assert heard.text.count(here.LABELS) == 1
    before, _, after = heard.text.partition(here.LEAVES_SO)
    assert "Priya" in before and "Priya" not in after.partition(here.REMEMBERED)[0]
    assert odd_lines(heard) == []
    assert not looked(vault, lambda work: work.outgoing.waiting())


def test_choosing(vault: Path) -> None:
    """By numbers and ranges, by a word; the same again takes out; what is not there is said."""
    heard = sharing(
        vault,
        *(":share", ".", "1 3", "1", "2-9", "tea", "1", ":again", "zebra", "", "3-1", "", "."),
        *("6", ":again", "5", ":home"),
    )

    counted = [line for line in heard.lines if line.startswith("You have chosen")]
    assert counted[:5] == [
        here.CHOSEN.format(what=what)
        for what in ("2 notes", "one note", "2 notes", "2 notes", "3 notes")
    ]
    for said in (
        here.NOTHING_CHOSEN,
        here.NO_SUCH_NUMBER.format(number=4),
        here.CHOOSE_FOUND.format(words="tea"),
        f"1. Note, yesterday. {TEA} Chosen.".replace("yesterday", "on 12 March"),
        here.NOTHING_FOUND.format(words="zebra"),
        here.WHOM,
        plain.NOT_A_CHOICE,
    ):
        assert said in heard.text, said
    assert "4. Other peers." in heard.lines
    assert odd_lines(heard) == []


def test_many_are_said_ten_at_a_time(tmp_path: Path) -> None:
    """Enter says the older ones, then all again; a number means the same one all along."""
    vault = notebook(tmp_path, *(f"Cup number {count} of tea." for count in range(12)))

    heard = sharing(vault, ":share", "", "12", "", ":again", ".", "1")

    assert heard.text.count("10. Note, on 4 March. Cup number 2 of tea.") == 3
    assert heard.text.count("12. Note, on 2 March. Cup number 0 of tea.") == 1
    assert heard.text.count(here.CHOOSE_MORE) == 3 and heard.text.count(here.CHOOSE_END) == 1
    assert "Note, on 2 March: Cup number 0 of tea." in heard.lines


def test_for_anyone_more_is_hidden(tmp_path: Path) -> None:
    """What was not looked at is hidden and called possible; two told alike are told apart."""
    vault = notebook(tmp_path, "I went to Quill Rise on Tuesday, with 1200 others.")

    heard = sharing(
        vault, ":share", "1", ".", "5", "1", "2", "1", ":keep 1", "1", ":keep 3", "3",
        ":keep-always Rise", "no", ":hide 3", "3", "4", "no", "no",
    )  # fmt: skip

    said = "2. [word removed]: a word, possible, at the end of “I went to [word removed] "
    assert said + "[word removed]”." in heard.lines
    assert "3. [number removed]: a number, possible." in heard.lines
    assert "Everyday words with a capital: Tuesday." in heard.lines
    assert heard.lines.count(here.STANDS) == 2
    assert here.IS_HIDDEN.format(label="[number removed]") in heard.lines
    assert read_aloud(heard)[-1] == "I went to Quill Rise on Tuesday, with [number removed] others."
    assert odd_lines(heard) == []


def test_nothing_to_choose(tmp_path: Path) -> None:
    """In a notebook without a note it says so, and what left is nothing yet."""
    heard = sharing(notebook(tmp_path), ":share", ":notes", ":left", ":home", ":heal", "1", ":left")

    assert here.NOTHING_TO_CHOOSE in heard.lines
    assert here.LEFT_NONE in heard.lines and here.LEFT_NONE_HEAL in heard.lines


def test_each_decision(tmp_path: Path) -> None:
    """By number or by word: hidden here and everywhere, let stand once and always, added, undone;
    only what was heard as it stands can be answered for.
    """
    heard = one(
        f"{BADGE} The kettle was on, and then the kettle sang. Marnie left.",
        tmp_path,
        *(":hide", ":hide zebra", ":hide 1", ":hide kettle", "", ":hide kettle", "2"),
        *(":hide-everywhere Quill Rise", ":hide woman", ":undo", ":undo", ":undo", ":undo"),
        *(":hide kettle", "3", ":keep Person B", "", ":keep 2", "1", ":keep woman"),
        *(":keep-always [reference removed]", ":keep-always sang", ":add Priya Nair", "1", "", "1"),
        *(":add marnie", "1", "Marnie Oakfield", "3", ":add Rise", ""),
        *(":keep Colleague A", "sentence", "no", "no"),
    )

    for said in (
        here.WHICH.format(name="hide"),
        here.NOT_THERE.format(typed="zebra"),
        here.IS_HIDDEN.format(label="Person A"),
        here.SEVERAL,
        here.UNCHANGED,
        here.HIDDEN_NOW.format(label="[word removed]"),
        here.HIDDEN_EVERYWHERE.format(label="[word removed]"),
        here.UNDONE,
        here.NO_UNDO,
        here.STANDS_NOW,
        here.STANDS,
        here.STANDS_ALWAYS,
        here.ADDED.format(label="Colleague A"),
        here.ADDED.format(label="Peer B"),
        share.STILL_KNOWN,
        here.CHANGED_SINCE,
        "1. “Person B had badge [reference removed]. The kettle was on, and”.",
        "2. “kettle was on, and then the kettle sang. Person B”.",
    ):
        assert said in heard.lines, said
    assert read_aloud(heard)[-1] == (
        "I told Colleague A about Quill Rise. She is the only woman on nights. Peer B had badge "
        "4471. The [word removed] was on, and then the [word removed] sang. Peer B left."
    )
    assert here.READY.format(whom="for my coach", what="one note") in heard.lines
    assert odd_lines(heard) == []


def test_a_later_decision_brings_a_note_back(vault: Path) -> None:
    """What is added at one note changes another that was read: it is read again, and says why."""
    heard = sharing(
        vault,
        *(*ALL, "1", "1", "1", "1", "1", "no"),
        *("no", ":add Priya Nair", "1", "", "1", ":undo", ":left-overs", ":whose", "2", "no", "no"),
        *("perhaps", "2", "2", ":whose", "3"),
    )

    assert here.OTHERS_CHANGED in heard.lines and here.AGAIN_CHANGED in heard.lines
    for said in (here.NO_UNDO, here.CHANGED_SINCE, here.KEPT_ANSWER, shared.LEFT_OUT):
        assert said in heard.lines, said
    assert [text.partition(" was")[0] for text in read_aloud(heard) if "tea" in text] == [
        "Person A", "Colleague A", "Colleague A",
    ]  # fmt: skip
    ready = [line for line in heard.lines if line.startswith("It is ready")]
    assert ready == [
        here.READY.format(whom="for my coach", what=what) for what in ("3 notes", "2 notes")
    ]


def test_stories_of_others_are_left_out(tmp_path: Path) -> None:
    """One that is somebody else's, who was not asked, does not leave; then nothing is left."""
    vault = notebook(tmp_path, PLAIN)

    heard = sharing(vault, ":share", "1", ".", "1", "3")

    assert shared.LEFT_OUT in heard.lines and here.NONE_LEFT in heard.lines
    assert here.LEAVES_SO not in heard.text
    assert not looked(vault, lambda work: work.outgoing.waiting())


@pytest.mark.parametrize("locked", [":lock", Idle()], ids=["by hand", "by itself"])
def test_a_lock_in_mid_review(vault: Path, locked: str | Idle) -> None:
    """After unlocking, home offers to go on: what was said and decided is there, and not asked."""
    way = (*ALL, "1", "1", "1", "1", "1", "no", ":hide garden", locked)

    heard = talk(
        place(vault), *way, "", number(here.HOME_CHOICE), "1", ":quit",
        passphrase=None, person=True, hidden=(PASSPHRASE, PASSPHRASE, ""),
    )  # fmt: skip

    text = heard.text.rpartition(plain.OPEN)[2]
    assert here.WAITS.format(what="3 notes") in text
    assert here.WHOM not in text and here.WHOSE not in text
    assert "tea in the [word removed]." in text and PLAIN not in text.partition(here.LEAVES_SO)[2]


def test_what_waits(vault: Path) -> None:
    """It is left as it is, given up for another, or let go: no note is touched."""
    one_waits = (":share", "1", ".", "1", ":home")

    heard = sharing(vault, *one_waits, ":share", "4", ":share", "2", "2", ".", "3", ":home")
    waits = looked(vault, lambda work: work.outgoing.waiting().review.recipient)  # type: ignore[union-attr]
    gone = sharing(vault, ":share", "3", ":notes", "1", ":share", ":home")

    assert heard.text.count(here.WAITS.format(what="one note")) == 2
    assert waits == "evaluation"
    assert here.GONE in gone.lines and here.WHOM in gone.lines
    assert here.HOME_CHOICE not in gone.text.rpartition(here.GONE)[2]
