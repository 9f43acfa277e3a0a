"""A mailbox: what is unseen is kept whole, and flagged only after that."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError

from broadsheet.wire.coming import lines, mailbox
from broadsheet.wire.coming.mailbox import _quoted
from broadsheet.wire.models import Delivery, Take, Wire
from tests.wire.servers import Listener, certificate, context

PASSWORD = 'se"same\\'


def letter(subject: str = "Sea lock opens", words: str = "The sea lock opened on Friday.") -> bytes:
    """A mail from the agency."""
    return (
        f"From: Ann <ann@sna.example>\r\nTo: desk@clarion.example\r\nSubject: {subject}\r\n"
        f"Date: Fri, 6 Mar 2026 09:00:00 +0000\r\nMessage-ID: <{subject.replace(' ', '.')}@sna>\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{words}\r\n"
    ).encode()


class House:
    """A mail server with one folder, which notes what it is told."""

    def __init__(self, pem: Path) -> None:
        self.context = context(pem)
        self.mails: dict[int, bytes] = {}
        self.seen: set[int] = set()
        self.validity, self.folder = 7, '"INBOX"'
        self.read_only = self.sulks = False
        self.told: list[str] = []
        self.listener = Listener(self.serve)
        self.url = f"imaps://ann%40sna@127.0.0.1:{self.listener.port}/INBOX"

    def serve(self, connection: socket.socket) -> None:
        """One client."""
        with self.context.wrap_socket(connection, server_side=True) as line:
            file = line.makefile("rb")
            line.sendall(b"* OK ready\r\n")
            while asked := file.readline().decode():
                tag, _, words = asked.strip().partition(" ")
                self.told.append(words)
                line.sendall(self.answer(tag, words))
                if words == "LOGOUT":
                    return

    def answer(self, tag: str, words: str) -> bytes:
        """What is said to one command."""
        ok = f"{tag} OK done\r\n".encode()
        command = words.removeprefix("UID ").split()[0]
        if command == "CAPABILITY":
            return b"* CAPABILITY IMAP4rev1\r\n" + ok
        if command == "LOGIN":
            right = r'LOGIN ann@sna "se\"same\\"'
            return ok if words == right else f"{tag} NO {words}\r\n".encode()
        if command in {"SELECT", "EXAMINE"}:
            return self.selected(tag, command, words)
        if command == "SEARCH":
            unseen = " ".join(map(str, sorted(set(self.mails) - self.seen)))
            return f"* SEARCH {unseen}\r\n".encode() + ok
        if command == "FETCH":
            return self.fetched(words) + ok
        if command == "STORE":
            self.seen.add(int(words.split()[2]))
        return ok

    def selected(self, tag: str, command: str, words: str) -> bytes:
        if words.partition(" ")[2] != self.folder:
            return f"{tag} NO there is none\r\n".encode()
        rights = "[READ-ONLY]" if self.read_only else "[READ-WRITE]"
        return (
            f"* {len(self.mails)} EXISTS\r\n* OK [UIDVALIDITY {self.validity}] ok\r\n"
            f"{tag} OK {rights} done\r\n"
        ).encode()

    def fetched(self, words: str) -> bytes:
        _, _, numbers, what = words.split(" ", 3)
        found = b""
        for uid in map(int, numbers.split(",")):
            if self.sulks or uid not in self.mails:
                continue
            data = self.mails[uid]
            if "BODY.PEEK[]" in what:
                found += f"* {uid} FETCH (UID {uid} BODY[] {{{len(data)}}}\r\n".encode() + data
                found += b")\r\n"
            else:
                found += f"* {uid} FETCH (UID {uid} RFC822.SIZE {len(data)})\r\n".encode()
        return found


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A mail server whose certificate this machine trusts."""
    pem = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    made = House(pem)
    yield made
    made.listener.end()


@pytest.fixture
def wire(paper: Any, house: House, tmp_path: Path) -> Wire:
    """A wire that looks into it; the password lies in a file."""
    (tmp_path / "password").write_text(PASSWORD + "\n")
    return Wire.objects.create(
        paper=paper, name="SNA", slug="sna", kind="mailbox", address=house.url,
        settings={"private_network": True, "password_file": str(tmp_path / "password")},
    )  # fmt: skip


def test_an_unseen_message_is_kept_whole_and_then_flagged(wire: Wire, house: House) -> None:
    house.mails = {3: letter(), 4: letter("Seen before"), 9: letter("Ferry sails", "It sailed.")}
    house.seen = {4}
    assert mailbox.look(wire) == 2
    assert {bytes(one.data) for one in Delivery.objects.all()} == {house.mails[3], house.mails[9]}
    assert house.seen == {3, 4, 9}
    wire.refresh_from_db()
    assert (wire.error, wire.failures) == ("", 0)
    assert wire.next_poll is not None
    assert wire.last_take is not None
    assert mailbox.look(wire) == 0
    assert Take.objects.count() == 2


def test_what_was_not_kept_is_not_flagged(
    wire: Wire, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*words: Any, **more: Any) -> Any:
        raise OperationalError("database is locked")

    house.mails = {3: letter()}
    with monkeypatch.context() as patch:
        patch.setattr(mailbox, "keep", away)
        with pytest.raises(OperationalError):
            mailbox.look(wire)
    assert house.seen == set()
    assert mailbox.look(wire) == 1


def test_the_password_stands_in_no_error_and_no_log(
    wire: Wire, house: House, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    (tmp_path / "password").write_text("wrong-sesame")
    with caplog.at_level(logging.DEBUG):
        mailbox.look(wire)
    assert "does not let ann@sna in" in wire.error
    assert "wrong-sesame" not in wire.error + caplog.text
    assert wire.failures == 1


def test_the_password_may_stand_in_the_environment(
    wire: Wire, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire.settings = {"private_network": True, "password_variable": "SNA_MAIL"}
    wire.save()
    mailbox.look(wire)
    assert "the environment has no SNA_MAIL" in wire.error
    monkeypatch.setenv("SNA_MAIL", PASSWORD)
    house.mails = {1: letter()}
    assert mailbox.look(wire) == 1


def test_a_mailbox_that_may_only_be_looked_at_is_read_once(wire: Wire, house: House) -> None:
    house.mails, house.read_only = {3: letter()}, True
    assert mailbox.look(wire) == 1
    assert "may only be looked at" in wire.error
    house.told.clear()
    mailbox.look(wire)
    assert not any("PEEK" in words for words in house.told)
    house.validity = 8
    house.told.clear()
    mailbox.look(wire)
    assert any("PEEK" in words for words in house.told)
    assert Take.objects.count() == 1


def test_too_large_a_message_is_left_and_said(
    wire: Wire, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "MOST_BYTES", len(letter()) + 5)
    house.mails = {3: letter(words="x" * 1000), 4: letter()}
    assert mailbox.look(wire) == 1
    assert "message 3 is larger" in wire.error
    assert house.seen == {4}


def test_many_messages_are_taken_in_turns(
    wire: Wire, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "AT_A_LOOK", 2)
    house.mails = {uid: letter(f"News {uid}", f"Number {uid} sailed.") for uid in (1, 2, 3)}
    assert mailbox.look(wire) == 2
    assert wire.next_poll is not None
    assert wire.last_asked is not None
    assert wire.next_poll <= wire.last_asked
    assert mailbox.look(wire) == 1


def test_a_folder_that_is_not_there_is_said(wire: Wire, house: House) -> None:
    house.folder = '"Other"'
    mailbox.look(wire)
    assert "has no folder “INBOX”" in wire.error


def test_a_message_that_is_gone_by_now_is_no_fault(wire: Wire, house: House) -> None:
    house.mails, house.sulks = {3: letter()}, True
    assert mailbox.look(wire) == 0
    assert wire.error == ""


def test_a_server_that_does_not_prove_who_it_is_gets_no_password(
    wire: Wire, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    mailbox.look(wire)
    assert "does not prove who it is" in wire.error
    assert house.told == []


def test_the_private_network_is_not_asked_unless_the_owner_allows_it(
    wire: Wire, house: House
) -> None:
    del wire.settings["private_network"]
    mailbox.look(wire)
    assert "inside the private network" in wire.error
    assert house.told == []


def test_a_server_that_drips_is_cut_off(paper: Any) -> None:
    def drip(connection: socket.socket) -> None:
        for _ in range(100):
            connection.sendall(b"*")
            connection.settimeout(0.1)
            try:
                if not connection.recv(1):
                    return
            except TimeoutError:
                continue

    listener = Listener(drip)
    wire = Wire.objects.create(
        paper=paper, name="S", slug="s", kind="mailbox", settings={"private_network": True}
    )
    with lines.Line(wire, 0.5) as one:
        connection = one.dial("127.0.0.1", listener.port)
        connection.settimeout(5)
        said = connection.makefile("rb").read()
        assert one.is_cut
    assert len(said) < 50
    connection.close()
    listener.end()


NAMES = [("INBOX", '"INBOX"'), ('A "b"\\', r'"A \"b\"\\"'), ("Agência & Co", '"Ag&AOo-ncia &- Co"')]


@pytest.mark.parametrize(("name", "coded"), NAMES)
def test_the_name_of_a_folder_is_coded_as_the_protocol_has_it(name: str, coded: str) -> None:
    assert _quoted(name) == coded
