"""Everything that can go wrong, typed by stage.

An error carries a kind and plain facts (paths, numbers, names of files); the sentence said to a
person is looked up in :mod:`peercoach.words.failures`, so that all wording lives in one place.
No error ever carries a passphrase or the text of a note.
"""

from typing import ClassVar

from peercoach.words import failures


class PeercoachError(Exception):
    """Base of every error that a person may meet.

    ``kind`` is the stable name used by ``--json`` and by the table of sentences; ``facts`` are the
    values its sentence may name. ``exit_code`` is 1 ("the answer is no") unless a subclass says 2
    ("used wrongly").
    """

    kind: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1

    def __init__(self, **facts: object) -> None:
        super().__init__(self.kind)
        self.facts = facts

    def __str__(self) -> str:
        """The sentence a person reads: what happened, what is safe, what to do next."""
        return failures.sentence(self.kind, self.facts)


# --- using the program -------------------------------------------------------------------------


class UsedWrongly(PeercoachError):
    """The command line asks for something that does not fit together; ``detail`` says what."""

    kind = "used-wrongly"
    exit_code = 2


class NothingFound(PeercoachError):
    """A search, list or id found nothing."""

    kind = "nothing-found"


class NoSuchNote(PeercoachError):
    """No note has this id; facts: ``id``."""

    kind = "no-such-note"


class DeletedForGood(PeercoachError):
    """What has this id was deleted for good: nothing can be kept under it again."""

    kind = "deleted-for-good"


class NoSuchGoal(NoSuchNote):
    """No goal has this id, or the goal no such step; facts: ``id``."""

    kind = "no-such-goal"


class GoalClosed(PeercoachError):
    """The goal is closed: it takes nothing more until it is opened again."""

    kind = "goal-closed"


class NotADay(PeercoachError):
    """What was typed is no day that can be read; facts: ``gone`` (it has gone by)."""

    kind = "not-a-day"
    exit_code = 2

    def __str__(self) -> str:
        """The sentence a person reads."""
        return failures.sentence("day-gone-by" if self.facts.get("gone") else self.kind, {})


class NoTerminal(PeercoachError):
    """Something must be asked and there is no terminal to ask on; facts: ``need``."""

    kind = "no-terminal"


class ExportTaken(PeercoachError):
    """Something stands where an export is to be written; facts: ``path``."""

    kind = "export-taken"


class ExportLeftOver(PeercoachError):
    """What was to be cleared away of an earlier export is not ours; facts: ``path``."""

    kind = "export-left-over"


class WhenNotUnderstood(PeercoachError):
    """A day and a time were typed that can't be understood; facts: ``detail`` says why."""

    kind = "when-not-understood"


class FileTaken(PeercoachError):
    """Something stands where a file is to be written; facts: ``path``."""

    kind = "file-taken"


class SupportUnreadable(PeercoachError):
    """A person's own support lines can't be read; facts: ``path``, ``line``, ``column``,
    ``detail``.
    """

    kind = "support-unreadable"


class SupportLineRefused(PeercoachError):
    """A support line can't be kept as it was typed; facts: ``detail`` says why."""

    kind = "support-line-refused"


class EmptyCalendar(PeercoachError):
    """There is no date to put in a calendar file."""

    kind = "empty-calendar"


# --- frameworks --------------------------------------------------------------------------------


class FrameworkFaulty(PeercoachError):
    """A framework file has errors; facts: ``file``, ``count``; ``faults`` holds them all."""

    kind = "framework-faulty"

    def __init__(self, *, file: str, faults: tuple[object, ...]) -> None:
        super().__init__(file=file, count=len(faults))
        self.file = file
        self.faults = faults


class NoSuchFramework(PeercoachError):
    """No framework has this id; facts: ``id``, ``nearest`` (may be empty)."""

    kind = "no-such-framework"


class NoSuchElement(PeercoachError):
    """No element stands at this address; facts: ``address``, ``nearest`` (may be empty)."""

    kind = "no-such-element"


class NoSuchQuestion(PeercoachError):
    """The element has no such question; facts: ``question``, ``nearest`` (may be empty)."""

    kind = "no-such-question"


class NoSuchRating(PeercoachError):
    """The element has no such rating, or the value is not on its scale; facts: ``values``."""

    kind = "no-such-rating"


# --- the vault: opening ------------------------------------------------------------------------


class VaultError(PeercoachError):
    """Base of what the vault may refuse."""

    kind = "vault"


class NoVault(VaultError):
    """No vault stands at this path; facts: ``path``."""

    kind = "no-vault"


class VaultExists(VaultError):
    """A vault is to be made where something stands already; facts: ``path``."""

    kind = "vault-exists"


class NotAVault(VaultError):
    """The path holds something that is not a vault; facts: ``path``."""

    kind = "not-a-vault"


class NewerFormat(VaultError):
    """The vault asks for a newer reader; facts: ``path``, ``needs``, ``have``."""

    kind = "newer-format"


class WrongPassphrase(VaultError):
    """No slot opens with this passphrase, and the key file is whole."""

    kind = "wrong-passphrase"


class WeakPassphrase(VaultError):
    """The passphrase is too short or empty; facts: ``least`` (characters)."""

    kind = "weak-passphrase"


class WrongSpareKey(VaultError):
    """The spare key is well written and opens nothing here."""

    kind = "wrong-spare-key"


class SpareKeyMisread(VaultError):
    """The spare key's check letters do not fit: something was mistyped."""

    kind = "spare-key-misread"


class KeyringMissing(VaultError):
    """The folder holds spaces and no key file; facts: ``path``."""

    kind = "keyring-missing"


class KeyringDamaged(VaultError):
    """Both copies of the key file are damaged; facts: ``path``."""

    kind = "keyring-damaged"


class KeyringForged(VaultError):
    """A signature or the keyring's MAC does not verify; facts: ``path``."""

    kind = "keyring-forged"


class KeyringStale(VaultError):
    """The key file is older than the notes beside it; facts: ``path``."""

    kind = "keyring-stale"


class KeyFileUnsure(VaultError):
    """A change of the key file failed, and the old or the new one may stand; facts: ``path``."""

    kind = "key-file-unsure"


class AbsurdParameters(VaultError):
    """Key-derivation parameters lie outside what we accept; refused before deriving."""

    kind = "absurd-parameters"


class VaultBusy(VaultError):
    """Another process has the vault open; facts: ``path``."""

    kind = "vault-busy"


class VaultLocked(VaultError):
    """The vault was locked; its keys are gone."""

    kind = "vault-locked"


# --- the vault: reading and writing -------------------------------------------------------------


class LogDamaged(VaultError):
    """A log does not verify; facts: ``path``, ``whole`` (frames that verify)."""

    kind = "log-damaged"


class LogMissing(VaultError):
    """The keyring names a space whose log is not there; facts: ``path``."""

    kind = "log-missing"


class ReadOnly(VaultError):
    """The space was opened for salvage or without permission to write; facts: ``path``."""

    kind = "read-only"


class NotPermitted(VaultError):
    """The operating system refuses to read or write; facts: ``path``."""

    kind = "not-permitted"


class DiskFull(VaultError):
    """There is no room left; nothing that was kept is touched; facts: ``path``."""

    kind = "disk-full"


class WriteFailed(VaultError):
    """A write or its fsync failed; facts: ``path``."""

    kind = "write-failed"


class NoteTooLong(VaultError):
    """A note is over the limit; facts: ``size``, ``limit`` (bytes)."""

    kind = "note-too-long"


class Diverged(VaultError):
    """The log on disk was replaced by another program in a way that can't be followed."""

    kind = "diverged"
