"""The engine of house style: every rule tried on the copy, which is walked once, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span
from broadsheet.copydesk.style.counting import counted
from broadsheet.copydesk.style.foreign import foreign, not_said_before, side
from broadsheet.copydesk.style.hits import Hit, grouped, one_a_place, one_form, unmet
from broadsheet.copydesk.style.pattern import BEFORE, WINDOW
from broadsheet.copydesk.style.profile import style_for
from broadsheet.copydesk.style.shape import Rule, Style
from broadsheet.copydesk.style.stretches import Stretch, stretches
from broadsheet.copydesk.style.tries import TOKEN, Tries, Try, compiled, tries_of

_RANK = {"fix": 0, "query": 1, "style": 2}


def in_rank(findings: Iterable[Finding]) -> list[Finding]:
    """The gravest level first, then in order of place."""
    return sorted(findings, key=lambda f: (_RANK[f.level], f.start, f.end, f.check))


def style_findings(reading: Reading, quoted: list[list[Quoted]], style: Style) -> Iterator[Finding]:
    """What a style has to say: one finding a cause, all its places in the evidence.

    Args:
        reading: everything but the style's own findings.
        quoted: the quoted stretches of each paragraph of the body.
    """
    tries = tries_of(style_for(style, reading.agency))
    parts = list(stretches(reading, quoted))
    hits: list[Hit] = []
    for part in parts:
        hits += _walk(part, tries)
    if tries.spelt:
        hits = not_said_before(reading, hits)
    if reading.known_names:
        hits = _without_names(reading, hits)
    hits = one_form(unmet(reading.text, parts, hits))
    yield from grouped(reading.text, one_a_place(hits))
    for rule in tries.counted:
        yield from counted(rule, parts)


def _walk(part: Stretch, tries: Tries) -> Iterator[Hit]:
    """Every hit in one stretch."""
    text, keys, pairs, anywhere = part.text, tries.at, tries.pairs, tries.anywhere
    spelt, figures = tries.spelt, tries.figures
    for token in TOKEN.finditer(text, part.start, part.end):
        word = token[0]
        low = word.lower()
        if low in keys:
            yield from _tried(part, keys[low], token.start())
        if low in pairs:
            yield from _tried(part, tries.beginning(text, token.end(), low) or (), token.start())
        if anywhere:
            yield from _tried(part, anywhere, token.start())
        if spelt and low == word and side(word):
            yield from foreign(part, spelt, token)
        if figures and word[0].isdigit():
            yield from _tried(part, figures, token.start())


def _tried(part: Stretch, tries: Iterable[Try], at: int) -> Iterator[Hit]:
    for one in tries:
        if one.phrase and not one.may_stand(part.text, at):
            continue
        match = one.regex.match(part.text, at, min(part.end, at + WINDOW))
        if match is not None and _stands(part, one, match):
            yield _hit(part, one, match)


def _stands(part: Stretch, one: Try, match: re.Match[str]) -> bool:
    """Whether the rule may speak of this place."""
    rule = one.rule
    if part.scope not in rule.scope:
        return False
    if one.phrase and not _is_the_phrase(part, one, match):
        return False
    start, end = _span(match)
    if rule.about == "words" and part.is_quoted(start, end):
        return False
    return part.is_prose(start, end) and _neighbours_agree(part, rule, match)


def _is_the_phrase(part: Stretch, one: Try, match: re.Match[str]) -> bool:
    """A word of a file is found in small letters, or with the capital of a sentence's start, since
    other capitals make a name; one that is given with capitals only as it is given. It is no part
    of a longer word, save that an acronym may have something tied on."""
    text, start, end = part.text, *match.span()
    plain = one.phrase.islower()
    if text[start - 1 : start] in {"-", "_", "/", "&", "@", "#"} and start > part.start:
        return False
    if plain and text[end : end + 1] in {"-", "_"} and text[end + 1 : end + 2].isalnum():
        return False
    if not plain:
        return not part.shouts
    return match[0].islower() or (match[0][1:].islower() and part.opens_sentence(start))


def _neighbours_agree(part: Stretch, rule: Rule, match: re.Match[str]) -> bool:
    if rule.after or rule.not_after:
        before = part.text[max(part.start, match.start() - BEFORE) : match.start()]
        if rule.after and not compiled(f"(?:{rule.after})$").search(before):
            return False
        if rule.not_after and compiled(f"(?:{rule.not_after})$").search(before):
            return False
    return not (
        rule.not_before
        and compiled(rule.not_before).match(
            part.text, match.end(), min(part.end, match.end() + BEFORE)
        )
    )


def _span(match: re.Match[str]) -> Span:
    """The group called `found`, else all of it."""
    named = "found" in match.re.groupindex and match["found"] is not None
    return match.span("found") if named else match.span()


def _hit(part: Stretch, one: Try, match: re.Match[str]) -> Hit:
    start, end = _span(match)
    rule, instead = one.rule, one.instead
    if rule.kind == "conditional":
        return Hit(rule, start, end, None, match[1] or "")
    if instead is not None and not one.phrase:
        instead = " ".join(match.expand(instead).split())
    elif instead is not None and one.phrase.islower() and part.text[start].isupper():
        instead = instead[:1].upper() + instead[1:]
    pair = "=".join(sorted((one.phrase, one.instead or "")))
    return Hit(rule, start, end, instead, pair, one.side)


def _without_names(reading: Reading, hits: list[Hit]) -> list[Hit]:
    """The hits that stand in no name that the paper knows."""
    text, names = reading.text, "\n".join(reading.known_names)
    return [
        hit
        for hit in hits
        # One look at all names together, of which most papers know thousands.
        if text[hit.start : hit.end] not in names
        or not any(_stands_in(text, hit, name) for name in reading.known_names)
    ]


def _stands_in(text: str, hit: Hit, name: str) -> bool:
    found = text[hit.start : hit.end]
    offset = name.find(found)
    while offset >= 0:
        if hit.start >= offset and text.startswith(name, hit.start - offset):
            return True
        offset = name.find(found, offset + 1)
    return False
