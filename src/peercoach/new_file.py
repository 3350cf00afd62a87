"""A file that a person asked for: new, or not at all, unless they said so; and one of ours."""

import errno
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peercoach.errors import DiskFull, FileTaken, NotPermitted, UsedWrongly, WriteFailed
from peercoach.words import commands as words


@contextmanager
def new_file(path: Path, *, mode: int = 0o666) -> Iterator[int]:
    """The descriptor of a file that is made now; gone again on an error.

    ``mode`` is what the person's mask is taken from: 0o600 is for one's own eyes.

    Raises:
        UsedWrongly: something is there already, or it can't be made.
    """
    try:
        # Windows would turn line breaks into its own in what is written here.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, flags, mode)
    except FileExistsError:
        raise UsedWrongly(detail=words.FILE_TAKEN.format(path=path)) from None
    except OSError:
        raise UsedWrongly(detail=words.FILE_REFUSED.format(path=path)) from None
    try:
        yield descriptor
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)


def write_new(path: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Make a file with this in it; durable when this returns. ``mode`` is as in :func:`new_file`.

    Raises:
        UsedWrongly: as :func:`new_file`.
        OSError: it could not be written, and is gone again.
    """
    with new_file(path, mode=mode) as descriptor:
        _all(descriptor, content)
        os.fsync(descriptor)


def write_over(path: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Put a file with this in it in the place of another: that one stays until this is durable.

    Raises:
        UsedWrongly, OSError: as :func:`write_new`; what was there is as it was.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    write_new(beside, content, mode=mode)
    try:
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def appear(path: Path, content: bytes, *, mode: int = 0o666, system: str = os.name) -> None:
    """Have a new file appear, whole and durable, or none at all, even where the computer goes off.

    Where the system can (Linux), the bytes have no name anywhere until they are all there.

    Raises:
        FileTaken: something is there already; it is as it was.
        UsedWrongly: there is no folder to make it in.
        NotPermitted, DiskFull, WriteFailed: it could not be written.
    """
    refuse_taken(path)
    try:
        if not _from_nothing(path, content, mode):
            _from_beside(path, content, mode, system)
        try:
            _sync(path.parent, system)
        except BaseException:
            # Whoever asked is told that there is none.
            path.unlink(missing_ok=True)
            raise
    except FileExistsError:
        raise FileTaken(path=path) from None
    except PermissionError:
        raise NotPermitted(path=path) from None
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (DiskFull if full else WriteFailed)(path=path) from None


def refuse_taken(path: Path) -> None:
    """Refuse a place where no new file can be.

    Raises:
        FileTaken: something is there.
        UsedWrongly: there is no folder to make it in.
    """
    if os.path.lexists(path):
        raise FileTaken(path=path)
    if not (_can_be(path) and path.parent.is_dir()):
        shown = str(path).encode("utf-8", "replace").decode()
        raise UsedWrongly(detail=words.FILE_REFUSED.format(path=shown))


def _can_be(path: Path) -> bool:
    """Whether a file can have this name and be told of: not with a NUL, or half a character."""
    try:
        return b"\0" not in str(path).encode()
    except UnicodeError:
        return False


_CANNOT = frozenset(
    {errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL, errno.EXDEV, errno.ENOSYS}
)
"""What a system or a file system says that knows no file without a name (open(2), linkat(2))."""


def _from_nothing(path: Path, content: bytes, mode: int) -> bool:
    """Name a file once all of it is there; False where the system knows no file without a name."""
    unnamed = getattr(os, "O_TMPFILE", None)
    if unnamed is None:
        return False
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        descriptor = os.open(path.parent, os.O_WRONLY | unnamed, mode)
        try:
            _all(descriptor, content)
            os.fsync(descriptor)
            # Only with a folder's descriptor is the link to the file followed.
            os.link(f"/proc/self/fd/{descriptor}", path, src_dir_fd=folder)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno in _CANNOT:
            return False
        raise
    finally:
        os.close(folder)
    return True


def _from_beside(path: Path, content: bytes, mode: int, system: str) -> None:
    """The same by way of a file beside it, with a name that tells nothing."""
    beside = path.with_name(f".{secrets.token_hex(8)}.unfinished")
    write_new(beside, content, mode=mode)
    try:
        # Windows refuses a name that is taken; elsewhere only a second name of a file is refused.
        if system == "nt":
            os.rename(beside, path)
        else:
            _name(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _name(beside: Path, path: Path) -> None:
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:
        # Many a stick (FAT) knows no second name: there a look has to do.
        refuse_taken(path)
        os.rename(beside, path)


def _all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _sync(folder: Path, system: str) -> None:
    if system == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Many a share or stick can't make a folder durable; the file itself is by now.
        if error.errno not in _CANNOT:
            raise
    finally:
        os.close(descriptor)


def keep_private(path: Path, content: bytes) -> None:
    """Keep a file of ours, whole or not at all, for its owner's eyes; its folder is made for it.

    Raises:
        NotPermitted, DiskFull, WriteFailed: it could not be written; what was there stands.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, content)
    except PermissionError:
        raise NotPermitted(path=path) from None
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (DiskFull if full else WriteFailed)(path=path) from None


def _replace(path: Path, content: bytes) -> None:
    # For its owner alone from its first byte on.
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
