"""``peercoach init``: makes a notebook without the interface."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from peercoach.cli import options
from peercoach.cli.answering import say, say_json
from peercoach.cli.choosing import new_passphrase
from peercoach.cli.setting import Setting
from peercoach.errors import UsedWrongly
from peercoach.words import commands as words


@click.command("init", help=words.INIT)
@click.option("--name", default="", metavar="NAME", help=words.INIT_NAME)
@click.option(
    "--spare-key-to",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help=words.INIT_SPARE,
)
@options.as_json
@click.pass_obj
def command(setting: Setting, name: str, spare_key_to: Path | None, as_json: bool) -> None:
    """Make it, then the spare key if one was asked for."""
    from peercoach.vault.folder import refuse_taken
    from peercoach.vault.vault import Vault

    # Said before a passphrase is chosen, not after.
    refuse_taken(setting.vault)
    passphrase = new_passphrase(setting.given_passphrase())
    if spare_key_to is None:
        Vault.create(setting.vault, passphrase, name=name).lock()
    else:
        spare_key_to = spare_key_to.expanduser()
        with _new_file(spare_key_to) as descriptor:
            vault = Vault.create(setting.vault, passphrase, name=name)
            try:
                os.write(descriptor, vault.make_spare_key().encode("ascii") + b"\n")
                os.fsync(descriptor)
            finally:
                vault.lock()
    if as_json:
        say_json({"vault": str(setting.vault)})
        return
    say(words.MADE.format(path=setting.vault))
    if spare_key_to is not None:
        say(words.MADE_SPARE.format(path=spare_key_to))
    say(words.NO_WAY_BACK)


@contextmanager
def _new_file(path: Path) -> Iterator[int]:
    """A file that only this person can read, made now or not at all; gone again on an error.

    Raises:
        UsedWrongly: something is there already, or it can't be made.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise UsedWrongly(detail=words.SPARE_TAKEN.format(path=path)) from None
    except OSError:
        raise UsedWrongly(detail=words.SPARE_REFUSED.format(path=path)) from None
    try:
        yield descriptor
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)
