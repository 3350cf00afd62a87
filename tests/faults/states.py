"""What a vault holds, as a value: what a step must lead to, and what opening then shows."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from peercoach.vault.drafts import Drafts
from peercoach.vault.space import Space
from peercoach.vault.space_changes import DOCUMENTS
from peercoach.vault.vault import Vault

REMOVED, EMPTIED, GONE = "<removed>", "<emptied>", "<gone for good>"
_MARKS = {REMOVED, EMPTIED, GONE}
PARTS = ("notes", "heal", "drafts", "heal_drafts")
Notes = Mapping[int, tuple[str, ...]]


@dataclass(frozen=True)
class State:
    """Every document by id with all its versions, oldest first; drafts by key, of the private space
    and of Heal; who may open it.

    A version is its text, or one of the marks above. The spare key isn't compared: it is what the
    vault was opened with.
    """

    notes: Notes
    heal: Notes
    drafts: Mapping[str, str]
    spare_key: str = field(compare=False, repr=False)
    heal_drafts: Mapping[str, str] = field(default_factory=dict)

    @property
    def living(self) -> list[int]:
        """Ids of the private documents that are shown."""
        return [id for id, versions in self.notes.items() if versions[-1] not in _MARKS]

    @property
    def removed(self) -> list[int]:
        """Ids of those that were removed and can come back."""
        return [id for id, versions in self.notes.items() if versions[-1] == REMOVED]

    def digest(self) -> str:
        """The same text for equal states and no others."""
        parts = [sorted(getattr(self, part).items()) for part in PARTS]
        return hashlib.sha256(repr(parts).encode()).hexdigest()


def with_part(state: State, part: str, value: Mapping[Any, Any]) -> State:
    """The same with another one of :data:`PARTS`."""
    return State(**{**vars(state), part: value})


def texts_of(notes: Notes) -> set[str]:
    """Every text of every version."""
    return {text for versions in notes.values() for text in versions} - _MARKS


def seen(vault: Vault, spare_key: str) -> State:
    """What an open vault holds now."""
    return State(
        notes_of(vault.private),
        notes_of(vault.heal),
        typed(vault.drafts),
        spare_key,
        typed(vault.heal_drafts),
    )


def typed(drafts: Drafts) -> dict[str, str]:
    """The texts that are being typed, by key."""
    return {key: one["text"] for key, one in drafts.all().items()}


def notes_of(space: Space) -> dict[int, tuple[str, ...]]:
    """Every document of a space with all its versions."""
    storage = space._storage
    living = storage.table(DOCUMENTS)
    found = {id: tuple(map(_said, revisions)) for id, revisions in storage.superseded.items()}
    for id, document in living.items():
        found[id] = (*found.get(id, ()), _said(document))
    return found


def _said(document: Mapping[str, Any]) -> str:
    if document.get("shredded"):
        return GONE
    if document.get("deleted"):
        return REMOVED
    return EMPTIED if document.get("emptied") else str(document["text"])


def difference(found: State, *allowed: State) -> str:
    """How what was found differs from all that is allowed; empty where it is one of them."""
    if found in allowed:
        return ""
    said = []
    for name in PARTS:
        now, then = getattr(found, name), getattr(allowed[0], name)
        if now != then:
            lost, more = then.keys() - now.keys(), now.keys() - then.keys()
            other = [key for key in now.keys() & then.keys() if now[key] != then[key]]
            said.append(f"{name}: {len(lost)} lost, {len(more)} more, {len(other)} others")
    return "; ".join(said) or "another state"
