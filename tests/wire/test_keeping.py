"""What a wire brings is kept whole and once, and its takes join their threads."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import DataError, connection

from broadsheet.wire import shelf
from broadsheet.wire.keeping.keep import Kept, keep
from broadsheet.wire.keeping.quarantine import retry
from broadsheet.wire.models import Agency, Delivery, Link, Mark, Parting, Take, Thread, Wire

COPY = [
    "The sea lock at Port Selby opened on Friday after nine days of repairs to its inner gate.",
    "“We waited two winters for this day and we would wait two more,” said harbour master Ines Okafor.",
    "Forty boats lay in the outer basin when the gate moved for the first time since the flood.",
    "The board has spent three million on pumps, sensors and a spare gate that lies in the yard.",
    "Fishermen cheered from the quay while the town band played in a thin and steady rain.",
]
OTHER = [
    "The council of Ost will vote on Monday on a plan to close the last cinema of the old town.",
    "Its owner, Ada Bello, has offered to sell the house to a club of two hundred members.",
    "The mayor says the roof alone would cost more than the town spends on culture in a year.",
]


def take(guid: str = "urn:sna:1", **more: Any) -> bytes:
    """One ninjs item of our own agency."""
    said: dict[str, Any] = {
        "uri": guid,
        "type": "text",
        "versioncreated": "2026-03-06T09:00:00Z",
        "headline": "Sea lock opens",
        "source": "SNA",
        "body_text": "\n\n".join(COPY),
    }
    return json.dumps(said | more).encode()


def text(paragraphs: list[str]) -> dict[str, str]:
    """The change of one item's copy."""
    return {"body_text": "\n\n".join(paragraphs)}


def only(kept: Kept) -> Take:
    """The one take of a delivery."""
    (found,) = kept.takes
    return Take.objects.get(pk=found.pk)


def test_a_delivery_is_kept_byte_for_byte_with_its_takes(paper: Any) -> None:
    data = take()
    kept = keep(data, paper, name="sna-1.json")
    assert kept.delivery is not None
    delivery = Delivery.objects.get(pk=kept.delivery.pk)
    assert (delivery.data, delivery.size, delivery.state) == (data, len(data), "read")
    found = only(kept)
    assert (found.guid, found.headline, found.format) == ("urn:sna:1", "Sea lock opens", "ninjs")
    assert found.paragraphs == COPY
    assert found.versioned == datetime(2026, 3, 6, 9, tzinfo=UTC)
    assert found.thread.best == found
    assert found.reason == "the first of its thread"


def test_to_bring_a_delivery_again_has_no_effect(paper: Any) -> None:
    keep(take(), paper)
    again = keep(take(), paper)
    assert (again.delivery, again.takes, again.known) == (None, (), 1)
    assert (Delivery.objects.count(), Take.objects.count()) == (1, 1)


def test_a_feed_brings_its_old_items_with_every_poll_and_only_the_new_one_is_a_take(
    paper: Any,
) -> None:
    one, two = json.loads(take("urn:sna:1")), json.loads(take("urn:sna:2", **text(OTHER)))
    keep(json.dumps([one]).encode(), paper)
    kept = keep(json.dumps([two, one]).encode(), paper)
    assert [found.guid for found in kept.takes] == ["urn:sna:2"]
    assert kept.known == 1
    assert keep(json.dumps([one, two]).encode(), paper).delivery is None


def test_what_cannot_be_read_lies_whole_in_quarantine_with_the_reason(paper: Any) -> None:
    kept = keep(b'{"uri": "urn:sna:1", "headline": "A" "B"}', paper, name="broken.json")
    assert kept.delivery is not None
    assert kept.takes == ()
    held = Delivery.objects.get()
    assert held.state == "quarantined"
    assert held.data == b'{"uri": "urn:sna:1", "headline": "A" "B"}'
    assert "line 1 column" in held.reason


def test_a_new_version_joins_the_thread_of_its_item(paper: Any) -> None:
    first = only(keep(take(), paper))
    second = only(
        keep(take(versioncreated="2026-03-06T10:00:00Z", headline="Lock opens at last"), paper)
    )
    assert second.thread == first.thread
    assert second.reason == "take 2 of Lock opens at last"
    first.refresh_from_db()
    thread = Thread.objects.get()
    assert (first.newest, second.newest, thread.best, thread.size) == (False, True, second, 2)


def test_versions_are_ordered_by_the_agencys_time_and_not_by_arrival(paper: Any) -> None:
    late = only(keep(take(versioncreated="2026-03-06T12:00:00Z"), paper))
    early = only(keep(take(versioncreated="2026-03-06T08:00:00Z"), paper))
    late.refresh_from_db()
    assert (late.newest, early.newest) == (True, False)
    assert Thread.objects.get().best == late


def test_a_kill_without_a_body_joins_its_item_and_no_take_of_it_is_the_best_any_more(
    paper: Any,
) -> None:
    only(keep(take(), paper))
    kill = take(versioncreated="2026-03-06T10:00:00Z", pubstatus="canceled", body_text="")
    killed = only(keep(kill, paper))
    assert killed.status == "canceled"
    assert Thread.objects.get().best == killed


def test_an_agency_that_gives_every_revision_a_new_id_names_the_old_one(paper: Any) -> None:
    first = only(keep(take("urn:sna:1"), paper))
    second = only(keep(take("urn:sna:2", evolvedfrom="urn:sna:1", **text(OTHER)), paper))
    first.refresh_from_db()
    assert second.thread == first.thread
    assert second.reason == "replaces Sea lock opens"
    assert (first.newest, second.newest) == (False, True)


@pytest.mark.parametrize(
    ("paragraphs", "reason"),
    [
        (COPY[:3], "100 % of sentences"),
        (["A ferry waited outside the basin for most of the night, its crew said.", *COPY[1:]], "80 % of sentences"),
        (
            ["Boats are back in the harbour of Selby, where a gate had been out of use for days.", COPY[1],
             "The repairs took nine days, the band played, and a good deal of money was spent on pumps."],
            "same quotation",
        ),
    ],
)  # fmt: skip
def test_a_rewrite_by_another_agency_joins_the_thread(
    paper: Any, paragraphs: list[str], reason: str
) -> None:
    first = only(keep(take(), paper))
    other = only(keep(take("urn:other:9", source="ONA", **text(paragraphs)), paper))
    assert other.thread == first.thread
    assert other.reason == f"{reason} of Sea lock opens"


def test_other_news_begins_a_thread_of_its_own(paper: Any) -> None:
    keep(take(), paper)
    other = only(keep(take("urn:other:9", **text(OTHER)), paper))
    assert other.reason == "the first of its thread"
    assert Thread.objects.count() == 2
    assert not Link.objects.exists()


def test_threads_that_an_editor_parted_are_not_linked_again(paper: Any) -> None:
    one = only(keep(take(), paper)).thread
    two = Thread.objects.create(paper=paper, began=one.began, latest=one.latest)
    Parting.objects.create(one=one, other=two)
    assert Parting.objects.count() == 1


def test_a_foot_line_that_everybody_has_joins_nobody(paper: Any) -> None:
    foot = "This report was sent by the Selby News Agency to all of its readers and friends."
    for number in range(shelf.COMMON + 3):
        words = [
            f"Report number {number} tells of item {number} in row {number} of list {number}.",
            foot,
        ]
        keep(take(f"urn:sna:{number}", headline=f"No. {number}", **text(words)), paper)
    more = [*OTHER, foot]
    assert only(keep(take("urn:sna:x", **text(more)), paper)).reason == "the first of its thread"


def test_the_agency_is_the_items_when_the_paper_knows_it_else_the_wires(paper: Any) -> None:
    sna = Agency.objects.create(paper=paper, name="SNA", slug="sna")
    ona = Agency.objects.create(paper=paper, name="ONA", slug="ona")
    wire = Wire.objects.create(paper=paper, name="All", slug="all", kind="hand", agency=ona)
    assert only(keep(take("urn:1"), paper, wire=wire)).agency == sna
    assert only(keep(take("urn:2", source="XYZ", **text(OTHER)), paper, wire=wire)).agency == ona
    wire.refresh_from_db()
    assert wire.last_take is not None


def test_the_plain_statements_name_the_columns_that_the_models_have(paper: Any) -> None:
    keep(take(), paper)
    with connection.cursor() as cursor:
        for model in (Delivery, Take, Thread, Mark):
            table = model._meta.db_table
            columns = {
                row.name for row in connection.introspection.get_table_description(cursor, table)
            }
            assert columns == {field.column for field in model._meta.local_fields}
    assert Mark.objects.filter(take=Take.objects.get()).count() > 5


BROKEN = [
    take(headline="a\x00b"),
    take(body_text="The ferry\x00 sailed on Friday."),
    take("urn:\x00:1"),
    b"Ferry \x00 sails\n\nThe ferry sailed on Friday.",
    b'{"uri": "urn:x", "headline": "half \\ud800", "type": "text"}',
    take(language="x" * 300),
    take(urgency=10**30),
    take(versioncreated="9999-12-31T23:59:59-12:00"),
    take(versioncreated="0001-01-01T00:00:00+12:00"),
]


@pytest.mark.parametrize("data", BROKEN)
def test_what_no_database_could_keep_is_kept_without_it(paper: Any, data: bytes) -> None:
    kept = keep(data, paper, name="a\x00b")
    assert kept.delivery is not None
    held = Delivery.objects.get()
    assert (held.data, held.name) == (data, "ab")
    assert kept.problem or Take.objects.count() == 1


def test_what_cannot_be_kept_at_all_lies_in_quarantine_and_is_not_brought_for_ever(
    paper: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(columns: Any) -> int:
        raise DataError("value out of range")

    with monkeypatch.context() as patch:
        patch.setattr(shelf, "put_take", fails)
        kept = keep(take(), paper)
    assert kept.problem == "what is in it cannot be kept: value out of range"
    assert Delivery.objects.get().state == "quarantined"
    assert keep(take(), paper).known == 1
    assert retry(paper) == 1
    assert Take.objects.count() == 1
