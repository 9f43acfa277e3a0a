"""`broadsheet serve`, the real one: started, asked, interrupted, killed, started again."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import urllib3

from broadsheet.serve.ports import a_free_port

# One paper is served for many of these tests, and the last of them kills it.
pytestmark = pytest.mark.xdist_group("serve")

COPY = """Ferry back in service after storm repairs

SELBY, March 6 (Staff) - The Selby ferry sailed again on Friday after nine days of repairs.

"She is as good as new," said Captain Ira Nand.
"""


class Paper:
    """A paper of its own, served by the real command on a port of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = a_free_port()
        self.process: subprocess.Popen[bytes] | None = None
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith("BROADSHEET_")
        }
        self.pool = urllib3.PoolManager(retries=False, timeout=20.0)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "broadsheet", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def start(self, *words: str) -> list[str]:
        """Serve; gives the lines printed when ready."""
        command = f"-m broadsheet serve {self.folder} --port {self.port} --no-demo"
        with self.log("out").open("w") as out, self.log("errors").open("w") as errors:
            self.process = subprocess.Popen(
                [sys.executable, *command.split(), *words],
                env=self.environment,
                stdout=out,
                stderr=errors,
            )
        ends = time.monotonic() + 90
        while "Newsroom" not in self.log("out").read_text():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < ends, self.said()
            time.sleep(0.1)
        return self.printed()

    def log(self, name: str) -> Path:
        return self.folder.parent / f"{name}.txt"

    def printed(self) -> list[str]:
        return self.log("out").read_text().splitlines()

    def said(self) -> str:
        return self.log("errors").read_text()

    def stop(self, with_signal: int = signal.SIGINT) -> float:
        """Interrupt it; gives the seconds until it was gone."""
        assert self.process is not None
        begun = time.monotonic()
        self.process.send_signal(with_signal)
        self.process.wait(20)
        return time.monotonic() - begun

    def get(self, path: str, **headers: str) -> urllib3.BaseHTTPResponse:
        return self.pool.request("GET", self.at(path), headers=headers, redirect=False)

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def everybody(self) -> list[int]:
        """Processes that have this paper's folder in their environment, or are such a one's."""
        mark = f"BROADSHEET_PAPER={self.folder}".encode()
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if mark in (process / "environ").read_bytes():
                    found.append(int(process.name))
        return found


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paper]:
    """A paper with one story, not served yet."""
    folder = tmp_path_factory.mktemp("serve") / "paper"
    served = Paper(folder)
    copy = folder.parent / "copy.txt"
    copy.write_text(COPY)
    assert served.run("init", str(folder)).returncode == 0
    filed = served.run(
        *("file", str(copy), "--published", "2026-03-06", "--publish"),
        *("--section", "City", "--make-section", "--paper", str(folder)),
    )
    assert filed.returncode == 0, filed.stderr
    yield served
    if served.process is not None and served.process.poll() is None:
        served.stop()
    served.pool.clear()


@pytest.fixture(scope="module")
def served(paper: Paper) -> Paper:
    """The same, served once for several tests; the last of them kills it."""
    paper.start()
    return paper


def test_a_paper_is_served_and_stopped_and_keeps_everything(paper: Paper) -> None:
    lines = paper.start()
    try:
        assert lines[:2] == [f"Paper     {paper.at('/')}", f"Newsroom  {paper.at('/newsroom/')}"]
        front = paper.get("/")
        assert front.status == 200
        assert b"Ferry back in service" in front.data
        assert "set-cookie" not in front.headers
        assert paper.get("/", **{"If-None-Match": front.headers["ETag"]}).status == 304
        packed = paper.pool.request(
            "GET", paper.at("/"), headers={"Accept-Encoding": "gzip"}, decode_content=False
        )
        assert packed.headers["Content-Encoding"] == "gzip"
        assert paper.get("/healthz").data == b"ok\n"
        assert paper.get("/newsroom/").headers["Location"].startswith("/newsroom/login/")
        assert paper.get("/no/such/page/").status == 404
        taken = paper.run("serve", str(paper.folder), "--port", str(paper.port), "--no-demo")
        assert taken.returncode == 2
        assert re.search(rf"Port {paper.port} is taken by process \d+ \(.+\)", taken.stderr)
        assert taken.stdout == ""
    finally:
        seconds = paper.stop()
    assert paper.process is not None
    assert paper.process.returncode == 0
    assert seconds < 5
    [link] = [line for line in paper.printed() if line.startswith("Sign in")]
    assert "/newsroom/enter/" in link
    assert "Traceback" not in paper.said()
    assert paper.everybody() == []
    with pytest.raises(ConnectionRefusedError), socket.socket() as reader:
        reader.connect(("127.0.0.1", paper.port))


def test_it_serves_the_same_story_after_a_second_start_and_lets_the_editor_in(
    served: Paper,
) -> None:
    address = story_address(served)
    assert served.get(address).status == 200
    link = served.run("signin", "--paper", str(served.folder)).stdout.strip()
    path = "/newsroom/enter/" + link.rpartition("/enter/")[2]
    looked = served.get(path)
    token = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', looked.data)
    assert token is not None
    came = served.pool.request(
        "POST",
        served.at(path),
        fields={"csrfmiddlewaretoken": token[1].decode()},
        encode_multipart=False,
        headers={"Cookie": looked.headers["Set-Cookie"].split(";")[0], "Origin": served.at("")},
        redirect=False,
    )
    assert came.status == 303
    assert "newsroom=" in came.headers["Set-Cookie"]
    assert served.get(path).status == 410


def story_address(served: Paper) -> str:
    found = re.search(r'href="(/city/2026/03/06/[^"]+/)"', served.get("/").data.decode())
    assert found is not None
    return found[1]


def test_two_equal_replies_at_one_moment_are_one_row(served: Paper) -> None:
    address = f"{story_address(served)}replies/"
    written = {"name": "Reader", "email": "r@example.org", "text": "Sent twice.", "website": ""}
    together = threading.Barrier(2)

    def send(_: int) -> int:
        together.wait()
        with urllib3.PoolManager(retries=False, timeout=30.0) as pool:
            return pool.request(
                "POST", served.at(address), fields=written, encode_multipart=False, redirect=False
            ).status

    with ThreadPoolExecutor(2) as readers:
        assert list(readers.map(send, range(2))) == [303, 303]
    with contextlib.closing(sqlite3.connect(served.folder / "data/broadsheet.sqlite3")) as kept:
        assert kept.execute("SELECT count(*) FROM broadsheet_replies_reply").fetchone() == (1,)


def test_what_is_published_in_the_newsroom_is_on_the_page_at_the_next_request(
    served: Paper,
) -> None:
    before = served.get("/").data
    copy = served.folder.parent / "second.txt"
    copy.write_text(COPY.replace("Ferry", "Tram").replace("ferry", "tram"))
    filed = served.run(
        *("file", str(copy), "--published", "2026-03-07", "--publish"),
        *("--section", "City", "--paper", str(served.folder)),
    )
    assert filed.returncode == 0, filed.stderr
    after = served.get("/").data
    assert b"Tram back in service" not in before
    assert b"Tram back in service" in after


def test_a_process_that_is_killed_comes_back_and_readers_notice_nothing_of_the_newsrooms(
    served: Paper,
) -> None:
    newsroom = child_of(served, "newsroom")
    os.kill(newsroom, signal.SIGKILL)
    assert served.get("/").status == 200
    ends = time.monotonic() + 30
    # The killed process may still answer once before the supervisor hears of its end.
    while "the newsroom process was ended by SIGKILL" not in served.said():
        assert time.monotonic() < ends, served.said()
        time.sleep(0.2)
    while served.get("/newsroom/login/").status != 200:
        assert time.monotonic() < ends, served.said()
        time.sleep(0.2)


def child_of(served: Paper, name: str) -> int:
    for number in served.everybody():
        words = Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0")
        if words[-2:-1] == [name.encode()] and parent_of(number) == served.process.pid:  # type: ignore[union-attr]
            return number
    raise AssertionError(f"no {name} process")


def parent_of(number: int) -> int:
    status = Path(f"/proc/{number}/status").read_text()
    return int(re.search(r"PPid:\s+(\d+)", status)[1])  # type: ignore[index]


def test_when_the_supervisor_is_killed_nothing_of_it_is_left(served: Paper) -> None:
    assert served.process is not None
    assert len(served.everybody()) >= 4
    served.process.kill()
    served.process.wait(5)
    ends = time.monotonic() + 8
    while served.everybody():
        assert time.monotonic() < ends, served.everybody()
        time.sleep(0.1)


def test_sigterm_stops_it_as_ctrl_c_does(paper: Paper) -> None:
    paper.start()
    assert paper.stop(signal.SIGTERM) < 5
    assert paper.process is not None
    assert paper.process.returncode == 0
    assert "Traceback" not in paper.said()


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        ("trusted_proxies = ['my-proxy']", "setting 'trusted_proxies'"),
        ("prot = 8000", "nearest known one is 'port'"),
        ("secret_key = 'short'", "at least 50 characters"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_a_sentence(
    tmp_path: Path, setting: str, sentence: str
) -> None:
    (tmp_path / "broadsheet.toml").write_text(setting)
    refused = Paper(tmp_path).run("serve", str(tmp_path), "--port", str(a_free_port()))
    assert refused.returncode == 2
    assert sentence in refused.stderr
    assert "Traceback" not in refused.stderr
    assert refused.stdout == ""


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_text("mine")
    refused = Paper(tmp_path).run("serve", str(tmp_path), "--port", str(a_free_port()))
    assert refused.returncode == 2
    assert "is not empty" in refused.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.odt"]
