"""The one object that an interface holds: the open notebook, the library, and the way out."""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakSet

from peercoach import offers
from peercoach.conversation import Conversation, Standing, standing
from peercoach.errors import (
    NoSuchElement,
    NoSuchNote,
    NoVault,
    PeercoachError,
    UsedWrongly,
    VaultLocked,
)
from peercoach.frameworks.model import Element, Framework
from peercoach.guide.reflect import Choose, Reflection
from peercoach.journal.documents import NewerNote
from peercoach.journal.moment import Clock, Moment, now
from peercoach.journal.records import Rating
from peercoach.journal.store import Journal
from peercoach.memories import Memory, memory
from peercoach.offers import Offer
from peercoach.strength import Strength, passphrase_strength, suggest_passphrase
from peercoach.vault.files import Files
from peercoach.vault.folder import refuse_no_vault
from peercoach.vault.kdf import STANDARD, Profile
from peercoach.vault.vault import Vault
from peercoach.words import notices, reflect

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library

__all__ = [
    "ElementLine",
    "Strength",
    "Unfinished",
    "Workspace",
    "passphrase_strength",
    "suggest_passphrase",
    "vault_exists",
]


@dataclass(frozen=True)
class Unfinished:
    """A reflection that waits to be gone on with.

    ``count`` is (2, 5) at question 2 of 5, None elsewhere or where its framework is not here now.
    ``has_text`` says whether something is typed, or kept, where it stands.
    """

    reflection: int
    title: str
    framework_title: str
    count: tuple[int, int] | None
    stop_heading: str
    when: Moment
    has_text: bool


@dataclass(frozen=True)
class ElementLine:
    """An element one can think about, with the words of its last rating ("" if there is none) and
    the moment when something was last written about it.
    """

    address: str
    title: str
    framework_title: str
    rating_label: str
    last: Moment | None


def vault_exists(vault: Path) -> bool:
    """Whether a notebook stands at this path, whole or not.

    Raises:
        NotAVault, NotPermitted: something else does, or it can't be known.
    """
    try:
        refuse_no_vault(vault)
    except NoVault:
        return False
    return True


class Workspace:
    """An open notebook. Its calls may wait for the disk; never call two at once."""

    def __init__(
        self,
        vault: Vault,
        library: "Library",
        *,
        clock: Clock = now,
        choose: Choose = secrets.choice,
    ) -> None:
        self._vault = vault
        self._choose = choose
        self._conversations: WeakSet[Conversation] = WeakSet()
        self.library = library
        self.journal = Journal(vault.private, vault.drafts, clock=clock)
        said = [notices.sentence(notice.kind, notice.facts) for notice in vault.notices]
        salvage = any(notice.kind == "salvage" for notice in vault.notices)
        if vault.private.read_only and not salvage:
            said.append(notices.READ_ONLY)
        self.notices: tuple[str, ...] = tuple(said)

    @classmethod
    def create(
        cls,
        vault: Path,
        passphrase: str,
        *,
        library: "Library",
        name: str = "",
        clock: Clock = now,
        choose: Choose = secrets.choice,
        profile: Profile = STANDARD,
        random: Callable[[int], bytes] = os.urandom,
        files: Files | None = None,
    ) -> "Workspace":
        """Make a notebook and open it.

        Raises:
            VaultExists: something stands at this path.
            WeakPassphrase: the passphrase is too short.
            NotPermitted, DiskFull, WriteFailed: it could not be written.
        """
        made = Vault.create(
            vault, passphrase, name=name, profile=profile, random=random, files=files
        )
        return cls._on(made, library, clock, choose)

    @classmethod
    def open(
        cls,
        vault: Path,
        passphrase: str,
        *,
        library: "Library",
        clock: Clock = now,
        choose: Choose = secrets.choice,
        random: Callable[[int], bytes] = os.urandom,
        files: Files | None = None,
    ) -> "Workspace":
        """Open a notebook.

        Raises:
            NoVault, NotAVault, NewerFormat: there is none that we can read.
            WrongPassphrase: the passphrase does not open it.
            KeyringDamaged, KeyringForged, KeyringStale, AbsurdParameters: its key file is not as
                it should be.
            VaultBusy: another process has it open.
            LogMissing, LogDamaged, NotPermitted: its notes can't be reached.
        """
        opened = Vault.open(vault, passphrase, files=files, random=random)
        return cls._on(opened, library, clock, choose)

    @classmethod
    def _on(cls, vault: Vault, library: "Library", clock: Clock, choose: Choose) -> "Workspace":
        try:
            return cls(vault, library, clock=clock, choose=choose)
        except BaseException:
            vault.lock()
            raise

    # --- reflecting -------------------------------------------------------------------------------

    def begin(self, address: str) -> Conversation:
        """Start a reflection on one element (``framework/element``) or on all of a framework's.

        Raises:
            NoSuchFramework, NoSuchElement: there is none at this address.
            UsedWrongly: the framework asks for a room with more care than this one has.
            VaultLocked: the notebook is locked.
        """
        return self._begin(address)

    def begin_one(self, address: str, question: str) -> Conversation:
        """Start a reflection of one question of the element at ``address``, and its closing.

        Raises:
            NoSuchElement: there is no such element, or it has no question of this id.
            UsedWrongly, VaultLocked: as :meth:`begin`.
        """
        _, element = self.library.find(address)
        if question not in (one.id for one in element.questions):
            raise NoSuchElement(address=f"{address}/{question}", nearest="")
        return self._begin(address, question)

    def _begin(self, address: str, *questions: str) -> Conversation:
        if "/" in address:
            framework, element = self.library.find(address)
            course: tuple[Element, ...] = (element,)
        else:
            framework = self.library.get(address)
            course = framework.elements
        if framework.care:
            raise UsedWrongly(detail=notices.NEEDS_CARE.format(title=framework.title))
        if not course:
            raise NoSuchElement(address=address, nearest="")
        reflection = Reflection.begin(
            framework, course, new_id=self.journal.new_id, questions=questions
        )
        return self._with(Conversation(reflection, self.journal, choose=self._choose))

    def resume(self, reflection: int) -> Conversation:
        """Go on with a reflection at the same question and character.

        Raises:
            NoSuchNote: nothing is known of it.
            NoSuchFramework, NoSuchElement: what it asks is not here now; what was typed waits.
            VaultError: the notebook is locked, or could not be written.
        """
        found = Conversation.resume(self.journal, self.library, reflection, choose=self._choose)
        return self._with(found)

    def unfinished(self) -> list[Unfinished]:
        """Every reflection that was begun and not closed, the one last saved first."""
        drafts = self.journal.drafts.all()
        begun = {note.id for note in self.journal.reflections()}
        found: list[tuple[Moment, Unfinished]] = []
        for id in begun | drafts.keys():
            try:
                stands = standing(self.journal, id)
            except (NoSuchNote, NewerNote):
                continue
            if stands.progress.at != "close":
                found.append((stands.when, self._unfinished(id, stands)))
        found.sort(key=lambda one: (one[0].utc_ms, one[1].reflection), reverse=True)
        return [line for _, line in found]

    def element_lines(self) -> list[ElementLine]:
        """Every element of every framework that can be used here, in the library's order."""
        return [
            self._element_line(framework, element)
            for framework in self.library.frameworks.values()
            if not framework.care
            for element in framework.elements
        ]

    def offers(self, minutes: int, passed: int = 0) -> list[Offer]:
        """What fits into so many minutes; ``passed`` counts the single questions passed over."""
        waits = [
            offers.waiting(one.reflection, one.title, one.count, one.stop_heading)
            for one in self.unfinished()[:1]
        ]
        return offers.offers(
            self.journal, self.library, minutes, self._today, waits=waits, passed=passed
        )

    def memory(self) -> Memory | None:
        """Something written long ago, the same for a whole day; None where there is nothing."""
        return memory(self.journal, self._today)

    @property
    def _today(self) -> date:
        return self.journal.clock().local().date()

    # --- leaving ----------------------------------------------------------------------------------

    @property
    def locked(self) -> bool:
        """Whether the notebook is locked."""
        return self._vault.locked

    def lock(self) -> None:
        """Drop the keys and forget every word. What was kept or saved is on the disk already."""
        for conversation in list(self._conversations):
            conversation.forget()
        self._conversations = WeakSet()
        self.journal.lock()
        self._vault.lock()

    def close(self) -> None:
        """The same as :meth:`lock`."""
        self.lock()

    # --- inside -----------------------------------------------------------------------------------

    def _with(self, conversation: Conversation) -> Conversation:
        if self.locked:
            raise VaultLocked
        self._conversations.add(conversation)
        return conversation

    def _unfinished(self, id: int, stands: Standing) -> Unfinished:
        progress = stands.progress
        parts = progress.at.split("/")
        kind = parts[1] if len(parts) > 1 else "question"
        count = None
        try:
            framework = self.library.get(progress.framework)
            found = Reflection.resume(framework, progress, id=id, new_id=lambda: 0)
        except PeercoachError:
            found = None
        if found is not None:
            kind, count = found.now.kind, found.count
        text = stands.saved.draft.text.strip() if stands.saved else ""
        return Unfinished(
            reflection=id,
            title=progress.title,
            framework_title=progress.framework_title,
            count=count,
            stop_heading=reflect.HEADINGS.get(kind, reflect.HEADINGS["question"]),
            when=stands.when,
            has_text=bool(text) or (stands.saved is None and progress.at in progress.kept),
        )

    def _element_line(self, framework: Framework, element: Element) -> ElementLine:
        address = f"{framework.id}/{element.id}"
        newest = self.journal.newest_of(address)
        label = ""
        for rating in framework.ratings[:1]:
            asked = (framework.id, element.id, f"rating/{rating.id}")
            for note in self.journal.asked_before(asked, but_for=-1)[:1]:
                label = note.record.label if isinstance(note.record, Rating) else ""
        return ElementLine(
            address=address,
            title=element.title,
            framework_title=framework.title,
            rating_label=label,
            last=newest.when if newest else None,
        )
