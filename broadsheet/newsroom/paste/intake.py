"""What comes in at the box: pasted text or a dropped file, made into text or refused with words."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Site

from broadsheet.copydesk.source_text import decode, from_html, looks_like_html
from broadsheet.paper.models import Copy
from broadsheet.paper.prepared import fingerprint
from broadsheet.staff.models import User

NAME_LENGTH = 255


@dataclass(frozen=True, slots=True)
class Intake:
    """Text that came in, under what name, and a remark for whoever handed it in."""

    text: str
    name: str = ""
    remark: str = ""


def take_in(request: HttpRequest) -> Intake:
    """The copy in a request: the file if there is one, else the text in the box.

    Raises:
        broadsheet.copydesk.source_text.CopyError: it is empty, too long, or not text.
    """
    most = settings.CONFIG.copy_most_megabytes * 1_000_000
    file = request.FILES.get("file")
    if file is not None:
        data, name = file.read(most + 1), (file.name or "")[:NAME_LENGTH]
    else:
        data, name = str(request.POST.get("text", "")).encode(), ""
    decoded = decode(data, most=most)
    text = from_html(decoded.text) if looks_like_html(decoded.text) else decoded.text
    remark = f"The file was read as {decoded.encoding}." if decoded.guessed else ""
    return Intake(with_unix_lines(text), name, remark)


def with_unix_lines(text: str) -> str:
    """Browsers send a form's lines with two characters at the end; the copy has one."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def keep(paper: Site, intake: Intake, user: User) -> Copy:
    """Write the copy down before anything else is done with it; the same copy is kept once."""
    copy, _ = Copy.objects.get_or_create(
        paper=paper,
        fingerprint=fingerprint(intake.text),
        defaults={"text": intake.text, "name": intake.name, "by": user},
    )
    return copy
