"""As much of JSON Schema 2020-12 as our schema uses; a keyword it doesn't know is an error."""

import re
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}
_NOTES = {"$schema", "title", "then", "else"}


def fits(schema: dict[str, Any], value: Any) -> bool:
    """Whether ``value`` is valid by ``schema``."""
    return all(_holds(name, schema, value) for name in schema if name not in _NOTES)


def _holds(name: str, schema: dict[str, Any], value: Any) -> bool:
    said = schema[name]
    match name:
        case "type":
            return any(_is(one, value) for one in ([said] if isinstance(said, str) else said))
        case "const":
            return bool(value == said)
        case "enum":
            return value in said
        case "anyOf":
            return any(fits(one, value) for one in said)
        case "if":
            return fits(schema["then" if fits(said, value) else "else"], value)
    if isinstance(value, str):
        return name != "pattern" or re.search(said, value) is not None
    if isinstance(value, dict):
        return _holds_of_object(name, schema, value)
    if isinstance(value, list):
        return _holds_of_list(name, said, value)
    if name in ("minimum", "maximum"):
        return bool(value >= said if name == "minimum" else value <= said)
    return _known(name)


def _is(type_name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return type_name == "boolean"
    return isinstance(value, _TYPES[type_name])


def _holds_of_object(name: str, schema: dict[str, Any], value: dict[str, Any]) -> bool:
    known = schema.get("properties", {})
    match name:
        case "required":
            return set(schema[name]) <= set(value)
        case "properties":
            return all(fits(known[key], one) for key, one in value.items() if key in known)
        case "additionalProperties":
            assert schema[name] is False
            return set(value) <= set(known)
    return _known(name)


def _holds_of_list(name: str, said: Any, value: list[Any]) -> bool:
    match name:
        case "items":
            return all(fits(said, one) for one in value)
        case "minItems":
            return len(value) >= int(said)
    return _known(name)


def _known(name: str) -> bool:
    """A keyword for values of another type holds; one that nobody wrote here must not pass."""
    others = {"required", "properties", "additionalProperties", "items", "minItems", "pattern"}
    if name not in others | {"minimum", "maximum"}:
        raise NotImplementedError(name)
    return True
