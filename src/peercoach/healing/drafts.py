"""A sitting that is not kept yet, as the draft that it is."""

from collections.abc import Mapping
from typing import Any, Protocol

import msgspec

from peercoach.frameworks.model import Framework
from peercoach.guide.heal import Given, Sitting
from peercoach.guide.heal_stops import questions_of
from peercoach.journal.documents import moment_fields, moment_of
from peercoach.journal.drafts import HEAL_KIND
from peercoach.journal.moment import Moment
from peercoach.journal.records import SCHEMA


class Drafts(Protocol):
    """What is being given, by key; its file comes with the first draft and goes with the last."""

    def save(self, key: str, document: Mapping[str, Any]) -> None:
        """Keep a draft in place of the earlier one under this key, durably."""

    def all(self) -> dict[str, dict[str, Any]]:
        """Every draft by key."""

    def end(self, key: str) -> None:
        """Forget a draft, in the file's bytes too."""


class Waiting(msgspec.Struct, frozen=True, gc=False):
    """A sitting that waits as a draft: its key, and when it was last saved."""

    key: str
    when: Moment


class _Draft(msgspec.Struct, kw_only=True):
    framework: str
    framework_title: str
    version: str
    at: str
    cursor: int = 0


def document(sitting: Sitting, cursor: int, when: Moment) -> dict[str, Any]:
    """All that was given so far, where the sitting stands, and when it was saved."""
    framework = sitting.framework
    draft = _Draft(
        framework=framework.id,
        framework_title=framework.title,
        version=framework.version,
        at=sitting.at,
        cursor=cursor,
    )
    flat: dict[str, Any] = {"kind": HEAL_KIND, "schema": SCHEMA, **msgspec.to_builtins(draft)}
    return {**flat, **msgspec.to_builtins(sitting.given), **moment_fields("saved", when)}


def waiting(drafts: Drafts) -> list[Waiting]:
    """Every sitting that waits and can be read, the one last saved first."""
    found = [
        Waiting(key, when)
        for key, held in drafts.all().items()
        if held.get("kind") == HEAL_KIND and key.isdecimal() and (when := moment_of(held, "saved"))
    ]
    return sorted(found, key=lambda one: -one.when.utc_ms)


def resumed(held: Mapping[str, Any], frameworks: Mapping[str, Framework]) -> tuple[Sitting, int]:
    """The sitting of a draft, and the cursor in it.

    Where its framework is not here now, what was written can still be kept: it stands at the
    closing, with nothing more to be asked.

    Raises:
        msgspec.ValidationError: it is none that we can read.
    """
    draft = msgspec.convert(dict(held), _Draft)
    given = msgspec.convert(dict(held), Given)
    framework = frameworks.get(draft.framework) or Framework(
        id=draft.framework,
        title=draft.framework_title,
        version=draft.version,
        language="",
        about="",
        elements=(),
        care=True,
    )
    known = questions_of(framework)
    chosen = tuple(key for key in given.chosen if key in known)
    given = msgspec.structs.replace(given, chosen=chosen)
    sitting = Sitting(framework, given, at=draft.at).here()
    return sitting, min(draft.cursor, len(sitting.text))
