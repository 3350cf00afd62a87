"""What the plain interface says at home, looking back, in the settings, and of the spare key."""

from collections.abc import Mapping

# --- home ----------------------------------------------------------------------------------------

HOME = "Where were we?"
HOME_NEW = "What would you like to do?"
GO_ON = "Go on with {title}{place}"
GO_ON_SAVED = " Last saved {day}."
PLACE_COUNT = ", question {at} of {of}"
PLACE_STOP = ", at “{stop}”"
ONE_OTHER = "Go on with one other that waits"
OTHERS = "Go on with one of the others that wait"
I_HAVE = {10: "I have 10 minutes", 30: "I have 30 minutes", 60: "I have an hour"}
ALSO_WAITING = "These wait for you too."
THREE_QUESTIONS = "Three short questions"
CHOOSE = "Choose an element"
CHOOSE_LAST = "Choose an element. Last time: {title}, {label}, {day}"
READ = "Look back at my notes"
BROUGHT = "You bring these to our next conversation."
BROUGHT_HOW = "Type a number to hear one whole. Press enter to go home."
BROUGHT_WHAT = "What would you like to do with it?"
BROUGHT_BACK = "Go back to it and write on"
BROUGHT_DONE = "Bring it no longer"
BROUGHT_LEAVE = "Leave it as it is"
BROUGHT_OUT = "You no longer bring this. It stays among your notes."
NO_SPARE_KEY = "Make a spare key. You have none yet"
GOALS_CHOICE = "Goals"
SHARE_CHOICE = "Share notes with someone"
HOURS_CHOICE = "Protected time"
HEAL_CHOICE = "Heal, for something you carry"
SETTINGS_CHOICE = "Settings"
LEAVE = "Lock and leave"
MEMORY = "{heading}: {quoted} Type :hide to hear no more of these."
HIDDEN_NOW = "I say no more of what you wrote long ago. In the settings you can change that."
NOTHING_TO_HIDE = "There is nothing to hide here now."
ELEMENTS = "Choose an element."
OTHER_SETS = "Choose from another set of questions."
SETS = "Choose a set of questions."
ELEMENTS_AGAIN = "You are back among the elements. Type :again to hear them."
RATED = " Last time: {label}, {day}."
GONE = "That one can't be opened as it was. What you wrote in it is in your notes."

# --- looking back --------------------------------------------------------------------------------

NOTES = "Your notes, newest first."
NOTES_OF_ELEMENT = "Your notes about {title}, newest first."
NOTES_OF_KIND = "Your notes of one kind, newest first: {kind}."
NOTES_FOUND = "You looked for “{words}”. {found}"
NOTE_LINE = "{kind}, {day}. {title}"
NOTE_FOUND_LINE = "{kind}, {day}. It says: {sentence}"
NOTES_MORE = "Press enter on its own for older ones."
NOTES_HOW = (
    "Type a number to hear one whole, or words to search for. Type :pause to go home, or :help."
)
NOTES_HOW_NONE = "Type :pause to go home, or :help for other choices."
NOTES_END = "That is all of them."
NOTES_AGAIN = "You are back among your notes. Type :again to hear them."
SEARCH_WHAT = "Type the words to look for, and press enter."
WHICH_HOW = "Type its number, or its name. Press enter to leave it as it is."
NOTE_CHANGED = "It was changed {day}."
NOTE_VERSIONS = "It was changed {day}. There are {count} versions. Type :versions to hear them."
NOTE_HOW = (
    "Type :edit to write on, or :delete to delete it. Press enter to go back. Type :help for more."
)
NOTE_HOW_STAYS = "Type :delete to delete it. Press enter to go back. Type :help for more."
"""Of a note that has no question to go back to."""
MY_WORDS = "My words: how you would say things at work."
MY_WORDS_LINE = "{said} About {about}, {day}."
MY_WORDS_HOW = "Type a number to hear one whole. Press enter to go back."

VERSIONS_OF = "The versions of this note, oldest first."
VERSION_LINE = "{day} at {time}. {text}"
VERSION_NOW = " This is how it is now."
VERSIONS_HOW = (
    "Type a number to hear one whole. Then type :keep to keep only that one. "
    "Press enter to go back."
)
VERSION_WHOLE = "Version {number}, {day}:"
KEEP_WHICH = "Which one do you want to keep? Type its number and hear it first. Then type :keep."
KEEP_SURE = (
    "Keep only version {number}? The text of all others is deleted for good. There is no way back."
)

DELETE_30 = "Delete it. For 30 days you can bring it back"
DELETE_NOW = "Delete it for good, now. There is no way back"
DELETED_30 = "Deleted. For 30 days you can bring it back: type :deleted among your notes."
GOOD_SURE = "Delete this note for good? It goes with every earlier version. There is no way back."
BIN = "What you deleted in the last 30 days, newest first."
BIN_LINE = "{kind}, deleted {day}, {left}. {title}"
BIN_HOW = (
    "Type a number to hear one whole. Then type :restore to bring it back, or :for-good to delete "
    "it for good. Press enter to go back."
)
BIN_WHICH = "Which one? Type its number and hear it first."

# --- settings ------------------------------------------------------------------------------------

SETTINGS = (
    "Settings. What you change holds at once, and is kept. Where it says “on a screen”, it is for "
    "the full interface alone."
)
SETTING_LINE = "{name}: {value}"
SETTINGS_AGAIN = "Type another number, or :again to hear them all. Press enter to go home."
SETTINGS_HOW = "Type a number to change one. Press enter to go home."
SETTING_NOW = "{name}. Now it is: {value}."
SETTING_NUMBER = "Type a number from {least} to {most}. Press enter to leave it as it is."
SETTING_CHOOSE = "Type the number of another. Press enter to leave it as it is."
SETTING_IS = "Changed. {name}: {value}"
SETTING_NOT_ONE = "That does not fit here. Nothing is changed."
SETTING_SHARED = " While the computer is shared, {minutes} at most."
NAMES = {
    "theme": "Colours, on a screen",
    "motion": "Movement, on a screen",
    "density": "Space between lines, on a screen",
    "text_width": "How wide text is, on a screen",
    "progress": "Say which question it is, as in “Question 2 of 5”",
    "memories": "Say at home what you wrote long ago",
    "shared_machine": "Other people use this computer too",
    "auto_lock_minutes": "Lock when nothing is typed for",
    "region": "Where you are, for people to call",
    "goal_figure": "Say one figure for all your goals",
    "timer": "Say how long a part of a protected hour is",
}
YES_OR_NO: Mapping[object, str] = {True: "yes", False: "no"}
VALUES: Mapping[str, Mapping[object, str]] = {
    "theme": {
        "light": "light",
        "dark": "dark",
        "contrast": "high contrast",
        "warm": "warm",
        "terminal": "those of your terminal",
    },
    "motion": YES_OR_NO,
    "density": {"roomy": "much", "close": "little"},
    "progress": YES_OR_NO,
    "timer": YES_OR_NO,
    "memories": YES_OR_NO,
    "goal_figure": YES_OR_NO,
    "shared_machine": YES_OR_NO,
}
COLUMNS = "{count} letters"

# --- the spare key -------------------------------------------------------------------------------

SPARE = "A spare key opens your notebook if you forget your passphrase."
SPARE_WHY = "Nobody else can open it for you, so a key on paper is the only other way in."
SPARE_REPLACES = "You have a spare key. If you make a new one, the old one stops working."
SPARE_NOW = "Make one now. It takes two minutes, a pen and paper"
SPARE_NOT_NOW = "Not now"
SPARE_LATER = "That is fine. You can make one from home, any day."
SPARE_ASKS = (
    "First I ask for your passphrase once more. Then nobody who finds your notebook open can make "
    "a key to it."
)
SPARE_ASKS_OLD = "The spare key you have will do too."
SPARE_LOOK = (
    "Look who is beside you. I say the key once, in eight groups. Write each group on paper."
)
SPARE_GROUP = "Group {number}: {group}"
SPARE_WRITTEN = "Press enter when all eight are on your paper."
SPARE_CHECK = "Now I ask for two of them, to be sure. I no longer show the key."
SPARE_ASK = "What is group {number}? Type it, and press enter."
SPARE_NOT_RIGHT = "That is not what I have for group {number}. Look at your paper and try again."
SPARE_STOP = "To stop without a key, press enter on its own."
SPARE_NONE_MADE = "No spare key was made, and nothing is changed."
SPARE_MADE = "Your spare key works from now on. Keep the paper where only you find it."
SPARE_USE = "If you forget your passphrase, type the spare key where I ask for it."


def others(count: int) -> str:
    """That reflections wait beside the newest; how many is not said."""
    return ONE_OTHER if count == 1 else OTHERS


# --- levels, what lines up, languages, what is gone ----------------------------------------------

LEVEL = "{title}, {questions}"
LEVEL_LAST = "Last time you were at: {title}."
ACROSS = "This lines up with {title}"
ACROSS_GO_ON = "{title}. Go on where you were"
ACROSS_BEGIN = "{title}. Begin here"
ACROSS_HOW = "Type a number to go there, or press enter to stay at your question."
ACROSS_BACK = "You are back at your question."
LANGUAGE_LINE = "{name}: {title}"
LANGUAGE_CHOSEN = " This is the one you have now."
LANGUAGE_IS = "From now on: {title}, in {name}."
GONE_LINE = "{title} This is no longer in the library. Hear what you wrote."
