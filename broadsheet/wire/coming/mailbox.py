"""A mailbox that is looked into (IMAP4rev1 over TLS, RFC 3501 and 8314): each unseen message is kept
whole, and flagged as seen only after that."""

from __future__ import annotations

import imaplib
import re
import ssl
from base64 import b64encode
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import unquote, urlsplit

from django.utils import timezone

from broadsheet.wire.coming import keys, lines, pauses
from broadsheet.wire.coming.fetching import FetchError
from broadsheet.wire.coming.keys import SecretError
from broadsheet.wire.coming.noting import note
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Wire

PORT = 993
MOST_BYTES = 64 * 1024 * 1024
#: So many messages are kept at one look; when more wait, the next look follows soon.
AT_A_LOOK = 100
_SIZE = re.compile(rb"UID (\d+).*?RFC822\.SIZE (\d+)|RFC822\.SIZE (\d+).*?UID (\d+)")


class MailboxError(Exception):
    """The mailbox cannot be looked into. Its words say why."""


@dataclass(slots=True)
class _Look:
    """What one look found.

    Attributes:
        validity: UIDVALIDITY: with another one, the numbers of messages mean nothing any more.
        left: numbers of messages that were kept and could not be flagged, or are too large.
    """

    validity: str = ""
    left: set[int] = field(default_factory=set)
    taken: int = 0
    more: bool = False
    problems: list[str] = field(default_factory=list)
    newest: datetime | None = None


def look(wire: Wire) -> int:
    """Keep each unseen message of the wire's mailbox; gives how many takes were new.

    What went wrong is written on the wire and puts the next look off; nothing is raised for it but
    what the database refuses.
    """
    now = timezone.now()
    found = _Look()
    try:
        with lines.Line(wire) as line, _Mailbox(wire, line) as box:
            _read(wire, box, found)
    except (MailboxError, SecretError, FetchError) as error:
        problem = str(error)
    except (imaplib.IMAP4.error, OSError) as error:
        problem = f"{wire.address} cannot be looked into: {lines.words(error)}"
    else:
        problem = ""
    _say(wire, now, found, problem)
    return found.taken


def _say(wire: Wire, now: datetime, found: _Look, problem: str) -> None:
    wire.failures = wire.failures + 1 if problem else 0
    due = pauses.after_failure(wire, now) if problem else pauses.after_success(wire, now)
    if found.more and not problem:
        due = now
    remember = None
    if found.validity:
        remember = {"mail": {"validity": found.validity, "left": sorted(found.left)}}
    columns: dict[str, object] = (
        {"lag": (now - found.newest).total_seconds()} if found.newest else {}
    )
    note(
        wire, remember, error="; ".join(filter(None, [problem, *found.problems])), next_poll=due,
        failures=wire.failures, last_asked=now, **columns,
    )  # fmt: skip


def _read(wire: Wire, box: _Mailbox, found: _Look) -> None:
    found.validity, found.left = box.validity, _left(wire, box.validity)
    unseen = [uid for uid in box.unseen() if uid not in found.left]
    found.more = len(unseen) > AT_A_LOOK
    for uid, size in sorted(box.sizes(unseen[:AT_A_LOOK]).items()):
        if size > MOST_BYTES:
            found.left.add(uid)
            found.problems.append(
                f"message {uid} is larger than {MOST_BYTES:,} bytes and was left in the mailbox"
            )
            continue
        data = box.message(uid)
        if data is not None:
            _keep(wire, box, uid, data, found)


def _keep(wire: Wire, box: _Mailbox, uid: int, data: bytes, found: _Look) -> None:
    kept = keep(data, wire.paper, wire=wire, name=f"{box.folder}, message {uid}")
    found.taken += len(kept.takes)
    now = timezone.now()
    times = [take.versioned for take in kept.takes if take.versioned <= now]
    found.newest = max([*times, *filter(None, [found.newest])], default=None)
    if kept.problem:
        found.problems.append(f"message {uid} lies in quarantine: {kept.problem}")
    if not box.flag(uid):
        found.left.add(uid)
        found.problems.append(
            f"message {uid} was kept but cannot be marked as read: the mailbox may only be looked at"
        )


def _left(wire: Wire, validity: str) -> set[int]:
    kept = wire.remembered.get("mail") or {}
    return set(kept.get("left") or ()) if kept.get("validity") == validity else set()


class _Mailbox(imaplib.IMAP4_SSL):
    """The wire's folder, opened."""

    def __init__(self, wire: Wire, line: lines.Line) -> None:
        self.line, self.validity = line, "0"
        parts = urlsplit(wire.address)
        self.host, self.port = parts.hostname or "", parts.port or PORT
        self.folder = unquote(parts.path.strip("/")) or "INBOX"
        user, password = unquote(parts.username or ""), keys.password(wire)
        if not password:
            raise MailboxError(
                f"The password of {wire.address} is not set. Name a file that holds it "
                "(--password-file), or an environment variable."
            )
        super().__init__(self.host, self.port, ssl_context=lines.tls(), timeout=lines.STEP)
        try:
            self._enter(user, password)
        except BaseException:
            self.shutdown()
            raise

    def _create_socket(self, timeout: float | None) -> ssl.SSLSocket:
        connection = self.line.dial(self.host, self.port)
        try:
            return lines.tls().wrap_socket(connection, server_hostname=self.host)
        except BaseException:
            connection.close()
            raise

    def _enter(self, user: str, password: str) -> None:
        try:
            self.login(user, password)
        except (imaplib.IMAP4.error, UnicodeEncodeError) as error:
            if isinstance(error, imaplib.IMAP4.abort):
                raise
            # The server's words may repeat what it was sent.
            raise MailboxError(
                f"{self.host} does not let {user} in: look at the name and the password."
            ) from None
        try:
            status, _ = self.select(_quoted(self.folder))
        except imaplib.IMAP4.readonly:
            status, _ = self.select(_quoted(self.folder), readonly=True)
        if status != "OK":
            raise MailboxError(f"{self.host} has no folder “{self.folder}”.")
        said = (self.response("UIDVALIDITY")[1] or [None])[0]
        self.validity = said.decode("ascii", "replace") if isinstance(said, bytes) else "0"

    def unseen(self) -> list[int]:
        """The numbers of unseen messages, the oldest first."""
        _, said = self.uid("SEARCH", "UNSEEN")
        return sorted(int(uid) for uid in (said[0] or b"").split() if uid.isdigit())

    def sizes(self, uids: list[int]) -> dict[int, int]:
        """Their sizes in bytes; without those that are gone by now."""
        if not uids:
            return {}
        _, said = self.uid("FETCH", ",".join(map(str, uids)), "(UID RFC822.SIZE)")
        found = {}
        for row in said:
            match = _SIZE.search(row) if isinstance(row, bytes) else None
            if match:
                found[int(match[1] or match[4])] = int(match[2] or match[3])
        return {uid: size for uid, size in found.items() if uid in set(uids)}

    def message(self, uid: int) -> bytes | None:
        """A message, byte for byte, without marking it as read; None when it is gone by now."""
        _, said = self.uid("FETCH", str(uid), "(UID BODY.PEEK[])")
        for row in said:
            if isinstance(row, tuple):
                return bytes(row[1])
        return None

    def flag(self, uid: int) -> bool:
        """Mark a message as read; whether the server lets us."""
        if self.is_readonly:
            return False
        status, _ = self.uid("STORE", str(uid), "+FLAGS.SILENT", r"(\Seen)")
        return bool(status == "OK")


def _quoted(name: str) -> str:
    """A folder's name as the protocol has it: modified UTF-7 (RFC 3501, section 5.1.3), quoted."""
    pieces = re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", name)
    coded = "".join(
        piece.replace("&", "&-") if piece.isascii() and piece.isprintable() else _shifted(piece)
        for piece in pieces
    )
    return '"' + coded.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _shifted(piece: str) -> str:
    coded = b64encode(piece.encode("utf-16-be")).rstrip(b"=").replace(b"/", b",")
    return f"&{coded.decode('ascii')}-"
