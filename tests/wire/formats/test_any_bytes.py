"""Whatever arrives, an item answers: no crash, no silence, nothing that JSON cannot hold."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.wire.formats import items
from tests.wire.formats.sample_files import SAMPLES

FILES = sorted(
    str(path.relative_to(SAMPLES))
    for path in SAMPLES.rglob("*")
    if path.is_file() and not path.name.endswith(".expected.json")
)
ROUNDS = 12


def answered(data: bytes) -> None:
    """At least one item, each of which can be printed."""
    found = items(data)
    assert found
    for item in found:
        assert json.loads(json.dumps(item.to_json())) == item.to_json()
        assert item.format or item.problems


@pytest.mark.parametrize("name", FILES)
def test_a_sample_cut_or_spoilt_anywhere_is_answered(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    dice = random.Random(name)  # noqa: S311 - the same every time, so that a fault can be had again
    for _ in range(ROUNDS):
        at = dice.randrange(len(data))
        answered(data[:at])
        spoilt = bytearray(data)
        for _ in range(dice.randrange(1, 9)):
            spoilt[dice.randrange(len(data))] = dice.choice(b'\x00<>&"\xff{}[]:\r\n=')
        answered(bytes(spoilt))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_answered(data: bytes) -> None:
    answered(data)


HEADS = [
    "<rss><channel>", "<feed>", "<html><body>", "From: a\nSubject: b\n\n", "{", "[",
    '{"version": "https://jsonfeed.org/version/1.1", "items": [', "<?xml version='1.0'?>",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(HEADS), st.text(max_size=300))
def test_any_text_behind_a_known_head_is_answered(head: str, text: str) -> None:
    answered((head + text).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "bomb",
    [
        "<rss>" + "<a>" * 5000,
        '{"items":' + "[" * 5000,
        "<html><body>" + "<div>" * 5000 + "words",
        "<rss><channel><item><description>" + "&lt;b&gt;" * 5000 + "</description></item></channel></rss>",
    ],
    ids=["xml", "json", "html", "markup in a feed"],
)  # fmt: skip
def test_things_inside_things_without_end_are_answered(bomb: str) -> None:
    answered(bomb.encode())


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        '{"uri": "u", "headline": "Gate moves"}',
        '{"item": {"altids": {"itemid": "7"}, "headline": "Gate moves"}}',
        "sna0124 3 i 93  sna 1888\n\nSelby/\nGate moves =\n\nIt moved.\n\n061605 GMT Mar 26\n",
        "Gate moves\n\nIt moved on Friday.\n",
    ],
    ids=["ninjs", "ap", "7901", "text"],
)  # fmt: skip
def test_text_of_two_bytes_a_letter_is_read_with_and_without_its_mark(
    text: str, coding: str
) -> None:
    (plain,) = items(text.encode())
    (wide,) = items(text.encode(coding))
    assert (wide.format, wide.headline) == (plain.format, "Gate moves")


@pytest.mark.parametrize(
    "before", ["", "From: a@b.example\nSubject: x\n\n", "From: a@b.example\nTo: c\nSubject: "]
)
def test_copy_and_headers_far_too_long_are_answered_soon(before: str) -> None:
    (item,) = items((before + "The (gate) moved [so]. " * 20_000).encode())
    assert item.paragraphs or item.headline


def test_an_item_that_lost_its_words_says_so() -> None:
    (item,) = items(
        b'{"uri": "u", "type": "text", "source": "SNA", "language": "en", "slugline": "gate"}'
    )
    assert item.problems == ["it holds no words and no files"]


def test_an_ap_item_that_lost_everything_says_so() -> None:
    (item,) = items(b'{"data": {"meta": {"altids": {"itemid": "7"}}, "item": {"x": 1}}}')
    assert item.problems == ["it holds no words and no files", "it has no id"]
