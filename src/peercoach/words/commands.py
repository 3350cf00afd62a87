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
PORTABLE = "Leave nothing on this computer outside the notebook: no settings, no state."
FRAMEWORKS_DIR = "A folder with frameworks of your own."
VERSION = "Say which version this is."
JSON = "Answer as JSON, one object a line."
HELP = "Show this help."

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
DELETED = "Deleted. To bring it back within 30 days, run: peercoach undelete {id}"
DELETED_FOR_GOOD = "Deleted for good."
NOT_DELETED = "Nothing was deleted."
NEED_YES = "your yes; where nobody can be asked, add --yes"
ASK_SHRED = "Delete this note for good? There is no way back. Type yes, or no: "
UNDELETE = """Bring a deleted note back, as it was.

\b
Example:
  peercoach undelete 1T0V6M4Q8ZK2B
"""

FRAMEWORKS = """What can be asked: frameworks that came with Peercoach, and your own.

\b
Example:
  peercoach frameworks list
"""
FRAMEWORKS_LIST = """List the frameworks, with those that can't be used yet.

\b
Example:
  peercoach frameworks list --json
"""
FRAMEWORKS_SHOW = """Show a framework or a session plan whole, with the ids of its questions.

\b
Example:
  peercoach frameworks show peer-leadership
"""
FRAMEWORKS_NEW = """Make a framework or a session plan of your own.

I ask a few questions and write a file with notes in it, ready to edit. With --title I ask nothing.

\b
Example:
  peercoach frameworks new
  peercoach frameworks new --title "Our team" --to our-team.yaml
"""
NEW_TO = "Write it here. Otherwise into your own frameworks folder."
NEW_ID = "The id, small letters with dashes. Otherwise one made of the title."
NEW_TITLE = "What it is called."
NEW_ABOUT = "What it is for, in a sentence or two."
NEW_LANGUAGE = "The language of its questions, such as en-GB or cy."
NEW_ELEMENT = "A theme, by its title. Give it again for each one more."
NEW_QUESTION = "A question of the first theme. Give it again for each one more."
NEW_RATING = "With a rating in three steps."
NEW_CARE = "It touches on things that weigh: with a door, a short time and people to call."
NEW_SESSION = "A session plan instead of a framework."
NEW_MINUTES = "How long a session takes."
FRAMEWORKS_SCHEMA = """Print the JSON Schema of frameworks and session plans.

An editor that knows YAML can use it to complete and check what you type.

\b
Example:
  peercoach frameworks schema > peercoach.schema.json
"""
FRAMEWORKS_WORKSHEET = """Make a worksheet to print, of a framework or some of its elements.

It goes to standard output, or into a new FILE.

\b
Example:
  peercoach frameworks worksheet peer-leadership --to sheet.html
  peercoach frameworks worksheet peer-leadership --element sharing-the-movement --large-print
"""
WORKSHEET_FORMAT = "Otherwise by the ending of FILE; md where there is none."
WORKSHEET_LARGE = "Large letters and wide lines."
WORKSHEET_TO = "Write it here; nothing is written over."
WORKSHEET_ELEMENT = "This element alone. Give it again for each one more."
FRAMEWORKS_CHECK = """Check framework files: every error with its line and column.

Without a file I check every framework that I can see.

\b
Example:
  peercoach frameworks check our-team.yaml
"""

CHECK = """Read every byte of your notebook, and say what is whole and what is not.

It needs no passphrase for the shape of the files, and one for what is in them. It changes nothing.

\b
Example:
  peercoach check
  peercoach check --deep
"""
CHECK_DEEP = "Read what is in the files too. Asks for the passphrase."

# --- asked ---------------------------------------------------------------------------------------

ASK_NOTE = "Write your note. End with a line holding a single full stop, or with control-D."
ASK_ANSWER = "Write your answer. End with a line holding a single full stop, or with control-D."
ASK_EDIT = (
    "This is the note as it stands. Write it again. End with a line holding a single full stop, "
    "or with control-D."
)
ASK_WORDS = "Words to look for: "
NOT_THE_SAME = "Those two were not the same. Nothing was made. Try again."
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
LISTED = "{id}  {day}  {kind}  {title}"
RATED = "{label}"
VERSION_OF = "Version of {day}, {time}"
NOT_TAKEN = "There is nothing to keep, so I changed nothing."
FRAMEWORK = "{id}  {title}, version {version}. Elements: {elements}. Questions: {questions}."
PLAN = "{id}  {title}, version {version}. A plan for a session."
CARE = " Asks for care."
UNUSABLE = "{file}  can't be used yet. Things to mend: {count}."
UNUSABLE_FAULT = "  {line}:{column}: {message}"
UNUSABLE_MORE = "  And more. To see all, run: {run}"
RUN_CHECK = "peercoach frameworks check {file}"
FAULT = "{file}:{line}:{column}: {message}"
FILE_FINE = "{file}: nothing to mend."
WHOLE = "All that I looked at is whole."
WHOLE_NOTES = "All that I looked at is whole. Notes: {notes}."
SHALLOW = "I looked at the shape of the files. To look inside too, run: peercoach check --deep"
PROBLEM = "{where}: {message}"

# --- what does not fit together ------------------------------------------------------------------

NO_VERB = "There is no command called “{typed}”."
NOT_A_DAY = "“{typed}” is not a day I can read. Write it like 2026-03-14, or today, or yesterday."
DAYS_TURNED = "The first day is after the last one. Turn them round."
NO_SPACE = "There are no notes called “{name}”. For now there are your private ones: private."
QUESTION_ALONE = "A question needs its element: add --element FRAMEWORK/ELEMENT."
ANSWER_ALONE = "An answer needs its question: add --element FRAMEWORK/ELEMENT and --question ID."
NOT_HERE = (
    "“{title}” asks for a room of its own, with more care than a command has. Nothing is kept."
)
NO_RATING = "“{title}” has no rating. Nothing is kept."
RATING_STAYS = "A rating is not written again. To rate anew, run: peercoach rate"
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
NO_SCREEN = "There is no terminal to draw on. To have plain lines instead, run: peercoach --plain"
USAGE = "{message} To see how, run: {command} --help"

# --- last resorts --------------------------------------------------------------------------------

STOPPED = "Stopped. What was kept before is safe."
UNEXPECTED = (
    "Something went wrong inside Peercoach ({what}). What was kept before is safe. Try again; if "
    "it comes back, tell us these words: they hold nothing that you wrote."
)
NO_MEMORY = "This computer has no memory left for that. What was kept before is safe."
NO_ROOM = "There was no room to write the answer. What was kept before is safe."
