"""What a mail says: its headers decoded, its words, its attachments as bytes."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Attachment:
    """A file sent along. `content_id` is without angle brackets; `inline`: the body shows it."""

    name: str
    type: str
    data: bytes
    content_id: str = ""
    inline: bool = False


@dataclass(slots=True)
class Mail:
    """One message. Ids are without angle brackets; `date` is as written; `listed`: it came over a
    mailing list, which puts its name before the subject."""

    subject: str = ""
    sender: str = ""
    sender_address: str = ""
    organization: str = ""
    date: str = ""
    message_id: str = ""
    supersedes: list[str] = field(default_factory=list)
    language: str = ""
    keywords: list[str] = field(default_factory=list)
    listed: bool = False
    text: str = ""
    html: str = ""
    attachments: list[Attachment] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
