"""Copy from a file or from standard input, for the commands that read it without a paper."""

from __future__ import annotations

import argparse
import codecs
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

# The redundant alias says that others may take it from here.
from broadsheet.cli.terminal import say_in_utf8 as say_in_utf8
from broadsheet.copydesk.source_text import (
    MOST,
    CopyError,
    CopyTooLongError,
    Decoded,
    decode,
    from_html,
    looks_like_html,
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class NoCopyError(Exception):
    """There is no copy to read; the message is one sentence that names the file."""


@dataclass(frozen=True, slots=True)
class CopyIn:
    """Text, the name of where it came from, and what a person should know about the way in."""

    name: str
    text: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Original:
    """Copy whose file is to be written again: the bytes, and what they are encoded in."""

    copy: CopyIn
    path: Path
    data: bytes
    mark: bytes
    encoding: str

    def encoded(self, text: str) -> bytes:
        """A text in the file's own encoding, with the byte order mark that it had.

        Raises:
            UnicodeEncodeError: the encoding has no such character.
        """
        return self.mark + text.encode(self.encoding)


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
    shown = _shown(name)
    decoded = _decoded(shown, _bytes(name, shown))
    remark = f"read as {decoded.encoding}, which is a guess" if decoded.guessed else ""
    if not looks_like_html(decoded.text):
        return CopyIn(shown, decoded.text, remark)
    remark = "; ".join([*([remark] if remark else []), "a web page: only its words are read"])
    return CopyIn(shown, from_html(decoded.text), remark)


def take_original(name: str) -> Original:
    """The copy in the file `name` with its bytes, so that it can be written again as it was.

    Raises:
        NoCopyError: as `take_in`, or the bytes would not come back from the text.
    """
    shown = _shown(name)
    data = _bytes(name, shown)
    decoded = _decoded(shown, data)
    if looks_like_html(decoded.text):
        raise NoCopyError(f"{shown}: it is a web page, which is read but not written.")
    mark, encoding = next(
        (known for known in _MARKS if data.startswith(known[0])), (b"", decoded.encoding)
    )
    found = Original(CopyIn(shown, decoded.text), Path(name), data, mark, encoding)
    try:
        whole = found.encoded(decoded.text) == data
    except UnicodeEncodeError:
        whole = False
    if not whole:
        raise NoCopyError(
            f"{shown}: its encoding could only be guessed ({encoding}) and would not be kept. Save "
            "it as UTF-8 first."
        )
    return found


def _shown(name: str) -> str:
    return "standard input" if name == "-" else name


def _decoded(shown: str, data: bytes) -> Decoded:
    try:
        return decode(data)
    except CopyTooLongError:
        raise NoCopyError(
            f"{shown}: it is longer than the {MOST / 1_000_000:g} MB that are read as copy. "
            "Is it really one story?"
        ) from None
    except CopyError as error:
        raise NoCopyError(f"{shown}: {error}") from None


def _bytes(name: str, shown: str) -> bytes:
    try:
        if name == "-":
            if sys.stdin.isatty():
                print("Paste the copy, then press Ctrl-D on a line of its own.", file=sys.stderr)
            return sys.stdin.buffer.read(MOST + 1)
        with Path(name).open("rb") as file:
            return file.read(MOST + 1)
    except OSError as error:
        raise NoCopyError(f"{shown}: {(error.strerror or str(error)).lower()}.") from None
