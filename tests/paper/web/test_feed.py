"""RSS, the map of the site and robots.txt."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from django.test import Client
from lxml import etree

from broadsheet.paper import publishing

pytestmark = pytest.mark.django_db

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
}


def xml(answer: Any) -> Any:
    return etree.fromstring(answer.content)


@pytest.mark.parametrize(("address", "count"), [("/feed.xml", 18), ("/world/feed.xml", 3)])
def test_a_feed_has_what_rss_asks_for(
    address: str, count: int, newspaper: dict[str, Any], reader: Client
) -> None:
    answer = reader.get(address)
    assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
    channel = xml(answer).find("channel")
    for name in ("title", "link", "description", "language"):
        assert channel.findtext(name)
    assert parsedate_to_datetime(channel.findtext("lastBuildDate")).tzinfo
    self_link = channel.find("atom:link", NAMES)
    assert self_link.attrib == {"rel": "self", "href": f"http://testserver{address}"}
    items = channel.findall("item")
    assert len(items) == count
    for item in items:
        assert item.findtext("title")
        assert item.findtext("description")
        assert item.findtext("guid") == item.findtext("link")
        assert item.find("guid").get("isPermaLink") == "true"
        assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo


def test_the_newest_story_comes_first_and_says_who_wrote_it(
    newspaper: dict[str, Any], reader: Client
) -> None:
    first = xml(reader.get("/world/feed.xml")).find("channel/item")
    assert first.findtext("title") == newspaper["stories"][0].title
    assert first.findtext("dc:creator", namespaces=NAMES) == "Rob Ashdown"
    assert first.findtext("category") == "World"


def test_a_picture_in_a_feed_has_its_type_size_and_credit(
    paper: Any, write: Any, draw: Any, reader: Client
) -> None:
    write(headline="With picture", picture=draw(alt="A quay", credit="Rob"))
    content = xml(reader.get("/feed.xml")).find("channel/item/media:content", NAMES)
    assert content.get("url").startswith("http://testserver/media/")
    assert (content.get("type"), content.get("medium")) == ("image/webp", "image")
    assert int(content.get("width")) > int(content.get("height")) > 0
    assert content.findtext("media:credit", namespaces=NAMES) == "Rob"


def test_a_feed_of_an_empty_paper_is_a_feed(paper: Any, reader: Client) -> None:
    assert xml(reader.get("/feed.xml")).findall("channel/item") == []


def test_a_day_without_an_hour_stands_at_noon_in_the_papers_zone(
    paper: Any, write: Any, reader: Client
) -> None:
    write(headline="A day", published=datetime(2023, 9, 6, 6, 30, tzinfo=UTC), grain="day")
    item = xml(reader.get("/feed.xml")).find("channel/item")
    assert parsedate_to_datetime(item.findtext("pubDate")) == datetime(
        2023, 9, 6, 6, 30, tzinfo=UTC
    )


def test_the_map_of_the_site_names_front_sections_and_live_stories(
    paper: Any, write: Any, reader: Client
) -> None:
    kept, killed = write(headline="Kept"), write(headline="Killed")
    publishing.take_down(killed)
    places = [loc.text for loc in xml(reader.get("/sitemap.xml")).findall("map:url/map:loc", NAMES)]
    assert f"http://testserver{kept.address}" in places
    assert "http://testserver/" in places
    assert "http://testserver/world/" in places
    assert f"http://testserver{killed.address}" not in places


def test_crawlers_are_kept_from_the_newsroom_and_shown_the_map(paper: Any, reader: Client) -> None:
    lines = reader.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /newsroom/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines
