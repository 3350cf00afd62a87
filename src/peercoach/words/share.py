"""What is said while notes are chosen, read and written for somebody else."""

from collections.abc import Mapping

RECIPIENTS: Mapping[str, str] = {
    "coach": "my coach",
    "supervisor": "my supervisor",
    "evaluation": "an evaluation team",
    "peers": "other peers",
    "public": "anyone",
}
STORIES: Mapping[str, str] = {
    "mine": "It's my story",
    "theirs-agreed": "It's somebody else's, and they said yes",
    "theirs-not-asked": "It's somebody else's, and I haven't asked",
}
LEFT_OUT = "It is left out. You can ask them, and share it another time."

COULD_TELL = "Could someone on your team tell who this is?"
ANSWERS: Mapping[str, str] = {
    "no": "No, I don't think so",
    "perhaps": "Perhaps",
    "yes": "Yes, they could",
}

TITLES: Mapping[str, str] = {
    "coach": "Notes for my coach",
    "supervisor": "Notes for my supervisor",
    "evaluation": "Notes for an evaluation",
    "peers": "Notes for other peers",
    "public": "Notes from a peer leader",
}
CHECKED = "De-identified, checked by its author"
ABOUT = (
    "Names, places and dates have been replaced, and the author has read every word as it stands "
    "here. A label such as “Person A” means the same person all through. It can't be promised that "
    "nobody could tell who is meant. Don't try to find out, and ask before you pass it on."
)
DOTTED = "What was replaced has dots under it."
MADE = "Written in {season}"
NOTES = "Notes"
RATINGS = "Ratings"
WHEN = "When"
ANSWER = "Answer"
CHART = "Each answer over time"
CHART_TOLD = "The table below says the same in words."

STILL_KNOWN = (
    "That name is in your people and places, so I hide it wherever it stands. To let it stand, "
    "take it out there first."
)
NOT_REVIEWED = (
    "I wrote nothing. Some of this has not been read yet as it would leave. Read what is still "
    "open, then try again."
)
BAD_RECIPIENT = (
    "I wrote nothing. That is no key that I can seal a file for. It begins with age1, or is an "
    "SSH public key. Ask for it again, and copy all of it."
)
NAME_LEFT = (
    "I wrote nothing. A name from your people and places would still stand in the file. Your "
    "notes are as they were. Hide that name in each note, then try again."
)
NAME_IN_FILE_NAME = (
    "I wrote nothing. The name of the file, {name}, could tell who this is about. Choose "
    "another name, such as notes.md."
)
NOTE = "A note"
HEADING = "{title}, {when}"
RATING = "{title}: {label} ({when})"

ASK_BACK: Mapping[str, str] = {
    "coach": "“I gave you some notes of mine. I would like them back now. Can you delete the file, "
    "and any copy you made, and tell me when that is done?”",
    "supervisor": "“I gave you some notes of mine. I would like them back now. Can you delete the "
    "file, and any copy you made? If you have to keep it, tell me where and for how long.”",
    "evaluation": "“I shared some notes with your evaluation. I take that back. Can you delete the "
    "file, leave my words out of what you have not published yet, and tell me what is done?”",
    "peers": "“I shared some notes with you. I would like them back now. Can you delete them, and "
    "ask those you passed them on to for the same?”",
    "public": "“I put some notes of mine where anyone can read them. Can you take them down?”",
}
ASK_BACK_LIMIT = (
    "Asking can't undo what was read. It can't reach a copy that nobody knows of. But people may "
    "ask, and most will do it."
)
