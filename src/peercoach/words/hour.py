"""A protected hour, as one goes through it: its time, in words, and where it leads."""

DONE = "this part has had its time"
ONE = "about a minute left"
SOME = "about {minutes} minutes left"
FEW = "a few minutes left"
_FEW = 4

PART_TIME = "This part is about {minutes} minutes long. Take longer if you like."
NO_TIME = "This part has no time of its own."
TIME = "In this part: {said}."
LONGER = "Five more minutes. Take your time."
HIDDEN = "I don't show the time any more. The same again shows it."
SHOWN = "I show the time of each part again."
GO_ON = "Go on"
HOW_TO_PASS = "There is nothing to write here. Press enter to go on."

BEGIN = "Begin it"
BEGIN_ASK = "Begin it now?"
NOT_NOW = "Not now"

# --- where it leads ------------------------------------------------------------------------------

VISIT = "Where would you like to look?"
VISIT_HINT = "Your hour waits as it is. You come back to the same place."
LOOK_BACK = "What I wrote"
LOOK_BACK_ABOUT = "Leaf through your notes, and search in them."
ELEMENT = "An element"
ELEMENT_ABOUT = "Think about one, one question at a time."
GOALS = "Goals"
GOALS_ABOUT = "What you are aiming for."
PROTECTED = "Protected time"
PROTECTED_ABOUT = "When the next one is."
STAY = "Stay here"
BACK_AGAIN = "Back in your hour."


def left(minutes: int) -> str:
    """About how much time is left: never to the second, and never late."""
    if minutes <= 0:
        return DONE
    if minutes == 1:
        return ONE
    if minutes < _FEW:
        return FEW
    return SOME.format(minutes=_rounded(minutes))


def _rounded(minutes: int) -> int:
    """To five minutes where there are many: nobody is to watch them go."""
    return minutes if minutes < 10 else 5 * round(minutes / 5)
