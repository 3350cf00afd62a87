"""What the commands say: their help, what they ask, what they answer."""

# --- help ----------------------------------------------------------------------------------------

ROOT = """A quiet place to think about how you lead as a peer, and an encrypted notebook for it.

Without a command the full interface opens; with --plain it speaks in plain lines.

\b
Example:
  peercoach
  peercoach --plain
"""
VAULT = "The folder of your notebook. Otherwise PEERCOACH_VAULT, then the usual place."
PASSPHRASE_FILE = "Read the passphrase from the first line of this file; - is standard input."
PLAIN = "Plain questions and lines: for screen readers, pipes and braille."
PLAIN_OR_NOT = (
    "Plain questions and lines: for screen readers, pipes and braille; or the full screen. What "
    "you choose on a terminal is remembered, except with --portable."
)
PORTABLE = (
    "Leave nothing on this computer outside the notebook: no settings, and no memory of it, so an "
    "older copy put back is not noticed."
)
FRAMEWORKS_DIR = "A folder with frameworks of your own."
VERSION = "Say which version this is."
JSON = "Answer as JSON, one object a line."
HELP = "Show this help."
COMES_FIRST = "\b\nOptions like --vault come first: peercoach --vault PATH {verb}"

DEMO = """Look around in a notebook of invented people, with a year of notes in it.

It lies in a folder of its own and goes when you leave. Your own notebook stays closed.

\b
Example:
  peercoach demo
  peercoach demo --plain
"""

INIT = """Make a notebook, without opening the interface.

\b
Example:
  peercoach init
  peercoach init --spare-key-to ~/spare-key.txt
"""
INIT_NAME = "Your name as others will see it. It is kept encrypted, and can be left out."
INIT_SPARE = "Make a spare key and write it to this new file, which only you can read."

NOTE = """Keep a note. Without words I ask for them, since a shell keeps what you type.

\b
Example:
  peercoach note
  peercoach note --element peer-leadership/sharing-the-movement --kind example
  cat thoughts.txt | peercoach --passphrase-file pass.txt note -
"""
NOTE_ELEMENT = "What it belongs to: FRAMEWORK/ELEMENT."
NOTE_QUESTION = "The question it answers, by its id."
NOTE_KIND = "What it is. With a question it is an answer, else a note."
SPACE = "Whose notes. For now there are your private ones."

RATE = """Keep a rating of an element, by the number of a step or by its words.

\b
Example:
  peercoach rate peer-leadership/sharing-the-movement 2
"""
RATE_RATING = "Which rating, where an element has several."

LIST = """List notes and ratings, newest first.

\b
Example:
  peercoach list --since 2026-03-01 --element peer-leadership
  peercoach list --kind words --json
"""
SINCE = "From this day on: 2026-03-14, today or yesterday."
UNTIL = "Up to this day: 2026-03-14, today or yesterday."
ELEMENT = "Of one element (FRAMEWORK/ELEMENT), or of a whole framework."
KIND = "Of one kind."

SHOW = """Show a note whole. peercoach list tells the ids.

\b
Example:
  peercoach show 1T0V6M4Q8ZK2B
  peercoach show 1T0V6M4Q8ZK2B --versions
"""
SHOW_VERSIONS = "Earlier versions too, newest first."

SEARCH = """Find notes that hold all of these words; capitals and accents make no difference.

Without words I ask for them, since a shell keeps what you type.

\b
Example:
  peercoach search
"""

DEIDENTIFY = """Print a text with names, numbers, places and dates replaced.

FILE is a text file; - or nothing is standard input. No notebook is opened, unless --vault is given:
then the names in its People and places are found as well, and the words kept there stay. Nothing is
written anywhere but to standard output. It finds most of it, never all: read what comes out before
anyone else does.

\b
Example:
  peercoach deidentify note.txt
  peercoach --vault notebook.vault deidentify note.txt
"""
DEIDENTIFY_DICTIONARY = "A YAML file of people, wards, teams and places that are always replaced."
DEIDENTIFY_NAMES = "Whether the small names model looks too. It does where it is installed."
DEIDENTIFY_LINES = "One JSON note a line in, {id, text}, and one a line out, in the same order."
READ_IT = "I find most of it, never all. Read it before anyone else does."

EDIT = """Write a note again. The earlier version is kept beside it.

\b
Example:
  peercoach edit 1T0V6M4Q8ZK2B
  cat better.txt | peercoach --passphrase-file pass.txt edit 1T0V6M4Q8ZK2B -
"""
DELETE = """Delete a note. For 30 days it can be brought back.

With --shred it goes for good, with every earlier version: there is no way back, and it asks first.
Copies of the notebook elsewhere are out of reach.

\b
Example:
  peercoach delete 1T0V6M4Q8ZK2B
"""
SHRED = "For good, at once."
YES = "Do not ask. Needed where nobody can be asked."
DELETED = "Deleted. To bring it back within 30 days, run: {peercoach} undelete {id}"
DELETED_FOR_GOOD = "Deleted for good."
NOT_DELETED = "Nothing was deleted."
NEED_YES = "your yes; where nobody can be asked, add --yes"
ASK_SHRED = "Delete this note for good? There is no way back. Type yes, or no: "
UNDELETE = """Bring a deleted note back, as it was.

\b
Example:
  peercoach undelete 1T0V6M4Q8ZK2B
"""

CALENDAR = """Write your protected time as a calendar file, for Outlook, Google or Thunderbird.

Days on which goals ask to be looked at are in it too. It says when, and nothing that you wrote.
Opened in your calendar once more, a newer file takes the place of an older one.

\b
Example:
  peercoach calendar --to protected-time.ics
  peercoach calendar --neutral > busy.ics
"""
CALENDAR_TO = "The new file, which only you can read. Otherwise it goes to standard output."
CALENDAR_NEUTRAL = "Let every entry say only that you are busy."
CALENDAR_YES = "Write over a file that is there, and do not ask."
ASK_OVER = "There is something at {path} already. Write over it? Type yes, or no: "
CALENDAR_WRITTEN = "Written to {path}. Open it in your calendar. Doing that again updates it."

EXPORT = """Write everything that you wrote into a new folder, in the open.

It is Markdown to read, and JSON for programs. Anyone who has the folder can read it. Heal is in it
only with --with-heal. It asks first, and asks for the passphrase once more on a terminal.

\b
Example:
  peercoach export --to my-notes
"""
EXPORT_TO = "The folder to make. It may be there already if it is empty."
EXPORT_HEAL = "What you wrote in Heal too."
EXPORT_VERSIONS = "Earlier versions in the Markdown too. In the JSON they always are."

IMPORT = """Keep what is in these files: Markdown, plain text, a jrnl export, or our own export.

A note keeps its date where the file tells one. What is here already is not added again, so the same
file can be imported twice. The files stay as they are.

\b
Example:
  peercoach import journal.json march.md
"""
CHECK = """Read every byte of your notebook, and say what is whole and what is not.

It needs no passphrase for the shape of the files, and one for what is in them. It changes nothing.

\b
Example:
  peercoach check
  peercoach check --deep
"""
CHECK_DEEP = "Read what is in the files too. Asks for the passphrase."

BACKUP = """Make an encrypted copy of your notebook, dated, and read it back.

It opens with the passphrase that the notebook has now. Nothing is ever written over.

\b
Example:
  peercoach backup
  peercoach backup --to /media/stick
"""
BACKUP_TO = "The folder to put it in. Otherwise it goes among the notebook's own, the last five."
RESTORE = """Make a notebook from a backup, in a place where none is.

Every byte is read before and after. The backup stays as it is.

\b
Example:
  peercoach restore /media/stick/2026-11-27-141500-250000 --to ~/notebook.vault
"""
RESTORE_TO = "Where the notebook is to be. Something that stands there is never touched."
PASSPHRASE = """Choose a new passphrase.

Copies made before still open with the old one. If somebody may know it, add --may-be-known.

\b
Example:
  peercoach passphrase
  peercoach passphrase --may-be-known
"""
MAY_BE_KNOWN = "Somebody may know the old one: every key becomes a new one, the spare key too."
SPARE_KEY = """The spare key: it opens your notebook if you forget the passphrase.

\b
Example:
  peercoach spare-key new
"""
SPARE_KEY_NEW = """Make a new spare key. It is shown once, and two groups of it are asked back.

From then on an older one no longer opens.

\b
Example:
  peercoach spare-key new
"""
SPARE_KEY_USE = """Open with the spare key, and choose a new passphrase.

\b
Example:
  peercoach spare-key use
"""

# --- asked ---------------------------------------------------------------------------------------

ASK_NOTE = "Write your note. End with a line holding a single full stop, or with control-D."
ASK_ANSWER = "Write your answer. End with a line holding a single full stop, or with control-D."
ASK_EDIT = (
    "This is the note as it stands. Write it again. End with a line holding a single full stop, "
    "or with control-D."
)
ASK_WORDS = "Words to look for: "
NOT_THE_SAME = "Those two were not the same, and nothing has changed. Try again."
HIDDEN_NOW = "The passphrase of now (it does not show): "
HIDDEN_SPARE = "Your spare key (it does not show): "
NEED_SEEN = "a spare key is shown and asked back"
HISTORY = (
    "Your shell may keep these words in its history. To leave none there, run it without words "
    "and I ask for them."
)

# --- answered ------------------------------------------------------------------------------------

MADE = "Your notebook is made. It lives here: {path}"
MADE_SPARE = (
    "Your spare key is in {path}. It opens the notebook like your passphrase does. "
    "Print it or copy it by hand, keep it away from this computer, then delete the file."
)
NO_WAY_BACK = (
    "Nobody can open it without your passphrase, and nobody can look it up for you. "
    "Write it down and keep it somewhere safe."
)
KEPT = "Kept: {id}"
BESIDE = " · "
JSON_BEHIND = "Here --json stands at the end: peercoach {verb} --json"
LISTED = "{id}  {day}  {kind}  {said}"
RATED = "{label}"
VERSION_OF = "Version of {day}, {time}"
NOT_TAKEN = "There is nothing to keep, so I changed nothing."
FRAMEWORK = "{id}  {title}, version {version}. Elements: {elements}. Questions: {questions}."
PLAN = "{id}  {title}, version {version}. A plan for a session."
CARE = " Asks for care."
UNUSABLE = "{file}  can't be used yet. Things to mend: {count}."
UNUSABLE_FAULT = "  {line}:{column}: {message}"
UNUSABLE_MORE = "  And more. To see all, run: {run}"
RUN_CHECK = "{peercoach} frameworks check {file}"
FAULT = "{file}:{line}:{column}: {message}"
FILE_FINE = "{file}: nothing to mend."
WHOLE = "All that I looked at is whole."
WHOLE_NOTES = "All that I looked at is whole. Notes: {notes}."
SHALLOW = "I looked at the shape of the files. To look inside too, run: {peercoach} check --deep"
PROBLEM = "{where}: {message}"

# --- what does not fit together ------------------------------------------------------------------

BEFORE_VERB = "{option} comes before the command. Nothing is done yet. To do it, run: {line}"
NO_VERB = "There is no command called “{typed}”."
NOT_A_DAY = "“{typed}” is not a day I can read. Write it like 2026-03-14, or today, or yesterday."
DAYS_TURNED = "The first day is after the last one. Turn them round."
NO_SPACE = "There are no notes called “{name}”. For now there are your private ones: private."
NO_WORDS = (
    "There are no words to look for. Type them after the command, or run it in a terminal and I "
    "ask for them."
)
QUESTION_ALONE = "A question needs its element: add --element FRAMEWORK/ELEMENT."
ANSWER_ALONE = "An answer needs its question: add --element FRAMEWORK/ELEMENT and --question ID."
NOT_HERE = (
    "“{title}” asks for a room of its own, with more care than a command has. Nothing is kept."
)
NO_RATING = "“{title}” has no rating. Nothing is kept."
RATING_STAYS = "A rating is not written again. To rate anew, run: {peercoach} rate"
EDIT_FROM = "After the id comes nothing, and I ask, or a dash, and I read standard input."
WORKSHEET_ENDING = (
    "I make worksheets that end in .md, .html or .docx. Give FILE one of these, or say --format."
)
WORKSHEET_OF_PLAN = "“{title}” is a session plan. A worksheet is made of a framework."
WORKSHEET_NO_TERMINAL = "A docx file can't be read on a terminal. Say where, with --to FILE.docx"
NO_PASSPHRASE_FILE = "I can't read the passphrase file {path}. Nothing was opened."
PASSPHRASE_NOT_TEXT = (
    "The passphrase file {path} is not UTF-8 text. Save it again as UTF-8. Nothing was opened."
)
PASSPHRASE_EMPTY = "The first line of the passphrase file is empty. Nothing was opened."
FILE_TAKEN = "There is something at {path} already, and I will not write over it. Nothing is made."
FILE_REFUSED = "I can't write a file at {path}. Nothing is made."
FILE_WITH_SCREEN = (
    "The full interface asks for the passphrase itself. A passphrase file goes with --plain, or "
    "with a command."
)
NO_SCREEN = "There is no terminal to draw on. To have plain lines instead, run: {peercoach} --plain"
PLAIN_AS_CHOSEN = "Plain lines, as you chose. To have the full screen, run: {peercoach} --no-plain"
USAGE = "{message} To see how, run: {command} --help"

# --- last resorts --------------------------------------------------------------------------------

STOPPED = "Stopped. What was kept before is safe."
UNEXPECTED = (
    "Something went wrong inside Peercoach ({what}). What was kept before is safe. Try again; if "
    "it comes back, tell us these words: they hold nothing that you wrote."
)
NO_MEMORY = "This computer has no memory left for that. What was kept before is safe."
NO_ROOM = "There was no room to write the answer. What was kept before is safe."
