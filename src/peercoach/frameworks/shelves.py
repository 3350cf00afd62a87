"""The library as it stands on the disk now, so that nobody has to start again to see a new file.

What was begun keeps its wording: a reflection holds the framework that it began with.
"""

import os
from pathlib import Path
from threading import Lock

from peercoach.frameworks.library import ENDINGS, Library, open_library

# Of each file that could be read: its folder and name, when it changed, and its size.
_Stamp = tuple[tuple[str, int, int], ...]


class Shelves:
    """Gives the library; reads the files at the first call, and again once one has changed.

    To look whether one has costs some microseconds a file. May be called on any thread.
    """

    def __init__(self, *, shipped: Path, personal: Path | None, extra: Path | None) -> None:
        self._shipped, self._personal, self._extra = shipped, personal, extra
        self._guard = Lock()
        self._stamp: _Stamp | None = None
        self._library = Library(frameworks={}, plans={})

    def __call__(self) -> Library:
        """The library as its files are now."""
        with self._guard:
            # Looked at before the reading: what changes meanwhile is then seen the next time.
            stamp = self._look()
            if stamp != self._stamp:
                self._library = open_library(
                    shipped=self._shipped, personal=self._personal, extra=self._extra
                )
                self._stamp = stamp
            return self._library

    def _look(self) -> _Stamp:
        folders = (self._shipped, self._personal, self._extra)
        return tuple(one for folder in folders if folder is not None for one in _files(folder))


def _files(folder: Path) -> list[tuple[str, int, int]]:
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if entry.name.endswith(ENDINGS)]
    except OSError:
        return [(os.fspath(folder), 0, -1)]
    return sorted(map(_stamped, found))


def _stamped(entry: "os.DirEntry[str]") -> tuple[str, int, int]:
    try:
        seen = entry.stat()
    except OSError:
        return entry.path, 0, -1
    return entry.path, seen.st_mtime_ns, seen.st_size
