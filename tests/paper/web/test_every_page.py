"""What holds on every page that readers see."""

from __future__ import annotations

import gzip
import itertools
import re
from typing import Any

import pytest
from django.test import Client
from lxml import etree

from tests.paper.web.conftest import tree

pytestmark = pytest.mark.django_db

PAGES = [
    "/", "/world/", "/about/", "/corrections/", "/by/rob-ashdown/", "/agency/npa/", "/topic/tides/",
    "story", "/nowhere/at/all/",
]  # fmt: skip
OTHERS = ["/feed.xml", "/world/feed.xml", "/sitemap.xml", "/robots.txt"]
#: The first flight of packets of a new connection.
LIGHT = 14 * 1024
#: Elements that stay open in HTML.
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


@pytest.fixture
def answers(newspaper: dict[str, Any], reader: Client) -> dict[str, Any]:
    """Every page by its address, each asked for once."""
    story = str(newspaper["stories"][0].address)
    found = [story if page == "story" else page for page in PAGES]
    return {page: reader.get(page, HTTP_HOST="localhost") for page in found}


def test_no_page_sets_a_cookie_or_depends_on_one(answers: dict[str, Any], reader: Client) -> None:
    others = {page: reader.get(page) for page in OTHERS}
    for page, answer in {**answers, **others}.items():
        assert answer.status_code == (404 if "nowhere" in page else 200), page
        assert not answer.cookies, page
        assert "Cookie" not in answer.get("Vary", ""), page
        assert "public" in answer["Cache-Control"], page


def test_no_page_depends_on_the_readers_language(answers: dict[str, Any], reader: Client) -> None:
    for page, answer in answers.items():
        assert "Accept-Language" not in answer.get("Vary", ""), page
        assert answer["Content-Language"] == "en", page
    plain, german = reader.get("/"), reader.get("/", HTTP_ACCEPT_LANGUAGE="de")
    assert plain.content == german.content


def test_no_page_holds_a_script_or_loads_anything_from_elsewhere(answers: dict[str, Any]) -> None:
    ours = re.compile(r"/(static|media|theme)/|/[\w/]*feed\.xml$")
    for page, answer in answers.items():
        body = tree(answer)
        scripts = {script.get("type") for script in body.xpath("//script")}
        assert scripts <= {"application/ld+json"}, page
        loaded = body.xpath("//img/@src | //link[@rel!='canonical']/@href | //iframe/@src")
        assert [address for address in loaded if not ours.match(address)] == [], page
        assert not body.xpath("//@*[starts-with(name(), 'on')]"), page


def test_a_first_page_with_its_one_stylesheet_is_light(
    answers: dict[str, Any], reader: Client
) -> None:
    for page, answer in answers.items():
        (stylesheet,) = tree(answer).xpath("//link[@rel='stylesheet']/@href")
        css = reader.get(stylesheet)
        assert css.status_code == 200
        weight = len(gzip.compress(answer.content)) + len(gzip.compress(css.content))
        assert weight < LIGHT, page


def test_every_element_is_closed_where_it_belongs(answers: dict[str, Any]) -> None:
    for answer in answers.values():
        html = re.sub(r"(?s)<!DOCTYPE html>|<script.*?</script>", "", answer.content.decode())
        html = re.sub(rf"<({'|'.join(VOID)})\b([^>]*)>", r"<\1\2/>", html)
        html = re.sub(r"\s(crossorigin|required|readonly)(?=[\s/>])", r' \1=""', html)
        assert etree.fromstring(html).tag == "html"


def test_a_page_can_be_walked_by_headings_landmarks_and_a_skip_link(
    answers: dict[str, Any],
) -> None:
    for page, answer in answers.items():
        body = tree(answer)
        levels = [int(h.tag[1]) for h in body.xpath("//h1|//h2|//h3|//h4")]
        assert levels.count(1) == 1, page
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), page
        assert len(body.xpath("//main[@id='main']")) == 1, page
        assert body.xpath("//body/a[1]/@href") == ["#main"], page
        labels = body.xpath("//nav/@aria-label")
        assert len(labels) == len(set(labels)) == len(body.xpath("//nav")), page
        ids = body.xpath("//@id")
        assert len(ids) == len(set(ids)), page


def test_a_page_names_its_own_address(answers: dict[str, Any]) -> None:
    for page, answer in answers.items():
        body = tree(answer)
        own = [] if "nowhere" in page else [f"http://localhost{page}"]
        assert body.xpath("//link[@rel='canonical']/@href") == own
        assert body.xpath("//meta[@property='og:url']/@content") == own
        assert body.xpath("//title")[0].text


def test_the_public_address_of_the_settings_beats_the_one_that_was_asked(
    paper: Any, reader: Client, settings: Any
) -> None:
    from dataclasses import replace

    settings.CONFIG = replace(settings.CONFIG, public_url="https://clarion.example/")
    body = tree(reader.get("/world/"))
    assert body.xpath("//link[@rel='canonical']/@href") == ["https://clarion.example/world/"]


def test_posting_to_a_page_is_refused(paper: Any, reader: Client) -> None:
    assert reader.post("/world/").status_code == 405


def test_every_picture_has_its_size_so_that_nothing_moves(
    newspaper: dict[str, Any], reader: Client
) -> None:
    body = tree(reader.get("/"))
    pictures = body.xpath("//img")
    assert pictures
    for picture in pictures:
        assert int(picture.get("width")) > 0
        assert int(picture.get("height")) > 0
        assert picture.get("alt") is not None
        assert picture.get("loading") == "lazy" or picture.get("fetchpriority") == "high"


def test_a_paper_for_a_demonstration_says_so_on_every_page(
    newspaper: dict[str, Any], reader: Client, paper: Any
) -> None:
    paper.masthead.demonstration = True
    paper.masthead.save()
    for page in ("/", "/world/", newspaper["stories"][0].address, "/nowhere/at/all/"):
        assert b"A demonstration" in reader.get(page).content
