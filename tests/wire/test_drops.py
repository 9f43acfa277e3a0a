"""Folders on other machines: a file is read when it stands still, then moved to done/."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import paramiko
import pytest

from broadsheet.wire.coming import adding, drops
from broadsheet.wire.models import Delivery, Take, Wire
from tests.wire.file_servers import PASSWORD, FtpHouse, SftpHouse
from tests.wire.servers import certificate
from tests.wire.test_keeping import OTHER, take, text

House = FtpHouse | SftpHouse


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The agency's folder."""
    folder = tmp_path / "files" / "out"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(params=["ftp", "ftps", "sftp"])
def house(
    request: pytest.FixtureRequest, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[House]:
    """A server of each kind."""
    made: House
    if request.param == "sftp":
        made = SftpHouse(out)
    elif request.param == "ftps":
        pem = certificate(tmp_path)
        monkeypatch.setenv("SSL_CERT_FILE", str(pem))
        made = FtpHouse(out, pem)
    else:
        made = FtpHouse(out, None)
    yield made
    made.listener.end()


@pytest.fixture
def ssh(out: Path) -> Iterator[SftpHouse]:
    """An SFTP server."""
    made = SftpHouse(out)
    yield made
    made.listener.end()


def a_wire(paper: Any, url: str, tmp_path: Path) -> Wire:
    """A wire that looks into a server's folder, with the password in a file."""
    (tmp_path / "password").write_text(PASSWORD)
    settings = {"private_network": True, "password_file": str(tmp_path / "password")}
    return Wire.objects.create(
        paper=paper, name="SNA", slug="sna", kind="poll", address=url, settings=settings
    )


@pytest.fixture
def wire(paper: Any, house: House, tmp_path: Path) -> Wire:
    """A wire that looks into the server's folder."""
    return a_wire(paper, house.url, tmp_path)


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_file_is_read_when_it_stood_still_between_two_looks(wire: Wire, out: Path) -> None:
    (out / "one.json").write_bytes(take())
    (out / "two.json.part").write_bytes(b"{")
    assert drops.look(wire) == 0
    assert wire.error == ""
    assert wire.next_poll is not None
    assert wire.last_asked is not None
    assert 9 < (wire.next_poll - wire.last_asked).total_seconds() < 12
    assert drops.look(wire) == 1
    assert names(out) == ["done", "two.json.part"]
    assert names(out / "done") == ["one.json"]
    assert Delivery.objects.get().data == take()
    assert (wire.error, wire.failures) == ("", 0)


def test_a_file_that_still_grows_is_left(wire: Wire, out: Path) -> None:
    (out / "one.json").write_bytes(take()[:40])
    drops.look(wire)
    (out / "one.json").write_bytes(take())
    assert drops.look(wire) == 0
    assert not Delivery.objects.exists()
    assert drops.look(wire) == 1


def test_where_nothing_may_be_moved_each_file_is_read_once(
    wire: Wire, house: House, out: Path
) -> None:
    house.may_move = False
    (out / "one.json").write_bytes(take())
    drops.look(wire)
    assert drops.look(wire) == 1
    assert "1 file was kept but could not be moved" in wire.error
    (out / "one.json").write_bytes(take("urn:sna:2", **text(OTHER)))
    drops.look(wire)
    assert drops.look(wire) == 1
    assert drops.look(wire) == 0
    (out / "one.json").unlink()
    drops.look(wire)
    wire.refresh_from_db()
    assert wire.error == ""
    assert "left" not in wire.remembered


def test_a_name_that_is_in_done_already_overwrites_nothing_that_was_kept(
    wire: Wire, out: Path
) -> None:
    for data in (take(), take("urn:sna:2", **text(OTHER))):
        (out / "one.json").write_bytes(data)
        drops.look(wire)
        drops.look(wire)
    assert Take.objects.count() == 2
    assert names(out) == ["done"]


def test_a_wrong_password_is_said_and_puts_the_next_look_off(wire: Wire, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("wrong-sesame")
    drops.look(wire)
    assert "look at the name and the password" in wire.error
    assert "wrong-sesame" not in wire.error
    assert wire.failures == 1


def test_a_folder_that_is_not_there_is_said(wire: Wire) -> None:
    Wire.objects.update(address=wire.address + "side")
    wire.refresh_from_db()
    drops.look(wire)
    assert "has no folder" in wire.error


def test_the_private_network_is_not_asked_unless_the_owner_allows_it(wire: Wire) -> None:
    del wire.settings["private_network"]
    drops.look(wire)
    assert "inside the private network" in wire.error


def test_too_large_a_file_is_not_read(
    wire: Wire, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drops, "MOST_BYTES", 10)
    (out / "one.json").write_bytes(take())
    drops.look(wire)
    assert drops.look(wire) == 0
    assert "one.json is larger than 10 bytes" in wire.error


def test_an_ftp_server_without_listings_for_machines_is_asked_file_by_file(
    paper: Any, out: Path, tmp_path: Path
) -> None:
    house = FtpHouse(out, None)
    house.knows_mlsd = False
    wire = a_wire(paper, house.url, tmp_path)
    (out / "one.json").write_bytes(take())
    (out / "folder").mkdir()
    drops.look(wire)
    assert (drops.look(wire), wire.error) == (1, "")
    assert any(words.startswith("MDTM") for words in house.told)
    house.listener.end()


def test_a_password_is_not_sent_before_the_line_is_safe(
    paper: Any, out: Path, tmp_path: Path
) -> None:
    house = FtpHouse(out, certificate(tmp_path))
    drops.look(wire := a_wire(paper, house.url, tmp_path))
    assert "does not prove who it is" in wire.error
    assert not any(words.startswith(("USER", "PASS")) for words in house.told)
    house.listener.end()


def test_a_server_that_shows_another_key_is_not_told_the_password(
    paper: Any, ssh: SftpHouse, tmp_path: Path
) -> None:
    wire = a_wire(paper, ssh.url, tmp_path)
    drops.look(wire)
    assert (wire.error, wire.remembered["host_key"][:7]) == ("", "SHA256:")
    ssh.key = paramiko.ECDSAKey.generate()
    drops.look(wire)
    assert "shows another key" in wire.error
    assert "--new-key" in wire.error
    adding.accept_new_key(wire)
    drops.look(wire)
    assert wire.error == ""


def test_a_file_of_known_keys_says_which_server_is_meant(
    paper: Any, ssh: SftpHouse, tmp_path: Path
) -> None:
    wire = a_wire(paper, ssh.url, tmp_path)
    known = tmp_path / "known_hosts"
    wire.settings["known_hosts"] = str(known)
    drops.look(wire)
    assert "known_hosts cannot be read" in wire.error
    known.write_text("")
    drops.look(wire)
    assert "does not know 127.0.0.1 by the key SHA256:" in wire.error
    name = f"[127.0.0.1]:{ssh.listener.port}"
    known.write_text(f"{name} {ssh.key.get_name()} {ssh.key.get_base64()}\n")
    drops.look(wire)
    assert wire.error == ""


def test_one_may_come_in_with_a_key_of_ones_own(
    paper: Any, ssh: SftpHouse, out: Path, tmp_path: Path
) -> None:
    wire = a_wire(paper, ssh.url, tmp_path)
    file = tmp_path / "id"
    paramiko.ECDSAKey.generate().write_private_key_file(str(file))
    wire.settings = {"private_network": True, "key_file": str(file)}
    (out / "one.json").write_bytes(take())
    drops.look(wire)
    assert (drops.look(wire), wire.error) == (1, "")
    wire.settings["key_file"] = str(tmp_path / "nothing")
    drops.look(wire)
    assert "cannot be used" in wire.error


def test_without_paramiko_it_says_what_to_install(
    paper: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "paramiko", None)
    wire = a_wire(paper, "sftp://ann@127.0.0.1/out", tmp_path)
    drops.look(wire)
    assert "pip install 'broadsheet[sftp]'" in wire.error


def test_links_on_the_server_are_not_followed(
    paper: Any, ssh: SftpHouse, out: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.json").write_bytes(take())
    os.symlink(tmp_path / "secret.json", out / "one.json")
    wire = a_wire(paper, ssh.url, tmp_path)
    drops.look(wire)
    assert drops.look(wire) == 0
