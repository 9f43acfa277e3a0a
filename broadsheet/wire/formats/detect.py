"""Which format a file has, from its bytes alone."""

from __future__ import annotations

import re

_ROOT = re.compile(rb"<(?!\?|!)([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)([^>]{0,4000})")
_SKIPPED = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE\b(?:[^\[>]|\[.*?\]\s*)*>", re.DOTALL | re.I)
_HTML = re.compile(rb"^\s*(?:<!doctype\s+html|<html|<head|<body|<article|<div|<p\b|<h1)", re.I)
_HEADER = re.compile(rb"^(?:From |[A-Za-z][A-Za-z0-9-]{1,40}:[ \t])", re.M)
_MAIL = re.compile(
    rb"^(?:Received|Return-Path|Message-ID|MIME-Version|Delivered-To|DKIM-Signature|From|To|Subject|Date):",
    re.M | re.I,
)
#: AP's own id as a property; in ninjs 2 it may be a role among the other ids.
_AP_ID = re.compile(rb'"itemid"\s*:')
#: Bytes from the top that are looked at.
_TOP = 16384


def format_of(data: bytes) -> str | None:
    """The format's name as items bear it, or None when it is none that is known."""
    top = _bare(data[:_TOP])
    if top[:1] == b"<":
        return _of_markup(top)
    if _is_mail(top):
        return "mail"
    if is_binary(top):
        return None
    if top[:1] in b"{[" and top[:1]:
        return _of_json(data)
    return _of_text(top)


#: First bytes of pictures, documents and archives.
_MAGIC = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"ID3",
    b"\xd0\xcf\x11\xe0", b"{\\rtf",
)  # fmt: skip


def is_binary(top: bytes) -> bool:
    """Whether the first bytes are those of a picture, a document or a program."""
    return top.startswith(_MAGIC) or (b"\x00" in top and top[:1] not in b"{[\x01\x16")


def _bare(top: bytes) -> bytes:
    if top[:2] in (b"\xff\xfe", b"\xfe\xff"):
        top = top.decode("utf-16", "replace").encode("utf-8")
    return top.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")


def _of_markup(top: bytes) -> str | None:
    if _HTML.match(top):
        return "html"
    root = _ROOT.search(_SKIPPED.sub(b"", top))
    if root is None:
        return None
    name, said = root[2].lower(), root[3]
    if name in (b"rss", b"channel"):
        return "wxr" if b"wordpress.org/export/" in top else "rss"
    named = {
        b"rdf": "rss", b"feed": "atom", b"entry": "atom", b"nitf": "nitf", b"html": "html",
        b"newsml": "newsml-1", b"newsmessage": "newsml-g2", b"newsitem": "newsml-g2",
        b"packageitem": "newsml-g2", b"conceptitem": "newsml-g2", b"knowledgeitem": "newsml-g2",
        b"planningitem": "newsml-g2", b"catalogitem": "newsml-g2",
        b"contentset": "newsml-g2", b"groupset": "newsml-g2", b"contentmeta": "newsml-g2",
    }  # fmt: skip
    if name == b"newsitem" and b"NewsComponent" in said:
        return "newsml-1"
    return named.get(name)


def _of_json(data: bytes) -> str | None:
    top = _bare(data[:200_000])
    if b"jsonfeed.org/version" in top:
        return "jsonfeed"
    if b'"altids"' in top and _AP_ID.search(top):
        return "ap-json"
    if b'"article_html"' in top or b'"digitalwires' in top:
        return "dpa-json"
    return "ninjs"


def _is_mail(top: bytes) -> bool:
    head = top.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return bool(_HEADER.match(head)) and len({m.lower() for m in _MAIL.findall(head)}) >= 2


#: The same headers with and without their control codes, which many archives strip.
_ANPA = re.compile(
    rb"^(?:\x16\x16)?\x01?[A-Za-z]\d{4}(?:\x1f[\w-]*|[a-z-]*)\s*\n[a-z]\s*[a-z]\W", re.I
)
_IPTC7901 = re.compile(rb"^\x01?[A-Za-z]{1,8}\d{2,5} \d \w{1,4} \d* ")


def _of_text(top: bytes) -> str | None:
    if _ANPA.match(top) or top[:3] == b"\x16\x16\x01":
        return "anpa"
    if top[:1] == b"\x01" or _IPTC7901.match(top):
        return "iptc7901"
    return "text" if top else None
