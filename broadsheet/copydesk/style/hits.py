"""Places that rules match: which of them stay, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from broadsheet.copydesk.reading import Finding
from broadsheet.copydesk.style.pattern import BEFORE, WINDOW
from broadsheet.copydesk.style.shape import Rule
from broadsheet.copydesk.style.stretches import Stretch
from broadsheet.copydesk.style.tries import TOKEN, compiled


class Hit(NamedTuple):
    """A place that a rule matches. `key` is what it shares with its like: the words of a pair,
    or what a condition asks for."""

    rule: Rule
    start: int
    end: int
    instead: str | None
    key: str = ""
    side: int = 0


def unmet(text: str, parts: list[Stretch], hits: list[Hit]) -> list[Hit]:
    """The hits without those of a condition that the copy meets."""
    wanted = {(hit.rule, hit.key) for hit in hits if hit.rule.kind == "conditional"}
    met = {(rule.id, key) for rule, key in wanted if _is_met(text, parts, rule, key)}
    return [hit for hit in hits if (hit.rule.id, hit.key) not in met]


def _is_met(text: str, parts: list[Stretch], rule: Rule, key: str) -> bool:
    """Whether the rule's second pattern matches somewhere with the key for its group; it is tried
    at the words in front of each place where the key stands."""
    second = compiled(rule.second)
    for part in parts:
        at = text.find(key, part.start, part.end) if key else -1
        while at >= 0:
            for token in TOKEN.finditer(text, max(part.start, at - BEFORE), at + len(key)):
                match = second.match(text, token.start(), min(part.end, token.start() + WINDOW))
                if match is not None and match[1] == key:
                    return True
            at = text.find(key, at + 1, part.end)
    return False


def one_a_place(hits: list[Hit]) -> list[Hit]:
    """One hit for each place: a rule that names the words before one that knows them as one of a
    pair or by the word lists."""
    best: dict[tuple[int, int], Hit] = {}
    for hit in sorted(hits, key=_vagueness):
        best.setdefault((hit.start, hit.end), hit)
    return sorted(best.values(), key=lambda hit: (hit.start, hit.end))


def _vagueness(hit: Hit) -> int:
    return 2 if hit.rule.kind == "consistency" else int(bool(hit.rule.tongue))


def one_form(hits: list[Hit]) -> list[Hit]:
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


def grouped(text: str, hits: list[Hit]) -> Iterator[Finding]:
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
