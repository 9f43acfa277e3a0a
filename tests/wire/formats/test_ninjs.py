"""ninjs 1 to 3, and AP's and dpa's own JSON: what is read from each, and what is said of broken ones."""

from __future__ import annotations

import json
from typing import Any

import pytest

from broadsheet.wire.formats import items
from broadsheet.wire.formats.item import Item

STORY_1 = {
    "uri": "https://api.sna.example/v/content/7f3a?qt=Abc9&et=0a1b",
    "type": "text",
    "version": "3",
    "firstcreated": "2026-03-06T08:00:00Z",
    "versioncreated": "2026-03-06T11:05:00+02:00",
    "pubstatus": "usable",
    "urgency": 2,
    "language": "en-gb",
    "headline": "Sea lock opens at Port Selby",
    "byline": "By Ines Okafor",
    "located": "Port Selby",
    "copyrightholder": "SNA",
    "copyrightnotice": "Copyright 2026 SNA",
    "ednote": "UPDATES with quotes. Desk: +44 20 5550 1234",
    "subject": [{"code": "medtop:20000209", "name": "transport"}],
    "body_xhtml": "<p>The lock opened.</p><p>Boats came <a href='https://selby.example/'>in</a>.</p>",
    "body_text": "not this one",
    "associations": {
        "main": {
            "uri": "urn:pic:1",
            "type": "picture",
            "byline": "Tom Reyes",
            "copyrightholder": "SNA",
            "description_text": "The gates of the lock.",
            "renditions": {
                "thumb": {
                    "href": "https://cdn.example/t.jpg",
                    "mimetype": "image/jpeg",
                    "width": 100,
                },
                "main": {
                    "href": "https://cdn.example/m.jpg",
                    "mimetype": "image/jpeg",
                    "width": 900,
                },
            },
        }
    },
}
STORY_3 = {
    "uri": "urn:sna:7f3a",
    "type": "text",
    "versionCreated": "2026-03-06T09:05:00Z",
    "headlines": [{"role": "main", "value": "Sea lock opens at Port Selby"}],
    "bodies": [
        {"role": "text", "contentType": "text/plain", "value": "First line.\n\nSecond line."},
    ],
    "by": "Ines Okafor",
    "associations": [
        {"name": "a1", "uri": "urn:pic:2", "type": "picture",
         "descriptions": [{"value": "Boats wait."}],
         "renditions": [{"name": "r1", "href": "https://cdn.example/b.jpg",
                         "contentType": "image/jpeg", "width": 400}]}
    ],
}  # fmt: skip


def one(said: Any) -> Item:
    """The only item of an object."""
    (item,) = items(json.dumps(said).encode())
    return item


def test_version_1_is_read_and_the_tokens_of_its_address_are_left_out() -> None:
    item = one(STORY_1)
    assert (item.format, item.kind, item.status) == ("ninjs", "text", "usable")
    assert item.guid == "https://api.sna.example/v/content/7f3a"
    assert (item.version, item.urgency, item.language) == ("3", 2, "en-GB")
    assert (item.created, item.versioned) == ("2026-03-06T08:00:00Z", "2026-03-06T09:05:00Z")
    assert (item.headline, item.byline) == ("Sea lock opens at Port Selby", "Ines Okafor")
    assert (item.dateline, item.agency, item.copyright) == (
        "Port Selby",
        "SNA",
        "Copyright 2026 SNA",
    )
    assert item.paragraphs == ["The lock opened.", "Boats came in."]
    assert item.links == ["https://selby.example/"]
    assert [(s.code, s.name) for s in item.subjects] == [("medtop:20000209", "transport")]
    (picture,) = item.media
    assert (picture.href, picture.caption) == (
        "https://cdn.example/m.jpg",
        "The gates of the lock.",
    )
    assert picture.credit == "Tom Reyes/SNA"
    assert item.problems == []


def test_a_note_to_editors_is_never_public() -> None:
    (note,) = one(STORY_1).notes
    assert (note.role, note.public) == ("editors", False)


def test_version_3_is_read() -> None:
    item = one(STORY_3)
    assert item.headline == "Sea lock opens at Port Selby"
    assert item.paragraphs == ["First line.", "Second line."]
    assert (item.byline, item.versioned) == ("Ines Okafor", "2026-03-06T09:05:00Z")
    assert [(m.href, m.caption) for m in item.media] == [
        ("https://cdn.example/b.jpg", "Boats wait.")
    ]


def test_a_kill_without_a_body_is_canceled() -> None:
    item = one({"uri": "urn:sna:7f3a", "pubstatus": "canceled", "version": "4"})
    assert (item.status, item.guid, item.paragraphs) == ("canceled", "urn:sna:7f3a", [])


def test_an_embargo_that_cannot_be_read_withholds_and_an_empty_one_is_none() -> None:
    held = one(STORY_1 | {"embargoed": "next Monday"})
    free = one(STORY_1 | {"embargoed": ""})
    assert (held.status, held.embargo) == ("withheld", None)
    assert any("next Monday" in problem for problem in held.problems)
    assert (free.status, free.embargo) == ("usable", None)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"uri": None}, "it has no uri"),
        ({"type": "tale"}, "type is “tale”"),
        ({"mime_type": "text/plain"}, "mime_type is not known"),
        ({"version": 1.2}, "version is not a string"),
        ({"pubstatus": "cancelled"}, "pubstatus is “cancelled”"),
        ({"urgency": 11}, "urgency is 11"),
        ({"person": "Ines Okafor"}, "person is not a list"),
        ({"infosource": [{"name": {"first": "Ann"}}]}, "name of a infosource is not a string"),
        ({"associations": [{"name": "logo"}]}, "an association has no uri"),
        ({"rightsinfo": {"linkedrights": "x", "encodedrights": "y"}}, "given twice"),
        ({"headline_é": "x"}, "headline_é is not known"),
    ],
)
def test_what_no_version_of_the_standard_allows_is_said(
    change: dict[str, Any], problem: str
) -> None:
    assert any(problem in said for said in one(STORY_1 | change).problems)


def test_broken_json_gives_an_item_that_says_where() -> None:
    (item,) = items(b'{"uri": "urn:x", "headline": "A" "B"}')
    assert (item.format, item.paragraphs) == ("ninjs", [])
    assert "line 1 column" in item.problems[0]


def test_line_ends_that_were_not_escaped_are_read_and_said() -> None:
    (item,) = items(b'{"uri": "urn:x", "body_text": "One.\n\nTwo."}')
    assert item.paragraphs == ["One.", "Two."]
    assert "unescaped" in item.problems[0]


def test_a_list_of_objects_is_as_many_items() -> None:
    found = items(json.dumps([STORY_1, STORY_3]).encode())
    assert [item.guid for item in found] == [
        "https://api.sna.example/v/content/7f3a",
        "urn:sna:7f3a",
    ]


def test_a_body_in_nitf_is_read_as_nitf() -> None:
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><nitf><body><body.content><p>First.</p><p>Second.</p>'
        "</body.content></body></nitf>"
    )
    said = {
        "uri": "urn:x",
        "bodies": [{"role": "nitf", "contenttype": "application/xml", "value": body}],
    }
    assert one(said).paragraphs == ["First.", "Second."]


AP = {
    "api_version": "1.1",
    "data": {
        "item": {
            "uri": "https://api.ap.example/media/v/content/99ab?qt=x&et=y",
            "altids": {"itemid": "99ab", "etag": "99ab_0"},
            "version": 2,
            "type": "text",
            "versioncreated": "2026-03-06T09:05:00Z",
            "pubstatus": "usable",
            "signals": ["newscontent", "writethru"],
            "headline": "Lock opens",
            "provider": "AP",
            "bylines": [{"by": "By INES OKAFOR", "title": "Associated Press"}],
            "datelinelocation": {"city": "Port Selby"},
            "renditions": {
                "nitf": {"href": "https://api.ap.example/99ab.0/download?format=NITF&qt=x"}
            },
        }
    },
}


def test_ap_is_known_by_its_item_id_and_links_the_copy_that_is_not_there() -> None:
    item = one(AP)
    assert (item.format, item.guid, item.version, item.agency) == ("ap-json", "99ab", "2", "AP")
    assert (item.dateline, item.signals) == ("Port Selby", ["update"])
    assert item.links == ["https://api.ap.example/99ab.0/download?format=NITF"]
    assert item.media == []
    assert any("NITF" in problem for problem in item.problems)


DPA = {
    "format": "digitalwires@0.9.1",
    "type": "composite",
    "urn": "urn:newsml:dpa.example:1",
    "version": 2,
    "version_created": "2026-03-06T10:05:00+01:00",
    "updated": "2026-03-06T09:06:00Z",
    "pubstatus": "usable",
    "signal": "sig:correction",
    "urgency": 3,
    "language": "de",
    "kicker": "Verkehr",
    "headline": "Schleuse in Selby offen",
    "teaser": "Die Boote fahren wieder.",
    "byline": "Von Ines Okafor, dpa",
    "dateline": "Selby (dpa) - ",
    "article_html": "<section><p><span>Selby (dpa) - </span>Die Schleuse ist offen.</p></section>",
    "creditline": "dpa",
    "ednotes": [
        {"role": "dpaednoterole:editorialnote", "ednote": "Bilder folgen", "is_publishable": True},
        {"role": "dpaednoterole:dpacontacts", "ednote": "Autorin: 030-1234", "is_publishable": True},
    ],
    "categories": [{"type": "dnltype:dpasubject", "name": "Verkehr", "qcode": "dpasubject:1"}],
    "associations": [
        {"type": "image", "caption": "Die Tore.", "creditline": "Tom Reyes/dpa",
         "renditions": [{"url": "https://cdn.example/s.jpg", "width": 10, "mimetype": "image/jpeg"},
                        {"url": "https://cdn.example/l.jpg", "width": 20, "mimetype": "image/jpeg"}]}
    ],
}  # fmt: skip


def test_dpa_is_read_with_its_dateline_apart_and_its_contacts_kept_from_print() -> None:
    item = one(DPA)
    assert (item.format, item.guid, item.kind) == ("dpa-json", "urn:newsml:dpa.example:1", "text")
    assert (item.byline, item.dateline, item.signals) == ("Ines Okafor", "Selby", ["correction"])
    assert item.paragraphs == ["Die Schleuse ist offen."]
    assert item.versioned == "2026-03-06T09:05:00Z"
    assert [(m.href, m.credit) for m in item.media] == [
        ("https://cdn.example/l.jpg", "Tom Reyes/dpa")
    ]
    public = {note.role: note.public for note in item.notes}
    assert public == {"summary": True, "editorialnote": True, "dpacontacts": False}
