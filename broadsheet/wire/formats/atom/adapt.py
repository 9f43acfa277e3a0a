"""An Atom feed's shape into items."""

from __future__ import annotations

from broadsheet.wire.formats import signals
from broadsheet.wire.formats.atom.shape import AtomEntry, AtomFeed, AtomLink, AtomPerson, AtomText
from broadsheet.wire.formats.feed_copy import FeedText, add_media, fill, kind_by, once
from broadsheet.wire.formats.feed_item import (
    absolute,
    check_link,
    each,
    is_web,
    language,
    take_agency,
    take_byline,
    take_guid,
    take_times,
)
from broadsheet.wire.formats.feed_media import FeedMedium
from broadsheet.wire.formats.item import Item, Subject
from broadsheet.wire.formats.titles import plain


def adapt(feed: AtomFeed) -> list[Item]:
    """Every entry of the feed; a feed without any gives one item that says so."""
    if not feed.entries:
        return [
            Item(
                format="atom",
                kind="other",
                headline=plain(feed.title.value),
                problems=[*feed.problems, "the feed has no entries"],
            )
        ]
    site = feed.base or _site(feed.links)
    return each("atom", feed.entries, lambda said: _item(feed, said, said.base or site))


def _site(links: list[AtomLink]) -> str:
    """What relative addresses are relative to: the site that the feed is of, else the feed."""
    for rel in ("alternate", "self"):
        for link in links:
            if link.rel == rel and is_web(link.href):
                return link.href
    return ""


def _item(feed: AtomFeed, said: AtomEntry, base: str) -> Item:
    item = Item(format="atom", problems=list(feed.problems))
    item.headline = plain(said.title.value or said.media.title)
    link = absolute(base, _link_of(said.links))
    take_guid(item, said.id, link)
    check_link(item, link)
    take_byline(item, _names(said.authors or feed.authors))
    take_times(item, said.published, said.updated or said.edited, said.created)
    take_agency(item, feed.title.value)
    item.credit = plain(said.source)
    item.copyright = plain(said.rights.value or feed.rights.value)
    item.language = language(said.language, feed.language)
    item.subjects = [Subject(*_category(*each)) for each in said.categories]
    files = [*_enclosures(said, base), *said.media.files]
    said.media.files = files
    files = said.media.best()
    add_media(item, files)
    summary = said.summary if said.summary.value else AtomText(said.media.caption)
    fill(item, _text(said.content, base), _text(summary, base), link)
    item.media = once(item.media)
    item.kind = kind_by(item, files, cast=said.video)
    signals.mark(item)
    return item


def _link_of(links: list[AtomLink]) -> str:
    """The first alternate that is a page, else the first alternate, else any page."""
    alternate = [link for link in links if link.rel == "alternate"]
    pages = [link for link in alternate if not link.type or "html" in link.type]
    related = [link for link in links if link.rel in {"via", "related"}]
    return next((link.href for link in [*pages, *alternate, *related]), "")


def _names(people: list[AtomPerson]) -> list[str]:
    return [person.name or person.email for person in people]


def _category(term: str, label: str, scheme: str) -> tuple[str, str]:
    """Code and name of a subject; a term without a scheme is a word, not a code."""
    if scheme or label:
        return term, plain(label or term)
    return "", plain(term)


def _enclosures(said: AtomEntry, base: str) -> list[FeedMedium]:
    links = [link for link in said.links if link.rel == "enclosure"]
    if said.content_src is not None:
        links.append(said.content_src)
    return [
        FeedMedium(absolute(base, link.href), link.type, caption=link.title, role="enclosure")
        for link in links
    ]


def _text(text: AtomText, base: str) -> FeedText:
    return FeedText(text.value, text.html, text.base or base)
