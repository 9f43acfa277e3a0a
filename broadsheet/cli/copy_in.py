"""Copy from a file or from standard input, for the commands that read it without a paper."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from broadsheet.copydesk.source_text import (
    MOST,
    CopyError,
    CopyTooLongError,
    decode,
    from_html,
    looks_like_html,
)


class NoCopyError(Exception):
    """There is no copy to read; the message is one sentence that names the file."""


@dataclass(frozen=True, slots=True)
class CopyIn:
    """Text, the name of where it came from, and what a person should know about the way in."""

    name: str
    text: str
    remark: str = ""


def day(text: str) -> date:
    """A date for argparse, `2026-03-06`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{text}' is not a date: write it as 2026-03-06."
        ) from None


def take_in(name: str) -> CopyIn:
    """The copy in the file `name`; `-` is standard input.

    Raises:
        NoCopyError: the file is missing, empty, too long or no text.
    """
    shown = "standard input" if name == "-" else name
    try:
        decoded = decode(_bytes(name))
    except OSError as error:
        raise NoCopyError(f"{shown}: {(error.strerror or str(error)).lower()}.") from None
    except CopyTooLongError:
        raise NoCopyError(
            f"{shown}: it is longer than the {MOST / 1_000_000:g} MB that are read as copy. "
            "Is it really one story?"
        ) from None
    except CopyError as error:
        raise NoCopyError(f"{shown}: {error}") from None
    remark = f"read as {decoded.encoding}, which is a guess" if decoded.guessed else ""
    if not looks_like_html(decoded.text):
        return CopyIn(shown, decoded.text, remark)
    remark = "; ".join([*([remark] if remark else []), "a web page: only its words are read"])
    return CopyIn(shown, from_html(decoded.text), remark)


def _bytes(name: str) -> bytes:
    if name == "-":
        if sys.stdin.isatty():
            print("Paste the copy, then press Ctrl-D on a line of its own.", file=sys.stderr)
        return sys.stdin.buffer.read(MOST + 1)
    with Path(name).open("rb") as file:
        return file.read(MOST + 1)


def say_in_utf8() -> None:
    """Let standard output carry any text, whatever the locale. A lone surrogate, which no
    encoding can hold, goes out as the escape that JSON has for it."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
