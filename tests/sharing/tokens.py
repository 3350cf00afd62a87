"""Text as words, as simply as can be: a second opinion that shares nothing with ours."""

import unicodedata


def words(text: str) -> list[str]:
    """Runs of letters and digits, without case, accents and what shows nothing."""
    found, word = [], ""
    for letter in unicodedata.normalize("NFKD", text.replace("ʼ", "'")).casefold():
        kind = unicodedata.category(letter)
        if kind in ("Mn", "Me", "Cf"):
            continue
        if letter.isalnum() or kind == "Mc":
            word += letter
        elif word:
            found.append(word)
            word = ""
    return [*found, word] if word else found


def count(name: str, text: list[str]) -> int:
    """How often a name stands in a text, word for word."""
    wanted = words(name)
    size = len(wanted)
    return sum(text[at : at + size] == wanted for at in range(len(text) - size + 1)) if size else 0
