"""Files that came inside a delivery: what is attached to a mail."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from urllib.parse import unquote

from broadsheet.wire.models import Delivery


def attached_file(delivery: Delivery, href: str) -> bytes | None:
    """The bytes of an attachment.

    Args:
        href: as the item names it: `cid:` and the Content-ID, or the file's name.

    Returns:
        None: nothing of that name is attached.
    """
    letter = message_from_bytes(delivery.data, policy=default)
    wanted = unquote(href).removeprefix("cid:").strip("<>")
    for part in letter.walk():
        if not isinstance(part, EmailMessage) or part.is_multipart():
            continue
        names = (str(part.get("Content-ID") or "").strip("<> "), part.get_filename() or "")
        if wanted in names:
            data = part.get_payload(decode=True)
            return data if isinstance(data, bytes) else None
    return None
