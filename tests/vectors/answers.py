"""What each reader answers to a vector: the kind of its refusal, or what it holds, as texts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docs import recover
from peercoach import paths
from peercoach.errors import PeercoachError
from peercoach.frameworks.library import Library, open_library
from peercoach.journal.store import Journal
from peercoach.journal.written import Written
from peercoach.vault.check import check
from peercoach.vault.vault import Vault
from peercoach.workspace import Workspace
from tests.vault.independent_primitives import Refused
from tests.vault.independent_reader import Notebook, head, read_vault
from tests.vectors.building import DAY_MS, NOW


@dataclass
class Answer:
    """Notes are (now, *others in order of the alphabet); everything is sorted."""

    private: list[list[str]]
    heal: list[list[str]]
    deleted: list[str]
    drafts: list[str]
    heal_drafts: list[str]


def _note(now: str, others: Iterable[str]) -> list[str]:
    return [now, *sorted(set(others) - {now})]


# --- the program ---------------------------------------------------------------------------------


def by_program(path: Path, passphrase: str, spare_key: str) -> Answer:
    """The workspace; with a spare key, which it takes in the passphrase's place."""
    opened = Workspace.open(path, passphrase or spare_key, library=_library(), clock=lambda: NOW)
    try:
        opened.prepare()
        private = _notes(opened.journal)
        deleted = [_text(one.note) for one in opened.journal.deleted()]
        drafts = [one.draft.text for one in opened.journal.drafts.all().values()]
    finally:
        opened.close()
    vault = Vault.open(path, passphrase, spare_key=spare_key)
    try:
        heal_drafts = sorted(one["text"] for one in vault.heal_drafts.all().values())
        heal = _notes(Journal(vault.heal, vault.heal_drafts, clock=lambda: NOW))
    except PeercoachError:
        heal = []
    finally:
        vault.lock()
    return Answer(private, heal, sorted(deleted), sorted(drafts), heal_drafts)


def kept_by_program(path: Path, passphrase: str) -> int:
    """How many documents it keeps and does not show."""
    opened = Workspace.open(path, passphrase, library=_library(), clock=lambda: NOW)
    try:
        return opened.journal.unreadable()
    finally:
        opened.close()


def _library() -> Library:
    return open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)


def _notes(journal: Journal) -> list[list[str]]:
    return sorted(
        _note(_text(one), map(_text, journal.versions(one.id))) for one in journal.entries()
    )


def _text(written: Written) -> str:
    record: Any = written.record
    return str(record.label if record.kind == "rating" else record.text)


def refused_by_program(path: Path, passphrase: str, spare_key: str) -> str:
    """The kind of its refusal; the vault is told which of the two was typed."""
    return _kind(lambda: Vault.open(path, passphrase, spare_key=spare_key).lock())


def refused_by_workspace(path: Path, typed: str) -> str:
    """The kind of the workspace's refusal."""

    def opened() -> None:
        workspace = Workspace.open(path, typed, library=_library(), clock=lambda: NOW)
        workspace.prepare()
        workspace.close()

    return _kind(opened)


# --- check ---------------------------------------------------------------------------------------


def checked(path: Path, typed: str) -> tuple[str, set[tuple[str, str]]]:
    """The kind with which ``check`` refuses, or the problems that it finds."""
    found: list[set[tuple[str, str]]] = []
    kind = _kind(
        lambda: found.append({(one.kind, one.where) for one in check(path, typed).problems})
    )
    return kind, found[0] if found else set()


# --- docs/recover.py -----------------------------------------------------------------------------


def by_recover(path: Path, typed: str) -> tuple[Answer, int]:
    """What the script reads, and how many documents it has no better form for."""
    book = recover.read(path, typed, with_heal=True)
    kept, deleted = 0, []
    notes: dict[int, list[list[str]]] = {recover.PRIVATE: [], recover.HEAL: []}
    for space in book.spaces:
        for revisions in space.revisions.values():
            story = recover.story_of(revisions)
            if story is None or story.now["kind"] == "reflection":
                continue
            try:
                recover.told(story)
                if story.now["kind"] == "mark":
                    continue
            except recover.UNREADABLE:
                kept += 1
                continue
            now, *others = map(_said, [story.now, *story.others])
            if story.removal is None:
                notes[space.kind].append(_note(now, others))
            elif NOW.utc_ms - story.removal["deleted_at"] < 30 * DAY_MS:
                deleted.append(now)
    drafts = sorted(one["text"] for one in book.drafts.values())
    heal_drafts = sorted(one["text"] for one in book.heal_drafts.values())
    private, heal = sorted(notes[recover.PRIVATE]), sorted(notes[recover.HEAL])
    return Answer(private, heal, sorted(deleted), drafts, heal_drafts), kept


def faults_by_recover(path: Path, typed: str) -> tuple[str, set[tuple[str, str]]]:
    """The kind with which the script refuses, or the faults that it goes on after."""
    found: list[set[tuple[str, str]]] = []
    kind = _kind(lambda: found.append(set(recover.read(path, typed, with_heal=True).faults)))
    return kind, found[0] if found else set()


def _said(document: dict[str, Any]) -> str:
    return str(document["label"] if document["kind"] == "rating" else document["text"])


# --- the tests' own reader -----------------------------------------------------------------------


def by_independent(path: Path, passphrase: str, spare_key: str) -> Answer:
    """What the reader that was written from the specification alone reads."""
    found = read_vault(path, passphrase=passphrase, spare_key=spare_key)
    drafts = sorted(one["text"] for one in found.drafts.values())
    heal_drafts = sorted(one["text"] for one in found.heal_drafts.values())
    notes = {kind: _current(found, kind) for kind in (1, 2)}
    return Answer(notes[1], notes[2], _removed(found), drafts, heal_drafts)


def refused_by_independent(path: Path, passphrase: str, spare_key: str) -> str:
    """The kind of its refusal."""
    return _kind(lambda: read_vault(path, passphrase=passphrase, spare_key=spare_key))


def _current(found: Notebook, kind: int) -> list[list[str]]:
    if kind not in found.revisions:
        return []
    living = {id: one for id, one in found.current(kind).items() if _readable(one)}
    return sorted(
        _note(_said(one), map(_said, filter(_readable, found.revisions[kind][id])))
        for id, one in living.items()
    )


def _removed(found: Notebook) -> list[str]:
    texts = []
    for revisions in found.revisions[1].values():
        last = head(revisions)
        recent = NOW.utc_ms - last.get("deleted_at", 0) < 30 * DAY_MS
        if last.get("deleted") and not last.get("shredded") and recent:
            texts.append(_said([one for one in revisions if _readable(one)][-1]))
    return sorted(texts)


def _readable(document: dict[str, Any]) -> bool:
    shown = document["kind"] in recover.KINDS and document["kind"] != "reflection"
    at = document.get("written_at")
    return shown and document["schema"] == 1 and isinstance(at, int)


# --- both ----------------------------------------------------------------------------------------


def _kind(do: Callable[[], object]) -> str:
    try:
        do()
    except (PeercoachError, Refused, recover.Refused) as error:
        return error.kind
    return ""
