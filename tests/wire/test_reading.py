"""The copy desk reads the takes that wait, the newest first, each once."""

from __future__ import annotations

from typing import Any

import pytest

from broadsheet import copydesk
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Take, TakeReading, Waiting
from broadsheet.wire.reading import queue
from broadsheet.wire.reading.queue import read_some
from broadsheet.wire.signals import take_read
from tests.wire.test_keeping import COPY, OTHER, take, text

DOUBLED = ["The board met on on Friday.", "It had teh gate mended before the flood came again."]


def came(paper: Any, guid: str, paragraphs: list[str]) -> Take:
    """A take is kept."""
    (kept,) = keep(take(guid, **text(paragraphs)), paper).takes
    return kept


def test_what_it_finds_stands_beside_the_take_with_its_places(paper: Any) -> None:
    kept = came(paper, "urn:1", DOUBLED)
    assert read_some() == 1
    reading = TakeReading.objects.get(take=kept.pk)
    assert reading.fixes >= 1
    body = "\n\n".join(DOUBLED)
    found = {body[row["start"] : row["end"]] for row in reading.findings}
    assert any("on on" in words or words == "on" for words in found)
    assert "teh" in found
    assert not Waiting.objects.filter(work="read").exists()


def test_the_newest_is_read_first_and_nothing_twice(paper: Any) -> None:
    first, second = came(paper, "urn:1", COPY), came(paper, "urn:2", OTHER)
    assert read_some(1) == 1
    assert [row.take_id for row in TakeReading.objects.all()] == [second.pk]
    assert [read_some(1), read_some(1)] == [1, 0]
    assert TakeReading.objects.filter(take=first.pk).count() == 1


def test_it_tells_who_listens_in_the_same_transaction(paper: Any) -> None:
    heard: list[int] = []

    def listen(take: Take, reading: TakeReading, **kwargs: Any) -> None:
        heard.append(take.pk)

    take_read.connect(listen)
    try:
        kept = came(paper, "urn:1", COPY)
        read_some()
    finally:
        take_read.disconnect(listen)
    assert heard == [kept.pk]


def test_a_take_that_breaks_the_reader_is_said_and_holds_no_other_up(
    paper: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = copydesk.read

    def breaks(words: str, **kwargs: Any) -> Any:
        if "cinema" in words:
            raise RecursionError("too deep")
        return read(words, **kwargs)

    monkeypatch.setattr(copydesk, "read", breaks)
    good, bad = came(paper, "urn:1", COPY), came(paper, "urn:2", OTHER)
    read_some()
    assert TakeReading.objects.get(take=bad.pk).problem == "RecursionError: too deep"
    assert TakeReading.objects.get(take=good.pk).problem == ""


def test_what_was_not_written_is_read_again(paper: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    came(paper, "urn:1", COPY)

    def dies(*args: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(queue, "put_words", dies)
        with pytest.raises(KeyboardInterrupt):
            read_some()
    assert not TakeReading.objects.exists()
    assert read_some() == 1
    assert TakeReading.objects.count() == 1


def test_evidence_stands_at_its_places_in_the_text_too(paper: Any) -> None:
    twice = "The board met in the old hall by the harbour on Friday to vote on the money."
    kept = came(paper, "urn:1", [twice, "It rained all day on the quay.", twice])
    read_some()
    reading = TakeReading.objects.get(take=kept.pk)
    body = "\n\n".join([twice, "It rained all day on the quay.", twice])
    spans = [span for row in reading.findings for span in row["evidence"]]
    assert reading.problem == ""
    assert spans
    assert all(0 <= start < end <= len(body) for start, end in spans)
