"""Runs a command line from its first word to its exit code; no error leaves as a traceback."""

import errno
import io
import json
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from peercoach import hardening
from peercoach.errors import PeercoachError, UsedWrongly
from peercoach.words import commands as words

REFUSED = 1
INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Do what these arguments ask.

    Returns 0 when it went well, 1 when the answer is no, 2 for wrong use, 130 after control-C.
    """
    hardening.harden()
    hardening.clean_environment()
    _speak_utf8()
    code = _answered(arguments)
    _let_go_of_output()
    return code


def _answered(arguments: Sequence[str]) -> int:
    as_json = "--json" in arguments
    try:
        code = _commanded(arguments) if arguments else _begun()
        sys.stdout.flush()
    except PeercoachError as error:
        return _report(error.kind, str(error), error.exit_code, as_json)
    except (KeyboardInterrupt, EOFError):
        return _report("stopped", words.STOPPED, INTERRUPTED, as_json)
    except BrokenPipeError:
        # Whoever read our answer went away before its end.
        return REFUSED
    except OSError as error:
        sentence = words.NO_ROOM if error.errno == errno.ENOSPC else _unexpected(error)
        return _report(PeercoachError.kind, sentence, REFUSED, as_json)
    except MemoryError:
        return _report(PeercoachError.kind, words.NO_MEMORY, REFUSED, as_json)
    except Exception as error:
        return _report(PeercoachError.kind, _unexpected(error), REFUSED, as_json)
    return code if isinstance(code, int) else 0


def _begun() -> int:
    """No words at all: the interface, at once. Click is left out, since importing it takes time."""
    from peercoach.cli.interface import start
    from peercoach.cli.setting import Setting

    return start(Setting.of())


def _commanded(arguments: Sequence[str]) -> object:
    """Have click find out what is asked.

    Raises:
        UsedWrongly: it does not fit together.
        KeyboardInterrupt: a question was answered with control-C.
    """
    import click

    from peercoach.cli.order import misplaced
    from peercoach.cli.root import root

    try:
        return root.main(list(arguments), prog_name="peercoach", standalone_mode=False)
    except click.UsageError as error:
        detail = misplaced(arguments, error.ctx) or _usage(error)
        raise UsedWrongly(detail=detail) from None
    except click.Abort:
        raise KeyboardInterrupt from None


def _report(kind: str, sentence: str, code: int, as_json: bool) -> int:
    """Say one sentence on standard error, and with ``--json`` the same as an object."""
    with suppress(OSError, ValueError):
        print(sentence, file=sys.stderr)
        if as_json:
            said = {"error": {"kind": kind, "message": sentence}}
            print(json.dumps(said, ensure_ascii=False), file=sys.stderr)
        sys.stderr.flush()
    return code


def _usage(error: Any) -> str:
    """A ``click.UsageError`` in one sentence, with where to look further."""
    message = " ".join(error.format_message().split())
    command = error.ctx.command_path if error.ctx else "peercoach"
    return words.USAGE.format(message=message, command=command)


def _unexpected(error: Exception) -> str:
    """What went wrong and where, never with what: a message may quote what someone wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    where = f", {os.path.basename(last.filename)} {last.lineno}" if last else ""
    return words.UNEXPECTED.format(what=type(error).__name__ + where)


def _let_go_of_output() -> None:
    """Where nobody reads any more, let nothing more be written: Python would try once more at its
    own end, complain, and change the exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _speak_utf8() -> None:
    """UTF-8 in and out whatever the locale; a stream that was closed reads as empty."""
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BytesIO())
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, io.TextIOWrapper(io.BytesIO()))
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
