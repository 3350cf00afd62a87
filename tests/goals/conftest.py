"""A notebook to keep goals in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from peercoach.workspace import Workspace
from tests.journal.making import FailingFiles, Ticking, workspace


@pytest.fixture
def files() -> FailingFiles:
    """A disk that a test may fill."""
    return FailingFiles()


@pytest.fixture
def clock() -> Ticking:
    """A clock that stands still until it is moved: 14 March 2026."""
    return Ticking(step=0)


@pytest.fixture
def notebook(tmp_path: Path, files: FailingFiles, clock: Ticking) -> Iterator[Workspace]:
    """A new notebook."""
    made = workspace(tmp_path, files=files, clock=clock)
    yield made
    made.close()
