"""A story's body: every kind of block, and nothing that should not be in it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.embeds.models import Embed

from tests.paper.web.conftest import tree

pytestmark = pytest.mark.django_db


def body_of(write: Any, reader: Client, *blocks: tuple[str, Any], **fields: Any) -> Any:
    story = write(headline="Story", body=list(blocks), **fields)
    return tree(reader.get(story.address)).xpath("//div[@class='body']")[0]


def test_a_paragraph_keeps_its_marks_and_loses_everything_else(write: Any, reader: Client) -> None:
    source = (
        '<p data-block-key="x" style="color:red">A <b>bold</b> <a href="javascript:alert(1)">link'
        '</a><script>alert(1)</script> <img src="https://elsewhere.example/x.png"></p><p></p>'
    )
    body = body_of(write, reader, ("paragraph", source))
    (paragraph,) = body.xpath("p")
    assert paragraph.text_content().strip() == "A bold link"
    assert dict(paragraph.attrib) == {}
    assert paragraph.xpath(".//script|.//img") == []
    assert paragraph.xpath(".//a/@href") == []


def test_the_dateline_opens_the_first_paragraph(write: Any, reader: Client) -> None:
    body = body_of(
        write, reader, ("paragraph", "<p>First.</p>"), ("paragraph", "<p>Second.</p>"),
        dateline="SELBY & SEA",
    )  # fmt: skip
    assert [p.text_content() for p in body.xpath("p")] == ["SELBY & SEA First.", "Second."]


def test_an_embed_is_a_link_and_loads_nothing(write: Any, reader: Client) -> None:
    url = "https://video.example/watch/1"
    Embed.objects.create(
        url=url, hash="x", html="<iframe src='https://video.example'></iframe>",
        title="The wall from the air", type="video",
    )  # fmt: skip
    body = body_of(write, reader, ("embed", url))
    assert body.xpath(".//a/@href") == [url]
    assert body.xpath(".//a")[0].text == "The wall from the air"
    assert body.xpath(".//iframe") == []
    assert "on video.example" in body.text_content()


def test_a_post_is_quoted_with_its_speaker_and_the_place_it_was_posted(
    write: Any, reader: Client
) -> None:
    body = body_of(
        write,
        reader,
        (
            "post",
            {
                "text": "Six hours!\n\nAnd we did it.",
                "speaker": "Harbour Board",
                "source": "a post on X",
                "url": "https://x.example/1",
            },
        ),
    )
    (post,) = body.xpath("figure[@class='post']")
    assert [p.text for p in post.xpath("blockquote/p")] == ["Six hours!", "And we did it."]
    assert " ".join(post.xpath("figcaption")[0].text_content().split()) == (
        "Harbour Board, a post on X"
    )
    assert post.xpath(".//a/@href") == ["https://x.example/1"]


def test_a_table_has_heads_and_merged_cells(write: Any, reader: Client) -> None:
    body = body_of(
        write,
        reader,
        (
            "table",
            {
                "data": [["Year", "Ferry", ""], ["2023", "398", "12"]],
                "table_header_choice": "both",
                "first_row_is_table_header": True,
                "first_col_is_header": True,
                "table_caption": "Passengers",
                "mergeCells": [{"row": 0, "col": 1, "rowspan": 1, "colspan": 2}],
            },
        ),
    )
    assert body.xpath(".//caption")[0].text == "Passengers"
    assert [(h.text, h.get("scope"), h.get("colspan")) for h in body.xpath(".//th")] == [
        ("Year", "col", None),
        ("Ferry", "col", "2"),
        ("2023", "row", None),
    ]
    assert [d.text for d in body.xpath(".//td")] == ["398", "12"]


def test_pictures_lists_headings_quotations_and_boxes_are_set(
    write: Any, draw: Any, reader: Client
) -> None:
    body = body_of(
        write,
        reader,
        ("heading", "What was decided"),
        ("picture", {"picture": draw(600, 900, credit="Rob"), "caption": "Low water"}),
        ("quotation", {"text": "A wall is a promise.", "speaker": "Ines Harrow"}),
        ("list", ["<p>One</p>", "<p>Two <b>bold</b></p>"]),
        ("fact_box", {"title": "In figures", "text": "<ul><li>1,140 metres</li></ul>"}),
    )
    assert [h.text for h in body.xpath("h2")] == ["What was decided"]
    (figure,) = body.xpath("figure[contains(@class, 'portrait')]")
    assert " ".join(figure.xpath("figcaption")[0].text_content().split()) == "Low water Rob"
    assert figure.xpath("img/@width") == ["600"]
    assert body.xpath("figure[@class='quotation']//p/text()") == ["A wall is a promise."]
    assert [li.text_content() for li in body.xpath("ul/li")] == ["One", "Two bold"]
    assert body.xpath("aside/h2/text()") == ["In figures"]


def test_an_empty_block_leaves_no_trace(write: Any, reader: Client) -> None:
    body = body_of(
        write, reader, ("paragraph", "<p></p>"), ("heading", " "), ("table", {"data": [["", ""]]})
    )
    assert len(body) == 0
