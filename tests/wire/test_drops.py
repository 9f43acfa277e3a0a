"""Folders on other machines: a file is read when it stands still, then moved to done/."""

from __future__ import annotations

import os
import socket
import ssl
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import paramiko
import pytest

from broadsheet.wire.coming import adding, drops
from broadsheet.wire.models import Delivery, Take, Wire
from tests.wire.servers import Listener, certificate, context
from tests.wire.test_keeping import OTHER, take, text

PASSWORD = "sesame"


class FtpHouse:
    """An FTP server over a folder, with TLS if it has a certificate."""

    def __init__(self, folder: Path, pem: Path | None) -> None:
        self.folder, self.pem = folder, pem
        self.knows_mlsd = self.may_move = True
        self.told: list[str] = []
        self.listener = Listener(self.serve)
        self.url = f"ftp{'s' if pem else ''}://ann@127.0.0.1:{self.listener.port}/out"

    def serve(self, connection: socket.socket) -> None:
        """One client."""
        if self.pem is None:
            self.speak(connection)
            return
        connection.sendall(b"220 ready\r\n")
        assert connection.recv(100) == b"AUTH TLS\r\n"
        connection.sendall(b"234 go on\r\n")
        with context(self.pem).wrap_socket(connection, server_side=True) as line:
            self.speak(line, greeted=True)

    def speak(self, line: socket.socket, *, greeted: bool = False) -> None:
        """The commands that we use, and no others."""
        data, renamed = None, ""
        line.sendall(b"" if greeted else b"220 ready\r\n")
        file = line.makefile("rb")
        while said := file.readline().decode().strip():
            self.told.append(said)
            command, _, words = said.partition(" ")
            if command in {"PASV", "EPSV"}:
                data = socket.create_server(("127.0.0.1", 0))
                port = data.getsockname()[1]
                where = f"127,0,0,1,{port // 256},{port % 256}"
                line.sendall(f"227 ({where})\r\n".encode())
            elif command in {"MLSD", "NLST", "RETR"} and data:
                self.transfer(line, data, command, words)
            elif command == "RNFR":
                renamed = words
                line.sendall(b"350 to what\r\n")
            elif command == "RNTO":
                line.sendall(self.rename(renamed, words))
            else:
                line.sendall(f"{self.answer(command, words)}\r\n".encode())
            if command == "QUIT":
                return

    def answer(self, command: str, words: str) -> str:
        """What is said to a command that moves nothing."""
        path = self.folder / words
        if command == "PASS":
            return "230 in" if words == PASSWORD else "530 no"
        if command == "CWD":
            return "250 there" if words == "out" else "550 no such folder"
        if command == "MKD":
            if not self.may_move:
                return "550 no"
            path.mkdir(exist_ok=True)
            return '257 "done"'
        if command in {"SIZE", "MDTM"} and not path.is_file():
            return "550 not a plain file"
        if command == "SIZE":
            return f"213 {path.stat().st_size}"
        if command == "MDTM":
            return f"213 {self.changed(path)}"
        return {"USER": "331 who", "OPTS": "200 ok"}.get(command, "200 ok")

    def rename(self, name: str, target: str) -> bytes:
        if not self.may_move:
            return b"550 no\r\n"
        (self.folder / name).rename(self.folder / target)
        return b"250 moved\r\n"

    def changed(self, path: Path) -> str:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%Y%m%d%H%M%S")

    def transfer(
        self, line: socket.socket, listener: socket.socket, command: str, words: str
    ) -> None:
        """Send a listing or a file over the data connection."""
        if command == "MLSD" and not self.knows_mlsd:
            listener.close()
            line.sendall(b"500 what\r\n")
            return
        if command == "RETR":
            body = (self.folder / words).read_bytes()
        else:
            row = self.facts if command == "MLSD" else lambda path: path.name
            body = "".join(f"{row(path)}\r\n" for path in self.folder.iterdir()).encode()
        line.sendall(b"150 here it comes\r\n")
        connection, _ = listener.accept()
        listener.close()
        if self.pem:
            connection = context(self.pem).wrap_socket(connection, server_side=True)
        with connection:
            connection.sendall(body)
            if isinstance(connection, ssl.SSLSocket):
                connection.unwrap().close()
        line.sendall(b"226 done\r\n")

    def facts(self, path: Path) -> str:
        kind = "dir" if path.is_dir() else "file"
        return f"type={kind};size={path.stat().st_size};modify={self.changed(path)}; {path.name}"


class Files(paramiko.SFTPServerInterface):
    """A folder as an SFTP server gives it."""

    root = Path()
    may_move = True

    def _path(self, path: str) -> Path:
        return self.root / str(self.canonicalize(path)).lstrip("/")

    def list_folder(self, path: str) -> Any:
        """Every entry."""
        return [self._attributes(one) for one in self._path(path).iterdir()]

    def _attributes(self, path: Path) -> Any:
        return paramiko.SFTPAttributes.from_stat(path.lstat(), path.name)

    def stat(self, path: str) -> Any:
        """One entry."""
        found = self._path(path)
        return self._attributes(found) if found.exists() else paramiko.SFTP_NO_SUCH_FILE

    lstat = stat

    def open(self, path: str, flags: int, attributes: Any) -> Any:
        """A file to read."""
        handle = paramiko.SFTPHandle(flags)
        handle.readfile = self._path(path).open("rb")
        handle.stat = lambda: self._attributes(self._path(path))
        return handle

    def rename(self, old: str, new: str) -> int:
        """Move; never over another."""
        if not self.may_move:
            return int(paramiko.SFTP_PERMISSION_DENIED)
        if self._path(new).exists():
            return int(paramiko.SFTP_FAILURE)
        self._path(old).rename(self._path(new))
        return int(paramiko.SFTP_OK)

    def mkdir(self, path: str, attributes: Any) -> int:
        """Make a folder."""
        if not self.may_move:
            return int(paramiko.SFTP_PERMISSION_DENIED)
        self._path(path).mkdir()
        return int(paramiko.SFTP_OK)


class Ann(paramiko.ServerInterface):
    """Lets ann in."""

    def check_auth_password(self, username: str, password: str) -> int:
        """By her password."""
        good = (username, password) == ("ann", PASSWORD)
        return int(paramiko.AUTH_SUCCESSFUL if good else paramiko.AUTH_FAILED)

    def check_auth_publickey(self, username: str, key: Any) -> int:
        """By any key of hers."""
        return int(paramiko.AUTH_SUCCESSFUL if username == "ann" else paramiko.AUTH_FAILED)

    def get_allowed_auths(self, username: str) -> str:
        """Both ways."""
        return "password,publickey"

    def check_channel_request(self, kind: str, chanid: int) -> int:
        """For files."""
        return int(paramiko.OPEN_SUCCEEDED)


class SftpHouse:
    """An SFTP server over a folder."""

    def __init__(self, folder: Path) -> None:
        self.files: Any = type("Those", (Files,), {"root": folder.parent})
        self.key: Any = paramiko.ECDSAKey.generate()
        self.listener = Listener(self.serve)
        self.url = f"sftp://ann@127.0.0.1:{self.listener.port}/out"

    @property
    def may_move(self) -> bool:
        """Whether files may be moved."""
        return bool(self.files.may_move)

    @may_move.setter
    def may_move(self, may: bool) -> None:
        self.files.may_move = may

    def serve(self, connection: socket.socket) -> None:
        """One client."""
        transport = paramiko.Transport(connection)
        try:
            transport.add_server_key(self.key)
            transport.set_subsystem_handler("sftp", paramiko.SFTPServer, self.files)
            transport.start_server(server=Ann())
            transport.join(20)
        except (paramiko.SSHException, EOFError):
            # Whoever asked did not like our key.
            return
        finally:
            transport.close()


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
