"""Disks that are asked for less than they must be: each leaves out one step of durability."""

import fcntl
import os
from pathlib import Path

from tests.faults.recorder import Recorder, Sync


class NoSyncOnAppend(Recorder):
    """Mutant: a commit is never synced."""

    def sync(self, descriptor: int) -> None:
        if not fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_APPEND:
            super().sync(descriptor)


class NoSyncBeforeRename(Recorder):
    """Mutant: a new file is renamed before its bytes are durable."""

    def sync(self, descriptor: int) -> None:
        if fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_APPEND:
            super().sync(descriptor)


class NoSyncOfFolders(Recorder):
    """Mutant: names are never made durable."""

    def sync_folder(self, folder: Path) -> None:
        pass


class SaysSoTooEarly(Recorder):
    """Mutant: a commit is acknowledged first and synced with the next one."""

    late: int | None = None

    def _catch_up(self) -> None:
        if self.late is not None:
            self.calls.append(Sync(self.late))
            self.late = None

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        self._catch_up()
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._catch_up()
        self.late = self._open.get(descriptor)
