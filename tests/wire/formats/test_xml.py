"""XML from strangers: nothing is fetched, nothing explodes, and what is broken is mended and said."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from broadsheet.wire.formats.xml import BrokenXmlError, parse


def test_sound_xml_is_read_without_a_word() -> None:
    parsed = parse(b"<?xml version='1.0' encoding='utf-8'?><a>one<!-- no --><?no?> <b/></a>")
    assert (parsed.root.tag, "".join(parsed.root.itertext()), parsed.problems) == ("a", "one ", [])


def test_an_external_entity_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    data = f"<!DOCTYPE a [<!ENTITY e SYSTEM 'file://{tmp_path}/secret'>]><a>one &e; two</a>"
    text = "".join(parse(data.encode()).root.itertext())
    assert "secret" not in text
    assert (text[:3], text[-3:]) == ("one", "two")


def test_entities_inside_entities_do_not_explode() -> None:
    rows = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    data = f'<!DOCTYPE a [<!ENTITY e0 "ha">{rows}]><a>&e11;</a>'
    start = time.process_time()
    text = "".join(parse(data.encode()).root.itertext())
    assert len(text) < 100
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<a>Caf&eacute; &mdash; bar &amp; grill</a>", "Café — bar & grill"),
        ("<a>Fish & chips &nosuch; &#233;</a>", "Fish & chips &nosuch; é"),
        ("<a>x?a=1&copy=2</a>", "x?a=1&copy=2"),
        ("<a>one\x07\x1b two</a>", "one two"),
        ("<a><![CDATA[&eacute; & <b>]]></a>", "&eacute; & <b>"),
        ("<a>R&amp;D & <![CDATA[&eacute;]]></a>", "R&D & &eacute;"),
        ("\n\n <?xml version='1.0'?><a>late</a>", "late"),
        ("<?xml version='1.0' encoding='utf-16'?><a>no</a>", "no"),
        ("<a>cut off <b>here", "cut off here"),
        ("<a>crossed <b><i></b></i></a>", "crossed "),
    ],
)
def test_what_is_broken_is_mended(data: str, text: str) -> None:
    parsed = parse(data.encode())
    assert "".join(parsed.root.itertext()) == text


@pytest.mark.parametrize("data", ["<a>Fish & chips</a>", "<a>\x07</a>", "<a><b></a>"])
def test_what_was_mended_is_said(data: str) -> None:
    assert parse(data.encode()).problems


@pytest.mark.parametrize("data", [b"", b"words", b"<", b"<!-- only -->"])
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenXmlError):
        parse(data)
