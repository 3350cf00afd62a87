"""How random tests draw, and what is worked out once in all the tests of a process.

Random tests draw the same way on every run, and anew when one asks to wander. The names model,
which takes its time with each note, is left out of tests that are not about it.
"""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from peercoach.outgoing import room
from peercoach.sharing.detect.model import NamesModel
from peercoach.vault import kdf

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


_TESTS = Path(__file__).parent

_DERIVED_EACH_TIME = {"vault", "faults", "benchmarks"}
"""Rooms whose tests are about deriving keys, or take its time."""

_DERIVED_QUICKLY = {
    *("goals", "healing", "journal", "pictures", "tui"),
    *("test_coming.py", "test_conversation.py", "test_hours.py", "test_memories.py"),
    *("test_offers.py", "test_outliving.py", "test_reviewing.py", "test_safekeeping.py"),
    *("test_walk.py", "test_workspace_prepare.py"),
}
"""Rooms, and modules beside them, that make many notebooks, none of which another process opens."""

_derived_once = cache(kdf.from_passphrase)


def _derived_quickly(passphrase: str, salt: bytes, profile: kdf.Profile) -> bytes:
    """A key that differs with all three, as the real one does, and is there at once."""
    profile.check()
    return kdf.hkdf(kdf.prepare(passphrase), profile.name.encode(), salt)


@pytest.fixture(autouse=True, scope="module")
def keys_are_quick(request: pytest.FixtureRequest) -> Iterator[None]:
    """Deriving a key is slow on purpose: the same key is derived once, or not slowly at all."""
    room, *module = request.path.relative_to(_TESTS).with_suffix("").parts
    rooms = {room} if module else {f"{room}.py"}
    with pytest.MonkeyPatch.context() as patch:
        if rooms & _DERIVED_QUICKLY:
            patch.setattr(kdf, "from_passphrase", _derived_quickly)
        elif not rooms & _DERIVED_EACH_TIME:
            patch.setattr(kdf, "from_passphrase", _derived_once)
        yield
