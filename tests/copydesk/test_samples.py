"""Copy in many layouts: each sample stands beside what is to be read in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from broadsheet import copydesk

SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))


def seen(text: str) -> dict[str, Any]:
    """What a sample's expectation says of a reading."""
    reading = copydesk.read(text)
    return {
        "trail": [name.name for name in reading.trail],
        "headline": reading.headline,
        "standfirst": reading.standfirst,
        "credit": reading.credit,
        "agency": reading.agency,
        "byline": reading.byline,
        "dateline": reading.dateline,
        "published": reading.published.isoformat() if reading.published else None,
        "paragraphs": [[p.kind, " ".join(p.text.split()[:3])] for p in reading.paragraphs],
        "related": list(reading.related),
        "furniture": [" ".join(text[part.start : part.end].split()) for part in reading.furniture],
        "quotes": [
            {
                "words": " ".join(text[q.start : q.end].split()[:4]),
                "speaker": q.speaker,
                "person": q.person,
                "chain": list(q.chain),
            }
            for q in reading.quotes
            if q.direct
        ],
    }


def read_sample(name: str) -> str:
    """The sample's text with the line ends that it has on disk."""
    return (SAMPLES / f"{name}.txt").read_bytes().decode()


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_read_as_expected(name: str) -> None:
    expected = json.loads((SAMPLES / f"{name}.expected.json").read_text(encoding="utf-8"))
    assert seen(read_sample(name)) == expected


def test_no_expectation_stands_alone() -> None:
    assert {path.name.split(".")[0] for path in SAMPLES.iterdir()} == set(NAMES)
    assert len(NAMES) >= 14
