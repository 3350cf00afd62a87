"""The end of sharing in plain lines: the file, ratings, one note, one of Heal, and what left."""

from pathlib import Path

import pyrage
import pytest

from peercoach.errors import PeercoachError
from peercoach.words import heal
from peercoach.words import share as shared
from peercoach.words import share_plain as here
from tests.healing.walking import put_down
from tests.journal.making import rated
from tests.plain.sharing_play import BADGE, MARKDOWN, MINE, PLAIN, TEA, notebook, one, sharing
from tests.plain.talking import PASSPHRASE, odd_lines, place


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return notebook(tmp_path, BADGE, TEA, PLAIN)


def test_writing(tmp_path: Path) -> None:
    """Each thing that is refused is said kindly and asked again; without a yes there is no file;
    sealed, it opens with the other half of the key alone.
    """
    identity = pyrage.x25519.Identity.generate()
    taken, file = tmp_path / "taken.md", tmp_path / "notes.md.age"
    taken.write_text("mine")
    end = (str(identity.to_public()), str(tmp_path / "notes"))

    heard = one(
        PLAIN,
        tmp_path,
        *("no", "2", "1", "perhaps", "3", "2"),
        *("1", "", "1", "1", "age1nonsense", "", ""),
        *("1", "1", "", str(taken), str(tmp_path / "Priya Nair.md"), str(tmp_path / "no/x.md"), ""),
        *("1", "1", *end, "no", "1", "1", *end, "Yes."),
    )

    for said in (
        str(shared.BAD_RECIPIENT),
        here.SEAL_OPEN,
        f"There is something at {taken} already. I left it as it is, and wrote nothing.",
        shared.NAME_IN_FILE_NAME.format(name="Priya Nair.md"),
        here.NOT_WRITTEN,
        here.READY.format(whom="for my supervisor", what="one note"),
        "It is Markdown, and sealed for one person.",
        f"Written to {file}.",
    ):
        assert said in heard.lines, said
    assert PLAIN in pyrage.decrypt(file.read_bytes(), [identity]).decode()
    assert taken.read_text() == "mine"
    assert {one.name for one in tmp_path.iterdir()} == {"n.vault", "taken.md", "notes.md.age"}


def test_a_file_that_can_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Why is said, the share is as it was, and another place is asked for the next time."""
    refusing = [PeercoachError()]

    def full(*_: object, **__: object) -> None:
        if refusing:
            raise refusing.pop()
        (tmp_path / "b.md").write_text("written")

    monkeypatch.setattr("peercoach.outgoing.sharing.appear", full)
    a, b = (str(tmp_path / name) for name in ("a.md", "b.md"))

    heard = one(PLAIN, tmp_path, "no", *MARKDOWN, a, "yes", *MARKDOWN, b, "yes")

    assert str(PeercoachError()) in heard.lines
    assert f"Written to {b}." in heard.lines


def test_a_place_that_is_none_is_asked_for_again(tmp_path: Path) -> None:
    """A folder without a name, and somebody who is not there, are refused with a sentence."""
    file = str(tmp_path / "b.md")

    heard = one(PLAIN, tmp_path, "no", *MARKDOWN, "/", "~no-such-person/x", "a\0b", file, "yes")

    assert f"Written to {file}." in heard.lines


def test_ratings_leave_too(tmp_path: Path) -> None:
    """They are said before the file is written, and leave without a note beside them."""
    vault = notebook(tmp_path)
    work = place(vault).open(PASSPHRASE)
    work.journal.rate(rated())
    work.lock()

    heard = sharing(
        vault, ":share", "1", ".", "2", "1", *MARKDOWN, str(tmp_path / "r.md"), "yes",
        ":notes", ":left", "1", ":original",
    )  # fmt: skip

    assert here.RATINGS_TOO in heard.lines and here.LEAVES_SO not in heard.text
    assert "Beside that one rating." in heard.lines and here.NO_KEY in heard.lines
    # Of a framework of one's own, what a form for programs says besides is read as well.
    assert "What about practice of hills?" in heard.lines
    assert odd_lines(heard) == []


def test_one_note_from_its_page(vault: Path, tmp_path: Path) -> None:
    """That one alone leaves; deleted for good, its record says that it is no longer here."""
    file = tmp_path / "one.md"

    heard = sharing(
        vault, ":notes", "2", ":share", *MINE, "perhaps", *MARKDOWN, str(file), "yes",
        ":delete", "2", "1", ":left", "1", ":original",
    )  # fmt: skip

    assert "we had tea" in file.read_text() and "kettle" not in file.read_text()
    assert "1. A note that is no longer here. Your story. " in heard.text
    assert "Person A: this was deleted." in heard.lines
    assert odd_lines(heard) == []


def test_one_of_heal(tmp_path: Path) -> None:
    """That one alone leaves; half-way nothing of it is kept, and what left is told in Heal only."""
    vault = notebook(tmp_path)
    work = place(vault).open(PASSPHRASE)
    put_down(work)
    work.lock()
    kept = (":heal", "1", "2", "1", ":share")
    file = tmp_path / "one.md"

    half = sharing(vault, *kept, *MINE, ":home", ":share")
    whole = sharing(
        vault, *kept, *MINE, "no", *MARKDOWN, str(file), "yes", "", ":left", "1", "", "", ":home",
        ":notes", ":left",
    )  # fmt: skip

    assert here.HEAL_ONCE in half.lines and here.WAITS[:20] not in half.text
    assert here.NOTHING_TO_CHOOSE in half.lines
    assert "Trust." in file.read_text()
    assert "1. From Heal. Your story. " in whole.text
    assert here.LEFT_NONE in whole.lines
    assert heal.ROOM in whole.text
