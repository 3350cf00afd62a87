"""A folder for the demo alone, gone again whichever way one leaves."""

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

from filelock import FileLock

from peercoach.errors import VaultError
from peercoach.vault.files import typed
from peercoach.vault.folder import file_lock, take

PREFIX = "peercoach-demo-"
_Handler = Callable[[int, FrameType | None], object] | signal.Handlers
_BEING_MADE = 60.0
"""Seconds for which a folder that nobody holds may be one that is being made this moment."""

_ENDING = tuple(
    getattr(signal, name)
    for name in ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")
    if hasattr(signal, name)
)


@contextmanager
def thrown_away() -> Iterator[Path]:
    """A folder that only this person can read, gone at the end, and after a signal too.

    What kill -9 left of an earlier one is taken away first. A signal that would end the program
    ends it with 128 + its number, once the folder is gone; while another room minds the signals,
    as both interfaces do, it sees to that itself.

    Raises:
        DiskFull, NotPermitted, WriteFailed: it can't be made.
        SystemExit: a signal came.
    """
    with _signals(_exit):
        clear_stale()
        place = Path(tempfile.gettempdir())
        try:
            folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
        except OSError as error:
            raise typed(error, place) from None
        lock = file_lock(folder)
        try:
            take(lock, folder)
            yield folder
        finally:
            with _signals(signal.SIG_IGN, signal.SIGINT):
                _remove(folder, lock)


def clear_stale() -> None:
    """Take away every folder of ours whose program is no longer there.

    Whoever runs a demo holds its folder's lock, and the system lets go of it however they ended.
    """
    for folder in Path(tempfile.gettempdir()).glob(PREFIX + "*"):
        with suppress(OSError, VaultError):
            if _may_be_stale(folder):
                lock = file_lock(folder)
                take(lock, folder)
                _remove(folder, lock)


def _may_be_stale(folder: Path) -> bool:
    about = folder.lstat()
    ours = not hasattr(os, "getuid") or about.st_uid == os.getuid()
    whole = folder.is_dir() and not folder.is_symlink()
    return ours and whole and time.time() - about.st_mtime > _BEING_MADE


def _remove(folder: Path, lock: FileLock) -> None:
    # Windows removes no file that is held: what is open goes first, and the lock last.
    with suppress(OSError):
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
    lock.release()
    shutil.rmtree(folder, ignore_errors=True)


def _exit(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


@contextmanager
def _signals(handler: _Handler, *more: signal.Signals) -> Iterator[None]:
    """Have what would end us handled so while inside."""
    before = {number: signal.signal(number, handler) for number in (*_ENDING, *more)}
    try:
        yield
    finally:
        for number, handled in before.items():
            signal.signal(number, handled)
