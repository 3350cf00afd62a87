"""Every word shown to a person: plain enough, calm, and in one place."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from statistics import median

import pytest

from peercoach import paths, words
from peercoach.frameworks.library import open_library
from tests.architecture.house import PACKAGE, Module, modules
from tests.reading import grade
from tests.reading import words as spoken

MEDIAN = 6.0
MOST = 13.0
"""No sentence alone is harder than this; one long word moves a short one by two grades."""

_PLACE = re.compile(r"\{[^}]*\}")
_CODE = re.compile(r"(?:^|(?<=\s))(?::[a-z-]+|peercoach(?: [a-z-]+)+|--?[a-z-]+|\S+/\S+|\S+\.json)")
_SENTENCE_END = re.compile(r"(?<=[.?:])\s+|\n+")

UNSAID = {
    "exclamation mark": r"!",
    "emoji": "[\U0001f300-\U0001faff\u2600-\u26ff\u2705\u274c]",
    "curly apostrophe": "’",
    "please": r"\bplease\b",
    "apology": r"\b(?:oops|whoops)\b|\b(?:I'm|I am|we're|we are|so) sorry\b",
    "praise": r"\b(?:great|awesome|amazing|well done|congratulations|good job|excellent)\b",
    "blame": r"\byou (?:failed|forgot to|must|should have)\b",
    "streak": r"\b(?:streaks?|badges?|level up|points(?! (?:in|out|to)))\b",
    "inside words": r"\b(?:vault|tombstone|shred(?:ded)?|recovery key|epoch|keyring)\b",
    "machine words": r"\b(?:invalid|illegal|fatal|abort(?:ed)?|exception|null|users?)\b",
    "never on screen": r"\b(?:GROW|GAS|MDT)\b|T-score",
    "click here": r"\bclick here\b",
    "American": r"\b(?:(?:col|behavi|fav)or\w*|centers?|(?:organ|real)iz(?:e|ing)\w*|canceled)\b",
}
SAID_FOR_A_REASON: dict[tuple[str, str], str] = {
    ("commands", "inside words"): "options and variables have their names: --vault, --shred",
    ("actions", "inside words"): "what people type to find an action, never shown",
    ("people", "machine words"): "“service user” is a role, as people in a service are called",
    ("actions", "apology"): "what people type to find an action, never shown",
}


def texts(value: object) -> Iterator[str]:
    """Every text in a constant, however deep; the keys of a table are ids, and not shown."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from texts(one)


def said() -> Iterator[tuple[str, str]]:
    """Each text of the words package, with the submodule it stands in."""
    for module in pkgutil.iter_modules(words.__path__):
        loaded = importlib.import_module(f"{words.__name__}.{module.name}")
        for name, value in vars(loaded).items():
            if not name.startswith("__"):
                for text in texts(value):
                    yield module.name, text


def asked() -> Iterator[str]:
    """Each text of the frameworks that ship."""
    library = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
    for framework in library.frameworks.values():
        yield framework.about
        for element in framework.elements:
            yield from element.what_it_is
            yield from element.what_it_is_not
            yield from filter(None, [element.why_it_matters])
            yield from element.coach_prompts
            for question in element.questions:
                yield from filter(None, [question.ask, question.hint])
                yield from question.follow_ups


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text of at least four words, names and code put aside."""
    plain = _CODE.sub("it", _PLACE.sub("it", text))
    for sentence in _SENTENCE_END.split(plain):
        if len(spoken(sentence)) >= 4:
            yield sentence.strip()


ALL = [sentence for _, text in said() for sentence in sentences(text)]
ASKED = [sentence for text in asked() for sentence in sentences(text)]


def test_there_are_words_to_read() -> None:
    """What is measured below is the whole of it, not an empty list."""
    assert len(ALL) > 500
    assert len(ASKED) > 200


@pytest.mark.parametrize("these", [ALL, ASKED], ids=["the program", "the frameworks"])
def test_the_reading_grade(these: list[str]) -> None:
    """Half of all sentences can be read at grade 6, about age 11, or below."""
    assert median(grade(one) for one in these) <= MEDIAN


def test_no_sentence_is_far_too_hard() -> None:
    """None stands out by far, whatever the median is."""
    hard = [one for one in {*ALL, *ASKED} if len(spoken(one)) >= 8 and grade(one) > MOST]

    assert hard == []


@pytest.mark.parametrize("what", UNSAID)
def test_words_that_are_not_said(what: str) -> None:
    """No text of the program or of a framework holds them, but for a reason that is told."""
    pattern = re.compile(UNSAID[what], re.IGNORECASE if what != "never on screen" else 0)
    found = {(module, text) for module, text in said() if pattern.search(_CODE.sub("", text))}
    found |= {("frameworks", text) for text in asked() if pattern.search(text)}

    assert {one for one in found if (one[0], what) not in SAID_FOR_A_REASON} == set()


@pytest.mark.parametrize(("module", "what"), SAID_FOR_A_REASON)
def test_each_reason_is_still_needed(module: str, what: str) -> None:
    """An exception that nothing needs any more is taken off the list."""
    pattern = re.compile(UNSAID[what], re.IGNORECASE)

    assert any(one == module and pattern.search(text) for one, text in said())


@pytest.mark.parametrize("offence", ["Well done!", "Your vault is open.", "Invalid user input."])
def test_an_offence_is_found(offence: str) -> None:
    """The patterns above do find what they are for."""
    assert any(re.search(pattern, offence, re.IGNORECASE) for pattern in UNSAID.values())


# --- in one place --------------------------------------------------------------------------------

_LOOKS_SAID = re.compile(r"^[A-Z“][^\n]*\s[^\n]*\s[^\n]*[.?…:]$")
_NOT_SHOWN = ("words", "demo")


def spoken_outside(module: Module) -> list[str]:
    """Sentences that stand in code as such: no docstring, and not in the words package."""
    silent = {
        id(node.value)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in silent
        and _LOOKS_SAID.match(node.value)
    ]


def test_sentences_stand_in_the_words_package_alone() -> None:
    """No module but words holds a sentence that a person could read."""
    found = {
        module.name: sentences
        for module in modules(PACKAGE)
        if module.room not in _NOT_SHOWN and (sentences := spoken_outside(module))
    }

    assert found == {}


def test_a_sentence_in_code_is_found() -> None:
    """The look above does find one."""
    tree = ast.parse(
        'def say():\n    """A docstring is fine here."""\n    tell("Your notes are safe.")'
    )

    assert spoken_outside(Module("tui.made_up", PACKAGE, tree)) == ["Your notes are safe."]
