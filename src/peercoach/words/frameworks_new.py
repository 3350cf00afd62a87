"""What `frameworks new` asks, and the file it writes, with notes for whoever edits it."""

# --- asked ---------------------------------------------------------------------------------------

ASK_TITLE = "What shall it be called? "
ASK_ABOUT = "What is it for? One or two sentences, or enter to leave that for later: "
ASK_ELEMENT = "Name one theme to think about, or enter if that is all: "
ASK_QUESTION = "A question for it, or enter if that is all: "
ASK_RATING = "Shall people be able to rate each theme in three steps? Type yes, or enter for no: "
YES = frozenset({"y", "yes"})

NEEDS_TITLE = "I need a title. Give one with --title, or run this in a terminal and I ask."
NEEDS_PLACE = "With --portable I write nothing on this computer. Say where, with --to FILE."
ID_TAKEN = "There is “{id}” here already. Choose another with --id. Nothing is made."
ID_SHAPE = (
    "“{id}” can't be an id. An id has small letters and digits, with single dashes between words, "
    "such as sharing-hope. Nothing is made."
)
PLAN_HAS_NONE = "A session plan has parts, no elements. Leave out --element and --question."
PLAN_MINUTES = "A session plan here takes from {least} to {most} minutes. Nothing is made."
ONE_LINE = "“{text}” can't stand in the file as it is. Write it on one line. Nothing is made."

# --- answered ------------------------------------------------------------------------------------

MADE = "Made: {path}"
THEN = (
    "It can be used at once. Open it in any text editor to go on. To see whether it is right, "
    "run: {peercoach} frameworks check {path}"
)
OUTSIDE = "To use it, put it in your own folder, {folder}, or start with: --frameworks {parent}"

# --- what stands in a new file where nothing was said --------------------------------------------

ABOUT = "Questions of our own, to think with alone or beside someone."
ELEMENT = "Starting somewhere"
QUESTION = "What have you noticed lately?"
RATING_ASK = "How much do we live this?"
RATING_STEPS = ("We do this very little", "We do this sometimes", "We do this all the time")

# --- the file ------------------------------------------------------------------------------------

FRAMEWORK = """\
# Lines that begin with # are notes for you. Take them out, or leave them: nothing reads them.
# To add a line below, take its # and the one space after it away.
# After each change, run: peercoach frameworks check
format: peercoach/framework/1

# The name that answers point at. Never change it once people have written answers.
id: {id}
title: {title}

# When you change wording, raise the last number: 1.0.1
version: 1.0.0
language: {language}
about: {about}
{care}
# Where ideas or names come from, and how they are used. Wording belongs to its owners.
# sources:
#   - title: A book, a talk, a model
#     publisher: Who made it
#     year: 2024
#     use: Ideas only. The wording here is our own.

# Who with lived experience has read these questions.
reviewed_by: []
{rating}
elements:
{elements}"""

CARE = """
# The door, the short time and the people to call come with this.
care: true
minutes: 10
"""

RATING = """
ratings:
  - id: practice
    ask: {ask}
    scale:
{steps}
"""
STEP = "      - {{value: {value}, label: {label}}}"

ELEMENT_TEXT = """\
  - id: {id}
    title: {title}
    # what_it_is:
    #   - One thing that this is
    # why_it_matters: Why it is worth some thought.
    # what_it_is_not:
    #   - One way in which it goes wrong
    questions:
{questions}"""
QUESTION_TEXT = """\
      - id: {id}
        ask: {ask}
        # hint: A person, a place, one sentence you remember.
"""

SESSION = """\
# Lines that begin with # are notes for you. Take them out, or leave them: nothing reads them.
# After each change, run: peercoach frameworks check
format: peercoach/session/1

# The name of this plan. Never change it once it has been used.
id: {id}
title: {title}

# When you change wording, raise the last number: 1.0.1
version: 1.0.0
language: {language}
about: {about}

# How long it takes. The minutes of the parts have to add up to it.
minutes: {minutes}

# one, two or group
people: two
reviewed_by: []

# What you agree on before anything else.
agreement:
  questions:
    - id: who-reads-it
      ask: What may each of us write down, and who reads it?
    - id: when-it-can-not-hold
      ask: When can what is said here not stay here?

parts:
  - id: arrive
    title: Arriving
    minutes: {arrive}
  - id: talk
    title: Talking
    minutes: {talk}
    # everyone, in-turn, listened-to, listener, host or no-one
    speaks: in-turn
    prompts:
      - id: what-for
        ask: What would you like from this time?
  - id: close
    title: Closing
    minutes: {close}
"""
