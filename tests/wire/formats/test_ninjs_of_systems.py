"""ninjs as news systems and agencies fill it: guids, wrappers, pages as bodies; AP's own beside."""

from __future__ import annotations

import json
from typing import Any

from broadsheet.wire.formats import items
from broadsheet.wire.formats.item import Item


def only(said: dict[str, Any]) -> Item:
    """The one item of a message."""
    (item,) = items(json.dumps(said).encode())
    return item


def test_a_system_that_gives_a_guid_is_known_by_it_and_credits_the_source() -> None:
    item = only(
        {
            "guid": "sna-7f3a",
            "uri": "https://cms.sna.example/items/99",
            "_etag": "x",
            "source": "SNA",
            "copyrightholder": "Selby Holdings",
            "slug": "sea-lock",
            "headline": "Gate moves",
            "replacing": ["https://sna.example/1"],
            "firstpublished": "2026-03-06T09:00:00Z",
            "body_html": "<p>SELBY, Marland (SNA) - The gate moved.</p>",
            "subject": [{"code": "1", "name": "a"}, {"code": "1", "name": "a"}],
            "associations": {
                "one": {"guid": "p1", "type": "picture", "uri": "https://p.example/1"}
            },
        }
    )
    assert (item.guid, item.slugline, item.credit) == ("sna-7f3a", "sea-lock", "SNA")
    assert item.replaces == ["https://sna.example/1"]
    assert item.published == "2026-03-06T09:00:00Z"
    assert (item.dateline, item.paragraphs) == ("SELBY, Marland", ["The gate moved."])
    assert len(item.subjects) == 1
    assert [(medium.href, medium.type) for medium in item.media] == [
        ("https://p.example/1", "image")
    ]
    assert item.problems == []


def test_a_page_as_body_is_read_without_its_head_its_byline_and_pictures_told_elsewhere() -> None:
    page = (
        "<html><body><article><section><h1>Gate moves</h1><div class='dat'>"
        "<span class='vignette'>Selby</span><span class='source'>SNA</span></div>"
        "<h4><p>The gate moved.</p></h4><div class='bodytext'><p>Boats came.</p></div>"
        "<div class='byline'>Ines Okafor</div><figure><img src='https://t.example/t.jpg' data-assoc-ref='a1'/>"
        "<div class='byline'>Tom Reyes/SNA</div><figcaption>The gate.</figcaption></figure>"
        "<p>Rättad version: I en tidigare version stod fel dag.</p></section></article></body></html>"
    )
    picture = {
        "uri": "p",
        "type": "picture",
        "byline": "Tom Reyes/SNA",
        "description_text": "Gate",
        "renditions": {"r00": {"href": "https://t.example/h.jpg", "width": 9}},
    }
    item = only(
        {
            "uri": "u",
            "headline": "Gate moves",
            "body_html5": page,
            "source": "SNA",
            "place": [{"name": "Selby"}],
            "associations": {"a1": picture},
        }
    )
    assert (item.byline, item.dateline) == ("Ines Okafor", "Selby")
    assert item.paragraphs[:2] == ["The gate moved.", "Boats came."]
    assert [(m.href, m.credit, m.caption) for m in item.media] == [
        ("https://t.example/h.jpg", "Tom Reyes/SNA", "Gate")
    ]
    assert item.signals == ["correction"]


def test_a_picture_that_only_the_page_shows_keeps_who_took_it() -> None:
    page = (
        "<article><p>The gate moved.</p><figure><img src='https://t.example/t.jpg'>"
        "<div class='byline'>Tom Reyes/SNA</div><figcaption>The gate.</figcaption></figure></article>"
    )
    item = only({"uri": "u", "headline": "Gate moves", "body_html5": page})
    assert item.paragraphs == ["The gate moved."]
    assert [(m.credit, m.caption) for m in item.media] == [("Tom Reyes/SNA", "The gate.")]


def test_items_are_found_in_whatever_an_answer_wraps_them() -> None:
    story = {"uri": "u1", "headLine": "Gate moves", "versionCreated": "2026-03-06T09:05:00Z"}
    for wrapped in ({"hits": [story], "total": 1}, {"data": {"search": {"items": [story]}}}):
        item = only(wrapped)
        assert (item.guid, item.headline) == ("u1", "Gate moves")


def test_an_event_of_a_desks_diary_has_its_name_and_keeps_the_desks_word() -> None:
    item = only(
        {
            "guid": "e1",
            "type": "event",
            "name": "Gate opens",
            "definition_long": "The mayor opens the gate.",
            "internal_note": "Ring Jo",
            "links": ["https://lock.example/"],
            "subject": [{"qcode": "05005000", "name": "Boats"}],
        }
    )
    assert (item.kind, item.headline, item.links) == (
        "event",
        "Gate opens",
        ["https://lock.example/"],
    )
    assert item.subjects[0].code == "05005000"
    assert [(note.text, note.public) for note in item.notes] == [
        ("Ring Jo", False),
        ("The mayor opens the gate.", True),
    ]


def test_a_kind_of_the_senders_own_with_a_body_is_text() -> None:
    item = only(
        {"uri": "u", "type": "advisory", "headline": "Note", "body_html": "<p>Lock day.</p>"}
    )
    assert (item.kind, item.signals) == ("text", ["advisory"])


def test_people_to_ring_under_a_release_are_not_for_print() -> None:
    body = (
        "<p>Portti siirtyi.</p><p>Veneet tulivat.</p><p>Yhteyshenkilöt:</p><p>Jo Field</p>"
        "<p>044-5550123</p><p>jo@boats.example</p><p>https://boats.example/a-picture-with-a-very-long-address-on-it.jpg</p>"
    )
    item = only({"uri": "u", "headline": "Portti siirtyi", "body_html": body})
    assert item.paragraphs == ["Portti siirtyi.", "Veneet tulivat."]
    assert [(note.role, note.public) for note in item.notes] == [("contact", False)]


def test_aps_daybook_by_others_is_aps_and_a_word_to_the_desk() -> None:
    item = only(
        {
            "item": {
                "uri": "u",
                "altids": {"itemid": "7"},
                "profile": "Daybook",
                "headline": "Selby Daybook",
                "provider": "Selby Data",
                "subject": [{"rels": ["category"], "code": "v", "name": "v"}],
            }
        }
    )
    assert (item.agency, item.credit, item.signals) == ("AP", "Selby Data", ["advisory"])


def test_ap_credits_the_member_and_prints_the_dateline_as_ap_does() -> None:
    item = only(
        {
            "data": {
                "meta": {"products": [{"id": 1, "name": "Wire"}]},
                "item": {
                    "uri": "https://api.example/7?qt=a&et=b",
                    "altids": {"itemid": "7f3a", "etag": "7f3a_0"},
                    "type": "text",
                    "pubstatus": "embargoed",
                    "embargoed": "2026-03-07T05:00:00Z",
                    "headline": "Gate moves",
                    "bylines": [{"by": "By INES OKAFOR", "title": "Selby Tribune"}],
                    "located": "SELBY, Mar.",
                    "datelinelocation": {"city": "Selby"},
                    "provider": "AP",
                    "infosource": [{"name": "Selby Tribune", "type": "Member"}],
                    "links": [{"href": "https://news.example/7", "rel": "canonical"}],
                    "associations": {
                        "1": {
                            "uri": "https://api.example/8?qt=a&ai=7",
                            "type": "picture",
                            "headline": "Gate",
                        }
                    },
                },
            },
            "nitf": {"body_html": "<p>SELBY, Mar. (AP) — The gate moved.</p>"},
        }
    )
    assert (item.format, item.guid, item.agency) == ("ap-json", "7f3a", "AP")
    assert (item.credit, item.byline, item.dateline) == (
        "Selby Tribune",
        "INES OKAFOR",
        "SELBY, Mar.",
    )
    assert (item.status, item.embargo) == ("usable", "2026-03-07T05:00:00Z")
    assert item.paragraphs == ["The gate moved."]
    assert item.links == ["https://news.example/7"]
    assert [(m.href, m.caption) for m in item.media] == [("https://api.example/8", "Gate")]
    assert item.problems == []


def test_ap_signs_a_picture_with_its_photographer() -> None:
    item = only(
        {
            "item": {
                "altids": {"itemid": "9"},
                "uri": "u",
                "type": "picture",
                "photographer": {"name": "Tom Reyes"},
                "description_creditline": "SELBY PRESS",
                "renditions": {
                    "main": {"width": 9},
                    "preview": {"href": "https://p.example/p.jpg", "width": 5},
                },
            }
        }
    )
    assert (item.byline, item.credit) == ("Tom Reyes", "SELBY PRESS")
    assert [medium.href for medium in item.media] == ["https://p.example/p.jpg"]
