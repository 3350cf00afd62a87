"""What a recogniser is: a kind, a pattern, and a check of what the pattern found.

Reserved and test ranges count as well (numbers kept for drama, test NHS numbers, ``QQ`` insurance
prefixes, example domains): hiding one too many costs little, a strict check leaks.

Every pattern runs in time proportional to the text: no repeat within a repeat without a bound
(``tests/sharing`` holds them to it with hostile text). Where a pattern has a group ``it``, that
alone is the identifier.
"""

import re
from collections.abc import Callable
from re import Match, Pattern

from peercoach.sharing.detect.spans import Kind

Check = Callable[[Match[str], str], bool]
Recogniser = tuple[Kind, Pattern[str], Check]

_MONEY = re.compile(r"[£$€]\s?$")
_BEFORE = 40
"""Characters before a match in which a cue is looked for."""


def digits(text: str) -> str:
    """Its digits alone."""
    return "".join(one for one in text if one.isdecimal())


def before(found: Match[str], text: str) -> str:
    """What stands before a match."""
    return text[max(0, found.start() - _BEFORE) : found.start()]


def always(_found: Match[str], _text: str) -> bool:
    """No check: the shape is enough."""
    return True


def no_money(found: Match[str], text: str) -> bool:
    """Whether it is no sum of money."""
    return not _MONEY.search(before(found, text))
