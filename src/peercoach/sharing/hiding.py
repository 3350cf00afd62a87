"""What is hidden of every note of a share: what is found, what is known, what was decided."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from peercoach.sharing.decisions import Decision, Keep, Places, decided, left_small, places
from peercoach.sharing.detect.detector import Detector
from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.detect.model import NamesModel
from peercoach.sharing.detect.spans import Span, covered, resolved
from peercoach.sharing.forms import Forms, Word, to_whole_words, whole, words_of
from peercoach.sharing.kept import always, without
from peercoach.sharing.leaving import Chosen, Recipient
from peercoach.sharing.leftovers import LeftOvers, hiding

KNOWS_ME: frozenset[Recipient] = frozenset(("coach", "supervisor"))
"""To those who work with its author left-overs are left standing, and shown to its author; to
everybody else they are hidden until its author lets them stand."""


@dataclass(frozen=True)
class Hidden:
    """What is hidden of one text, in order, none over another.

    ``sure`` is what the private dictionary has; ``common`` what of it may be a common word.
    """

    spans: tuple[Span, ...]
    sure: tuple[Span, ...] = ()
    common: tuple[Span, ...] = ()
    yours: tuple[Span, ...] = ()
    spared: tuple[str, ...] = field(default=(), repr=False)
    """Common words that its author let stand at one place, once for each."""


class Hiding:
    """Looks through the notes of one share. ``wordings`` are texts that its author did not write:
    what is hidden of them can't be decided one by one.
    """

    def __init__(
        self,
        notes: Sequence[Chosen],
        wordings: Sequence[str],
        texts: Mapping[str, str],
        model: NamesModel | None,
    ) -> None:
        """``texts`` has every note that was chosen by its id, what is left out too."""
        self._model = model
        self._notes = notes
        self._texts = texts
        self._wordings = wordings
        self._known: list[Known] = []
        self._kept: tuple[str, ...] = ()
        self._always: frozenset[str] = frozenset()
        self._found: list[list[Span]] | None = None
        self._forms = Forms(())
        # By heart for as long as this share is open: each decision looks through every text again.
        self._read: dict[str, list[Word]] = {}
        self._stand: dict[tuple[str, str], Places] = {}
        self._left_overs: dict[str, LeftOvers] = {}

    def knows(self, known: Sequence[Known], kept: Collection[str]) -> None:
        """What the private dictionary has now, and which words are kept always."""
        self._known, self._kept = list(known), tuple(kept)
        self._always = always(self._kept, self._known)
        self._forms = Forms(self._known)
        self._found = None

    @property
    def known(self) -> Sequence[Known]:
        """What the private dictionary has."""
        return self._known

    def of_notes(self, decisions: Sequence[Decision], recipient: Recipient | None) -> list[Hidden]:
        """What is hidden of each note."""
        left = self.left(decisions)
        return [
            self._of_note(note, spans, decisions, left, strict=recipient not in KNOWS_ME)
            for note, spans in zip(self._notes, self._all_found, strict=False)
        ]

    def of_wordings(self, decisions: Sequence[Decision]) -> list[tuple[Span, ...]]:
        """What is hidden of each wording: no decision about one place concerns it."""
        found = self._all_found[len(self._notes) :]
        left = self.left(decisions)
        return [
            self._settled(
                [
                    *decided(spans, "", {**self._texts, "": text}, decisions, self._where),
                    *self._forms.spans(text, self.words(text), left=left),
                ],
                text,
            )
            for text, spans in zip(self._wordings, found, strict=True)
        ]

    def refused(self, note: Chosen, start: int, end: int, decisions: Sequence[Decision]) -> bool:
        """Whether the private dictionary has what stands there, so that it can't be let stand."""
        spans = self._forms.spans(note.text, self.words(note.text), left=self.left(decisions))
        sure = (one for one in spans if one.certainty == "found")
        return any(one.start < end and start < one.end for one in sure)

    def words(self, text: str) -> list[Word]:
        """The words of a text."""
        if text not in self._read:
            self._read[text] = words_of(text)
        return self._read[text]

    def left_overs(self, text: str) -> LeftOvers:
        """What could be left of a text."""
        if text not in self._left_overs:
            self._left_overs[text] = LeftOvers(text)
        return self._left_overs[text]

    def left(self, decisions: Sequence[Decision]) -> frozenset[str]:
        """The common words that stand in small letters: in this share, or always."""
        words = (whole(one) for one in self._kept)
        return left_small(decisions) | {one[0] for one in words if len(one) == 1}

    # --- inside ----------------------------------------------------------------------------------

    @property
    def _all_found(self) -> list[list[Span]]:
        """What the detector finds in every text; a name in one of them is hidden in all."""
        if self._found is None:
            texts = [*(one.text for one in self._notes), *self._wordings]
            found = Detector(self._known, self._model).find_all(texts)
            self._found = [
                without(spans, text, self._always) for text, spans in zip(texts, found, strict=True)
            ]
        return self._found

    def _of_note(
        self,
        note: Chosen,
        found: Sequence[Span],
        decisions: Sequence[Decision],
        left: frozenset[str],
        *,
        strict: bool,
    ) -> Hidden:
        text = note.text
        spans = [one for one in found if not _let_be(text[one.start : one.end], left)]
        if strict:
            spans += without(hiding(self.left_overs(text).beside(spans)), text, self._always)
        known = self._forms.spans(text, self.words(text), left=left)
        kept = covered(_kept(note.id, decisions), len(text))
        spared = [one.certainty == "possible" and any(kept[one.start : one.end]) for one in known]
        sure = [one for one, let in zip(known, spared, strict=True) if not let]
        after = decided(spans, note.id, self._texts, decisions, self._where)
        return Hidden(
            self._settled([*after, *sure], text),
            sure=tuple(sure),
            common=tuple(one for one in sure if one.certainty == "possible"),
            yours=tuple(decided((), note.id, self._texts, decisions, self._where)),
            spared=tuple(
                whole(text[one.start : one.end])[0]
                for one, let in zip(known, spared, strict=True)
                if let
            ),
        )

    def _settled(self, spans: Iterable[Span], text: str) -> tuple[Span, ...]:
        """None over another, each of whole words, with something in each."""
        found = resolved(to_whole_words(resolved(spans), self.words(text)))
        return tuple(one for one in found if whole(text[one.start : one.end]))

    def _where(self, name: str, text: str) -> Places:
        if (name, text) not in self._stand:
            self._stand[name, text] = places(name, text, self.words(text))
        return self._stand[name, text]


def _kept(note: str, decisions: Iterable[Decision]) -> Iterator[Span]:
    """Where its author let something stand in a note."""
    for one in decisions:
        if isinstance(one, Keep) and one.note == note:
            yield Span(one.start, one.end, "WORD")


def _let_be(text: str, left: frozenset[str]) -> bool:
    """Whether this is a common word in small letters that its author lets stand."""
    return text.islower() and len(whole(text)) == 1 and whole(text)[0] in left
