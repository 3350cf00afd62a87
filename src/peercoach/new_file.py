"""A file that a person asked for: new, or not at all, unless they said so."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peercoach.errors import UsedWrongly
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
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
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
