"""What the settings are called in the full interface, their values, and what each means."""

from collections.abc import Mapping

TITLE = "Settings"
NAMES = {
    "theme": "Colours",
    "motion": "Movement",
    "density": "Spacing",
    "text_width": "Text width",
    "progress": "Question count",
    "timer": "Time in an hour",
    "memories": "From long ago",
    "goal_figure": "Figure for goals",
    "shared_machine": "Shared computer",
    "auto_lock_minutes": "Lock after",
    "region": "Where you are",
    "support_lines": "Support lines",
    "people": "People and places",
    "passphrase": "Passphrase",
    "spare": "Spare key",
    "backup": "Backups",
    "path": "Your notebook",
    "version": "Version",
    "wording": "The wording",
}
VALUES: Mapping[str, Mapping[object, str]] = {
    "theme": {
        "light": "light",
        "dark": "dark",
        "contrast": "high contrast",
        "warm": "warm",
        "terminal": "your terminal's own",
    },
    "motion": {True: "as usual", False: "nothing moves by itself"},
    "density": {"roomy": "roomy", "close": "close"},
    "progress": {True: "shown", False: "hidden"},
    "timer": {True: "shown", False: "hidden"},
    "memories": {True: "shown", False: "hidden"},
    "goal_figure": {False: "hidden", True: "shown"},
    "shared_machine": {False: "no", True: "yes"},
    "spare": {True: "you have one", False: "none yet"},
    "wording": {False: "not reviewed yet"},
}
CHANGE = "change it"
NO_BACKUP = "none yet"
BACKED_UP = "the last was made {day}"
BACKING_UP = "Making a backup. This takes a moment."
LETTERS = "{count} letters"
AT_MOST = "{minutes}, since others use this computer"
SHARED_DECIDES = (
    "“Shared computer” decides this: while others use it too, I lock after 5 minutes. To choose "
    "how long yourself, change that row to “no” first."
)
MEANS = {
    "theme": "The colours of every screen.",
    "motion": "Whether a cursor may blink, and dots may grow while you wait.",
    "density": "How much empty space there is between things.",
    "text_width": "How long a line of text may get.",
    "progress": "Whether I show which question this is, and how many there are.",
    "timer": "Whether I show how much of a part's time is left in a protected hour.",
    "memories": "Whether Home shows something you wrote long ago.",
    "goal_figure": "Whether Goals shows one figure for all your goals. 50 means: as hoped.",
    "shared_machine": "If others use this computer too, I lock after 5 minutes at most.",
    "auto_lock_minutes": "How long nothing is typed before I lock your notebook.",
    "region": "Support then shows people to call where you are.",
    "support_lines": "People you can call, and your own emergency number. Support has them first.",
    "people": "Names you know. They stay in your notebook; with them, I find more names.",
    "passphrase": "Choose another passphrase. The one you have now then opens no longer.",
    "backup": "Enter makes one now: a locked copy beside your notebook, read back to be sure.",
    "spare": "A key on paper. It opens your notebook if you forget your passphrase.",
    "path": "Your notes are kept in this folder, locked.",
    "version": "The version of Peercoach that you use.",
    "wording": "Nobody with lived experience has reviewed the wording yet.",
}
FEW_COLOURS = "There are few colours here, so I keep to your terminal's own."
