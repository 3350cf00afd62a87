"""A log whose end was cut off by a crash: set aside byte for byte, then carried on."""

import shutil
from pathlib import Path

import pytest

from peercoach.errors import DiskFull, LogDamaged, LogMissing, VaultError
from peercoach.vault.format import FRAME, HEADER_BYTES, MAX_FRAME
from tests.vault import logs
from tests.vault.failing import Failing
from tests.vault.logs import frames, payloads, read, written
from tests.vault.vaults import TEXTS, Kept, Unsynced, add, said, texts

WHOLE = written(3)
NEXT = frames(written(4))[4]


def asides(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (path.parent / "set-aside").glob("*")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "one.log"


TAILS = {
    "one byte": NEXT[:1],
    "half a frame's head": NEXT[:40],
    "a head and no body": NEXT[: FRAME.size],
    "all but one byte": NEXT[:-1],
    "zeros": bytes(4_096),
    "a frame and then zeros where its end was": NEXT[:300] + bytes(len(NEXT) - 300),
    "a frame with a hole in it": NEXT[:100] + bytes(200) + NEXT[300:],
    "another program's line": b"dear diary\n",
    "as much as a frame may hold": bytes(FRAME.size + MAX_FRAME),
}


@pytest.mark.parametrize("what", TAILS)
def test_a_torn_end_is_set_aside_byte_for_byte(path: Path, what: str) -> None:
    """What a cut-off write left is kept in a file of its own; the log goes on from before it."""
    path.write_bytes(WHOLE + TAILS[what])

    log, found = logs.opened(path)
    log.append(b"carried on")
    log.close()

    assert found.torn and not found.broken
    assert found.payloads == payloads(3)
    assert list(asides(path).values()) == [TAILS[what]]
    again = read(path.read_bytes())
    assert again is not None and not again.torn
    assert again.payloads == [*payloads(3), b"carried on"]


def test_more_than_a_frame_is_not_a_torn_end(path: Path) -> None:
    """More than one frame could hold was not written by one commit: it is damage, and not cut."""
    damaged = WHOLE + bytes(FRAME.size + MAX_FRAME + 1)
    path.write_bytes(damaged)

    log, found = logs.opened(path)

    assert found.broken and log.read_only
    assert found.payloads == payloads(3)
    assert path.read_bytes() == damaged
    assert not asides(path)
    log.close()


def test_a_whole_frame_after_a_lost_one_is_not_cut_off(path: Path) -> None:
    """A last frame that verifies is never set aside, though the one before it is gone."""
    missing = written(4)
    missing = missing.replace(frames(missing)[3], b"")
    path.write_bytes(missing)

    log, found = logs.opened(path)

    assert found.broken and log.read_only
    assert found.payloads == [*payloads(2), payloads(4)[4]]
    assert path.read_bytes() == missing
    log.close()


def test_the_same_end_twice_is_one_file(path: Path) -> None:
    """A crash that happens again in the same way does not fill the folder."""
    for _ in range(3):
        path.write_bytes(WHOLE + NEXT[:50])
        logs.opened(path)[0].close()
    path.write_bytes(WHOLE + NEXT[:51])
    logs.opened(path)[0].close()

    assert sorted(asides(path).values(), key=len) == [NEXT[:50], NEXT[:51]]


def test_set_aside_before_it_is_cut(path: Path) -> None:
    """Whichever call fails, the torn end stands in the log or in the file beside it."""
    counted = Failing()
    path.write_bytes(WHOLE + NEXT[:50])
    logs.opened(path, counted)[0].close()
    assert counted.calls >= 6

    for at in range(1, counted.calls + 1):
        shutil.rmtree(path.parent / "set-aside", ignore_errors=True)
        path.write_bytes(WHOLE + NEXT[:50])
        with pytest.raises(VaultError):
            logs.opened(path, Failing(at, 28, lasting=True))[0].close()
        kept = [path.read_bytes(), *asides(path).values()]
        assert any(one.endswith(NEXT[:50]) for one in kept)
        assert path.read_bytes().startswith(WHOLE)

    log, found = logs.opened(path)
    assert found.payloads == payloads(3)
    log.close()


def test_a_vault_says_that_it_set_something_aside(kept: Kept) -> None:
    """A torn end in a vault is said once, and the next opening has nothing to say."""
    torn = frames(kept.log.read_bytes())[2][:77]
    kept.log.write_bytes(kept.log.read_bytes() + torn)

    vault = kept.open()
    assert said(vault) == ["tail-set-aside"]
    assert texts(vault.private) == list(TEXTS)
    add(vault.private, "carried on")
    vault.lock()

    assert [file.read_bytes() for file in kept.aside] == [torn]
    vault = kept.open()
    assert said(vault) == []
    assert texts(vault.private) == [*TEXTS, "carried on"]
    vault.lock()


def test_torn_drafts_are_said_too(kept: Kept) -> None:
    """A torn end of what was being typed is set aside and said like any other."""
    kept.drafts_log.write_bytes(kept.drafts_log.read_bytes() + b"\0" * 99)

    vault = kept.open()

    assert said(vault) == ["tail-set-aside"]
    assert list(vault.drafts.all()) == ["here"]
    vault.lock()
    assert [file.read_bytes() for file in kept.aside] == [b"\0" * 99]


def test_a_full_disk_and_a_torn_end(kept: Kept) -> None:
    """Where there is no room to set an end aside, nothing is cut, and it is called a full disk."""
    torn = kept.log.read_bytes() + bytes(50)
    kept.log.write_bytes(torn)

    with pytest.raises(DiskFull):
        kept.open(Failing(1, 28, lasting=True, only=("write",)))

    assert kept.log.read_bytes() == torn
    vault = kept.open()
    assert texts(vault.private) == list(TEXTS)
    vault.lock()


@pytest.mark.parametrize("size", [HEADER_BYTES // 2 - 1, 10, 0])
def test_less_than_a_header_is_damaged(path: Path, size: int) -> None:
    """A log of no header is not taken for a new one."""
    path.write_bytes(WHOLE[:size])

    with pytest.raises(LogDamaged):
        logs.opened(path)

    assert path.read_bytes() == WHOLE[:size]


def test_a_missing_log_is_not_made(path: Path) -> None:
    """Opening makes no file."""
    with pytest.raises(LogMissing):
        logs.opened(path, Unsynced())

    assert not path.exists()
