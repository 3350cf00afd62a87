"""The palette: every action of the room one is in, and those that lead elsewhere from anywhere.

Each is found by its name or by what one calls it.
"""

from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from peercoach.actions import Action
from peercoach.tui import keys
from peercoach.tui.guarded import GuardedApp
from peercoach.tui.messages import Asked
from peercoach.tui.screens.room import Room
from peercoach.words import screens as words


class Registry(Provider):
    """Feeds the palette from the registry of actions, and from nothing else."""

    @property
    def _room(self) -> str:
        return self.screen.room if isinstance(self.screen, Room) else "unlock"

    def _actions(self) -> tuple[Action, ...]:
        return keys.of_palette(
            self._room, open=isinstance(self.app, GuardedApp) and self.app.is_open
        )

    def _named(self, action: Action) -> str:
        key = f"  {keys.key_name(action.key)}" if action.key else ""
        return f"{keys.label(action, self._room)}{key}"

    async def discover(self) -> Hits:
        for action in self._actions():
            yield DiscoveryHit(
                self._named(action),
                partial(self.app.post_message, Asked(action.id)),
                help=keys.explanation(action, self._room),
            )

    async def search(self, query: str) -> Hits:
        wanted = query.casefold().strip()
        nothing = True
        for action in self._actions():
            name = self._named(action)
            explanation = keys.explanation(action, self._room)
            # Its name first, then what else it is called, then what it does.
            places = (name, action.also, explanation)
            found = [_begins_a_word(wanted, place) for place in places]
            if any(found):
                nothing = False
                yield Hit(
                    1.0 - found.index(True) / 4,
                    name,
                    partial(self.app.post_message, Asked(action.id)),
                    help=explanation,
                )
        if nothing:
            yield Hit(0.1, words.NOTHING_SUCH, lambda: None)


def _begins_a_word(wanted: str, text: str) -> bool:
    return f" {wanted}" in f" {text.casefold()}"


def palette() -> CommandPalette:
    """A palette fed from the registry alone."""
    return CommandPalette(providers=[Registry], placeholder=words.PALETTE)
