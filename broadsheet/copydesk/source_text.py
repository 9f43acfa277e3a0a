"""Bytes into text: the encoding is found and said, and what is no copy is refused."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from broadsheet.copydesk.old_encodings import OTHER_SCRIPTS, is_latin, latin_encoding

MOST = 20_000_000


class CopyError(Exception):
    """The bytes cannot be read as copy. The message says why and what to do."""


class EmptyCopyError(CopyError):
    """There is nothing in it."""


class BinaryCopyError(CopyError):
    """It is no text."""


class CopyTooLongError(CopyError):
    """It is longer than is read."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read in, and whether that was a guess."""

    text: str
    encoding: str
    guessed: bool


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\x1f\x8b")


def decode(data: bytes, *, most: int = MOST) -> Decoded:
    """Read bytes as text.

    Args:
        data: the whole file, or its first `most` + 1 bytes.
        most: the longest copy that is read, in bytes.

    Raises:
        EmptyCopyError, BinaryCopyError, CopyTooLongError.
    """
    if not data.strip():
        raise EmptyCopyError("it is empty: there is no copy to read.")
    if len(data) > most:
        raise CopyTooLongError(
            f"it is longer than the {most / 1_000_000:g} MB that are read as copy "
            "(setting copy_most_megabytes). Is it really one story?"
        )
    decoded = _decode(data)
    if not decoded.text.strip().strip("\ufeff\u200b"):
        raise EmptyCopyError("it is empty: there is no copy to read.")
    return decoded


def _decode(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding.removesuffix("-sig"), False)
            except UnicodeDecodeError as error:
                raise BinaryCopyError(
                    f"it says that it is {encoding} but is broken at byte {error.start}."
                ) from None
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", False)
    except UnicodeDecodeError:
        return _guess(data)


def _refuse_binary(data: bytes) -> None:
    sample = data[:65536]
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x07\x1a\x1b" for byte in sample)
    if data.startswith(_MAGIC) or b"\x00" in sample or control * 50 > len(sample):
        raise BinaryCopyError(
            "it is not text (a picture, document or program?). Paste the words, or save it as "
            "plain text."
        )


def _guess(data: bytes) -> Decoded:
    sample = data[:200_000]
    encoding = latin_encoding(sample) if is_latin(sample) else _other_script(sample)
    return Decoded(data.decode(encoding, errors="replace"), encoding, True)


def _other_script(sample: bytes) -> str:
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return "cp1252"
    best = from_bytes(sample, cp_isolation=list(OTHER_SCRIPTS)).best()
    return best.encoding if best is not None else "cp1252"


def looks_like_html(text: str) -> bool:
    """Whether the text is a web page or a piece of one."""
    return bool(re.match(r"\s*(<!doctype html|<html|<body|<article|<div|<p\b)", text, re.I))


def from_html(html: str) -> str:
    """The words of a web page, block by block with an empty line between."""
    # Plain text, which is nearly all copy, is not to wait for a parser of HTML.
    from broadsheet.copydesk.web_page import words_of

    return words_of(html)
