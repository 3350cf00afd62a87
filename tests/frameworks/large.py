"""Frameworks as large as an organisation may make them, and in scripts that run the other way."""

from collections.abc import Iterable

ELEMENTS = 200
QUESTIONS = 10

HEBREW = "מה השתנה מאז שנפגשנו"
ARABIC = "ما الذي تغيّر منذ التقينا"
LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 4


def large(id: str = "large", *, elements: int = ELEMENTS, questions: int = QUESTIONS) -> str:
    """The text of a framework with so many elements, and so many questions in each."""
    return _file(
        id,
        "en-GB",
        (
            (
                f"Element {element}",
                [f"What did you notice, {element}.{n}" for n in range(questions)],
            )
            for element in range(elements)
        ),
    )


def turned(id: str = "turned") -> str:
    """One in Arabic, with a question in Hebrew and one with English inside it."""
    return _file(id, "ar", [("ما بيننا", [ARABIC, HEBREW, f"{ARABIC} NHS 111"])])


def stretched(id: str = "stretched") -> str:
    """One whose title and questions have words longer than a line, a page's width, a window."""
    return _file(id, "en-GB", [(LONG, [LONG, f"How is {LONG} {LONG} for you"])])


def _file(id: str, language: str, elements: Iterable[tuple[str, list[str]]]) -> str:
    lines = [
        "format: peercoach/framework/1",
        f"id: {id}",
        f"title: The {id} one",
        "version: 1.0.0",
        f"language: {language}",
        "about: Made by a test.",
        "ratings:",
        "  - {id: practice, ask: How much, scale: [{value: 1, label: A}, {value: 2, label: B}]}",
        "elements:",
    ]
    for at, (title, asks) in enumerate(elements):
        lines += [f"  - id: e{at}", f'    title: "{title}"', "    questions:"]
        lines += [f'      - {{id: q{n}, ask: "{ask}?"}}' for n, ask in enumerate(asks)]
    return "\n".join(lines) + "\n"
