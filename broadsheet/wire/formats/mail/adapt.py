"""A mail's shape into items: the mail's own copy, and every wire file that is attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote

from broadsheet.wire.formats import detect, embargoes, items, markup, signals, stamps
from broadsheet.wire.formats.feed_copy import once
from broadsheet.wire.formats.feed_item import language
from broadsheet.wire.formats.item import Item, Medium, Note
from broadsheet.wire.formats.mail import forms
from broadsheet.wire.formats.mail.letter import open_letter
from broadsheet.wire.formats.mail.parse import parse
from broadsheet.wire.formats.mail.shape import Attachment, Mail
from broadsheet.wire.formats.release import take_copy
from broadsheet.wire.formats.wirehead import SLUG, take_slug

_PREFIX = re.compile(
    r"^(?:\s*(?:re|fwd?|aw|wg|tr|sv|vs|rv|rif|r|i|antw|doorst)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE
)
_LIST = re.compile(r"^\[[^\]]{1,40}\]\s*")
_LABEL = re.compile(
    r"^\W*(?:(?:press|media|news)\s+release|for immediate release|pressemitteilung|communiqué de presse|comunicado"
    r"(?: de prensa)?|comunicato stampa|persbericht|pressmeddelande|pressemelding|pressemeddelelse|\bpm\b)\s*(?:[:|–—-]+\s*|$)",
    re.IGNORECASE,
)
#: Mails within mails are opened this deep.
_DEEPEST = 3
#: Attachments of these formats are items by themselves; text and pages only where the mail says so.
_RUNNING = {"text": "text/plain", "html": "text/html"}


def adapt(mail: Mail, depth: int = 0) -> list[Item]:
    """The mail's own item first, if it holds copy or nothing else does, then those attached."""
    own = _item(mail)
    attached = [item for each in mail.attachments for item in _attached(own, each, depth)]
    for number, item in enumerate(attached, 1):
        item.agency = item.agency or own.agency
        if not item.guid and own.guid:
            item.guid = f"{own.guid}#{number}"
        if item.versioned is None:
            item.versioned = own.versioned
    if attached and not own.paragraphs:
        own.kind = "package"
        # What was attached and not read has to be said somewhere.
        return [own, *attached] if own.media or own.problems else attached
    return [own, *attached]


def _item(mail: Mail) -> Item:
    item = Item(format="mail", problems=list(mail.problems))
    item.guid = mail.message_id
    if not item.guid:
        item.problems.append("the mail has no Message-ID")
    item.replaces = list(mail.supersedes)
    item.agency = mail.organization or _sender(mail)
    item.language = language(mail.language)
    item.keywords = list(mail.keywords)
    _take_time(item, mail.date)
    _take_words(item, mail)
    _take_files(item, mail)
    if not item.paragraphs and not item.headline:
        item.problems.append("the mail holds no words")
    signals.mark(item)
    return item


def _sender(mail: Mail) -> str:
    """Who sent it: the name, put in order where a directory wrote it `Field, Jo`."""
    last, comma, first = mail.sender.partition(", ")
    if comma and " " not in last and len(first.split()) <= 2:
        return f"{first} {last}"
    return mail.sender or mail.sender_address.partition("@")[2]


def _take_time(item: Item, text: str) -> None:
    if not text:
        item.problems.append("the mail has no date")
        return
    stamp = stamps.read(text)
    item.created = item.versioned = item.published = stamp.value
    if stamp.problem:
        item.problems.append(stamp.problem)


def _take_words(item: Item, mail: Mail) -> None:
    block = markup.read(mail.html, "") if mail.html else markup.Block()
    from_html = "\n\n".join(block.paragraphs)
    # Many programs send a plain part that only says that there is another.
    text = mail.text if len(mail.text.strip()) * 3 > len(from_html) else from_html
    if fields := forms.fields_of(text):
        forms.fill(item, fields)
        return
    letter = open_letter(text)
    subject = _PREFIX.sub("", letter.inner.get("subject") or mail.subject).strip()
    if mail.listed:
        subject = _PREFIX.sub("", _LIST.sub("", subject)).strip()
    if sender := letter.inner.get("from"):
        item.agency = re.sub(r"\s*[<\[(].*", "", sender).strip('" ') or item.agency
    written = _written(mail.date)
    held = embargoes.read(subject, written)
    if held is not None:
        embargoes.hold(item, held)
        subject = held.rest
    if slug := SLUG.match(subject):
        take_slug(item, subject, slug["slug"])
        item.signals += signals.labels(subject)
        subject = ""
    take_copy(item, letter.copy, written=written, headline=_LABEL.sub("", subject).strip())
    for words in letter.aside:
        item.notes.append(Note("letter", words, public=False))
    item.links = list(dict.fromkeys(block.links))
    files = {each.content_id: each for each in mail.attachments if each.content_id}
    for medium in block.media:
        shown = files.get(medium.href.removeprefix("cid:"))
        medium.type = shown.type if shown is not None else medium.type
        item.media.append(medium)


def _written(date: str) -> datetime | None:
    try:
        return parsedate_to_datetime(date)
    except (ValueError, TypeError):
        return None


def _take_files(item: Item, mail: Mail) -> None:
    """Pictures and other files: `cid:` where the mail numbers them, else their names."""
    for each in mail.attachments:
        if _format_of(each) is not None:
            continue
        href = f"cid:{each.content_id}" if each.content_id else quote(each.name or "attachment")
        item.media.append(Medium(href, each.type))
        if each.type.partition("/")[0] not in {"image", "audio", "video"}:
            name = each.name or each.type
            item.problems.append(f"the attached file {name} was kept but not read")
    item.media = once(item.media)


def _format_of(each: Attachment) -> str | None:
    """The wire format of an attached file, or None for a picture, a document, a signature."""
    if each.type == "message/rfc822":
        return "mail"
    if each.type.partition("/")[0] in {"image", "audio", "video"}:
        return None
    found = detect.format_of(each.data)
    if found in _RUNNING and each.type != _RUNNING[found]:
        return None
    return found


def _attached(own: Item, each: Attachment, depth: int) -> Iterator[Item]:
    found = _format_of(each)
    if found == "mail" and depth >= _DEEPEST:
        own.problems.append("mails attached to mails attached to mails were left out")
    elif found == "mail":
        yield from adapt(parse(each.data), depth + 1)
    elif found is not None:
        yield from items(each.data, name=each.name)
