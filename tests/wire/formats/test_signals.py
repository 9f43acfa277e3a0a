"""Second thoughts in words, told from news that only sounds like them."""

from __future__ import annotations

import pytest

from broadsheet.wire.formats.item import Item, Note
from broadsheet.wire.formats.signals import SIGNALS, labels, mark, opening


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("CORRECTED-Harbour fees rise 4%", ["correction"]),
        ("CORRECTED-UPDATE 2-Harbour fees rise", ["correction", "update"]),
        ("REFILE-Harbour fees rise", ["correction"]),
        ("RPT-UPDATE 1-Harbour fees rise", ["repeat", "update"]),
        ("Correction: Harbour fees", ["correction"]),
        ("Korrektur - Hafengebühren steigen", ["correction"]),
        ("RECTIFICATIF - Le port", ["correction"]),
        ("+++ RÄTTELSE +++ Hamnen", ["correction"]),
        ("Harbour fees rise (CORRECTED)", ["correction"]),
        ("BC-EU--Harbour, Corrective", ["correction"]),
        ("(RPT) Il porto", ["repeat"]),
        ("BC-EU--Harbour,8th Ld-Writethru", ["update"]),
        ("EU-Harbour-2ndLd", ["update"]),
        ("KILL: Harbour", ["kill"]),
        ("KILL - Harbour", ["kill"]),
        ("Mandatory kill: Harbour", ["kill"]),
        ("MANDATORY KILL", ["kill"]),
        ("ADVISORY: Harbour", ["advisory"]),
    ],
)
def test_labels_are_read_however_many_are_stacked(headline: str, found: list[str]) -> None:
    assert labels(headline) == found
    assert set(found) <= set(SIGNALS)


@pytest.mark.parametrize(
    "headline",
    [
        "Kill Bill returns", "Kill-switch for trains", "KILL-SWITCH FOR TRAINS", "Killed: three at sea",
        "Correction in the markets goes on", "Corrections officer hurt", "Updates on the ferry",
        "Repeat offender jailed", "Withdrawal agreement signed", "Advisory council meets",
        "Lead - not copper - in old pipes", "Lead: pipes banned", "Budget: ministers agree",
        "Update-minded owners", "Harbour: update expected", "Updated", "",
    ],
)  # fmt: skip
def test_news_that_sounds_like_a_label_is_news(headline: str) -> None:
    assert labels(headline) == []


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ("(Corrects spelling of name in paragraph 3)", ["correction"]),
        ("(This story has been refiled to fix a typo)", ["correction"]),
        ("(Berichtigung: Im dritten Absatz muss es Kai heißen)", ["correction"]),
        ("(Adds quote, details)", ["update"]),
        ("[Eds: Updates with quotes.]", ["update"]),
        ("(Repeats story first sent on Monday)", ["repeat"]),
        ("(Correct answers on page 3)", []),
        ("(Reporting by Jo Field)", []),
        ("Corrects itself, the sea does, said Okafor.", []),
    ],
)
def test_a_bracketed_first_paragraph_says_what_was_done(first: str, found: list[str]) -> None:
    item = Item("text", headline="Harbour", paragraphs=[first, "The harbour opened."])
    mark(item)
    assert item.signals == found


def test_a_note_to_editors_is_heard_and_makes_no_advisory() -> None:
    item = Item(
        "nitf",
        notes=[Note("editors", "Note to editors: adds quote"), Note("summary", "Corrects x")],
    )
    mark(item)
    assert item.signals == []
    mark(corrected := Item("nitf", notes=[Note("editors", "Corrects spelling in 3rd graf")]))
    assert corrected.signals == ["correction"]


def test_a_kill_takes_the_item_away_and_a_limit_on_its_use_does_not() -> None:
    mark(killed := Item("text", headline="KILL: Harbour fees"))
    assert (killed.status, killed.signals) == ("canceled", ["kill"])
    assert opening("Please do not use this story, which is wrong") == ["kill"]
    assert opening("Do not use this story before Monday") == []
    assert opening("Do not use in Belgium") == []


def test_what_the_format_says_is_a_signal_too() -> None:
    mark(held := Item("ninjs", embargo="2026-03-04T10:00:00Z", signals=["update"]))
    assert held.signals == ["update", "embargo"]
    mark(gone := Item("ninjs", status="canceled"))
    assert gone.signals == ["kill"]
