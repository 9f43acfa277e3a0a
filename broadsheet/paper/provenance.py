"""Where each sentence of a story came from: worked out from its text at every publication.

Nothing is marked inside the rich text. The copy desk reads the story as it now stands; what was
known of a sentence before (the copy it came in, a speaker set by hand) is found again by the
sentence's fingerprint, in this story or in any other of the paper.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from html import unescape
from typing import Any

from django.utils.html import strip_tags

from broadsheet import copydesk
from broadsheet.copydesk.sentences import split_sentences
from broadsheet.paper.models import DraftSentence, Quotation, Sentence, Story
from broadsheet.paper.tying import takes_of, tie


@dataclass(frozen=True, slots=True)
class Passage:
    """The plain text of one block of the body, with what the block itself says of its origin."""

    block: str
    text: str
    speaker: str = ""
    source: str = ""


def passages(story: Story) -> Iterator[Passage]:
    """The body as plain text, block by block, in reading order."""
    for child in story.body:
        kind, value = child.block_type, child.value
        if kind == "paragraph":
            yield Passage(child.id or "", plain(str(value.source)))
        elif kind == "heading":
            yield Passage(child.id or "", str(value))
        elif kind in {"quotation", "post"}:
            said_by, source = str(value.get("speaker") or ""), str(value.get("source") or "")
            yield Passage(child.id or "", str(value["text"]), said_by, source)
        elif kind == "list":
            for item in value:
                yield Passage(child.id or "", plain(str(item.source)))
        elif kind == "fact_box":
            yield Passage(child.id or "", plain(str(value["text"].source)))


def plain(html: str) -> str:
    """The text of a piece of rich text, as a reader sees it."""
    return unescape(strip_tags(html)).strip()


def fingerprint(sentence: str) -> str:
    """What a sentence is found again by: its letters and digits, whatever the marks and spaces.

    Returns 32 hexadecimal digits (128 bits of SHA-256).
    """
    return hashlib.sha256(_letters(sentence).encode()).hexdigest()[:32]


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


@dataclass(frozen=True, slots=True)
class Known:
    """What was known of a sentence before."""

    origin: str
    speaker: str
    chain: list[str]
    set_by_hand: bool
    take: int | None = None


def write(story: Story) -> None:
    """Replace the story's rows by those of its current text."""
    parts = list(passages(story))
    reading = _read(story, parts)
    tie(story, [part.text for part in parts])
    known = _known(story, parts)
    rows = list(_sentences(story, parts, reading, known))
    story.sentences.all().delete()
    Sentence.objects.bulk_create(rows)
    story.quotations.all().delete()
    Quotation.objects.bulk_create(_quotations(story, parts, reading))


def _text(story: Story, parts: list[Passage]) -> tuple[str, list[int]]:
    """What the copy desk is given, and where each passage begins in it."""
    text = f"{story.title}\n\n"
    starts = []
    for part in parts:
        starts.append(len(text))
        text += part.text + "\n\n"
    if story.agency:
        text += f"({story.agency.name})\n"
    return text, starts


def read_ahead(story: Story) -> None:
    """Have the copy desk read a story before the transaction that publishes it opens: on SQLite
    every other writer would wait for it."""
    _read(story, list(passages(story)))


def _read(story: Story, parts: list[Passage]) -> tuple[copydesk.Reading, list[int]]:
    text, starts = _text(story, parts)
    day = story.published.date() if story.published else None
    return _reading(text, day), starts


@lru_cache(maxsize=4)
def _reading(text: str, day: date | None) -> copydesk.Reading:
    return copydesk.read(text, published=day)


def _known(story: Story, parts: list[Passage]) -> dict[str, Known]:
    prints = {fingerprint(s) for part in parts for s in _split(part.text)}
    found: dict[str, Known] = {}
    rows = Sentence.objects.filter(paper=story.paper, fingerprint__in=list(prints))
    # This story's own rows are read last, so that they win.
    for row in sorted(rows, key=lambda row: row.story_id == story.pk):
        found[row.fingerprint] = Known(
            row.origin, row.speaker, row.chain, row.set_by_hand, row.take_id
        )
    for take in takes_of(story):
        for sentence in (s for text in take.paragraphs for s in _split(text)):
            mark = fingerprint(sentence)
            if mark in prints:
                found[mark] = _brought(found.get(mark), take.pk)
    return found


def _brought(before: Known | None, take: int) -> Known:
    """What is known of a sentence that a take brought. The first take that did so stays."""
    if before is None:
        return Known(Sentence.Origin.COPY, "", [], set_by_hand=False, take=take)
    return replace(before, origin=Sentence.Origin.COPY, take=before.take or take)


def _split(text: str) -> list[str]:
    return [text[s:e] for s, e in split_sentences(text)]


def _sentences(
    story: Story, parts: list[Passage], read: tuple[copydesk.Reading, list[int]], known: Any
) -> Iterator[Sentence]:
    reading, starts = read
    order = 0
    for part, start in zip(parts, starts, strict=True):
        for s, e in split_sentences(part.text):
            text = part.text[s:e]
            mark = fingerprint(text)
            before: Known | None = known.get(mark)
            speaker, chain = _said(reading, part, start + s, start + e)
            if before is not None and before.set_by_hand:
                speaker, chain = before.speaker, before.chain
            yield Sentence(
                paper=story.paper,
                story=story,
                block=part.block[:36],
                order=order,
                fingerprint=mark,
                text=text,
                origin=before.origin if before else Sentence.Origin.OURS,
                speaker=speaker[:200],
                chain=chain,
                set_by_hand=bool(before and before.set_by_hand),
                take_id=before.take if before else None,
            )
            order += 1


def _said(reading: copydesk.Reading, part: Passage, start: int, end: int) -> tuple[str, list[str]]:
    if part.speaker or part.source:
        return part.speaker, [part.source] if part.source else []
    for quote in reading.quotes:
        if quote.start < end and quote.end > start:
            return quote.person or quote.speaker or "", list(quote.chain)
    return "", []


def _quotations(
    story: Story, parts: list[Passage], read: tuple[copydesk.Reading, list[int]]
) -> list[Quotation]:
    reading, _ = read
    rows = [
        Quotation(
            story=story,
            order=order,
            words=reading.text[quote.start : quote.end],
            speaker=(quote.speaker or "")[:300],
            person=(quote.person or "")[:300],
            chain=list(quote.chain),
        )
        for order, quote in enumerate(q for q in reading.quotes if q.direct)
    ]
    for part in parts:
        if part.speaker or part.source:
            rows.append(
                Quotation(
                    story=story,
                    order=len(rows),
                    words=part.text,
                    speaker=part.speaker,
                    person=part.speaker,
                    chain=[part.source] if part.source else [],
                )
            )
    return rows


def remember_draft(story: Story) -> None:
    """Note the sentences of a story's latest text, so that a kill finds it before it is public."""
    prints = {fingerprint(s) for part in passages(story) for s in _split(part.text)}
    held = set(story.draft_sentences.values_list("fingerprint", flat=True))
    story.draft_sentences.filter(fingerprint__in=list(held - prints)).delete()
    DraftSentence.objects.bulk_create(
        DraftSentence(paper=story.paper, story=story, fingerprint=mark) for mark in prints - held
    )


def mark_copy(story: Story, text: str) -> None:
    """Record which sentences of the story came in copy rather than being written here."""
    copy = _letters(text)
    came = [row.pk for row in story.sentences.all() if _letters(row.text) in copy]
    story.sentences.filter(pk__in=came).update(origin=Sentence.Origin.COPY)
