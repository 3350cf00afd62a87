"""``share``: refused without a terminal, refused early, else the whole review in plain lines."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from peercoach.cli.run import _commanded
from peercoach.cli.selecting import KINDS
from peercoach.cli.setting import Setting
from peercoach.cli.verbs.share import ENDINGS
from peercoach.errors import PeercoachError
from peercoach.journal import ids
from peercoach.plain.terminal import CLEAR
from peercoach.plain.watch import Idle, Interrupted, Suspended
from peercoach.sharing.leaving import RECIPIENTS
from peercoach.sharing.write import FORMATS, SUFFIXES
from peercoach.words import running
from peercoach.words import share as shared
from peercoach.words import share_plain as here
from tests.healing.walking import put_down
from tests.plain.sharing_play import BADGE, MARKDOWN, PLAIN, TEA, looked, notebook, read_aloud
from tests.plain.talking import PASSPHRASE, Heard, Said, Screen, Typed, library, opening, place, run


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return notebook(tmp_path, BADGE, TEA, PLAIN)


@dataclass(frozen=True)
class Shared:
    """What came of the command: its answer beside all that was said."""

    code: object
    answer: str
    heard: Heard


@pytest.fixture
def share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., Shared]]:
    """The command at a terminal, with these options; then these lines are typed."""
    monkeypatch.chdir(tmp_path)
    # Read once for all of them: here it is not what is looked at.
    monkeypatch.setattr(Setting, "library", lambda self: library())

    def shared_so(*options: str, said: tuple[Said, ...] = ()) -> Shared:
        screen = Screen(person=True)
        monkeypatch.setattr(sys, "stdin", Typed(said, screen, person=True))
        monkeypatch.setattr(sys, "stderr", screen)
        asked = [*opening(tmp_path, tmp_path / "n.vault"), "--portable", "share", *options]
        code = _commanded(asked)
        return Shared(code, capsys.readouterr().out, Heard(0, screen.getvalue()))

    yield shared_so
    running.meant()


def test_never_without_a_terminal(tmp_path: Path, vault: Path) -> None:
    """In a pipe it is refused at once, whatever is piped into it; nothing is opened or written."""
    options = opening(tmp_path, vault)

    refused = run(tmp_path, *options, "share", "--to", "notes.md", said="1\n" * 40)

    assert (refused.returncode, refused.stdout) == (1, "")
    assert here.NEED_TERMINAL in refused.stderr
    assert not (tmp_path / "notes.md").exists()


def test_what_it_offers_is_what_there_is() -> None:
    """Every form, reader and kind that the core knows can be said, and no other."""
    assert tuple(here.FORMS) == FORMATS and set(here.FORM_NAMES) == set(FORMATS)
    assert tuple(shared.RECIPIENTS) == RECIPIENTS
    assert {ENDINGS[ending] for ending in SUFFIXES.values()} == set(FORMATS)
    assert "rating" in KINDS


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        (("--to", "there.md"), "file-taken"),
        (("--to", "no/x.md"), "used-wrongly"),
        (("--to", "x.md", "--seal", "age1nonsense"), "bad-recipient"),
        (("--to", "Priya-Nair.md"), "name-in-file-name"),
        (("--to", "x.md", "--since", "today"), "nothing-found"),
        (("--to", "x.md", "--since", "the other day"), "used-wrongly"),
        (("--to", "x.md", "--id", "0000000000001"), "no-such-note"),
    ],
)
def test_refused_before_any_question(
    share: Callable[..., Shared], tmp_path: Path, vault: Path, options: tuple[str, ...], kind: str
) -> None:
    """What can't be written, or is not there, is said before anything is asked."""
    (tmp_path / "there.md").write_text("mine")

    def asked() -> None:
        raise AssertionError("something was asked")

    with pytest.raises(PeercoachError) as refused:
        share(*options, said=(asked,))

    assert refused.value.kind == kind
    assert (tmp_path / "there.md").read_text() == "mine"
    assert not (tmp_path / "x.md").exists()


def test_the_whole_way(share: Callable[..., Shared], tmp_path: Path, vault: Path) -> None:
    """Given for whom and which, it asks the rest, and answers with the path alone."""
    id = ids.to_text(looked(vault, lambda work: work.outgoing.choosable()[1].id))

    done = share(
        *("--to", "tea.md", "--for", "coach", "--id", id),
        said=("1", "1", ":original 1", "no", "1", "yes"),
    )
    chosen = share("--to", "x.txt", said=("1", ".", "2", "1", "1", "no", *MARKDOWN[:2], "yes"))

    assert (done.code, done.answer) == (0, "tea.md\n")
    assert "Written to tea.md." in done.heard.lines and here.SEE_LEFT not in done.heard.text
    assert "Person A was there again" in (tmp_path / "tea.md").read_text()
    assert (tmp_path / "tea.md").stat().st_mode & 0o777 == 0o600
    assert (chosen.code, chosen.answer) == (0, "x.txt\n")
    assert here.WHOM not in done.heard.text and here.WHOM in chosen.heard.text


@pytest.mark.parametrize("why", [":lock", ":quit", "^D", Idle(), Suspended()], ids=str)
def test_stopped_and_gone_on_with(
    share: Callable[..., Shared],
    tmp_path: Path,
    vault: Path,
    why: Said,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Stopped half-way it waits, and the next time goes on; where it locked, nothing of it stays
    in the window; without a yes there is no file.
    """
    monkeypatch.setattr("peercoach.plain.port.stop", lambda: None)

    half = share("--to", "all.md", "--until", "2026-12-31", said=(
        "1", *"111", "1", "no", why,
    ))  # fmt: skip
    again = share("--to", "all.md", "--for", "coach", said=("1", "no", "no", "1", "no", ""))

    assert (half.code, again.code) == (1, 1)
    assert half.answer == again.answer == ""
    assert "Nothing left. What you decided is kept. To go on, run: peercoach" in half.heard.text
    assert (CLEAR in half.heard.text) == (why not in (":quit", "^D"))
    assert len(read_aloud(half.heard)) == 2 and len(read_aloud(again.heard)) == 2
    assert not (tmp_path / "all.md").exists()
    assert looked(vault, lambda work: work.outgoing.waiting()) is not None


def test_control_c(share: Callable[..., Shared], vault: Path) -> None:
    """Once it asks; twice it ends as a shell expects. Before anything was said, nothing waits."""
    with pytest.raises(KeyboardInterrupt):
        share("--to", "x.md", said=("1", Interrupted(), Interrupted()))

    assert looked(vault, lambda work: work.outgoing.waiting()) is None


def test_heal_by_its_id_alone(share: Callable[..., Shared], tmp_path: Path) -> None:
    """One sitting leaves where its id is given; without one nothing of Heal is there to choose."""
    vault = notebook(tmp_path)
    work = place(vault).open(PASSPHRASE)
    put_down(work)
    id = ids.to_text(work.heal.kept()[0].id)
    work.lock()

    none = share("--to", "heal.md")
    done = share(
        *("--to", "heal.md", "--for", "coach", "--id", id), said=("1", "1", "no", "1", "yes")
    )

    assert none.code == 1 and here.NOTHING_TO_CHOOSE in none.heard.lines
    assert (done.code, done.answer) == (0, "heal.md\n")
    assert "Trust." in (tmp_path / "heal.md").read_text()
