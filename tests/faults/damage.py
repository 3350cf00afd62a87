"""One damaged frame of a hundred notes costs its own note and no other, wherever it is damaged."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from peercoach.vault import log, scan
from tests.faults.campaign import Harness, Result, Rounds, breaking
from tests.faults.places import Place, opened, stands
from tests.vault import vaults
from tests.vault.logs import frames
from tests.vault.vaults import Kept, bytes_under, flipped

NOTES = 100
HEADER = 176
PARTS = {
    "marker": (0, 16),
    "length": (16, 20),
    "number": (20, 28),
    "hash": (28, 60),
    "nonce": (60, 72),
    "payload": (72, 600),
}


def endless(every: list[tuple[int, str]], chance: random.Random) -> Iterator[tuple[int, str]]:
    """All of them in a seeded order, again and again."""
    while True:
        chance.shuffle(every)
        yield from every


def run(template: Kept, work: Path, rounds: int, seed: int, *, until_wrong: bool = False) -> Result:
    """Damage so many single bits: each part of each frame in turn, then again at another bit."""
    chance = random.Random(seed)
    counted = Rounds(rounds, until_wrong=until_wrong)
    kept = vaults.make(work / "hundred.vault", notes=NOTES, seed=9)
    state, files = stands(kept), bytes_under(kept.path)
    name = str(kept.log.relative_to(kept.path))
    whole, ids = files[name], list(state.notes)
    ends = [HEADER]
    for frame in frames(whole):
        ends.append(ends[-1] + len(frame))
    place = Place(work / "damaged")
    place.put(files)
    every = [(number, part) for number in range(NOTES + 1) for part in PARTS]
    for number, part in endless(every, chance):
        if counted.enough:
            break
        start, stop = PARTS[part]
        bit = 8 * (ends[number] + start) + chance.randrange(8 * (stop - start))
        place.keep({**files, name: flipped(whole, bit)})
        found = opened(place.path, kept.spare_key)
        # The first frame is empty; the others hold a note each, in order.
        left = {id: state.notes[id] for n, id in enumerate(ids, 1) if n != number}
        notice = "tail-set-aside" if number == NOTES else "salvage"
        well = found.state == replace(state, notes=left) and found.said == (notice,)
        shown = len(found.state.notes) if found.state else 0
        wrong = "" if well else f"{shown} shown, {found.error} {found.said}"
        counted.add(wrong, f"{part} of frame {number}")
    return counted.done(f"{NOTES + 1} frames, {len(PARTS)} parts of each")


HARNESS = Harness(
    "a damaged frame among a hundred notes",
    "it costs its own note and no other, and that is said",
    run,
    full=12_000,
    short=150,
    catch=60,
    mutants=(
        breaking(
            "reading ends at the first damage",
            log,
            "scan",
            ("        payloads += whole\n", ""),
        ),
        breaking(
            "salvage goes on after the damaged length",
            scan,
            "_salvage",
            ("data.find(marker, at + 1)", "data.find(marker, max(stop, at + 1))"),
            ("at = data.find(marker, start)", "at, stop = data.find(marker, start), 0"),
        ),
        breaking(
            "salvage wants an unbroken chain",
            scan,
            "_salvage",
            ("number >= first", "number == first + len(found)"),
        ),
    ),
)
