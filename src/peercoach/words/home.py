"""What Home says, and the room of what fits into the time there is."""

READING = "reading your notes"
HAVE = "I have"
TIMES = ("10 minutes", "30 minutes", "an hour")
HIDES = "{key} hides"
NEXT = "Next"
BRING_ONE = "1 thing to bring to our next conversation"
BRING_SOME = "{count} things to bring to our next conversation"
GOAL_ASKED = "a goal you asked to look at: “{wish}”"
NO_SPARE_KEY = "Make a spare key. There is none yet"
WITHIN = {
    10: "Ten minutes",
    30: "Thirty minutes",
    60: "An hour",
}
WITHIN_HINT = "Any of these is enough. You can stop whenever you like."
NOTHING_TO_OFFER = "There is nothing to offer here yet."


def to_bring(count: int) -> str:
    """How many things there are to bring to the next conversation."""
    return BRING_ONE if count == 1 else BRING_SOME.format(count=count)
