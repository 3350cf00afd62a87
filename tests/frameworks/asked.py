"""Small libraries for the interfaces: levels, two ratings, what lines up, languages, very much."""

from pathlib import Path

from peercoach.frameworks.library import Library, open_library

DIMENSIONS = """\
format: peercoach/framework/1
id: dimensions
title: Dimensions
version: 1.0.0
language: en-GB
about: Invented for a test.
ratings:
  - id: practice
    ask: How do I practise this now?
    scale:
      - {value: 0, label: Not yet}
      - {value: 1, label: A little}
      - {value: 2, label: Often}
  - id: importance
    ask: How much does it matter in my role?
    scale:
      - {value: 1, label: Not now}
      - {value: 2, label: Somewhat}
      - {value: 3, label: Quite a lot}
      - {value: 4, label: Very much}
levels:
  - {id: first, title: First steps}
  - {id: further, title: Further on}
elements:
  - id: vision
    title: Sharing the vision
    what_it_is: [Saying where we want to go.]
    questions:
      - {id: place, ask: Where would you like this place to be?, level: first}
      - {id: words, ask: Which words do you use for it?, level: first}
      - {id: others, ask: Who carries it with you?, level: further}
  - id: alone
    title: Standing alone
    questions:
      - {id: when, ask: When did you stand alone?, level: further}
"""

PEERS = """\
format: peercoach/framework/1
id: peers
title: Peers
version: 1.0.0
language: en-GB
about: Invented for a test.
ratings:
  - id: practice
    ask: How much do we live this?
    scale: [{value: 1, label: We do this seldom}, {value: 2, label: We do this often}]
elements:
  - id: movement
    title: Sharing the movement
    aligned_to: {framework: dimensions, element: vision}
    what_it_is: [Letting people feel that things can change.]
    questions:
      - {id: face, ask: Whose face changed?, hint: One person.}
      - {id: story, ask: Which story did you tell?}
      - {id: after, ask: What came after it?}
  - id: garden
    title: Tending the garden
    aligned_to: {framework: elsewhere, element: far-away}
    questions:
      - {id: tend, ask: What did you tend?}
"""

WELSH = """\
format: peercoach/framework/1
id: peers-cy
extends: peers
title: Cymheiriaid
version: 0.1.0
language: cy
about: Ar gyfer prawf.
elements:
  - id: movement
    title: Rhannu'r mudiad
    questions:
      - {id: face, ask: Wyneb pwy newidiodd?}
"""

TALK = """\
format: peercoach/session/1
id: talk
title: A talk by the window
version: 1.0.0
language: en-GB
about: A small plan for two.
minutes: [20, 60]
agreement:
  principles:
    - {id: kind, title: Kindness, about: Towards oneself too.}
  questions:
    - {id: who, ask: Who are we to each other?}
parts:
  - {id: arrive, title: Arriving, minutes: [5, 10], speaks: in-turn}
  - id: talk
    title: Talking
    minutes: [10, 40]
    speaks: listened-to
    prompts:
      - {id: wish, ask: What would you like from this?, heading: Where to}
      - {id: next, ask: What could come next?, heading: Where to}
  - {id: pause, title: Tea, minutes: [5, 10], speaks: no-one, break: true}
"""

IN_WAYS = TALK.replace(
    "parts:",
    """\
approaches:
  - {id: wish, title: From a wish, about: When there is one.}
  - {id: listen, title: From listening}
parts:""",
    1,
)
"""The same with two ways to go about it."""

FILES = {"dimensions": DIMENSIONS, "peers": PEERS, "peers-cy": WELSH, "talk": TALK}


def shelved(folder: Path, **files: str) -> Library:
    """The library of these files, each with its name; without any, of all that stand above.

    They are a person's own, so that they are at hand from the first.
    """
    (folder / "none").mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.yaml"):
        old.unlink()
    for name, text in (files or FILES).items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = open_library(shipped=folder / "none", personal=folder, extra=None)
    assert found.unusable == (), found.unusable
    return found


def large(elements: int = 200, questions: int = 10) -> str:
    """A framework of very many elements and questions."""
    lines = [PEERS.partition("elements:")[0].replace("peers", "large").replace("Peers", "Large")]
    lines.append("elements:")
    for at in range(elements):
        lines += [f"  - id: e-{at}", f"    title: Element number {at}", "    questions:"]
        lines += [
            f"      - {{id: q-{number}, ask: What about {number} of {at}?}}"
            for number in range(questions)
        ]
    return "\n".join(lines) + "\n"


LONG_WORD = "Lebenserfahrungsexpertinnenbeteiligungsgremienvorsitzendenstellvertretungs" * 3
RIGHT_TO_LEFT = "متى رأيت وجه شخص يتغير بسبب الطريقة التي حكيت بها قصتنا؟"


def one_question(id: str, ask: str, language: str = "en-GB") -> str:
    """A framework of one element with one question."""
    return f"""\
format: peercoach/framework/1
id: {id}
title: "{ask[:60]}"
version: 1.0.0
language: {language}
about: "{ask}"
ratings:
  - {{id: r, ask: "{ask}", scale: [{{value: 1, label: "{ask}"}}, {{value: 2, label: Two}}]}}
elements:
  - id: one
    title: "{ask}"
    what_it_is: ["{ask}"]
    questions:
      - {{id: q, ask: "{ask}", hint: "{ask}"}}
"""
