"""``peercoach goals``: where one wants to go, and how it stands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from peercoach.cli import options
from peercoach.cli.answering import say, say_json
from peercoach.cli.asking import text_from
from peercoach.cli.root import HELP_NAMES
from peercoach.cli.setting import Setting
from peercoach.errors import NoSuchGoal, NoSuchNote, NothingFound, UsedWrongly
from peercoach.words import commands as words
from peercoach.words import goal_commands as told
from peercoach.words import goals as said

if TYPE_CHECKING:
    from datetime import date

    from peercoach.journal.goals import GoalLine
    from peercoach.journal.records import StepState
    from peercoach.workspace import Workspace

_text = click.argument("text", nargs=-1, metavar="[TEXT|-]...")
_goal = click.argument("id", metavar="GOAL")


@click.group("goals", help=told.GOALS, context_settings=HELP_NAMES, invoke_without_command=True)
@options.as_json
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Hold the verbs below; alone it lists the open goals."""
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, everything=False, as_json=as_json)
    elif as_json:
        raise UsedWrongly(detail=words.JSON_BEHIND.format(verb=f"goals {ctx.invoked_subcommand}"))


@command.command("list", help=told.LIST)
@click.option("--all", "everything", is_flag=True, help=told.LIST_ALL)
@options.as_json
@click.pass_obj
def list_them(setting: Setting, everything: bool, as_json: bool) -> None:
    """List the open ones, or all."""
    _list(setting, everything=everything, as_json=as_json)


@command.command("add", help=told.ADD)
@_text
@click.option("--area", type=click.Choice(tuple(said.AREAS)), help=told.ADD_AREA)
@click.option("--horizon", default="", metavar="WORDS", help=told.ADD_HORIZON)
@click.option(
    "--element", "elements", multiple=True, metavar="FRAMEWORK/ELEMENT", help=told.ADD_ELEMENT
)
@options.as_json
@click.pass_obj
def add(
    setting: Setting,
    text: tuple[str, ...],
    area: str | None,
    horizon: str,
    elements: tuple[str, ...],
    as_json: bool,
) -> None:
    """Open the notebook, then ask for the wish, then keep it."""
    with setting.open() as work:
        for address in elements:
            work.library.find(address)
        wish = _words(text, told.ASK_WISH)
        id = work.goals.add(wish, area=area or "", horizon=horizon, elements=elements)
        _kept(work, id, as_json=as_json)


@command.command("step", help=told.STEP)
@_goal
@_text
@click.option("--by", metavar="DAY", help=told.STEP_BY)
@click.option("--done", metavar="STEP", help=told.STEP_DONE)
@click.option("--aside", metavar="STEP", help=told.STEP_ASIDE)
@options.as_json
@click.pass_obj
def step(
    setting: Setting,
    id: str,
    text: tuple[str, ...],
    by: str | None,
    done: str | None,
    aside: str | None,
    as_json: bool,
) -> None:
    """Keep a step, or what became of one."""
    if done and aside:
        raise UsedWrongly(detail=told.STEPS_DIFFER)
    if (done or aside) and (text or by):
        raise UsedWrongly(detail=told.WORDS_AND_STATE)
    day = None if by is None else _day(by)
    with setting.open() as work:
        goal = _known(work, id)
        if done or aside:
            state: StepState = "done" if done else "aside"
            number = _number(done or aside or "")
            work.goals.set_step(goal, number, state)
        else:
            work.goals.refuse_closed(goal)
            number = work.goals.add_step(goal, _words(text, told.ASK_STEP), day)
        _kept(work, number, as_json=as_json)


@command.command("check-in", help=told.CHECK_IN)
@_goal
@_text
@click.option("--stands", type=click.IntRange(-2, 2), metavar="N", help=told.CHECK_IN_STANDS)
@options.as_json
@click.pass_obj
def check_in(
    setting: Setting, id: str, text: tuple[str, ...], stands: int | None, as_json: bool
) -> None:
    """Keep a line, how it stands, or both."""
    with setting.open() as work:
        goal = _known(work, id)
        work.goals.refuse_closed(goal)
        line = text_from(text, told.ASK_LINE)
        if not line.strip() and stands is None:
            raise UsedWrongly(detail=words.NOT_TAKEN)
        _kept(work, work.goals.add_check_in(goal, line, stands), as_json=as_json)


@command.command("close", help=told.CLOSE)
@_goal
@_text
@click.option("--as", "how", type=click.Choice(tuple(said.WAYS)), required=True, help=told.CLOSE_AS)
@options.as_json
@click.pass_obj
def close(setting: Setting, id: str, text: tuple[str, ...], how: str, as_json: bool) -> None:
    """Keep how it ended."""
    with setting.open() as work:
        goal = _known(work, id)
        work.goals.refuse_closed(goal)
        work.goals.close_as(goal, how, text_from(text, told.ASK_CLOSING))
        _kept(work, goal, as_json=as_json)


# --- what is answered ----------------------------------------------------------------------------


def _list(setting: Setting, *, everything: bool, as_json: bool) -> None:
    with setting.open() as work:
        goals = work.goals
        found = [*goals.open(), *(goals.closed() if everything else [])]
        if not found:
            raise NothingFound
        for one in found:
            if as_json:
                say_json(_object(one))
            else:
                say(*_lines(one))


def _lines(goal: "GoalLine") -> list[str]:
    """A goal, and its steps below it."""
    from peercoach.goals import telling
    from peercoach.journal import ids
    from peercoach.journal.text import one_line

    day = goal.when.local().date()
    state = "" if goal.open else said.STATES[goal.goal.goal_state]
    parts = (one_line(goal.wish), telling.about(goal), state)
    line = words.BESIDE.join(one for one in parts if one)
    lines = [told.LINE.format(id=ids.to_text(goal.id), day=day.isoformat(), said=line)]
    for step in goal.steps:
        parts = (one_line(step.text), step.step.day, said.STEP_STATES.get(step.step.step_state, ""))
        line = words.BESIDE.join(one for one in parts if one)
        lines.append(told.STEP_LINE.format(id=ids.to_text(step.id), said=line))
    return lines


def _object(goal: "GoalLine") -> dict[str, Any]:
    from peercoach.cli.answering import as_object
    from peercoach.journal import ids

    empty = {"area": "", "horizon": "", "look_at": ""}
    return {**empty, **as_object(goal.note, text=True)} | {
        "stands": goal.stands.check.stands if goal.stands else None,
        "steps": [
            {
                "id": ids.to_text(one.id),
                "text": one.text,
                "day": one.step.day,
                "state": one.step.step_state or "open",
            }
            for one in goal.steps
        ],
        "check_ins": [
            {
                "id": ids.to_text(one.id),
                "written_at": one.when.iso(),
                "text": one.text,
                "stands": one.check.stands,
            }
            for one in goal.checks
        ],
    }


def _kept(work: "Workspace", id: int, *, as_json: bool) -> None:
    from peercoach.journal import ids

    written = work.journal.get(id)
    text = ids.to_text(id)
    if as_json:
        say_json({"id": text, "written_at": written.when.iso()})
    else:
        say(words.KEPT.format(id=text))


# --- what is given -------------------------------------------------------------------------------


def _words(given: Sequence[str], ask: str) -> str:
    text = text_from(given, ask)
    if not text.strip():
        raise UsedWrongly(detail=words.NOT_TAKEN)
    return text


def _known(work: "Workspace", id: str) -> int:
    """The id of a goal that is here, before anything is asked. Raises NoSuchGoal."""
    return work.goals.get(_number(id)).id


def _number(id: str) -> int:
    from peercoach.journal import ids

    try:
        return ids.from_text(id)
    except NoSuchNote:
        raise NoSuchGoal(id=id) from None


def _day(typed: str) -> "date":
    """The day that was typed. Raises NotADay."""
    from peercoach.guide.goal_dates import day_in
    from peercoach.journal.moment import now

    return day_in(typed, now().local().date())
