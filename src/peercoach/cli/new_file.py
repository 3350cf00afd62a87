"""A file that a command makes: new, or not at all."""

import os
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


def write_new(path: Path, content: bytes) -> None:
    """Make a file with this in it; durable when this returns.

    Raises:
        UsedWrongly: as :func:`new_file`.
        OSError: it could not be written, and is gone again.
    """
    with new_file(path) as descriptor:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
