"""The first two screens: what this is, a passphrase, and where to start."""

TITLE = "Peercoach"
LINES: tuple[str, ...] = (
    "A quiet place to think about leading as a peer, one question at a time.",
    "What you write stays on this computer. Only your passphrase opens it.",
    "Nobody else can read it, so nobody will know if you are not safe. Help is always one key "
    "away: ctrl+g.",
    "Write what you learned, not what happened to someone. A court, or a person you name, can "
    "sometimes ask to see notes.",
    "What went wrong at work belongs in your organisation's own system.",
)

NOT_THERE = "No notebook is at {path} yet. This makes one there."
PASSPHRASE = "Choose a passphrase"
TAB = "Tab goes on. Enter takes it."
IF_FORGOTTEN = "If you forget it, nobody can open your notebook. So write it down."
SHOW = "Show what I type"
HIDE = "Hide what I type"
SUGGEST = "Suggest some words"
SUGGEST_AGAIN = "Suggest other words"
SUGGESTED = "Write these words down and keep them somewhere safe."
WRITE_FIRST = "Write these words down first. Then press enter again to use them."
MAKE = "Make my notebook"
NO_WAY_BACK = "There is no way in without it. Nobody can look it up for you, not even us."
NOT_SEEN = (
    "You have not seen what you typed. Show it to be sure, or press enter again to use it as it is."
)
WEAK = "Someone could guess this one. Press enter again to use it all the same."
MAKING = "Making your notebook. This takes a moment"

WHERE = "Where shall we start?"
WHERE_HINT = "There is no wrong door. You can stop anywhere, and nothing is lost."
THREE = "Three short questions"
THREE_ABOUT = "What? So what? Now what? About ten minutes."
CHOOSE = "Choose"
CHOOSE_ABOUT = "See every element, and take the one that calls you."
