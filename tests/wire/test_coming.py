"""Polls, and folders: what is asked for, what is refused, and when a take counts as received."""

from __future__ import annotations

import contextlib
import gzip
import os
import re
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from broadsheet.wire.coming import folders, polling
from broadsheet.wire.coming.fetching import FetchError, fetch, may_be_asked
from broadsheet.wire.models import Delivery, Take, Wire
from tests.wire.test_keeping import OTHER, take, text


class House:
    """A publisher's server, which answers as it is told and notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.status, self.data = 200, take()
        self.headers: dict[str, str] = {}
        self.drip = 0.0
        house = self

        class Door(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                house.asked.append({name.lower(): value for name, value in self.headers.items()})
                status = house.status
                if house.headers.get("ETag") and house.headers["ETag"] == self.headers.get(
                    "If-None-Match"
                ):
                    status = 304
                self.send_response(status)
                for name, value in house.headers.items():
                    self.send_header(name, value)
                body = b"" if status == 304 else house.data
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                for piece in (body[i : i + 1] for i in range(len(body))) if house.drip else (body,):
                    with contextlib.suppress(OSError):
                        self.wfile.write(piece)
                        self.wfile.flush()
                    time.sleep(house.drip)

            def log_message(self, *words: Any) -> None:
                """A test's server keeps silent."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/feed"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def house() -> Iterator[House]:
    """A publisher's server on this machine."""
    made = House()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def wire(paper: Any, house: House) -> Wire:
    """A wire that asks it, with the owner's leave to ask inside the house."""
    return Wire.objects.create(
        paper=paper, name="SNA", slug="sna", kind="poll", address=house.url, every=60,
        settings={"private_network": True},
    )  # fmt: skip


def test_a_poll_keeps_what_is_new_and_asks_only_for_that_next_time(
    wire: Wire, house: House
) -> None:
    house.headers = {"ETag": '"one"', "Last-Modified": "Fri, 06 Mar 2026 09:00:00 GMT"}
    assert polling.poll(wire) == 1
    assert polling.poll(wire) == 0
    assert house.asked[0]["user-agent"].startswith("Broadsheet/")
    assert house.asked[1]["if-none-match"] == '"one"'
    assert house.asked[1]["if-modified-since"] == "Fri, 06 Mar 2026 09:00:00 GMT"
    wire.refresh_from_db()
    assert (wire.error, wire.failures) == ("", 0)
    assert wire.last_take is not None
    assert Take.objects.get().wire == wire


def test_failures_put_the_next_poll_off_further_each_time_and_say_why(
    wire: Wire, house: House
) -> None:
    house.status = 503
    pauses = []
    for _ in range(3):
        polling.poll(wire)
        assert wire.next_poll is not None
        pauses.append((wire.next_poll - timezone.now()).total_seconds())
    assert 115 < pauses[0] < 135
    assert 1.7 < pauses[1] / pauses[0] < 2.3
    assert 1.7 < pauses[2] / pauses[1] < 2.3
    assert "answered 503" in wire.error
    house.status = 200
    assert polling.poll(wire) == 1
    assert (wire.error, wire.failures) == ("", 0)


def test_a_house_that_asks_to_be_left_alone_for_a_while_is(wire: Wire, house: House) -> None:
    house.status, house.headers = 429, {"Retry-After": "1800"}
    polling.poll(wire)
    assert wire.next_poll is not None
    assert wire.next_poll - timezone.now() > timedelta(minutes=29)


def test_what_was_not_kept_is_asked_for_again(
    wire: Wire, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.headers = {"ETag": '"one"'}

    def full(*words: Any, **more: Any) -> Any:
        raise OSError("no room")

    with monkeypatch.context() as patch:
        patch.setattr(polling, "keep", full)
        with pytest.raises(OSError, match="no room"):
            polling.poll(wire)
    assert polling.poll(wire) == 1


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "0.0.0.1", "::1", "fe80::1%eth0",
     "fc00::1", "::ffff:127.0.0.1", "224.0.0.1", "100.64.0.1"],
)  # fmt: skip
def test_addresses_inside_are_not_for_asking(address: str) -> None:
    assert not may_be_asked(address)


def test_addresses_of_the_open_internet_are() -> None:
    assert may_be_asked("93.184.215.14")
    assert may_be_asked("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


def test_the_private_network_is_not_asked_unless_the_owner_allows_it(
    wire: Wire, house: House
) -> None:
    wire.settings = {}
    polling.poll(wire)
    assert house.asked == []
    assert "inside the private network" in wire.error
    assert "Allow it" in wire.error


def test_a_redirect_does_not_lead_inside_either(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from broadsheet.wire.coming import fetching

    seen: list[str] = []

    def looked(address: str) -> bool:
        seen.append(address)
        return len(seen) == 1

    monkeypatch.setattr(fetching, "may_be_asked", looked)
    house.status, house.headers = 302, {"Location": house.url.replace("127.0.0.1", "localhost")}
    with pytest.raises(FetchError, match="private network"):
        fetch(house.url)
    assert len(house.asked) == 1


def test_an_answer_that_unpacks_to_more_than_is_allowed_is_refused(house: House) -> None:
    house.data = gzip.compress(b"a" * 2_000_000)
    house.headers = {"Content-Encoding": "gzip"}
    with pytest.raises(FetchError, match="larger than 1,000,000 bytes"):
        fetch(house.url, private=True, most_bytes=1_000_000)


def test_an_answer_that_drips_is_given_up(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.data = b"a" * 40
    house.drip = 0.1
    begun = time.monotonic()
    with pytest.raises(FetchError, match="took too long"):
        fetch(house.url, private=True, most_seconds=0.6)
    assert time.monotonic() - begun < 3


def test_endless_redirects_end(house: House) -> None:
    house.status, house.headers = 302, {"Location": house.url}
    with pytest.raises(FetchError, match="more than 5 redirects"):
        fetch(house.url, private=True)


@pytest.mark.parametrize("url", ["ftp://example.org/x", "file:///etc/passwd", "example.org", ""])
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError, match="no web address"):
        fetch(url)


@pytest.fixture
def watched(paper: Any, tmp_path: Path) -> Wire:
    """A wire that watches a folder."""
    return Wire.objects.create(
        paper=paper, name="Folder", slug="folder", kind="folder", address=str(tmp_path)
    )


def put(wire: Wire, name: str, data: bytes, age: float = 60.0) -> Path:
    """A file in the wire's folder, as old as said."""
    path = Path(wire.address) / name
    path.write_bytes(data)
    when = path.stat().st_mtime - age
    os.utime(path, (when, when))
    return path


def test_a_file_is_kept_and_then_moved_aside(watched: Wire) -> None:
    path = put(watched, "one.json", take())
    assert folders.look(watched) == 1
    assert not path.exists()
    assert (path.parent / "done" / "one.json").is_file()
    assert Delivery.objects.get().name == "one.json"


def test_a_file_that_somebody_still_writes_is_left(watched: Wire) -> None:
    paths = [
        put(watched, "fresh.json", take(), age=0),
        put(watched, "later.json.part", take()),
        put(watched, ".hidden.json", take()),
    ]
    assert folders.look(watched) == 0
    assert all(path.exists() for path in paths)


def test_a_link_is_not_followed(watched: Wire, tmp_path: Path) -> None:
    secret = tmp_path / "inner"
    secret.mkdir()
    (secret / "x.json").write_bytes(take())
    (tmp_path / "link.json").symlink_to(secret / "x.json")
    assert folders.look(watched, clock=timezone.now().timestamp() + 60) == 0
    assert Take.objects.count() == 0


def test_a_file_that_cannot_be_read_goes_to_quarantine_and_others_go_on(watched: Wire) -> None:
    put(watched, "broken.json", b'{"uri": ')
    put(watched, "good.json", take("urn:sna:2", **text(OTHER)))
    assert folders.look(watched) == 1
    assert "broken.json lies in quarantine" in watched.error
    assert Delivery.objects.filter(state="quarantined").count() == 1


def test_a_file_of_a_name_that_was_there_before_overwrites_nothing(watched: Wire) -> None:
    put(watched, "one.json", take())
    folders.look(watched)
    put(watched, "one.json", take("urn:sna:2", **text(OTHER)))
    folders.look(watched)
    folder = Path(watched.address) / "done"
    names = sorted(path.name for path in folder.iterdir())
    assert names[1:] == ["one.json"]
    assert re.fullmatch(r"one-\d{8}T\d{6}\.json", names[0])
    assert b"cinema" in (folder / names[0]).read_bytes()


def test_a_folder_that_is_not_there_is_said(watched: Wire) -> None:
    watched.address += "/nowhere"
    watched.save()
    assert folders.look(watched) == 0
    assert "There is no folder" in watched.error
