"""The format of a file is found from its bytes, whatever it is called."""

from __future__ import annotations

import pytest

from broadsheet.wire.formats import items
from broadsheet.wire.formats.detect import format_of
from tests.wire.formats.sample_files import SAMPLES


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("<rss><channel/></rss>", "rss"),
        ("<!-- a --><!DOCTYPE rss [<!ENTITY x 'y'>]><rss version='0.91'/>", "rss"),
        ('<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"/>', "rss"),
        ('<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', "atom"),
        ("<?xml version='1.0'?><entry xmlns='http://www.w3.org/2005/Atom'/>", "atom"),
        ('<rss xmlns:wp="http://wordpress.org/export/1.2/"/>', "wxr"),
        ("<nitf><head/></nitf>", "nitf"),
        ("<NewsML/>", "newsml-1"),
        ('<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "newsml-g2"),
        ('<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "newsml-g2"),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "jsonfeed"),
        ('{"uri": "x", "headline": "y"}', "ninjs"),
        ("<!doctype html><title>x</title>", "html"),
        (
            '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"/>',
            "html",
        ),
        ("  \n<p>Words</p>", "html"),
        ("From: a@b.example\nSubject: x\n\nWords", "mail"),
        ("Received: by x\nDate: y\nX-Other: z\n\nWords", "mail"),
        ("Date: tomorrow, we hope\n\nWords", "text"),
        ("Harbour opens\n\nThe harbour opened.", "text"),
        ("<other/>", None),
        ("", None),
    ],
)
def test_the_first_bytes_tell(data: str, found: str | None) -> None:
    assert format_of(data.encode()) == found
    assert format_of(b"\xef\xbb\xbf" + data.encode()) == found
    if data.startswith("<"):
        assert format_of(data.encode("utf-16")) == found


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 x", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"PK\x03\x04x", b"{\\rtf1 words}", b"a\x00b\x00"],
)  # fmt: skip
def test_what_is_no_text_is_said_to_be_none(data: bytes) -> None:
    (item,) = items(data)
    assert (item.format, item.problems) == (
        None,
        ["it is no text: a picture, a document or a program"],
    )


def test_samples_are_told_apart_by_their_bytes() -> None:
    told = {
        folder: {format_of(path.read_bytes()) for path in (SAMPLES / folder).iterdir()
                 if not path.name.endswith(".expected.json")}
        for folder in ("rss", "atom", "jsonfeed", "wxr", "mail", "html", "text")
    }  # fmt: skip
    assert told == {folder: {folder} for folder in told}


def test_an_id_of_aps_among_others_makes_no_ap_message_of_ninjs() -> None:
    ids = '"altids": [{"role": "itemid", "value": "7"}]'
    assert format_of(f'{{"uri": "u", {ids}}}'.encode()) == "ninjs"
    assert format_of(b'{"item": {"uri": "u", "altids": {"itemid" : "7"}}}') == "ap-json"
