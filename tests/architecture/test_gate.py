"""Writers accept only what was reviewed, and only the review makes it."""

import ast
from pathlib import Path

import peercoach.sharing as sharing

FOLDER = Path(next(iter(sharing.__path__)))
SOURCE = FOLDER.parent


def test_only_the_review_opens_the_gate() -> None:
    """Nothing but the module that defines the gate, and the review, names it or makes the value."""
    naming = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Name) and node.id == "_GATE")
        or (isinstance(node, ast.alias) and node.name == "_GATE")
        or (isinstance(node, ast.Attribute) and node.attr == "_GATE")
        or (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "Reviewed"
        )
    }

    assert naming == {"sharing/leaving.py", "sharing/review.py"}


def test_writers_take_what_was_reviewed() -> None:
    """Every writer's first argument is a ``Reviewed``."""
    writers = sorted(FOLDER.glob("write_*.py"))

    assert writers
    for path in writers:
        public = [
            node
            for node in ast.parse(path.read_text("utf-8")).body
            if isinstance(node, ast.FunctionDef)
            and not node.name.startswith("_")
            and isinstance(node.returns, ast.Name)
            and node.returns.id == "bytes"
        ]
        assert public, path.name
        for node in public:
            annotation = node.args.args[0].annotation
            assert isinstance(annotation, ast.Name) and annotation.id == "Reviewed", path.name
