"""The review: what leaves a notebook has been read by its author, in the form in which it leaves.

Whom it is for, and whose story each note tells; each note read, and what could tell who is meant
decided; one confirmation. Only then there is something that a writer accepts. It keeps nothing by
itself: :attr:`Review.state` is what goes into the notebook, so that a review can be gone on with.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from hashlib import sha256

from msgspec.structs import replace as changed

from peercoach.sharing.decisions import Decision, Hide, Keep, KeepSmall, Seen, State
from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.detect.model import NamesModel
from peercoach.sharing.detect.spans import Kind
from peercoach.sharing.forms import whole
from peercoach.sharing.generalise import day_after, general, season_of, shifted
from peercoach.sharing.hiding import Hidden, Hiding
from peercoach.sharing.leaving import (
    _GATE,
    Answer,
    Chosen,
    ChosenRating,
    ForTheRecord,
    LeavingNote,
    LeavingRating,
    Recipient,
    Reviewed,
    Story,
    Wording,
    mark_of,
)
from peercoach.sharing.looks import Looking
from peercoach.sharing.page import Page, Place, key_of
from peercoach.sharing.replace import Replaced, Replacer
from peercoach.sharing_errors import NotReviewed, StillKnown


class Review:
    """One share, from what was chosen to what may be written. Notes keep the order given."""

    def __init__(
        self,
        notes: Sequence[Chosen],
        ratings: Sequence[ChosenRating] = (),
        *,
        today: date,
        known: Sequence[Known] = (),
        kept: Collection[str] = (),
        state: State | None = None,
        model: NamesModel | None = None,
    ) -> None:
        """``known`` is the private dictionary, ``kept`` the words that are never to be hidden;
        ``model`` looks for names beside the rules, where it is installed.
        """
        self._model = model
        self._chosen = {one.id: one for one in notes}
        self._ratings = tuple(sorted(ratings, key=lambda one: one.day))
        self._today = today
        self._known, self._kept = tuple(known), tuple(kept)
        self._texts = {one.id: one.text for one in notes}
        hashes = {id: mark_of(text) for id, text in self._texts.items()}
        self._state = (state or State()).still_fitting(hashes)
        self._hiding: Hiding | None = None
        self._pages: tuple[Page, ...] | None = None
        self._looking = Looking()
        self._wordings: dict[str, Replaced] = {}
        self._spared: list[str] = []

    @property
    def state(self) -> State:
        """How far it has come."""
        return self._state

    # --- for whom, and whose story ----------------------------------------------------------------

    @property
    def recipient(self) -> Recipient | None:
        """Whom it is for; None where that was not said yet."""
        return self._state.recipient or None

    def is_for(self, recipient: Recipient) -> None:
        """Say whom it is for."""
        self._now(changed(self._state, recipient=recipient))

    def story(self, note: str) -> Story | None:
        """Whose story a note tells; None where that was not said yet."""
        return self._state.stories.get(note)

    def tells(self, note: str, story: Story) -> None:
        """Say whose story a note tells."""
        self._hiding = None
        self._now(changed(self._state, stories={**self._state.stories, note: story}))

    def move_dates_by(self, days: int) -> None:
        """Have dates moved by so many days, all alike; with 0 they become seasons."""
        self._now(changed(self._state, shift=days))

    @property
    def chosen(self) -> tuple[Chosen, ...]:
        """Every note that was chosen."""
        return tuple(self._chosen.values())

    @property
    def leaving(self) -> tuple[Chosen, ...]:
        """The notes that leave: none of somebody who was not asked."""
        go: tuple[Story, ...] = ("mine", "theirs-agreed")
        return tuple(one for one in self.chosen if self.story(one.id) in go)

    @property
    def ready(self) -> bool:
        """Whether it is known for whom it is and whose stories are told, and something leaves."""
        told = all(self.story(one.id) for one in self.chosen)
        return bool(self.recipient and told and (self.leaving or self._ratings))

    # --- reading ----------------------------------------------------------------------------------

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every note that leaves, as it will leave."""
        if self._pages is None:
            self._pages = tuple(self._made())
        return self._pages

    def page(self, note: str) -> Page:
        """One of them, by its note's id."""
        return next(one for one in self.pages if one.id == note)

    @property
    def unread(self) -> Page | None:
        """The first that is still to be read; None where all are."""
        return next((one for one in self.pages if not one.read), None)

    def read(self, note: str, answer: Answer) -> None:
        """Say that a note was read as it stands, and whether a colleague could tell who it is."""
        seen = Seen(self.page(note).whole, answer)
        self._now(changed(self._state, seen={**self._state.seen, note: seen}))

    def agree(self, note: str) -> None:
        """Say for those who wrote a note, too, that it may leave in the words that it has now."""
        agreed = {**self._state.agreed, note: self.page(note).whole}
        self._now(changed(self._state, agreed=agreed))

    # --- deciding ---------------------------------------------------------------------------------

    def hide(self, place: Place, kind: Kind = "PERSON") -> None:
        """Hide what stands at a place."""
        self._decide(Hide(kind, place.note, place.start, place.end))

    def hide_everywhere(self, place: Place, kind: Kind = "PERSON") -> None:
        """Hide what stands at a place wherever it stands, in every note."""
        self._decide(Hide(kind, place.note, place.start, place.end, everywhere=True))

    def keep(self, place: Place) -> None:
        """Let what stands at a place stand.

        Raises:
            StillKnown: the private dictionary has it; nothing was changed.
        """
        self.refuse_known(place)
        self._decide(Keep(place.note, place.start, place.end))

    def refuse_known(self, place: Place) -> None:
        """Refuse a place that the private dictionary has. Raises StillKnown."""
        note = self._chosen[place.note]
        if self._looked.refused(note, place.start, place.end, self._state.decisions):
            raise StillKnown

    def keep_small(self, place: Place) -> None:
        """Let a common word stand in small letters, everywhere, though somebody is called by it."""
        self._decide(KeepSmall(whole(self._text(place))[0]))

    def undo(self) -> bool:
        """Take the last decision back; False where there is none."""
        if not self._state.decisions:
            return False
        self._now(changed(self._state, decisions=self._state.decisions[:-1]))
        return True

    def knows(self, known: Sequence[Known], kept: Collection[str]) -> None:
        """Say what the private dictionary has now, and which words are kept always."""
        self._known, self._kept = tuple(known), tuple(kept)
        self._looked.knows(self._known, self._kept)
        self._pages = None

    def is_of_the_same(self, other: "Review") -> bool:
        """Whether the same was chosen for another one, and the same is known there."""
        return (self._chosen, self._ratings, self._known, self._kept) == (
            *(other._chosen, other._ratings, other._known, other._kept),
        )

    # --- the end ----------------------------------------------------------------------------------

    @property
    def ratings(self) -> tuple[LeavingRating, ...]:
        """The ratings as they will leave, the oldest first: their order is all that dates them."""
        assert self.pages is not None
        return tuple(
            LeavingRating(
                one.rating if one.wording.shipped else self._worded(one.rating),
                one.value,
                one.label if one.wording.shipped else self._worded(one.label),
                self._when(one.day),
                self._leaving_wording(one.wording),
            )
            for one in self._ratings
        )

    @property
    def done(self) -> bool:
        """Whether every note was read as it stands now, and has each yes that it needs."""
        waiting = any(one.waits_for for one in self.pages)
        return self.ready and self.unread is None and not waiting

    def confirm(self) -> Reviewed:
        """What may be written.

        Raises:
            NotReviewed: something was not read yet as it would leave.
        """
        if not self.done or self.recipient is None:
            raise NotReviewed
        return Reviewed(
            recipient=self.recipient,
            made=season_of(self._today),
            notes=tuple(
                LeavingNote(
                    one.kind,
                    one.text,
                    one.when,
                    one.wording,
                    one.leaving.places,
                )
                for one in self.pages
            ),
            ratings=self.ratings,
            record=ForTheRecord(
                notes={one.id: one.original for one in self.pages},
                stories={one.id: one.story for one in self.pages},
                answers={one.id: one.answer for one in self.pages if one.answer},
                key=key_of(self.pages),
                left=self._looked.left(self._state.decisions),
                spared=Counter(self._spared),
            ),
            gate=_GATE,
            labelled={one.text: one.places for one in self._wordings.values()},
        )

    # --- inside -----------------------------------------------------------------------------------

    def _decide(self, decision: Decision) -> None:
        self._now(changed(self._state, decisions=(*self._state.decisions, decision)))

    def _now(self, state: State) -> None:
        self._state = state
        self._pages = None

    def _text(self, place: Place) -> str:
        return self._texts[place.note][place.start : place.end]

    @property
    def _looked(self) -> Hiding:
        if self._hiding is None:
            self._hiding = Hiding(self.leaving, self._own_wordings(), self._texts, self._model)
            self._hiding.knows(self._known, self._kept)
        return self._hiding

    def _own_wordings(self) -> list[str]:
        """Every text of a framework that did not come with Peercoach, once."""
        texts: dict[str, None] = {}
        for note in self.leaving:
            if not note.wording.shipped:
                texts |= dict.fromkeys(note.wording.texts)
        for one in self._ratings:
            if not one.wording.shipped:
                texts |= dict.fromkeys((*one.wording.texts, one.label, one.rating))
        return [one for one in texts if one]

    def _made(self) -> Iterator[Page]:
        dates = shifted(self._state.shift) if self._state.shift else general
        replacer = Replacer(self._known, dates=dates)
        hidden = self._looked.of_notes(self._state.decisions, self.recipient)
        self._spared = [word for one in hidden for word in one.spared]
        made = [
            (note, one, replacer.replace(note.text, one.spans))
            for note, one in zip(self.leaving, hidden, strict=True)
        ]
        spans = self._looked.of_wordings(self._state.decisions)
        own = self._own_wordings()
        self._wordings = {
            text: replacer.replace(text, one) for text, one in zip(own, spans, strict=True)
        }
        for number, (note, one, replaced) in enumerate(made, start=1):
            yield self._page(note, number, len(made), one, replaced)

    def _page(self, note: Chosen, number: int, of: int, hidden: Hidden, replaced: Replaced) -> Page:
        wording, when = self._leaving_wording(note.wording), self._when(note.day)
        now = _hash("\0".join((replaced.text, when, wording.address, *wording.texts)))
        seen = self._state.seen.get(note.id)
        read = seen is not None and seen.text == now
        story = self.story(note.id)
        assert story is not None
        looks = self._looking.at(note, self._looked, hidden, replaced)
        return Page(
            id=note.id,
            number=number,
            of=of,
            kind=note.kind,
            when=when,
            story=story,
            wording=wording,
            original=note.text,
            leaving=replaced,
            units=looks.units,
            leftovers=looks.leftovers,
            risks=looks.risks,
            small=looks.small,
            heal=note.heal,
            whole=now,
            read=read,
            answer=seen.answer if seen is not None and read else "",
            waits_for=() if self._state.agreed.get(note.id) == now else note.others,
        )

    def _when(self, day: date) -> str:
        moved = day_after(day, self._state.shift) if self._state.shift else ""
        return moved or season_of(day)

    def _worded(self, text: str) -> str:
        found = self._wordings.get(text)
        return found.text if found is not None else ""

    def _leaving_wording(self, wording: Wording) -> Wording:
        """A wording as it leaves. Nobody sees its address, so it must say nothing but what its
        titles say, as they leave: else it is left out.
        """
        if wording.shipped:
            return wording
        framework, element, ask = map(self._worded, wording.texts)
        said = set(whole(wording.address)) <= set(whole(f"{framework} {element}"))
        address = wording.address if said else ""
        return Wording(address, framework, element, ask, shipped=False)


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
