"""What every test of the full interface starts from."""

from pathlib import Path

import pytest

from tests.tui.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """An empty folder to make a notebook in."""
    return Stage(tmp_path)


@pytest.fixture
def filled(tmp_path: Path) -> Stage:
    """A notebook with a winter of notes in it."""
    stage = Stage(tmp_path)
    stage.fill()
    return stage
