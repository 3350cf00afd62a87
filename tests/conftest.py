"""How random tests draw: the same way on every run, and anew when one asks to wander. And what is
left out of tests that are not about it: the names model, which takes its time with each note.
"""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

from peercoach.outgoing import room
from peercoach.sharing.detect.model import NamesModel

settings.register_profile("seeded", derandomize=True, deadline=None)
# make test ARGS="--hypothesis-profile=wander": other examples on every run, and ten times as many.
settings.register_profile("wander", deadline=None, max_examples=1000)
settings.load_profile("seeded")


@pytest.fixture(scope="session", autouse=True)
def found_model() -> Iterator[Callable[[], NamesModel | None]]:
    """Reviews go by rules and lists alone; what else they would look with is given."""
    real = room.names_model
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "names_model", lambda: None)
        yield real
