"""The languages that frameworks can be heard in."""

import msgspec

from peercoach.guide.tongues import tongues
from peercoach.plain.host import Host
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from peercoach.words import screens
from peercoach.workspace import Workspace

ROOM = "elements"


def choose_language(host: Host, work: Workspace) -> None:
    """Offer each language of each framework that has several; the choice holds at once.

    Raises:
        GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
    """
    found = tongues(work.library)
    if not found:
        host.say(screens.NO_OTHER_LANGUAGE)
        return
    lines = []
    for one in found:
        line = words.sentence(here.LANGUAGE_LINE.format(name=one.name, title=one.title))
        lines.append(line + (here.LANGUAGE_CHOSEN if one.chosen else ""))
    host.at(screens.LANGUAGE, screens.LANGUAGE_HINT, *words.numbered(lines), words.CHOOSE_OR_HOME)
    chosen = host.choose(ROOM, len(found))
    if chosen is None:
        return
    one = found[chosen - 1]
    languages = {**host.settings.languages, one.framework: one.language}
    refused = host.change(msgspec.structs.replace(host.settings, languages=languages))
    work.library = work.library.speaking(languages)
    said = here.LANGUAGE_IS.format(title=one.title, name=one.name)
    host.say(said, *([refused] if refused else []))
