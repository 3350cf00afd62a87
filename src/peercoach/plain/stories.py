"""An element's story in plain lines: which element, which question, then answer by answer."""

from peercoach.pictures import told
from peercoach.pictures.story import About, Story
from peercoach.plain.host import Host
from peercoach.words import pictures as here
from peercoach.words import plain as words
from peercoach.workspace import Workspace

LISTS = "stories"
ROOM = "story"
PAGE = 3
"""So many answers are said at a time."""


class Stories:
    """The room of stories; ``element`` is the address of one to begin with."""

    def __init__(self, host: Host, workspace: Workspace, element: str = "") -> None:
        self._host = host
        self._work = workspace
        self._element = element

    def stay(self) -> None:
        """Offer elements, then their questions, until enter is pressed.

        Raises:
            GoTo, Ended, Interrupted: the person left, input ended, or a signal came.
        """
        if self._element and self._questions(self._element):
            return
        while True:
            found = self._work.pictures.elements()
            if not found:
                self._host.at(here.STORIES_EMPTY, words.ENTER_GOES_BACK)
                self._host.choose(LISTS, 0, enter=True)
                return
            chosen = self._chosen(here.STORY_ELEMENTS, found)
            if chosen is None:
                return
            self._questions(chosen.id)

    def _questions(self, element: str) -> bool:
        """Offer the questions of an element until enter is pressed; False where it has none."""
        found = self._work.pictures.questions(element)
        while found:
            title = here.STORY_QUESTIONS.format(title=found[0].element_title)
            chosen = self._chosen(title, found)
            if chosen is None:
                return True
            tell(self._host, self._work, element, chosen.id)
        return False

    def _chosen(self, question: str, found: list[About]) -> About | None:
        lines = words.numbered([words.sentence(one.title) for one in found])
        self._host.at(question, *lines, words.CHOOSE_OR_BACK)
        number = self._host.choose(LISTS, len(found), enter=True)
        return None if number is None else found[number - 1]


def tell(host: Host, work: Workspace, element: str, what: str) -> None:
    """Say the story of one question, some answers at a time.

    Raises:
        GoTo, Ended, Interrupted: the person left, input ended, or a signal came.
    """
    story = work.pictures.story(element, what)
    if story is None:
        host.say(here.STORIES_EMPTY)
        return
    heading = [words.sentence(story.title), story.ask, here.STORY_TOLD]
    for start in range(0, len(story.answers), PAGE):
        more = start + PAGE < len(story.answers)
        how = here.STORY_MORE if more else here.STORY_END

        def again(start: int = start, how: str = how) -> list[str]:
            return [*heading, *_page(host, story, start), how]

        host.stand(again)
        if not start:
            host.paragraph(*heading)
        host.say(*_page(host, story, start), how)
        if host.choose(ROOM, 0, enter=True) is not None:
            return


def _page(host: Host, story: Story, start: int) -> list[str]:
    today = host.clock().local().date()
    said: list[str] = []
    for at in range(start, min(start + PAGE, len(story.answers))):
        heading, lines = told.of_answer(story, at, today)
        said += ["", heading, *lines]
    return [*said, ""]
