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
