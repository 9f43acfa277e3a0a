"""A story's body, block by block, as the theme is given it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.embeds.models import Embed
from wagtail.rich_text import expand_db_html

from broadsheet.paper.models import Story
from broadsheet.paper.web import cuts
from broadsheet.paper.web.contract import (
    BodyBlock,
    EmbedView,
    FactBox,
    ListItems,
    Markup,
    PictureView,
    QuotationView,
)
from broadsheet.paper.web.spoken import Spoken, mark
from broadsheet.paper.web.story_list import paragraphs
from broadsheet.paper.web.tables import table
from broadsheet.reads import read

INLINE = {"a", "b", "br", "del", "em", "i", "s", "strong", "sub", "sup"}
BLOCKS = {"p", "ul", "ol", "li"}
#: Stories that rich text leads to: another address of theirs is another page of ours.
_LINKED = re.compile(r'<a [^>]*\bid="(\d+)"')


def body(story: Story) -> tuple[BodyBlock, ...]:
    """Every block that has something to show."""
    spoken = [
        Spoken(q.words, q.person or q.speaker, tuple(q.chain)) for q in story.quotations.all()
    ]
    found = []
    dateline = story.dateline
    for child in story.body:
        value = _value(child.block_type, child.value, spoken, dateline)
        if value is None:
            continue
        if child.block_type == "paragraph":
            dateline = ""
        found.append(
            BodyBlock(
                kind=child.block_type,
                template=f"paper/blocks/{child.block_type}.html",
                value=value,
            )
        )
    return tuple(found)


def _value(kind: str, value: Any, spoken: Sequence[Spoken], dateline: str) -> Any:
    """What the kind's template needs; None if it has nothing to show."""
    if kind == "paragraph":
        return paragraph(value.source, spoken, dateline)
    return _KINDS[kind](value)


def paragraph(source: str, spoken: Sequence[Spoken] = (), dateline: str = "") -> Markup | None:
    """Rich text as paragraphs, with spoken words marked.

    Args:
        dateline: set at the beginning of the first.
    """
    html = _clean(source, INLINE | {"p"})
    html = re.sub(r"<p>\s*(<br ?/?>)?\s*</p>", "", html).strip()
    if not html:
        return None
    html = mark(html if html.startswith("<p>") else f"<p>{html}</p>", spoken)
    if dateline:
        html = html.replace("<p>", f'<p><span class="dateline">{escape(dateline)}</span> ', 1)
    return Markup(html=mark_safe(html))  # noqa: S308 (cleaned)


def _clean(source: str, tags: set[str]) -> str:
    """HTML with the tags named and no others, whatever got into the database."""
    read(*(f"story:{pk}:teaser" for pk in _LINKED.findall(str(source))))
    expanded = expand_db_html(str(source))
    return nh3.clean(
        expanded,
        tags=tags,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


def _inline(source: str) -> SafeString:
    html = _clean(source, INLINE | {"p"})
    return mark_safe(re.sub(r"</?p>", " ", html).strip())  # noqa: S308 (cleaned)


def _heading(value: Any) -> str | None:
    return str(value).strip() or None


def _picture(value: Any) -> PictureView | None:
    return cuts.cut(
        value["picture"], cuts.INLINE, caption=value["caption"] or "", credit=value["credit"] or ""
    )


def _quotation(value: Any) -> QuotationView | None:
    words = paragraphs(str(value["text"] or ""))
    return QuotationView(
        paragraphs=words,
        speaker=str(value["speaker"] or ""),
        source=str(value["source"] or ""),
        url=_web_address(str(value["url"] or "")),
    ) if words else None  # fmt: skip


def _embed(value: Any) -> EmbedView | None:
    url = _web_address(str(getattr(value, "url", "") or ""))
    if not url:
        return None
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    read("embeds")
    known = Embed.objects.filter(url=url).exclude(title="").first()
    shown = f"{host}{parts.path}".rstrip("/")
    return EmbedView(url=url, host=host, title=known.title if known else shown)


def _web_address(url: str) -> str:
    """The address if it leads to the web, so that none runs a script."""
    return url if urlsplit(url).scheme in {"http", "https"} else ""


def _list(value: Any) -> ListItems | None:
    items = tuple(filter(None, (_inline(item.source) for item in value)))
    return ListItems(points=items) if items else None


def _fact_box(value: Any) -> FactBox:
    html = _clean(value["text"].source, INLINE | BLOCKS)
    return FactBox(title=str(value["title"]), html=mark_safe(html))  # noqa: S308 (cleaned)


_KINDS: dict[str, Callable[[Any], Any]] = {
    "heading": _heading,
    "picture": _picture,
    "quotation": _quotation,
    "post": _quotation,
    "embed": _embed,
    "list": _list,
    "table": table,
    "fact_box": _fact_box,
}
