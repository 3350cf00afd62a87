"""Spans over one another."""

from hypothesis import given
from hypothesis import strategies as st

from peercoach.sharing.detect.spans import Certainty, Kind, Span, resolved

KINDS: list[Kind] = ["PERSON", "PLACE"]
SURE: list[Certainty] = ["found", "possible"]


def test_the_surer_stays_whole() -> None:
    """Of two that overlap the surer stays, and what the other has beside it is hidden too."""
    perhaps, sure = Span(0, 9, "PLACE", "possible"), Span(3, 6, "PERSON")

    spans = resolved([perhaps, sure])

    assert spans == [Span(0, 3, "PLACE", "possible"), sure, Span(6, 9, "PLACE", "possible")]


def test_the_longer_stays_whole() -> None:
    """Of two as sure, the longer stays; of two as long, the first."""
    assert resolved([Span(0, 3, "PLACE"), Span(0, 5, "PERSON")]) == [
        Span(0, 5, "PERSON"),
    ]
    assert resolved([Span(0, 3, "PLACE"), Span(0, 3, "PERSON")]) == [Span(0, 3, "PLACE")]


@given(
    st.lists(
        st.builds(
            lambda start, length, kind, sure: Span(start, start + length, kind, sure),
            st.integers(0, 40),
            st.integers(1, 12),
            st.sampled_from(KINDS),
            st.sampled_from(SURE),
        )
    )
)
def test_everything_stays_hidden(spans: list[Span]) -> None:
    """What any of them covers is covered afterwards, once."""
    covered = [at for one in resolved(spans) for at in range(one.start, one.end)]

    assert covered == sorted({at for one in spans for at in range(one.start, one.end)})
