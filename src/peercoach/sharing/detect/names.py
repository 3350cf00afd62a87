"""People's names: by lists, by their shape, and by what stands beside them.

No rule is good enough alone. A word is judged by how much speaks for a name: a capital where none
is due, a list of names, no list of words, a title before it, a verb of saying after it.
"""

from collections.abc import Iterator, Sequence

from peercoach.sharing.detect import wordlists as known
from peercoach.sharing.detect.spans import Certainty, Span
from peercoach.sharing.detect.tokens import Token, mostly_shouted, mostly_small
from peercoach.sharing.detect.wordlists import Lists

_VERBS_TOLD = known.SAYS
_SURE: Certainty = "found"
_PERHAPS: Certainty = "possible"


class Names:
    """Looks through the words of one text."""

    def __init__(self, words: Sequence[Token], lists: Lists, safe: Sequence[bool]) -> None:
        """``safe`` says of each word whether it belongs to a phrase of everybody's."""
        self._words = words
        self._lists = lists
        self._safe = safe
        self._small = mostly_small(words)
        self._shouted = mostly_shouted(words)

    def found(self) -> Iterator[Span]:
        """Every name, a full name as one span."""
        at = 0
        while at < len(self._words):
            sure = self._judge(at)
            if sure is None:
                at += 1
                continue
            start, end = self._grown(at)
            yield Span(self._words[start].start, self._words[end].end, "PERSON", sure)
            at = end + 1

    # --- one word ------------------------------------------------------------------------------

    def _judge(self, at: int) -> Certainty | None:
        word = self._words[at]
        if self._safe[at] or len(word.low) < 2 and not self._initial_of_name(at):
            return None
        if self._after_title(at):
            return _SURE
        if word.shouted and not self._shouted:
            return self._initials(at)
        if word.capital and not self._shouted:
            return self._capital(at)
        return self._small_letters(at)

    def _capital(self, at: int) -> Certainty | None:
        word, lists = self._words[at], self._lists
        ordinary = word.low in lists.words
        if word.low in known.SAFE_WORDS:
            return self._in_spite(at)
        if word.low in lists.first:
            return _SURE
        if word.low in lists.cued:
            return self._cued(at)
        if ordinary:
            return _SURE if self._nicknamed(at) else None
        if self._hyphened_words(word.low):
            return None
        if not word.first:
            return _SURE
        if word.low in lists.last or self._says_next(at) or word.possessive:
            return _SURE
        return _PERHAPS

    def _cued(self, at: int) -> Certainty | None:
        """A word that may be a name: what speaks for it?"""
        word = self._words[at]
        if not word.first:
            before = self._low(at - 1)
            if self._capital_at(at - 1) and not self._words[at - 1].first and before not in self._lists.first:
                return None
            return _SURE
        if word.possessive and word.low not in ("it", "that"):
            return _SURE
        following = self._low(at + 1)
        if self._says_next(at) and following not in ("is", "was", "might", "will", "can", "may"):
            return _SURE
        if word.low in ("will", "may", "can", "rich", "art", "frank", "grace", "mark", "hope"):
            return _SURE if following in ("and", "said", "says") and self._capital_at(at + 2) else None
        if following in ("is", "was", "will", "and") or not following:
            return _PERHAPS
        return None

    def _small_letters(self, at: int) -> Certainty | None:
        word, lists = self._words[at], self._lists
        if word.low in known.SAFE_WORDS or len(word.low) < 3:
            return None
        stem = word.low.removesuffix("s") if word.low not in lists.first else word.low
        if word.low in lists.words:
            if word.low in lists.cued and self._strong_cue(at):
                return _SURE
            return None
        if word.low in lists.first:
            return _SURE
        if stem in lists.first and stem not in lists.words and len(stem) > 3:
            return _SURE
        if self._hyphened_words(word.low) or word.low in lists.places:
            return None
        if word.low in lists.last and (self._named_before(at) or self._is_cue(at - 1)):
            return _SURE
        if self._is_cue(at - 1) and self._may_be_word(word.low) is False:
            return _SURE if self._says_next(at) or word.possessive else _PERHAPS
        return None

    def _initials(self, at: int) -> Certainty | None:
        """Two or three capitals are somebody's initials where they do what people do."""
        word, lists = self._words[at], self._lists
        low = word.low
        if low in lists.first and len(low) > 3:
            return _SURE
        if low in lists.words or low in known.SAFE_WORDS or not 2 <= len(low) <= 3:
            return None
        if "-" in low or low in ACRONYMS:
            return None
        if self._says_next(at) or word.possessive:
            return _SURE
        if self._low(at - 1) in ("with", "told", "asked", "from", "and", "for", "to", "by") and len(low) == 2:
            return _SURE
        return _PERHAPS if len(low) == 2 else None

    # --- beside it -----------------------------------------------------------------------------

    def _after_title(self, at: int) -> bool:
        if at == 0 or not self._words[at].joined:
            return False
        before, word = self._words[at - 1], self._words[at]
        if before.low in known.TITLES_ALONE:
            return word.low not in known.SAYS and word.low not in ("and", "on", "no")
        if before.low in known.HONORIFICS and before.capital:
            return word.capital and word.low not in self._lists.words
        return False

    def _nicknamed(self, at: int) -> bool:
        before = self._words[at - 1] if at else None
        return bool(
            before
            and self._words[at].joined
            and before.low in known.NICK_PREFIXES
            and before.capital
            and not before.first
        )

    def _in_spite(self, at: int) -> Certainty | None:
        """A safe word beside a first name is a surname ("Karen Black"): the name grows over it."""
        return None

    def _initial_of_name(self, at: int) -> bool:
        return False

    def _strong_cue(self, at: int) -> bool:
        """In small letters, a word is a name only after a verb that takes people."""
        before = self._low(at - 1)
        spoke = before in ("with", "to") and self._low(at - 2) in (
            "spoke", "talked", "met", "chat", "chatted", "session", "supervision", "coffee", "catch-up",
            "1:1", "meeting", "sat", "lunch", "coaching", "conversation", "call", "sorry", "listening",
        )  # fmt: skip
        told = before in ("told", "asked", "rang", "texted", "emailed", "thanked", "messaged", "named", "called")
        said = self._low(at + 1) in ("said", "says", "told", "asked", "reckons", "thinks", "rang", "texted")
        return spoke or told or said

    def _says_next(self, at: int) -> bool:
        return self._low(at + 1) in known.SAYS and self._near(at + 1)

    def _is_cue(self, at: int) -> bool:
        return at >= 0 and self._low(at) in known.CUES and self._near(at + 1)

    def _named_before(self, at: int) -> bool:
        return at > 0 and self._words[at].joined and self._low(at - 1) in self._lists.first

    def _may_be_word(self, low: str) -> bool:
        """Whether it may be a word of some form that the list lacks, or one mistyped a little."""
        words = self._lists.words
        for ending, more in _ENDINGS:
            stem = low.removesuffix(ending)
            if stem != low and any(stem + one in words for one in more):
                return True
        return any(low[:place] + low[place + 1 :] in words for place in range(len(low))) or any(
            low[:place] + low[place + 1] + low[place] + low[place + 2 :] in words
            for place in range(len(low) - 1)
        )

    def _hyphened_words(self, low: str) -> bool:
        parts = low.replace("'", "-").split("-")
        return len(parts) > 1 and all(one in self._lists.words or len(one) < 3 for one in parts)

    # --- a full name ---------------------------------------------------------------------------

    def _grown(self, at: int) -> tuple[int, int]:
        """The words of the full name around one of its words."""
        start = end = at
        while self._goes_on(end):
            end += 2 if self._low(end + 1) in known.PARTICLES and self._continues(end + 2) else 1
        if start and self._nick(start):
            start -= 1
        return start, end

    def _nick(self, start: int) -> bool:
        before = self._words[start - 1]
        return (
            self._words[start].joined
            and before.low in known.NICK_PREFIXES
            and before.capital
            and not (before.first and before.low in ("our", "old"))
        )

    def _goes_on(self, end: int) -> bool:
        if self._words[end].possessive or (self._words[end].dotted and len(self._words[end].low) > 1):
            return False
        if self._low(end + 1) in known.PARTICLES and self._joined(end + 1):
            return self._continues(end + 2) or self._continues(end + 1)
        return self._continues(end + 1)

    def _continues(self, at: int) -> bool:
        """Whether this word is a further part of a name that the word before belongs to."""
        if not self._joined(at) or self._safe[at]:
            return False
        word, lists = self._words[at], self._lists
        if self._shouted or (self._small and not word.capital):
            return (word.low in lists.last or word.low in lists.first) and word.low not in lists.words
        if not word.capital:
            return False
        if word.shouted and len(word.low) > 1 and not self._words[at - 1].shouted:
            return False
        return word.low not in _NEVER_SURNAMES

    def _joined(self, at: int) -> bool:
        return at < len(self._words) and self._words[at].joined

    def _near(self, at: int) -> bool:
        return at < len(self._words) and self._words[at].joined

    def _low(self, at: int) -> str:
        return self._words[at].low if 0 <= at < len(self._words) else ""

    def _capital_at(self, at: int) -> bool:
        return 0 <= at < len(self._words) and self._words[at].capital


_ENDINGS = (
    ("s", ("",)),
    ("es", ("", "e")),
    ("ed", ("", "e")),
    ("d", ("",)),
    ("ing", ("", "e")),
    ("in", ("", "e", "g", "ing")),
    ("ly", ("", "le")),
    ("er", ("", "e")),
    ("ers", ("", "e")),
    ("y", ("", "e")),
    ("ish", ("",)),
    ("ness", ("", "y")),
    ("less", ("",)),
    ("able", ("", "e")),
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ier", ("y",)),
    ("n't", ("",)),
)

_NEVER_SURNAMES = frozenset(
    """
    ward unit lodge hospital centre house trust council hospice college street road avenue lane close
    team group cafe café meeting session i i'm i'd i'll i've day week month the and or a an is was
    teams zoom street's court park gardens monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december nhs
    """.split()
)

ACRONYMS = frozenset(
    """
    nhs mdt cpa cpn ot hr it ceo cto cfo coo icb pcn cqc iapt cbt dbt adhd asd ocd bpd ptsd pip esa uc
    dwp hca rmn psw psws eip ei crt ltd plc vat bbc itv tv dvd cd pdf ppt faq agm eoi jd ps nb re fyi
    asap eta tba tbc am pm gmt bst uk eu us usa un ngo vcse vcs edi bame lgbt lgbtq pcn gp gps a&e ae
    ed icu itu er or eta iou diy atm pin id ids dob ni nin sw ss ni ssi ssp ppe cvd pc pcs lte wifi
    toil ooh pals spoc smt slt cmt lo ho mha mca dols nr sct ok im ii iii iv vi vii viii ix xi kpi kpis
    sop sops roi crm rio sct rag fte wte esr dna dnas did gdpr foi ig dpo dpia ico sar sars ehr epr
    cmht cmhts camhs hv sen ehcp la las da dv ppm q&a qa ql qi pdsa pdr tl cm ld lds lda oa mh smi imroc
    fft le lx lxp el ebe ebes ppi hlm wrap prn bd tds od bnf rmo ro asw amhp amhps aed cpr
    """.split()
)
"""Short forms of everybody's that are no one's initials."""
