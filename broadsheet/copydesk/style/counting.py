"""Rules that count: how often something may or must stand in a sentence, a part, the copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.reading import Finding, Span
from broadsheet.copydesk.sentences import split_sentences
from broadsheet.copydesk.style.pattern import WINDOW
from broadsheet.copydesk.style.shape import SCOPES, Rule
from broadsheet.copydesk.style.stretches import Stretch
from broadsheet.copydesk.style.tries import TOKEN, compiled, phrase_pattern

Unit = list[tuple[Stretch, int, int]]
_WORD = re.compile(r"\S+")


def _spans(rule: Rule, unit: Unit) -> list[Span]:
    """Where the unit has what is counted: words, if the rule says nothing else."""
    if not rule.pattern and not rule.words:
        return [
            m.span() for part, start, end in unit for m in _WORD.finditer(part.text, start, end)
        ]
    pattern = rule.pattern or r"\b(?:" + "|".join(phrase_pattern(w) for w in rule.words) + ")"
    return [
        match.span()
        for part, start, end in unit
        for match in _matches(compiled(pattern), part.text, start, end)
        if rule.about != "words" or not part.is_quoted(*match.span())
    ]


def counted(rule: Rule, parts: list[Stretch]) -> Iterator[Finding]:
    """A finding for each unit in which there is too much or too little of it."""
    for unit in _units(rule, parts):
        spans = _spans(rule, unit)
        found = _beyond(rule, unit, spans)
        if found is not None:
            message = rule.message.replace("{count}", str(len(spans)))
            message = message.replace("{found}", unit[0][0].text[slice(*found)])
            rest = tuple(span for span in spans if span != found) if len(spans) < 20 else ()
            yield Finding(*found, rule.id, rule.level, message, None, rest, rule.name)


def _matches(look: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What matches where a word or mark begins, within the window that every rule has."""
    at = start
    for token in TOKEN.finditer(text, start, end):
        if token.start() >= at:
            match = look.match(text, token.start(), min(end, token.start() + WINDOW))
            if match is not None:
                at = match.end()
                yield match


def _beyond(rule: Rule, unit: Unit, spans: list[Span]) -> Span | None:
    """Where it is too much: the first that is more than allowed, or the whole sentence when it
    is words that are counted; where it is too little: the unit."""
    _, start, end = unit[0]
    if rule.most is not None and len(spans) > rule.most:
        return (start, end) if rule.within == "sentence" else spans[rule.most]
    if rule.least is not None and len(spans) < rule.least:
        return start, end
    return None


def _units(rule: Rule, parts: list[Stretch]) -> Iterator[Unit]:
    if rule.within == "copy":
        whole = [(p, p.start, p.end) for p in parts if p.scope in rule.scope]
        if whole:
            yield whole
        return
    one = rule.within in SCOPES
    for part in parts:
        if part.scope == rule.within or (not one and part.scope in rule.scope):
            yield from _units_in(rule, part)


def _units_in(rule: Rule, part: Stretch) -> Iterator[Unit]:
    if rule.within != "sentence":
        yield [(part, part.start, part.end)]
        return
    words = part.text[part.start : part.end]
    if not rule.pattern and not rule.words and rule.least is None and len(words.split()) <= (rule.most or 0):  # fmt: skip
        # No sentence has more words than its paragraph.
        return
    for start, end in split_sentences(words):
        yield [(part, part.start + start, part.start + end)]
