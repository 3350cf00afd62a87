"""Session plans, as they are read: what an hour together, or alone, can be made of."""

from collections.abc import Sequence

TITLE = "Session plans"
HINT = "To read, and to use as you like."
NONE = "There is no session plan here yet."
LINE = "{title}, {minutes}"
PART = "{title}, {minutes}"
FOR = {
    "one": "For one person.",
    "two": "For two people.",
    "group": "For a group.",
}
SPEAKS = {
    "everyone": "",
    "in-turn": "Each of us in turn.",
    "listened-to": "Whoever is listened to speaks most.",
    "listener": "Whoever listens speaks.",
    "host": "Whoever hosts speaks.",
    "no-one": "Nobody needs to speak.",
}
BREAK = "A break."
AGREEMENT = "What we agree first"
APPROACHES = "Ways to go about it"
TITLED = "{title}: {about}"
PROMPT = "{heading}: {ask}"


def minutes(lengths: Sequence[int]) -> str:
    """A length of time, or several to choose from: "60 or 90 minutes"; empty text for none."""
    if not lengths:
        return ""
    *most, last = [str(one) for one in lengths]
    said = f"{', '.join(most)} or {last}" if most else last
    return "1 minute" if said == "1" else f"{said} minutes"
