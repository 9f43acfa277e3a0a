"""Bytes of a mail into its shape. Sources: RFC 5322 (headers), RFC 2045 to 2047 (MIME), RFC 3676
(flowed text), RFC 4021 (Supersedes, Organization, Keywords, Content-Language)."""

from __future__ import annotations

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from broadsheet.copydesk.source_text import CopyError, decode
from broadsheet.wire.formats.mail.shape import Attachment, Mail

_ID = re.compile(r"<([^<>\s]+)>")
#: Characters of a header.
_LONGEST = 4000
#: Multiparts inside multiparts deeper than this are an attack or a mistake.
_DEEPEST = 20


def parse(data: bytes) -> Mail:
    """Read one mail."""
    message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(_bare(data))
    mail = Mail(
        subject=_header(message, "Subject"),
        date=_header(message, "Date"),
        message_id=_only_id(_header(message, "Message-ID")),
        organization=_header(message, "Organization") or _header(message, "Organisation"),
        language=_header(message, "Content-Language").partition(",")[0].strip(),
        listed=message.get("List-Id") is not None,
    )
    mail.sender, mail.sender_address = parseaddr(_header(message, "From"))
    mail.supersedes = _ID.findall(_header(message, "Supersedes"))
    mail.keywords = [w.strip() for w in _header(message, "Keywords").split(",") if w.strip()]
    _take(mail, message, 0)
    for defect in message.defects:
        mail.problems.append(f"the mail is malformed: {type(defect).__name__}")
    return mail


def _bare(data: bytes) -> bytes:
    """Without what stands before the first header: empty lines, a BOM, a mailbox's From line."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    return data.partition(b"\n")[2] if data.startswith(b"From ") else data


def _header(message: EmailMessage, name: str) -> str:
    """A header decoded, or empty. Headers that the standard library cannot read, or would read for
    minutes, are given raw."""
    raw = next((str(v) for k, v in message.raw_items() if k.lower() == name.lower()), "")
    if len(raw) > _LONGEST:
        return " ".join(raw[:_LONGEST].split())
    try:
        value = message.get(name, "")
        return " ".join(str(value).split())
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return " ".join(raw.split())


def _only_id(text: str) -> str:
    found = _ID.search(text)
    return found[1] if found else text


def _take(mail: Mail, part: EmailMessage, depth: int) -> None:
    """Sort the parts of a message: its words in plain text and in HTML, and the files."""
    if depth > _DEEPEST:
        mail.problems.append("parts nested too deep were left out")
    elif part.get_content_type() == "message/rfc822":
        _take_message(mail, part)
    elif part.is_multipart():
        for each in part.iter_parts():
            if isinstance(each, EmailMessage):
                _take(mail, each, depth + 1)
    elif _is_words(part):
        words = _words(mail, part)
        if part.get_content_subtype() == "html":
            mail.html = "\n".join(filter(None, [mail.html, words]))
        else:
            mail.text = "\n\n".join(filter(None, [mail.text, words]))
    else:
        mail.attachments.append(_attachment(part))


def _is_words(part: EmailMessage) -> bool:
    named = part.get_filename() or part.get_content_disposition() == "attachment"
    return part.get_content_type() in {"text/plain", "text/html"} and not named


def _take_message(mail: Mail, part: EmailMessage) -> None:
    """A whole mail sent along, as forwarding does."""
    inner = part.get_payload()
    for each in inner if isinstance(inner, list) else []:
        if isinstance(each, EmailMessage):
            name = f"{_header(each, 'Subject') or 'message'}.eml"
            mail.attachments.append(Attachment(name, "message/rfc822", each.as_bytes()))


def _words(mail: Mail, part: EmailMessage) -> str:
    data = _payload(part)
    charset = part.get_content_charset("")
    try:
        text = data.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        if not data.strip():
            return ""
        try:
            decoded = decode(data)
        except CopyError as error:
            mail.problems.append(f"a part of the mail could not be read: {error}")
            return ""
        text = decoded.text
        said = f"says that it is {charset}" if charset else "names no encoding"
        mail.problems.append(f"the mail {said}; it was read as {decoded.encoding}")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (
        part.get_param("format") == "flowed"
        or "flowed" in str(part.get("Content-Type", "")).lower()
    ):
        return _unflowed(text, delsp="delsp=yes" in str(part.get("Content-Type", "")).lower())
    return text


def _unflowed(text: str, *, delsp: bool) -> str:
    """RFC 3676: a line that ends in a space goes on in the next; `-- ` is a signature's head."""
    lines: list[str] = []
    goes_on = False
    for raw in text.split("\n"):
        line = raw[1:] if raw.startswith(" ") else raw
        flows = line.endswith(" ") and line != "-- "
        words = line[:-1] if flows and delsp else line
        if goes_on and line != "-- ":
            lines[-1] += words
        else:
            lines.append(words)
        goes_on = flows
    return "\n".join(lines)


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attachment(part: EmailMessage) -> Attachment:
    return Attachment(
        name=" ".join((part.get_filename() or "").split()),
        type=part.get_content_type(),
        data=_payload(part),
        content_id=_only_id(_header(part, "Content-ID")),
        inline=part.get_content_disposition() == "inline",
    )
