"""Beginning a reflection, going on with one, and what comes after its closing."""

from collections.abc import Callable

from peercoach.conversation import Conversation
from peercoach.errors import NoSuchElement, NoSuchFramework, PeercoachError
from peercoach.guide.review import REVIEW
from peercoach.journal import ids
from peercoach.journal.origin import stop_of
from peercoach.journal.records import Progress
from peercoach.journal.written import Written
from peercoach.offers import Offer
from peercoach.plain.across import where_to
from peercoach.plain.goal_walk import goal_of
from peercoach.plain.host import Host
from peercoach.plain.hour import HourWalk, Places
from peercoach.plain.review import Clearing
from peercoach.plain.spare_key import SpareKey
from peercoach.plain.walk import Walk
from peercoach.plain.ways import GoTo, Onward
from peercoach.words import look_back, plain_rooms, reflect, running
from peercoach.words import plain as words
from peercoach.workspace import Workspace


class Reflections:
    """Every way into a reflection."""

    def __init__(self, host: Host, workspace: Workspace) -> None:
        self._host = host
        self._work = workspace
        self.places: Callable[[], Places] = dict
        """Where one can look around from an hour; home knows them."""

    def begin(self, address: str) -> None:
        """Reflect on an element (``framework/element``) or a whole framework.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        level = self._which_level(address)
        if level is not None:
            self._start(lambda: self._work.begin(address, level))

    def _which_level(self, address: str) -> str | None:
        """The id of the level to begin at, where there are some; None to go back."""
        try:
            found = self._work.levels(address)
        except PeercoachError:
            # Whoever begins there says why that can't be.
            return ""
        if len(found.levels) < 2:
            return ""
        lines = [
            plain_rooms.LEVEL.format(title=level.title, questions=reflect.questions(count))
            for level, count in found.levels
        ]
        every = reflect.questions(found.questions)
        lines.append(plain_rooms.LEVEL.format(title=reflect.ALL_LEVELS, questions=every))
        last = [level.title for level, _ in found.levels if level.id == found.last]
        said = [plain_rooms.LEVEL_LAST.format(title=one) for one in last]
        lines = words.numbered([words.sentence(line) for line in lines])
        self._host.at(
            reflect.WHICH_LEVEL, reflect.WHICH_LEVEL_HINT, *said, *lines, words.CHOOSE_OR_HOME
        )
        chosen = self._host.choose("within", len(found.levels) + 1)
        if chosen is None:
            return None
        return ([level.id for level, _ in found.levels] + [""])[chosen - 1]

    def _across(self, talk: Conversation, save: Callable[[], None]) -> bool:
        """From one question to what it lines up with, and back; whether one was there."""
        go = where_to(self._host, self._work, talk, self.begin, self._start)
        if go is None:
            return False
        save()
        go()
        self._host.say(plain_rooms.ACROSS_BACK)
        return True

    def _goal(self, talk: Conversation) -> bool:
        """Make a goal of something kept in a reflection; whether there was anything."""
        return goal_of(self._host, self._work, talk.reflection.progress.kept.values())

    def resume(self, reflection: int) -> None:
        """Go on with one. Raises as :meth:`begin`."""
        self._start(lambda: self._work.resume(reflection))

    def take(self, offer: Offer) -> None:
        """Begin, or go on, as an offer says. Raises as :meth:`begin`."""
        if offer.id == "continue":
            self.resume(offer.reflection)
        elif offer.id == "one":
            self._start(lambda: self._work.begin_one(offer.address, offer.question))
        elif offer.id == "walk":
            self.walk_plan(offer.address)
        else:
            self.begin(offer.address)

    def can_write_on(self, note: Written) -> bool:
        """Whether there is a question to go back to, for what was written here."""
        if isinstance(note.record, Progress) or stop_of(self._work.journal, note) is None:
            return False
        try:
            self._work.library.find(note.record.place.address)
        except (NoSuchElement, NoSuchFramework):
            return False
        return True

    def write_on(self, id: int) -> None:
        """Go to where a note was written. Raises as :meth:`begin`, and NoSuchNote."""
        journal = self._work.journal
        at = stop_of(journal, journal.get(id))
        if at is None:
            self._host.say(running.named(look_back.ON_ITS_OWN, id=ids.to_text(id)))
        else:
            self.go_to(*at)

    def go_to(self, reflection: int, stop: str) -> None:
        """Go on with a reflection at one of its stops. Raises as :meth:`begin`."""
        self._start(lambda: self._work.resume(reflection, stop))

    def _start(self, made: Callable[[], Conversation]) -> None:
        try:
            conversation = made()
        except (NoSuchElement, NoSuchFramework):
            self._host.say(plain_rooms.GONE)
        except PeercoachError as error:
            self._host.say(str(error))
        else:
            self.walk(conversation)

    def _walked(self, conversation: Conversation) -> Walk:
        """A plan is gone through as an hour, with its time; all else is a reflection."""
        library = self._work.library
        if conversation.reflection.framework.id not in library.plans:
            return Walk(self._host, conversation, library, self._across, self._goal)
        ways = self._across, self._goal, self.places, self._work.resume
        return HourWalk(self._host, conversation, library, *ways)

    def walk_plan(self, id: str) -> None:
        """Go through a plan, or on with the one that waits. Raises as :meth:`begin`."""
        waits = [
            one.reflection
            for one in self._work.unfinished()
            if any(address.startswith(f"{id}/") for address in one.addresses)
        ]
        if waits:
            self.resume(waits[0])
        else:
            self._start(lambda: self._work.begin(id))

    def walk(self, conversation: Conversation) -> None:
        """Be in a reflection until it is closed or left. Raises as :meth:`begin`."""
        try:
            self._walked(conversation).run()
        except GoTo as way:
            if way.onward is Onward.HOME:
                self._host.say(words.PAUSED)
            raise
        if conversation.reflection.framework.id == REVIEW:
            Clearing(self._host, self._work).stay()
        SpareKey(self._host, self._work).after_closing()
