"""A text as words."""

import pytest

from peercoach.journal.folding import fold
from peercoach.sharing.detect.tokens import mostly_shouted, mostly_small, plain, tokens


def test_words() -> None:
    """Hyphens and apostrophes are inside words, possessives and full stops outside."""
    words = tokens("O'Neill-Byrne’s tea. Nothing else")

    assert [one.text for one in words] == ["O'Neill-Byrne", "tea", "Nothing", "else"]
    assert [one.possessive for one in words] == [True, False, False, False]
    assert [one.first for one in words] == [True, False, True, False]
    assert [one.joined for one in words] == [False, True, True, True]


def test_lists_begin_sentences() -> None:
    """Each line, bullet, number and quotation begins a sentence."""
    words = tokens("one\ntwo\n• three\n4. four “five” six: seven")

    assert [one.text for one in words if one.first] == [
        *("one", "two", "three", "four", "five", "seven"),
    ]


@pytest.mark.parametrize("word", ["Anna", "DON'T", "check-in", "Łukasz", "ZOË", "Straße"])
def test_plain(word: str) -> None:
    """A word as lists have it is folded; the short way for plain letters is the same."""
    assert plain(word) == plain(fold(word))
    assert plain(word).isascii()


@pytest.mark.parametrize(
    ("text", "small", "shouted"),
    [
        ("", False, False),
        ("i had tea. then i went home.", True, False),
        ("I had tea. Then I went home.", False, False),
        ("I HAD TEA. THEN WENT HOME.", False, True),
    ],
)
def test_capitals(text: str, small: bool, shouted: bool) -> None:
    """A text is known in which capitals tell nothing."""
    words = tokens(text)

    assert (mostly_small(words), mostly_shouted(words)) == (small, shouted)
