"""Signals interrupt a wait, and nothing else."""

import os
import signal
import time

import pytest

from peercoach.plain.watch import Gone, Idle, Interrupted, Suspended, Watch


def signalled(number: int) -> None:
    os.kill(os.getpid(), number)


def test_while_working() -> None:
    """A signal that comes while something is being kept is raised at the next wait, not before."""
    watch = Watch()
    reached = []

    with watch.installed():
        signalled(signal.SIGINT)
        reached.append("kept")
        with pytest.raises(Interrupted), watch.waiting():
            reached.append("asked")

    assert reached == ["kept"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_while_waiting(number: int) -> None:
    """A signal that comes during a wait ends it at once."""
    watch = Watch()

    with watch.installed(), pytest.raises(Gone) as caught, watch.waiting():
        signalled(number)
        time.sleep(5)

    assert caught.value.number == number


def test_the_end_outweighs() -> None:
    """That the computer ends us outweighs a control-C that came before it."""
    watch = Watch()

    with watch.installed():
        signalled(signal.SIGINT)
        signalled(signal.SIGTERM)
        with pytest.raises(Gone), watch.waiting():
            time.sleep(5)


def test_idle() -> None:
    """A wait without input ends after as long as was allowed; work takes as long as it takes."""
    watch = Watch()

    with watch.installed():
        with watch.waiting(0.05):
            pass
        time.sleep(0.1)
        with pytest.raises(Idle), watch.waiting(0.05):
            time.sleep(5)


def test_asked_to_stop() -> None:
    """Control-Z ends a wait, so that the notebook is locked before we stop."""
    watch = Watch()

    with watch.installed():
        signalled(signal.SIGTSTP)
        with pytest.raises(Suspended), watch.waiting():
            time.sleep(5)


def test_raised_once() -> None:
    """What was raised is over: the next wait is a quiet one."""
    watch = Watch()

    with watch.installed():
        signalled(signal.SIGINT)
        with pytest.raises(Interrupted), watch.waiting():
            time.sleep(5)
        with watch.waiting():
            reached = True

    assert reached


def test_put_back() -> None:
    """Handlers are as they were once it is over."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGTSTP, signal.SIGALRM)
    before = [signal.getsignal(number) for number in numbers]

    with Watch().installed():
        during = signal.getsignal(signal.SIGINT)

    assert during != before[0]
    assert [signal.getsignal(number) for number in numbers] == before
