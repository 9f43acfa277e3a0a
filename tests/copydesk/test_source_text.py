"""Bytes into text: each encoding is found and said, each refusal is a sentence."""

from __future__ import annotations

import pytest

from broadsheet.copydesk.source_text import (
    BinaryCopyError,
    CopyTooLongError,
    EmptyCopyError,
    decode,
    from_html,
    looks_like_html,
)

WORDS = "Gate opens\n\nThe café’s gate opened – at last, said Søren Ångström of the Åland café.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_encoding_that_says_its_name_is_no_guess(encoding: str) -> None:
    decoded = decode(WORDS.encode(encoding))
    assert (decoded.text, decoded.guessed) == (WORDS, False)


def test_an_old_encoding_is_guessed_and_said() -> None:
    decoded = decode((WORDS * 5).encode("cp1252"))
    assert decoded.guessed
    assert "café" in decoded.text


@pytest.mark.parametrize("data", [b"", b" \n\t ", "\ufeff\n".encode()])
def test_nothing_is_refused_as_empty(data: bytes) -> None:
    with pytest.raises(EmptyCopyError, match="empty"):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(40), b"PK\x03\x04rest", b"a\x00b" * 30]
)
def test_a_picture_or_a_document_is_refused_as_no_text(data: bytes) -> None:
    with pytest.raises(BinaryCopyError, match="not text"):
        decode(data)


def test_copy_over_the_limit_is_refused_with_the_limit_named() -> None:
    with pytest.raises(CopyTooLongError, match="2 MB"):
        decode(b"word " * 500_000, most=2_000_000)


def test_a_pasted_page_becomes_paragraphs_without_its_scripts() -> None:
    html = "<html><head><title>x</title></head><body><h1>Gate opens</h1><script>var a</script><p>It <b>moved</b>.</p></body></html>"
    assert looks_like_html(html)
    assert from_html(html) == "Gate opens\n\nIt moved."


def test_copy_that_mentions_a_tag_is_no_page() -> None:
    assert not looks_like_html("The <p> tag was 30 on Monday.")
