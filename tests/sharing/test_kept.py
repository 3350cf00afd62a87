"""Words that are always kept, beside a dictionary of names that are not."""

from peercoach.sharing.detect.detector import Detector
from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.detect.spans import Span
from peercoach.sharing.kept import without_kept

TEXT = "Priya Nair and Rowan came to Quillhouse; priya stayed."
SPANS = [
    Span(0, 10, "PERSON"),
    Span(15, 20, "PERSON", "possible"),
    Span(29, 39, "PLACE"),
    Span(41, 46, "PERSON"),
]


def left(kept: list[str], *entries: Known) -> list[str]:
    return [TEXT[one.start : one.end] for one in without_kept(SPANS, TEXT, kept, entries)]


def test_a_kept_word_is_not_hidden() -> None:
    """However it is written, and only where it is the whole of what was found."""
    assert left([]) == ["Priya Nair", "Rowan", "Quillhouse", "priya"]
    assert left(["PRIYA", "quillhouse "]) == ["Priya Nair", "Rowan"]
    assert left(["Prìya  Nair"]) == ["Rowan", "Quillhouse", "priya"]


def test_a_name_of_the_dictionary_stays_hidden() -> None:
    """A name, another name, or a part of a person's name; a part of a place is a word like any."""
    kept = ["Priya", "Rowan", "Quillhouse"]

    assert left(kept, Known("Quillhouse", kind="PLACE")) == ["Priya Nair", "Quillhouse"]
    assert left(kept, Known("Ro Kestrelle", ("rowan",))) == ["Priya Nair", "Rowan"]
    assert left(kept, Known("Anne-Priya Moor")) == ["Priya Nair", "priya"]
    assert left(kept, Known("Rowan Row", kind="WARD")) == ["Priya Nair"]


def test_with_the_detector() -> None:
    """What it finds anew each time is let through each time, and nothing else."""
    text = "Then Priya came, and Priya left with Anjali."

    found = without_kept(Detector().find(text), text, ["priya"], [])

    assert [text[one.start : one.end] for one in found] == ["Anjali"]
