"""Everything that must hold before a change lands: `make test`. `--no-tests` leaves the tests out.

Brings what the tests need beyond Python: Debian's Chromium and PostgreSQL, installed when this is
root on a Debian machine and they are missing; else it says what to install. PostgreSQL runs as a
private cluster in a temporary folder, on a loopback port of its own, and goes with the run.
"""

from __future__ import annotations

import glob
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CODE = ["broadsheet", "tests", "scripts"]
# The room of measurements may still be empty, which ruff and mypy take for a mistake.
CODE += ["benchmarks"] if any(HERE.glob("benchmarks/*.py")) else []
FONTS = "fonts-noto-core"
# Where runuser and what apt-get calls lie; not every shell of root looks there.
SYSTEM = "/usr/sbin:/sbin"


def say(words: str) -> None:
    """One line about what happens now."""
    print(f"== {words}", flush=True)


def run(*command: str, env: dict[str, str] | None = None) -> bool:
    """Run one step in the project's folder; whether it passed."""
    say(" ".join(Path(word).name if word.startswith("/") else word for word in command))
    return subprocess.run(command, cwd=HERE, env=env, check=False).returncode == 0


def postgres_folder() -> str | None:
    """Where PostgreSQL's programs lie."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), reverse=True)
    on_path = shutil.which("initdb")
    return str(Path(found[0]).parent) if found else (str(Path(on_path).parent) if on_path else None)


def missing() -> list[str]:
    """Debian's packages that are wanted and not here."""
    wanted = []
    if not shutil.which("chromium"):
        wanted += ["chromium", FONTS]
    if postgres_folder() is None:
        wanted.append("postgresql")
    return wanted


def bring() -> None:
    """Install what is missing, or say what to install and stop."""
    wanted = missing()
    if not wanted:
        return
    words = f"The tests need Debian's packages {' '.join(wanted)}"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"{words}. Install them: sudo apt-get install {' '.join(wanted)}")
    say(f"{words}: installing them")
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    log = Path(tempfile.gettempdir()) / "broadsheet-apt.log"
    with log.open("w") as out:
        for step in (["update"], ["install", "-y", "--no-install-recommends", *wanted]):
            done = subprocess.run(
                ["apt-get", *step], env=quiet, stdout=out, stderr=out, check=False
            )
    if done.returncode or missing():
        sys.exit(f"They could not be installed; {log} says why.")


def as_postgres() -> list[str]:
    """PostgreSQL refuses to run as root: the words in front of its commands."""
    if os.geteuid() != 0:
        return []
    try:
        pwd.getpwnam("postgres")
    except KeyError:
        sys.exit("There is no user 'postgres' to run PostgreSQL as. Install Debian's postgresql.")
    return ["runuser", "-u", "postgres", "--"]


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def postgres() -> Iterator[str]:
    """A private cluster; gives the address of its database."""
    programs, front = postgres_folder(), as_postgres()
    # Never under a home: the folder must be the server's own, and its parents passable.
    folder = Path(tempfile.mkdtemp(prefix="broadsheet-pg-", dir="/tmp"))
    if front:
        shutil.chown(folder, "postgres")
    data, port = folder / "data", free_port()
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    options += " -c full_page_writes=off -c synchronous_commit=off"
    control = [*front, f"{programs}/pg_ctl", "-D", str(data), "-w"]
    with sweeper([*control, "-m", "immediate", "stop"], folder):
        subprocess.run(
            [*front, f"{programs}/initdb", "-D", str(data), "-U", "broadsheet", "-A", "trust",
             "-E", "UTF8", "--no-locale", "-N"],
            check=True, stdout=subprocess.DEVNULL, cwd="/",
        )  # fmt: skip
        start = [*control, "-l", str(folder / "log"), "-o", options, "start"]
        subprocess.run(start, check=True, stdout=subprocess.DEVNULL, cwd="/")
        yield f"postgresql://broadsheet@127.0.0.1:{port}/postgres"


@contextmanager
def sweeper(stop: list[str], folder: Path) -> Iterator[None]:
    """Say `stop` and remove `folder` when this process is done with it, or was killed: a shell
    waits for the end of a pipe that only this process holds."""
    words = 'folder=$1; shift; cat; "$@"; rm -rf "$folder"'
    waiting = subprocess.Popen(
        ["sh", "-c", words, "sweeper", str(folder), *stop],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        cwd="/", start_new_session=True,
    )  # fmt: skip
    try:
        yield
    finally:
        waiting.communicate()


def clean_environment(**more: str) -> dict[str, str]:
    """What the steps see: nothing of an owner's own settings."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("BROADSHEET_")}
    return kept | {"PATH": f"{BIN}:{os.environ['PATH']}"} | more


def lint() -> bool:
    """What can be seen without running the paper."""
    with tempfile.TemporaryDirectory() as folder:
        env = clean_environment(
            BROADSHEET_PAPER=folder, DJANGO_SETTINGS_MODULE="broadsheet.settings"
        )
        python = str(BIN / "python")
        steps = [
            [str(BIN / "ruff"), "check", *CODE],
            [str(BIN / "ruff"), "format", "--check", *CODE],
            [str(BIN / "mypy"), "--strict", *CODE],
            [str(BIN / "lint-imports")],
            [python, "scripts/make_docs.py", "--check"],
            [python, "-m", "django", "makemigrations", "--check", "--dry-run"],
        ]
        # Every step runs, so that one look shows all that is wrong.
        passed = [run(*step, env=env) for step in steps]
        return all(passed)


def tests(words: list[str]) -> bool:
    """The suite, on SQLite and on PostgreSQL."""
    bring()
    # What is marked as a group stays on one worker: a walk is one story told in many tests.
    pytest = [str(BIN / "python"), "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", *words]
    say("on SQLite")
    passed = run(*pytest, env=clean_environment())
    with postgres() as address:
        say("on PostgreSQL")
        # The browser's walk is the same on both; the copy desk and the formats know no database.
        pure = ["--ignore", "tests/copydesk", "--ignore", "tests/wire/formats"]
        again = [*pytest, "-m", "not browser", *pure]
        return run(*again, env=clean_environment(TEST_DATABASE_URL=address)) and passed


def _end(number: int, _frame: object) -> None:
    sys.exit(128 + number)


def main(words: list[str]) -> int:
    """All of it; 0 when all of it passed."""
    os.environ["PATH"] = f"{os.environ['PATH']}:{SYSTEM}"
    # Told to stop, it leaves by the way on which PostgreSQL is stopped too.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    only_lint = "--no-tests" in words
    passed = lint()
    if not only_lint:
        passed = tests([word for word in words if word != "--no-tests"]) and passed
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
