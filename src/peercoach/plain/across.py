"""From a question to what it lines up with, and back to the same character."""

from collections.abc import Callable, Sequence
from functools import partial

from peercoach.conversation import Conversation
from peercoach.guide.aligned import aligned
from peercoach.plain import tell
from peercoach.plain.host import Host
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from peercoach.words import reflect
from peercoach.workspace import Across, Workspace

ROOM = "within"

Go = tuple[str, Callable[[], None]]
"""What can be gone to: its line, and what goes there."""
Start = Callable[[Callable[[], Conversation]], None]
"""Goes through a reflection that is made by what it is given."""


def offered(
    work: Workspace, found: Sequence[Across], begin: Callable[[str], None], start: Start
) -> list[Go]:
    """To go on there, or to begin; then each question by itself."""
    lines: list[Go] = []
    for one in found:
        title = tell.title(one.framework, one.element)
        if one.waits:
            line = here.ACROSS_GO_ON.format(title=title)
            lines.append((line, partial(start, partial(work.resume, one.waits))))
        lines.append((here.ACROSS_BEGIN.format(title=title), partial(begin, one.address)))
        lines += [
            (question.ask, partial(start, partial(work.begin_one, one.address, question.id)))
            for question in one.element.questions
        ]
    return lines


def where_to(
    host: Host,
    work: Workspace,
    talk: Conversation,
    begin: Callable[[str], None],
    start: Start,
) -> Callable[[], None] | None:
    """Say what the question lines up with; what goes where the person chose to, if they did.

    Raises:
        GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
    """
    found = work.across(talk)
    if not found:
        title = aligned(work.library, talk.reflection.now.element)
        said = reflect.LINES_UP_ELSEWHERE.format(title=title)
        host.say(said if title else reflect.LINES_UP_WITH_NOTHING)
        return None
    for one in found:
        title = words.sentence(tell.title(one.framework, one.element))
        host.say(here.ACROSS.format(title=title), *one.element.what_it_is)
    ways = offered(work, found, begin, start)
    lines = [words.sentence(line) for line, _ in ways]
    with host.meanwhile():
        host.at(*words.numbered(lines), here.ACROSS_HOW)
        chosen = host.choose(ROOM, len(ways), enter=True)
    return None if chosen is None else ways[chosen - 1][1]
