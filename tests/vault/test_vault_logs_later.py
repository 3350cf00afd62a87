"""Opening with the drafts alone; the logs of the spaces come later."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from peercoach.errors import (
    KeyringDamaged,
    KeyringStale,
    LogDamaged,
    LogMissing,
    VaultBusy,
    VaultLocked,
    WrongPassphrase,
)
from peercoach.vault import space_sharing
from peercoach.vault.format import DRAFTS_LOG, SPACE_LOG, Header
from peercoach.vault.log import whole_log
from peercoach.vault.space_changes import encode
from peercoach.vault.vault import Vault
from tests.vault.vaults import (
    DRAFT,
    TEXTS,
    WRONG,
    Kept,
    Unsynced,
    add,
    bytes_under,
    flipped,
    said,
    seeded,
    texts,
)

WAIT = 10.0


class Halting(Unsynced):
    """A disk that stands still where it is asked to open ``path``, until it is let go on."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.opened: list[Path] = []
        self.reached = threading.Event()
        self.onward = threading.Event()

    def open(self, path: Path, flags: int) -> int:
        descriptor = super().open(path, flags)
        self.opened.append(path)
        if path == self.path:
            self.reached.set()
            assert self.onward.wait(WAIT)
        return descriptor


class Asked(threading.Thread):
    """A call on another thread, and what became of it."""

    def __init__(self, call: Callable[[], object]) -> None:
        super().__init__(daemon=True)
        self.call = call
        self.raised: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            self.call()
        except BaseException as raised:
            self.raised = raised


def early(kept: Kept, files: Unsynced | None = None) -> Vault:
    """Open with the drafts alone."""
    return Vault.open(kept.path, spare_key=kept.spare_key, files=files or Unsynced(), logs=False)


def test_the_drafts_are_there_before_any_log_is_read(kept: Kept) -> None:
    """Without the logs, what was being typed is there and no space's log was touched."""
    files = Halting(Path())

    vault = early(kept, files)

    assert vault.drafts.all() == {"here": DRAFT}
    assert files.opened == [kept.drafts_log]
    assert not vault.logs_open
    vault.lock()


def test_the_logs_come_when_they_are_asked_for(kept: Kept) -> None:
    """Opening the logs gives what opening at once gives, once, with the same drafts."""
    files = Halting(Path())
    vault = early(kept, files)
    drafts = vault.drafts

    vault.open_logs()
    vault.open_logs()

    assert texts(vault.private) == list(TEXTS)
    assert texts(vault.heal) == ["Something for myself."]
    assert vault.drafts is drafts
    assert sorted(files.opened) == sorted([kept.drafts_log, kept.log, kept.heal_log])
    vault.lock()


def test_a_space_opens_its_log_by_itself(kept: Kept) -> None:
    """Who asks for a space need not know that its log was not open yet."""
    vault = early(kept)

    assert texts(vault.private) == list(TEXTS)
    assert vault.logs_open
    add(vault.private, "One more.")
    vault.lock()
    again = kept.open()
    assert texts(again.private) == [*TEXTS, "One more."]
    again.lock()


def test_the_door_refuses_as_ever(kept: Kept) -> None:
    """A wrong passphrase, another window and a damaged key file are refused before any log."""
    with pytest.raises(WrongPassphrase):
        Vault.open(kept.path, WRONG, logs=False)
    vault = early(kept)
    with pytest.raises(VaultBusy):
        early(kept)
    vault.lock()
    for name in ("keyring.json", "keyring.2.json"):
        path = kept.path / name
        path.write_bytes(flipped(path.read_bytes(), 900))
    with pytest.raises(KeyringDamaged):
        early(kept)


@pytest.mark.parametrize(
    ("harm", "error"),
    [
        (lambda path: path.unlink(), LogMissing),
        (lambda path: path.write_bytes(b"no log at all" * 40), LogDamaged),
    ],
)
def test_a_private_log_that_can_not_be_read(
    kept: Kept, harm: Callable[[Path], None], error: type[Exception]
) -> None:
    """It is refused by its own error when the logs are opened, and the vault is locked then."""
    harm(kept.log)
    before = bytes_under(kept.path)
    vault = early(kept)

    with pytest.raises(error):
        vault.open_logs()

    assert vault.locked
    with pytest.raises(VaultLocked):
        _ = vault.drafts
    with pytest.raises(VaultLocked):
        vault.open_logs()
    early(kept).lock()
    assert bytes_under(kept.path) == before


def test_a_torn_private_log_is_said_when_it_is_opened(kept: Kept) -> None:
    """What is to be said about a log comes when it is opened, and not before."""
    kept.log.write_bytes(kept.log.read_bytes()[:-5])
    vault = early(kept)
    before = said(vault)

    vault.open_logs()

    assert before == []
    assert said(vault) == ["tail-set-aside"]
    assert texts(vault.private) == list(TEXTS[:-1])
    vault.lock()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5])


@pytest.mark.parametrize("harm", [Path.unlink, cut])
def test_drafts_that_need_mending_wait_for_the_logs(
    kept: Kept, harm: Callable[[Path], None]
) -> None:
    """Where the drafts are missing or torn everything is read at once, as if nothing were later."""
    harm(kept.drafts_log)

    vault = early(kept)

    assert vault.logs_open
    assert len(said(vault)) == 1
    assert texts(vault.private) == list(TEXTS)
    vault.lock()


def test_newer_drafts_beside_an_older_key_file_are_left_alone(kept: Kept) -> None:
    """Where the key file is older than the logs it is refused, and no draft is set aside for it."""
    vault = kept.open()
    body = vault._body.vault
    vault.lock()
    for path, purpose in ((kept.log, SPACE_LOG), (kept.drafts_log, DRAFTS_LOG)):
        header = Header(purpose, body, kept.private, 1, 0, bytes(16), bytes(16))
        path.write_bytes(whole_log(header, bytes(32), [encode([])], seeded(1)))
    before = bytes_under(kept.path)

    with pytest.raises(KeyringStale):
        early(kept)

    assert bytes_under(kept.path) == before


def test_locking_while_the_logs_are_being_opened(kept: Kept) -> None:
    """It doesn't wait; other windows come in only once nothing here can write any more."""
    files = Halting(kept.log)
    vault = early(kept, files)
    opening = Asked(vault.open_logs)
    assert files.reached.wait(WAIT)

    vault.lock()

    assert vault.locked
    assert opening.is_alive()
    with pytest.raises(VaultBusy):
        kept.open()
    files.onward.set()
    opening.join(WAIT)
    assert isinstance(opening.raised, VaultLocked)
    assert vault._spaces == {}
    assert vault._drafts is None
    again = kept.open()
    assert texts(again.private) == list(TEXTS)
    again.lock()


def test_two_threads_that_open_the_logs_open_them_once(kept: Kept) -> None:
    """Who comes second waits for the first and finds them open."""
    files = Halting(kept.log)
    vault = early(kept, files)
    opening = [Asked(vault.open_logs), Asked(vault.open_logs)]
    assert files.reached.wait(WAIT)

    files.onward.set()
    for one in opening:
        one.join(WAIT)

    assert [one.raised for one in opening] == [None, None]
    assert files.opened.count(kept.log) == 1
    assert texts(vault.private) == list(TEXTS)
    vault.lock()


def test_equal_short_texts_are_kept_once(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a large log a title that many notes carry takes its room once; each says its own."""
    monkeypatch.setattr(space_sharing, "MANY", 2)
    vault = kept.open()
    first = add(vault.private, "One.", title="The title of an element")
    other = add(vault.private, "Two.", title="The title of an element")
    vault.lock()

    again = kept.open()

    found = dict(again.private.documents())
    assert found[first]["title"] is found[other]["title"]
    assert (found[first]["text"], found[other]["text"]) == ("One.", "Two.")
    again.lock()
