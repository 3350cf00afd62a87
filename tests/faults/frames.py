"""Whole frames where they don't belong: swapped, dropped, doubled, replayed, moved.

Each foreign log is written under the same key, file id and marker as the log it is mixed with: the
hardest case, in which nothing but what a frame is bound to tells them apart. In a real vault each
also has a key of its own.
"""

import hashlib
import random
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from peercoach.vault import frames as frames_of_the_vault
from peercoach.vault import scan
from peercoach.vault.format import DRAFTS_LOG, HEADER_BYTES, Header
from peercoach.vault.frames import Writer
from tests.faults.campaign import Harness, Mutant, Result, Rounds, breaking, patched
from tests.faults.places import Place, opened, stands
from tests.faults.states import with_part
from tests.vault import logs, vaults
from tests.vault.logs import frames, header, payloads, read
from tests.vault.vaults import Kept, bytes_under

NOTES = 5


class Pool:
    """One log, and the frames and headers that are put into it. Written anew for each mutant."""

    def __init__(self) -> None:
        head = header()
        self.whole = self.written(head, "own")
        self.own = frames(self.whole)
        others = {
            "another vault": replace(head, vault=b"w" * 16),
            "another space": replace(head, space=b"t" * 16),
            "drafts": replace(head, purpose=DRAFTS_LOG),
            "another epoch": replace(head, epoch=1),
            "another generation": replace(head, generation=1),
        }
        self.heads = {kind: other.write() for kind, other in others.items()} | {"own": head.write()}
        self.foreign = {kind: frames(self.written(other, kind)) for kind, other in others.items()}
        # A copy that went its own way after two notes: the same file, the same key.
        self.foreign["a diverged copy"] = self.own[:3] + self.after(head, self.own[:3], 3, "aside")
        diverged = head.write() + b"".join(self.foreign["a diverged copy"])
        self.wholes = [self.whole, diverged]
        self.wholes += [
            other.write() + b"".join(self.foreign[kind]) for kind, other in others.items()
        ]
        tip = hashlib.sha256(self.own[-1]).digest()
        self.skipping = [crafted(head, number, tip) for number in (0, NOTES, NOTES + 2)]

    @staticmethod
    def written(head: Header, text: str) -> bytes:
        return logs.written(NOTES, head=head, text=text)

    @staticmethod
    def after(head: Header, before: list[bytes], count: int, text: str) -> list[bytes]:
        """More frames in the chain after some."""
        writer = Writer(head, logs.KEY, vaults.seeded(11))
        for frame in before:
            writer.took(frame)
        made = []
        for payload in payloads(count, text)[1:]:
            made.append(writer.frame(payload))
            writer.took(made[-1])
        return made


def crafted(head: Header, number: int, tip: bytes) -> bytes:
    """A frame that verifies by itself, with another number than comes next."""
    writer = Writer(head, logs.KEY, vaults.seeded(9))
    writer.chain.sequence, writer.chain.tip = number, tip
    return writer.frame(b"\x90 crafted")


Change = Callable[[list[bytes], Pool, random.Random], None]


def _swap(parts: list[bytes], pool: Pool, chance: random.Random) -> None:
    one, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    parts[one], parts[other] = parts[other], parts[one]


def _drop(parts: list[bytes], pool: Pool, chance: random.Random) -> None:
    if len(parts) > 1:
        del parts[chance.randrange(len(parts))]


def _double(parts: list[bytes], pool: Pool, chance: random.Random) -> None:
    parts.insert(chance.randrange(len(parts) + 1), chance.choice(parts))


def _foreign(pool: Pool, chance: random.Random) -> tuple[bytes, int]:
    """A frame of another log and its number there; at times with our marker, number or hash."""
    source = pool.foreign[chance.choice(sorted(pool.foreign))]
    number = chance.randrange(len(source))
    frame = source[number]
    if chance.random() < 0.3:
        start, stop = chance.choice([(0, 16), (20, 28), (28, 60), (0, 60)])
        own = chance.choice(pool.own)
        frame = frame[:start] + own[start:stop] + frame[stop:]
    return frame, number


def _replay(parts: list[bytes], pool: Pool, chance: random.Random) -> None:
    frame, number = _foreign(pool, chance)
    at = number if chance.random() < 0.7 else chance.randrange(len(parts))
    parts[min(at, len(parts) - 1)] = frame


def _insert(parts: list[bytes], pool: Pool, chance: random.Random) -> None:
    frame, number = _foreign(pool, chance)
    parts.insert(min(number, len(parts)) if chance.random() < 0.5 else len(parts), frame)


def _skip(parts: list[bytes], pool: Pool, chance: random.Random) -> None:
    parts.append(chance.choice(pool.skipping))


CHANGES: tuple[Change, ...] = (_swap, _drop, _double, _replay, _insert, _skip)


def once(pool: Pool, chance: random.Random) -> str:
    """Change a log in one to three ways: what is wrong with what is made of it, or nothing."""
    parts = list(pool.own)
    done = [chance.choice(CHANGES) for _ in range(chance.choice([1, 1, 2, 3]))]
    for change in done:
        change(parts, pool, chance)
    owner = "own"
    if chance.random() < 0.15:
        owner = chance.choice(sorted(pool.heads))
        parts = list(pool.own) if chance.random() < 0.5 else parts
    data = pool.heads[owner] + b"".join(parts)
    return judged(pool, owner, data, "+".join(change.__name__.strip("_") for change in done))


def judged(pool: Pool, owner: str, data: bytes, where: str) -> str:
    """What is wrong with what is made of these bytes; ``owner`` is the log whose header it has."""
    found = read(data)
    if found is None:
        return ""
    known = payloads(NOTES, owner)
    taken = [payload for payload in found.payloads if payload in known]
    others = [payload for payload in found.payloads if payload not in known]
    # What a copy of the same file holds that went its own way is ours, if it stands beside.
    ours = owner == "own" and all(b"aside" in one or b"crafted" in one for one in others)
    if others and not ours:
        return f"{where}: a frame of another log is shown"
    standing = [known[n] for n, frame in enumerate(pool.own) if frame in data]
    if owner == "own" and not others and not _diverged(pool, data) and set(standing) - set(taken):
        return f"{where}: a whole frame is not shown"
    if len(set(taken)) != len(taken) or taken != sorted(taken, key=known.index):
        return f"{where}: shown twice, or out of order"
    if found.broken or found.torn:
        return ""
    well = any(one.startswith(data) for one in pool.wholes)
    return "" if well else f"{where}: nothing is said"


def _diverged(pool: Pool, data: bytes) -> bool:
    """Whether a frame of a copy that went its own way stands there: of two with one number, the
    first counts.
    """
    other = [*pool.foreign["a diverged copy"][3:], *pool.skipping]
    return any(frame in data for frame in other)


def moved(work: Path, counted: Rounds) -> int:
    """In a real vault, every log in every other's place, and another vault's."""
    template, other = vaults.make(work / "one.vault"), vaults.make(work / "other.vault", seed=8)
    truth, whole = stands(template), bytes_under(template.path)
    mine = {"notes": template.log, "heal": template.heal_log, "drafts": template.drafts_log}
    given = {
        **{kind: path.read_bytes() for kind, path in mine.items()},
        "other notes": other.log.read_bytes(),
        "other heal": other.heal_log.read_bytes(),
        "other drafts": other.drafts_log.read_bytes(),
    }
    place, tried = Place(work / "moved"), 0
    for kind, path in mine.items():
        for source, data in given.items():
            if source == kind or counted.enough:
                continue
            tried += 1
            place.put({**whole, str(path.relative_to(template.path)): data})
            found = opened(place.path, template.spare_key)
            wrong = "nothing is said" if found.silent else ""
            if found.state is not None:
                left = with_part(truth, kind, {})
                wrong = wrong or ("" if found.state == left else "another log is shown")
            counted.add(wrong, f"{source} in the place of {kind}")
    return tried


def run(template: Kept, work: Path, rounds: int, seed: int, *, until_wrong: bool = False) -> Result:
    """Change a log so many times."""
    chance = random.Random(seed)
    counted = Rounds(rounds, until_wrong=until_wrong)
    whole = moved(work, counted)
    pool = Pool()
    while not counted.enough:
        counted.add(once(pool, chance))
    return counted.done(f"{whole} of them whole logs in a vault")


# --- mutants -------------------------------------------------------------------------------------


def _unbound(start: int, stop: int) -> Callable[[], AbstractContextManager[None]]:
    """Headers are bound to frames but for some of their bytes."""

    def sha256(data: Any) -> Any:
        if len(data) == HEADER_BYTES // 2 - 4:
            data = bytes(data[:start]) + bytes(stop - start) + bytes(data[stop:])
        return hashlib.sha256(data)

    @contextmanager
    def broken() -> Iterator[None]:
        with ExitStack() as stack:
            for module in (frames_of_the_vault, scan):
                stack.enter_context(patched(module, "hashlib", SimpleNamespace(sha256=sha256)))
            yield

    return broken


HARNESS = Harness(
    "frames moved, doubled, dropped, replayed",
    "nothing is silent, and no frame of another log is ever shown",
    run,
    full=200_000,
    short=2_500,
    catch=6_000,
    mutants=(
        Mutant("a frame is not bound to its vault", _unbound(12, 28)),
        Mutant("a frame is not bound to its space", _unbound(28, 44)),
        Mutant("a frame is not bound to what the log is for", _unbound(10, 12)),
        Mutant("a frame is not bound to its epoch", _unbound(44, 48)),
        Mutant("a frame is not bound to its generation", _unbound(48, 52)),
        breaking(
            "the hash of the frame before is not compared",
            scan,
            "_chain",
            ("            or before != tip\n", ""),
        ),
        breaking(
            "the number is not compared",
            scan,
            "_chain",
            ("            or number != sequence\n", ""),
        ),
        breaking(
            "salvage takes frames twice",
            scan,
            "_salvage",
            ("found.setdefault(number, unpad(padded))", "found[at] = unpad(padded)"),
        ),
        breaking(
            "a whole frame after the end is cut off as torn",
            logs,
            "scan",
            (" and not whole and frames > 0", " and frames > 0"),
            ("        payloads += whole\n", ""),
        ),
    ),
)
