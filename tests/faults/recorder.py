"""A disk that remembers every call: writes, syncs, renames, in order, by file and not by name."""

import os
from dataclasses import dataclass
from pathlib import Path

from peercoach.vault.files import Files


@dataclass(frozen=True)
class Write:
    """Bytes put at an offset of a file."""

    file: int
    at: int
    data: bytes


@dataclass(frozen=True)
class Cut:
    """A file cut to a size."""

    file: int
    size: int


@dataclass(frozen=True)
class Sync:
    """A file's bytes are durable."""

    file: int


@dataclass(frozen=True)
class Name:
    """A name now means this file (None: no file); ``gone`` is its name before a rename."""

    path: Path
    file: int | None
    gone: Path | None = None


@dataclass(frozen=True)
class SyncFolder:
    """The names in a folder are durable."""

    folder: Path


@dataclass(frozen=True)
class Done:
    """Something was acknowledged; ``step`` counts from 1."""

    step: int


Call = Write | Cut | Sync | Name | SyncFolder | Done


class Recorder(Files):
    """Does everything for real and keeps the trace. ``first`` is what stood there, all durable."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.calls: list[Call] = []
        self.names: dict[Path, int] = {}
        self.first: dict[int, bytes] = {}
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.name != "lock":
                self.names[path] = len(self.first)
                self.first[len(self.first)] = path.read_bytes()
        self.first_names = dict(self.names)
        self._files = len(self.first)
        self._open: dict[int, int] = {}

    def open(self, path: Path, flags: int) -> int:
        descriptor = super().open(path, flags)
        if flags & os.O_CREAT:
            self.names[path] = self._files
            self._files += 1
            self.calls.append(Name(path, self.names[path]))
        self._open[descriptor] = self.names[path]
        return descriptor

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        at = os.fstat(descriptor).st_size
        taken = super().write(descriptor, data)
        self.calls.append(Write(self._open[descriptor], at, bytes(data[:taken])))
        return taken

    def sync(self, descriptor: int) -> None:
        if descriptor in self._open:
            self.calls.append(Sync(self._open[descriptor]))

    def truncate(self, descriptor: int, size: int) -> None:
        super().truncate(descriptor, size)
        self.calls.append(Cut(self._open[descriptor], size))

    def rename(self, old: Path, new: Path) -> None:
        within = [path for path in self.names if path.is_relative_to(old)]
        super().rename(old, new)
        for path in within:
            moved = new / path.relative_to(old)
            self.names[moved] = self.names.pop(path)
            self.calls.append(Name(moved, self.names[moved], gone=path))

    def sync_folder(self, folder: Path) -> None:
        self.calls.append(SyncFolder(folder))

    def unlink(self, path: Path) -> None:
        super().unlink(path)
        if self.names.pop(path, None) is not None:
            self.calls.append(Name(path, None))

    def begin_again(self) -> None:
        """Forget the calls so far: what they led to is what stood there first, all durable."""
        self.calls.clear()
        self.first_names = dict(self.names)
        self.first = {file: path.read_bytes() for path, file in self.names.items()}

    def done(self, step: int) -> None:
        self.calls.append(Done(step))
