"""What is said in the Heal room, in both interfaces.

People put here what they may tell no one. Nothing here asks what happened, thanks them for it, or
weighs it. What is said on leaving is the same whatever was written.
"""

from datetime import date

from peercoach.words.when import day

# --- the door ------------------------------------------------------------------------------------

DOOR = (
    "When something went against what you believe is right, you can put it down here for a while.",
    "This is not therapy, not a test and not a report. You will not be asked what happened. Nobody "
    "sees it, so nobody will know if you are not safe: help is {support}, always.",
    "It takes five to ten minutes. You choose the questions, and you can stop at any word. Nothing "
    "is kept unless you keep it.",
)
NOT_REVIEWED = "Nobody with lived experience has reviewed these words yet."
STEADY = "Steady enough for this now?"
YES = "Yes"
NOT_TODAY = "Not today"
NOT_TODAY_ASIDE = "a full answer"
SHOW_SUPPORT = "Show me support"
SUPPORT_KEY = "on {key}"
SUPPORT_COMMAND = "one word away, :support"
THAT_IS_FINE = "That is a full answer."

# --- the room ------------------------------------------------------------------------------------

TITLE = "Heal"
ROOM_HINT = "What you kept stays closed until you ask for it."
PUT_DOWN = "Put something down"
WHICH = "Which set of questions would you like?"
WAITS = "You were writing here {day}."
GO_ON_WITH = "Go on with it"
LET_GO = "Let it go"
KEPT_HERE = "Kept here"
TIMES = "{day}, {time}"
"""Where two were kept on one day."""
ASKED_BACK_ASIDE = "you asked to come back to this"
WEIGHT = "Weight over time"
OPEN_ONE = "Open this one, from {day}?"
OPEN_IT = "Open it"
OPEN_ABOUT = "To close it again, press {key}."
LEAVE_CLOSED = "Leave it closed"
NOTHING_TO_ASK = "There are no questions for this room here just now."
ASKED_BACK = "Something you asked to come back to"
"""The row on Home, and all that is said there."""

# --- a sitting -----------------------------------------------------------------------------------

ASKS = {
    "arrive": "Would you like to steady yourself first?",
    "limit": "Would you like to set yourself a time?",
    "exposures": "What kind of thing was it?",
    "choose": "Which questions would you like?",
    "shares": "How does it look, shared out?",
    "close": "Before you go",
    "keep": "Keep it here, or let it go?",
    "sure": "Let it go for good?",
    "return": "Would you like to come back to it?",
}
HINTS = {
    "arrive": "Choose one way, or none. Take as long as you like.",
    "limit": "I say once when it is up, and that is all. You can go on or stop, then and before.",
    "exposures": "More than one may fit. You need not say any more than this, or even this.",
    "choose": "Three to five are plenty. You can still pass over any of them.",
    "shares": "Things like this are made by many hands. It may look different another day.",
    "rating": "Only if you want to. It changes nothing in how this ends.",
    "keep": "Either is right. If you keep it, it can't be changed later: it stays, or it goes.",
    "sure": "All of it goes, and there is no way back.",
    "return": "It never opens by itself. From that day on, home says that there is something you "
    "asked to come back to, and no more.",
}
STAY_WITH = "Stay with it as long as you like. Then go on."
GO_ON = "Go on"
NO_WAY = "None just now"
ON_WITH = "Go on with these"
TURN = "Left and right say how much."
NO_LIMIT = "No set time"
TIME_UP = "The time you set is up. You can stop here, or go on. Either is right."
NOT_SURE = "I am not sure"
FOR_ME = "Choose for me"
FOR_ME_ABOUT = "Three gentle ones. You can take out any of them."
PLENTY = "Five are plenty for one sitting. To choose another, take one out."
WHOSE = {
    "me": "Mine",
    "team": "My team's",
    "organisation": "The organisation's",
    "system": "The system's",
}
AMOUNTS = {
    "none": "none",
    "little": "a little",
    "some": "some",
    "much": "much",
    "most": "most",
}
LEFT_OPEN = "left open"
SHARE = "{whose}: {amount}"
KEEP_IT = "Keep it here"
KEEP_ABOUT = "Under a key of its own. It opens only when you ask."
LET_GO_ABOUT = "Nothing of it is left here."
NOT_YET = "Not yet"
NO_RETURN = "No"
IN_A_WEEK = "In a week, {day}"
IN_A_MONTH = "In four weeks, {day}"
ANOTHER_DAY = "On a day of my own"
WHICH_DAY = "Which day? Type it like this: {example}."
NOT_A_DAY = "I can't read that as a day. Type it like this: {example}."
NOT_TO_COME = "Type a day that is still to come, like this: {example}."
AT_THE_END = "That is asked at the end. To go there now, choose to stop here."
KEPT = "Kept. It opens only when you ask."
GONE = "It is gone. Nothing of it is left here."

# --- closing -------------------------------------------------------------------------------------

GOOD = "One thing that would be good today"
GOOD_ASK = "What one thing would be good for you today?"
GOOD_HINT = "Food, a walk, a bath, some quiet, bed."
TELL = "Someone to tell"
TELL_ASK = "Who could you tell that this was a heavy day?"
TELL_HINT = "You need not say why. If no one comes to mind, support is one key away."

# --- what was kept -------------------------------------------------------------------------------

KEPT_ON = "Kept {day}"
KIND_OF = "What kind of thing it was"
SHARED_OUT = "Shared out"
COMES_BACK = "You asked to come back to it {day}."
STAYS = "What stands here can't be changed. It stays, or it goes."
RETURN_NOW = "When would you like to come back to it?"
RETURN_SET = "Set for {day}."
RETURN_NONE = "There is no day set now."
DELETE = "Delete this one for good?"
DELETE_HINT = "It goes now, all of it. There is no way back."
DELETE_IT = "Delete it for good"
LEAVE_IT = "Leave it here"
WEIGHT_HINT = "What you said each time. Heavy or light, it is no score."

# --- read aloud ----------------------------------------------------------------------------------

ROOM = "This is Heal. What you kept stays closed until you ask for it."
WAITS_LINE = "You were writing here {day}. Go on with it"
LET_GO_LINE = "Let go of what you were writing here {day}"
KEPT_LINE = "Kept {day}"
KEPT_ASKED_LINE = "Kept {day}. You asked to come back to this"
CHOOSE_HOW = "Type a number, or press enter to go on. Type :stop to stop here, or :help."
STAY_HOW = "Press enter to go on. Type :stop to stop here, or :help."
TICK_HOW = (
    "Type a number to choose it, or to take it out again. Press enter to go on. Type :stop to stop "
    "here, or :help."
)
TICKED = "You chose: {titles}"
TICKED_NONE = "You chose none."
OF_ELEMENT = "{element}: {ask}"
SHARE_HOW = (
    "I name four, one by one. Type none, little, some, much or most, or press enter to leave it "
    "open. Type :stop to stop here, or :help."
)
SHARES_SO = "So it looks like this: {shares}"
SHARES_OPEN = "You left all four open."
NOT_AN_AMOUNT = "Type none, little, some, much or most. Or press enter to leave it open."
STEP = "{value}: {label}"
RATE_HOW = "Type a number, or press enter to go on without. Type :stop to stop here, or :help."
CLOSE_HOW = "Press enter when you are ready to go on."
ANSWER_HOW = (
    "Write as much or as little as you like. End with a line holding a single full stop. Type "
    ":skip to pass this by, :stop to stop here, or :help."
)
ANSWER_MORE = (
    "This is here already. What you write now is added to it. End with a line holding a single "
    "full stop. Type :undo to take a line back, :stop to stop here, or :help."
)
NOTHING_YET = "Nothing is written here yet. Type :skip to pass this by, or :stop to stop here."
KEEP_HOW = "Type a number. To leave it for now type :home, and it waits for you here."
RETURN_HOW = "Type a number, or press enter for no."
DAY_HOW = "To leave it without a day, press enter."
OPENED_HOW = (
    "Press enter to close it. Type :come-back to set a day or take it away, or :for-good to delete "
    "it for good."
)
OUT = "Nothing was given here, so nothing is kept."
WAITS_FOR_YOU = "What you wrote waits for you here, behind the same door."
WEIGHT_LINE = "{day}: {label}"


def on(when: date, today: date) -> str:
    """A day that was, or that is to come: "today", "on 14 March"."""
    return day(when, today)


def amount(given: str) -> str:
    """How much, in words; left open where nothing was said."""
    return AMOUNTS.get(given, LEFT_OPEN)


def shared(shares: dict[str, str]) -> list[str]:
    """How it was shared out, as sentences without their stop: "Mine: a little"."""
    return [
        SHARE.format(whose=title, amount=AMOUNTS[shares[whose]])
        for whose, title in WHOSE.items()
        if shares.get(whose) in AMOUNTS
    ]
