"""Home: what is unfinished first, then what else there is. It always says what a number does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from peercoach.coming import Coming, goes_on
from peercoach.frameworks.library import Library
from peercoach.guide.review import REVIEW
from peercoach.memories import Memory
from peercoach.offers import MINUTES
from peercoach.outgoing.waits import share_waits
from peercoach.plain import goal_lines
from peercoach.plain.bringing import Bringing
from peercoach.plain.choosing import Choosing
from peercoach.plain.commands import Command
from peercoach.plain.goal_room import GoalRoom
from peercoach.plain.goals_room import Goals
from peercoach.plain.heal_room import HealRoom
from peercoach.plain.host import Host, empty, number_in
from peercoach.plain.hour import Places
from peercoach.plain.hours_room import HoursRoom
from peercoach.plain.languages import choose_language
from peercoach.plain.look_back import LookBack
from peercoach.plain.people_room import PeopleRoom
from peercoach.plain.plans import Plans
from peercoach.plain.port import Ended
from peercoach.plain.reflections import Reflections
from peercoach.plain.review import Review
from peercoach.plain.settings_room import SettingsRoom
from peercoach.plain.sharing import share
from peercoach.plain.spare_key import SpareKey
from peercoach.plain.ways import GoTo, Onward, until_home
from peercoach.plain.within import Within, waiting_line
from peercoach.words import home, hour, hours, memories, running, share_plain
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from peercoach.workspace import Workspace

Got = TypeVar("Got")

SHORT = "what-so-what-now-what"
FIRST = "peer-leadership/sharing-the-movement"


@dataclass(frozen=True)
class _Choice:
    line: str
    take: Callable[[], None]


class Home:
    """The room between rooms. ``library`` gives what can be asked, as its files are now."""

    def __init__(
        self, host: Host, workspace: Workspace, library: Callable[[], Library] | None = None
    ) -> None:
        self._host = host
        self._work = workspace
        self._library = library or (lambda: workspace.library)
        self._reflections = Reflections(host, workspace)
        self._reflections.places = self._places
        workspace.library = workspace.library.speaking(host.settings.languages)

    def stay(self, *, fresh: bool) -> None:
        """Offer what there is, again and again. ``fresh`` asks where to start, this once.

        Raises:
            GoTo: lock or quit was asked for.
            Ended, Interrupted: input ended, or a signal came.
        """
        if fresh:
            with until_home():
                self._start()
        while True:
            with until_home():
                self._look_again()
                self._offer()

    def _look_again(self) -> None:
        """Take what can be asked as its files are now; what can't be used since is said once."""
        before = self._work.library
        self._work.library = self._library().speaking(self._host.settings.languages)
        for unusable in self._work.library.unusable:
            if unusable not in before.unusable:
                self._host.say(running.named(words.UNUSABLE, file=unusable.file))

    # --- choosing ----------------------------------------------------------------------------

    def _start(self) -> None:
        """The second screen of the first run: where shall we start?"""
        self._host.at(*words.START, words.CHOOSE_OR_HOME)
        begin = self._reflections.begin
        starts = [lambda: begin(SHORT), lambda: begin(FIRST), self._elements]
        chosen = self._host.choose("home", len(starts), self._commands())
        if chosen is not None:
            starts[chosen - 1]()

    def _offer(self) -> None:
        memory = self._work.memory() if self._host.settings.memories else None
        choices = self._choices()
        lines = [words.sentence(choice.line) for choice in choices]
        waits = bool(self._work.unfinished())
        self._host.at(
            here.HOME if waits else here.HOME_NEW,
            *([_remembered(memory)] if memory else []),
            *words.numbered(lines),
            words.CHOOSE_NUMBER,
        )
        self._take(choices)

    def _choices(self) -> list[_Choice]:
        """What can be done, what waits first."""
        within = Within(self._host, self._work, self._reflections, self._notes)
        waits = self._work.unfinished()
        writing = goes_on(waits, self._work.goals.waiting())
        choices = [
            _Choice(waiting_line(one, self._host), self._resuming(one.reflection))
            for one in waits[:1]
        ]
        if writing is not None:
            choices.insert(0, _Choice(goal_lines.waiting(writing), self._writing(writing.key)))
        if len(waits) > 1:
            choices.append(_Choice(here.others(len(waits) - 1), within.others))
        if share_waits(self._work.journal):
            choices.append(_Choice(share_plain.HOME_CHOICE, self._share))
        choices += [_Choice(here.I_HAVE[one], self._offering(within, one)) for one in MINUTES]
        if SHORT in self._work.library.frameworks:
            choices.append(_Choice(here.THREE_QUESTIONS, lambda: self._reflections.begin(SHORT)))
        choices += [_Choice(self._choose_line(), self._elements), _Choice(here.READ, self._notes)]
        coming = self._work.coming()
        choices += [
            _Choice(words.sentence(words.capital(one.text)), self._next(one)) for one in coming
        ]
        if count := len(self._work.journal.brought()):
            choices.append(_Choice(words.capital(home.to_bring(count)), self._brought))
        if self._work.needs_spare_key:
            choices.append(_Choice(here.NO_SPARE_KEY, self._spare_key))
        choices.append(_Choice(here.GOALS_CHOICE, self._goals))
        choices.append(_Choice(here.SHARE_CHOICE, self._share))
        if not any(one.to == "hours" for one in coming):
            choices.append(_Choice(here.HOURS_CHOICE, self._hours))
        choices += [
            _Choice(here.HEAL_CHOICE, self._heal),
            _Choice(here.SETTINGS_CHOICE, self._settings),
            _Choice(here.LEAVE, self._leave),
        ]
        return choices

    def _take(self, choices: list[_Choice]) -> None:
        """Do what a number or a command says; control-D leaves."""
        while True:
            try:
                said = self._host.listen("home")
            except Ended:
                raise GoTo(Onward.QUIT) from None
            if isinstance(said, Command):
                self._commands()[said.action.id]()
                return
            number = number_in(said, len(choices))
            if number is not None:
                choices[number - 1].take()
                return
            if empty(said):
                self._host.again()
            else:
                self._host.say(words.NOT_A_CHOICE)

    def _commands(self) -> dict[str, Callable[[], None]]:
        return {
            "choose": self._elements,
            "notes": self._notes,
            "plans": self._plans,
            "goals": self._goals,
            "hours": self._hours,
            "review": lambda: self._walk_plan(REVIEW),
            "heal": self._heal,
            "share": self._share,
            "hide": self._hide,
            "settings": self._settings,
            "people": self._people,
            "spare_key": self._spare_key,
        }

    def _choose_line(self) -> str:
        """To choose an element, with what was said of the one that was rated last."""
        rated = [one for one in self._work.element_lines() if one.rating_label and one.last]
        if not rated:
            return here.CHOOSE
        last = max(rated, key=lambda one: one.last.utc_ms if one.last else 0)
        day = self._host.day(last.last) if last.last else ""
        return here.CHOOSE_LAST.format(title=last.title, label=last.rating_label, day=day)

    # --- where it leads ----------------------------------------------------------------------

    def _resuming(self, reflection: int) -> Callable[[], None]:
        return lambda: self._reflections.resume(reflection)

    def _writing(self, key: str) -> Callable[[], None]:
        room = Goals(self._host, self._work, self._reflections)
        return lambda: self._going_home(lambda: room.resume(key))

    def _next(self, one: Coming) -> Callable[[], None]:
        """Where something that comes next leads."""
        if one.to != "goal":
            return self._hours if one.to == "hours" else self._heal
        room = GoalRoom(self._host, self._work, self._reflections, one.id)
        return lambda: self._going_home(room.stay)

    def _offering(self, within: Within, minutes: int) -> Callable[[], None]:
        return lambda: self._going_home(lambda: within.offer(minutes))

    def _elements(self) -> None:
        """Every element with its last rating, to choose one by number."""
        self._look_again()
        choosing = Choosing(self._host, self._work, {"language": self._language})
        chosen = self._going_home(choosing.chosen)
        if chosen is None:
            return
        if chosen.gone:
            self._notes(chosen.address)
        else:
            self._reflections.begin(chosen.address)

    def _language(self) -> None:
        choose_language(self._host, self._work)

    def _plans(self) -> None:
        self._going_home(Plans(self._host, self._work, self._walk_plan).stay)

    def _hours(self) -> None:
        self._going_home(HoursRoom(self._host, self._work, self._walk_plan).stay)

    def _walk_plan(self, id: str) -> None:
        """Go through a plan for one person; a review begins with what was written."""
        walk = self._reflections.walk_plan
        if id == REVIEW:
            self._going_home(Review(self._host, self._work, walk).stay)
        else:
            walk(id)

    def _places(self) -> Places:
        """Where one can look around from an hour, which waits."""
        look = Review(self._host, self._work, self._reflections.walk_plan).look
        return {
            hour.LOOK_BACK: self._notes,
            hours.BEGIN_REVIEW: lambda: self._going_home(lambda: look(hours.SINCE_HOW)),
            hour.ELEMENT: self._elements,
            hour.GOALS: self._goals,
            hour.PROTECTED: self._hours,
        }

    def _goals(self) -> None:
        self._going_home(Goals(self._host, self._work, self._reflections).stay)

    def _notes(self, address: str = "") -> None:
        self._going_home(LookBack(self._host, self._work, self._reflections, address).stay)

    def _brought(self) -> None:
        self._going_home(Bringing(self._host, self._work, self._reflections).stay)

    def _heal(self) -> None:
        self._going_home(HealRoom(self._host, self._work).stay)

    def _share(self) -> None:
        self._going_home(lambda: share(self._host, self._work))

    def _spare_key(self) -> None:
        self._going_home(SpareKey(self._host, self._work).stay)

    def _people(self) -> None:
        self._going_home(PeopleRoom(self._host, self._work).stay)

    def _settings(self) -> None:
        self._going_home(SettingsRoom(self._host, self._spare_key, self._people).stay)

    def _hide(self) -> None:
        if not self._host.settings.memories:
            self._host.say(here.NOTHING_TO_HIDE)
            return
        changed = msgspec.structs.replace(self._host.settings, memories=False)
        self._host.say(self._host.change(changed) or here.HIDDEN_NOW)

    def _leave(self) -> None:
        raise GoTo(Onward.QUIT)

    def _going_home(self, room: Callable[[], Got]) -> Got:
        """In a room where control-D means the way home, if anybody is there to go on."""
        try:
            return room()
        except Ended:
            if self._host.port.interactive:
                raise GoTo(Onward.HOME) from None
            raise


def _remembered(memory: Memory) -> str:
    quoted = memories.QUOTED.format(text=memory.text)
    return here.MEMORY.format(heading=memory.heading, quoted=quoted)
