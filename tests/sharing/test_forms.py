"""Names as anybody would search for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.detect.spans import Span
from peercoach.sharing.forms import Forms, are_initials, to_whole_words, whole, words_of


def hidden(text: str, *known: Known, left: str = "") -> list[str]:
    """What of a text is hidden of these."""
    spans = Forms(known).spans(text, left=frozenset(left.split()))
    return [text[one.start : one.end] for one in spans]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Priya, Nair", "priya nair"),
        ("Siân O’Neill", "sian o neill"),
        ("PRI\u00adYA", "priya"),
        ("Pri\u200bya", "priya"),
        ("Łucja-Maria", "lucja maria"),
        ("Zoe\u0308's", "zoe s"),
        ("a_b", "a b"),
        ("ﬁona", "fiona"),
        ("2nd", "2nd"),
        ("…", ""),
        ("مريم", "مريم"),
    ],
)
def test_words(text: str, words: str) -> None:
    """A word is its letters and digits, whatever case, accents or invisible marks it wears."""
    assert " ".join(whole(text)) == words


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    """Each word's place holds a letter or digit at its first character, and none overlap."""
    end = 0
    for word in words_of(text):
        assert end <= word.start < word.end <= len(text)
        assert whole(text[word.start : word.end]) == (word.low,)
        end = word.end


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_two_ways_agree(text: str) -> None:
    """Plain text has the same words whether or not anything else stands beside it."""
    there = [(one.low, one.start, one.end, one.small) for one in words_of(text)]

    beside = [(one.low, one.start, one.end, one.small) for one in words_of(text + " é")]

    assert beside[: len(there)] == there


@pytest.mark.parametrize(
    "text",
    [
        "Rowan Kestrelle",
        "ROWAN\nKESTRELLE",
        "kestrelle",
        "Rowan, then Kestrelle",
        "rowan.kestrelle@example.org",
        "Kestrelle's",
        "«Kestrelle»",
        "Kes\u00adtrelle",
        "Chipper",
    ],
)
def test_a_person_is_found(text: str) -> None:
    """A full name is found whole or by its parts, in any case, and so is every other name."""
    rowan = Known("Rowan Kestrelle", ("Chipper",))

    assert hidden(text, rowan)


@pytest.mark.parametrize("text", ["Kestrelles", "kestrel", "xKestrelle", "Rowa", "chippers"])
def test_other_words_are_not(text: str) -> None:
    """Another word that begins or ends alike is another word."""
    assert not hidden(text, Known("Rowan Kestrelle", ("Chipper",)))


def test_a_common_word_alone_is_possible() -> None:
    """Whoever is called by a common word is hidden in small letters too, but only as possible."""
    spans = Forms([Known("Will")]).spans("I will ask Will.")

    assert [one.certainty for one in spans] == ["possible", "found"]


def test_a_common_word_at_the_beginning_is_possible() -> None:
    """Where a sentence begins with it, a capital tells nothing."""
    spans = Forms([Known("Will")]).spans("Will she? “Will he?” I met Will")

    assert [one.certainty for one in spans] == ["possible", "possible", "found"]


def test_a_common_word_may_be_left() -> None:
    """Left in small letters, it is hidden with a capital all the same."""
    assert hidden("I will ask Will. Will she?", Known("Will"), left="will") == ["Will", "Will"]


def test_a_common_part_of_a_name_is_no_form() -> None:
    """“Young” of “Uma Young” is left to the detector, which looks at what stands around it."""
    assert hidden("the young Uma Young", Known("Uma Young")) == ["Uma Young", "Uma"]


@pytest.mark.parametrize("name", ["JB", "O.A.", "K", "ABC"])
def test_initials_are_no_form(name: str) -> None:
    """Initials are left to the detector, which knows them by their capitals."""
    assert are_initials(name)
    assert not Forms([Known("Somebody Else", (name,))]).spans("it is at jb o a k abc")


def test_places_of_several_words() -> None:
    """A ward is found over a line break and in any case, and its parts are not."""
    ward = Known("Quill Rise", kind="WARD")

    assert hidden("QUILL\r\nrise, the rise, a quill", ward) == ["QUILL\r\nrise"]


def test_half_a_word_is_hidden_whole() -> None:
    """What is hidden reaches to the ends of its words, so that no other word is made."""
    text = "xAnnalise 07700 900123b"

    spans = to_whole_words([Span(1, 5, "PERSON"), Span(10, 22, "PHONE")], words_of(text))

    assert [text[one.start : one.end] for one in spans] == ["xAnnalise", "07700 900123b"]
