"""The voice that shipped wording keeps (design: frameworks.md, "Voice"), as far as a machine hears.

It hears single words, rank, blame and the shape of a question. Whether a question is worth asking
it can't hear: people with lived experience read for that.
"""

import re

from tests.reading import grade, words

NEVER_SAID = re.compile(
    r"\b(?:(?:service[- ])?users?|clients?|patients?|consumers?|sufferers?|suffer(?:s|ing)?"
    r"|stakeholders?|staff engagement|engag(?:e|es|ing|ement)|(?:non-?)?complian(?:t|ce)"
    r"|(?:high|low)[- ]functioning|mentally ill|mental illness|disorders?|diagnos\w+|symptoms?"
    r"|attention[- ]seeking|manipulative|challenging behaviou?r|hard[- ]to[- ]reach|vulnerable"
    r"|resilien(?:t|ce)|empower\w*|leverag\w+|deliverables?|kpis?|buy-in|going forward|please"
    r"|normal|crazy|committed suicide|shredd?(?:ed|ing)?|vaults?"
    r"|should(?:n't)? have|ought(?:n't)? to have|why did(?:n't)?(?: you)?|failed to)\b",
    re.IGNORECASE,
)
RANK = re.compile(
    r"\byour (?:own )?(?:line )?(?:manager|boss|supervisor|employer|staff|job|post|role|band"
    r"|direct reports?|contract|pay)\b|\b(?:who|people) (?:you manage|report to you)\b",
    re.IGNORECASE,
)
TWO_ASKS = re.compile(r"\b(?:and|or) (?:what|when|where|which|who|whose|why|how|did|do|is)\b")
BLAME = re.compile(r"\b(?:you|we) (?:do|did|get|got|go) wrong\b|\b(?:your|whose) fault\b")
OPENERS = {"what", "when", "where", "which", "who", "whose", "how"}


def faults_of_ask(ask: str) -> list[str]:
    """What keeps a line from being a question that one peer could ask another over tea."""
    faults = []
    if not ask.endswith("?") or ask.count("?") != 1:
        faults.append("not one question")
    if TWO_ASKS.search(ask.lower()):
        faults.append("two questions in one")
    if words(ask)[0] not in OPENERS:
        faults.append("can be answered with yes or no")
    if len(ask) > 160:
        faults.append("too long")
    if found := NEVER_SAID.search(ask):
        faults.append(f"says {found.group()!r}")
    if found := RANK.search(ask):
        faults.append(f"assumes a job: {found.group()!r}")
    if BLAME.search(ask.lower()):
        faults.append("blames")
    if grade(ask) > 9:
        faults.append("hard to read")
    return faults
