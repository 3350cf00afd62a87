"""What is said about a framework file that can't be used yet: what I found, what I looked for."""

from collections.abc import Iterable
from itertools import islice

_LONGEST_SHOWN = 40
_MOST_OPTIONS = 20

# --- pieces --------------------------------------------------------------------------------------

NOTHING = "nothing"
A_LIST = "a list"
A_GROUP = "a group of keys"


def shown(text: str) -> str:
    """What stands in a file, safe to show: short, on one line, without control characters."""
    printable = "".join(c if c.isprintable() else "·" for c in text[: _LONGEST_SHOWN + 1])
    if len(text) > _LONGEST_SHOWN:
        printable = printable[:_LONGEST_SHOWN] + "…"
    return f"“{printable}”"


def did_you_mean(nearest: str) -> str:
    """The piece of a sentence that offers the nearest name; nothing where none is near."""
    return f" Did you mean “{nearest}”?" if nearest else ""


def _choice(options: Iterable[str]) -> str:
    names = [f"`{option}`" for option in islice(options, _MOST_OPTIONS + 1)]
    if len(names) > _MOST_OPTIONS:
        names[_MOST_OPTIONS:] = ["…"]
    return ", ".join(names)


def _instead(nearest: str, options: Iterable[str], none: str) -> str:
    if nearest:
        return f"Did you mean “{nearest}”?"
    choice = _choice(options)
    return f"I know these: {choice}." if choice else none


# --- the file as a whole -------------------------------------------------------------------------

EMPTY_FILE = (
    "The file is empty. I looked for a framework or a session plan. To begin with a file that "
    "works, use `peercoach frameworks new`."
)
NOT_THERE = "There is no file here."
NO_FOLDER = "There is no folder here."
FOLDER_NOT_OPENED = "This computer does not let me look into this folder."
NOT_OPENED = "This computer does not let me read this file."


def too_big(limit: int) -> str:
    """The file holds more bytes than is ever read."""
    return f"The file is larger than I read: {limit} bytes is the most. Part it into two files."


NOT_UTF8 = "These bytes are not UTF-8 text. Save the file again as UTF-8."
TAB = "I found a tab. Use spaces instead."


def control_character(code: int) -> str:
    """A character that can't be seen, or that turns text around, stands in the file."""
    return f"I found a character that can't be seen (U+{code:04X}). Take it out."


TOO_DEEP = (
    "Too many things stand inside one another here. Compare the spaces and brackets with a file "
    "that works."
)
TOO_MANY = "There is more in this file than I read. Part it into two files."
TOO_MANY_ALIASES = "I found too many references (`*name`). Write the text itself instead."
ALIAS_IN_ITSELF = "This reference (`*name`) points into itself. Write the text itself instead."
MORE_DOCUMENTS = "A second document begins here. Keep one in each file."
MORE_TO_MEND = "There is more to mend after this. Mend these first, then look again."


def unknown_alias(name: str) -> str:
    """Plain text began with ``*``, which YAML takes for a reference."""
    return (
        f"I found a reference to {shown(name)}, which is not in this file. "
        "If * belongs to the text, put quotes round the text."
    )


def tag_found(tag: str) -> str:
    """A YAML tag such as ``!!python/object``, or text that begins with ``!``."""
    return (
        f"I found the tag {shown(tag)}. I read no tags. "
        "If ! belongs to the text, put quotes round the text."
    )


# --- format, id, extends -------------------------------------------------------------------------


def format_missing(formats: Iterable[str]) -> str:
    """The file does not say what it is."""
    return f"`format` is missing. I know these: {_choice(formats)}."


def format_unknown(found: str, formats: Iterable[str]) -> str:
    """``format`` names something that was never ours."""
    return f"`format`: I found {found}, and I know these: {_choice(formats)}."


def format_newer(found: str) -> str:
    """``format`` names a version that a newer program reads."""
    return f"`format`: {shown(found)} needs a newer Peercoach. Update it, or ask for an older file."


def expected_document(found: str) -> str:
    """The file as a whole is not a group of keys."""
    return (
        f"I looked for lines that begin with a key, such as `format:` and `id:`, and found {found}."
    )


def id_taken(id: str, file: str) -> str:
    """Another file of the same folder has this id already."""
    return (
        f"`id`: {shown(id)} is already used by {file} in the same folder. "
        "Give one of them another id."
    )


def base_missing(id: str, nearest: str) -> str:
    """``extends`` names something that is not installed."""
    return f"`extends`: I have nothing called {shown(id)} to build on.{did_you_mean(nearest)}"


def base_unusable(id: str) -> str:
    """``extends`` names a file that has faults of its own."""
    return f"`extends`: {shown(id)} can't be used yet. Mend that file first."


def base_other_format(id: str) -> str:
    """A framework extends a session plan, or the other way round."""
    return f"`extends`: {shown(id)} has another `format` than this file. Build on one of the same."


def base_circle(ids: Iterable[str]) -> str:
    """Files extend one another in a circle."""
    way = " → ".join(shown(id) for id in ids)
    return f"`extends`: this goes round in a circle: {way}. Take `extends` out of one of them."


# --- keys ----------------------------------------------------------------------------------------


def unknown_key(found: str, nearest: str, options: Iterable[str]) -> str:
    """A key that the format does not have here."""
    if nearest:
        return f"`{shown(found)[1:-1]}`: did you mean `{nearest}`?"
    return f"I don't know the key {shown(found)} here. These can stand here: {_choice(options)}."


def double_key(name: str, line: int) -> str:
    """The same key twice in one group."""
    return f"`{name}` stands here twice: it is on line {line} too. Take one of them out."


KEY_NOT_A_WORD = "I looked for a key, one word with a colon after it."


def key_missing(name: str) -> str:
    """A key that must be there is not."""
    return f"`{name}` is missing. Write it in, with a colon and a value after it."


def empty(name: str) -> str:
    """A key with nothing after it."""
    return f"`{name}` is empty. Write something after it, or take the line out."


EMPTY_ITEM = "This item of the list is empty. Write something after the dash, or take it out."


def expected_text(name: str, found: str) -> str:
    """Text was looked for."""
    return f"`{name}`: I looked for text, and found {found}. Put quotes round text with : {{ or [."


def expected_list(name: str, found: str) -> str:
    """A list was looked for."""
    return f"`{name}`: I looked for a list, each item after a dash, and found {found}."


def expected_group(name: str, keys: Iterable[str], found: str) -> str:
    """A group of keys was looked for."""
    return f"`{name}`: I looked for a group of keys ({_choice(keys)}), and found {found}."


def one_line(name: str) -> str:
    """Text that must fit one line has a line break in it."""
    return f"`{name}` has more than one line. Write it as one line, or begin the text with >-"


def expected_whole(name: str, least: int, most: int, found: str) -> str:
    """A whole number in a range was looked for."""
    return f"`{name}`: I looked for a whole number from {least} to {most}, and found {found}."


def expected_flag(name: str, found: str) -> str:
    """True or false was looked for."""
    return f"`{name}`: I looked for true or false, and found {found}."


def expected_choice(name: str, options: Iterable[str], found: str, nearest: str) -> str:
    """One of a few words was looked for."""
    return (
        f"`{name}`: I looked for one of {_choice(options)}, and found {found}."
        f"{did_you_mean(nearest)}"
    )


_PATTERNS = {
    "id": "small letters and digits, with single dashes between words, such as sharing-hope",
    "version": "three numbers with dots, such as 1.0.0",
    "language": "a language code, such as en-GB or cy",
    "url": "an address that begins with https:// or http://",
}


def expected_pattern(name: str, pattern: str, found: str) -> str:
    """Text of a certain shape was looked for."""
    return f"`{name}`: I looked for {_PATTERNS[pattern]}, and found {found}."


def too_few(name: str, least: int) -> str:
    """A list is shorter than it may be."""
    return f"`{name}` needs at least {least} in its list. Add more, each after a dash."


def double_id(id: str, line: int) -> str:
    """The same id twice in one list."""
    return (
        f"`id`: {shown(id)} is used twice in this list: it is on line {line} too. "
        "Give one of them another id."
    )


# --- what must fit together ----------------------------------------------------------------------


def scale_double(value: int) -> str:
    """Two steps of a scale have the same value."""
    return f"`value`: {value} stands twice on this scale. Give each step a value of its own."


def scale_order(value: int, before: int) -> str:
    """The steps of a scale do not rise."""
    return f"`value`: {value} comes after {before}. Let the values of a scale rise."


def level_unknown(found: str, nearest: str, options: Iterable[str]) -> str:
    """A question names a level that the framework does not have."""
    instead = _instead(nearest, options, "This framework has no `levels`.")
    return f"`level`: there is no level {shown(found)}. {instead}"


def approach_unknown(found: str, nearest: str, options: Iterable[str]) -> str:
    """A prompt belongs to an approach that the plan does not have."""
    instead = _instead(nearest, options, "This plan has no `approaches`.")
    return f"`approach`: there is no approach {shown(found)}. {instead}"


def element_unknown(name: str, found: str, nearest: str, options: Iterable[str]) -> str:
    """A step, or an alignment within the same file, names an element that is not there."""
    instead = _instead(nearest, options, "This framework has no `elements`.")
    return f"`{name}`: there is no element {shown(found)}. {instead}"


def care_minutes(most: int) -> str:
    """A care framework must say how long it takes, and keep it short."""
    return f"`care: true` needs `minutes`, from 1 to {most}: what is heavy is done in small pieces."


CARE_OFF = (
    "`care`: what this builds on has `care: true`, and that can't be turned off. Take the line out."
)
EXPOSURES_NEED_CARE = (
    "`exposures` can stand only where there is `care: true`. Add that, or take them out."
)


def minutes_order(value: int, before: int) -> str:
    """The lengths of a plan do not rise."""
    return f"`minutes`: {value} comes after {before}. Let the lengths of a plan rise."


def minutes_columns(found: int, wanted: int) -> str:
    """A part gives another number of lengths than its plan."""
    return (
        f"`minutes`: I found {found} here, and the plan comes in {wanted}. "
        "Give one number for each length of the plan."
    )


def minutes_sum(total: int, length: int) -> str:
    """The parts of a plan don't add up to its length."""
    return (
        f"`minutes`: the parts add up to {total}, and the plan is {length} long. "
        "Change the one or the other."
    )


def alignment_absent(framework: str, element: str, nearest: str) -> str:
    """An element lines up with one that is not there; said by a check of the whole library."""
    return (
        f"`aligned_to`: I have no element “{framework}/{element}” here.{did_you_mean(nearest)} "
        "The file can be used all the same."
    )


# --- how what ships is worded --------------------------------------------------------------------

NO_QUESTION_MARK = "does not end with a question mark"
TWO_QUESTIONS = "asks more than one question"
EXCLAMATION_MARK = "has an exclamation mark"


def too_long(length: int, most: int) -> str:
    """A question is longer than one takes in at a glance."""
    return f"is {length} characters long, and {most} is the most"
