"""JSON Feed: each sample beside what is to be read in it."""

from __future__ import annotations

import json

import pytest

from broadsheet.wire.formats import items
from tests.wire.formats.sample_files import names, seen


@pytest.mark.parametrize("name", names("jsonfeed"))
def test_a_feed_is_read_as_its_sample_says(name: str) -> None:
    got, wanted = seen("jsonfeed", name)
    assert got == wanted


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": 7, "authors": "Jo", "tags": "x", "attachments": {}, "date_published": []},
        {"id": None, "url": ["a"], "content_html": {"a": 1}, "language": 3, "image": True},
    ],
)
def test_values_of_the_wrong_kind_do_no_harm(wrong: dict[str, object]) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [wrong]}
    (item,) = items(json.dumps(feed).encode())
    assert item.format == "jsonfeed"
    assert item.problems


def test_an_empty_feed_is_not_silent() -> None:
    (item,) = items(b'{"version": "https://jsonfeed.org/version/1", "title": "Q", "items": []}')
    assert (item.headline, item.problems) == ("Q", ["the feed has no items"])
