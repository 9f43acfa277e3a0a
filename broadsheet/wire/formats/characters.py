"""Bytes into characters where a declaration may be a lie: byte order marks, UTF-8 under another
name, Windows bytes under the name of ISO 8859-1, a few stray bytes among good ones."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Encodings in which any bytes are text, so that UTF-8 under their name goes unnoticed.
_ONE_BYTE = re.compile(
    r"iso-?8859|latin|windows-?125|cp125|us-?ascii|ascii|mac|koi8", re.IGNORECASE
)
_LATIN = re.compile(r"iso-?8859-?1$|latin-?1$|us-?ascii$|ascii$", re.IGNORECASE)
#: Encodings of two or four bytes a letter; plain text in them is full of noughts.
_WIDE = re.compile(r"utf-?(?:16|32)|ucs", re.IGNORECASE)
#: Bytes that are signs in Windows' encoding and nothing printable in ISO 8859-1.
_WINDOWS = re.compile(rb"[\x80-\x9f]")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are no UTF-8, one by one, as Windows' Western encoding has them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", "replace"), error.end


codecs.register_error("broadsheet-as-windows", _as_windows)


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """Text, and what was wrong with its declaration (empty when nothing was).

    Args:
        data: the bytes.
        declared: the encoding they are said to be in; none is UTF-8.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace"), ""
    declared = declared or "utf-8"
    if _WIDE.match(declared) and b"\x00" not in data[:400]:
        text, _ = decode(data)
        return text, f"it is said to be {declared}, but is UTF-8"
    if is_utf8(declared) or _ONE_BYTE.match(declared):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            return _other(data, declared)
        honest = is_utf8(declared) or data.isascii()
        return text, "" if honest else f"it is said to be {declared}, but is UTF-8"
    return _other(data, declared)


def marked(data: bytes) -> bytes:
    """The bytes, with the byte order mark that UTF-16 ought to have where it was left out."""
    top = data[:64]
    if len(top) < 16 or top[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return data
    most = len(top) * 0.4
    if top[1::2].count(0) > most and 0 not in top[::2]:
        return codecs.BOM_UTF16_LE + data
    if top[::2].count(0) > most and 0 not in top[1::2]:
        return codecs.BOM_UTF16_BE + data
    return data


def is_utf8(name: str) -> bool:
    """Whether a declaration says UTF-8."""
    return name.lower().replace("_", "-") in {"utf-8", "utf8"}


def _other(data: bytes, declared: str) -> tuple[str, str]:
    if is_utf8(declared):
        why = "it is said to be utf-8, but is not; stray bytes were read as Windows-1252"
        return data.decode("utf-8", "broadsheet-as-windows"), why
    if _LATIN.match(declared):
        honest = declared.lower().startswith(("iso", "lat")) and not _WINDOWS.search(data)
        why = "" if honest else f"it is said to be {declared}, but is Windows-1252"
        return data.decode("cp1252", "replace"), why
    try:
        return data.decode(declared), ""
    except (LookupError, UnicodeDecodeError):
        why = f"it is said to be {declared}, which it is not; UTF-8 and Windows-1252 were tried"
        return data.decode("utf-8", "broadsheet-as-windows"), why
