"""File servers for the tests: FTP with and without TLS, and SFTP, each over a folder."""

from __future__ import annotations

import socket
import ssl
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import paramiko

from tests.wire.servers import Listener, context

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
