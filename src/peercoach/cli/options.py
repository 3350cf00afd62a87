"""Options that several verbs share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from peercoach.errors import UsedWrongly
from peercoach.words import commands as words

_Call = TypeVar("_Call", bound=Callable[..., Any])

PRIVATE = "private"


def as_json(function: _Call) -> _Call:
    """``--json``."""
    return click.option("--json", "as_json", is_flag=True, help=words.JSON)(function)


def space(function: _Call) -> _Call:
    """``--space NAME``; passed on once it is known to be there."""
    return click.option(
        "--space",
        default=PRIVATE,
        metavar="NAME",
        help=words.SPACE,
        expose_value=False,
        callback=_known_space,
    )(function)


def _known_space(ctx: click.Context, parameter: click.Parameter, name: str) -> str:
    if name != PRIVATE:
        raise UsedWrongly(detail=words.NO_SPACE.format(name=name))
    return name
