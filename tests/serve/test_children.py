"""The supervisor's children: started again when they die, ended when it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from broadsheet.serve.children import FIRST_PAUSE, LONGEST_PAUSE, WELL, Child

IDLE = "import time\nwhile True: time.sleep(0.05)"
STUBBORN = "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('up', flush=True)\n"


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Scripted(Child):
    """A child that runs a few lines of Python."""

    script = "raise SystemExit(3)"

    def command(self) -> list[str]:
        return [sys.executable, "-c", self.script]


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def make(said: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Scripted]]:
    made: list[Scripted] = []
    # Under pytest stderr is no file; the children's words go nowhere.
    with open(os.devnull, "wb") as nowhere:
        monkeypatch.setattr(sys, "stderr", nowhere)

        def _make(script: str, clock: Callable[[], float] = time.monotonic) -> Scripted:
            child = Scripted("worker", dict(os.environ), said.append, clock)
            child.script = script
            made.append(child)
            return child

        yield _make
        for child in made:
            child.wait_or_kill(0.0)


def die(child: Child) -> None:
    assert child.process is not None
    child.process.wait(10)


def test_a_child_that_dies_is_started_again_with_growing_pauses(
    make: Callable[..., Scripted], said: list[str]
) -> None:
    clock = Clock()
    child = make("raise SystemExit(3)", clock)
    pauses = []
    for _ in range(9):
        child.look()
        die(child)
        child.look()
        assert child.process is None
        pauses.append(child.again_at - clock.now)
        clock.now = child.again_at - 0.01
        child.look()
        assert child.process is None
        clock.now = child.again_at
    assert pauses == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    assert said[0] == "the worker process ended with code 3; it starts again in 0.5 s"
    assert (FIRST_PAUSE, LONGEST_PAUSE) == (0.5, 30)


def test_a_child_that_was_well_for_a_while_starts_again_soon(make: Callable[..., Scripted]) -> None:
    clock = Clock()
    child = make("raise SystemExit(3)", clock)
    child.pause = 16.0
    child.look()
    die(child)
    clock.now += WELL + 1
    child.look()
    assert child.again_at == clock.now + FIRST_PAUSE


def test_the_signal_that_ended_a_child_is_named(
    make: Callable[..., Scripted], said: list[str]
) -> None:
    child = make(IDLE)
    child.look()
    assert child.process is not None
    os.kill(child.process.pid, signal.SIGKILL)
    die(child)
    child.look()
    assert "was ended by SIGKILL" in said[0]


def test_a_child_that_does_not_listen_is_ended_by_force(make: Callable[..., Scripted]) -> None:
    child = make(STUBBORN + IDLE)
    child.look()
    process = child.process
    assert process is not None
    time.sleep(0.3)
    child.ask_to_stop()
    child.wait_or_kill(time.monotonic() + 0.5)
    assert process.returncode == -signal.SIGKILL


def test_the_children_of_a_child_go_with_it(make: Callable[..., Scripted], tmp_path: Path) -> None:
    note = tmp_path / "number"
    script = (
        "import subprocess, sys\n"
        f"p = subprocess.Popen([sys.executable, '-c', {STUBBORN + IDLE!r}], stdout=-1)\n"
        "p.stdout.readline()\n"
        f"open({str(note)!r}, 'w').write(str(p.pid))\n"
        "raise SystemExit(1)"
    )
    child = make(script)
    child.look()
    die(child)
    assert is_alive(int(note.read_text()))
    child.look()
    ends = time.monotonic() + 5
    while is_alive(int(note.read_text())):
        assert time.monotonic() < ends
        time.sleep(0.02)


def is_alive(number: int) -> bool:
    """Whether the process runs; one that ended and that nobody has waited for does not."""
    try:
        stat = Path(f"/proc/{number}/stat").read_text()
    except FileNotFoundError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def test_a_child_ends_soon_after_its_parent_was_killed() -> None:
    script = "from broadsheet.serve import lifeline\nlifeline.hold()\nprint('up', flush=True)\n"
    child = subprocess.Popen(
        [sys.executable, "-c", script + IDLE], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == b"up\n"
        assert child.poll() is None
        # What the kernel does with a pipe whose holder is gone.
        child.stdin.close()
        assert child.wait(5) == -signal.SIGTERM
