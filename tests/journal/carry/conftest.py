"""Notebooks to carry notes between."""

from collections.abc import Iterator

import pytest

from tests.journal.carry.notebooks import Notebook, Shelf


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """What makes notebooks."""
    return Shelf(tmp_path_factory.mktemp("shelf"))


@pytest.fixture
def book(shelf: Shelf) -> Iterator[Notebook]:
    """A notebook."""
    with shelf.notebook() as made:
        yield made


@pytest.fixture
def other(shelf: Shelf) -> Iterator[Notebook]:
    """Another notebook."""
    with shelf.notebook() as made:
        yield made
