"""RSS of every age: each sample beside what is to be read in it, and the traps by name."""

from __future__ import annotations

import pytest

from broadsheet.wire.formats import items, markup
from broadsheet.wire.formats.item import Item
from tests.wire.formats.sample_files import names, seen


@pytest.mark.parametrize("name", names("rss"))
def test_a_feed_is_read_as_its_sample_says(name: str) -> None:
    got, wanted = seen("rss", name)
    assert got == wanted


def one(inside: str, *, channel: str = "", space: str = "") -> Item:
    """The item of a feed that holds one."""
    feed = f'<rss version="2.0" {space}><channel>{channel}<item>{inside}</item></channel></rss>'
    (item,) = items(feed.encode())
    return item


def test_an_address_alone_is_a_byline_that_is_said_not_to_be_for_print() -> None:
    item = one("<title>Ferry</title><author>ann@agency.example</author>")
    assert item.byline == "ann@agency.example"
    assert any("not for print" in problem for problem in item.problems)


@pytest.mark.parametrize(
    ("written", "headline"),
    [
        ("&lt;p&gt;Ferry&lt;/p&gt;", "Ferry"),
        ("&amp;lt;i&amp;gt;Ferry&amp;lt;/i&amp;gt;", "Ferry"),
        ("<![CDATA[Ferry &amp; quay]]>", "Ferry & quay"),
        ("<p>Ferry</p>", "Ferry"),
        ("What the &lt;p&gt; tag is for", "What the <p> tag is for"),
        ("Rain &amp;amp; wind", "Rain & wind"),
        ("Under &lt;3 hours by rail", "Under <3 hours by rail"),
    ],
)
def test_a_title_is_plain_words_however_it_was_escaped(written: str, headline: str) -> None:
    assert one(f"<title>{written}</title>").headline == headline


def test_a_counter_behind_the_id_is_the_version() -> None:
    item = one("<title>Ferry</title><guid>https://coast.example/a#12</guid>")
    assert (item.guid, item.version) == ("https://coast.example/a", "12")


def test_an_id_that_is_no_address_is_left_to_the_letter() -> None:
    item = one('<title>Ferry</title><guid isPermaLink="false"> tag:coast,2026:a#0 </guid>')
    assert (item.guid, item.version, item.links) == ("tag:coast,2026:a#0", None, [])


def test_an_id_that_is_a_permalink_is_the_link_where_there_is_no_other() -> None:
    assert one("<guid>https://coast.example/a</guid>").links == ["https://coast.example/a"]
    barred = one('<guid isPermaLink="false">https://coast.example/a</guid>')
    assert barred.links == []


def test_a_relative_link_stands_on_xml_base_before_the_channels_link() -> None:
    channel = "<link>https://coast.example/news/</link>"
    assert one("<link>a</link>", channel=channel).links == ["https://coast.example/news/a"]
    based = one("<link>a</link>", channel=channel, space='xml:base="https://quay.example/x/"')
    assert based.links == ["https://quay.example/x/a"]


def test_a_link_that_must_stay_relative_is_said() -> None:
    item = one("<link>/a</link>", channel="<link>/</link>")
    assert item.links == ["/a"]
    assert any("relative" in problem for problem in item.problems)


def test_full_content_is_the_copy_and_another_summary_a_note() -> None:
    item = one(
        "<description>Boats are back.</description><content:encoded>&lt;p&gt;The ferry sails."
        "&lt;/p&gt;</content:encoded>",
        space='xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    )
    assert item.paragraphs == ["The ferry sails."]
    assert [(note.role, note.text) for note in item.notes] == [("summary", "Boats are back.")]


def test_a_summary_that_is_but_the_beginning_is_no_note() -> None:
    item = one(
        "<description>The ferry sai…</description><content:encoded>&lt;p&gt;The ferry sails in May."
        "&lt;/p&gt;</content:encoded>",
        space='xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    )
    assert item.notes == []


def test_the_blogs_own_last_sentence_goes_in_any_language() -> None:
    item = one(
        "<title>Neue Fähre</title><description>&lt;p&gt;Sie fährt ab Mai.&lt;/p&gt;&lt;p&gt;Der Beitrag "
        "Neue Fähre erschien zuerst auf Kaiblatt.&lt;/p&gt;</description>",
        channel="<title>Kaiblatt</title>",
    )
    assert item.paragraphs == ["Sie fährt ab Mai."]


def test_pictures_of_one_group_are_one_picture_the_largest() -> None:
    item = one(
        "<media:group><media:content url='s.jpg' medium='image' width='90'/><media:content "
        "url='l.jpg' medium='image' width='900'/><media:credit>Ann Dove</media:credit></media:group>"
        "<media:thumbnail url='t.jpg'/>",
        space='xmlns:media="http://search.yahoo.com/mrss/"',
    )
    assert [(medium.href, medium.credit) for medium in item.media] == [("l.jpg", "Ann Dove")]


def test_an_article_with_a_recording_beside_it_is_a_text() -> None:
    sound = "<enclosure url='https://coast.example/a.mp3' type='audio/mpeg'/>"
    assert one(f"<description>Listen.</description>{sound}").kind == "audio"
    assert one(f"<description>{'The ferry sails. ' * 120}</description>{sound}").kind == "text"


def test_an_element_whose_prefix_was_never_declared_is_still_understood() -> None:
    item = one("<title>Ferry</title><dc:creator>Jo Field</dc:creator>")
    assert item.byline == "Jo Field"
    assert item.problems


def test_an_entry_that_cannot_be_read_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_on_the_first(text: str, base: str) -> markup.Block:
        if text == "bad":
            raise RuntimeError("a fault")
        return markup.Block([text])

    monkeypatch.setattr(markup, "read", fails_on_the_first)
    feed = b"<rss><channel><item><description>bad</description></item><item><description>good</description></item></channel></rss>"
    first, second = items(feed)
    assert first.problems == ["entry 1 cannot be read: RuntimeError: a fault"]
    assert second.paragraphs == ["good"]


def test_a_dateline_above_a_feeds_copy_is_a_field_and_credits_its_agency() -> None:
    copy = "&lt;p&gt;SELBY, Marland, March 6 (ANA) - The gate moved.&lt;/p&gt;&lt;p&gt;___&lt;/p&gt;&lt;p&gt;Boats came.&lt;/p&gt;"
    (item,) = items(
        f"<rss version='2.0'><channel><title>Selby Times</title><item><title>Gate moves</title>"
        f"<link>https://times.example/1</link><description>{copy}</description></item></channel></rss>".encode()
    )
    assert (item.dateline, item.credit, item.agency) == ("SELBY, Marland", "ANA", "Selby Times")
    assert item.paragraphs == ["The gate moved.", "Boats came."]
