"""Which part of a page is the article: what stands around it is taken off, then the block that
holds most of the running text is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

#: Elements that are never copy.
_GONE = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "nav",
        "aside",
        "button",
        "select",
        "textarea",
        "input",
        "iframe",
        "object",
        "embed",
        "canvas",
        "dialog",
        "menu",
        "footer",
        "audio",
        "video",
    ]
)
#: Words in a class or id that name what stands around an article, in the web's own English.
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|banner|breadcrumbs?|comments?|cookies?|consent|disqus|share|"
    r"sharing|social|related|recommend\w*|read-?more|more-?(?:on|from|stories|news)|most-?(?:read|"
    r"popular|viewed)|trending|newsletter|sign-?up|subscri\w*|promo\w*|sponsor\w*|outbrain|taboola|"
    r"paywall|sidebar|side-?bar|widget|popup|modal|toolbar|tools|tags?|topics?|author-?(?:bio|box|card)|"
    r"print-?only|hidden|skip-?link|sr-only|visually-?hidden|screen-?reader\w*|menu|nav\w*|footer|"
    r"masthead|site-?header|transcript|copyright|disclaimer|caption-?credit|gallery-?nav|pagination|pager)"
    r"(?=$|[\s_-])",
    re.I,
)
#: Words in a class or id that name the article's own text.
_COPY = re.compile(
    r"(?:article|story|entry|post|news|content|main|page)[\w-]*?(?:body|content|text|copy)|"
    r"body-?(?:copy|text)|articlebody|storybody|field-name-body|rich-?text",
    re.I,
)
_LEAST = 25


#: Names that systems put on whatever they show: what it is filed under, how it is laid out.
_FILED = re.compile(
    r"^(?:tag|category|topic|author|format|has|is|no|with|postid|single|type|status)-|^hentry$"
)


def article_of(page: html.HtmlElement) -> html.HtmlElement:
    """The element that holds the article; the page is changed: its surroundings are gone."""
    body = page.find("body")
    body = page if body is None else body
    for element in list(body.iter()):
        if not isinstance(element.tag, str) or _is_no_copy(element):
            _drop(element)
    whole = _running(body)
    for element in list(body.iter()):
        if element is not body and _is_around(element, whole):
            _drop(element)
    marked = _marked(body)
    if marked is not None:
        return marked
    best = _densest(body)
    return body if best is None else best


def _is_no_copy(element: html.HtmlElement) -> bool:
    listed = element.tag in {"ul", "ol"} and _is_links(element)
    return listed or element.tag in _GONE or _is_hidden(element)


def _is_links(element: html.HtmlElement) -> bool:
    """Whether a list is of links alone, as those to other stories are."""
    linked = sum(_text_length(a) for a in element.iter("a"))
    return linked > 0 and linked * 10 >= 9 * _text_length(element)


def _is_hidden(element: html.HtmlElement) -> bool:
    if element.tag in {"body", "html", "main", "article"}:
        return False
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or element.get("role") in _ROLES
    )


_ROLES = frozenset({"navigation", "complementary", "contentinfo", "banner", "search", "dialog"})
_NEVER = frozenset(
    {"body", "main", "article", "p", "h1", "figure", "figcaption", "html", "img", "a"}
)


def _is_around(element: html.HtmlElement, whole: int) -> bool:
    if element.tag in _NEVER:
        return False
    if element.tag == "header":
        return element.find(".//h1") is None and element.find(".//p") is None
    names = f"{element.get('class', '')} {element.get('id', '')}".split()
    named = " ".join(name for name in names if not _FILED.match(name))
    around = element.tag == "form" or (_AROUND.search(named) and not _COPY.search(named))
    if not around or element.find(".//h1") is not None:
        return False
    # A wrapper round everything may bear such a name too, and old systems put all into one form.
    size = _running(element)
    return size * 3 < whole or (size < _SMALL and size * 2 < whole)


#: Characters of running text below which a part may hold more of a short page and be no article.
_SMALL = 300


def _drop(element: html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _marked(body: html.HtmlElement) -> html.HtmlElement | None:
    """Where the page itself says which part is the article's text."""
    for path in (
        ".//*[@itemprop='articleBody']",
        ".//*[@property='articleBody']",
        ".//*[@data-testid='article-body' or @data-component='article-body']",
    ):
        found = [e for e in body.xpath(path) if _text_length(e) > 200]
        if found:
            return max(found, key=_text_length)
    articles = [e for e in body.iter("article") if _text_length(e) > 200]
    if articles:
        best = max(articles, key=_text_length)
        if _text_length(best) * 2 > sum(map(_text_length, articles)):
            inner = _densest(best)
            return best if inner is None else inner
    return None


@dataclass(frozen=True, slots=True)
class _Words:
    """Running text that stands directly in `holder`, a block; `size` in characters."""

    holder: html.HtmlElement
    size: int


def _words(top: html.HtmlElement) -> Iterator[_Words]:
    """Where the text of an element stands that is long enough to be copy and not all links."""
    for element in top.iter():
        if not isinstance(element.tag, str) or element.tag in _INLINE:
            continue
        size = _direct(element)
        least = _LEAST if element.tag in _RUNNING else _LEAST_LOOSE
        if size >= least:
            yield _Words(element, size)


#: Elements that are running text by their nature; text that stands loose must be longer to count.
_RUNNING = frozenset({"p", "pre", "blockquote", "h2", "h3"})
_LEAST_LOOSE = 80
_INLINE = frozenset(
    ["a", "abbr", "b", "big", "br", "cite", "code", "em", "font", "i", "img", "q", "s", "small",
     "span", "strong", "sub", "sup", "u", "mark", "time", "wbr", "ins", "del", "center"]
)  # fmt: skip


def _direct(element: html.HtmlElement) -> int:
    """Characters of text in an element that stand in no block inside it and in no link."""
    size = len((element.text or "").strip()) if element.tag != "a" else 0
    for child in element:
        if isinstance(child.tag, str) and child.tag in _INLINE:
            size += _direct(child)
        size += len((child.tail or "").strip())
    return size


def _densest(body: html.HtmlElement) -> html.HtmlElement | None:
    """The element under which most running text stands: a paragraph counts for its parent, half
    for its grandparent, a quarter above; loose text counts for where it stands."""
    points: dict[html.HtmlElement, float] = {}
    for words in _words(body):
        worth: float = words.size
        above = words.holder.getparent() if words.holder.tag in _RUNNING else words.holder
        for _ in range(4):
            if above is None or above.tag == "html":
                break
            points[above] = points.get(above, 0) + worth
            worth /= 2
            above = above.getparent()
    if not points:
        return None
    best = max(points, key=lambda e: points[e] * (1.2 if _names_copy(e) else 1))
    # Copy may be spread over several wrappers of one parent; climb while that gains a lot.
    while (above := best.getparent()) is not None and above.tag != "html":
        if _running(above) < 1.3 * _running(best):
            break
        best = above
    return best


def _names_copy(element: html.HtmlElement) -> bool:
    return bool(_COPY.search(f"{element.get('class', '')} {element.get('id', '')}"))


def _running(element: html.HtmlElement) -> int:
    return sum(words.size for words in _words(element))


def _text_length(element: html.HtmlElement) -> int:
    return len(" ".join(element.text_content().split()))
