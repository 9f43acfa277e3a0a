"""One child of the supervisor: started, watched, started again with growing pauses, stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping

#: Seconds before a child that died is started again; doubled each time, up to the second.
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
#: A child that lived for so many seconds was well: its next pause is the first again.
WELL = 30.0


class Child:
    """A process that should always be there.

    Args:
        name: front, newsroom, worker or scheduler.
        environment: of the process.
        say: told when the child died; gets a sentence.
    """

    def __init__(
        self,
        name: str,
        environment: Mapping[str, str],
        say: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name, self.environment, self.say, self.clock = name, environment, say, clock
        self.process: subprocess.Popen[bytes] | None = None
        self.deaths = 0
        self.pause = 0.0
        self.again_at = 0.0
        self.started_at = 0.0

    def command(self) -> list[str]:
        """What is run."""
        return [sys.executable, "-m", "broadsheet.serve.process", self.name]

    def start(self) -> None:
        """Start it. Its stdin is the lifeline; what it prints goes to our stderr."""
        self.started_at = self.clock()
        self.process = subprocess.Popen(  # noqa: S603
            self.command(),
            stdin=subprocess.PIPE,
            stdout=sys.stderr.fileno(),
            env=dict(self.environment),
            # A group of its own: Ctrl-C reaches the supervisor only, which stops all in order.
            start_new_session=True,
        )

    def look(self) -> None:
        """Start it, if it is not there and its pause is over."""
        if self.process is not None and self.process.poll() is None:
            return
        if self.process is not None:
            self._note_death(self.process)
        if self.clock() >= self.again_at:
            self.start()

    def _note_death(self, process: subprocess.Popen[bytes]) -> None:
        now = self.clock()
        if now - self.started_at > WELL:
            self.pause = 0.0
        self.deaths += 1
        self.pause = min(max(self.pause * 2, FIRST_PAUSE), LONGEST_PAUSE)
        self.again_at = now + self.pause
        self.process = None
        self._end_group(process)
        how = _how(process.returncode)
        self.say(f"the {self.name} process {how}; it starts again in {self.pause:g} s")

    def ask_to_stop(self) -> None:
        """Ask politely; returns at once."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait_or_kill(self, until: float) -> None:
        """Wait until the clock shows `until`, then end it and all its own children by force."""
        process, self.process = self.process, None
        if process is None:
            return
        try:
            process.wait(max(0.0, until - self.clock()))
        except subprocess.TimeoutExpired:
            self._end_group(process)
            process.wait()
        else:
            self._end_group(process)

    @staticmethod
    def _end_group(process: subprocess.Popen[bytes]) -> None:
        """End whatever the process has left behind, and let go of its lifeline."""
        if process.stdin is not None:
            process.stdin.close()
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            # Nobody of the group is left (macOS says so by EPERM).
            return


def _how(code: int) -> str:
    if code >= 0:
        return f"ended with code {code}"
    return f"was ended by {signal.Signals(-code).name}"
