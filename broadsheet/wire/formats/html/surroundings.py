"""Which part of a page is the article: what stands around it is taken off, then the block that
holds most of the running text is found."""

from __future__ import annotations

import re

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
        "form",
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
    r"masthead|site-?header|copyright|disclaimer|caption-?credit|gallery-?nav|pagination|pager)"
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


def article_of(page: html.HtmlElement) -> html.HtmlElement:
    """The element that holds the article; the page is changed: its surroundings are gone."""
    body = page.find("body")
    body = page if body is None else body
    _take_off(body)
    marked = _marked(body)
    if marked is not None:
        return marked
    best = _densest(body)
    return body if best is None else best


def _take_off(body: html.HtmlElement) -> None:
    whole = len(body.text_content())
    for element in list(body.iter()):
        if not isinstance(element.tag, str) or (element is not body and _is_around(element, whole)):
            _drop(element)


def _is_around(element: html.HtmlElement, whole: int) -> bool:
    if element.tag in _GONE:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.get("role") in {"navigation", "complementary", "contentinfo", "banner", "search"}:
        return True
    if element.tag == "header":
        return element.find(".//h1") is None and element.find(".//p") is None
    named = f"{element.get('class', '')} {element.get('id', '')}"
    if element.tag in {"body", "main", "article", "p", "h1", "figure", "figcaption", "html"}:
        return False
    if not _AROUND.search(named) or _COPY.search(named):
        return False
    # A wrapper round everything may bear such a name too ("has-sidebar", "with-tags").
    return len(element.text_content()) * 2 < whole


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


def _densest(body: html.HtmlElement) -> html.HtmlElement | None:
    """The element under which most running text stands: each paragraph counts for its parent, half
    for its grandparent, a quarter above."""
    points: dict[html.HtmlElement, float] = {}
    total = 0
    for element in body.iter("p", "pre", "blockquote", "h2", "h3", "li", "td"):
        size = _own_length(element)
        if size < _LEAST or (element.tag in {"li", "td"} and size < 80):
            continue
        total += size
        worth: float = size
        above = element.getparent()
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
    while (above := best.getparent()) is not None and above.tag not in {"html"}:
        if _running(above) < 1.3 * _running(best):
            break
        best = above
    return best


def _names_copy(element: html.HtmlElement) -> bool:
    return bool(_COPY.search(f"{element.get('class', '')} {element.get('id', '')}"))


def _running(element: html.HtmlElement) -> int:
    return sum(size for p in element.iter("p") if (size := _own_length(p)) >= _LEAST)


def _own_length(element: html.HtmlElement) -> int:
    """Characters of an element without those of its links, if links are most of it."""
    size = _text_length(element)
    linked = sum(_text_length(a) for a in element.iter("a"))
    return 0 if linked * 2 > size else size


def _text_length(element: html.HtmlElement) -> int:
    return len(" ".join(element.text_content().split()))
