"""Fills the templates of what leaves as text. A name that a template lacks is an error, no gap."""

from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

import jinja2


def filled(
    package: str,
    template: str,
    values: Mapping[str, Any],
    *,
    escape: bool,
    filters: Mapping[str, Callable[..., Any]] | None = None,
) -> str:
    """A template of a package, filled. ``escape``: as HTML, no text is ever more than its words."""
    environment = jinja2.Environment(
        autoescape=escape,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters or {})
    source = files(package).joinpath(template).read_text("utf-8")
    return environment.from_string(source).render(values)
