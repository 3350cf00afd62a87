"""The vault's byte-level I/O, all through :class:`Files`: a harness can record it or make it fail.

What each system needs for bytes to be durable (POSIX.1-2017 ``fsync``; Apple ``fcntl(2)``,
``F_FULLFSYNC``; Windows has no folder fsync) is decided here and nowhere else.
"""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from peercoach.errors import DiskFull, NotPermitted, VaultError, WriteFailed

FILE_MODE = 0o600
FOLDER_MODE = 0o700
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_F_FULLFSYNC = 51
_REPLACE_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)


def typed(error: OSError, path: Path) -> VaultError:
    """The typed error for what the operating system said about ``path``."""
    if error.errno in _NO_ROOM:
        return DiskFull(path=path)
    if error.errno in _REFUSED:
        return NotPermitted(path=path)
    return WriteFailed(path=path)


@contextlib.contextmanager
def speaking_of(path: Path) -> Iterator[None]:
    """Turn an :class:`OSError` inside into a typed error about ``path``."""
    try:
        yield
    except OSError as error:
        raise typed(error, path) from None


def _fresh(path: Path) -> Path:
    return path.with_name(path.name + ".new")


class Files:
    """The few things the vault asks of a disk.

    The lower-case methods that take a descriptor are the whole surface that a fault harness
    overrides. All paths are absolute or relative to the working folder; all sizes are bytes.
    """

    def __init__(
        self, platform: str = sys.platform, wait: Callable[[float], None] = time.sleep
    ) -> None:
        self.platform = platform
        self._wait = wait

    # --- the system calls ---------------------------------------------------------------------

    def open(self, path: Path, flags: int) -> int:
        """Open, creating with mode 0600 where the flags say so. Never follows with a chmod."""
        return os.open(path, flags | getattr(os, "O_BINARY", 0), FILE_MODE)

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        """Write some of ``data``; how many bytes were taken."""
        return os.write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        """Return only when the file's bytes are on the disk itself."""
        if self.platform == "darwin":
            import fcntl

            fcntl.fcntl(descriptor, _F_FULLFSYNC)
        else:
            os.fsync(descriptor)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut an open file to ``size`` bytes."""
        os.ftruncate(descriptor, size)

    def rename(self, old: Path, new: Path) -> None:
        """Put ``old`` in place of ``new``, whole or not at all.

        On Windows a virus scanner may hold the file for a moment: wait and try again.
        """
        waits = _REPLACE_WAITS if self.platform == "win32" else ()
        for pause in waits:
            try:
                os.replace(old, new)
            except PermissionError:
                self._wait(pause)
            else:
                return
        os.replace(old, new)

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder durable; Windows does so itself and has no call for it."""
        if self.platform == "win32":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            self.sync(descriptor)
        finally:
            os.close(descriptor)

    def unlink(self, path: Path) -> None:
        """Take a name out of its folder."""
        path.unlink(missing_ok=True)

    def remove_folder(self, folder: Path) -> None:
        """Take a folder and all in it away; one that is not there is none."""
        if not folder.exists():
            return
        for one in sorted(folder.iterdir()):
            if one.is_dir() and not one.is_symlink():
                self.remove_folder(one)
            else:
                self.unlink(one)
        folder.rmdir()

    # --- what the vault does with them -----------------------------------------------------------

    def write_all(self, descriptor: int, data: bytes) -> None:
        """Write every byte, however many calls it takes."""
        view = memoryview(data)
        while view:
            taken = self.write(descriptor, view)
            if taken <= 0:
                raise OSError(errno.EIO, "nothing was written")
            view = view[taken:]

    def read(self, path: Path) -> bytes:
        """Every byte of a file.

        Raises:
            FileNotFoundError: there is no such file.
            NotPermitted, WriteFailed: it can't be read.
        """
        try:
            return path.read_bytes()
        except FileNotFoundError:
            raise
        except OSError as error:
            raise typed(error, path) from None

    def read_open(self, descriptor: int) -> bytes:
        """Every byte of an open file, from its start."""
        os.lseek(descriptor, 0, os.SEEK_SET)
        with open(descriptor, "rb", buffering=0, closefd=False) as file:
            return file.readall()

    def make_folder(self, path: Path) -> None:
        """Make one folder, for its owner alone, and make its name durable."""
        with speaking_of(path):
            path.mkdir(mode=FOLDER_MODE)
            self.sync_folder(path.parent)

    def create(self, path: Path, data: bytes) -> None:
        """Make a new file with these bytes, durable; one that exists is never touched.

        Raises:
            DiskFull, NotPermitted, WriteFailed: nothing is left behind.
        """
        with speaking_of(path):
            descriptor = self.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            try:
                self.write_all(descriptor, data)
                self.sync(descriptor)
            except BaseException:
                os.close(descriptor)
                with contextlib.suppress(OSError):
                    self.unlink(path)
                raise
            os.close(descriptor)

    def replace(self, path: Path, data: bytes) -> None:
        """Put these bytes in place of a file: the old ones or the new ones, never a mix.

        Raises:
            DiskFull, NotPermitted, WriteFailed: the old bytes still stand, or, where the very last
                step failed, the new ones.
        """
        self.prepare(path, data)
        self.put_in_place(path)

    def prepare(self, path: Path, data: bytes) -> Path:
        """Write, durably, what :meth:`put_in_place` puts in place of a file; where it stands.

        Raises:
            DiskFull, NotPermitted, WriteFailed: nothing is left behind.
        """
        fresh = _fresh(path)
        with speaking_of(path):
            self.unlink(fresh)
        self.create(fresh, data)
        return fresh

    def put_in_place(self, path: Path) -> None:
        """Put what was prepared in place of a file.

        Raises:
            NotPermitted, WriteFailed: what was prepared is gone; or the new bytes stand, and only
                that they will after a power cut is uncertain.
        """
        with speaking_of(path):
            try:
                self.rename(_fresh(path), path)
            except BaseException:
                self.discard(path)
                raise
            self.sync_folder(path.parent)

    def remove(self, path: Path) -> None:
        """Take a file away, durably, and what was prepared for it; one not there is none.

        Raises:
            NotPermitted, WriteFailed: it still stands; or, where the very last step failed, it is
                gone, and only that it will be after a power cut is uncertain.
        """
        if not path.parent.exists():
            return
        with speaking_of(path):
            self.unlink(_fresh(path))
            self.unlink(path)
            self.sync_folder(path.parent)

    def discard(self, path: Path) -> None:
        """Drop what was prepared for a file, if anything was."""
        with contextlib.suppress(OSError):
            self.unlink(_fresh(path))
