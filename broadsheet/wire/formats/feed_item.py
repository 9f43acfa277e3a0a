"""What RSS, Atom, JSON Feed and WordPress items have in common on their way to an item: steady
ids, addresses made absolute, language, times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

from broadsheet.wire.formats import stamps
from broadsheet.wire.formats.bylines import byline, is_address
from broadsheet.wire.formats.item import Item
from broadsheet.wire.formats.titles import plain

#: A counter behind an address (`…#0`, `…#1`) marks a newer form of the same article.
_COUNTER = re.compile(r"^(https?://[^#]+)#(\d{1,3})$")
#: Parameters that say how a reader came, never what the address is of.
_TRACKING = re.compile(r"(?<=[?&])(?:utm_\w+|at_(?:medium|campaign)|fbclid|gclid|ns_\w+)=[^&#]*&?")
_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*$")


Said = TypeVar("Said")


def each(name: str, all_said: Iterable[Said], make: Callable[[Said], Item]) -> list[Item]:
    """An item for each thing that was said; one that cannot be made says why, and the others stand.

    Args:
        name: the format.
        all_said: the feed's entries, as they were parsed.
        make: makes the item of one.
    """
    found: list[Item] = []
    for number, said in enumerate(all_said, 1):
        try:
            found.append(make(said))
        except Exception as error:  # noqa: BLE001 - whatever a stranger's entry does is said, not raised
            why = f"entry {number} cannot be read: {type(error).__name__}: {error}"
            found.append(Item(format=name, kind="other", problems=[why]))
    return found


def take_guid(item: Item, guid: str, link: str) -> None:
    """Set the steady id: the feed's own without a counter, else the address without tracking."""
    counted = _COUNTER.match(guid)
    if counted:
        item.guid, item.version = counted[1], counted[2]
    elif guid:
        item.guid = guid
    elif link:
        item.guid = _TRACKING.sub("", link).rstrip("?&")
        item.problems.append("the feed gives no id; its link stands for it")
    else:
        item.problems.append("the feed gives neither id nor link")


def take_agency(item: Item, title: str) -> None:
    """Set who owns the copy from the feed's title, without the marks that builders leave at it."""
    item.agency = plain(title).strip(" -–—|:»«")


def check_link(item: Item, link: str) -> None:
    """Say where an address stays relative."""
    if link and ":" not in link.partition("/")[0]:
        item.problems.append("its link is relative, and the feed does not say to what")


def take_times(item: Item, published: str, updated: str, created: str = "") -> None:
    """Set the times from what the feed writes. What is only dated by its last change is taken as
    published then, which is the latest it can have been."""
    times = {"published": published, "versioned": updated, "created": created}
    for name, text in times.items():
        if text:
            stamp = stamps.read(text)
            setattr(item, name, stamp.value)
            if stamp.problem and stamp.problem not in item.problems:
                item.problems.append(stamp.problem)
    item.published = item.published or item.versioned or item.created
    item.versioned = item.versioned or item.published
    if not item.published:
        item.problems.append("it bears no time")


def take_byline(item: Item, names: list[str]) -> None:
    """Set the byline; where the feed knows but an address, that stands, and is said."""
    item.byline = byline(names)
    if is_address(item.byline):
        item.problems.append("the writer is given by an e-mail address alone; it is not for print")


def is_web(address: str) -> bool:
    """Whether it is a whole web address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme.lower() in {"http", "https"} and bool(parts.netloc)


def absolute(base: str, href: str) -> str:
    """An address made whole by what it is relative to; left as it is where that is not known."""
    if not href or not base or href.startswith(("https://", "http://")):
        return href
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def language(*said: str) -> str:
    """The first that is a language tag, as BCP 47 writes it: `en-GB`."""
    for text in said:
        if _LANGUAGE.match(text.strip()):
            first, *rest = re.split("[-_]", text.strip())
            cased = (p.upper() if len(p) == 2 else p.title() if len(p) == 4 else p for p in rest)
            return "-".join([first.lower(), *cased])
    return ""
