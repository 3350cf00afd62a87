"""The door: a first notebook is made, or one is opened; a passphrase and nothing else."""

from collections.abc import Callable

from peercoach.errors import NoTerminal, WeakPassphrase, WrongPassphrase
from peercoach.plain.commands import Text
from peercoach.plain.host import Host
from peercoach.plain.ways import GoTo, Onward
from peercoach.strength import LEAST
from peercoach.words import company
from peercoach.words import plain as words
from peercoach.workspace import Strength, Workspace, passphrase_strength, suggest_passphrase

Derive = Callable[[str], Workspace]
"""Makes or opens a notebook with a passphrase; takes a moment."""


class Door:
    """Asks for a passphrase, on a terminal; with ``given`` (from a file) it asks nothing.

    ``told`` is said before it is asked for.
    """

    def __init__(self, host: Host, *, given: str | None, told: str = "") -> None:
        self._host = host
        self._given = given
        self._told = told

    # --- opening -----------------------------------------------------------------------------

    def unlock(self, open_with: Derive) -> Workspace:
        """Ask until the passphrase fits.

        Raises:
            NoTerminal: there is nobody to ask and no passphrase was given.
            GoTo: the person left; or someone sits beside and the passphrase was right: then it is
                locked again.
            PeercoachError: the notebook can't be opened, for another reason than the passphrase.
        """
        given, self._given = self._given, None
        if given is not None:
            self._host.say(words.OPENING)
            return open_with(given)
        self._must_be_interactive()
        at_door = [words.WELCOME_BACK, words.TO_LEAVE]
        self._host.stand(lambda: at_door)
        self._host.say(*at_door)
        self._host.say(*([self._told] if self._told else []), words.AT_DOOR)
        beside = False
        while True:
            try:
                passphrase = self._host.hidden("unlock", words.HIDDEN)
            except GoTo as way:
                if way.onward is not Onward.COMPANY:
                    raise
                beside = not beside
                self._host.say(company.TOLD if beside else words.ALONE_AGAIN)
                continue
            if not passphrase:
                raise GoTo(Onward.QUIT)
            self._host.say(words.OPENING)
            try:
                work = open_with(passphrase)
            except WrongPassphrase as error:
                self._host.say(str(error))
                continue
            if not beside:
                return work
            # Closed again at once: the passphrase only says whose questions are shown.
            work.lock()
            raise GoTo(Onward.COMPANY)

    # --- making ------------------------------------------------------------------------------

    def first_run(self, make_with: Derive, path: str) -> Workspace:
        """Say what this is, have a passphrase chosen, make the notebook.

        Raises:
            as ``unlock``; WeakPassphrase where it was given and is too short.
        """
        self._host.paragraph(*words.welcome_lines())
        given, self._given = self._given, None
        if given is not None:
            self._say_strength(given)
            work = self._make(make_with, given)
        else:
            self._must_be_interactive()
            work = self._made_by_asking(make_with)
        self._host.say(words.MADE.format(path=path), words.NO_WAY_BACK)
        return work

    def _made_by_asking(self, make_with: Derive) -> Workspace:
        while True:
            try:
                passphrase = self._new_passphrase()
            except GoTo as way:
                if way.onward is not Onward.COMPANY:
                    raise
                self._host.say(words.NOTHING_TO_CLOSE)
                continue
            if passphrase is None or not self._strong_enough(passphrase):
                continue
            try:
                return self._make(make_with, passphrase)
            except WeakPassphrase as error:
                self._host.say(str(error))

    def _make(self, make_with: Derive, passphrase: str) -> Workspace:
        self._host.say(words.MAKING)
        return make_with(passphrase)

    def _new_passphrase(self) -> str | None:
        """A passphrase chosen in one of the ways; None to ask again."""
        self._host.at(*words.WAYS_TO_CHOOSE, words.CHOOSE_NUMBER)
        way = self._host.choose("unlock", 3)
        if way == 1:
            first = self._host.hidden("unlock", words.HIDDEN_NEW)
            if first and first == self._host.hidden("unlock", words.HIDDEN_AGAIN):
                return first
            self._host.say(words.NOT_THE_SAME)
        elif way == 2:
            self._host.shown = True
            self._host.say(words.SHOWN)
            said = self._host.listen("unlock")
            return said.text if isinstance(said, Text) and said.text else None
        elif way == 3:
            suggested = suggest_passphrase()
            self._host.shown = True
            self._host.say(words.SUGGESTED.format(words=suggested), words.SUGGESTED_MORE)
        return None

    def _strong_enough(self, passphrase: str) -> bool:
        """Say how hard it is to guess; where it is easy, ask whether to use it all the same."""
        if not self._say_strength(passphrase).guessable:
            return True
        if len(passphrase.strip()) < LEAST:
            # It would be refused, so it is not offered.
            return False
        self._host.at(*words.WEAK_CHOICE, words.CHOOSE_NUMBER)
        return self._host.choose("unlock", 2) == 2

    def _say_strength(self, passphrase: str) -> Strength:
        strength = passphrase_strength(passphrase)
        self._host.say(strength.words)
        return strength

    def _must_be_interactive(self) -> None:
        if not self._host.port.interactive:
            raise NoTerminal(need=words.NEED_PASSPHRASE)
