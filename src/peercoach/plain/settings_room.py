"""The settings: each behind a number, in words; what is changed holds at once."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import inspect

from peercoach.errors import SupportUnreadable
from peercoach.plain.commands import Command, End, Text
from peercoach.plain.host import Host, number_in
from peercoach.plain.support_lines_room import SupportLinesRoom
from peercoach.settings import Settings
from peercoach.words import company, people, support, support_lines
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here

ROOM = "settings"
LINES = "support_lines"
PEOPLE = "people"


class SettingsRoom:
    """What a person chose about the program. ``spare_key`` and ``people``
    are the rooms of these names.
    """

    def __init__(
        self, host: Host, spare_key: Callable[[], None], people: Callable[[], None]
    ) -> None:
        self._host = host
        self._spare_key = spare_key
        self._people = people

    def stay(self) -> None:
        """Offer every setting until enter is pressed.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        self._host.at(*self._told(), again=self._told)
        while self._chosen([*here.NAMES, LINES, PEOPLE]):
            self._host.at(here.SETTINGS_AGAIN, again=self._told)

    def _told(self) -> list[str]:
        lines = [self._line(name) for name in here.NAMES]
        lines.append(words.sentence(support_lines.LINE.format(own=self._own())))
        lines.append(words.sentence(people.SETTING_LINE))
        return [here.SETTINGS, *words.numbered(lines), here.SETTINGS_HOW]

    def _chosen(self, names: list[str]) -> bool:
        """Have one changed; False where the person goes home."""
        while True:
            said = self._host.listen(ROOM)
            if isinstance(said, Command):
                self._lead(said)
                return True
            number = number_in(said, len(names))
            if number is not None and names[number - 1] == LINES:
                SupportLinesRoom(self._host).stay()
                return True
            if number is not None and names[number - 1] == PEOPLE:
                self._people()
                return True
            if number is not None:
                self._change(names[number - 1])
                return True
            if isinstance(said, End) or not said.text.strip():
                return False
            self._host.say(words.NOT_A_CHOICE)

    def _lead(self, said: Command) -> None:
        """Go to the room that a command of the settings names."""
        (self._people if said.action.id == PEOPLE else self._spare_key)()

    def _own(self) -> str:
        """How many support lines of one's own there are."""
        try:
            return support_lines.own(self._host.supporting.own().count)
        except SupportUnreadable:
            return support_lines.UNREADABLE

    # --- one of them ---------------------------------------------------------------------------

    def _line(self, name: str) -> str:
        line = here.SETTING_LINE.format(name=here.NAMES[name], value=self._value(name))
        settings = self._host.settings
        if name == "auto_lock_minutes" and settings.lock_after < settings.auto_lock_minutes:
            minutes = company.minutes(settings.lock_after)
            return words.sentence(line) + here.SETTING_SHARED.format(minutes=minutes)
        return words.sentence(line)

    def _value(self, name: str) -> str:
        """A setting's value in words."""
        value = getattr(self._host.settings, name)
        if name == "auto_lock_minutes":
            return company.minutes(value)
        if name == "text_width":
            return here.COLUMNS.format(count=value)
        return values_of(name).get(value, str(value))

    def _change(self, name: str) -> None:
        values = values_of(name)
        now = here.SETTING_NOW.format(name=here.NAMES[name], value=self._value(name))
        if values:
            lines = [words.sentence(words.capital(value)) for value in values.values()]
            self._host.at(now, *words.numbered(lines), here.SETTING_CHOOSE)
            commands = {"spare_key": self._spare_key, PEOPLE: self._people}
            chosen = self._host.choose(ROOM, len(values), commands, enter=True)
            if chosen is not None:
                self._hold(name, list(values)[chosen - 1])
            return
        least, most = limits(name)
        self._host.at(now, here.SETTING_NUMBER.format(least=least, most=most))
        said = self._host.listen(ROOM)
        typed = said.text.strip().rstrip(".") if isinstance(said, Text) else ""
        if isinstance(said, Command):
            self._lead(said)
        elif typed:
            self._hold(name, int(typed) if typed.isdecimal() and len(typed) < 6 else typed)

    def _hold(self, name: str, value: object) -> None:
        """Have a value hold, if it is one that the settings take."""
        asked = {**msgspec.to_builtins(self._host.settings), name: value}
        try:
            changed = msgspec.convert(asked, Settings)
        except msgspec.ValidationError:
            self._host.say(here.SETTING_NOT_ONE)
            return
        refused = self._host.change(changed)
        said = here.SETTING_IS.format(name=here.NAMES[name], value=self._value(name))
        self._host.say(words.sentence(said), *([refused] if refused else []))


def values_of(name: str) -> Mapping[Any, str]:
    """Every value of a setting with its words; none where it is a number."""
    return support.REGIONS if name == "region" else here.VALUES.get(name, {})


def limits(name: str) -> tuple[int, int]:
    """The least and the most that a setting takes."""
    info = inspect.type_info(Settings)
    assert isinstance(info, inspect.StructType)
    [kind] = [field.type for field in info.fields if field.name == name]
    assert isinstance(kind, inspect.IntType) and kind.ge is not None and kind.le is not None
    return kind.ge, kind.le
