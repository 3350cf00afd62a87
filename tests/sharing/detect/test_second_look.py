"""What the names model adds to rules and lists, and that it takes nothing away."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercoach.sharing.detect.detector import Detector
from peercoach.sharing.detect.model import Likely, NamesModel, load
from peercoach.sharing.detect.spans import Span
from tests.sharing.corpus_notes import half
from tests.sharing.detect.finding import plain


class Told(NamesModel):
    """A model that answers what it was told of each word."""

    def __init__(self, **told: float) -> None:
        self._told = told

    def likely(self, text: str) -> list[Likely]:
        """Each word, by what stands between blanks."""
        found, at = [], 0
        for word in text.split():
            at = text.index(word, at)
            bare = word.strip(".,")
            chance = self._told.get(bare, 0.0)
            found.append(Likely(at, at + len(bare), chance, *self.others(bare)))
            at += len(word)
        return found

    def others(self, word: str) -> tuple[float, float]:
        """Of an address, of a number."""
        return self._told.get(f"{word}_address", 0.0), self._told.get(f"{word}_number", 0.0)


def added(text: str, **told: float) -> list[tuple[str, str]]:
    """What is found with it, each with its kind."""
    spans = Detector(model=Told(**told)).find(text)
    return [(text[one.start : one.end], one.kind) for one in spans]


@pytest.mark.parametrize(
    ("text", "told", "names"),
    [
        pytest.param("then zanq came", {"zanq": 0.9}, ["zanq"], id="in no list"),
        pytest.param("We met Zanquel and zorb", {"zorb": 0.2}, ["Zanquel"], id="small, unlikely"),
        pytest.param("then banks came", {"banks": 0.2}, [], id="a word, unlikely"),
        pytest.param("then banks came", {"banks": 0.6}, ["banks"], id="a word, likely"),
        pytest.param("then tom banks came", {"banks": 0.1}, ["tom banks"], id="beside a name"),
        pytest.param("tom's banks broke", {"banks": 0.1}, ["tom"], id="not after a possessive"),
        pytest.param("so i saw tom. banks broke", {"banks": 0.1}, ["tom"], id="another sentence"),
        pytest.param("then zanq m came", {"zanq": 0.9}, ["zanq m"], id="an initial after"),
        pytest.param("then g. zanq came", {"zanq": 0.9}, ["g. zanq"], id="an initial before"),
        pytest.param("and i zanq", {"zanq": 0.9}, ["zanq"], id="a letter that is a word"),
        pytest.param("the banks broke", {"banks": 0.6}, [], id="after an article"),
        pytest.param("We said ZORB for now", {"ZORB": 0.6}, [], id="shouted in a text that is not"),
        pytest.param("I did the Edward Jenner course", {"Jenner": 1.0}, [], id="everybody's"),
        pytest.param("in the rigth place", {"rigth": 0.2}, [], id="a slip of two letters"),
    ],
)
def test_names(text: str, told: dict[str, float], names: list[str]) -> None:
    """A word counts by how likely it is, by what it is else, and by what stands beside it."""
    assert [one for one, kind in added(text, **told) if kind == "PERSON"] == names


def test_addresses_and_numbers() -> None:
    """What is likely part of an address, or an official number, is hidden as one span."""
    told = {"mill_address": 0.9, "barn_address": 0.9}

    assert added("we stood by mill, barn and tree", **told) == [("mill, barn", "ADDRESS")]
    assert added("see 77 now", **{"77_number": 0.9}) == [("77", "REF")]
    assert added("see 7 now", **{"7_number": 0.9}) == []


def test_a_likely_word_is_possible() -> None:
    """What is less likely is hidden too, and said to be only possible."""
    found = Detector(model=Told(zanq=0.1)).find("then zanq came")

    assert found == [Span(5, 9, "PERSON", "possible")]


def test_real_notes() -> None:
    """The model itself finds whom rules miss in small letters, and hides nothing less."""
    text = "spoke to clement about his plan. then tariq m left"
    detector = Detector(model=load())

    found = [text[one.start : one.end] for one in detector.find(text)]

    assert found == ["clement", "tariq m"]
    for note in half("tune")[::30]:
        without, looked = hidden(plain(), note.text), hidden(detector, note.text)
        assert without <= looked


def hidden(detector: Detector, text: str) -> set[int]:
    """Every character that is hidden."""
    return {at for one in detector.find(text) for at in range(one.start, one.end)}


WORDS = st.sampled_from(
    ["Anna", "Osei", "Dr", "the", "banks", "zanq", "m", "g.", "3/4/25", "TS1 2AB", "ward", "’s."]
)


@given(st.lists(WORDS, max_size=10).map(" ".join), st.lists(st.floats(0, 1), max_size=12))
@settings(max_examples=200)
def test_nothing_is_taken_away(text: str, chances: list[float]) -> None:
    """Whatever the model says, all that was hidden without it is hidden with it."""
    words = [one.strip(".") for one in text.split()]
    told = dict(zip([*words, "Anna_address", "TS1_number"], chances, strict=False))

    assert hidden(plain(), text) <= hidden(Detector(model=Told(**told)), text)
