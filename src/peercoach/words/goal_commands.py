"""What `goals` and its verbs say of themselves."""

GOALS = """Goals: where you want to go, and what you want for your community.

Alone it lists those that are open.

\b
Example:
  peercoach goals
  peercoach goals add --area community
"""
LIST = """List your goals, the newest first, each with its steps.

\b
Example:
  peercoach goals list --all
"""
LIST_ALL = "The closed ones too."
ADD = """Keep a goal. Without words I ask for the wish, since a shell keeps what you type.

\b
Example:
  peercoach goals add --area career --element peer-leadership/growing-the-peer-team
"""
ADD_AREA = "What it is for."
ADD_HORIZON = "How far ahead it is, in your words."
ADD_ELEMENT = "What it draws on: FRAMEWORK/ELEMENT. May be given again."
STEP = """Keep a step towards a goal, or say what became of one. peercoach goals tells the ids.

\b
Example:
  peercoach goals step 1T0V6M4Q8ZK2B --by "14 April"
  peercoach goals step 1T0V6M4Q8ZK2B --done 0QAB1N57Z2M4C
"""
STEP_BY = "The day it is meant for: 14 April, 2027-04-14, in 2 weeks."
STEP_DONE = "This step is done."
STEP_ASIDE = "This step is put aside."
CHECK_IN = """Say how it goes with a goal, in a line, and how it stands.

\b
Example:
  peercoach goals check-in 1T0V6M4Q8ZK2B --stands 0
"""
CHECK_IN_STANDS = "0 as hoped; 1 or 2 a bit or a lot more; -1 or -2 less."
CLOSE = """Close a goal, with a sentence. Closing is no loss: it can end in three ways.

\b
Example:
  peercoach goals close 1T0V6M4Q8ZK2B --as let-go
"""
CLOSE_AS = "How it ends."
ASK_WISH = "What do you wish for? End with a line holding a single full stop, or with control-D."
ASK_LINE = "How is it going with this? End with a line holding a single full stop."
ASK_STEP = "What is the step? End with a line holding a single full stop, or with control-D."
ASK_CLOSING = "A sentence on how it ended, if you like. End with a line holding a full stop."
LINE = "{id}  {day}  {said}"
STEP_LINE = "  {id}  {said}"
WORDS_AND_STATE = "Say what became of a step, or write a new one; not both at once."
STEPS_DIFFER = "A step is done or put aside. Say one of the two."
