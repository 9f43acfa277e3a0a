"""Takes are found by their words, in any script, whatever somebody types."""

from __future__ import annotations

from typing import Any

import pytest

from broadsheet.wire.finding import search
from broadsheet.wire.finding.index import forget_missing
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Delivery
from broadsheet.wire.reading.queue import read_some
from tests.wire.test_keeping import COPY, OTHER, take, text

URDU = ["بندرگاہ کا دروازہ جمعے کو کھل گیا اور چالیس کشتیاں باہر نکلیں۔"]
JAPANESE = ["港の水門は金曜日に開いた。四十隻の船が外港で待っていた。"]
ACCENTS = ["Le café du Zürichsee a rouvert ses portes à la mi-août, après l'été."]


@pytest.fixture
def wire(paper: Any) -> dict[str, int]:
    """Five takes that were read; their ids by what they tell of."""
    texts = {"lock": COPY, "cinema": OTHER, "urdu": URDU, "japanese": JAPANESE, "cafe": ACCENTS}
    ids = {}
    for name, paragraphs in texts.items():
        (kept,) = keep(
            take(f"urn:{name}", headline=f"About {name}", **text(paragraphs)), paper
        ).takes
        ids[name] = kept.pk
    read_some(10)
    return ids


ASKED = [
    ("inner gate", ["lock"]),
    ('"inner gate"', ["lock"]),
    ('"gate inner"', []),
    ("town", ["cinema", "lock"]),
    ("town -cinema", ["lock"]),
    ("harb*", ["lock"]),
    ("HARBOUR", ["lock"]),
    ("cafe zurichsee", ["cafe"]),
    ("کشتیاں", ["urdu"]),
    ("水門", ["japanese"]),
    ("金曜日", ["japanese"]),
    ("About cinema", ["cinema"]),
    ("nowhere", []),
    ("", []),
    ("-town", []),
]


@pytest.mark.parametrize(("asked", "found"), ASKED)
def test_what_is_asked_for_is_found_the_newest_first(
    asked: str, found: list[str], wire: dict[str, int], paper: Any
) -> None:
    from django.db import connection

    if connection.vendor != "sqlite" and "cafe" in asked:
        # PostgreSQL's plain configuration keeps accents: it finds what is written as it is.
        asked = "café Zürichsee"
    hits = search(paper, asked, limit=10)
    wanted = sorted((wire[name] for name in found), reverse=True)
    assert [hit.take for hit in hits] == wanted


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "'",
        "a'b",
        "* ^ NEAR(",
        "AND",
        "OR NOT",
        "gate:lock",
        "(((",
        "\\",
        "%s",
        "-",
        "é*",
        "\0x",
    ],
)
def test_whatever_is_typed_is_words_and_never_an_error(
    typed: str, wire: dict[str, int], paper: Any
) -> None:
    assert isinstance(search(paper, typed, limit=5), list)


def test_the_words_that_were_found_are_marked_in_a_piece_of_the_text(
    wire: dict[str, int], paper: Any
) -> None:
    (hit,) = search(paper, "outer basin", limit=5)
    assert [text.lower() for text, found in hit.snippet if found] == ["outer", "basin"]
    assert len("".join(text for text, _ in hit.snippet)) < 250


def test_a_page_goes_on_where_the_last_one_ended(wire: dict[str, int], paper: Any) -> None:
    (first,) = search(paper, "town", limit=1)
    (second,) = search(paper, "town", limit=1, before=first.take)
    assert (first.take, second.take) == (wire["cinema"], wire["lock"])
    assert search(paper, "town", limit=1, before=second.take) == []


def test_a_take_that_is_no_longer_kept_is_not_found(wire: dict[str, int], paper: Any) -> None:
    from broadsheet.wire.models import Mark, Take, Thread, Waiting

    Thread.objects.update(best=None)
    gone = Take.objects.get(pk=wire["lock"])
    for rows in (Mark, Waiting):
        rows.objects.filter(take=gone).delete()
    Delivery.objects.filter(pk=gone.delivery_id).delete()
    assert [hit.take for hit in search(paper, "town", limit=5)] == [wire["cinema"]]
    forget_missing()
    assert [hit.take for hit in search(paper, "town", limit=5)] == [wire["cinema"]]
