"""What is offered for the time one has, in every interface."""

from peercoach.words.when import MONTHS

GO_ON = "Go on with {title}"
GO_ON_AT = "You are at question {at} of {of}."
GO_ON_STOP = "You are at “{stop}”."
ONE_OF = "One question, from {element}."
ANOTHER = "Another question"
ANOTHER_ABOUT = "If that one is not for now."
SHORT_ABOUT = "For any day. Stop after any of them."
NEVER = "Its questions, then how it is now. You have not been here yet."
AGAIN = "Its questions, then how it is now. You were last here in {month}."
WHOLE = "{element}, whole"
WHOLE_ABOUT = "Its questions, how it is now, and what you take from it. Rest when you like."
PART_BY_PART = "Arrive, look back, one element, goals, the next date. Leave out what you like."
LOOK_BACK = "Look back at {element}"
LOOK_BACK_ABOUT = "Read what you wrote about it. A good end to the hour."


def month(number: int, year: int, this_year: int) -> str:
    """A month: "March", or "March 2025" where that is another year."""
    name = MONTHS[number - 1]
    return name if year == this_year else f"{name} {year}"
