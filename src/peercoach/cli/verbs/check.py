"""``peercoach check``: reads every byte and says what is whole; changes nothing."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from peercoach.cli import options
from peercoach.cli.answering import say, say_json
from peercoach.cli.setting import Setting, say_aside
from peercoach.errors import KeyringDamaged, KeyringForged, KeyringMissing
from peercoach.words import check as checked
from peercoach.words import commands as words
from peercoach.words.running import named

if TYPE_CHECKING:
    from peercoach.vault.check import Part, Problem, Report


@click.command("check", help=words.CHECK)
@click.option("--deep", is_flag=True, help=words.CHECK_DEEP)
@options.as_json
@click.pass_obj
def command(setting: Setting, deep: bool, as_json: bool) -> int:
    """Look at the shape of the files, and with a passphrase at what is in them."""
    from peercoach.journal.documents import references
    from peercoach.vault.check import check, newest_whole_backup
    from peercoach.vault.standing import refuse_no_vault

    # Said before the passphrase is asked for, not after.
    refuse_no_vault(setting.vault)
    passphrase = setting.passphrase() if deep else setting.given_passphrase()
    try:
        report = check(setting.vault, passphrase, references=references)
    except (KeyringDamaged, KeyringForged, KeyringMissing):
        if backup := newest_whole_backup(setting.vault):
            say_aside(checked.RESTORE_FROM.format(backup=backup, path=setting.vault))
        raise
    if as_json:
        say_json(_as_object(report))
    else:
        say(*_lines(report, deep=passphrase is not None))
        if passphrase is None and sys.stderr.isatty():
            say_aside(named(words.SHALLOW))
    return 0 if report.ok else 1


def _as_object(report: "Report") -> dict[str, Any]:
    from peercoach.journal import ids

    problems = [
        {
            "kind": one.kind,
            "where": one.where,
            "message": checked.sentence(one.kind),
            "lost": one.lost.frames,
            "notes_lost": [ids.to_text(id) for id in one.lost.notes],
            "versions_lost": [ids.to_text(id) for id in one.lost.versions],
            "saved_in": one.saved_in,
        }
        for one in report.problems
    ]
    parts = [{"what": one.what, "where": one.where, "whole": one.whole} for one in report.parts]
    return {
        "ok": report.ok,
        "problems": problems,
        "notes": report.notes,
        "conflicts": report.conflicts,
        "parts": parts,
        "newest_whole_backup": report.newest_whole_backup,
    }


def _lines(report: "Report", *, deep: bool) -> Iterator[str]:
    """What is whole, what is not and what that costs, what else lies there, and all in one line."""
    from peercoach.vault.check import ASIDE, OTHER

    aside = [one for one in report.parts if one.what == ASIDE]
    others = [one.where for one in report.parts if one.what == OTHER]
    for part in report.parts:
        if part.what not in (ASIDE, OTHER):
            yield _part(part)
    for problem in report.problems:
        yield words.PROBLEM.format(where=problem.where, message=checked.sentence(problem.kind))
        yield from _cost(problem, deep=deep)
    yield from _backups(report)
    if aside:
        yield checked.ASIDE.format(count=len(aside))
    if others:
        yield checked.OTHERS.format(names=", ".join(others))
    if report.ok:
        known = report.notes is not None
        yield words.WHOLE_NOTES.format(notes=report.notes) if known else words.WHOLE


def _part(part: "Part") -> str:
    from peercoach.vault.check import BACKUP

    what = checked.what(part.what, part.where.rpartition("/")[2])
    if not part.whole:
        return checked.PART_AMISS.format(what=what)
    # Whether anything was written in Heal is nobody's business who looks over a shoulder: not its
    # count, nor one that leaves it over when it is taken from the whole.
    counted = part.notes is not None and part.what == BACKUP
    return (checked.PART_NOTES if counted else checked.PART).format(what=what, notes=part.notes)


def _cost(problem: "Problem", *, deep: bool) -> Iterator[str]:
    from peercoach.journal import ids

    if problem.kind != "log-damaged":
        return
    lost = problem.lost
    if not lost.known:
        yield checked.NOTHING_READ
    elif lost.frames:
        yield checked.LOST.format(frames=lost.frames)
    elif deep:
        yield checked.NOTHING_LOST
    for id in lost.notes:
        yield checked.NOTE_GONE.format(id=ids.to_text(id))
    for id in lost.versions:
        yield checked.VERSION_GONE.format(id=ids.to_text(id))
    if problem.saved_in:
        yield checked.SAVED.format(backup=problem.saved_in)
    elif lost.frames and not deep:
        yield checked.LOST_UNKNOWN


def _backups(report: "Report") -> Iterator[str]:
    from peercoach.vault.check import BACKUP

    if report.newest_whole_backup:
        yield checked.NEWEST.format(backup=report.newest_whole_backup)
    elif not report.ok or any(one.what == BACKUP for one in report.parts):
        yield checked.NO_BACKUP
