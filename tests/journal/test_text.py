"""How text comes in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.errors import NoteTooLong
from peercoach.journal.text import LIMIT, admit, admit_at, clean

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo", "one\ntwo"),
        ("one\rtwo", "one\ntwo"),
        ("a\x00b\x07c\x1b[31md", "abc[31md"),
        ("a\x7fb\x9bc\x85d", "abcd"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("שלום \u200fmark\u202a", "שלום \u200fmark\u202a"),
        ("👩\u200d🌾 é e\u0301", "👩\u200d🌾 é e\u0301"),
        ("a\ud800b\udc00c", "abc"),
        ("\ud83c\udf3b", "🌻"),
        ("\udf3b\ud83c", ""),
    ],
)
def test_what_is_taken_out(typed: str, kept: str) -> None:
    """Controls and lone surrogates go; tabs, lines, bidi marks, joiners and accents stay."""
    assert clean(typed) == kept


@given(ANY_TEXT)
def test_clean_text_can_not_drive_a_terminal(text: str) -> None:
    """Whatever comes in, no control but tab and newline is left, and it can be written as UTF-8."""
    cleaned = clean(text)

    cleaned.encode()
    controls = {sign for sign in cleaned if unicodedata.category(sign) == "Cc"}
    assert controls <= {"\t", "\n"}


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """Cleaned text is clean."""
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_what_is_not_a_control_stays(text: str) -> None:
    """Text without controls is kept exactly as typed."""
    assert clean(text) == text


@pytest.mark.parametrize("sign", ["a", "é", "🌻"])
def test_the_limit_is_in_bytes(sign: str) -> None:
    """A text of exactly the limit comes in, one byte more does not; bytes count, not characters."""
    fits = sign * (LIMIT // len(sign.encode()))

    assert admit(fits) == fits
    with pytest.raises(NoteTooLong) as refused:
        admit(fits + "b")
    assert refused.value.facts == {"size": LIMIT + 1, "limit": LIMIT}


@pytest.mark.parametrize(
    ("text", "cursor", "expected"),
    [("abc", 2, 2), ("a\r\nb", 3, 2), ("\x00ab", 2, 1), ("abc", 9, 3), ("abc", -1, 0)],
)
def test_the_cursor_stays_between_its_characters(text: str, cursor: int, expected: int) -> None:
    """The cursor moves with what is taken out before it, and never leaves the text."""
    assert admit_at(text, cursor)[1] == expected


@given(ANY_TEXT, st.integers())
def test_the_cursor_never_leaves_the_text(text: str, cursor: int) -> None:
    """Whatever comes in, the cursor stands within what is kept."""
    admitted, at = admit_at(text, cursor)

    assert 0 <= at <= len(admitted)
