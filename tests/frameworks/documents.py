"""Small documents that tests start from, and short ways to read them."""

from pathlib import Path

from peercoach.errors import FrameworkFaulty
from peercoach.frameworks.faults import Fault
from peercoach.frameworks.load import finish, read_draft
from peercoach.frameworks.model import Document, Framework, SessionPlan

HERE = Path(__file__).parent
BROKEN = sorted((HERE / "broken").glob("*.yaml"))
FULL = HERE / "samples" / "full.yaml"
SESSION = HERE / "samples" / "session.yaml"

SMALL = """\
format: peercoach/framework/1
id: small
title: Small
version: 1.0.0
language: en-GB
about: A small one.
elements:
  - id: one
    title: One
    questions:
      - {id: first, ask: Tell me what you saw}
"""

PLAN = """\
format: peercoach/session/1
id: plan
title: Plan
version: 1.0.0
language: en-GB
about: A small plan.
minutes: 60
parts:
  - {id: talk, title: Talk, minutes: 60}
"""


def said_of(path: Path) -> str:
    """What a broken document says of its fault: its first line, which is UTF-8 in each."""
    return path.read_bytes().partition(b"\n")[0].decode().removeprefix("# ")


def parse(text: str | bytes, base: Document | None = None) -> Document:
    """The document that the text is; raises FrameworkFaulty."""
    raw = text.encode() if isinstance(text, str) else text
    return finish(read_draft("sample.yaml", raw), base)


def framework(text: str, base: Document | None = None) -> Framework:
    document = parse(text, base)
    assert isinstance(document, Framework)
    return document


def plan(text: str, base: Document | None = None) -> SessionPlan:
    document = parse(text, base)
    assert isinstance(document, SessionPlan)
    return document


def faults_of(text: str | bytes, base: Document | None = None) -> tuple[Fault, ...]:
    """Every fault of the text; none where it can be used."""
    try:
        parse(text, base)
    except FrameworkFaulty as faulty:
        return tuple(fault for fault in faulty.faults if isinstance(fault, Fault))
    return ()


def small(id: str, *, extends: str = "", more: str = "") -> str:
    """The small framework under another id, with further lines at its top."""
    text = SMALL.replace("id: small", f"id: {id}", 1)
    return text.replace("title:", f"extends: {extends}\ntitle:", 1) + more if extends else text
