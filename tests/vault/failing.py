"""Disks that fail, at a chosen call and in a chosen way."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from peercoach.vault.files import Files

T = TypeVar("T")
CODES = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EACCES)


class Failing(Files):
    """Fails at the n-th call (from 1) with an error number; ``lasting``: and at each one after.

    A failing write takes half of the bytes first, as a full disk does. ``only`` names the calls
    that count. With ``at=0`` nothing fails and ``calls`` says how many there were.
    """

    def __init__(
        self,
        at: int = 0,
        code: int = errno.EIO,
        *,
        lasting: bool = False,
        only: tuple[str, ...] = ("open", "write", "sync", "truncate", "rename", "sync_folder"),
    ) -> None:
        super().__init__()
        self.at = at
        self.code = code
        self.lasting = lasting
        self.only = only
        self.calls = 0
        self.failed: list[str] = []

    def arm(self, at: int) -> None:
        """Count from here."""
        self.calls, self.at = 0, at

    def _fails(self, name: str) -> bool:
        if name not in self.only:
            return False
        self.calls += 1
        hit = self.at > 0 and (self.calls == self.at or (self.lasting and self.calls > self.at))
        if hit:
            self.failed.append(name)
        return hit

    def _or_fail(self, name: str, call: Callable[[], T]) -> T:
        if self._fails(name):
            raise OSError(self.code, os.strerror(self.code))
        return call()

    def open(self, path: Path, flags: int) -> int:
        return self._or_fail("open", lambda: super(Failing, self).open(path, flags))

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        if self._fails("write"):
            os.write(descriptor, data[: len(data) // 2])
            raise OSError(self.code, os.strerror(self.code))
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._or_fail("sync", lambda: None)

    def truncate(self, descriptor: int, size: int) -> None:
        self._or_fail("truncate", lambda: super(Failing, self).truncate(descriptor, size))

    def rename(self, old: Path, new: Path) -> None:
        self._or_fail("rename", lambda: super(Failing, self).rename(old, new))

    def sync_folder(self, folder: Path) -> None:
        self._or_fail("sync_folder", lambda: None)


class Short(Files):
    """A disk that takes a few bytes at a time."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        self.calls = 0

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        self.calls += 1
        return super().write(descriptor, data[: self.most])

    def sync(self, descriptor: int) -> None:
        pass


class Killed(BaseException):
    """The process is gone: nothing after this happens."""


class Dying(Files):
    """A process that is killed before the n-th call; none that comes after it does anything."""

    def __init__(self, at: int = 0) -> None:
        super().__init__()
        self.at = at
        self.calls = 0

    def arm(self, at: int) -> None:
        """Count from here."""
        self.calls, self.at = 0, at

    def _reach(self) -> None:
        self.calls += 1
        if self.at and self.calls >= self.at:
            raise Killed

    def open(self, path: Path, flags: int) -> int:
        self._reach()
        return super().open(path, flags)

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        self._reach()
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._reach()

    def truncate(self, descriptor: int, size: int) -> None:
        self._reach()
        super().truncate(descriptor, size)

    def rename(self, old: Path, new: Path) -> None:
        self._reach()
        super().rename(old, new)

    def unlink(self, path: Path) -> None:
        self._reach()
        super().unlink(path)

    def remove_folder(self, folder: Path) -> None:
        self._reach()
        super().remove_folder(folder)


def each_failure(count: int) -> Iterator[tuple[int, int, bool]]:
    """Every call, each kind of failure, once and for good."""
    for at in range(1, count + 1):
        for code in CODES:
            for lasting in (False, True):
                yield at, code, lasting
