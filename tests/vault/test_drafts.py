"""What is being typed: durable at once, gone when ended, never in the way of opening."""

from pathlib import Path
from typing import Any

import pytest

from peercoach.errors import DiskFull, NoteTooLong, VaultError, VaultLocked
from peercoach.vault.drafts import Drafts
from peercoach.vault.folder import drafts_key
from peercoach.vault.format import MAX_DOCUMENT
from peercoach.vault.vault import Vault
from tests.vault import logs
from tests.vault.failing import CODES, Failing
from tests.vault.vaults import DRAFT, TEXTS, Kept, flipped, said, texts


def frames_of(kept: Kept) -> list[bytes]:
    """Every decrypted frame of the drafts log, and of whatever was set aside of it."""
    vault = kept.open()
    assert vault._mine is not None
    key = drafts_key(next(one.keys[0] for one in vault._mine.spaces if one.kind == "private"))
    vault.lock()
    found = []
    for path in (kept.drafts_log, *kept.aside):
        scanned = logs.read(path.read_bytes(), key=key)
        found += scanned.payloads if scanned else []
    return found


def test_durable_on_return(kept: Kept, opened: Vault) -> None:
    """What was saved is on the disk when ``save`` returns, though nothing was closed."""
    opened.drafts.save("there", {"text": "half a sen"})
    copied = kept.copied(kept.path.with_name("as-it-was.vault"))

    vault = copied.open()

    assert vault.drafts.all() == {"here": DRAFT, "there": {"text": "half a sen"}}
    vault.lock()


def test_the_last_one_counts(kept: Kept, opened: Vault) -> None:
    """A draft takes the place of the earlier one under its key, and of no other."""
    for text in ("h", "ha", "hal", "half"):
        opened.drafts.save("there", {"text": text})
    opened.lock()

    vault = kept.open()
    assert vault.drafts.all() == {"here": DRAFT, "there": {"text": "half"}}
    vault.lock()


def test_what_is_handed_out_is_a_copy(opened: Vault) -> None:
    """Changing what ``all`` gave changes nothing that is kept."""
    opened.drafts.all()["here"]["text"] = "spoiled"
    opened.drafts.all().clear()

    assert opened.drafts.all() == {"here": DRAFT}


def test_an_ended_draft_is_in_no_frame(kept: Kept, opened: Vault) -> None:
    """After a draft ends, none of its versions is anywhere in the log, even for who has the key."""
    for length in range(1, 12):
        opened.drafts.save("there", {"text": "canary bird"[:length]})
    assert any(b"canary" in frame for frame in logs_of(opened, kept))

    opened.drafts.end("there")

    assert opened.drafts.all() == {"here": DRAFT}
    assert not any(b"can" in frame for frame in logs_of(opened, kept))
    opened.lock()
    found = frames_of(kept)
    assert any(str(DRAFT["text"]).encode() in frame for frame in found)
    assert not any(b"can" in frame for frame in found)


def logs_of(vault: Vault, kept: Kept) -> list[bytes]:
    """The decrypted frames while it is open."""
    assert vault.drafts._log is not None
    scanned = logs.read(kept.drafts_log.read_bytes(), key=vault.drafts._log._key)
    assert scanned is not None and not scanned.broken
    return scanned.payloads


def test_ending_what_is_not_there_writes_nothing(kept: Kept, opened: Vault) -> None:
    """An unknown key ends nothing."""
    before = kept.drafts_log.read_bytes()

    opened.drafts.end("nowhere")

    assert kept.drafts_log.read_bytes() == before


@pytest.mark.parametrize("code", CODES)
def test_ending_fails_at_each_call(kept: Kept, code: int) -> None:
    """A draft that can't be ended still stands; then it can be, and others be saved."""
    for at in range(1, 7):
        files = Failing()
        vault = kept.open(files)
        vault.drafts.save("there", {"text": "second"})
        files.code = code
        files.arm(at)
        with pytest.raises(VaultError):
            vault.drafts.end("there")
        files.arm(0)
        assert vault.drafts.all() == {"here": DRAFT, "there": {"text": "second"}}

        vault.drafts.save("third", {"text": "third"})
        vault.drafts.end("there")
        vault.lock()

        vault = kept.open()
        assert vault.drafts.all() == {"here": DRAFT, "third": {"text": "third"}}
        assert said(vault) == []
        vault.drafts.end("third")
        vault.lock()


def test_saving_fails_at_each_call(kept: Kept) -> None:
    """A draft that can't be kept leaves the earlier one, and the next save works."""
    files = Failing(code=28)
    vault = kept.open(files)
    for at in (1, 2):
        files.arm(at)
        with pytest.raises(DiskFull):
            vault.drafts.save("here", {"text": "refused"})
        assert vault.drafts.all()["here"] == DRAFT
        files.arm(0)
        vault.drafts.save("there", {"text": str(at)})
    vault.lock()

    vault = kept.open()
    assert vault.drafts.all() == {"here": DRAFT, "there": {"text": "2"}}
    vault.lock()


def test_typing_for_hours_stays_small(kept: Kept, opened: Vault) -> None:
    """Hundreds of saves of a long draft leave a small file, not one of hundreds of drafts."""
    draft = {"text": "word " * 4_000}
    for number in range(400):
        opened.drafts.save("there", {**draft, "n": number})

    assert kept.drafts_log.stat().st_size < 1.5 * 1024 * 1024
    assert opened.drafts.all()["there"]["n"] == 399
    opened.lock()
    vault = kept.open()
    assert vault.drafts.all()["there"] == {**draft, "n": 399}
    vault.lock()


def test_tidying_that_fails_is_not_a_failed_save(kept: Kept) -> None:
    """A draft that is kept is not refused because the file could not be made smaller."""
    files = Failing(code=28, lasting=True, only=("rename",))
    vault = kept.open(files)
    files.arm(1)

    for number in range(90):
        vault.drafts.save("there", {"text": "word " * 4_000, "n": number})
    assert files.failed
    vault.lock()

    vault = kept.open()
    assert vault.drafts.all()["there"]["n"] == 89
    vault.lock()


def test_too_long(kept: Kept, opened: Vault) -> None:
    """A draft may be longer than a note, so that what was pasted is not lost; but not endless."""
    opened.drafts.save("there", {"text": "x" * (MAX_DOCUMENT + 100)})
    with pytest.raises(NoteTooLong):
        opened.drafts.save("here", {"text": "x" * (2 * MAX_DOCUMENT)})

    assert opened.drafts.all()["here"] == DRAFT
    assert len(opened.drafts.all()["there"]["text"]) == MAX_DOCUMENT + 100


HARM: dict[str, Any] = {
    "gone": None,
    "empty": lambda data: b"",
    "noise": lambda data: b"\0" * len(data),
    "no header": lambda data: flipped(flipped(data, 9), 88 * 8 + 9),
    "one frame": lambda data: flipped(data, 8 * 500),
    "the first frame cut out": lambda data: data[:176] + data[776:],
    "text": lambda data: b"dear diary\n" * 100,
}


@pytest.mark.parametrize("how", HARM)
def test_damaged_drafts_never_keep_a_vault_shut(kept: Kept, how: str) -> None:
    """Whatever is wrong with the drafts, the notes open, it is said, and typing goes on."""
    whole = kept.drafts_log.read_bytes()
    if HARM[how] is None:
        kept.drafts_log.unlink()
    else:
        kept.drafts_log.write_bytes(HARM[how](whole))
    damaged = kept.drafts_log.read_bytes() if kept.drafts_log.exists() else None

    vault = kept.open()

    assert texts(vault.private) == list(TEXTS)
    assert not vault.private.read_only
    mended = how in ("one frame", "the first frame cut out")
    assert said(vault) == ["drafts-mended" if mended else "drafts-begun-again"]
    assert vault.drafts.all() == ({"here": DRAFT} if mended else {})
    vault.drafts.save("there", {"text": "going on"})
    vault.lock()
    assert [file.read_bytes() for file in kept.aside] == ([damaged] if damaged is not None else [])
    vault = kept.open()
    assert said(vault) == []
    assert vault.drafts.all()["there"] == {"text": "going on"}
    vault.lock()


def test_a_missing_drafts_folder(kept: Kept) -> None:
    """Even without its folder, the drafts begin again."""
    kept.drafts_log.unlink()
    kept.drafts_log.parent.rmdir()

    vault = kept.open()

    assert said(vault) == ["drafts-begun-again"]
    vault.lock()


def test_drafts_go_on_beside_damaged_notes(kept: Kept) -> None:
    """Where the notes are open for reading only, what is typed can still be kept."""
    kept.log.write_bytes(flipped(kept.log.read_bytes(), 8 * 900))

    vault = kept.open()
    vault.drafts.save("there", {"text": "going on"})
    vault.lock()

    vault = kept.open()
    assert vault.drafts.all()["there"] == {"text": "going on"}
    vault.lock()


def test_frames_that_say_nothing_are_passed_over(tmp_path: Path) -> None:
    """A frame of a shape that this reader does not know costs only itself."""
    path = tmp_path / "one.log"
    logs.database(path).close()
    log, _ = logs.opened(path)

    drafts = Drafts(log, [b"\xc1", b"\x01", b"\x91\x01", b"\x91\x92\xa1k\x81\xa1t\xa1x"])

    assert drafts.all() == {"k": {"t": "x"}}
    drafts.close()


def test_locked(kept: Kept, opened: Vault) -> None:
    """After locking, drafts can be neither read nor written, and hold no text."""
    drafts = opened.drafts
    opened.lock()

    for ask in (drafts.all, lambda: drafts.save("a", {}), lambda: drafts.end("here")):
        with pytest.raises(VaultLocked):
            ask()
    assert "typing" not in repr(vars(drafts))
    drafts.close()
