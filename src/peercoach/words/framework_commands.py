"""What `frameworks` and its verbs say of themselves."""

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
