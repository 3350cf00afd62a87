"""Everything that is done to a vault, in one list: each harness takes its steps from here.

An operation plans a step from the state alone: what it will do, with ids and texts chosen, and
what must be there afterwards. So what is compared never comes from the vault itself. A new way of
changing a vault is one more entry in :data:`OPERATIONS`, and every harness then breaks it too.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from peercoach.journal import documents
from peercoach.journal.moment import Moment
from peercoach.journal.records import CheckIn, Entry, Goal, GoalStep
from peercoach.journal.store import Journal
from peercoach.vault import recovery
from peercoach.vault.drafts import Drafts
from peercoach.vault.files import Files
from peercoach.vault.vault import Vault
from tests.faults.states import EMPTIED, GONE, REMOVED, State, with_part
from tests.vault.vaults import Kept, note

TOLD = {"deleted_at": 1, "deleted_offset": 0, "deleted_zone": "GMT"}
IN_HEAL = " in heal"
"""How the name of an operation on what is being typed in Heal ends."""
_GOAL = "goal: "
_THEN = Moment(1_790_000_000_000, 60, "BST")
MANY = 40
"""Living notes from which on more are deleted than written."""


@dataclass
class Hand:
    """A vault held open, and what is needed to open it again."""

    path: Path
    spare_key: str
    files: Files
    vault: Vault

    @classmethod
    def on(cls, kept: Kept, files: Files) -> "Hand":
        """Open a vault on this disk."""
        return cls(kept.path, kept.spare_key, files, kept.open(files))

    def again(self) -> None:
        """Close it and open it again on the same disk."""
        self.vault.lock()
        self.vault = Vault.open(self.path, spare_key=self.spare_key, files=self.files)


@dataclass(frozen=True)
class Step:
    """Something about to be done, and what must be there when it has returned.

    With ``late`` an error may also come when all is there already: something is tidied after it.
    """

    name: str
    after: State
    do: Callable[[Hand], None]
    late: bool = False


Plan = Callable[[State, random.Random, str], Step | None]


@dataclass(frozen=True)
class Operation:
    """A way of changing a vault; ``plan`` gives None where the state has nothing to do it to."""

    name: str
    weight: int
    plan: Plan


def _words(chance: random.Random, text: str) -> str:
    """A text of its own, of a few words, or now and then of several sectors."""
    return f"{text} " + "word " * chance.choice([0, 0, 3, 40, 900])


def _new_id(state: State, chance: random.Random) -> int:
    """One that nothing has: the same chance may come twice."""
    while (id := chance.getrandbits(62) + 1) in state.notes or id in state.heal:
        pass
    return id


def _with(state: State, changes: Mapping[int, tuple[str, ...]]) -> State:
    return replace(state, notes={**state.notes, **changes})


def _drafts_with(state: State, part: str, key: str, text: str | None) -> State:
    drafts = {name: kept for name, kept in getattr(state, part).items() if name != key}
    return with_part(state, part, drafts if text is None else {**drafts, key: text})


def _add(state: State, chance: random.Random, text: str) -> Step:
    """Two notes in one commit, or one: half of a commit would be seen."""
    new = {
        _new_id(state, chance): _words(chance, f"{text}.{n}")
        for n in range(chance.choice([1, 1, 2]))
    }

    def do(hand: Hand) -> None:
        hand.vault.private.commit({id: note(said) for id, said in new.items()})

    return Step("add", _with(state, {id: (said,) for id, said in new.items()}), do)


def _heal(state: State, chance: random.Random, text: str) -> Step:
    id, said = _new_id(state, chance), _words(chance, text)
    after = replace(state, heal={**state.heal, id: (said,)})
    return Step("heal", after, lambda hand: hand.vault.heal.commit({id: note(said)}))


def _put(name: str, among: Callable[[State], list[int]]) -> Plan:
    """A further version of a document: of one that is shown, or of one that was removed."""

    def plan(state: State, chance: random.Random, text: str) -> Step | None:
        ids = among(state)
        if not ids:
            return None
        id, said = chance.choice(ids), _words(chance, text)
        after = _with(state, {id: (*state.notes[id], said)})
        return Step(name, after, lambda hand: hand.vault.private.commit({id: note(said)}))

    return plan


def _remove(state: State, chance: random.Random, text: str) -> Step | None:
    """Remove one and write another, in one commit."""
    if len(state.living) < 2:
        return None
    id, new = chance.choice(state.living), _new_id(state, chance)
    after = _with(state, {id: (*state.notes[id], REMOVED), new: (text,)})
    return Step(
        "remove", after, lambda hand: hand.vault.private.commit({new: note(text)}, [id], TOLD)
    )


def _shred(state: State, chance: random.Random, text: str) -> Step | None:
    known = [*state.living, *state.removed]
    if len(known) < 2:
        return None
    most = len(known) // 2 if len(known) > MANY else min(2, len(known) - 1)
    ids = chance.sample(known, chance.randint(1, most))
    after = _with(state, dict.fromkeys(ids, (GONE,)))
    return Step("shred", after, lambda hand: hand.vault.private.shred(ids, TOLD))


def _keep_only(state: State, chance: random.Random, text: str) -> Step | None:
    if not state.living:
        return None
    id, said = chance.choice(state.living), _words(chance, text)
    earlier = (one if one == REMOVED else EMPTIED for one in state.notes[id])
    after = _with(state, {id: (*earlier, said)})
    return Step("keep only", after, lambda hand: hand.vault.private.keep_only(id, note(said)))


def _goal(state: State, chance: random.Random, text: str) -> Step:
    """A goal with what belongs to it, in one commit; the texts say which these are."""
    id = _new_id(state, chance)
    texts = {id: f"{_GOAL}{text}"}
    for n in range(chance.choice([1, 2, 4])):
        texts[_new_id(state, chance)] = _part_of(id) + _words(chance, f"{text}.{n}")

    def do(hand: Hand) -> None:
        hand.vault.private.commit({one: _of_goal(id, one, said) for one, said in texts.items()})

    return Step("goal", _with(state, {one: (said,) for one, said in texts.items()}), do)


def _of_goal(goal: int, id: int, said: str) -> documents.Document:
    if id == goal:
        entry = Entry(kind="goal", text=said, more=Goal(hoped="Once"))
    elif id % 2:
        entry = Entry(kind="goal-step", text=said, more=GoalStep(goal=goal))
    else:
        entry = Entry(kind="check-in", text=said, more=CheckIn(goal=goal, stands=0))
    return documents.new(entry, _THEN)


def _shred_goal(state: State, chance: random.Random, text: str) -> Step | None:
    """Delete a goal for good: its steps and looks, removed before or not, go with it at once."""
    known = [*state.living, *state.removed]
    last = {id: [one for one in state.notes[id] if one != REMOVED][-1] for id in known}
    goals = [id for id, said in last.items() if said.startswith(_GOAL)]
    if not goals:
        return None
    goal = chance.choice(goals)
    gone = [goal, *(id for id, said in last.items() if said.startswith(_part_of(goal)))]
    if len(gone) == len(known):
        return None
    after = _with(state, dict.fromkeys(gone, (GONE,)))
    return Step(
        "shred goal",
        after,
        lambda hand: Journal(hand.vault.private, hand.vault.drafts).shred(goal),
        late=True,  # What is typed about it goes last.
    )


def _shred_in_heal(state: State, chance: random.Random, text: str) -> Step | None:
    """Delete some of what stands in Heal for good, all of it at once."""
    known = [id for id, versions in state.heal.items() if versions[-1] != GONE]
    if not known:
        return None
    ids = chance.sample(known, chance.randint(1, len(known)))
    after = replace(state, heal={**state.heal, **dict.fromkeys(ids, (GONE,))})
    return Step(
        f"shred{IN_HEAL}",
        after,
        lambda hand: Journal(hand.vault.heal, hand.vault.heal_drafts).shred_all(ids),
        late=True,
    )


def _part_of(goal: int) -> str:
    return f"part of {goal}: "


def _compact(space: str) -> Plan:
    return lambda state, chance, text: Step(
        "compact" if space == "private" else f"compact {space}",
        state,
        lambda hand: getattr(hand.vault, space)._log.rewrite(),
    )


def _drafts_of(part: str) -> tuple[Plan, Plan, Plan]:
    """Typing, ending and cleaning in the private space, or in Heal, whose file comes and goes."""
    within = IN_HEAL if part == "heal_drafts" else ""

    def of(hand: Hand) -> Drafts:
        found: Drafts = getattr(hand.vault, part)
        return found

    def type_(state: State, chance: random.Random, text: str) -> Step:
        key, said = chance.choice("ab"), _words(chance, text)
        after = _drafts_with(state, part, key, said)
        return Step(f"type{within}", after, lambda hand: of(hand).save(key, {"text": said}))

    def end(state: State, chance: random.Random, text: str) -> Step | None:
        drafts = getattr(state, part)
        if not drafts:
            return None
        key = chance.choice(sorted(drafts))
        after = _drafts_with(state, part, key, None)
        return Step(f"end{within}", after, lambda hand: of(hand).end(key))

    def clean(state: State, chance: random.Random, text: str) -> Step:
        return Step(f"clean{within}", state, lambda hand: of(hand).clean())

    return type_, end, clean


_type, _end, _clean = _drafts_of("drafts")
_type_in_heal, _end_in_heal, _clean_in_heal = _drafts_of("heal_drafts")


def _spare_key(state: State, chance: random.Random, text: str) -> Step:
    new = recovery.write(recovery.make(chance.randbytes))

    def do(hand: Hand) -> None:
        hand.vault.keep_spare_key(new)
        hand.spare_key = new

    return Step("spare key", replace(state, spare_key=new), do)


def _reopen(state: State, chance: random.Random, text: str) -> Step:
    return Step("reopen", state, Hand.again)


OPERATIONS: tuple[Operation, ...] = (
    Operation("add", 6, _add),
    Operation("heal", 2, _heal),
    Operation("edit", 4, _put("edit", lambda state: state.living)),
    Operation("bring back", 1, _put("bring back", lambda state: state.removed)),
    Operation("remove", 2, _remove),
    Operation("shred", 2, _shred),
    Operation("keep only", 1, _keep_only),
    Operation("goal", 1, _goal),
    Operation("shred goal", 2, _shred_goal),
    Operation(f"shred{IN_HEAL}", 1, _shred_in_heal),
    Operation("compact", 2, _compact("private")),
    Operation("compact heal", 1, _compact("heal")),
    Operation("type", 5, _type),
    Operation("end", 2, _end),
    Operation("clean", 1, _clean),
    Operation(f"type{IN_HEAL}", 4, _type_in_heal),
    Operation(f"end{IN_HEAL}", 3, _end_in_heal),
    Operation(f"clean{IN_HEAL}", 1, _clean_in_heal),
    Operation("spare key", 1, _spare_key),
    Operation("reopen", 1, _reopen),
)


def planned(state: State, chance: random.Random, text: str, *, open_still: bool = False) -> Step:
    """A step of a kind chosen by weight; ``text`` is found in what it writes and nowhere else.

    With ``open_still`` it is none that closes the vault.
    """
    chosen = [one for one in OPERATIONS if not (open_still and one.name == "reopen")]
    many = 10 if len(state.living) > MANY else 1
    weights = [one.weight * (many if one.name == "shred" else 1) for one in chosen]
    while True:
        (operation,) = chance.choices(chosen, weights)
        step = operation.plan(state, chance, text)
        if step is not None:
            return step
