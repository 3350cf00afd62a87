"""A person's own support lines: read strictly, kept whole, and never in the way of help."""

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from peercoach.errors import (
    DiskFull,
    NotPermitted,
    SupportLineRefused,
    SupportUnreadable,
    WriteFailed,
)
from peercoach.supporting import (
    FILE,
    LONGEST,
    MOST_BYTES,
    MOST_LINES,
    Line,
    Own,
    Supporting,
    load,
    understood,
    written,
)
from peercoach.words import support
from peercoach.words import support_lines as words

TODAY = date(2026, 3, 14)
SAM = Line("Sam", "call 07700 900 123", "after six")
TEAM = Line("The crisis team: 'North'", "call 01632 960 456, # day or night")
OWN = Own("112", (SAM, TEAM), date(2026, 2, 1))
BY_HAND = """\
# mine
emergency: 112
lines:
  - {name: No, how: 01632 960 123}
  - name: >-
      Sam
    how: call 07700 900 123
    note: after six
checked_on: 2026-03-01
"""


def put(folder: Path, text: str | bytes) -> Path:
    path = folder / FILE
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def told(sections: list[support.Section]) -> str:
    return "\n".join(line for heading, lines in sections for line in (heading, *lines))


# --- reading -------------------------------------------------------------------------------------


def test_without_a_file(tmp_path: Path) -> None:
    """Where nothing was added there is nothing of one's own, and nothing is written."""
    folder = tmp_path / "none"

    assert load(folder / FILE) == Own()
    assert Supporting(folder).sections("wales") == support.sections("wales")
    assert list(tmp_path.iterdir()) == []


def test_by_hand(tmp_path: Path) -> None:
    """What a person wrote is text as they wrote it: a number keeps its nought, No is a name."""
    own = load(put(tmp_path, BY_HAND))

    lines = (Line("No", "01632 960 123"), SAM)
    assert own == Own("112", lines, date(2026, 3, 1))


@pytest.mark.parametrize("own", [OWN, Own(), Own("999"), Own("", (SAM,)), Own("112", (TEAM,) * 10)])
def test_what_is_written_is_read(own: Own) -> None:
    """Whatever is kept comes back the same."""
    assert understood(written(own).encode()) == (own, ())


def test_the_largest_fits() -> None:
    """All there is room for, in letters of four bytes each, is less than is ever read."""
    line = Line(*("𝄞" * LONGEST[key] for key in ("name", "how", "note")))
    largest = Own("𝄞" * LONGEST["emergency"], (line,) * MOST_LINES, TODAY)

    text = written(largest).encode()

    assert len(text) <= MOST_BYTES
    assert understood(text) == (largest, ())


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("", 1, 1, words.EMPTY_FILE),
        ("# nothing\n", 1, 1, words.EMPTY_FILE),
        ("- a\n", 1, 1, "I found a list."),
        ("emergency: [1, 2\n", 2, 1, "bracket"),
        ("emergency: 112\nlinse: []\n", 2, 1, "did you mean `lines`?"),
        ("emergency: 112\nemergency: 999\n", 2, 1, "stands here twice"),
        ("emergency:\n", 1, 11, "`emergency` is empty"),
        ("lines: Sam\n", 1, 8, "I looked for a list"),
        ("lines:\n  - Sam\n", 2, 5, "I looked for a group of keys"),
        ("lines:\n  - name: Sam\n", 2, 5, "`how` is missing"),
        ("lines:\n  - {name: Sam, how: x, phone: y}\n", 2, 25, "I don't know the key"),
        ('lines:\n  - {name: "a\\nb", how: x}\n', 2, 12, "more than one line"),
        ("checked_on: soon\n", 1, 13, "I looked for a day"),
        ("checked_on: 2026-02-30\n", 1, 13, "I looked for a day"),
        ("checked_on: ٢٠٢٦-03-01\n", 1, 13, "I looked for a day"),
        ("emergency: " + "1" * 41, 1, 12, "40 letters is the most"),
        ("lines:\n" + "  - {name: a, how: b}\n" * 11, 12, 5, "can hold 10"),
        ("emergency: 1\x1b[31m2\n", 1, 13, "can't be seen (U+001B)"),
        ("emergency: 1\u202e2\n", 1, 13, "can't be seen (U+202E)"),
        ('emergency: "1\\e2"\n', 1, 12, "can't be seen (U+001B)"),
        ("emergency: !!python/object:os.system 1\n", 1, 12, "I read no tags"),
        ("a: &a [x]\nb: [*a" + ", *a" * 200 + "]\n", 2, 405, "too many references"),
        ("[" * 200, 1, 17, "stand inside one another"),
        (b"emergency: \xff\n", 1, 12, "not UTF-8"),
        ("#" * (MOST_BYTES + 1), 1, 1, "larger than I read"),
    ],
)
def test_what_can_not_be_read(
    tmp_path: Path, text: str | bytes, line: int, column: int, said: str
) -> None:
    """A broken, hostile or too large file is a typed error with place and reason; all that ships is
    shown with one sentence that names the place, and the file is as it was.
    """
    path = put(tmp_path, text)
    before = path.read_bytes()

    with pytest.raises(SupportUnreadable) as refused:
        load(path)

    facts = refused.value.facts
    assert (facts["path"], facts["line"], facts["column"]) == (path, line, column)
    assert said in str(refused.value) and str(path) in str(refused.value)
    for region in support.REGIONS:
        shown = told(Supporting(tmp_path).sections(region))
        sentence = words.NOT_READ.format(path=path, line=line, column=column)
        assert shown.replace(f"\n{sentence}", "") == told(support.sections(region))
        assert shown.count(str(path)) == 1
    with pytest.raises(SupportUnreadable):
        Supporting(tmp_path).add("Sam", "call", TODAY)
    assert path.read_bytes() == before


def test_no_file_at_all(tmp_path: Path) -> None:
    """A pipe or a folder in the file's place is refused at once: nothing waits for it."""
    os.mkfifo(tmp_path / FILE)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / FILE).mkdir()

    for folder in (tmp_path, tmp_path / "other"):
        with pytest.raises(SupportUnreadable):
            load(folder / FILE)
        assert "999" in told(Supporting(folder).sections(""))


# --- showing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("region", support.REGIONS)
def test_ones_own_stand_first(tmp_path: Path, region: str) -> None:
    """Under a heading of their own with the day of their check; all that ships comes after."""
    put(tmp_path, written(OWN))

    (heading, lines), *others = Supporting(tmp_path).sections(region)

    assert heading == support.OWN
    assert "call 112." in lines[0]
    assert lines[1:3] == [SAM.said, TEAM.said] and SAM.said.endswith("123 (after six)")
    assert lines[3] == "You checked these on 1 February 2026. Numbers can change."
    assert "emergency number of the country" not in told(others)
    assert support.CHECKED_ON in told(others)
    assert told(others) in told(support.sections(region)).replace(
        support._EMERGENCY_ELSEWHERE + "\n", ""
    )


def test_somewhere_else_with_a_number(tmp_path: Path) -> None:
    """One's own emergency number is all there is of numbers; without one the old line stands."""
    with_one, without = Supporting(tmp_path), support.sections("elsewhere")
    with_one.set_emergency("112", TODAY)

    said = told(with_one.sections("elsewhere"))

    assert "call 112." in said
    british = ["999", "111", "116", "85258", "0800", "0808", "Samaritans", "Freedom to Speak Up"]
    assert [one for one in british if one in said] == []
    assert "emergency number of the country you are in" in told(without)


def test_no_day_of_a_check(tmp_path: Path) -> None:
    """Where no day was set none is said, and that numbers can change is."""
    put(tmp_path, "emergency: 112\n")

    assert Supporting(tmp_path).sections("")[0][1][-1] == "Numbers can change."


# --- changing ------------------------------------------------------------------------------------


def test_add_change_and_take_away(tmp_path: Path) -> None:
    """Each change is in the file at once, with the day; a note written by hand outlives it."""
    ours = Supporting(tmp_path / "config")
    ours.set_emergency(" 112 ", TODAY)
    ours.add("Sam\u00a0 B", "call  07700 900 123", TODAY)
    ours.add("Team", "call 01632 960 456", TODAY)
    assert ours.own().lines[0] == Line("Sam B", "call 07700 900 123")
    put(tmp_path / "config", BY_HAND)

    ours.change(SAM, "Sam", "text 07700 900 123", TODAY)
    ours.take_away(Line("No", "01632 960 123"), TODAY)
    ours.set_emergency("", TODAY)

    changed = Line("Sam", "text 07700 900 123", "after six")
    assert Supporting(tmp_path / "config").own() == Own("", (changed,), TODAY)
    path = tmp_path / "config" / FILE
    assert path.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in path.parent.iterdir()] == [FILE]


def test_checked_today(tmp_path: Path) -> None:
    """That all were checked is kept, and changes nothing else."""
    put(tmp_path, written(OWN))

    Supporting(tmp_path).checked(TODAY)

    assert load(tmp_path / FILE) == Own(OWN.emergency, OWN.lines, TODAY)


@pytest.mark.parametrize(
    ("name", "how"),
    [("", "call"), ("Sam", "  "), ("x" * 61, "call"), ("Sam", "x" * 121), ("S\x1bam", "call"),
     ("Sam", "call\u202e123")],
)  # fmt: skip
def test_what_is_not_kept(tmp_path: Path, name: str, how: str) -> None:
    """Nothing, too much, or what would confuse a screen is refused, and no file is made."""
    with pytest.raises(SupportLineRefused):
        Supporting(tmp_path).add(name, how, TODAY)

    assert list(tmp_path.iterdir()) == []


def test_no_more_than_ten_and_none_that_is_gone(tmp_path: Path) -> None:
    """An eleventh is refused, and so is a change of one that is not there any more."""
    ours = Supporting(tmp_path)
    for number in range(MOST_LINES):
        ours.add(f"Sam {number}", "call", TODAY)
    before = ours.own()

    with pytest.raises(SupportLineRefused):
        ours.add("One more", "call", TODAY)
    with pytest.raises(SupportLineRefused):
        ours.change(TEAM, "Team", "call", TODAY)
    with pytest.raises(SupportLineRefused):
        ours.take_away(TEAM, TODAY)

    assert ours.own() == before


@pytest.mark.parametrize(
    ("number", "error"),
    [(errno.ENOSPC, DiskFull), (errno.EACCES, NotPermitted), (errno.EIO, WriteFailed)],
)
def test_a_disk_that_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    """A typed error says why; what was there before stands, and no scrap does."""
    ours = Supporting(tmp_path)
    ours.add(SAM.name, SAM.how, TODAY)
    before = (tmp_path / FILE).read_bytes()

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("peercoach.new_file.os.fsync", fail)
    with pytest.raises(error):
        ours.add("Team", "call", TODAY)

    assert (tmp_path / FILE).read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [FILE]


def test_set_aside(tmp_path: Path) -> None:
    """A file that can't be read gets another name each time, and none takes another's place."""
    ours = Supporting(tmp_path)
    for text in ("a: [", "b: ["):
        put(tmp_path, text)
        assert ours.set_aside().read_text() == text
    ours.add("Sam", "call", TODAY)

    assert {one.read_text()[:4] for one in tmp_path.glob("*aside*")} == {"a: [", "b: ["}
    with pytest.raises(WriteFailed):
        Supporting(tmp_path / "none").set_aside()


def test_without_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a computer where nothing is to be left, they hold for as long as one is there."""
    monkeypatch.chdir(tmp_path)
    ours = Supporting(None)
    ours.add("Sam", "call 07700 900 123", TODAY)

    assert "Sam: call 07700 900 123" in told(ours.sections(""))
    assert (list(tmp_path.iterdir()), Supporting(None).own()) == ([], Own())
