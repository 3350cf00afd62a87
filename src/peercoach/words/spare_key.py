"""The spare key in the full interface: what it is, writing it down, two groups asked back."""

TITLE = "A spare key"
AT_THE_DOOR = "or your spare key"
OFFER = (
    "If you forget your passphrase, nobody can open your notebook for you.",
    "A spare key on paper opens it too. Making one takes a pen and two minutes.",
    "You can do it now, or on any day from Home.",
)
REPLACE = (
    "You have a spare key.",
    "You can make a new one. From then on the old one no longer works.",
    "Until then, the old one still does.",
)
MAKE = "Make one"
MAKE_NEW = "Make a new one"
NOT_NOW = "Not now"
ASKS = (
    "First I ask for your passphrase.",
    "Then nobody who finds your notebook open can make a key to it.",
)
PASSPHRASE = "Your passphrase, once more"
OR_OLD = "Your passphrase, once more, or the spare key you have"
LOOKING = "Trying it. This takes a moment"
LOOK = (
    "Look who is beside you. Then write it on paper, all eight groups.",
    "It has no letters O, I and L. What looks so is a 0 or a 1.",
    "If you leave now, this key opens nothing.",
)
WRITTEN = "It is on my paper"
CHECK = "Now two of the groups, from your paper. Then we both know it is right."
GROUP = "Group {place}"
NOT_RIGHT = "That is not what I have for group {place}. Look at your paper, and try once more."
SHOW_AGAIN = "Show me the key again"
KEPT = (
    "Kept. It works from now on.",
    "Put the paper where only you find it, and not beside this computer.",
    "If you ever need it, type it where I ask for your passphrase.",
)
OLD_GONE = "The old one no longer works."
GO_ON = "Go on"
