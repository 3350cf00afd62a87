"""The JSON Schema of both documents, for editors that complete and check YAML as one types.

It says all that a schema can: keys, kinds, shapes, what is needed. Ids that must differ or be
there, scales that rise and minutes that add up are checked on reading alone.
"""

import json
from typing import Any, Final

from peercoach.frameworks.format import FRAMEWORK, SESSION
from peercoach.frameworks.model import FRAMEWORK_FORMAT, SESSION_FORMAT
from peercoach.frameworks.records import Record

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """One schema for any file: ``format`` tells which document it is.

    A file with ``extends`` may leave out what it takes over.
    """
    return {
        "$schema": _DRAFT,
        "title": "Peercoach: a framework or a session plan",
        "type": "object",
        "required": ["format"],
        "properties": {"format": {"enum": [FRAMEWORK_FORMAT, SESSION_FORMAT]}},
        "if": {"properties": {"format": {"const": SESSION_FORMAT}}},
        "then": _document(SESSION),
        "else": _document(FRAMEWORK),
    }


def schema_text() -> str:
    """The schema as JSON, ending with a line break."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _document(record: Record) -> dict[str, Any]:
    return {
        "if": {"required": ["extends"]},
        "then": record.schema(whole=False),
        "else": record.schema(whole=True),
    }
