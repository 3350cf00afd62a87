"""A JSON export of jrnl: ``{"tags": {…}, "entries": [{"title", "body", "date", "time", …}]}``.

One entry alone is read too, as jrnl writes it when it exports into a folder. A title is the first
sentence of what was written, so it comes back in front of the body. What an entry says besides is
kept in words where a person gave it: tags that do not stand in the text, and a star.
"""

from peercoach.journal.carry import dates
from peercoach.journal.carry.found import Contents, Found, Refused, Telling, Where
from peercoach.journal.text import clean
from peercoach.words import carry as words


def is_jrnl(value: object) -> bool:
    """Whether a JSON value looks like an export of jrnl, or like one entry of it."""
    return isinstance(value, dict) and (isinstance(value.get("entries"), list) or _is_entry(value))


def read(value: dict[str, object]) -> Contents:
    """The notes of an export.

    Raises:
        Refused: it has no entry.
    """
    entries = value["entries"] if isinstance(value.get("entries"), list) else [value]
    contents = Contents()
    assert isinstance(entries, list)
    for number, entry in enumerate(entries, start=1):
        where = Where("entry", number)
        if not isinstance(entry, dict) or not _is_entry(entry):
            contents.told.append(Telling("not-readable", where))
        elif not (text := _text(entry)).strip():
            contents.told.append(Telling("nothing-written", where))
        else:
            contents.notes.append(_note(entry, text, where, contents))
    if not entries:
        raise Refused("nothing-in-it")
    return contents


def _is_entry(entry: dict[str, object]) -> bool:
    said = [entry.get(name, "") for name in ("title", "body", "date", "time")]
    return all(isinstance(one, str) for one in said) and any(name in entry for name in _WRITTEN)


_WRITTEN = ("title", "body")


def _note(entry: dict[str, object], text: str, where: Where, contents: Contents) -> Found:
    written = f"{entry.get('date', '')} {entry.get('time', '')}".strip()
    dated = dates.at_start(written)
    if dated is not None and not written[dated.end :].strip():
        return Found(text, where, dated.shown, dated.written)
    if written:
        contents.told.append(Telling("date-not-read", where))
        text = f"{clean(written)}\n{text}"
    return Found(text, where)


def _text(entry: dict[str, object]) -> str:
    title, body = (clean(str(entry.get(name, ""))) for name in _WRITTEN)
    text = "\n".join(part for part in (title.strip("\n"), body.strip("\n")) if part)
    tags = entry.get("tags")
    said = [clean(tag) for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    apart = [tag for tag in said if tag.casefold() not in text.casefold()]
    if apart:
        text += "\n\n" + words.TAGS.format(tags=", ".join(apart))
    if entry.get("starred") is True and text:
        text += ("\n" if apart else "\n\n") + words.STARRED
    return text
