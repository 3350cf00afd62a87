"""What is said while someone sits beside: nothing of what is kept, in either interface."""

TITLE = "Someone is with me"
HINT = (
    "Your own notes are closed, and nothing of them is shown here. Look at the questions together, "
    "or open your own notes again with your passphrase."
)
PRIVATE_ROW = "Open my own notes"
ALONE = "I am alone again"
WITH = "Someone is with me"
TOLD = "Someone is with you: I will open only what you can look at together."
ASK_AGAIN = "Type your passphrase to open your own notes."
QUESTIONS = "Questions to talk about"
IDLE = "It is quiet here. In a minute I lock your notebook. Any key keeps it open."
LOCKED_IDLE = "Nothing was typed for {minutes}, so I locked your notebook."
LOCKED_SLEPT = "The computer slept, so I locked your notebook."
"""Said at the door after it locked by itself."""


def minutes(count: int) -> str:
    """A number of minutes in words."""
    return "a minute" if count == 1 else f"{count} minutes"
