"""A paper that really runs: `broadsheet serve` in a folder of its own, for walks in a browser."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest


@dataclass
class Served:
    """A running paper: its address, its way in, and how to say a command to it."""

    folder: Path
    address: str
    link: str
    environment: dict[str, str]

    def broadsheet(self, *words: str) -> str:
        """Run one command on this paper; what it printed."""
        command = [sys.executable, "-m", "broadsheet", *words, "--paper", str(self.folder)]
        return subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True
        ).stdout


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """Where the served paper is kept: SQLite's default, or a database of its own on the
    PostgreSQL that this run tests on."""
    base = os.environ.get("TEST_DATABASE_URL", "")
    if not base:
        yield ""
        return
    import psycopg

    name = f"walk_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(base, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield urlunsplit(urlsplit(base)._replace(path=f"/{name}"))
    with psycopg.connect(base, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[Served]:
    """A new paper with two sections, served by the real command until the walk is over."""
    folder = tmp_path_factory.mktemp("walk") / "clarion"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("BROADSHEET_")}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    if database:
        environment["BROADSHEET_DATABASE_URL"] = database
    say = [sys.executable, "-m", "broadsheet"]
    subprocess.run(
        [*say, "init", str(folder), "--name", "The Selby Clarion", "--time-zone", "Europe/Lisbon",
         "--section", "World", "--section", "Harbour Desk"],
        env=environment, check=True, capture_output=True,
    )  # fmt: skip
    port = free_port()
    process = subprocess.Popen(
        [*say, "serve", str(folder), "--port", str(port), "--no-demo"],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        yield Served(folder, f"http://127.0.0.1:{port}", _link(process), environment)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=15)
        assert process.stdout is not None
        process.stdout.close()


def _link(process: subprocess.Popen[str]) -> str:
    said = ""
    assert process.stdout is not None
    for line in process.stdout:
        said += line
        found = re.search(r"http\S+/enter/\S+", line)
        if found:
            return found[0]
    raise AssertionError(f"the paper did not come up:\n{said}")


@pytest.fixture(scope="module")
def newsroom(served: Served, browser: Any) -> Iterator[Any]:
    """A browser at a desk, come in by the one-time link."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.goto(served.link)
    page.get_by_role("button").click()
    page.wait_for_url(f"{served.address}/newsroom/")
    yield page
    context.close()
