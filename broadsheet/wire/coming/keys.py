"""Keys and passwords of wires: read where the owner keeps them at each use, never printed."""

from __future__ import annotations

import os
from pathlib import Path

from broadsheet.wire.models import Wire

#: How a header's value begins that is read from a file at each poll.
FILE = "file:"
_MOST = 16 * 1024


class SecretError(Exception):
    """A key or a password is not to be had. Its words say where it was looked for."""


def password(wire: Wire) -> str:
    """The password of a wire; empty when none is set.

    Raises:
        SecretError: the file cannot be read, or the variable is not there.
    """
    if file := str(wire.settings.get("password_file", "")):
        return from_file(file, "the password")
    if name := str(wire.settings.get("password_variable", "")):
        if name not in os.environ:
            raise SecretError(
                f"the environment has no {name}, which is to hold the password. Set it for "
                "`broadsheet serve`, or name a file with --password-file."
            )
        return os.environ[name]
    return ""


def headers(wire: Wire) -> dict[str, str]:
    """The headers to send with each poll, with what their files hold now.

    Raises:
        SecretError: a file cannot be read, or holds what cannot stand in a header.
    """
    found = {}
    for name, value in wire.settings.get("headers", {}).items():
        words = str(value)
        if words.startswith(FILE):
            words = from_file(words.removeprefix(FILE), f"the header {name}")
        if not words.isprintable():
            raise SecretError(f"the header {name} holds a line break or a control character.")
        found[str(name)] = words
    return found


def from_file(path: str, what: str) -> str:
    """What a file holds, without the line break at its end."""
    try:
        with Path(path).expanduser().open(encoding="utf-8") as file:
            return file.read(_MOST).strip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SecretError(f"{what} cannot be read from {path}: {why}.") from error
