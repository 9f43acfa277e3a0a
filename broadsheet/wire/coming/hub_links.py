"""Which hub an answer names, and the address under which the hub knows the feed.

W3C WebSub, section 4: `Link` headers first, then links in the feed itself; JSON Feed 1.1 has a
list of hubs.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from urllib.parse import urljoin

from broadsheet.wire.coming.fetching import Fetched

#: Links of the feed itself stand at its top, before its items.
_TOP = 64 * 1024
_ITEMS = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]")
_ELEMENT = re.compile(r"<(?:\w+:)?link\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
#: RFC 8288, section 3: an address in angles, then parameters.
_HEADER = re.compile(
    r"""<([^>]*)>((?:\s*;\s*[\w!#$&+.^`|~*-]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]+))?)*)"""
)
_PARAMETER = re.compile(r""";\s*([\w!#$&+.^`|~*-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s;,"]+)))?""")


@dataclass(frozen=True, slots=True)
class HubLinks:
    """A hub's address, and that of the feed as the hub knows it (the topic)."""

    hub: str
    topic: str


def hub_links(answer: Fetched) -> HubLinks | None:
    """What an answer says of a hub; None when it names none."""
    found = _of_headers(answer)
    if "hub" not in found:
        found = _of_json(answer) if answer.data.lstrip()[:1] == b"{" else _of_markup(answer)
    if not found.get("hub"):
        return None
    hub = urljoin(answer.url, found["hub"])
    return HubLinks(hub, urljoin(answer.url, found.get("self") or answer.url))


def _of_headers(answer: Fetched) -> dict[str, str]:
    found: dict[str, str] = {}
    for target, parameters in _HEADER.findall(answer.headers.get("link", "")):
        said = {name.lower(): one or other for name, one, other in _PARAMETER.findall(parameters)}
        for name in said.get("rel", "").lower().split():
            found.setdefault(name, target.strip())
    return found


def _of_markup(answer: Fetched) -> dict[str, str]:
    top = answer.data[:_TOP].decode("utf-8", "replace")
    items = _ITEMS.search(top)
    found: dict[str, str] = {}
    for element in _ELEMENT.findall(top[: items.start()] if items else top):
        said = {name.lower(): one or other for name, one, other in _ATTRIBUTE.findall(element)}
        for name in said.get("rel", "").lower().split():
            found.setdefault(name, html.unescape(said.get("href", "")).strip())
    return found


def _of_json(answer: Fetched) -> dict[str, str]:
    try:
        feed = json.loads(answer.data)
    except ValueError:
        return {}
    hubs = feed.get("hubs") if isinstance(feed, dict) else None
    for hub in hubs if isinstance(hubs, list) else ():
        if isinstance(hub, dict) and str(hub.get("type", "")).lower() == "websub":
            return {"hub": str(hub.get("url", "")), "self": str(feed.get("feed_url") or "")}
    return {}
