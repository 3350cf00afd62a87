"""What `frameworks show` says of a framework or a session plan, line by line."""

HEAD = "{title} ({id}, version {version}, {language})"
CARE = "It asks for care: a door, a short time, and people to call come with it."
MINUTES = "Minutes: {minutes}."
EXTENDS = "It builds on: {id}."
TAGS = "Tags: {tags}."
REVIEWED = "Reviewed by: {names}."
RATING = "Rating: {ask} ({id})"
STEP = "  {value}. {label}"
LEVELS = "Levels"
EXPOSURES = "Exposures"
STEPS = "Steps"
ITEM = "  {title} ({id})"
WITH_ELEMENTS = "    Elements: {elements}."
ELEMENT = "{title} ({address})"
ALIGNED = "  Lines up with: {title} ({address})"
IS = "  What it is:"
WHY = "  Why it matters: {text}"
IS_NOT = "  What it is not:"
BULLET = "    - {text}"
QUESTIONS = "  Questions:"
QUESTION = "    {ask} ({id})"
HINT = "      Hint: {text}"
FOLLOW_UP = "      Then: {text}"
LEVEL = "      Level: {id}"
INNER_TAGS = "      Tags: {tags}."
EXAMPLES = "  Living it: {text}"
PROMPTS = "  A coach could ask:"
SOURCES = "It draws on"
SOURCE_USE = "    {text}"

LENGTHS = "It comes in lengths of {lengths} minutes."
PEOPLE = {"one": "For one person.", "two": "For two people.", "group": "For a group."}
SECOND_SIGN_IN = "The second person signs in as well."
PRINCIPLES = "What an agreement starts from"
AGREED = "What is agreed"
APPROACHES = "Ways to go about it"
PARTS = "Parts"
PART = "{title} ({id}). {minutes}{speaks}{pause}"
PART_MINUTES = "Minutes: {minutes}. "
NO_MINUTES = "No time of its own. "
SPEAKS = {
    "everyone": "Everyone speaks.",
    "in-turn": "Each speaks in turn.",
    "listened-to": "The one who is listened to speaks.",
    "listener": "The listener speaks.",
    "host": "The host speaks.",
    "no-one": "No one has to speak.",
}
BREAK = " A break."
ABOUT = "  {text}"
PROMPT = "  {ask} ({id})"
PROMPT_HEADING = "  {heading} [{approach}]"
PROMPT_HEADING_ALONE = "  {heading}"
PROMPT_HINT = "    Hint: {text}"
