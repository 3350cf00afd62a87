"""What a harness is: rounds that must find nothing wrong, and mutants in which it must find some.

A harness that can't fail proves nothing. So each names mutants, vaults broken in one step, and it
must find each of them wrong in the same way in which it finds the real one right.
"""

import contextlib
import inspect
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from tests.vault.vaults import Kept


@dataclass
class Result:
    """How many rounds were run, what was wrong, in how many seconds; ``more`` is for the table."""

    run: int = 0
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0
    more: str = ""


class Rounds:
    """Counts rounds; ends them when there were enough, or (``until_wrong``) at the first wrong."""

    def __init__(self, most: int, *, until_wrong: bool = False) -> None:
        self.result = Result()
        self._most = most
        self._until_wrong = until_wrong
        self._began = time.monotonic()

    @property
    def enough(self) -> bool:
        """Whether to stop before the next round."""
        stop = self._until_wrong and bool(self.result.wrong)
        return stop or self.result.run >= self._most

    def add(self, wrong: str = "", where: str = "") -> None:
        """One more round was run; empty text is well."""
        self.result.run += 1
        if wrong:
            self.result.wrong.append(f"{where}: {wrong}" if where else wrong)

    def done(self, more: str = "") -> Result:
        """What came of it."""
        self.result.seconds = time.monotonic() - self._began
        self.result.more = more
        return self.result


class Run(Protocol):
    """Runs so many rounds on copies of a template, in an empty folder, the same for each seed."""

    def __call__(
        self, template: Kept, work: Path, rounds: int, seed: int, *, until_wrong: bool = False
    ) -> Result: ...


@dataclass(frozen=True)
class Mutant:
    """A vault in which one step is broken for as long as the context lasts."""

    name: str
    broken: Callable[[], AbstractContextManager[None]]
    seed: int = 1
    """One with which it is found soon."""


@dataclass(frozen=True)
class Harness:
    """``claim`` must hold in ``full`` and ``short`` rounds; a mutant is looked for in ``catch``."""

    name: str
    claim: str
    run: Run
    full: int
    short: int
    catch: int
    mutants: tuple[Mutant, ...]


# --- breaking one step ---------------------------------------------------------------------------


@contextlib.contextmanager
def patched(owner: Any, name: str, value: Any) -> Iterator[None]:
    """Another value for an attribute of a module or class, for a while."""
    was = inspect.getattr_static(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, was)


@contextlib.contextmanager
def rewritten(owner: Any, name: str, *changes: tuple[str, str]) -> Iterator[None]:
    """The same function with some of its text changed.

    Each text to change must stand there exactly once: a mutant can't quietly stop being one when
    the code moves on.
    """
    found = inspect.getattr_static(owner, name)
    known = getattr(owner, name).__globals__
    source = textwrap.dedent(inspect.getsource(getattr(owner, name)))
    for old, new in changes:
        assert source.count(old) == 1, f"{name}: {source.count(old)} times {old!r}"
        source = source.replace(old, new)
    made: dict[str, Any] = {}
    exec(compile(source, f"<broken {name}>", "exec"), known, made)
    assert made[name] is not found
    with patched(owner, name, made[name]):
        yield


def breaking(
    name: str, owner: Any, function: str, *changes: tuple[str, str], seed: int = 1
) -> Mutant:
    """A mutant made by changing the text of one function, where ``owner`` looks it up."""
    return Mutant(name, lambda: rewritten(owner, function, *changes), seed)


def instead(name: str, owner: Any, attribute: str, value: Any, seed: int = 1) -> Mutant:
    """A mutant made by putting something else in the place of an attribute."""
    return Mutant(name, lambda: patched(owner, attribute, value), seed)
