"""What is decided about a word while a note is read: to hide it, to add it, to keep it."""

from collections.abc import Callable, Sequence
from typing import cast

from peercoach.journal.text import one_line
from peercoach.outgoing.sharing import Sharing
from peercoach.people import KnownThing
from peercoach.sharing.detect.spans import Kind
from peercoach.sharing.page import Page, Place, Unit
from peercoach.sharing_errors import KnownRefused
from peercoach.tui.messages import Go
from peercoach.tui.screens.share_room import ShareRoom
from peercoach.tui.screens.typed_line import AGAIN
from peercoach.tui.widgets.choices import Row
from peercoach.words import people
from peercoach.words import share_rooms as words

_NEW, _LONGER, _IS = "new", "longer", "is:"
_NO_ROLE = "none"


class Deciding(ShareRoom):
    """Has a page and a word on it. Every decision is about that word."""

    @property
    def page(self) -> Page | None:
        """The note that is read."""
        raise NotImplementedError

    @property
    def unit(self) -> Unit | None:
        """The word at the cursor."""
        raise NotImplementedError

    async def decide(self, call: Callable[[Sharing], object], told: str) -> None:
        """Do it, show what became of the note, and say ``told``."""
        raise NotImplementedError

    def ask_about(self) -> None:
        """Ask what is to be done with the word."""
        unit = self.unit
        if unit is None:
            return
        hide = [
            Row("hide", words.HIDE, detail=words.HIDE_ABOUT),
            Row("hide_everywhere", words.EVERYWHERE, detail=words.EVERYWHERE_ABOUT),
        ]
        add = Row("add_known", words.ADD, detail=words.ADD_ABOUT)
        keep = [
            Row("keep_word", words.KEEP, detail=words.KEEP_ABOUT),
            Row("keep_always", words.KEEP_ALWAYS, detail=words.KEEP_ALWAYS_ABOUT),
        ]
        show = Row("original", words.SHOW, detail=words.SHOW_ABOUT)
        rows = [show, *keep, add, hide[1]] if unit.hidden else [*hide, add, keep[1]]
        rows.append(Row("", words.LEAVE))
        self.ask(words.WHAT_NOW, rows, lambda do: getattr(self, f"do_{do}")())

    def do_original(self) -> None:
        """Show what stood there, until the cursor moves."""
        page, unit = self.page, self.unit
        if page is None or unit is None:
            self.say(words.NO_WORD)
        elif unit.hidden:
            self.say(words.STOOD.format(word=page.said(unit).replace("\n", " ")))
        else:
            self.say(words.STANDS)

    # --- hiding and keeping ----------------------------------------------------------------------

    def do_hide(self) -> None:
        """Hide the word here."""
        self._hide(lambda one, place, kind: one.hide(place, kind), words.HIDDEN)

    async def do_hide_everywhere(self) -> None:
        """Hide it in each note."""
        unit = self.unit
        if unit is not None and unit.hidden and unit.kind is not None:
            # It is known already what it is.
            place, kind = unit.place, unit.kind
            told = words.HIDDEN_EVERYWHERE
            await self.decide(lambda one: one.hide_everywhere(place, kind), told)
        else:
            self._hide(
                lambda one, place, kind: one.hide_everywhere(place, kind), words.HIDDEN_EVERYWHERE
            )

    def _hide(self, call: Callable[[Sharing, Place, Kind], None], told: str) -> None:
        unit = self.unit
        if unit is None:
            self.say(words.NO_WORD)
        elif unit.hidden:
            self.say(words.IS_HIDDEN)
        else:
            place = unit.place

            async def took(kind: str) -> None:
                await self.decide(lambda one: call(one, place, cast(Kind, kind)), told)

            rows = [Row(kind, name) for kind, name in words.HIDE_AS.items()]
            self.ask(words.WHAT_IS_IT, rows, took)

    async def do_keep_word(self) -> None:
        """Let it stand here."""
        unit = self.unit
        if unit is None or not unit.hidden:
            self.say(words.NO_WORD if unit is None else words.IS_OPEN)
            return
        place = unit.place
        await self.decide(lambda one: one.keep(place), words.KEPT_HERE)

    async def do_keep_always(self) -> None:
        """Let it stand, now and the next time."""
        unit = self.unit
        if unit is None:
            self.say(words.NO_WORD)
            return
        place = unit.place
        await self.decide(lambda one: one.keep_always(place), words.KEPT_ALWAYS)

    async def do_undo_decision(self) -> None:
        """Take the last decision back."""
        undone: list[bool] = []
        await self.decide(lambda one: undone.append(one.undo()), "")
        if undone:
            self.say(words.UNDONE if undone == [True] else words.NOTHING_TO_UNDO)

    # --- adding to people and places -------------------------------------------------------------

    def do_add_known(self) -> None:
        """Add it to people and places: first what it is."""
        if self.unit is None:
            self.say(words.NO_WORD)
            return
        rows = [Row(what, name) for what, name in people.WHATS.items()]
        self.ask(words.WHAT_IS_IT, rows, self._which)

    async def _which(self, what: str) -> None:
        """Is it one that is there already?"""
        known = await self._desk.writer.do(self._desk.workspace.people.all)
        page, unit = self.page, self.unit
        if page is None or unit is None:
            return
        there = [one for one in known if one.what == what]
        there.sort(key=lambda one: not _may_be(one, page.said(unit)))
        rows = [
            Row(_NEW, words.AS_IT_STANDS),
            Row(_LONGER, words.WHOLE_NAME, detail=words.WHOLE_NAME_ABOUT),
            *(Row(f"{_IS}{one.name}", one.said, space=int(not at)) for at, one in enumerate(there)),
        ]
        place = unit.place

        async def took(answer: str) -> None:
            if answer == _LONGER:
                naming = Naming(self, place, what)
                self.post_message(Go("asked", naming, over=True))
            elif answer == _NEW and what == "person":
                self.ask(words.ROLE, roles(), lambda role: self._add(place, what, role=role))
            else:
                await self._add(place, what, name=answer.removeprefix(_IS).removeprefix(_NEW))

        title = words.WHICH_PERSON if what == "person" else words.WHICH_THING
        first = there[0] if there else None
        at = f"{_IS}{first.name}" if first and _may_be(first, page.said(unit)) else _NEW
        self.ask(title, rows, took, at=at)

    async def _add(self, place: Place, what: str, *, name: str = "", role: str = "") -> None:
        role = role.removeprefix(_NO_ROLE)
        await self.decide(lambda one: one.add(place, what, name=name, role=role), words.ADDED)


def _may_be(one: KnownThing, said: str) -> bool:
    """Whether what stands there is a part of somebody's name."""
    parts = {part for name in one.names for part in name.split()}
    return any(part.casefold() in parts for part in said.split())


def roles() -> list[Row]:
    """Who somebody is; to say nothing stands last."""
    return [Row(role or _NO_ROLE, said) for role, said in people.ROLES.items()]


class Naming:
    """The whole name is typed, then who they are; what is done is done in the room below."""

    title, hint, start = people.TITLE, words.NAME_HINT, ""
    ask = words.TYPE_NAME

    def __init__(self, room: Deciding, place: Place, what: str) -> None:
        self._room: Deciding | None = room
        self._place = place
        self._what = what
        self._name = ""

    def read(self, typed: str) -> tuple[str, Sequence[Row]]:
        """Raises ``KnownRefused``."""
        self._name = one_line(typed)
        if not self._name:
            raise KnownRefused(detail=people.NEEDS_NAME)
        rows = roles() if self._what == "person" else [Row(_NO_ROLE, words.ADD_IT)]
        again = Row(AGAIN, words.NAME_AGAIN, space=1)
        return words.NAME_UNDERSTOOD.format(name=self._name), [*rows, again]

    def take(self, answer: str) -> str:
        """Nothing is done yet: the share is the room's."""
        return answer

    def told(self, said: str) -> None:
        """Have the room below add it, once it is back there."""
        room, name, self._name = self._room, self._name, ""
        if room is not None:
            what, place = self._what, self._place
            room.later(lambda _: room._add(place, what, name=name, role=said), said)
