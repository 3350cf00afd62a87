"""Every bit and every length of a small log: an earlier state, a salvage, or an error; all said."""

from pathlib import Path
from typing import Any

import pytest

from peercoach.errors import LogDamaged
from peercoach.vault.format import HEADER_BYTES
from peercoach.vault.scan import Scan
from tests.vault import logs
from tests.vault.logs import frames, payloads, read, written
from tests.vault.vaults import DRAFT, TEXTS, Kept, flipped, said, texts

NOTES = 3
WHOLE = written(NOTES)
PAYLOADS = payloads(NOTES)


def verdict(found: Scan | None) -> str:
    """What is made of a log: whole, torn (an earlier state), salvage, or refused."""
    if found is None:
        return "refused"
    if found.broken:
        return "salvage"
    return "torn" if found.torn else "whole"


def test_every_bit_of_a_log() -> None:
    """No flipped bit shows anything but an earlier state or a salvage of what is whole."""
    ends = [HEADER_BYTES]
    for frame in frames(WHOLE):
        ends.append(ends[-1] + len(frame))
    seen = set()

    for bit in range(8 * len(WHOLE)):
        found = read(flipped(WHOLE, bit))
        seen.add(verdict(found))
        assert found is not None
        harmed = sum(8 * end <= bit for end in ends) - 1
        if harmed < 0:
            assert verdict(found) == "whole"
            assert (found.payloads, found.header_whole) == (PAYLOADS, False)
        elif harmed == NOTES:
            assert verdict(found) == "torn"
            assert found.payloads == PAYLOADS[:NOTES]
            assert found.end == ends[NOTES]
        else:
            assert verdict(found) == "salvage"
            assert found.payloads == PAYLOADS[:harmed] + PAYLOADS[harmed + 1 :]

    assert seen == {"whole", "torn", "salvage"}


def test_every_truncation_of_a_log() -> None:
    """A log cut anywhere shows exactly the state of its last whole frame, or is refused."""
    ends = [HEADER_BYTES]
    for frame in frames(WHOLE):
        ends.append(ends[-1] + len(frame))

    for size in range(len(WHOLE)):
        found = read(WHOLE[:size])
        whole = sum(end <= size for end in ends) - 1
        if found is None:
            assert size < HEADER_BYTES // 2
        elif whole <= 0:
            # Every log of ours has a first frame: without one it is damaged, and not a new log.
            assert verdict(found) == "salvage"
            assert found.payloads == []
        else:
            assert found.payloads == PAYLOADS[:whole]
            assert verdict(found) == ("whole" if size in ends else "torn")


@pytest.mark.parametrize("kind", ["log", "drafts_log", "heal_log"])
def test_bits_all_over_a_vaults_logs(kept: Kept, kind: str) -> None:
    """In a real vault, a bit anywhere in any log gives what is whole and a notice that says so."""
    path: Path = getattr(kept, kind)
    whole = path.read_bytes()
    expected: dict[str, list[Any]] = {
        "log": list(TEXTS),
        "drafts_log": [DRAFT],
        "heal_log": ["Something for myself."],
    }

    for bit in range(0, 8 * len(whole), 61):
        path.write_bytes(flipped(whole, bit))

        vault = kept.open()

        space = vault.heal if kind == "heal_log" else vault.private
        shown: list[Any] = (
            list(vault.drafts.all().values()) if kind == "drafts_log" else texts(space)
        )
        notices = said(vault)
        vault.lock()
        if bit < 8 * HEADER_BYTES:
            assert (shown, notices) == (expected[kind], [])
        else:
            assert [one for one in expected[kind] if one in shown] == shown
            assert notices in (["salvage"], ["tail-set-aside"], ["drafts-mended"])
            # The first frame is empty, so that all is shown where the harm is there.
            assert len(shown) >= len(expected[kind]) - 1


@pytest.mark.parametrize("kind", ["log", "drafts_log", "heal_log"])
def test_lengths_of_a_vaults_logs(kept: Kept, kind: str) -> None:
    """In a real vault, a log cut off opens at an earlier state, says so, or is refused."""
    path: Path = getattr(kept, kind)
    whole = path.read_bytes()
    boundaries = {HEADER_BYTES + 600 * n for n in range(1, 5)}

    for size in range(0, len(whole), 53):
        path.write_bytes(whole[:size])
        try:
            vault = kept.open()
        except LogDamaged:
            assert kind == "log" and size < HEADER_BYTES // 2
            continue
        notices = said(vault)
        vault.lock()
        if size not in boundaries:
            assert notices != []


def test_header_bits_are_not_forgotten(kept: Kept) -> None:
    """A log with one header copy damaged goes on being written, and both are whole afterwards."""
    path = kept.log
    path.write_bytes(flipped(path.read_bytes(), 100))

    vault = kept.open()
    vault.private.commit({1: {"kind": "entry", "schema": 1, "text": "one more"}})
    vault.lock()

    vault = kept.open()
    assert texts(vault.private) == [*TEXTS, "one more"]
    vault.lock()


def test_wrong_key_is_no_empty_log() -> None:
    """With another key nothing verifies, and that is damage, not emptiness."""
    found = read(WHOLE, key=b"x" * 32)

    assert verdict(found) == "salvage"
    assert found is not None and found.payloads == []


def test_a_log_of_a_later_version(kept: Kept, tmp_path: Path) -> None:
    """A log with nothing but noise where the header was is refused by name."""
    path = tmp_path / "one.log"
    path.write_bytes(b"\0" * len(WHOLE))

    with pytest.raises(LogDamaged):
        logs.opened(path)
