"""Declared encodings, true and false."""

from __future__ import annotations

import pytest

from broadsheet.wire.formats.characters import decode


@pytest.mark.parametrize(
    ("data", "declared", "text", "lie"),
    [
        ("Café".encode(), "", "Café", False),
        ("Café".encode(), "utf-8", "Café", False),
        ("Café".encode("utf-8-sig"), "iso-8859-1", "Café", False),
        ("Café".encode("utf-16"), "utf-8", "Café", False),
        ("Café".encode("latin-1"), "ISO-8859-1", "Café", False),
        ("Łódź".encode("iso-8859-2"), "iso-8859-2", "Łódź", False),
        ("日本語".encode("shift_jis"), "Shift_JIS", "日本語", False),
        (b"Cafe", "us-ascii", "Cafe", False),
        ("Café".encode(), "iso-8859-1", "Café", True),
        ("Café".encode("latin-1"), "utf-8", "Café", True),
        (b"Caf\xe9 \x93bar\x94", "iso-8859-1", "Café “bar”", True),
        (b"Caf\xe9", "us-ascii", "Café", True),
        ("Café Łódź ".encode() + b"\xe9t\xe9", "utf-8", "Café Łódź été", True),
        ("Café".encode(), "no-such-thing", "Café", True),
    ],
)
def test_text_is_read_and_a_lie_is_said(data: bytes, declared: str, text: str, lie: bool) -> None:
    found, problem = decode(data, declared)
    assert (found, bool(problem)) == (text, lie)
