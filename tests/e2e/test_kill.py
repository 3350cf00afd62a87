"""``kill -9`` while someone types in a real terminal."""

import random
import time
from collections.abc import Callable

import pytest

from tests.e2e.conftest import Home, begin
from tests.e2e.terminal import Terminal

pytestmark = [pytest.mark.e2e, pytest.mark.faults]
Unlock = Callable[[Terminal], Terminal]
ROUNDS = 50
SEED = 20_261_123
A_SECOND = 1.0


def test_never_more_than_the_last_second_is_lost(home: Home, unlocked: Unlock) -> None:
    """Fifty kills at random instants: the vault always opens, and holds all but the last second."""
    chance = random.Random(SEED)
    home.make().lock()
    kept = ""
    waits = False
    lost_longest = 0.0
    for number in range(ROUNDS):
        with home.run() as terminal:
            unlocked(terminal)
            # Where nothing waits to be gone on with, enter begins something else.
            if waits:
                terminal.press("enter")
                terminal.wait_for("face change")
            else:
                begin(terminal)
            if kept:
                terminal.wait_for(kept)
            typed: list[tuple[float, str]] = [(time.monotonic(), kept)]
            end = time.monotonic() + chance.uniform(0.05, 1.6)
            while time.monotonic() < end:
                sign = chance.choice("abcdefghij ")
                terminal.type(sign)
                typed.append((time.monotonic(), typed[-1][1] + sign))
                time.sleep(chance.uniform(0.005, 0.12))
            killed = time.monotonic()
            terminal.kill()

        workspace = home.open()
        waiting = workspace.unfinished()
        found = workspace.resume(waiting[0].reflection).text if waiting else ""
        workspace.lock()
        waits = bool(waiting)

        must = max((text for when, text in typed if when <= killed - A_SECOND), key=len, default="")
        assert typed[-1][1].startswith(found), f"round {number}: what is kept was never typed"
        assert len(found) >= len(must), f"round {number}: more than a second was lost"
        missing = [when for when, text in typed if len(text) > len(found)]
        lost_longest = max(lost_longest, killed - missing[0] if missing else 0.0)
        # A short text stays on one line, so that the screen can be waited for.
        kept = found if len(found) <= 40 else _cleared(home)
    print(f"{ROUNDS} kills; the longest stretch lost was {lost_longest:.2f} s")


def _cleared(home: Home) -> str:
    """Keep what stands there and begin anew, so that lines stay short."""
    workspace = home.open()
    walk = workspace.resume(workspace.unfinished()[0].reflection)
    walk.draft("", 0)
    workspace.lock()
    return ""
