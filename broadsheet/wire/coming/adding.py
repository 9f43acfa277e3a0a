"""Setting a wire up and changing it: one way for the command line and for the newsroom's screen."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Site

from broadsheet.wire.coming.addresses import PUSH as PUSH
from broadsheet.wire.coming.addresses import AddingError as AddingError
from broadsheet.wire.coming.addresses import masked, read_address
from broadsheet.wire.coming.noting import PINNED, note
from broadsheet.wire.models import Agency, Wire

LEAST_EVERY = 10
NAME_MOST = 120
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A wire as somebody wants it.

    Attributes:
        address: http(s), ftp(s), sftp: asked; imaps: a mailbox; `push`: takes are sent to us;
            anything else is a folder.
        every: seconds between two polls.
        silent_after: minutes without a take until it is called silent; 0 for never.
        keep_days: days that takes are kept; 0 for ever.
        private: it may lie inside the private network.
        password: kept in a file of the paper's own (`put_password`); empty leaves what there is.
        password_file: a path; the password is read from it at each use.
        password_variable: or the name of an environment variable that holds it.
        headers: sent with each poll; a value `file:PATH` is read from there at each poll.
        key_file: for SFTP, the file of our own key; the password opens it. Empty leaves what there is.
        known_hosts: for SFTP, the file that says by which keys servers are known; empty leaves what
            there is, and without one the first key shown is the one that counts.
    """

    address: str
    name: str = ""
    agency: Agency | None = None
    every: int = 300
    silent_after: int = 0
    keep_days: int = 0
    private: bool = False
    password: str = field(default="", repr=False)
    password_file: str = ""
    password_variable: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    key_file: str = ""
    known_hosts: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """A new wire.

    Attributes:
        token: for one that takes are sent to; kept nowhere in the clear, so show it now.
    """

    wire: Wire
    token: str = ""


def add(paper: Site, wanted: Wanted) -> Added:
    """Set a wire up.

    Raises:
        AddingError: it cannot be so.
    """
    kind, address = read_address(wanted.address)
    name = " ".join(wanted.name.split()) or _name_from(address)
    slug = _slug(name)
    if Wire.objects.filter(paper=paper, slug=slug).exists():
        raise AddingError("name", _taken(name))
    wire = Wire(paper=paper, slug=slug, kind=kind, address=address)
    _put(wire, wanted, name)
    token = _token_of(wire) if kind == Wire.Kind.PUSH else ""
    try:
        with transaction.atomic():
            wire.save()
    except IntegrityError as error:
        # Somebody else added one of that name at this moment.
        raise AddingError("name", _taken(name)) from error
    return Added(wire, token)


def change(wire: Wire, wanted: Wanted) -> Wire:
    """Change a wire; its address under which takes are sent stays the same. What was remembered of
    the old address is forgotten, and a new one is asked at once.

    Raises:
        AddingError: it cannot be so.
    """
    kind, address = read_address(wanted.address)
    if (kind == Wire.Kind.PUSH) != (wire.kind == Wire.Kind.PUSH):
        raise AddingError(
            "address", "A wire that is asked cannot become one that takes are sent to: add another."
        )
    name = " ".join(wanted.name.split()) or wire.name
    others = Wire.objects.filter(paper=wire.paper_id, name__iexact=name).exclude(pk=wire.pk)
    if others.exists():
        raise AddingError("name", _taken(name))
    with transaction.atomic():
        # What a poll in progress writes meanwhile stays, unless the address is another.
        wire = Wire.objects.select_for_update().get(pk=wire.pk)
        if address != wire.address:
            wire.kind, wire.address = kind, address
            wire.remembered, wire.error, wire.failures = {}, "", 0
            wire.next_poll = None
        _put(wire, wanted, name)
        wire.save()
    return wire


def _put(wire: Wire, wanted: Wanted, name: str) -> None:
    if wanted.password_variable and not _VARIABLE.fullmatch(wanted.password_variable):
        raise AddingError(
            "password_variable",
            f"“{wanted.password_variable}” is no name of an environment variable.",
        )
    wire.name, wire.agency = name[:NAME_MOST], wanted.agency
    wire.every = max(LEAST_EVERY, wanted.every)
    wire.silent_after, wire.keep_days = max(0, wanted.silent_after), max(0, wanted.keep_days)
    file = wanted.password_file
    if wanted.password:
        _drop_password(wire)
        file = put_password(wire.slug, wanted.password)
    said = {
        "private_network": wanted.private,
        "password_file": file,
        "password_variable": wanted.password_variable,
        "headers": dict(wanted.headers),
    }
    for key, value in (("key_file", wanted.key_file), ("known_hosts", wanted.known_hosts)):
        said |= {key: value} if value else {}
    kept = {key: value for key, value in wire.settings.items() if key not in said}
    wire.settings = {**kept, **{key: value for key, value in said.items() if value}}


def _name_from(address: str) -> str:
    if not address:
        raise AddingError("name", "What is the wire called?")
    parts = urlsplit(address) if "://" in address else None
    return (parts.hostname or "") if parts else Path(address).name or address


def _taken(name: str) -> str:
    return f"There is a wire called “{name}” already. Give another name."


def _slug(name: str) -> str:
    return slugify(name, allow_unicode=True)[:NAME_MOST] or "wire"


def new_token(wire: Wire) -> str:
    """Give a wire that takes are sent to a new token; the old one opens nothing any more."""
    with transaction.atomic():
        wire = Wire.objects.select_for_update().get(pk=wire.pk)
        token = _token_of(wire)
        wire.save(update_fields=["settings"])
    return token


def _token_of(wire: Wire) -> str:
    token = secrets.token_urlsafe(32)
    wire.settings = {**wire.settings, "token_hash": hashlib.sha256(token.encode()).hexdigest()}
    return token


def put_password(slug: str, password: str) -> str:
    """Keep a password in a file that only the paper's own user reads; gives its path.

    Args:
        slug: of the wire.
    """
    folder = _passwords()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # mkstemp makes it readable by its owner only, under a name that is free.
    handle, path = tempfile.mkstemp(".password", f"{quote(slug, safe='')[:150]}-", folder)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(password)
    return path


def _drop_password(wire: Wire) -> None:
    """Delete the file that `put_password` made for a wire; an owner's own file stays."""
    kept = wire.settings.get("password_file", "")
    if kept and Path(kept).parent == _passwords():
        Path(kept).unlink(missing_ok=True)


def _passwords() -> Path:
    return Path(settings.CONFIG.data) / "wires"


def switch(wire: Wire, *, on: bool) -> None:
    """Switch a wire off, or on again: it is asked at once then."""
    now = timezone.now() if on else None
    Wire.objects.filter(pk=wire.pk).update(working=on, next_poll=now, failures=0)
    wire.working = on


def accept_new_key(wire: Wire) -> None:
    """Let an SFTP server show another key than before: the next one that it shows counts."""
    note(wire, {PINNED: None}, next_poll=timezone.now())


def ask_now(wire: Wire) -> None:
    """Have a wire asked within a second, by whoever asks them all: never twice at a time."""
    Wire.objects.filter(pk=wire.pk).update(next_poll=timezone.now())


def remove(wire: Wire) -> None:
    """Remove a wire; its takes stay."""
    wire.delete()
    _drop_password(wire)


def shown(wire: Wire) -> str:
    """A wire's address for people: what looks like a key in it is not shown."""
    if wire.kind == Wire.Kind.PUSH:
        return f"/wire/{wire.slug}/"
    return masked(wire.address)
