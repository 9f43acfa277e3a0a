"""Is the port free, and who has it? Asked before anything starts: two granians bind one port
without an error, and readers would then get the one or the other."""

from __future__ import annotations

import errno
import socket
from pathlib import Path

#: The state of a listening socket in /proc/net/tcp (Linux, include/net/tcp_states.h).
LISTENING = "0A"


class PortError(Exception):
    """The address cannot be listened on. Its words say why and what to do."""


def check_free(host: str, port: int) -> None:
    """Return if `host`:`port` can be listened on.

    Raises:
        PortError: it is taken (with the process that has it, where that can be seen), not
            allowed, or no address of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        # REUSEADDR passes over connections that have ended; without REUSEPORT a listener is seen.
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
            trial.listen(1)
        except OSError as error:
            raise PortError(_words(error, host, port)) from error


def _words(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken{_by_whom(port)}. Stop it or use --port {_next(host, port)}."
    if error.errno == errno.EACCES:
        return f"Port {port} may not be used by this user. Use --port 8000, behind a proxy."
    if error.errno == errno.EADDRNOTAVAIL:
        return f"'{host}' is no address of this machine. Use --host 127.0.0.1 or 0.0.0.0."
    return f"Cannot listen on {host}:{port}: {error.strerror or error}. Use another --host."


def _by_whom(port: int) -> str:
    holder = holder_of(port)
    return f" by process {holder[0]} ({holder[1]})" if holder else ""


def _next(host: str, port: int) -> int:
    for candidate in range(port + 1, min(port + 50, 65536)):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
            if not trial.connect_ex((_reached_at(host), candidate)):
                continue
            return candidate
    return port + 1


def _reached_at(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104


def a_free_port() -> int:
    """A port of the loopback that nobody has at this moment."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def holder_of(port: int) -> tuple[int, str] | None:
    """The process that listens on `port`: its number and command; None where that cannot be seen
    (not Linux, or another user's process)."""
    inodes = _listening_inodes(port)
    if not inodes:
        return None
    for process in Path("/proc").glob("[0-9]*"):
        if _holds(process, inodes):
            return int(process.name), _command(process)
    return None


def _listening_inodes(port: int) -> set[str]:
    found = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        try:
            rows = Path(table).read_text().splitlines()[1:]
        except OSError:
            continue
        for row in rows:
            cells = row.split()
            if cells[3] == LISTENING and int(cells[1].rpartition(":")[2], 16) == port:
                found.add(f"socket:[{cells[9]}]")
    return found


def _holds(process: Path, inodes: set[str]) -> bool:
    try:
        return any(str(fd.readlink()) in inodes for fd in (process / "fd").iterdir())
    except OSError:
        # Ended meanwhile, or somebody else's.
        return False


def _command(process: Path) -> str:
    try:
        words = (process / "cmdline").read_bytes().split(b"\0")
        text = b" ".join(words).decode("utf-8", "replace").strip()
    except OSError:
        text = ""
    return text[:80] or "no name"


def lan_address() -> str | None:
    """This machine's address on the local network; None if it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as trial:
        try:
            # Sends nothing: it only asks the kernel which way it would go (RFC 5737 address).
            trial.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address = str(trial.getsockname()[0])
    return None if address.startswith("127.") else address
