"""What each reader answers to a vector: the kind of its refusal, or what it holds, as texts."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docs import recover
from peercoach import paths
from peercoach.errors import PeercoachError
from peercoach.frameworks.library import Library, open_library
from peercoach.journal import extras
from peercoach.journal.store import Journal
from peercoach.journal.written import Standing, Written
from peercoach.vault.check import check
from peercoach.vault.vault import Vault
from peercoach.workspace import Workspace
from tests.vault.independent_primitives import Refused
from tests.vault.independent_reader import Notebook, head, read_vault
from tests.vectors.building import DAY_MS, NOW
from tests.vectors.thing_table import FIELDS, Told, fits, is_thing, shown
from tests.vectors.thing_table import told as told_of


@dataclass
class Answer:
    """Notes are (now, *others in order of the alphabet); everything is sorted."""

    private: list[list[str]]
    heal: list[list[str]]
    deleted: list[str]
    drafts: list[str]
    heal_drafts: list[str]
    things: list[Told] = field(default_factory=list)
    heal_things: list[Told] = field(default_factory=list)

    def __post_init__(self) -> None:
        for told in (self.things, self.heal_things):
            told.sort(key=lambda one: json.dumps(one, sort_keys=True))


def _note(now: str, others: Iterable[str]) -> list[str]:
    return [now, *sorted(set(others) - {now})]


# --- the program ---------------------------------------------------------------------------------


def by_program(path: Path, passphrase: str, spare_key: str) -> tuple[Answer, int]:
    """What the workspace reads, and how many documents it keeps and can't show.

    A spare key it takes in the passphrase's place.
    """
    opened = Workspace.open(path, passphrase or spare_key, library=_library(), clock=lambda: NOW)
    try:
        opened.prepare()
        private, kept = _notes(opened.journal), opened.journal.unreadable()
        named = {one.id for one in opened.people.all()}
        told = _standing(opened.journal, lambda one: one.thing.kind != "known" or one.id in named)
        deleted = [_text(one.note) for one in opened.journal.deleted()]
        drafts = [one.draft.text for one in opened.journal.drafts.all().values()]
    finally:
        opened.close()
    vault = Vault.open(path, passphrase, spare_key=spare_key)
    try:
        heal_drafts = sorted(one["text"] for one in vault.heal_drafts.all().values())
        journal = Journal(vault.heal, vault.heal_drafts, clock=lambda: NOW)
        heal, told_in_heal = _notes(journal), _standing(journal)
        kept += journal.unreadable()
    except PeercoachError:
        heal, told_in_heal = [], []
    finally:
        vault.lock()
    answer = Answer(private, heal, sorted(deleted), sorted(drafts), heal_drafts, told, told_in_heal)
    return answer, kept


def _library() -> Library:
    return open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)


def _notes(journal: Journal) -> list[list[str]]:
    return sorted(
        _note(_text(one), map(_text, journal.versions(one.id))) for one in journal.entries()
    )


def _standing(journal: Journal, listed: Callable[[Standing], bool] = bool) -> list[Told]:
    found = (one for kind in FIELDS for one in journal.things(kind) if listed(one))
    return [[one.thing.kind, extras.fields(one.thing)] for one in found]


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
    """What the script reads, and how many documents it can't read: these and things, for which it
    has no better form, it tells field by field.
    """
    book = recover.read(path, typed, with_heal=True)
    kept, deleted = 0, []
    notes: dict[int, list[list[str]]] = {recover.PRIVATE: [], recover.HEAL: []}
    told: dict[int, list[Told]] = {recover.PRIVATE: [], recover.HEAL: []}
    for space in book.spaces:
        for revisions in space.revisions.values():
            story = recover.story_of(revisions)
            if story is None or story.now["kind"] == "reflection":
                continue
            if is_thing(story.now):
                if story.removal is None:
                    kept += not fits(story.now)
                    told[space.kind] += _shown(story.now)
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
    of_things = (told[recover.PRIVATE], told[recover.HEAL])
    return Answer(private, heal, sorted(deleted), drafts, heal_drafts, *of_things), kept


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
    told = {kind: _things(found, kind) for kind in (1, 2)}
    return Answer(notes[1], notes[2], _removed(found), drafts, heal_drafts, told[1], told[2])


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


def _things(found: Notebook, kind: int) -> list[Told]:
    if kind not in found.revisions:
        return []
    living = filter(is_thing, found.current(kind).values())
    return [told for one in living for told in _shown(one)]


def _removed(found: Notebook) -> list[str]:
    texts = []
    for revisions in found.revisions[1].values():
        last = head(revisions)
        recent = NOW.utc_ms - last.get("deleted_at", 0) < 30 * DAY_MS
        said = [one for one in revisions if _readable(one)]
        if last.get("deleted") and not last.get("shredded") and recent and said:
            texts.append(_said(said[-1]))
    return sorted(texts)


def _readable(document: dict[str, Any]) -> bool:
    shown = document["kind"] in recover.KINDS and document["kind"] != "reflection"
    at = document.get("written_at")
    return shown and document["schema"] == 1 and isinstance(at, int)


# --- all ----------------------------------------------------------------------------------------


def _shown(document: dict[str, Any]) -> list[Told]:
    return [told_of(document)] if shown(document) else []


def _kind(do: Callable[[], object]) -> str:
    try:
        do()
    except (PeercoachError, Refused, recover.Refused) as error:
        return error.kind
    return ""
