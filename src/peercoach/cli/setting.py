"""What the options before the verb say, and what every verb makes of them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from peercoach import paths
from peercoach.errors import NoTerminal, UsedWrongly
from peercoach.words import commands as words
from peercoach.words import plain as plain_words
from peercoach.words import running

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library
    from peercoach.frameworks.shelves import Shelves
    from peercoach.settings import Settings
    from peercoach.supporting import Supporting
    from peercoach.workspace import Workspace

STDIN = "-"
_LONGEST_LINE = 1 << 16
"""Bytes of a first line that may hold a passphrase."""


@dataclass(frozen=True)
class Setting:
    """The options before the verb. ``vault`` is where the notebook is, or is to be;
    ``vault_given`` whether ``--vault`` said so. ``plain`` is None where nothing was said of it.
    """

    vault: Path
    passphrase_file: str | None = None
    plain: bool | None = None
    portable: bool = False
    frameworks: Path | None = field(default=None)
    vault_given: bool = False

    @classmethod
    def of(
        cls,
        *,
        vault: Path | None = None,
        passphrase_file: str | None = None,
        plain: bool | None = None,
        portable: bool = False,
        frameworks: Path | None = None,
    ) -> "Setting":
        """The setting that these options make. Commands that are named from now on have them too:
        those that say which notebook is meant, and what can be asked.
        """
        usual = paths.default_vault()
        chosen = vault.expanduser() if vault is not None else usual
        options = ["--vault", str(chosen)] if chosen != usual else []
        options += ["--portable"] if portable else []
        options += ["--frameworks", str(frameworks)] if frameworks is not None else []
        running.meant(options)
        given = vault is not None
        return cls(chosen, passphrase_file, plain, portable, frameworks, given)

    @property
    def state(self) -> Path | None:
        """Where this computer remembers how far the notebook had come; None with ``--portable``."""
        return None if self.portable else paths.state_folder()

    def library(self) -> "Library":
        """The frameworks that ship, a person's own, and those of ``--frameworks``."""
        return self.shelves()()

    def shelves(self) -> "Shelves":
        """The same, to be looked at again while an interface runs."""
        from peercoach.frameworks.shelves import Shelves

        return Shelves(
            shipped=paths.shipped_frameworks(),
            personal=None if self.portable else paths.personal_frameworks(),
            extra=self.frameworks,
        )

    def settings(self) -> "Settings":
        """What the person chose on this computer; with ``--portable`` nothing is read of it."""
        from peercoach import settings

        if self.portable:
            return settings.Settings()
        return settings.load(paths.config_folder(), say=say_aside)

    def supporting(self) -> "Supporting":
        """The support lines of one's own; with ``--portable`` none are read or written here."""
        from peercoach.supporting import Supporting

        return Supporting(None if self.portable else paths.config_folder())

    def given_passphrase(self) -> str | None:
        """The passphrase from ``--passphrase-file``; None where there is no such option.

        Raises:
            UsedWrongly: the file can't be read, is not text, or has nothing in its first line.
        """
        if self.passphrase_file is None:
            return None
        if self.passphrase_file == STDIN:
            # Not a byte more is taken than the line: what follows may be bytes to another reader.
            line = _line_of(sys.stdin.buffer)
        else:
            line = _first_line(Path(self.passphrase_file).expanduser())
        passphrase = line.removeprefix("\ufeff").rstrip("\r\n")
        if not passphrase:
            raise UsedWrongly(detail=words.PASSPHRASE_EMPTY)
        return passphrase

    def passphrase(self) -> str:
        """The passphrase, from its file or asked for on the terminal.

        Raises:
            NoTerminal: there is neither.
            UsedWrongly: as ``given_passphrase``.
        """
        given = self.given_passphrase()
        if given is not None:
            return given
        from peercoach.plain.terminal import hidden

        return hidden(plain_words.HIDDEN)

    @contextmanager
    def open_asking(self) -> Iterator[tuple["Workspace", str]]:
        """The open notebook, and the passphrase as someone typed it on a terminal just now: a file
        opens it too, and then it is asked for all the same.

        Raises:
            NoTerminal: there is nobody to ask.
            PeercoachError: it can't be opened; what was typed does not open it.
        """
        from peercoach.plain.terminal import has_terminal, hidden
        from peercoach.vault.standing import refuse_no_vault

        refuse_no_vault(self.vault)
        if not has_terminal():
            raise NoTerminal(need=plain_words.NEED_PASSPHRASE)
        given = self.given_passphrase()
        typed = hidden(plain_words.HIDDEN if given is None else words.HIDDEN_NOW)
        with self.open(typed if given is None else given) as work:
            if given is not None:
                work.refuse_wrong(typed)
            yield work, typed

    @contextmanager
    def open_again(self) -> Iterator["Workspace"]:
        """The open notebook, for what a person alone may see or change: on a terminal somebody
        typed the passphrase just now, wherever it came from before.

        Raises:
            PeercoachError: as :meth:`open_asking`, but where there is no terminal.
        """
        from peercoach.plain.terminal import has_terminal

        if has_terminal():
            with self.open_asking() as (work, _):
                yield work
        else:
            with self.open() as work:
                yield work

    @contextmanager
    def open(self, passphrase: str | None = None) -> Iterator["Workspace"]:
        """The open notebook, locked again at the end; what it noticed is said on standard error.

        ``passphrase`` is one that was asked for already, or a spare key.

        Raises:
            PeercoachError: it can't be opened.
        """
        from peercoach.vault.standing import refuse_no_vault
        from peercoach.workspace import Workspace

        # Said before the passphrase is asked for, not after.
        refuse_no_vault(self.vault)
        passphrase = self.passphrase() if passphrase is None else passphrase
        work = Workspace.open(self.vault, passphrase, library=self.library(), state=self.state)
        try:
            work.prepare()
            for notice in work.notices:
                say_aside(notice)
            yield work
        finally:
            work.lock()


def say_aside(sentence: str) -> None:
    """Say something that is no part of the answer, on standard error."""
    print(sentence, file=sys.stderr)


def _line_of(file: BinaryIO) -> str:
    return file.readline(_LONGEST_LINE).decode("utf-8", "replace")


def _first_line(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.readline(_LONGEST_LINE).decode("utf-8")
    except UnicodeDecodeError:
        raise UsedWrongly(detail=words.PASSPHRASE_NOT_TEXT.format(path=path)) from None
    except OSError:
        raise UsedWrongly(detail=words.NO_PASSPHRASE_FILE.format(path=path)) from None
