"""Goals: what is asked when one is made, checked in with, or closed, and how one is told."""

# --- what is asked -------------------------------------------------------------------------------

ASKS = {
    "wish": "What do you wish for?",
    "area": "What is it for?",
    "why": "Why does it matter to you?",
    "horizon": "How far ahead is it?",
    "outcome": "What would be there if it came true?",
    "inner": "What in you might get in the way?",
    "outer": "What around you might get in the way?",
    "then": "If that comes, what will you do then?",
    "step": "What is one first small step?",
    "day": "Is there a day for it?",
    "hoped": "If it goes as you hope, what will it look like?",
    "more": "And a bit more than you hope?",
    "much_more": "And a lot more than you hope?",
    "less": "And a bit less than you hope?",
    "much_less": "And a lot less than you hope?",
    "look": "When shall we look at it again?",
    "line": "How is it going with this?",
    "stands": "How does it stand?",
    "how": "How does it end?",
    "reached": "What do you want to keep from it?",
    "changed": "What changed?",
    "let-go": "What do you let go of, and what stays?",
    "into": "What is it now?",
    "next": "What is the step?",
}
HINTS = {
    "wish": "For your own path, or for your community. One line is plenty.",
    "area": "Choose what fits best, or skip.",
    "why": "What would be missing without it.",
    "horizon": "Such as: by spring, in a year, in five years, one day.",
    "outcome": "Something you could see, hear, or tell a friend about.",
    "inner": "A worry, a habit, a tired week. There is no blame in it.",
    "outer": "A rule, a rota, money, how things are done here.",
    "then": "If … comes, then I …",
    "step": "Something you could do in ten minutes.",
    "day": "Such as 14 April, tomorrow, or in 2 weeks. Skip it for no day.",
    "hoped": "By the time you look at it again, in your own words.",
    "more": "In your own words. Skip it if you like.",
    "much_more": "In your own words. Skip it if you like.",
    "less": "In your own words. Skip it if you like.",
    "much_less": "How it is today, perhaps.",
    "look": "Such as in 3 months, or 1 September. Skip it for no date.",
    "line": "One line is enough.",
    "stands": "There is no wrong place to be. Skip it if none fits.",
    "how": "A goal may end in any of these ways. Each is worth a sentence.",
    "reached": "A sentence is enough. Skip it if you like.",
    "changed": "A sentence is enough. Skip it if you like.",
    "let-go": "A sentence is enough. Skip it if you like.",
    "into": "I make a new goal of it. Skip it if there is none.",
    "next": "As small as you like.",
}
HEADINGS = {
    "make": "A new goal",
    "check-in": "A check-in",
    "close": "Closing a goal",
    "step": "A step",
    "edit": "Changing a goal",
}
AREAS = {
    "career": "My own path at work",
    "community": "What I want for my community",
}
AREAS_ABOUT = {
    "career": "Where you want to go yourself.",
    "community": "What you want to be different for your people.",
}
WAYS = {
    "reached": "I reached it",
    "changed": "It changed into something else",
    "let-go": "I let it go",
}
STANDS = {
    2: "a lot more than hoped",
    1: "a bit more than hoped",
    0: "as hoped",
    -1: "a bit less than hoped",
    -2: "a lot less than hoped",
}
CHOSEN = "chosen"
NOT_A_DAY = (
    "I can't read a day in that. What you typed is still here. Write it as 14 April, 2027-04-14, "
    "tomorrow, or in 3 months."
)
GONE_BY = "That day has gone by. What you typed is still here. Write one that is still to come."
NOTHING_SAID = "Nothing was written, so there is no goal. You can make one any day."
NO_SUCH_GOAL = "There is no goal with that id. To see your goals, run: {peercoach} goals"
IS_CLOSED = "That goal is closed, and nothing of it is changed. To go on, open it again first."

# --- one goal ------------------------------------------------------------------------------------

LABELS = {
    "area": "For",
    "wish": "The wish",
    "why": "Why it matters",
    "horizon": "How far ahead",
    "elements": "It draws on",
    "outcome": "What would be there",
    "inner": "In the way, in me",
    "outer": "In the way, outside",
    "then": "If that comes, then",
    "hoped": "As hoped",
    "more": "A bit more",
    "much_more": "A lot more",
    "less": "A bit less",
    "much_less": "A lot less",
    "look": "Look at it again",
    "day": "The day for it",
    "closing": "How it ended",
}
STEPS = "Steps"
HOW_IT_STANDS = "How it stands"
HISTORY = "Check-ins"
STATES = {
    "open": "open",
    "reached": "reached",
    "changed": "changed into something else",
    "let-go": "let go",
}
ENDED = {
    "reached": "It is closed: reached.",
    "changed": "It is closed: it changed into something else.",
    "let-go": "It is closed: let go.",
}
STEP_STATES = {"done": "done", "aside": "put aside"}
STEP_IS = {"done": "It is done.", "aside": "It is put aside."}
LABELLED = "{label}: {text}"
PART_OF = "It belongs to the goal: “{text}”"
BEGAN = "It began with what you wrote {day}: “{text}”"
BEGINS = "It begins with what you wrote {day}: “{text}”"
BEGAN_GONE = "It began with a note that is no longer here."
BEGAN_HERE = "A goal began here: “{text}”"
BECAME = "It became: “{text}”"
CLOSED_ON = "Closed {day}: {state}."
LOOK_NOW = "You wanted to look at this again on {day}."
FOR_DAY = "for {day}"
TOLD = "{day}: {stands}."
PICTURE_OF = "From {first} to {last}."
FIGURE = "{figure} for all open goals together"
FIGURE_MEANS = (
    "50 means: as hoped. More is more than hoped, less is less than hoped. It is only as true as "
    "the words it is made from, and it says nothing about you."
)

# --- the list ------------------------------------------------------------------------------------

TITLE = "Goals"
ONE = "A goal"
HINT = "Where you want to go, and what you want for your people."
NONE = "There is no goal yet. One line is enough to make one."
OPEN = "Open"
CLOSED = "Closed"
BETWEEN = " · "
CAME = "Where it began"
FIRST_CHECK_IN = "Check in for the first time"
LOOK_AGAIN = "to look at again"
WAITS = "Go on writing"
NEXT_STEP = "Next: {text}"
NEW = "A new goal"
NEW_ABOUT = "A few questions. You can stop at any of them."
KEPT = "Kept."
IS_OPEN = "This goal is open."
REOPENED = "It is open again."
NOTHING_FOR_A_GOAL = "There is nothing here yet to make a goal of."

# --- choosing ------------------------------------------------------------------------------------

CHANGE_WHAT = "What would you like to change?"
NOT_YET_SAID = "nothing yet"
STEP_WHAT = "What about this step?"
ADD_STEP = "Add a step"
STEP_IS_DONE = "It is done"
STEP_TO_DO = "It is still to do"
STEP_PUT_ASIDE = "Put it aside"
STEP_PUT_ASIDE_ABOUT = "It stays here, out of the way."
STEP_WORDS = "Change its words"
STEP_DAY = "Change its day"
STEP_DELETE = "Delete it"
STEP_DELETED = "The step is deleted. You can bring it back for 30 days."
STEP_LEAVE = "Leave it as it is"
WHICH_ELEMENTS = "What does it draw on?"
WHICH_ELEMENTS_HINT = "Choose as many as you like. Choosing one again takes it away."
DRAWN_ON = "chosen"
LEAVE = "Leave it"
MAKE_ONE = "Make a goal of something here"
FROM_WHICH = "Which of these shall become a goal?"

# --- plain ---------------------------------------------------------------------------------------

GOALS_HOW = "Type a number to hear one whole, :new to make one, or :home to go home."
GOALS_NONE_HOW = "Type :new to make one, or press enter to go home. Type :help for more."
GOAL_HOW = (
    "Type :check-in to say how it goes, :step to add a step, :edit to change it, or :close to "
    "close it. Type a number to hear more of one. Press enter to go back, or type :help."
)
GOAL_CLOSED_HOW = "Type :reopen to open it again. Press enter to go back. Type :help for more."
WRITE_HOW = (
    "End with a line holding a single full stop. Type :skip to leave it out, or :enough to keep "
    "what there is. Type :help for more."
)
WRITE_ON_HOW = (
    "This is here already. What you write now is added to it. End with a line holding a single "
    "full stop. Type :fresh to write it again, or :help for more."
)
CHOOSE_HOW = "Type a number. Press enter on its own to skip. Type :help for more."
CHOSEN_HERE = "Now it is: {label}."
PUT_AWAY = "Put away. Write it again, or type :undo to have it back."
STEPS_AND_CHECKS = "Its steps, and its check-ins:"
TAKE_AWAY = "Take away: {title}"
ONE_MORE = "Choose one more"
PAUSED = "What you wrote here waits for you, in Goals."


# --- a year on one page --------------------------------------------------------------------------

YEAR_HEADING = "Goals"
YEAR_BEGAN = "begun: {wish}"
YEAR_CLOSED = "{state}: {wish}"
