"""Carries notes out of an open notebook into a folder in the open, and from files into it."""

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from peercoach.errors import ExportLeftOver, ExportTaken, UsedWrongly
from peercoach.journal import goal_drafts
from peercoach.journal.carry import exported, files, markdown
from peercoach.journal.carry.exported import Part, Space
from peercoach.journal.carry.found import Contents, Refused, Telling
from peercoach.journal.carry.taking import Taken, Taking
from peercoach.journal.documents import Document
from peercoach.journal.drafts import in_heal
from peercoach.journal.known import NEVER_LEAVE
from peercoach.journal.store import Journal
from peercoach.vault.files import Files, speaking_of
from peercoach.vault.vault import Vault
from peercoach.words import carry as words

PRIVATE, HEAL = "private", "heal"
README, TYPED, HEAL_TYPED = "READ-ME.md", "being-written.md", "heal-being-written.md"
_NOTES = {PRIVATE: "notes", HEAL: "heal"}
_TYPED = {PRIVATE: TYPED, HEAL: HEAL_TYPED}
_OURS = re.compile(r"(notes|heal)-\d{4}\.md|READ-ME\.md|(heal-)?being-written\.md|export\.json")
_UNFINISHED = ".unfinished"


@dataclass(frozen=True)
class Imported:
    """What came of one file, by the name that it was given."""

    file: str
    taken: Taken


class Carrier:
    """What goes out of one open notebook, and comes in. One call at a time, as its workspace's."""

    def __init__(self, vault: Vault, journal: Journal, files: Files | None = None) -> None:
        self._vault = vault
        self._journal = journal
        self._files = files or Files()

    # --- out ------------------------------------------------------------------------------------

    def export_to(self, folder: Path, *, with_heal: bool = False, versions: bool = False) -> int:
        """Write everything in the open into a new folder; how many notes.

        The folder appears whole, and durable, or not at all. Where the computer goes off half-way,
        what was written stands beside it with ``.unfinished`` at the end of its name, and the next
        export to the same place takes that away.

        Raises:
            ExportTaken, ExportLeftOver, UsedWrongly, NotPermitted, DiskFull, WriteFailed: nothing
                was written.
            VaultError: the notes can't be read.
        """
        folder = refuse_unfit(folder, self._vault.path)
        held, notes = self._written(with_heal=with_heal, versions=versions)
        fresh = folder.with_name(folder.name + _UNFINISHED)
        disk = self._files
        with speaking_of(fresh):
            _clear(fresh)
        try:
            disk.make_folder(fresh)
            for name, data in held.items():
                disk.create(fresh / name, data)
            with speaking_of(folder):
                disk.sync_folder(fresh)
                if folder.exists():
                    folder.rmdir()
                disk.rename(fresh, folder)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        with speaking_of(folder):
            disk.sync_folder(folder.parent)
        return notes

    def _written(self, *, with_heal: bool, versions: bool) -> tuple[dict[str, bytes], int]:
        """The files of an export by their names, and how many notes they hold."""
        names = (PRIVATE, HEAL) if with_heal else (PRIVATE,)
        parts: list[Part] = []
        held: dict[str, str] = {}
        notes = newer = deleted = known = 0
        for name in names:
            journal = self._journal_of(name)
            assert journal is not None
            there = list(journal.everything())
            records = [(id, all) for id, all in there if not _never_leaves(all)]
            known += len(there) - len(records)
            parts.append(Part(name, records, journal.drafts.documents()))
            years, count, unread = markdown.years((all for _, all in records), versions=versions)
            held |= {f"{_NOTES[name]}-{year:04d}.md": text for year, text in years.items()}
            notes, newer = notes + count, newer + unread
            deleted += sum(map(_comes_back, (all for _, all in records)))
            box = journal.drafts
            waits = [*box.all().values(), *in_heal(box.documents())]
            if typed := markdown.being_typed(waits, goal_drafts.every(box)):
                held[_TYPED[name]] = typed
        held[README] = _readme(versions=versions, newer=newer, deleted=deleted, known=known)
        data = exported.written(parts, self._journal.clock())
        texts = {name: text.encode("utf-8") for name, text in sorted(held.items())}
        return texts | {exported.NAME: data}, notes + newer

    # --- in -------------------------------------------------------------------------------------

    def bring_in(self, paths: Iterable[Path]) -> list[Imported]:
        """Keep what is in these files: Markdown, plain text, a jrnl export, an export of ours.

        What can't be taken is told, and the rest goes on. A backup is made before anything is kept.

        Raises:
            VaultError: it could not be written. What was kept by then is kept, and importing the
                same once more adds the rest.
        """
        read = [(str(path), _read(path)) for path in paths]
        if all(isinstance(found, Refused) for _, found in read):
            return [Imported(name, _refused(found)) for name, found in read]
        self._vault.back_up()
        taking = Taking(self._journal, self._journal_of)
        return [Imported(name, _kept(taking, found)) for name, found in read]

    def _journal_of(self, name: str) -> Journal | None:
        if name == PRIVATE:
            return self._journal
        if name != HEAL:
            return None
        space, drafts = self._vault.heal, self._vault.heal_drafts
        return Journal(space, drafts, clock=self._journal.clock, name=name)


def refuse_unfit(folder: Path, vault: Path) -> Path:
    """Refuse a place where no export can be written; the place, with no link left in it.

    Raises:
        ExportTaken: something stands there.
        UsedWrongly: there is no folder to make it in, or it is inside the notebook.
        NotPermitted: it can't be looked at.
    """
    with speaking_of(folder):
        whole = folder.expanduser().resolve()
        if whole.is_relative_to(vault.resolve()):
            raise UsedWrongly(detail=words.EXPORT_INSIDE)
        if not whole.parent.is_dir():
            raise UsedWrongly(detail=words.EXPORT_NO_PARENT.format(path=whole.parent))
        if whole.exists() and not (whole.is_dir() and not any(whole.iterdir())):
            raise ExportTaken(path=folder)
    return whole


def _clear(left: Path) -> None:
    """Take away what an export that was cut off left behind, and nothing else."""
    if not left.exists():
        return
    if not left.is_dir() or not all(map(_is_ours, left.iterdir())):
        raise ExportLeftOver(path=left)
    shutil.rmtree(left)


def _is_ours(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and bool(_OURS.fullmatch(path.name))


def _comes_back(revisions: list[Document]) -> bool:
    return bool(revisions[-1].get("deleted")) and not revisions[-1].get("shredded")


def _readme(*, versions: bool, newer: int, deleted: int, known: int) -> str:
    data = exported.NAME
    text = words.README.format(notes="notes-….md", data=data)
    text += "" if versions else words.VERSIONS_LEFT.format(data=data)
    text += words.NEWER_LEFT.format(data=data, count=newer) if newer else ""
    text += words.DELETED_IN_DATA.format(data=data, count=deleted) if deleted else ""
    return text + (words.KNOWN_STAY if known else "")


def _never_leaves(revisions: Iterable[Document]) -> bool:
    """Whether it belongs to the private dictionary, now or before."""
    return any(one.get("kind") in NEVER_LEAVE for one in revisions)


@dataclass(frozen=True)
class _Notes:
    """The notes of someone else's file, and when it was changed last."""

    contents: Contents
    changed: datetime


_Read = _Notes | tuple[Space, ...] | Refused


def _read(path: Path) -> _Read:
    """What a file holds, with when it was changed last; or why nothing can be taken from it."""
    path = path.expanduser()
    try:
        if path.is_dir() and (path / exported.NAME).is_file():
            path = path / exported.NAME
        if not path.exists():
            return Refused("no-such-file")
        if not path.is_file():
            return Refused("not-a-file")
        with path.open("rb") as file:
            head = file.read(files.HEAD)
            data = head + file.read(files.most(head) - len(head) + 1)
        if len(data) > files.most(head):
            return Refused("too-large")
        beside = path.with_name(exported.NAME).is_file()
        changed = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).astimezone()
        found = files.read(path, data, beside_export=beside)
    except Refused as refused:
        return refused
    except (OSError, OverflowError, ValueError):
        return Refused("not-permitted")
    return _Notes(found, changed) if isinstance(found, Contents) else found


def _kept(taking: Taking, found: _Read) -> Taken:
    if isinstance(found, Refused):
        return _refused(found)
    if isinstance(found, _Notes):
        return taking.notes(found.contents, found.changed)
    return taking.export(found)


def _refused(found: object) -> Taken:
    assert isinstance(found, Refused)
    if found.kind in ("same-in-export", "about-export"):
        return Taken(told=[Telling(found.kind)])
    return Taken(refused=1, told=[Telling(found.kind)])
