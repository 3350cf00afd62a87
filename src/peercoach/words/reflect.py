"""What is said while reflecting, in every interface."""

ASKS = {
    "examples": "Where have you seen this lived?",
    "words": "How would you say this at work?",
    "coaching": "Is there anything from a coaching conversation to keep beside this?",
    "step": "What is one next step, as small as you like?",
    "close": "That is a whole reflection.",
}
HINTS = {
    "examples": "A moment, a person, a thing that was done. Yours or someone else's.",
    "words": "The sentence you would say in a meeting, or write in a form.",
    "coaching": "A thought, a question, something you want to take back to it.",
    "step": "Something you could do before you next sit here. It can wait, too.",
    "close": "What you wrote is kept. You can go back to any of it, now or another day.",
}
HEADINGS = {
    "question": "Question",
    "rating": "How it is now",
    "examples": "Living it",
    "words": "My words",
    "coaching": "From a conversation",
    "step": "One next step",
    "part": "Nothing to write here",
    "close": "Closing",
}
ANOTHER_LOOK = "Another look at it"
"""Above a framework's second rating of the same element."""
ASKED_THEN = "You were asked then: {ask}"
"""Above an earlier answer to a question that is worded otherwise now."""
SAID = {"helped": "helped", "jarred": "jarred"}
SAID_LAST_TIME = {"helped": "helped last time", "jarred": "jarred last time"}
SAID_OF_ANOTHER = {"helped": "another wording helped", "jarred": "another wording jarred"}
"""Said quietly beside a question, of what the person said of it."""
LINES_UP_WITH = "This lines up with"
LINES_UP_WITH_NOTHING = "This lines up with nothing else here."
LINES_UP_ELSEWHERE = "This lines up with “{title}”. Its questions are not in the library here."
GO_ON_THERE = "Go on where you were"
BEGIN_THERE = "Begin here"
BACK_TO_MINE = "Back to my question"
NOTHING_TO_MARK = "There is no question here to mark."
WHICH_LEVEL = "Where would you like to begin?"
WHICH_LEVEL_HINT = "One level at a time is plenty. The others will be here another day."
ALL_LEVELS = "All of them"
MARKED = "to bring"
"""Said beside what is to come up in the next conversation."""
EARLIER = "{day}, {at} of {of}"
"""The day of an earlier answer, and its place among all of them, the newest first."""
LINES_UP = "{title}, in {framework}"
KINDS_OF_ENTRY = {
    "answer": "Answer",
    "note": "Note",
    "example": "Living it",
    "words": "My words",
    "coaching": "From a conversation",
    "step": "Next step",
    "goal": "Goal",
    "goal-step": "Step of a goal",
    "check-in": "Check-in",
    "rating": "Rating",
    "reflection": "Reflection",
    "review": "Monthly review",
}


def questions(count: int) -> str:
    """How many questions there are."""
    return "1 question" if count == 1 else f"{count} questions"
