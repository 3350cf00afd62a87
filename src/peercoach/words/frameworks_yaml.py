"""What is said where a file is no YAML: what to look at, for somebody who never met YAML."""

_NOT_CLOSED = "A quotation mark was opened and never closed."
_BRACKETS = "A bracket or brace was opened here and not closed, or a comma is missing."
_MISFIT = (
    "This line does not fit what stands above. Compare the spaces at the start of both; if the "
    "text begins with a quotation mark, it must end with one."
)
_YAML_PROBLEMS = {
    "mapping values are not allowed": "I found a colon where I did not look for one. If it "
    "belongs to the text, put quotes round the whole text. If not, compare the spaces at the "
    "start of this line with the line above.",
    "cannot start any token": "Text can't begin with this character. Put quotes round the text.",
    "unexpected end of stream": _NOT_CLOSED,
    "document separator": _NOT_CLOSED,
    "expected ':'": "I looked for a colon after this key, and found none. If this line belongs "
    "to the text above, begin it with more spaces.",
    "escape": "Inside double quotes, \\ has a meaning of its own. Use single quotes.",
    "expected ',' or": _BRACKETS,
    "flow": _BRACKETS,
    "expected '-' indicator": "I looked for a dash in line with the dashes above. Compare the "
    "spaces at the start of this line with theirs.",
    "expected <block end>": _MISFIT,
    "did not find expected key": _MISFIT,
    "block sequence entries are not allowed": "A dash can't stand here. Put it on a line of its "
    "own.",
}


def yaml_problem(problem: str) -> str:
    """YAML's own complaint, said in words for somebody who has never met YAML."""
    for part, sentence in _YAML_PROBLEMS.items():
        if part in problem:
            return sentence
    return f"I can't read this as YAML ({problem[:80]}). Compare it with the lines above."
