"""WordPress exports: each sample beside what is to be read in it."""

from __future__ import annotations

import pytest

from broadsheet.wire.formats import items
from broadsheet.wire.formats.wxr.typed import as_shown
from tests.wire.formats.sample_files import names, seen


@pytest.mark.parametrize("name", names("wxr"))
def test_an_export_is_read_as_its_sample_says(name: str) -> None:
    got, wanted = seen("wxr", name)
    assert got == wanted


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("One\ntwo\n\nthree", "<p>One\ntwo</p>\n<p>three</p>"),
        ("<h2>Head</h2>\n\nText", "<h2>Head</h2>\n<p>Text</p>"),
        ("[gallery ids='1']", ""),
        ("A [sic] note", "<p>A [sic] note</p>"),
        ("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>"),
        (
            '[caption caption="At dusk"]<a href="x"><img src="f.jpg"></a>[/caption]',
            '<figure><a href="x"><img src="f.jpg"></a><figcaption>At dusk</figcaption></figure>',
        ),
    ],
)
def test_what_an_author_typed_is_what_wordpress_would_show(typed: str, shown: str) -> None:
    assert as_shown(typed).strip() == shown


def test_a_broken_export_keeps_what_can_be_read_and_says_so() -> None:
    data = (
        b'<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Q</title>'
        b"<item><title>Kept</title><guid>g1</guid><wp:post_id>1</wp:post_id></item><item><title>Half"
    )
    first, second = items(data)
    assert (first.headline, first.guid, second.headline) == ("Kept", "g1", "Half")
    assert any("broken" in problem for problem in first.problems)


def test_short_codes_of_plug_ins_are_no_copy_and_words_in_brackets_are() -> None:
    typed = "<strong>[dropcap]T[/dropcap]he gate</strong> moved.\n\n[contact_form id=3]\n\nIt [sic] moved."
    shown = as_shown(typed)
    assert "<strong>The gate</strong> moved." in shown
    assert "contact" not in shown
    assert "It [sic] moved." in shown
