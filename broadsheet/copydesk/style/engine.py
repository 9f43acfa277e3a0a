"""The engine of house style: every rule tried on the copy, which is walked once, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span
from broadsheet.copydesk.style.counting import counted
from broadsheet.copydesk.style.pattern import BEFORE, WINDOW
from broadsheet.copydesk.style.profile import style_for
from broadsheet.copydesk.style.shape import Rule, Style
from broadsheet.copydesk.style.stretches import Stretch, stretches
from broadsheet.copydesk.style.tries import TOKEN, Tries, Try, compiled, tries_of

_RANK = {"fix": 0, "query": 1, "style": 2}


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a rule matches. `key` is what it shares with its like: the words of a pair,
    or what a condition asks for."""

    rule: Rule
    start: int
    end: int
    instead: str | None
    key: str = ""
    side: int = 0


def in_rank(findings: Iterable[Finding]) -> list[Finding]:
    """The gravest level first, then in order of place."""
    return sorted(findings, key=lambda f: (_RANK[f.level], f.start, f.end, f.check))


def style_findings(reading: Reading, quoted: list[list[Quoted]], style: Style) -> Iterator[Finding]:
    """What a style has to say: one finding a cause, all its places in the evidence.

    Args:
        reading: everything but the findings.
        quoted: the quoted stretches of each paragraph of the body.
    """
    tries = tries_of(style_for(style, reading.agency))
    parts = list(stretches(reading, quoted))
    hits: list[Hit] = []
    for part in parts:
        hits += _walk(part, tries)
    hits = [hit for hit in hits if not _is_known(hit, reading)]
    hits = _one_form(_unmet(reading.text, parts, hits))
    yield from _grouped(reading.text, sorted(hits, key=lambda hit: hit.start))
    for rule in tries.counted:
        yield from counted(rule, parts)


def _walk(part: Stretch, tries: Tries) -> Iterator[Hit]:
    """Every hit in one stretch."""
    text, keys, anywhere, figures = part.text, tries.at, tries.anywhere, tries.figures
    for token in TOKEN.finditer(text, part.start, part.end):
        word = token[0]
        found = keys.get(word.lower())
        if found is not None:
            yield from _tried(part, found, token.start())
        if anywhere:
            yield from _tried(part, anywhere, token.start())
        if figures and word[0].isdigit():
            yield from _tried(part, figures, token.start())


def _tried(part: Stretch, tries: list[Try], at: int) -> Iterator[Hit]:
    for one in tries:
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


def _is_known(hit: Hit, reading: Reading) -> bool:
    """Whether the words stand in a name that the paper knows."""
    text = reading.text
    found = text[hit.start : hit.end]
    for name in reading.known_names:
        offset = name.find(found)
        while offset >= 0:
            if text.startswith(name, hit.start - offset) and hit.start >= offset:
                return True
            offset = name.find(found, offset + 1)
    return False


def _unmet(text: str, parts: list[Stretch], hits: list[Hit]) -> list[Hit]:
    """The hits without those of a condition that the copy meets."""
    met: dict[str, set[str]] = {}
    for rule in {hit.rule for hit in hits if hit.rule.kind == "conditional"}:
        second = compiled(rule.second)
        met[rule.id] = {
            match[1]
            for part in parts
            for token in TOKEN.finditer(text, part.start, part.end)
            if (match := second.match(text, token.start(), min(part.end, token.start() + WINDOW)))
        }
    return [hit for hit in hits if hit.key not in met.get(hit.rule.id, ())]


def _one_form(hits: list[Hit]) -> list[Hit]:
    """The hits without those of a pair of which the copy uses one form only; of a pair that is
    mixed the rarer form stays, and when they are even the later one."""
    pairs: dict[tuple[str, str], tuple[list[Hit], list[Hit]]] = {}
    kept = []
    for hit in hits:
        if hit.rule.kind == "consistency":
            pairs.setdefault((hit.rule.id, hit.key), ([], []))[hit.side].append(hit)
        else:
            kept.append(hit)
    for one, other in pairs.values():
        if one and other:
            kept += one if (len(one), -one[0].start) < (len(other), -other[0].start) else other
    return kept


def _grouped(text: str, hits: list[Hit]) -> Iterator[Finding]:
    """One finding for all places that have the same thing said of them."""
    groups: dict[tuple[str, str], list[Hit]] = {}
    for hit in hits:
        groups.setdefault((hit.rule.id, said(hit.rule, text, hit)), []).append(hit)
    for (_, message), rows in groups.items():
        hit, rule = rows[0], rows[0].rule
        yield Finding(
            hit.start,
            hit.end,
            rule.id,
            rule.level,
            message,
            hit.instead if rule.certain else None,
            tuple((row.start, row.end) for row in rows[1:]),
            rule.name,
        )


def said(rule: Rule, text: str, hit: Hit) -> str:
    """The rule's message about one place."""
    found = " ".join(text[hit.start : hit.end].split())
    instead = hit.instead or ""
    if not found.isupper():
        # A capital at a sentence's start is not what the message is about.
        small = found[:1].lower() + found[1:]
        if hit.rule.pattern == "" and small in {p.lower() for p in _phrases(rule)}:
            found, instead = small, instead[:1].lower() + instead[1:] if instead else ""
    return rule.message.replace("{found}", found).replace("{instead}", instead)


def _phrases(rule: Rule) -> Iterator[str]:
    yield from rule.words
    for old, new in rule.swap:
        yield from (old, new)
