"""What left, in plain lines: each share by its number, opened, and noted as asked back."""

from collections.abc import Callable

from peercoach.errors import PeercoachError
from peercoach.outgoing.record import Left
from peercoach.plain import notes
from peercoach.plain.commands import Command, Text
from peercoach.plain.host import Host, empty, number_in
from peercoach.words import plain as words
from peercoach.words import share as shared
from peercoach.words import share_plain as here
from peercoach.workspace import Workspace

ROOM = "left"
ONE = "left-one"


class LeftRoom:
    """Every share that left. ``heal``: those with something of the Heal room in them."""

    def __init__(self, host: Host, work: Workspace, *, heal: bool = False) -> None:
        self._host = host
        self._work = work
        self._heal = heal

    def stay(self) -> None:
        """Offer them until enter is pressed.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        while found := self._found():
            lines = [words.sentence(self._line(one)) for one in found]
            self._host.at(here.LEFT, *words.numbered(lines), here.LEFT_HOW)
            said = self._host.listen(ROOM)
            number = number_in(said, len(found))
            if number is not None:
                self._open(found[number - 1].id)
            elif isinstance(said, Command) or not empty(said):
                self._host.say(words.NOT_A_CHOICE)
            else:
                return
        self._host.say(here.LEFT_NONE_HEAL if self._heal else here.LEFT_NONE)

    def _found(self) -> list[Left]:
        outgoing = self._work.outgoing
        return outgoing.left_from_heal() if self._heal else outgoing.left()

    def _line(self, one: Left) -> str:
        share = one.share
        line = here.LEFT_LINE.format(
            day=words.capital(self._host.day(one.when)),
            whom=shared.RECIPIENTS[share.recipient],
            what=here.what(len(share.notes), share.ratings),
        )
        if one.asked_back is None:
            return line
        return here.LEFT_ASKED.format(line=line, day=self._host.day(one.asked_back))

    # --- one -------------------------------------------------------------------------------------

    def _open(self, id: int) -> None:
        """Say one whole, and do what is asked with it, until enter is pressed."""
        own: dict[str, Callable[[Left], None]] = {
            "original": lambda one: self._host.say(*self._key(one)),
            "asked_back": self._asked_back,
        }
        one = self._one(id)
        self._host.at(*self._whole(one), here.LEFT_ONE_HOW)
        while True:
            said = self._host.listen(ONE)
            if isinstance(said, Command):
                own[said.action.id](self._one(id))
            elif isinstance(said, Text) and said.text.strip():
                self._host.say(here.LEFT_ONE_HOW)
            else:
                return

    def _one(self, id: int) -> Left:
        return next(one for one in self._found() if one.id == id)

    def _whole(self, one: Left) -> list[str]:
        share = one.share
        about = here.LEFT_ONE.format(
            day=self._host.day(one.when),
            whom=shared.RECIPIENTS[share.recipient],
            form=here.FORM_NAMES[share.format],
            sealed=here.SEALED if share.sealed else here.OPEN,
            file=here.QUOTED.format(text=share.file),
        )
        lines = [words.sentence(about)]
        if share.notes:
            lines += [here.LEFT_NOTES, *words.numbered(self._notes(one))]
        if share.ratings:
            lines.append(here.LEFT_RATINGS.format(what=here.what(0, share.ratings)))
        if one.asked_back is not None:
            lines.append(here.ASKED_BACK.format(day=self._host.day(one.asked_back)))
        return [*lines, here.TO_ASK_BACK, one.ask_back, shared.ASK_BACK_LIMIT]

    def _notes(self, one: Left) -> list[str]:
        """Each note, whose story it tells and what was answered, a line each."""
        lines = []
        share = one.share
        for text, (id, there) in zip(share.notes, one.notes(), strict=True):
            answer = shared.ANSWERS.get(share.answers.get(text, ""), "")
            answered = here.LEFT_ANSWERED.format(answer=here.QUOTED.format(text=answer))
            story = here.LEFT_STORIES[share.stories.get(text, "mine")]
            note = self._work.journal.find(id)
            known = notes.line(note, self._host.day) if note is not None and there else ""
            known = known or (here.HEAL_NOTE + "." if there else "")
            said = here.LEFT_NOTE if known else here.LEFT_NOTE_GONE
            lines.append(said.format(line=known, story=story, answered=answered))
        return lines

    def _key(self, one: Left) -> list[str]:
        """What each label stands for, by what is still here."""
        lines = [
            here.KEY.format(label=label, words=words.sentence(here.QUOTED.format(text=said)))
            if said
            else words.sentence(here.KEY_GONE.format(label=label))
            for label, said in one.key()
        ]
        return lines or [here.NO_KEY]

    def _asked_back(self, one: Left) -> None:
        if one.asked_back is not None:
            self._host.say(here.ASKED_BACK.format(day=self._host.day(one.asked_back)))
            return
        try:
            self._work.outgoing.asked_back(one)
        except PeercoachError as refused:
            self._host.say(str(refused))
            return
        self._host.say(here.ASKED_BACK_NOW)
