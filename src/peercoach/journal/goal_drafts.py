"""What is being written about a goal, kept so that it comes back at the same character."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import msgspec

from peercoach.journal import documents
from peercoach.journal.moment import Moment
from peercoach.journal.records import SCHEMA

if TYPE_CHECKING:
    from peercoach.journal.drafts import DraftBox

KIND = "goal-draft"
SAID = "said:"
_Cursor = Annotated[int, msgspec.Meta(ge=0)]


@dataclass(frozen=True)
class GoalDraft:
    """A walk about a goal as it was saved.

    ``about`` is the goal's id, ``new`` that of what else comes of it, ``changes`` that of a step
    which it changes (0: none). ``task``, ``part``, ``at`` and ``said`` are the walk's. ``text`` and
    ``cursor`` (in code points) stand in the editor. ``began`` is the note that a new goal started
    from.
    """

    about: int
    new: int
    task: str
    at: str
    said: Mapping[str, str]
    text: str
    cursor: int
    when: Moment
    part: str = ""
    changes: int = 0
    began: int = 0

    @property
    def key(self) -> str:
        """What it is kept under: one goal has one draft for each thing one can do with it."""
        return "/".join(("goal", str(self.about), self.task, self.part, str(self.changes)))


class _Fields(msgspec.Struct, kw_only=True):
    about: int
    new: int
    task: str
    at: str
    text: str
    cursor: _Cursor
    part: str = ""
    changes: int = 0
    began: int = 0
    said: dict[str, str] = {}


def save(drafts: "DraftBox", draft: GoalDraft) -> None:
    """Keep this draft in place of the earlier one; durable when it returns.

    Raises:
        NoteTooLong, VaultError: the earlier one still stands.
    """
    flat: documents.Document = {"kind": KIND, "schema": SCHEMA}
    for name in ("about", "new", "task", "at", "text", "cursor", "part", "changes", "began"):
        flat[name] = getattr(draft, name)
    flat |= {SAID + key: text for key, text in draft.said.items()}
    drafts.adopt(draft.key, flat | documents.moment_fields("started", draft.when))


def every(drafts: "DraftBox") -> list[GoalDraft]:
    """Every draft about a goal that we can read, the one saved last first."""
    found = [read(document) for document in drafts.documents().values()]
    there = [one for one in found if one is not None]
    return sorted(there, key=lambda one: (one.when.utc_ms, one.about), reverse=True)


def read(document: Mapping[str, Any]) -> GoalDraft | None:
    """The draft in a document; None where it is none that we can read."""
    if document.get("kind") != KIND or document.get("schema") != SCHEMA:
        return None
    said = {name[len(SAID) :]: text for name, text in document.items() if name.startswith(SAID)}
    when = documents.moment_of(document, "started")
    try:
        found = msgspec.convert({**document, "said": said}, _Fields)
    except msgspec.ValidationError:
        return None
    if when is None:
        return None
    plain = msgspec.structs.asdict(found)
    return GoalDraft(**plain | {"cursor": min(found.cursor, len(found.text)), "when": when})


def ids_about(document: Mapping[str, Any]) -> frozenset[int]:
    """The ids of what a draft about a goal is about; empty for any other draft."""
    if document.get("kind") != KIND:
        return frozenset()
    found = (document.get(name) for name in ("about", "new", "changes"))
    return frozenset(id for id in found if isinstance(id, int) and id)
