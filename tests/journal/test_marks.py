"""Where the words that were searched for stand in the text as it is."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.journal.search import fold, marks, words_of

ODD = "aAbéÉe\u0301\u0327ßẞﬁﬀﬃİıŉ½…ΐΣςй한글ﷺ’“–‑ \n\u00a0Å\u212b𝐚🙂"


def marked(text: str, words: str) -> list[str]:
    return [text[start:end] for start, end in marks(text, words)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The kettle, then Maria.", "KETTLE maria", ["kettle", "Maria"]),
        ("A café is a CAFE\u0301.", "cafe", ["café", "CAFE\u0301"]),
        ("Straße and STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("We ﬁnd a ﬁeld", "iel", ["ﬁel"]),
        ("don’t", "don't", ["don’t"]),
        ("well\u2011being", "well-being", ["well\u2011being"]),
        ("ananas", "ana", ["anana"]),
        ("onetwo", "two one", ["onetwo"]),
        ("½ a cup … then more", "more", ["more"]),
        ("한글 노트", "노트", ["노트"]),
        ("Nothing here", "kettle", []),
        ("Something", "", []),
    ],
)
def test_what_is_marked(text: str, words: str, expected: list[str]) -> None:
    """The very characters that were found are marked, however they are written."""
    assert marked(text, words) == expected


def test_no_more_places_than_asked_for() -> None:
    """Of each word only so many places are looked for."""
    assert marks("tea cup " * 50, "cup tea", most=2) == [(0, 3), (4, 7), (8, 11), (12, 15)]


@given(st.text(st.sampled_from(ODD)), st.text(st.sampled_from(ODD), max_size=6))
def test_marks_hold_the_words_and_all_places_are_marked(text: str, words: str) -> None:
    """Folded, each mark holds a word; a word that is found is marked; marks stand apart."""
    wanted = words_of(words)

    found = marks(text, words)

    parts = [fold(text[start:end]) for start, end in found]
    assert all(any(word in part for word in wanted) for part in parts)
    for word in wanted:
        assert (word in fold(text)) == any(word in part for part in parts)
    ends = [0, *(end for _, end in found)]
    assert all(start > end or start == 0 for (start, _), end in zip(found, ends, strict=False))
    assert all(start < end <= len(text) for start, end in found)


@given(st.text(), st.data())
def test_any_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    """Whatever piece of whatever text is searched for, a mark covers it."""
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : data.draw(st.integers(start, len(text)))]

    found = marks(text, piece)

    assert bool(found) == bool(words_of(piece))


@given(st.text(), st.text())
def test_folded_parts_joined_are_the_folded_whole(one: str, other: str) -> None:
    """Each character folds by itself, so a text may be folded in pieces."""
    assert fold(one) + fold(other) == fold(one + other)


def test_a_long_text_folds_as_a_short_one() -> None:
    """Where a long text is cut for folding makes no difference."""
    assert fold(ODD * 2000) == fold(ODD) * 2000


def test_every_character_there_is_folds_for_good() -> None:
    """No character of Unicode folds to what folds again, or keeps a combining mark."""
    every = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]

    folded = fold("\x00".join(every))

    assert fold(folded) == folded
    assert not any(unicodedata.combining(char) for char in set(folded))


def test_a_pasted_page_is_found_by_its_beginning() -> None:
    """However much is pasted, few words are looked for."""
    pasted = " ".join(f"word{number}" for number in range(100_000))

    assert len(words_of(pasted)) == 16
    assert "word3" in words_of(pasted)
