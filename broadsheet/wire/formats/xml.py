"""XML from strangers: read with entities, DTDs and the network off, within limits, and mended where
it is broken, with what was mended said."""

from __future__ import annotations

import html.entities
import re
from dataclasses import dataclass, field

from lxml import etree

from broadsheet.wire.formats import characters


class BrokenXmlError(ValueError):
    """Nothing could be made of it, even mended."""


@dataclass(slots=True)
class Parsed:
    """The root element, and what was wrong on the way to it."""

    root: etree._Element
    problems: list[str] = field(default_factory=list)


_LIMITS = {
    "resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False,
    "remove_comments": True, "remove_pis": True, "collect_ids": False,
}  # fmt: skip
#: What stands in CDATA is skipped; an ampersand elsewhere begins a name, a number, or nothing.
_AMPERSAND = re.compile(
    rb"<!\[CDATA\[.*?\]\]>|&(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,31});|(?P<number>#\d{1,7};|#[xX][0-9A-Fa-f]{1,6};))?",
    re.DOTALL,
)
_XML_OWN = {b"amp", b"lt", b"gt", b"quot", b"apos"}
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DOCTYPE = re.compile(rb"<!DOCTYPE\b(?:[^\[>]|\[.*?\]\s*)*>", re.DOTALL | re.IGNORECASE)
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


def parse(data: bytes) -> Parsed:
    """Read XML, first as it stands, then mended, then with whatever can be saved.

    Raises:
        BrokenXmlError: it is no XML at all.
    """
    data = data.lstrip(b" \t\r\n") if data[:1] in b" \t\r\n" else data
    first = ""
    if b"<!DOCTYPE" not in data[:4096].upper() and _is_plain_utf8(data):
        try:
            return Parsed(etree.fromstring(data, etree.XMLParser(**_LIMITS)))
        except etree.XMLSyntaxError as error:
            first = str(error)
    mended, problems = _mended(data)
    try:
        return Parsed(etree.fromstring(mended, etree.XMLParser(**_LIMITS)), problems)
    except etree.XMLSyntaxError as error:
        problems.append(f"broken XML, mended: {error}")
    try:
        root = etree.fromstring(mended, etree.XMLParser(recover=True, **_LIMITS))
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise BrokenXmlError(first or problems[-1])
    return Parsed(root, problems)


def _is_plain_utf8(data: bytes) -> bool:
    """Whether the declaration says UTF-8 or nothing; the parser itself sees whether it is so."""
    said = _ENCODING.match(data[:400])
    return said is None or characters.is_utf8(said[1].decode("ascii"))


def _mended(data: bytes) -> tuple[bytes, list[str]]:
    problems: list[str] = []
    text = _utf8(data, problems)
    without = _DOCTYPE.sub(b"", text, count=1)
    clean = _CONTROLS.sub(b"", without)
    if clean != without:
        problems.append("control characters were taken out")
    named = _AMPERSAND.sub(_sign, clean)
    if named != clean:
        problems.append("signs that XML does not have were read as HTML's")
    return named, problems


def _sign(match: re.Match[bytes]) -> bytes:
    name = match["name"]
    if match[0][:1] == b"<" or match["number"] or name in _XML_OWN:
        return match[0]
    sign = html.entities.html5.get(name.decode("ascii") + ";") if name else None
    return sign.encode("utf-8") if sign else b"&amp;" + match[0][1:]


def _utf8(data: bytes, problems: list[str]) -> bytes:
    said = _ENCODING.match(data[:400])
    text, problem = characters.decode(data, said[1].decode("ascii") if said else "")
    if problem:
        problems.append(problem)
    return _redeclared(text)


def _redeclared(text: str) -> bytes:
    return (
        re.sub(r"^\s*<\?xml.*?\?>", "", text, count=1, flags=re.DOTALL)
        .lstrip()
        .encode("utf-8", "replace")
    )
