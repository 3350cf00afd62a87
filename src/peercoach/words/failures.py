"""What is said when something goes wrong: what happened, what is safe, what to do next."""

from collections.abc import Mapping

from peercoach.words import goals, people, running, share, sharing, support_lines

_SENTENCES: dict[str, str] = {
    "error": "Something went wrong. Nothing you kept is touched. Try again.",
    "used-wrongly": "{detail}",
    "nothing-found": "I found nothing that fits.",
    "deleted-for-good": "That note was deleted for good, so nothing more can be kept in it. "
    "Write it as a new one.",
    "no-such-note": "There is no note with that id. To see your notes, run: {peercoach} list",
    "no-such-goal": goals.NO_SUCH_GOAL,
    "goal-closed": goals.IS_CLOSED,
    "not-a-day": goals.NOT_A_DAY,
    "day-gone-by": goals.GONE_BY,
    "no-terminal": "I need to ask you something ({need}), and there is no terminal to ask on. "
    "Run this again in a terminal.",
    "export-taken": "Something is already at {path}, and I will not write over it. Nothing was "
    "written. Choose a folder that is empty or not there yet.",
    "export-left-over": "There is something at {path} that I did not write, so I left it alone. "
    "Nothing was written. Move it away, or choose another folder.",
    "when-not-understood": "{detail}",
    "file-taken": "There is something at {path} already. I left it as it is, and wrote nothing.",
    "dictionary-unusable": sharing.UNUSABLE,
    "still-known": share.STILL_KNOWN,
    "not-reviewed": share.NOT_REVIEWED,
    "bad-recipient": share.BAD_RECIPIENT,
    "name-left": share.NAME_LEFT,
    "name-in-file-name": share.NAME_IN_FILE_NAME,
    "names-model-missing": sharing.NO_MODEL,
    "names-model-damaged": sharing.MODEL_DAMAGED,
    "support-unreadable": support_lines.FAULTY,
    "support-line-refused": "{detail}",
    "known-refused": "{detail}",
    "no-such-known": people.NO_SUCH,
    "empty-calendar": "There is nothing to put in a calendar yet. Choose protected time first, or "
    "a day to look at a goal.",
    "framework-faulty": "The framework file {file} can't be used yet. Things to mend: {count}. "
    "To see each one, run: {peercoach} frameworks check {file}",
    "no-such-framework": "There is no framework called “{id}”.{nearest} To see what there is, run: "
    "{peercoach} frameworks list",
    "no-such-element": "There is no element at “{address}”.{nearest} To see what there is, run: "
    "{peercoach} frameworks list",
    "no-such-question": "That element has no question called “{question}”.{nearest} To see its "
    "questions, run: {peercoach} frameworks show",
    "no-such-rating": "That rating does not fit this element. These do: {values}.",
    "vault": "Your notebook could not do that. What was kept before is still there.",
    "no-vault": "There is no notebook at {path}. To make one, run: {peercoach} init",
    "vault-exists": "Something is already at {path}, and I will not write over it. "
    "Choose another place with --vault.",
    "not-a-vault": "What is at {path} is not a notebook. I changed nothing. "
    "Choose another place with --vault.",
    "newer-format": "The notebook at {path} was written by a newer Peercoach. Nothing is lost. "
    "Update Peercoach, then open it again.",
    "wrong-passphrase": "That passphrase does not open this notebook. The notebook is whole, and "
    "nothing is lost. Check capital letters and spaces, then try again.",
    "weak-passphrase": "A passphrase needs at least {least} characters. Four or five words that "
    "only you would put together are easy to remember and hard to guess.",
    "wrong-spare-key": "That spare key is written well, but it does not open this notebook. "
    "Nothing is lost. It may belong to another notebook.",
    "spare-key-misread": "Something in that spare key is not as it was written. Nothing is lost. "
    "Compare it group by group with your copy, then try again.",
    "keyring-missing": "The key file of the notebook at {path} is not there. Your notes are, but "
    "nothing opens without it. Look for keyring.json in your backups, or in a sync program's bin, "
    "and put it back.",
    "keyring-damaged": "Both copies of the key file at {path} are damaged. Your passphrase is not "
    "the problem. Your notes are still there, and an older copy of the key file opens them: put "
    "back keyring.json from a backup.",
    "keyring-forged": "The key file at {path} was changed by something other than Peercoach. "
    "I will not use it. Your notes are still there: put back keyring.json from a backup.",
    "keyring-stale": "The key file at {path} is older than the notes beside it. Nothing is lost. "
    "Put the whole notebook folder back from one backup, not parts of two.",
    "key-file-unsure": "The disk failed while I was changing your passphrase, so I locked your "
    "notebook. Nothing is lost. One of the two opens it: try the new one first, then the old one.",
    "absurd-parameters": "The key file asks for work that no notebook of ours asks for, so I did "
    "not start it. Put back keyring.json from a backup.",
    "vault-busy": "Your notebook is open in another window. Nothing is lost. Lock or close it "
    "there, then try again.",
    "vault-locked": "Your notebook is locked. What you kept is safe. Unlock it to go on.",
    "log-damaged": "A part of {path} is damaged. What is whole can be read, and nothing was "
    "changed. To see what is whole, run: {peercoach} check",
    "log-missing": "A file of your notebook is not where it should be: {path}. Nothing was "
    "changed. Look for it in your backups, or in a sync program's bin.",
    "read-only": "I can read your notes, but I can't write here: {path}. What you kept is safe. "
    "To see why, run: {peercoach} check",
    "not-permitted": "This computer does not let me open {path}. Nothing was changed. Ask whoever "
    "looks after it, or choose another place with --vault.",
    "disk-full": "There is no room left on the disk that holds {path}. What was kept before is "
    "safe. Make some room, then keep this again.",
    "write-failed": "The computer could not write to {path}. What was kept before is safe. "
    "Try again. If it happens once more, copy the notebook folder to another disk.",
    "note-too-long": "That is longer than one note can be ({limit} bytes). Nothing is lost. "
    "Keep it as two notes.",
    "diverged": "Another program, perhaps one that syncs, put a different file in place of {path}. "
    "I wrote all that was kept here into the folder set-aside beside it, so nothing of it is lost. "
    "What you type now is kept as a draft. Lock, then open your notebook again.",
}


def sentence(kind: str, facts: Mapping[str, object]) -> str:
    """The sentence for an error of this kind, with its facts put in."""
    return running.named(_SENTENCES[kind], **facts)


def kinds() -> frozenset[str]:
    """Every kind that has a sentence."""
    return frozenset(_SENTENCES)
