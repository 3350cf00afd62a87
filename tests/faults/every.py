"""Every harness there is, in the order of the table."""

from tests.faults import (
    damage,
    differential,
    failures,
    flips,
    frames,
    ghosts,
    kill,
    limits,
    machine,
    mutations,
    power,
    rekeying,
)
from tests.faults.campaign import Harness

HARNESSES: tuple[Harness, ...] = (
    power.HARNESS,
    rekeying.HARNESS,
    kill.HARNESS,
    flips.HARNESS,
    frames.HARNESS,
    failures.HARNESS,
    limits.HARNESS,
    ghosts.HARNESS,
    differential.HARNESS,
    machine.HARNESS,
    mutations.HARNESS,
    damage.HARNESS,
)
