"""Is the port free, and who has it?"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

import pytest

from broadsheet.serve import ports
from broadsheet.serve.ports import PortError, a_free_port, check_free, holder_of


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """Somebody who listens as granian does, so that a second one could bind the same port."""
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        held.bind(("127.0.0.1", 0))
        held.listen()
        yield held


def test_a_free_port_is_free() -> None:
    check_free("127.0.0.1", a_free_port())


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])  # noqa: S104
def test_a_taken_port_is_named_with_the_process_that_has_it(
    listener: socket.socket, host: str
) -> None:
    port = listener.getsockname()[1]
    with pytest.raises(PortError) as caught:
        check_free(host, port)
    words = str(caught.value)
    assert f"Port {port} is taken by process {os.getpid()} (" in words
    assert "Stop it or use --port " in words


def test_the_port_it_proposes_is_free(listener: socket.socket) -> None:
    with pytest.raises(PortError) as caught:
        check_free("127.0.0.1", listener.getsockname()[1])
    check_free("127.0.0.1", int(str(caught.value).rpartition(" ")[2].rstrip(".")))


def test_a_port_whose_last_connection_has_just_ended_is_free() -> None:
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        held.listen()
        port = held.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)) as reader:
            served, _ = held.accept()
            # The side that closes first keeps the port in TIME_WAIT.
            served.close()
            reader.recv(1)
    check_free("127.0.0.1", port)


def test_an_address_of_another_machine_is_refused_in_words() -> None:
    with pytest.raises(PortError, match="no address of this machine"):
        check_free("192.0.2.1", 8000)


def test_a_name_that_is_no_address_is_refused_in_words() -> None:
    with pytest.raises(PortError, match="Cannot listen on"):
        check_free("no such host", 8000)


def test_nobody_holds_a_free_port() -> None:
    assert holder_of(a_free_port()) is None


def test_where_proc_cannot_be_read_the_process_is_not_named(
    listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ports, "_listening_inodes", lambda port: set())
    with pytest.raises(PortError, match=r"is taken\. Stop it"):
        check_free("127.0.0.1", listener.getsockname()[1])
