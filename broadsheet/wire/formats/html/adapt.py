"""A web page's shape into its item."""

from __future__ import annotations

import re

from broadsheet import copydesk
from broadsheet.copydesk.furniture import is_furniture, related_title
from broadsheet.wire.formats import markup, signals
from broadsheet.wire.formats.bylines import opening_byline
from broadsheet.wire.formats.feed_copy import once
from broadsheet.wire.formats.feed_item import absolute, language, take_byline, take_times
from broadsheet.wire.formats.feed_media import type_of
from broadsheet.wire.formats.html.shape import HtmlPage
from broadsheet.wire.formats.html.structured import addresses, first, texts
from broadsheet.wire.formats.item import Item, Medium, Note, Subject
from broadsheet.wire.formats.titles import plain
from broadsheet.wire.formats.wiretext import dateline_of, is_drawn

_PUBLISHED = (
    "article:published_time", "datepublished", "og:published_time", "article:published",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish_date", "publish-date", "date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "lastmod",
    "last-modified",
)  # fmt: skip
_AUTHORS = (
    "author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "byl", "article:author",
)  # fmt: skip
_KEYWORDS = ("news_keywords", "keywords", "article:tag", "parsely-tags")
#: An address or a site where a writer's name should stand.
_SITE = re.compile(r"://|^\S+\.[a-z]{2,10}$")
#: What parts a page's title from its site's name.
_PARTED = re.compile(r"\s+[|–—·:»-]\s+")


def adapt(page: HtmlPage) -> list[Item]:
    """The page's one article."""
    item = Item(format="html", problems=list(page.problems))
    address = page.canonical or page.meta.get("og:url", "") or first(page.ld.get("url"))
    base = absolute(address, page.base) or address
    item.agency = first(page.ld.get("publisher")) or page.meta.get("og:site_name", "")
    item.headline = _headline(page, item.agency)
    _take_id(item, page, address)
    take_byline(item, _authors(page))
    times = iter(page.times)
    take_times(
        item,
        first(page.ld.get("datePublished")) or _meta(page, _PUBLISHED) or next(times, ""),
        first(page.ld.get("dateModified")) or _meta(page, _UPDATED),
        first(page.ld.get("dateCreated")),
    )
    item.language = language(
        first(page.ld.get("inLanguage")), page.language, page.meta.get("og:locale", ""),
        page.meta.get("dc.language", ""), page.meta.get("content-language", ""),
    )  # fmt: skip
    item.copyright = first(page.ld.get("copyrightNotice")) or _meta(
        page, ("copyright", "dc.rights")
    )
    item.copyright = item.copyright or first(page.ld.get("copyrightHolder"))
    item.credit = first(page.ld.get("creditText")) or first(page.ld.get("sourceOrganization"))
    sections = texts(page.ld.get("articleSection")) or page.lists.get("article:section", [])
    item.subjects = [Subject("", plain(name)) for name in dict.fromkeys(sections)]
    item.keywords = _keywords(page)
    _take_body(item, page, base, address)
    _take_media(item, page, base)
    signals.mark(item)
    return [item]


def _take_id(item: Item, page: HtmlPage, address: str) -> None:
    identifier = first(page.ld.get("identifier")) or first(page.ld.get("@id"))
    item.guid = address or identifier or first(page.ld.get("mainEntityOfPage"))
    if not item.guid:
        item.problems.append("the page does not say its own address")


def _headline(page: HtmlPage, site: str) -> str:
    """The article's own headline; a page's title only without the name of the site."""
    said = plain(first(page.ld.get("headline")))
    if said and not said.endswith(("…", "...")):
        return said
    social = _without_site(plain(_meta(page, ("og:title", "twitter:title", "dc.title"))), site)
    title = _without_site(page.title, site)
    near = [h for h in page.headings if _same(h, social) or _same(h, title)]
    if near:
        return near[0]
    if len(page.headings) == 1 and not _same(page.headings[0], site):
        return page.headings[0]
    return said or social or title or next(iter(page.headings), "")


def _same(one: str, other: str) -> bool:
    left, right = re.findall(r"\w+", one.lower()), re.findall(r"\w+", other.lower())
    shared = len(set(left) & set(right))
    return bool(left and right) and shared * 10 >= 6 * min(len(left), len(right)) and shared > 1


def _without_site(title: str, site: str) -> str:
    """A title without what follows the last mark, when that is the site's name or looks like one."""
    parts = _PARTED.split(title)
    if len(parts) < 2:
        return title
    last = parts[-1]
    named = site and (last.lower() in site.lower() or site.lower() in last.lower())
    if named or (len(last.split()) <= 4 and len(last) * 2 < len(title) and last[:1].isupper()):
        cut = title[: title.rindex(last)].rstrip()
        return cut.rstrip("|–—·:»- ").rstrip()
    return title


def _meta(page: HtmlPage, names: tuple[str, ...]) -> str:
    return next((page.meta[name] for name in names if name in page.meta), "")


def _authors(page: HtmlPage) -> list[str]:
    from_data = texts(page.ld.get("author")) or texts(page.ld.get("creator"))
    if from_data:
        return from_data
    for name in _AUTHORS:
        said = [each for each in page.lists.get(name, []) if not _SITE.search(each)]
        if said:
            return said
    return page.bylines[:1]


def _keywords(page: HtmlPage) -> list[str]:
    said = texts(page.ld.get("keywords"))
    for name in _KEYWORDS:
        said = said or page.lists.get(name, [])
    words = said[0].split(",") if len(said) == 1 else said
    return list(dict.fromkeys(plain(word) for word in words if word.strip()))


def _take_body(item: Item, page: HtmlPage, base: str, address: str) -> None:
    block = markup.read(page.article, base)
    known = {item.headline.lower(), f"by {item.byline}".lower(), item.byline.lower()}
    item.paragraphs = [
        text
        for text in block.paragraphs
        if text.lower() not in known and not is_furniture(text) and related_title(text) is None
        and not is_drawn(text)
    ]  # fmt: skip
    body = first(page.ld.get("articleBody"))
    if len(body) > 2 * sum(map(len, item.paragraphs)):
        # A page may show less than it says to search engines.
        lines = (" ".join(line.split()) for line in plain_lines(body))
        item.paragraphs = [line for line in lines if line]
    opening_byline(item)
    _take_dateline(item)
    item.links = list(dict.fromkeys(filter(None, [address, *block.links])))
    item.media = list(block.media)
    summary = plain(page.standfirst or first(page.ld.get("description"))
                    or _meta(page, ("og:description", "description")))  # fmt: skip
    if summary and not any(p.startswith(summary.rstrip("….")) for p in item.paragraphs):
        item.notes.append(Note("summary", summary, public=True))
    if not item.paragraphs:
        item.problems.append("no article was found on the page")


def _take_dateline(item: Item) -> None:
    """Where the page says neither whose nor from where, the copy desk reads it in the copy."""
    reading = copydesk.read("\n\n".join([item.headline, *(p[:4000] for p in item.paragraphs[:3])]))
    item.dateline = reading.dateline
    item.byline = item.byline or reading.byline
    item.agency = item.agency or reading.agency
    if reading.dateline and reading.paragraphs and reading.headline == item.headline:
        first_words = reading.paragraphs[0].text
        if item.paragraphs[0].endswith(first_words):
            item.paragraphs[0] = first_words
    for number, paragraph in enumerate(item.paragraphs[:3]):
        # A line with the day may stand above the copy.
        place, agency, rest = dateline_of(paragraph)
        if agency and rest and item.dateline in ("", place):
            item.dateline, item.agency = place, item.agency or agency
            item.paragraphs[number] = rest
            break


def plain_lines(body: str) -> list[str]:
    """The paragraphs of an articleBody, which is text or, on some sites, HTML."""
    return markup.read(body, "").paragraphs if "<" in body else body.split("\n")


def _take_media(item: Item, page: HtmlPage, base: str) -> None:
    """The picture of the structured data or of Open Graph first, unless the copy shows it."""
    rows = addresses(page.ld.get("image"))
    if not rows and "og:image" in page.meta:
        caption = page.meta.get("og:image:alt", "")
        rows = [{"href": page.meta["og:image"], "caption": caption, "credit": ""}]
    lead = [
        Medium(href, type_of(href) or "image", plain(row["credit"]), plain(row["caption"]))
        for row in rows[:1]
        if (href := absolute(base, row["href"]))
    ]
    item.media = once([*lead, *item.media])
