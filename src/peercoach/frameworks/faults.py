"""What is wrong in a file, and where."""

from typing import NamedTuple


class Fault(NamedTuple):
    """One thing to mend: line and column count from 1, columns in characters."""

    line: int
    column: int
    message: str


class Unusable(NamedTuple):
    """A file that can't be used yet, and everything in it that needs mending, in file order."""

    file: str
    faults: tuple[Fault, ...]
