"""How hard a text is to read, measured roughly, so that wording can't drift out of reach.

The Flesch-Kincaid grade, from J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom,
"Derivation of New Readability Formulas for Navy Enlisted Personnel", Research Branch Report 8-75,
Naval Technical Training, Millington, 1975. A grade of 5 is about age 10 to 11. On one short
sentence it is a coarse measure: one long word moves it by a grade or two, so bounds on single
questions are loose, and the median is the figure to look at.
"""

import re

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_SENTENCE = re.compile(r"[.?!]+(?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")

# Words that the rules below miscount and that a text about people needs.
_EXCEPTIONS = {
    "business": 2,
    "every": 2,
    "everybody": 4,
    "everyone": 3,
    "everything": 3,
    "evening": 2,
    "evenings": 2,
    "people": 2,
    "quiet": 2,
    "quieter": 3,
    "science": 2,
}

# A final e that is not heard, or not heard before an ending: face, times, called, lately.
_SILENT = (
    re.compile(r"[^aeiouy]e$(?<![^aeiouy]le)"),
    re.compile(r"[^aeiouysxzcg]es$(?<![^aeiouy]les)(?<!ches)(?<!shes)"),
    re.compile(r"[^aeiouytd]ed$(?<![^aeiouyl]led)"),
    re.compile(r"[^aeiouyl]e(?:ly|ment|ments|ful|fully|less|ness)$"),
    re.compile(r"^(?:some|stake|there)(?=[^aeiouy])"),
)
# Two vowels side by side that are heard apart: idea, piano, evaluate, experience, create, saying.
_APART = re.compile(
    r"(?<=[aeiou][a-z])ea$|(?<![cstg])i[ao]|(?<![qg])ua|ie(?=n[ct])|(?<=cr)ea(?=t)|[aeiouy]ing"
)


def words(text: str) -> list[str]:
    """The words of ``text`` in order, lower case, with apostrophes and without numbers."""
    return [found.lower().replace("’", "'") for found in _WORD.findall(text)]


def syllables(word: str) -> int:
    """Syllables in one English word, counted by groups of vowels; at least 1.

    Vowels that are not heard are taken off and pairs heard apart are added; ``n't`` is heard as a
    syllable of its own after d and s. Right for common words, within one for most others.
    """
    heard = 1 if re.search(r"[ds]n't$", word.lower()) else 0
    word = re.sub(r"n't$|'[a-z]+$", "", word.lower())
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    count = len(_VOWELS.findall(word)) + len(_APART.findall(word)) + heard
    return max(1, count - sum(bool(silent.search(word)) for silent in _SILENT))


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of ``text``: 0.39 words/sentence + 11.8 syllables/word - 15.59.

    A text without a closing mark counts as one sentence. Raises ``ValueError`` without a word.
    """
    spoken = words(text)
    if not spoken:
        raise ValueError("a text without words has no grade")
    sentences = max(1, len(_SENTENCE.findall(text)))
    per_word = sum(syllables(word) for word in spoken) / len(spoken)
    return 0.39 * len(spoken) / sentences + 11.8 * per_word - 15.59
