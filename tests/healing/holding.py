"""A notebook with questions that ask for care, and everything that can be read in its files."""

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from peercoach import paths
from peercoach.frameworks.library import Library, open_library
from peercoach.healing.sitting import Healing
from peercoach.vault.files import Files
from peercoach.vault.folder import drafts_key
from peercoach.workspace import Workspace
from tests.healing.walking import WORD, to
from tests.journal.making import Ticking, framework, opened, unprepared, workspace
from tests.vault import logs
from tests.vault.vaults import bytes_under

SHIPPED = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
CARING = SHIPPED.get("moral-injury")
SHELF = Library(
    frameworks=MappingProxyType({"walking": framework(), CARING.id: CARING}),
    plans=MappingProxyType({}),
    origins=MappingProxyType({CARING.id: "shipped"}),
)
SENTINEL = "the lantern in the linen room"


@dataclass
class Holding:
    """A notebook in a folder."""

    folder: Path
    work: Workspace
    clock: Ticking

    @classmethod
    def made(cls, folder: Path, *, files: Files | None = None) -> "Holding":
        """A new one, made a moment ago."""
        clock = Ticking()
        return cls(folder, workspace(folder, clock=clock, shelf=SHELF, files=files), clock)

    @property
    def vault(self) -> Path:
        return self.work.path

    def again(self, shelf: Library = SHELF) -> Workspace:
        """The same notebook after its lid was closed."""
        self.work.lock()
        self.work = opened(self.folder, clock=self.clock, shelf=shelf)
        return self.work

    def crashed(self) -> Workspace:
        """The same after the computer went off: only what is on the disk is left."""
        self.work._vault._lock.release()
        self.work = unprepared(self.folder, clock=self.clock, shelf=SHELF)
        return self.work

    def readable(self) -> bytes:
        """Whatever can be read in any file of the notebook, its backups too: bytes and frames."""
        mine = self.work._vault._mine
        assert mine is not None
        own = [key for held in mine.spaces for key in held.keys.values()]
        keys = [*own, *map(drafts_key, own)]
        found = [data for name, data in bytes_under(self.vault).items() if name != "lock"]
        scanned = [logs.read(data, key) for data in found for key in keys]
        return b"".join([*found, *(one for scan in scanned if scan for one in scan.payloads)])

    def stamps(self) -> dict[str, tuple[int, int, bytes]]:
        """Every file and folder around the notebook: its moment, its size, its bytes."""
        return {
            str(path.relative_to(self.folder)): (
                path.stat().st_mtime_ns,
                path.stat().st_size,
                path.read_bytes() if path.is_file() and path.name != "lock" else b"",
            )
            for path in sorted(self.folder.rglob("*"))
        }


def writing(holding: Holding, text: str = SENTINEL) -> Healing:
    """A sitting in which one question was written to, that stands at the next."""
    here = holding.work.heal.begin()
    here.move(lambda one: one.choose_for_me())
    to(here, WORD)
    here.draft(text, len(text))
    here.move(lambda one: one.next(text))
    return here


def kept(holding: Holding, text: str = SENTINEL) -> int:
    """A sitting that was kept: its id."""
    here = writing(holding, text)
    to(here, "keep")
    here.move(lambda one: one.keep())
    here.move(lambda one: one.next())
    return int(here.key)
