"""The documentation of the commands says what they say."""

import re

from tests.cli.help_texts import DOCUMENT, filled, helps, named


def test_every_command_is_documented() -> None:
    """Each command has its place in the document, and the document has no other."""
    assert named(DOCUMENT.read_text("utf-8")) == list(helps())


def test_help_is_as_it_is() -> None:
    """The help texts in the document are those of the commands."""
    document = DOCUMENT.read_text("utf-8")

    assert filled(document) == document


def test_every_help_has_an_example() -> None:
    """Every help shows an example that begins with the command itself."""
    for path, text in helps().items():
        example = text.partition("Example:\n")[2]
        assert re.search(rf"^ *(cat [^|]*\| )?{path.split()[0]}\b", example, re.MULTILINE), path
        assert path.split()[-1] in example, path


def test_no_secret_in_an_example() -> None:
    """No example puts the words of a note, or a passphrase, on a command line."""
    for path, text in helps().items():
        assert not re.search(r"peercoach (note|search) [\"'a-z]", text), path
