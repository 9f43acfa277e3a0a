"""NITF, NewsML-G2 and NewsML 1: what is read from each, and how each takes copy back."""

from __future__ import annotations

import pytest

from broadsheet.wire.formats import items
from broadsheet.wire.formats.item import Item
from tests.wire.formats.sample_files import names, seen

BODY = """<body><body.head><hedline><hl1>Sea lock opens at Port Selby</hl1><hl2>Boats wait</hl2></hedline>
<byline>By <person>Ines Okafor</person> <byttl>Staff</byttl></byline>
<dateline><location>Port Selby</location><story.date>March 6</story.date></dateline>
<abstract><p>The gate moves again.</p></abstract></body.head>
<body.content><block><p>The lock <em>opened</em>.</p>
<media media-type="image"><media-reference mime-type="image/jpeg" source="s.jpg" width="90"/>
<media-reference mime-type="image/jpeg" source="l.jpg" width="900"/>
<media-caption>The gates.</media-caption><media-producer>Tom Reyes</media-producer></media>
<p>Boats came <a href="https://selby.example/">in</a>.</p></block></body.content>
<body.end><tagline>Editing by Ann Dove</tagline></body.end></body>"""
NITF = (
    """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://nowhere.invalid/nitf.dtd">
<nitf xml:lang="en-GB"><head><title>Selby lock</title>
<meta name="anpa-keyword" content="Selby-Lock"/>
<tobject><tobject.subject tobject.subject.refnum="04000000" tobject.subject.type="economy"/></tobject>
<docdata management-status="usable"><doc-id id-string="sna-77" regsrc="SNA"/><urgency ed-urg="3"/>
<date.issue norm="20260306T090000Z"/><date.release norm="20260306T090000Z"/>
<doc.copyright year="2026" holder="SNA"/><ed-msg info="Desk: 020 5550 1234"/>
<key-list><keyword key="locks"/></key-list></docdata></head>"""
    + BODY
    + "</nitf>"
)
G2 = """<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-03-06T09:06:00Z</sent></header>
<itemSet><newsItem guid="urn:newsml:sna.example:20260306:77" version="4" xml:lang="en">
<rightsInfo><copyrightNotice>Copyright 2026 SNA</copyrightNotice><usageTerms>No archive.</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:SNA"><name>SNA</name></provider>
<versionCreated>2026-03-06T10:05:00+01:00</versionCreated><firstCreated>2026-03-06T08:00:00Z</firstCreated>
<embargoed/><pubStatus qcode="stat:usable"/><edNote>Desk: 020 5550 1234</edNote>
<signal qcode="sig:correction"/><link rel="irel:previousVersion" residref="urn:newsml:sna.example:20260306:76"/>
</itemMeta><contentMeta><urgency>2</urgency><located><name>Port Selby</name></located>
<creator><name>Ines Okafor</name></creator><language tag="en"/>
<subject qcode="medtop:20000209"><name>transport</name></subject><keyword>locks</keyword>
<slugline>Selby-Lock</slugline><headline>Sea lock opens at Port Selby</headline>
<headline role="hldrole:sub">Boats wait</headline><by>By Ines Okafor</by></contentMeta>
<contentSet>BODY</contentSet></newsItem></itemSet></newsMessage>"""
INLINE = {
    "nitf": '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">'
    + BODY
    + "</nitf></inlineXML>",
    "xhtml": """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head/>
<body><p>The lock <b>opened</b>.</p><p>Boats came <a href="https://selby.example/">in</a>.</p></body></html></inlineXML>""",
    "plain": '<inlineData contenttype="text/plain">The lock opened.\n\nBoats came in.</inlineData>',
}  # fmt: skip
NEWSML_1 = """<?xml version="1.0"?><NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260306T090600Z</DateAndTime>
<Priority FormalName="3"/></NewsEnvelope><NewsItem><Identification><NewsIdentifier><ProviderId>sna.example</ProviderId>
<DateId>20260306</DateId><NewsItemId>lock77</NewsItemId><RevisionId PreviousRevision="1" Update="N">2</RevisionId>
<PublicIdentifier>urn:newsml:sna.example:20260306:lock77:2N</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260306T080000+0000</FirstCreated>
<ThisRevisionCreated>20260306T100500+0100</ThisRevisionCreated><Status FormalName="STATUS"/>
<Instruction FormalName="Correction"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Sea lock opens at Port Selby</HeadLine><ByLine>By Ines Okafor</ByLine>
<DateLine>PORT SELBY, March 6 (SNA)</DateLine><CopyrightLine>Copyright 2026 SNA</CopyrightLine>
<SlugLine>Selby-Lock</SlugLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="SNA"/></Provider></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="en"/><SubjectCode><Subject FormalName="04000000"/></SubjectCode></DescriptiveMetadata>
<NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><DataContent>
<p>The lock opened.</p><p>Boats came in.</p></DataContent></ContentItem></NewsComponent>
<NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent><p>The gates.</p></DataContent></ContentItem></NewsComponent>
<NewsComponent><ContentItem Href="s.jpg"><MediaType FormalName="Photo"/><Characteristics>
<Property FormalName="Width" Value="90"/></Characteristics></ContentItem></NewsComponent>
<NewsComponent><ContentItem Href="l.jpg"><MediaType FormalName="Photo"/><Characteristics>
<Property FormalName="Width" Value="900"/></Characteristics></ContentItem></NewsComponent>
</NewsComponent></NewsItem></NewsML>"""


def only(text: str) -> Item:
    """The one item of a file."""
    (item,) = items(text.encode())
    return item


@pytest.mark.parametrize(
    ("folder", "name"),
    [(folder, name) for folder in ("nitf", "newsml_g2", "newsml_1") for name in names(folder)],
)
def test_a_file_is_read_as_its_sample_says(folder: str, name: str) -> None:
    got, wanted = seen(folder, name)
    assert got == wanted


def test_nitf_is_read_with_its_dtd_left_alone() -> None:
    item = only(NITF)
    assert (item.format, item.guid, item.agency, item.status) == ("nitf", "sna-77", "SNA", "usable")
    assert (item.headline, item.byline) == ("Sea lock opens at Port Selby", "Ines Okafor")
    assert (item.dateline, item.slugline, item.urgency) == ("Port Selby", "Selby-Lock", 3)
    assert item.paragraphs == ["The lock opened.", "Boats came in."]
    assert item.links == ["https://selby.example/"]
    assert [(m.href, m.credit, m.caption) for m in item.media] == [
        ("l.jpg", "Tom Reyes", "The gates.")
    ]
    assert (item.versioned, item.embargo) == ("2026-03-06T09:00:00Z", None)
    assert (item.keywords, item.copyright) == (["locks"], "2026 SNA")
    public = {note.role: note.public for note in item.notes}
    assert public == {"subhead": True, "summary": True, "editors": False, "signoff": True}


def test_a_release_later_than_the_issue_is_an_embargo() -> None:
    item = only(NITF.replace('date.release norm="20260306T09', 'date.release norm="20260306T12'))
    assert (item.status, item.embargo) == ("usable", "2026-03-06T12:00:00Z")
    assert "embargo" in item.signals


@pytest.mark.parametrize(
    "change",
    [
        'management-status="canceled"',
        'management-status="usable" management-doc-idref-status="canceled" management-doc-idref="sna-76"',
    ],
)
def test_nitf_cancels_itself_or_the_document_that_it_names(change: str) -> None:
    item = only(NITF.replace('management-status="usable"', change))
    assert (item.status, item.signals) == ("canceled", ["kill"])
    assert item.replaces == (["sna-76"] if "sna-76" in change else [])


@pytest.mark.parametrize("inline", INLINE)
def test_newsml_g2_is_read_whatever_its_content_is_written_in(inline: str) -> None:
    item = only(G2.replace("BODY", INLINE[inline]))
    assert (item.format, item.kind, item.status) == ("newsml-g2", "text", "usable")
    assert (item.guid, item.version) == ("urn:newsml:sna.example:20260306:77", "4")
    assert (item.headline, item.byline) == ("Sea lock opens at Port Selby", "Ines Okafor")
    assert (item.agency, item.dateline, item.urgency) == ("SNA", "Port Selby", 2)
    assert (item.created, item.versioned) == ("2026-03-06T08:00:00Z", "2026-03-06T09:05:00Z")
    assert item.paragraphs == ["The lock opened.", "Boats came in."]
    assert [(s.code, s.name) for s in item.subjects] == [("medtop:20000209", "transport")]
    assert item.signals == ["correction"]
    assert item.replaces == ["urn:newsml:sna.example:20260306:76"]
    assert item.embargo is None
    assert all(not note.public for note in item.notes if note.role in {"editors", "usage"})
    assert item.problems == []


def test_a_g2_kill_with_an_empty_body_keeps_its_guid() -> None:
    item = only(G2.replace("BODY", "").replace("stat:usable", "stat:canceled"))
    assert (item.status, item.guid) == ("canceled", "urn:newsml:sna.example:20260306:77")
    assert item.paragraphs == []
    assert "kill" in item.signals


def test_a_g2_embargo_leaves_the_status_and_one_that_cannot_be_read_withholds() -> None:
    held = only(G2.replace("<embargoed/>", "<embargoed>2026-03-07T06:00:00+01:00</embargoed>"))
    unread = only(G2.replace("<embargoed/>", "<embargoed>Saturday</embargoed>"))
    assert (held.status, held.embargo) == ("usable", "2026-03-07T05:00:00Z")
    assert (unread.status, unread.embargo) == ("withheld", None)


def test_a_g2_picture_gives_its_best_rendition_with_caption_and_credit() -> None:
    files = (
        '<remoteContent rendition="rnd:thumbnail" href="t.jpg" contenttype="image/jpeg" width="90"/>'
        '<remoteContent rendition="rnd:highRes" href="h.jpg" contenttype="image/jpeg" width="900"/>'
    )
    text = G2.replace("BODY", files).replace("ninat:text", "ninat:picture")
    text = text.replace(
        "<by>",
        '<creditline>Tom Reyes/SNA</creditline><description role="drol:caption">The gates.</description><by>',
    )
    item = only(text)
    assert item.kind == "picture"
    assert [(m.href, m.type, m.credit, m.caption) for m in item.media] == [
        ("h.jpg", "image/jpeg", "Tom Reyes/SNA", "The gates.")
    ]


def test_every_item_of_a_g2_message_is_an_item_and_a_package_names_what_it_holds() -> None:
    package = (
        '<packageItem guid="urn:sna:pkg" version="1"><itemMeta><itemClass qcode="ninat:composite"/>'
        "<versionCreated>2026-03-06T09:00:00Z</versionCreated></itemMeta><groupSet><group>"
        '<itemRef residref="urn:newsml:sna.example:20260306:77"/></group></groupSet></packageItem>'
    )
    first, second = items(
        G2.replace("BODY", "").replace("<itemSet>", "<itemSet>" + package).encode()
    )
    assert (first.kind, first.links) == ("package", ["urn:newsml:sna.example:20260306:77"])
    assert second.kind == "text"


def test_a_part_of_a_g2_item_by_itself_is_read_and_the_missing_guid_said() -> None:
    item = only("<contentSet>" + INLINE["nitf"] + "</contentSet>")
    assert item.paragraphs == ["The lock opened.", "Boats came in."]
    assert item.problems == ["it has no guid"]


@pytest.mark.parametrize(
    ("said", "status"), [("Usable", "usable"), ("Canceled", "canceled"), ("Withheld", "withheld")]
)
def test_newsml_1_is_read_with_the_id_that_stays_and_the_largest_picture(
    said: str, status: str
) -> None:
    item = only(NEWSML_1.replace("STATUS", said))
    assert (item.format, item.status, item.urgency) == ("newsml-1", status, 3)
    assert (item.guid, item.version) == ("urn:newsml:sna.example:20260306:lock77", "2")
    assert (item.headline, item.byline, item.dateline) == (
        "Sea lock opens at Port Selby", "Ines Okafor", "PORT SELBY",
    )  # fmt: skip
    assert item.paragraphs == ["The lock opened.", "Boats came in."]
    assert (item.created, item.versioned) == ("2026-03-06T08:00:00Z", "2026-03-06T09:05:00Z")
    assert [(m.href, m.caption) for m in item.media] == [("l.jpg", "The gates.")]
    assert "correction" in item.signals


def test_entities_from_outside_are_not_fetched_and_the_copy_is_read_all_the_same() -> None:
    text = NITF.replace(
        '<!DOCTYPE nitf SYSTEM "http://nowhere.invalid/nitf.dtd">',
        '<!DOCTYPE nitf [<!ENTITY secret SYSTEM "file:///etc/hostname">]>',
    ).replace("Boats came", "Boats &secret; came")
    item = only(text)
    assert item.headline == "Sea lock opens at Port Selby"
    assert item.paragraphs[0] == "The lock opened."
    assert "came in." in item.paragraphs[1]


def test_newsml_1_takes_no_thumbnail_for_the_picture_and_parts_its_keywords() -> None:
    text = NEWSML_1.replace("STATUS", "Usable").replace(
        "<SlugLine>", "<KeywordLine>locks, boats</KeywordLine><SlugLine>"
    )
    text = (
        text.replace('Value="90"', 'Value=""')
        .replace('Value="900"', 'Value=""')
        .replace("s.jpg", "thumb.jpg")
    )
    item = only(text)
    assert [m.href for m in item.media] == ["l.jpg"]
    assert item.keywords == ["locks", "boats"]
