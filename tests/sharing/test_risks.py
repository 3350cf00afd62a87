"""The risk card."""

import pytest

from peercoach.sharing.detect.detector import Detector
from peercoach.sharing.risks import risks
from peercoach.words.sharing import RISKS


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("only", "She is the only woman on the board."),
        ("only", "He was the first ever to do it."),
        ("rare", "It was after the inquest."),
        ("rare", "They were on the television."),
        ("role-and-place", "The chaplain at Foxmoor Hospital agreed."),
        ("several", "A deaf veteran, a chaplain, with a stammer."),
        ("few", "Only three of us were there."),
        ("quoted", "He said “I never liked the way it is done”."),
    ],
)
def test_found(kind: str, text: str) -> None:
    """Each kind of risk is found, and has words."""
    found = risks(text, Detector().find(text))

    assert kind in [one.kind for one in found]
    assert set(RISKS) >= {one.kind for one in found}
    assert all(0 <= one.start < one.end <= len(text) for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "We had tea, and it was good.",
        "Twenty people came. Eight people stayed.",
        "The chaplain agreed. We met at Foxmoor Hospital.",
        "A deaf man.\n\nA veteran.\n\nA twin.",
    ],
)
def test_left_alone(text: str) -> None:
    """Ordinary things, eight people, and what stands in other sentences are no risk."""
    assert risks(text, Detector().find(text)) == []
