"""What a NITF document says (NITF 3.6, https://iptc.org/std/NITF/3.6/)."""

from __future__ import annotations

from dataclasses import dataclass, field

from broadsheet.wire.formats.item import Medium


@dataclass(slots=True)
class Story:
    """One document. Texts are empty where it says nothing.

    Attributes:
        identity: `doc-id`'s string.
        management: `management-status` of `docdata`, or of its `ed-msg`.
        cancels: `management-doc-idref-status`: what becomes of the document that is referred to.
        refers_to: `management-idref-status`'s document.
        meta: the `meta` elements of the head, names in small letters.
        issued, released, expires, posted: `date.issue`, `date.release`, `date.expire`, and the
            time of `pubdata`.
        names: who signed, one each.
        paragraphs: of `body.content`.
        notes: text of `note` elements and editors' messages, with their kind.
    """

    identity: str = ""
    version: str = ""
    management: str = ""
    cancels: str = ""
    refers_to: str = ""
    urgency: str = ""
    language: str = ""
    title: str = ""
    headline: str = ""
    subheads: list[str] = field(default_factory=list)
    slug: str = ""
    names: list[str] = field(default_factory=list)
    dateline: str = ""
    abstract: str = ""
    credit: str = ""
    copyright: str = ""
    source: str = ""
    issued: str = ""
    released: str = ""
    expires: str = ""
    posted: str = ""
    fixture: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    subjects: list[tuple[str, str]] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    media: list[Medium] = field(default_factory=list)
    tagline: str = ""
    problems: list[str] = field(default_factory=list)
