"""Has the invented person sit down and write, on the same path as anyone who uses the program."""

from collections.abc import Mapping

from peercoach.demo.year import Aim, Deletion, Done, Edit, Hour, Note, Part, Sitting, Turn, Year
from peercoach.frameworks.library import Library
from peercoach.goals.writing import Writing as GoalWriting
from peercoach.guide.stops import Stop
from peercoach.journal.moment import Clock, Moment
from peercoach.journal.records import Entry, Place
from peercoach.workspace import Workspace

_WORDS_A_MINUTE = 12
"""How fast someone writes who thinks in between."""


class TimeTold:
    """A clock that can be set to a moment, until it is let go and tells the present again."""

    def __init__(self, present: Clock) -> None:
        self._present = present
        self._set: Moment | None = None

    def __call__(self) -> Moment:
        """The moment it is set to, else the present."""
        return self._set or self._present()

    def to(self, moment: Moment) -> None:
        """Stand at this moment."""
        self._set = moment

    def on(self, minutes: int) -> None:
        """Go on by some minutes."""
        if self._set is not None:
            ms = self._set.utc_ms + minutes * 60_000
            self._set = Moment(ms, self._set.offset, self._set.zone)

    def let_go(self) -> None:
        """Tell the present."""
        self._set = None


class Writing:
    """Writes a year into an open, empty notebook that reads this clock."""

    def __init__(self, work: Workspace, clock: TimeTold) -> None:
        self._work = work
        self._clock = clock
        self._ids: dict[str, int] = {}

    def write(self, year: Year) -> None:
        """Write all of it, each at its moment, the oldest first.

        Raises:
            KeyError: something is said where nothing is asked, or names what is not there.
            PeercoachError: a framework lacks what it is about, or the disk refuses.
        """
        for moment, part in year.in_order(self._clock()):
            self._clock.to(moment)
            self._do(part)
            self._clock.let_go()

    def _do(self, part: Part) -> None:
        match part:
            case Sitting():
                self._sit(part)
            case Note():
                self._note(part)
            case Edit():
                self._work.journal.edit(self._ids[part.of], part.text)
            case Deletion():
                self._work.journal.delete(self._ids[part.of])
            case Aim():
                self._aim(part)
            case Turn():
                self._turn(part)
            case Done():
                self._done(part)
            case Hour():
                self._work.hours.keep(self._work.hours.understood(part.typed))

    def _sit(self, sitting: Sitting) -> None:
        talk = self._work.begin(sitting.about)
        stops = {_called(stop): stop.key for stop in talk.reflection.stops}
        for at, said in sitting.said.items():
            while stops[at] != talk.reflection.now.key:
                talk.skip()
            if isinstance(said, int):
                talk.rate(said)
                continue
            self._take_time(said)
            if at in sitting.bring:
                talk.bring(said, len(said))
            if sitting.ends == "open" and at == list(sitting.said)[-1]:
                talk.leave(said, len(said))
                return
            talk.next(said)
            self._ids[f"{sitting.name}/{at}"] = talk.reflection.progress.kept[stops[at]]
        while sitting.ends == "finished" and not talk.reflection.closing:
            talk.skip()
        talk.finish()

    def _note(self, note: Note) -> None:
        place = Place()
        if note.about:
            place = place_of(self._work.library, note.about)
        written = self._work.journal.add(Entry(kind="note", text=note.text, place=place))
        self._ids[note.name] = written.id

    def _aim(self, aim: Aim) -> None:
        goals = self._work.goals
        writing = goals.make(self._ids[aim.began] if aim.began else 0)
        self._say(writing, aim.said)
        self._ids[aim.name] = writing.about
        self._ids[f"{aim.name}/step"] = writing.new
        for address in aim.draws_on:
            goals.draw_on(writing.about, address)

    def _turn(self, turn: Turn) -> None:
        goals, id = self._work.goals, self._ids[turn.of]
        match turn.task:
            case "step":
                writing = goals.step(id)
            case "check-in":
                writing = goals.check_in(id)
            case "close":
                writing = goals.close(id)
            case "edit":
                (part,) = turn.said
                writing = goals.edit(id, part)
        self._say(writing, turn.said)
        if turn.name:
            self._ids[turn.name] = writing.new

    def _done(self, done: Done) -> None:
        step = self._ids[done.of]
        goal = self._work.goals.owner(self._work.journal.get(step))
        if goal is None:
            raise KeyError(done.of)
        self._work.goals.set_step(goal.id, step, "done")

    def _say(self, writing: GoalWriting, said: Mapping[str, str]) -> None:
        for at, text in said.items():
            # What is asked depends on what was said before.
            if at not in writing.walk.keys:
                raise KeyError(at)
            while writing.walk.at != at:
                writing.skip(writing.text)
            self._take_time(text)
            writing.next(text)
        if not writing.ended:
            writing.enough(writing.text)

    def _take_time(self, said: str) -> None:
        self._clock.on(1 + len(said.split()) // _WORDS_A_MINUTE)


def place_of(library: Library, address: str) -> Place:
    """What belongs to an element without answering a question of it."""
    framework, element = library.find(address)
    return Place(
        framework=framework.id,
        framework_title=framework.title,
        version=framework.version,
        element=element.id,
        element_title=element.title,
    )


def _called(stop: Stop) -> str:
    return stop.question.id if stop.question is not None else stop.kind
