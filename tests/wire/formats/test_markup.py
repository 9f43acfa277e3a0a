"""Markup of feeds, pages and mails into paragraphs, links and media."""

from __future__ import annotations

import pytest

from broadsheet.wire.formats.markup import read


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("One.<br><br>Two.<br>Still two.", ["One.", "Two. Still two."]),
        ("One.\n\nTwo\nlines.", ["One.", "Two lines."]),
        ("<div>One <b>bold</b> word<p>Two.</p>three</div>", ["One bold word", "Two.", "three"]),
        ("<ul><li>a</li><li>b</li></ul>", ["a", "b"]),
        ("<script>no</script><style>no</style><p>yes</p><!-- no -->", ["yes"]),
        ("Bread &amp; butter &lt;3", ["Bread & butter <3"]),
        ("<p>x</p><p> \xa0 </p><p>y</p>", ["x", "y"]),
        ("", []),
    ],
)
def test_blocks_are_paragraphs_of_plain_text(html: str, paragraphs: list[str]) -> None:
    assert read(html).paragraphs == paragraphs


def test_links_are_whole_and_only_those_of_pages() -> None:
    html = '<a href="a">x</a><a href="#b">x</a><a href="mailto:j@x.example">x</a><a href="https://y.example/">x</a>'
    assert read(html, "https://x.example/n/").links == [
        "https://x.example/n/a",
        "https://y.example/",
    ]


@pytest.mark.parametrize(
    ("caption", "words", "credit"),
    [
        ("The ferry at dusk. Photo: Ann Dove", "The ferry at dusk.", "Ann Dove"),
        ("The quay (Foto: Ann Dove/dpa)", "The quay", "Ann Dove/dpa"),
        ("The mayor, © Coast Pictures", "The mayor", "Coast Pictures"),
        ('Quay <span class="credit">(Ann Dove)</span>', "Quay", "Ann Dove"),
        ("A photo by the door of the hut", "A photo by the door of the hut", ""),
    ],
)
def test_a_captions_credit_is_told_from_its_words(caption: str, words: str, credit: str) -> None:
    html = f'<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>'
    (medium,) = read(html).media
    assert (medium.caption, medium.credit) == (words, credit)


def test_a_picture_loaded_late_has_its_real_address_and_a_counting_dot_is_none() -> None:
    html = '<img data-src="real.jpg" src="data:image/gif;base64,R0"><img src="dot.gif" width="1" height="1">'
    assert [medium.href for medium in read(html).media] == ["real.jpg"]


def test_recordings_are_media_and_their_excuses_no_copy() -> None:
    block = read(
        '<p>Hear: <audio src="a.mp3">Your browser is old.</audio></p><video><source src="b.mp4" type="video/mp4; x">old</video>'
    )
    assert block.paragraphs == ["Hear:"]
    assert [(m.href, m.type) for m in block.media] == [("a.mp3", "audio"), ("b.mp4", "video/mp4")]


def test_a_figure_without_a_picture_is_copy() -> None:
    block = read(
        "<figure><blockquote>It sails.</blockquote><figcaption>Ines Okafor</figcaption></figure>"
    )
    assert block.paragraphs == ["It sails.", "Ines Okafor"]
