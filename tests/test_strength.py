"""How hard a passphrase is to guess, and the words to start from."""

import math
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercoach import strength
from peercoach.strength import passphrase_strength, suggest_passphrase, word_list
from peercoach.vault.kdf import LEAST_PASSPHRASE
from peercoach.words import strength as words


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("", 0),
        ("   ", 0),
        ("kX9#mQ2", 0),
        ("password", 0),
        ("liverpool1", 0),
        ("qwertyuiop", 0),
        ("kettle willow Tuesday harbour", 4),
        ("marmalade otter umbrella stream violin", 4),
    ],
)
def test_scores(text: str, score: int) -> None:
    """Common passwords score 0, four or five words of one's own score 4, too short is always 0."""
    assert passphrase_strength(text).score == score


def test_the_sentence_says_how_long() -> None:
    """Each sentence says how long guessing would take, or what is missing."""
    assert passphrase_strength("password").words == (
        "This could be guessed in less than a minute. A few more words would help a lot."
    )
    assert "at least 8 characters" in passphrase_strength("short").words
    assert passphrase_strength("").words == words.NOTHING_YET
    assert passphrase_strength("marmalade otter umbrella stream violin").words == (
        "This could take much longer than a lifetime to guess. It will do well."
    )


def test_all_scores_and_their_sentences_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    """At each bound of guesses the score steps up by one, and so does the sentence."""
    told = {}
    for guesses in (1, 1e6, 1e8, 1e10, 1e12):
        monkeypatch.setattr("zxcvbn.zxcvbn", lambda _, n=guesses: {"guesses": n})
        found = passphrase_strength("eight or more")
        told[found.score] = found.words

    assert sorted(told) == [0, 1, 2, 3, 4]
    assert "less than an hour" in told[1]
    assert "less than a day" in told[2]
    assert "some days" in told[3]
    assert "some years" in told[4]


def test_least_is_the_vaults() -> None:
    """What is called too short here is what the vault refuses."""
    assert strength.LEAST == LEAST_PASSPHRASE


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_anything_can_be_judged(text: str) -> None:
    """Whatever is typed, however long, there is a score and a calm sentence without the text."""
    found = passphrase_strength(text)

    assert 0 <= found.score <= 4
    assert "!" not in found.words
    assert len(text) < 15 or text not in found.words


def test_a_very_long_one_takes_no_time() -> None:
    """Ten thousand characters are judged by their start."""
    assert passphrase_strength("tide " * 2000).score >= 0


def test_zxcvbn_is_imported_when_asked() -> None:
    """Its dictionaries are not loaded by importing the module."""
    script = "import sys, peercoach.strength; print('zxcvbn' in sys.modules)"

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "False"


# --- the words ------------------------------------------------------------------------------------


def test_five_words_are_55_bits() -> None:
    """Five words drawn from the list are worth at least 55 bits."""
    assert 5 * math.log2(len(word_list())) >= 55


def test_the_words_are_plain() -> None:
    """Each word stands once, in order, in small letters, short, and is worth showing to anyone."""
    listed = word_list()

    assert list(listed) == sorted(set(listed))
    assert all(word.isascii() and word.isalpha() and word.islower() for word in listed)
    assert all(3 <= len(word) <= 9 for word in listed)


UNKIND = """
    abuse afraid alone anger blame cancer crazy dead death die drug drunk fat fear gun harm hate
    hell hurt insane jail kill knife lonely mad mental murder pain panic patient pill poison prison
    psycho rape restrain sad scar sedate sex shame sick slave stab stupid suicide ugly victim
    violent war ward weak worthless wound
"""


@pytest.mark.parametrize("unkind", UNKIND.split())
def test_no_word_is_hard_to_meet(unkind: str) -> None:
    """Words that hurt, or name what hurt, are never suggested."""
    assert unkind not in word_list()


def test_a_suggestion_is_drawn_word_by_word() -> None:
    """Each of the five words is drawn on its own from the whole list."""
    drawn: list[int] = []

    def choose(among: Sequence[str]) -> str:
        drawn.append(len(among))
        return among[len(drawn)]

    suggested = suggest_passphrase(choose)

    assert drawn == [len(word_list())] * 5
    assert suggested == " ".join(word_list()[1:6])


def test_suggestions_differ_and_are_strong() -> None:
    """By default they come from the system's randomness: none comes twice, all are strong."""
    suggested = [suggest_passphrase() for _ in range(200)]

    assert len(set(suggested)) == 200
    assert all(len(one.split()) == 5 for one in suggested)
    assert Counter(passphrase_strength(one).score for one in suggested[:10]) == {4: 10}


def test_the_list_says_where_it_comes_from() -> None:
    """The file's head credits the source and its licence, and says what was changed."""
    text = files("peercoach.words").joinpath("passphrase-words.txt").read_text("utf-8")
    head = "\n".join(line for line in text.splitlines() if line.startswith("#"))

    for credit in ("Electronic Frontier", "CC BY 3.0", "Changed:"):
        assert credit in head
