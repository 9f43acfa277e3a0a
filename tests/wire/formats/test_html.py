"""Web pages: each sample beside what is to be read in it, and the ways to each fact by name."""

from __future__ import annotations

import pytest

from broadsheet.wire.formats import items
from broadsheet.wire.formats.html.structured import addresses, article_in, texts
from broadsheet.wire.formats.item import Item
from tests.wire.formats.sample_files import names, seen


@pytest.mark.parametrize("name", names("html"))
def test_a_page_is_read_as_its_sample_says(name: str) -> None:
    got, wanted = seen("html", name)
    assert got == wanted


def page(
    head: str = "", body: str = "<h1>Ferry returns</h1><p>The ferry sails from May.</p>"
) -> Item:
    (item,) = items(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())
    return item


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("<title>Ferry returns in May | Coast News</title>", "Ferry returns in May"),
        ("<title>Ferry returns – a line's history</title>", "Ferry returns – a line's history"),
        ('<meta property="og:title" content="Ferry returns - Coast"><meta property="og:site_name" content="Coast">', "Ferry returns"),
        ('<title>x</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry &amp; quay"}</script>', "Ferry & quay"),
    ],
)  # fmt: skip
def test_the_headline_is_the_articles_and_not_the_sites(head: str, headline: str) -> None:
    assert page(head, "<p>The ferry sails from May, the line said.</p>").headline == headline


def test_a_second_heading_of_the_site_does_not_hide_the_articles() -> None:
    item = page(
        "<title>Ferry returns | Coast</title>",
        "<h1>Coast</h1><h1>Ferry returns</h1><p>It sails.</p>",
    )
    assert item.headline == "Ferry returns"


@pytest.mark.parametrize(
    "furniture",
    [
        '<nav><p>Home, news, sport and everything else that we print</p></nav>',
        '<div class="newsletter-signup"><p>Sign up to have the news in your inbox each day.</p></div>',
        '<div class="related-stories"><p>Other things that happened on the coast this week.</p></div>',
        '<div aria-hidden="true"><p>Words for nobody, in a box that is not shown.</p></div>',
        '<footer><p>Coast News is printed on the quay by people who like it.</p></footer>',
        "<script>var p = '<p>not copy</p>';</script>",
    ],
)  # fmt: skip
def test_what_stands_around_an_article_is_no_copy(furniture: str) -> None:
    copy = (
        "<p>The ferry sails from May.</p><p>Fares stay as they were, the line said on Monday.</p>"
    )
    item = page(body=f"<main><h1>Ferry returns</h1>{copy}{furniture}</main>")
    assert item.paragraphs == [
        "The ferry sails from May.",
        "Fares stay as they were, the line said on Monday.",
    ]


def test_a_wrapper_round_everything_may_be_called_anything() -> None:
    item = page(
        body='<div class="page has-sidebar"><h1>Ferry</h1><p>The ferry sails from May.</p></div>'
    )
    assert item.paragraphs == ["The ferry sails from May."]


def test_the_best_article_of_the_structured_data_is_found_however_deep() -> None:
    scripts = [
        '{"@type": "WebPage", "mainEntity": {"@type": ["Thing", "NewsArticle"], "headline": "a"}}',
        '[{"@graph": [{"@type": "BlogPosting", "headline": "b"}]}]',
        "not json",
        '{"@type": "Organization"}',
    ]
    assert article_in(scripts)["headline"] == "a"
    assert article_in(scripts[1:])["headline"] == "b"
    assert article_in(scripts[2:]) == {}


def test_values_of_structured_data_are_read_whatever_their_form() -> None:
    assert texts([{"name": "Jo"}, "Rob", {"@value": "Ann"}, None, True]) == ["Jo", "Rob", "Ann"]
    assert [row["href"] for row in addresses(["a.jpg", {"url": "b.jpg"}, {"x": 1}, 7])] == [
        "a.jpg",
        "b.jpg",
    ]


def test_text_that_stands_loose_between_line_breaks_is_copy() -> None:
    loose = "The night ferry sails from 2 May, and its fares stay as they were, the line said on Monday."
    item = page(
        body=f"<form><div class='top'><p>Your name, please</p></div><div>{loose}<br><br>{loose}</div></form>"
    )
    assert item.paragraphs == [loose, loose]


def test_a_story_may_be_filed_under_any_word() -> None:
    copy = "<p>The night ferry sails from 2 May, the line said on Monday.</p>" * 3
    item = page(body=f"<div class='post tag-comments category-newsletter hentry'>{copy}</div>")
    assert len(item.paragraphs) == 3


def test_utf_8_that_is_declared_as_something_else_is_utf_8() -> None:
    (item,) = items(
        '<html><head><meta charset="iso-8859-1"></head><body><p>Café, Łódź.</p></body></html>'.encode()
    )
    assert item.paragraphs == ["Café, Łódź."]
    assert any("said to be" in problem for problem in item.problems)


@pytest.mark.parametrize(
    ("written", "byline"),
    [
        ("Jo Field | Apr 19, 2026", "Jo Field"),
        ("Jo Field Tuesday, Aug. 17, 2026", "Jo Field"),
        ("Jo Field, Coast News 8:42 a.m.", "Jo Field, Coast News"),
        ("coast.example", ""),
        ("June Field", "June Field"),
    ],
)
def test_a_byline_is_names_without_the_hour_or_the_site(written: str, byline: str) -> None:
    assert page(f'<meta name="author" content="{written}">').byline == byline


def test_a_page_without_an_article_says_so() -> None:
    assert (
        "no article was found on the page" in page(body="<nav><a href='/'>Home</a></nav>").problems
    )


def test_a_declared_encoding_that_is_a_lie_is_found_out() -> None:
    data = b'<html><head><meta charset="utf-8"></head><body><h1>Caf\xe9</h1><p>Ren\xe9e pours.</p></body></html>'
    (item,) = items(data)
    assert (item.headline, item.paragraphs) == ("Café", ["Renée pours."])
    assert any("said to be" in problem for problem in item.problems)


def test_an_agencys_page_gives_its_credit_its_dateline_and_who_took_the_picture() -> None:
    data = '{"@type":"NewsArticle","headline":"Lock opens","creditText":"ANA","copyrightHolder":{"name":"ANA Ltd"}}'
    copy = (
        "The sea lock opened on Friday after a night of repairs that had kept forty boats waiting."
    )
    (item,) = items(
        f"<html><head><script type='application/ld+json'>{data}</script></head><body><article><h1>Lock opens</h1>"
        f"<p>On Friday morning, as forty boats lay waiting outside, it was time at last for the town.</p>"
        f"<p>PORT SELBY, Marland (ANA) — {copy}</p><figure><img src='https://a.example/i.jpg'>"
        f"<figcaption>The gate. (ANA Photo/Tom Reyes)</figcaption></figure><p>___</p><p>{copy}</p></article></body></html>".encode()
    )
    assert (item.credit, item.copyright) == ("ANA", "ANA Ltd")
    assert item.dateline == "PORT SELBY, Marland"
    assert item.paragraphs[1:] == [copy, copy]
    assert item.media[0].credit == "ANA Photo/Tom Reyes"
    assert item.media[0].caption == "The gate. (ANA Photo/Tom Reyes)"
