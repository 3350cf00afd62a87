"""The private dictionary: the people, wards, teams and places that one person knows.

It lives in the notebook and is never exported. Full names grow to their parts, initials and
possessives, so that whoever is named once is found however they are called.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from peercoach.sharing.detect.alike import Alike
from peercoach.sharing.detect.spans import Kind, Span
from peercoach.sharing.detect.tokens import Token, plain
from peercoach.sharing.detect.wordlists import PARTICLES, Lists, ours

_TOO_COMMON = ours("too-common")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True)
class Known:
    """One person, ward, team or place: its name and what else it is called."""

    name: str = field(repr=False)
    also: tuple[str, ...] = field(default=(), repr=False)
    kind: Kind = "PERSON"
    role: str = ""


def has_number(entry: Known, name: str) -> bool:
    """Whether this is the name of a place with a number in it: without that it is any such place.

    Whole names of that sort are found by :mod:`peercoach.sharing.forms`.
    """
    return entry.kind != "PERSON" and any(map(str.isdigit, name))


@dataclass(frozen=True)
class _Form:
    words: tuple[str, ...]
    kind: Kind
    exact: str = ""
    """Where case counts (initials), the form as it must stand."""


class Dictionary:
    """Finds what is known in the words of a text."""

    def __init__(self, entries: Iterable[Known], lists: Lists) -> None:
        self._lists = lists
        self._forms: dict[str, list[_Form]] = {}
        for entry in entries:
            for form in self._grown(entry):
                self._forms.setdefault(form.words[0], []).append(form)
        for forms in self._forms.values():
            forms.sort(key=lambda one: -len(one.words))
        self._alike = Alike(
            form.words[0]
            for forms in self._forms.values()
            for form in forms
            if form.kind == "PERSON" and len(form.words) == 1 and not form.exact
        )

    def found(self, words: Sequence[Token], *, small: bool = False) -> Iterator[Span]:
        """Everything of it in these words; ``small`` says that they have no capitals to go by."""
        if not self._forms:
            return
        for at, word in enumerate(words):
            for start in {word.low, word.low.removesuffix("s")}:
                for form in self._forms.get(start, ()):
                    span = self._stands(form, words, at, small=small)
                    if span is not None:
                        yield _with_initial(span, words, at, len(form.words), small=small)
                        break
            named = (word.capital or small) and word.low not in self._lists.words
            if named and self._alike.to(word.low):
                yield Span(word.start, word.end, "PERSON", "possible")

    def _stands(self, form: _Form, words: Sequence[Token], at: int, *, small: bool) -> Span | None:
        there = words[at : at + len(form.words)]
        if len(there) < len(form.words) or not all(one.joined for one in there[1:]):
            return None
        for wanted, one in zip(form.words, there, strict=True):
            if wanted not in (one.low, one.low.removesuffix("s")):
                return None
        ordinary = form.words[0] in self._lists.words
        if form.exact and there[0].text != form.exact and (ordinary or not small):
            return None
        end = there[-1].end
        if there[-1].low != form.words[-1]:
            end -= 1
        # An ordinary word in small letters is that word, unless nothing here has a capital: then
        # whoever is known counts, but for the words that no text can do without.
        alone = len(form.words) == 1 and ordinary and not there[0].capital
        if alone and (not small or form.words[0] in _TOO_COMMON):
            return None
        return Span(there[0].start, end, form.kind)

    def _grown(self, entry: Known) -> Iterator[_Form]:
        for name in (entry.name, *entry.also):
            if has_number(entry, name):
                continue
            parts = [plain(one) for one in _WORD.findall(name)]
            if not parts:
                continue
            yield _Form(tuple(parts), entry.kind)
            if entry.kind != "PERSON":
                continue
            if len(parts) > 1:
                for part in parts:
                    if len(part) > 1 and part not in PARTICLES:
                        yield _Form((part,), "PERSON")
                    for half in part.split("-") if "-" in part else ():
                        if len(half) > 2:
                            yield _Form((half,), "PERSON")
                initials = "".join(one[0] for one in _WORD.findall(name) if one[0].isupper())
                if len(initials) > 1:
                    yield _Form((initials.lower(),), "PERSON", initials)


def _with_initial(span: Span, words: Sequence[Token], at: int, length: int, *, small: bool) -> Span:
    """A name with the initial that stands beside it: "J. Mbatha", "Stan K"."""
    if span.kind != "PERSON" or length > 1:
        return span
    start, end = span.start, span.end
    if at and words[at].joined and _is_initial(words[at - 1], small=small):
        start = words[at - 1].start
    after = words[at + 1] if at + 1 < len(words) else None
    if after and after.joined and end == words[at].end and not words[at].possessive:
        # In small letters, only where nothing goes on behind it.
        alone = after.dotted or at + 2 >= len(words) or not words[at + 2].joined
        if _is_initial(after, small=small and alone):
            end = after.end
    return Span(start, end, span.kind, span.certainty)


def _is_initial(word: Token, *, small: bool) -> bool:
    if len(word.low) > 1 or word.low in "ai":
        return False
    return word.capital or (small and word.low not in "knruwxy")
