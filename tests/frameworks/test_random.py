"""Whatever a file holds, reading it gives a document or faults, and never anything else."""

import random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from peercoach.errors import FrameworkFaulty
from peercoach.frameworks.faults import Fault
from peercoach.frameworks.load import load
from peercoach.frameworks.model import Document, Framework, SessionPlan
from tests.frameworks.documents import FULL, PLAN, SESSION, SMALL, parse

SAMPLES = [FULL.read_text(), SESSION.read_text(), SMALL, PLAN]
KEYS = ["format", "id", "title", "care", "minutes", "elements", "questions", "levels", "scale"]
KEYS += ["steps", "extends", "parts", "break", "aligned_to", "what_it_is", "value", "agreement"]
VALUES = ["", "[]", "{}", "yes", "-1", "peercoach/session/1", "a-b", "&a [*a]", "*a", "!!set {}"]
VALUES += ["'", '"\\x00"', "|", "2024-01-01", "[[[]]]", "{a: {b: c}}", "- x", "1e9", "<<", "\t"]


def read(raw: bytes | str, base: Document | None = None) -> Document | None:
    """Read, and look at every fault as closely as an interface will."""
    try:
        document = parse(raw, base)
    except FrameworkFaulty as faulty:
        lines = len(raw.splitlines()) + 1
        assert faulty.faults
        assert list(faulty.faults) == sorted(faulty.faults)  # type: ignore[type-var]
        for fault in faulty.faults:
            assert isinstance(fault, Fault)
            assert 1 <= fault.line <= lines
            assert fault.column >= 1
            assert fault.message.isprintable()
        assert str(faulty).startswith("The framework file sample.yaml can't be used yet")
        return None
    assert isinstance(document, Framework | SessionPlan)
    return document


@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00")
@example(b"? ")
@example(b"a: &a\n  <<: *a")
def test_random_bytes(raw: bytes) -> None:
    """Random bytes are refused with faults."""
    assert read(raw) is None


@given(st.text(alphabet="ab:-[]{}&*!|>'\"%@`#?,~ \n\t\\0", max_size=120))
@settings(max_examples=300)
def test_random_punctuation(text: str) -> None:
    """Text of what means most to YAML is refused with faults, wherever it stops."""
    assert read(text) is None


@given(sample=st.sampled_from(SAMPLES), seed=st.integers(0, 2**32), changes=st.integers(1, 6))
@settings(max_examples=300, deadline=None)
def test_samples_with_letters_changed(sample: str, seed: int, changes: int) -> None:
    """A whole file with some letters lost, doubled or exchanged gives a document or faults."""
    chance = random.Random(seed)
    text = list(sample)
    for _ in range(changes):
        at = chance.randrange(len(text))
        text[at] = chance.choice(["", text[at] * 2, chance.choice(sample), *":-[]{}&*!\n #'\"\t\0"])

    read("".join(text))


@given(
    sample=st.sampled_from(SAMPLES),
    seed=st.integers(0, 2**32),
    key=st.sampled_from(KEYS),
    value=st.sampled_from(VALUES),
)
@settings(max_examples=400, deadline=None)
@example(sample=SMALL, seed=113484921, key="extends", value="yes")
def test_samples_with_lines_changed(sample: str, seed: int, key: str, value: str) -> None:
    """A whole file with a line lost, moved, doubled or replaced gives a document or faults."""
    chance = random.Random(seed)
    lines = sample.splitlines()
    at = chance.randrange(len(lines))
    indent = " " * (len(lines[at]) - len(lines[at].lstrip()))
    match chance.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        case 2:
            lines.insert(at, lines[at])
        case _:
            lines[at] = f"{indent}{key}: {value}"

    read("\n".join(lines) + "\n")


@given(seed=st.integers(0, 2**32), key=st.sampled_from(KEYS), value=st.sampled_from(VALUES))
@settings(max_examples=200, deadline=None)
def test_what_extends_with_lines_changed(seed: int, key: str, value: str) -> None:
    """The same holds where one file builds upon another."""
    chance = random.Random(seed)
    lines = FULL.read_text().replace("title: Carrying", "extends: x\ntitle: Carrying").splitlines()
    for _ in range(3):
        at = chance.randrange(len(lines))
        indent = " " * (len(lines[at]) - len(lines[at].lstrip()))
        lines[at] = chance.choice(["", f"{indent}{key}: {value}", lines[at]])

    read("\n".join(lines) + "\n", chance.choice([load(FULL), load(SESSION)]))


@given(at=st.integers(0, 2**16))
def test_samples_cut_short(at: int) -> None:
    """A file that was only partly copied gives a document or faults, cut at any byte."""
    raw = FULL.read_bytes()

    read(raw[: at % len(raw)])
