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
    "close": "Closing",
}
ANOTHER_LOOK = "Another look at it"
"""Above a framework's second rating of the same element."""
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
    "rating": "Rating",
    "reflection": "Reflection",
}
