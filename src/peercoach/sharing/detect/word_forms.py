"""Whether a word that no list has is a form of one that a list has."""

import re
from collections.abc import Set

from peercoach.sharing.detect.wordlists import Lists

_MAC = re.compile(
    r"^(?:Mac|Mc|Fitz|De|La|Le|Van|Ap|O['’]|D['’]|M['’]|N['’])|(?<=[-'’])(?:Mac|Mc|[A-Z])"
)
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


def inflected(low: str, words: Set[str]) -> bool:
    """Whether it is a form of one of these words."""
    for ending, more in _ENDINGS:
        stem = low.removesuffix(ending)
        if stem != low and any(stem + one in words for one in more):
            return True
    return False


class WordForms:
    """Forms of the words of every day."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists

    def may_be_word(self, low: str) -> bool:
        """Whether it may be a word of some form that the list lacks, or one mistyped a little."""
        words = self._lists.words
        if self.inflected(low):
            return True
        return any(low[:place] + low[place + 1 :] in words for place in range(len(low))) or any(
            low[:place] + low[place + 1] + low[place] + low[place + 2 :] in words
            for place in range(len(low) - 1)
        )

    def inflected(self, low: str) -> bool:
        """Whether it is a form of a word that the list has."""
        return inflected(low, self._lists.words)

    def hyphened_words(self, low: str) -> bool:
        """Whether it is words with hyphens between: "check-in"."""
        parts = low.replace("'", "-").split("-")
        return len(parts) > 1 and all(one in self._lists.words or len(one) < 3 for one in parts)


def odd_capitals(text: str) -> bool:
    """Whether a word has capitals where names have none: "DoLS", "OneDrive"."""
    if text[1:].islower() or text.isupper():
        return False
    rest = _MAC.sub("", text)
    return any(one.isupper() for one in rest[1:]) and any(one.islower() for one in text)
