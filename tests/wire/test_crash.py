"""A process that is killed while it keeps takes loses none and doubles none (see crash.py for the
long run)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_takes_are_kept_once_however_often_the_process_is_killed() -> None:
    script = Path(__file__).with_name("crash.py")
    done = subprocess.run(
        [sys.executable, str(script), "--takes", "400", "--kills", "8"],
        capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "400 takes, 8 kills: all kept once" in done.stdout
