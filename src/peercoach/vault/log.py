"""One append-only encrypted log: a commit is one frame, one write, one fsync.

Memory may only change after :meth:`Log.append` has returned. After a failed fsync the same file is
never tried again (the kernel may have dropped the pages and would lie the second time: Rebello et
al., *Can Applications Recover from fsync Failures?*, ATC 2020): the next commit first writes a new
generation from what is known to be kept.
"""

import contextlib
import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from peercoach.errors import Diverged, LogDamaged, LogMissing, NewerFormat, ReadOnly, VaultLocked
from peercoach.vault import aside
from peercoach.vault.files import Files, speaking_of, typed
from peercoach.vault.format import (
    DRAFTS_LOG,
    FORMAT,
    Header,
    NewerLog,
    NotALog,
)
from peercoach.vault.frames import Chain, Random, Writer
from peercoach.vault.frames import file_key as file_key
from peercoach.vault.frames import fits as fits
from peercoach.vault.frames import whole_log as whole_log
from peercoach.vault.scan import Scan, scan

Live = Callable[[], Iterable[bytes]]
KeyFor = Callable[[Header], bytes]
"""The space's key for a log with this header; raises where the header does not belong here."""
_ID_BYTES = 16
_READ_AND_ADD = os.O_RDWR | os.O_APPEND


def _identity(found: os.stat_result) -> tuple[int, int]:
    return found.st_ino, found.st_dev


class Log:
    """A log that is open for appending; one writer at a time, which the vault's lock ensures."""

    def __init__(
        self, path: Path, key: bytes, found: Scan, descriptor: int, files: Files, random: Random
    ) -> None:
        self.path = path
        self.read_only = found.broken
        self._key = key
        self._files = files
        self._random = random
        self._writer = Writer(found.header, key, random)
        self._writer.chain = Chain(found.frames, found.tip, found.end)
        self._descriptor: int | None = descriptor
        self._identity = _identity(os.fstat(descriptor))
        self._doubtful = False
        self._diverged = False
        self._rescued = False
        self.live: Live = tuple
        """The payloads of all that is kept; set by whoever applies what was read."""

    @property
    def header(self) -> Header:
        """The header of the file as it stands."""
        return self._writer.header

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return self._writer.chain.end

    @property
    def frames(self) -> int:
        """How many frames the file holds."""
        return self._writer.chain.sequence

    def append(self, payload: bytes) -> None:
        """Add one frame; it is durable when this returns.

        Raises:
            DiskFull, WriteFailed, NotPermitted, Diverged: nothing was added.
            ReadOnly: the log is damaged and open for reading only.
            VaultLocked: the log was closed.
        """
        self._writable()
        if self._doubtful:
            self.rewrite()
        descriptor = self._same_file()
        frame = self._writer.frame(payload)
        # Whatever ends this early, Ctrl-C too, leaves a file that isn't trusted again.
        self._doubtful = True
        try:
            self._files.write_all(descriptor, frame)
        except OSError as error:
            self._take_back(descriptor)
            raise typed(error, self.path) from None
        with speaking_of(self.path):
            self._files.sync(descriptor)
        self._same_file(added=len(frame))
        self._writer.took(frame)
        self._doubtful = False

    def rewrite(self, keys: tuple[int, bytes] | None = None) -> None:
        """Write a new generation, under a new file id, from what is live, in place of this one.

        ``keys`` are the epoch and the key to write it under from now on; otherwise both stay.

        Raises:
            DiskFull, WriteFailed, NotPermitted, ReadOnly, VaultLocked: the old generation still
                stands; or, where the very last step failed, the new one, and the next commit
                writes another.
            Diverged: another program put its own file here; it is left as it is.
        """
        self._writable()
        epoch, key = keys or (self.header.epoch, self._key)
        fresh = Writer(self._next(epoch), key, self._random)
        parts = [fresh.header.write()]
        for payload in self.live():
            parts.append(fresh.frame(payload))
            fresh.took(parts[-1])
        sized = not self._doubtful
        self._same_file(sized=sized)
        prepared = self._files.prepare(self.path, b"".join(parts))
        try:
            # Writing took a while: what was put here meanwhile is never written over.
            self._same_file(sized=sized)
            with speaking_of(prepared):
                identity = _identity(os.stat(prepared))
        except BaseException:
            self._files.discard(self.path)
            raise
        self._release()
        # Whatever fails from here on, the next commit writes anew what memory holds by then.
        doubtful, self._doubtful = self._doubtful, True
        try:
            self._files.put_in_place(self.path)
        except BaseException:
            with contextlib.suppress(OSError):
                if _identity(os.stat(self.path)) == identity:
                    self._identity = identity
                else:
                    self._doubtful = doubtful
            raise
        self._writer, self._key, self._identity = fresh, key, identity
        self._same_file()
        self._doubtful = False

    def remove(self) -> None:
        """Take the file away, durably; one that is gone already is none. Only closing comes after.

        Raises:
            NotPermitted, WriteFailed: see :meth:`Files.remove`.
            Diverged: another program put its own file here, before or meanwhile; it is left as it
                is.
            VaultLocked: the log was closed.
        """
        if not self._key:
            raise VaultLocked
        with speaking_of(self.path):
            stands = self.path.exists()
        if stands:
            self._same_file(sized=not self._doubtful)
        # Windows removes no file that is open.
        self._release()
        self._files.remove(self.path)
        with speaking_of(self.path):
            self._diverged = self.path.exists()
        if self._diverged:
            raise Diverged(path=self.path)

    def copy(self) -> bytes:
        """The bytes of the file up to the last commit; of a damaged one, all of them.

        Raises:
            WriteFailed, NotPermitted: it can't be read.
            VaultLocked: the log was closed.
        """
        if not self._key:
            raise VaultLocked
        with speaking_of(self.path):
            data = self._files.read(self.path)
        return data if self.read_only else data[: self.size]

    def rescue(self, folder: Path) -> None:
        """Where another file stands in the place of ours: keep all that is live in ``folder``.

        What was added to ours since it was replaced stands in no file that has a name. A whole log
        is written, once.

        Raises:
            DiskFull, WriteFailed, NotPermitted, VaultLocked: nothing was kept there.
        """
        if not self._key:
            raise VaultLocked
        if self.read_only or self._rescued or not self._replaced():
            return
        header = self._next(self.header.epoch)
        data = whole_log(header, self._key, self.live(), self._random)
        name = f"{self.path.stem}-{header.generation}"
        aside.keep(folder, name, "replaced", data, self._files)
        self._rescued = True

    def _replaced(self) -> bool:
        try:
            return self._diverged or _identity(os.stat(self.path)) != self._identity
        except OSError as error:
            return isinstance(error, FileNotFoundError)

    def _next(self, epoch: int) -> Header:
        return replace(
            self.header,
            epoch=epoch,
            generation=self.header.generation + 1,
            file=self._random(_ID_BYTES),
            marker=self._random(_ID_BYTES),
        )

    def forget_torn(self, folder: Path) -> None:
        """Drop the torn ends that were set aside in ``folder``, of this log and of its drafts."""
        with speaking_of(folder):
            for torn in sorted(folder.glob(f"*{self.path.stem}-*.torn")):
                self._files.unlink(torn)

    def close(self) -> None:
        """Close the file and drop the key. Idempotent."""
        self._release()
        if self._key:
            self._key = b""
            self._writer.forget()
        self.read_only = True
        self.live = tuple

    # --- the file --------------------------------------------------------------------------------

    def _writable(self) -> None:
        if not self._key:
            raise VaultLocked
        if self._diverged:
            raise Diverged(path=self.path)
        if self.read_only:
            raise ReadOnly(path=self.path)

    def _release(self) -> None:
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = None

    def _same_file(self, *, added: int = 0, sized: bool = True) -> int:
        """The open file, if its path still names it and (``sized``) it ends where we left it.

        A sync tool may put another file in place of ours: what we then add would go to a ghost.
        Once that was seen, nothing more is written through this log.
        """
        end = self._writer.chain.end + added
        try:
            named = os.stat(self.path)
        except FileNotFoundError:
            named = None
        except OSError as error:
            raise typed(error, self.path) from None
        sized_so = named is not None and (not sized or named.st_size == end)
        if named is None or not sized_so or _identity(named) != self._identity:
            self._diverged = True
            raise Diverged(path=self.path)
        if self._descriptor is None:
            with speaking_of(self.path):
                self._descriptor = self._files.open(self.path, _READ_AND_ADD)
        return self._descriptor

    def _take_back(self, descriptor: int) -> None:
        """Cut off what a failed write left; where even that fails, the file stays in doubt."""
        with contextlib.suppress(OSError):
            self._files.truncate(descriptor, self._writer.chain.end)
            self._doubtful = False


def read_log(path: Path, data: bytes, key_for: KeyFor) -> Scan:
    """Verify the bytes of the log at ``path``.

    Raises:
        LogDamaged, NewerFormat: it can't be read as a log at all.
        VaultError: whatever ``key_for`` raises.
    """
    try:
        return scan(data, lambda header: file_key(key_for(header), header))
    except NewerLog:
        raise NewerFormat(path=path, needs=FORMAT + 1, have=FORMAT) from None
    except NotALog:
        raise LogDamaged(path=path, whole=0) from None


def open_log(
    path: Path,
    key_for: KeyFor,
    *,
    set_aside: Path | None,
    files: Files,
    random: Random,
) -> tuple[Log, Scan]:
    """Open a log for reading and adding; a torn end is set aside first, and the scan says so.

    A damaged log opens too, read-only: ``Scan.payloads`` holds what is whole. Where ``set_aside``
    is None a torn end is refused as damage, and nothing on the disk is touched.

    Raises:
        LogMissing: no file stands there; it is never taken for an empty one.
        LogDamaged, NewerFormat, NotPermitted, DiskFull, WriteFailed: see :func:`read_log`.
    """
    with speaking_of(path):
        try:
            descriptor = files.open(path, _READ_AND_ADD)
        except FileNotFoundError:
            raise LogMissing(path=path) from None
    try:
        with speaking_of(path):
            data = files.read_open(descriptor)
        found = read_log(path, data, key_for)
        if found.torn:
            if set_aside is None:
                raise LogDamaged(path=path, whole=found.frames)
            whose = aside.DRAFTS if found.header.purpose == DRAFTS_LOG else ""
            name = f"{whose}{path.stem}-{found.header.generation}-{found.end}"
            aside.keep(set_aside, name, "torn", data[found.end :], files)
            with speaking_of(path):
                files.truncate(descriptor, found.end)
                files.sync(descriptor)
    except BaseException:
        os.close(descriptor)
        raise
    return Log(path, key_for(found.header), found, descriptor, files, random), found
