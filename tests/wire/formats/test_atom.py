"""Atom and its draft: each sample beside what is to be read in it, and the traps by name."""

from __future__ import annotations

import pytest

from broadsheet.wire.formats import items
from broadsheet.wire.formats.item import Item
from tests.wire.formats.sample_files import names, seen


@pytest.mark.parametrize("name", names("atom"))
def test_a_feed_is_read_as_its_sample_says(name: str) -> None:
    got, wanted = seen("atom", name)
    assert got == wanted


def one(inside: str, *, space: str = "", head: str = "") -> Item:
    """The item of a feed that holds one entry."""
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom" {space}>{head}<entry>{inside}</entry></feed>'
    (item,) = items(feed.encode())
    return item


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("<title>Rain &lt; wind</title>", "Rain < wind"),
        ('<title type="html">&lt;b&gt;Rain&lt;/b&gt;</title>', "Rain"),
        ('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Rain <b>now</b></div></title>', "Rain now"),
        ('<title type="application/octet-stream">UmFpbg==</title>', "Rain"),
        ('<title type="application/x-other">Rain</title>', "Rain"),
    ],
)  # fmt: skip
def test_a_title_is_plain_words_in_each_construct(title: str, headline: str) -> None:
    assert one(title).headline == headline


def test_base64_that_is_none_is_left_as_it_stands() -> None:
    assert one('<title mode="base64">Rain!</title>').headline == "Rain!"


def test_the_nearest_xml_base_makes_an_address_whole() -> None:
    item = one(
        '<id>7</id><link href="a"/>',
        space='xml:base="https://quay.example/x/"',
    )
    assert item.links == ["https://quay.example/x/a"]
    assert item.guid == "https://quay.example/x/7"


def test_the_page_is_the_link_and_its_other_forms_are_not() -> None:
    item = one(
        '<link rel="self" href="https://q.example/s"/><link type="application/json" href="https://q.example/j"/>'
        '<link rel="http://www.iana.org/assignments/relation/alternate" href="https://q.example/p"/>'
    )
    assert item.links == ["https://q.example/p"]


def test_what_bears_only_an_update_was_public_by_then() -> None:
    item = one("<updated>2026-03-04T10:00:00Z</updated>")
    assert (item.published, item.versioned) == ("2026-03-04T10:00:00Z", "2026-03-04T10:00:00Z")


def test_an_entry_without_a_writer_is_by_the_feeds() -> None:
    head = "<author><name>The desk</name></author>"
    assert one("<title>x</title>", head=head).byline == "The desk"
    assert one("<author><name>Jo</name></author>", head=head).byline == "Jo"


def test_signs_left_in_plain_text_are_read() -> None:
    item = one("<summary>Bread&amp;nbsp;&amp;amp; butter</summary>")
    assert item.paragraphs == ["Bread & butter"]


def test_a_film_channels_entry_is_a_film() -> None:
    space = (
        'xmlns:yt="http://www.youtube.com/xml/schemas/2015" '
        'xmlns:media="http://search.yahoo.com/mrss/"'
    )
    item = one(
        "<yt:videoId>x</yt:videoId><title>Tides</title><media:group><media:content "
        "url='https://v.example/x' type='video/mp4'/><media:description>Twice a day."
        "</media:description></media:group>",
        space=space,
    )
    assert (item.kind, item.paragraphs) == ("video", ["Twice a day."])


def test_an_empty_feed_is_not_silent() -> None:
    (item,) = items(b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title></feed>')
    assert (item.format, item.kind, item.problems) == ("atom", "other", ["the feed has no entries"])
