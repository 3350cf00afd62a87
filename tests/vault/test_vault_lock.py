"""Locking: everything is closed, nothing answers, no text or key is left within reach."""

import contextlib
import gc
import os
import threading
from collections.abc import Callable
from typing import Any

import pytest
from tinydb import where

from peercoach.errors import LogDamaged, VaultBusy, VaultLocked
from peercoach.vault.drafts import Drafts
from peercoach.vault.log import Log
from peercoach.vault.space import Space
from peercoach.vault.vault import Vault
from tests.vault import vaults
from tests.vault.vaults import TEXTS, Kept, add, texts

CANARY = "a canary sang in the mine"


def reachable(start: object) -> list[object]:
    """Everything that can be reached from an object, modules, classes and functions apart."""
    seen: dict[int, object] = {}
    todo = [start]
    while todo:
        one = todo.pop()
        skipped = isinstance(one, type) or type(one).__name__ in (
            "module",
            "function",
            "builtin_function_or_method",
        )
        if id(one) in seen or skipped:
            continue
        seen[id(one)] = one
        todo += gc.get_referents(one)
    return list(seen.values())


def asks(vault: Vault) -> list[Callable[[], Any]]:
    """Everything that can be asked of a vault."""
    return [
        lambda: vault.private,
        lambda: vault.heal,
        lambda: vault.drafts,
        lambda: vault.member_name,
        vault.make_spare_key,
    ]


def asks_of_space(space: Space) -> list[Callable[[], Any]]:
    """Everything that can be asked of a space."""
    return [
        lambda: space.table,
        space.new_id,
        lambda: space.get(1),
        space.documents,
        lambda: space.versions(1),
        lambda: space.commit({1: vaults.note("x")}),
        lambda: space.commit({}),
    ]


def test_every_call_says_that_it_is_locked(kept: Kept, opened: Vault) -> None:
    """After locking, nothing answers: neither the vault nor what was taken from it before."""
    space, heal, before = opened.private, opened.heal, kept.log.read_bytes()

    opened.lock()

    assert opened.locked
    for ask in (*asks(opened), *asks_of_space(space), *asks_of_space(heal)):
        with pytest.raises(VaultLocked):
            ask()
    assert kept.log.read_bytes() == before


def test_locking_twice(kept: Kept, opened: Vault) -> None:
    """Locking again is nothing, even while another window has opened it meanwhile."""
    opened.lock()
    other = kept.open()

    opened.lock()

    assert texts(other.private) == list(TEXTS)
    with pytest.raises(VaultBusy):
        kept.open()
    other.lock()


def test_no_text_and_no_key_is_within_reach(kept: Kept, opened: Vault) -> None:
    """From all the objects that someone may still hold, no text, seed or key can be reached."""
    id = add(opened.private, CANARY)
    opened.private.commit({id: vaults.note("edited", was=CANARY)})
    opened.private.commit({}, removes=[id])
    add(opened.private, CANARY)
    opened.drafts.save("there", {"text": CANARY})
    opened.private.table.search(where("text") == CANARY)
    assert opened._mine is not None
    secrets = {opened._mine.seed, opened._mine.secret, *opened._mine.spaces[0].keys.values()}
    held: list[object] = [opened, opened.private, opened.drafts, opened.private.table, opened.heal]
    before = reachable(held)
    assert [one for one in before if isinstance(one, str) and CANARY in one]
    assert [one for one in before if isinstance(one, bytes) and one in secrets]
    assert [one for one in before if type(one).__name__ == "AESGCM"]
    del before

    opened.lock()

    found = reachable(held)
    assert not [one for one in found if isinstance(one, str) and CANARY in one]
    assert not [one for one in found if isinstance(one, bytes) and CANARY.encode() in one]
    assert not [one for one in found if isinstance(one, bytes) and one in secrets]
    assert not [one for one in found if type(one).__name__ == "AESGCM"]
    assert {type(one) for one in found} >= {Vault, Space, Drafts, Log}


def test_descriptors_are_closed(kept: Kept) -> None:
    """Opening and locking fifty times leaves no file open."""

    def count() -> int:
        return len(os.listdir("/proc/self/fd"))

    kept.open().lock()
    before = count()

    for _ in range(50):
        kept.open().lock()

    assert count() == before


def test_failed_openings_leave_no_file_open(kept: Kept) -> None:
    """A vault that can't be opened leaves nothing open and no lock held."""
    whole = kept.log.read_bytes()
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(20):
        kept.log.write_bytes(b"")
        with pytest.raises(LogDamaged):
            kept.open()

    assert len(os.listdir("/proc/self/fd")) == before
    kept.log.write_bytes(whole)
    kept.open().lock()


def test_locked_from_another_thread(kept: Kept, opened: Vault) -> None:
    """The screen's thread may lock what a worker opened, and the next opening succeeds."""
    locking = threading.Thread(target=opened.lock)
    locking.start()
    locking.join()

    with pytest.raises(VaultLocked):
        _ = opened.private
    vault = kept.open()
    assert texts(vault.private) == list(TEXTS)
    vault.lock()


def write_on(space: Space, begun: threading.Event, acknowledged: list[str]) -> None:
    """Commit until it is locked."""
    with contextlib.suppress(VaultLocked):
        for number in range(10_000):
            add(space, f"busy {number}")
            acknowledged.append(f"busy {number}")
            begun.set()


def test_locked_while_another_thread_commits(kept: Kept) -> None:
    """A commit under way ends whole; the next says that it is locked; none is half there."""
    for _ in range(10):
        vault = kept.open()
        space = vault.private
        known = len(texts(space))
        begun = threading.Event()
        acknowledged: list[str] = []
        writing = threading.Thread(target=write_on, args=(space, begun, acknowledged))
        writing.start()
        begun.wait(5)
        vault.lock()
        writing.join(5)
        assert not writing.is_alive()

        again = kept.open()
        assert said_nothing(again)
        assert texts(again.private)[known:] == acknowledged
        again.private.table.truncate()
        again.lock()


def said_nothing(vault: Vault) -> bool:
    return vault.notices == ()
