"""Bytes of dpa's digitalwires into its shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from broadsheet.wire.formats.dpa_json.shape import DpaEntry, DpaNote, DpaPicture
from broadsheet.wire.formats.json_values import load, rows, text, texts, whole
from broadsheet.wire.formats.ninjs.parse import objects_in

_BODIES = ("article_html", "infobox_html", "linkbox_html")
#: Kinds and schemes of categories that say how an entry is sent, not what it is about.
_NO_SUBJECTS = frozenset(
    ("pubstatus", "signal", "wire", "creator", "urgency", "dnlprov", "dpasupplier", "dpa-ad",
     "dnlpath", "dpaaudience", "dpacprh")
)  # fmt: skip
_PLAIN = (
    "urn", "entry_id", "version", "version_created", "content_created", "updated", "embargoed",
    "pubstatus", "signal", "language", "kicker", "headline", "teaser", "byline", "dateline",
    "creditline",
)  # fmt: skip


def parse(data: bytes) -> list[DpaEntry]:
    """Every entry of a message: one, a list, or a page of them.

    Raises:
        ValueError: it is no JSON, or holds no entry.
    """
    value, problems = load(data)
    listed = value.get("entries") if isinstance(value, dict) else None
    found = [_entry(said) for said in objects_in(listed or value)]
    if not found:
        raise ValueError("it holds no entry")
    for one in found:
        one.problems[:0] = problems
    return found


def _entry(said: dict[str, Any]) -> DpaEntry:
    entry = DpaEntry()
    for name in _PLAIN:
        setattr(entry, name, text(said.get(name)))
    entry.kind = text(said.get("type"))
    entry.urgency = whole(said.get("urgency"))
    entry.copyright, entry.usage = text(said.get("copyrightnotice")), text(said.get("usageterms"))
    entry.html = [html for name in _BODIES if (html := text(said.get(name)))]
    entry.captions = [text(row.get("description")) for row in rows(said.get("descriptions"))]
    entry.notes = list(_notes(said))
    entry.pictures = list(_pictures(said))
    entry.subjects = list(_subjects(said))
    entry.keywords = texts(said.get("keyword_names"))
    if not entry.urn:
        entry.problems.append("it has no urn")
    return entry


def _notes(said: dict[str, Any]) -> Iterator[DpaNote]:
    for row in rows(said.get("ednotes")):
        if note := text(row.get("ednote")):
            role = text(row.get("role")).rpartition(":")[2]
            # Contacts carry names and telephone numbers, whatever the flag says.
            public = row.get("is_publishable") is True and "contact" not in role
            yield DpaNote(role, note, public)


def _pictures(said: dict[str, Any]) -> Iterator[DpaPicture]:
    for row in rows(said.get("associations")):
        files = sorted(
            rows(row.get("renditions")), key=lambda file: -(whole(file.get("width")) or 0)
        )
        href = text(files[0].get("url")) if files else ""
        if href:
            kind = text(files[0].get("mimetype")) or text(row.get("type"))
            yield DpaPicture(href, kind, text(row.get("creditline")), text(row.get("caption")))


def _subjects(said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    known = set()
    for row in rows(said.get("categories")):
        kind = text(row.get("type")).rpartition(":")[2]
        scheme = text(row.get("qcode")).partition(":")[0]
        if kind not in _NO_SUBJECTS and scheme not in _NO_SUBJECTS and text(row.get("name")):
            known.add(text(row.get("name")))
            yield text(row.get("qcode")), text(row.get("name"))
    for name in ("dpasubject_names", "geosubject_names", "genre_names"):
        yield from (("", one) for one in texts(said.get(name)) if one not in known)
