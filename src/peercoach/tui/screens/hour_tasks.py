"""What is typed in a line about protected time: a day and a time, where one moves to, a file."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from peercoach.errors import FileTaken
from peercoach.hours import Hours
from peercoach.journal.hours import ProtectedTime
from peercoach.tui.screens.typed_line import AGAIN
from peercoach.tui.widgets.choices import Row
from peercoach.words import hours as words

Tell = Callable[[str], None]


class Choosing:
    """A day and a time for protected time; how it comes round is seen before it is kept."""

    title, ask, hint, start = words.TITLE, words.ASK, words.EXAMPLES, ""

    def __init__(self, hours: Hours, told: Tell) -> None:
        self._hours = hours
        self.told = told
        self._ways: list[ProtectedTime] = []

    def read(self, typed: str) -> tuple[str, Sequence[Row]]:
        """Raises ``WhenNotUnderstood``."""
        hour = self._hours.understood(typed)
        self._ways = [hour, *self._hours.other_ways(hour)]
        rows = [Row("0", words.KEEP, space=1)]
        rows += [
            Row(str(at), words.keep_as(one.repeat, self._hours.repeats(one)), space=int(at == 1))
            for at, one in enumerate(self._ways[1:], 1)
        ]
        rows.append(Row(AGAIN, words.ANOTHER, space=1))
        return words.UNDERSTOOD.format(said=self._hours.said(hour)), rows

    def take(self, answer: str) -> str:
        """Raises ``VaultError``: nothing was changed."""
        hour = self._ways[int(answer)]
        self._hours.keep(hour)
        return words.KEPT.format(said=self._hours.said(hour))


class Moving:
    """Another day and time for a single one."""

    title, ask, hint, start = words.TITLE, words.ASK_MOVE, words.MOVE_EXAMPLE, ""

    def __init__(self, hours: Hours, day: date, told: Tell) -> None:
        self._hours = hours
        self._day = day
        self.told = told

    def read(self, typed: str) -> tuple[str, Sequence[Row]]:
        """Raises ``WhenNotUnderstood``, ``VaultError``: nothing was changed."""
        self._hours.move(self._day, typed)
        [moved] = [one.said for one in self._hours.coming() if one.day == self._day] or [""]
        return words.MOVED.format(said=moved).strip(), ()

    def take(self, answer: str) -> str:
        """Nothing is asked once more: it can be moved again."""
        return answer


class Filing:
    """Where a calendar file goes, and whether its entries say what they are."""

    title, ask, hint = words.FILE_TITLE, words.FILE_ASK, words.FILE_HINT

    def __init__(self, hours: Hours, told: Tell) -> None:
        self._hours = hours
        self.told = told
        self.start = str(Path("~") / words.FILE_NAME)
        self._path = Path()

    def read(self, typed: str) -> tuple[str, Sequence[Row]]:
        """Raises ``EmptyCalendar``, ``UsedWrongly``."""
        self._path = Path(typed.strip() or self.start).expanduser()
        self._hours.calendar()
        taken = self._path.exists()
        if taken and not self._path.is_file():
            raise FileTaken(path=self._path)
        said = words.FILE_THERE if taken else words.FILE_NEW
        rows = [
            Row("open", words.FILE_OVER if taken else words.FILE_WRITE, space=1),
            Row("neutral", words.FILE_NEUTRAL, detail=words.FILE_NEUTRAL_ABOUT, space=1),
            Row(AGAIN, words.FILE_ELSEWHERE, space=1),
        ]
        return said.format(path=self._path), rows

    def take(self, answer: str) -> str:
        """Raises ``UsedWrongly``, ``VaultError``: nothing was written."""
        neutral = answer == "neutral"
        self._hours.write_calendar(self._path, neutral=neutral, over=self._path.exists())
        return words.FILE_WRITTEN.format(path=self._path)
