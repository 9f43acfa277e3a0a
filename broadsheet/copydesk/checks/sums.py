"""Sums that do not add up: `12 men and 15 women, 28 in all`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.cues import words as words_of
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "bad-sum"
FINDS = (
    "Lock opens\n\nTwelve boats came: 12 men and 15 women, 28 in all.",
    "Lock opens\n\nThe board counted a total of 30 boats: 12 trawlers, 9 yachts and 8 ferries.",
    "Lock opens\n\nThe motion passed by 52 votes to 41, a majority of 12.",
    "Lock opens\n\nThe court sat for 28 people (12 men and 15 women) on Monday.",
)
LEAVES = (
    "Lock opens\n\nThe gate let 12 men and 15 women through, 27 in all.",
    "Lock opens\n\nThe board counted a total of 29 boats: 12 trawlers, nine yachts and eight ferries.",
    "Lock opens\n\nThe motion passed by 52 votes to 41, a majority of 11.",
    "Lock opens\n\nOf 28 people on board, including 12 men and 15 women, one was a child.",
    "Lock opens\n\nThey came with 12 boats and 15 cars, 28 people in all.",
)
_COUNT = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_WORDS = {word: n for n, word in enumerate(_COUNT.split(" "), 1)}
_N = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|(?:{'|'.join(_WORDS)}))"
_ITEM = rf"{_N}\s(?!(?:per|percent|million|billion|crore|lakh|of)\b)[a-z][\w-]*(?:\s[a-z][\w-]*)?"
_LIST = rf"{_ITEM}(?:,\s{_ITEM}){{0,5}},?\sand\s{_ITEM}"
_PEOPLE = words_of("man men woman women boy girl child children adult passenger civilian soldier")
_WAYS = (
    re.compile(
        rf"(?<![\w.,-])(?P<list>{_LIST})(?:,|\s[—–-]|:|\s\()\s?(?:or\s|making\s|for\s)?(?:a\stotal\sof\s)?"
        rf"(?P<total>{_N})\s(?:people\s)?(?:in\sall|in\stotal|altogether|all\stold)\b",
        re.I,
    ),
    re.compile(
        rf"(?<![\w.,-])(?:a\stotal\sof\s(?P<total>{_N})\s[a-z][\w-]*(?:\s[a-z]+)?:\s"
        rf"|(?P<other>{_N})\s(?:people|persons|passengers|members|seats|votes|deaths|victims)\s[(—–-]\s?)"
        rf"(?P<list>{_LIST})(?=[.);—–]|\s[—–-])",
        re.I,
    ),
)
_MAJORITY = re.compile(
    rf"\b(?P<won>{_N})\svotes\sto\s(?P<lost>{_N}),?\s(?:giving\s)?(?:a|with\sa)\smajority\sof\s(?P<by>{_N})\b",
    re.I,
)
#: Words without which nothing is added up, and how far from them the parts may stand.
_HINT = re.compile(
    r"\bin\sall\b|\bin\stotal\b|\baltogether\b|\ball\stold\b|\ba\stotal\sof\b|\smajority\sof\b"
    r"|\b(?:people|persons|passengers|members|seats|votes|deaths|victims)\s[(—–-]"
)
_NOUNS = ("people", "persons", "passengers", "members", "seats", "votes", "deaths", "victims")
_QUICK = (
    *("in all", "in total", "ltogether", "all told", "total of", "majority of"),
    *(f"{noun} {mark}" for noun in _NOUNS for mark in "(—–-"),
)
_REACH = 250
_EACH = re.compile(rf"(?<![\w,]){_N}(?=\s)", re.I)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for a list that gives its own total, or a majority, which the parts do not make."""
    text = reading.text
    told = -1
    if not any(words in text for words in _QUICK):
        return
    for hint in _HINT.finditer(text):
        start, end = max(told, hint.start() - _REACH, 0), hint.end() + _REACH
        for finding in _wrong(text, start, end):
            if finding.start > told:
                told = finding.end
                yield finding


def _wrong(text: str, start: int, end: int) -> Iterator[Finding]:
    for way in _WAYS:
        for match in way.finditer(text, start, end):
            group = "total" if match["total"] else "other"
            total, parts = _value(match[group]), _parts(match)
            if total != sum(parts) and _may_be_added(match):
                added = " + ".join(map(str, parts))
                yield _finding(match, group, f"{added} is {sum(parts)}, not {total}")
    for match in _MAJORITY.finditer(text, start, end):
        won, lost, by = (_value(match[name]) for name in ("won", "lost", "by"))
        if won - lost != by:
            yield _finding(match, "by", f"{won} - {lost} is {won - lost}, not {by}")


def _finding(match: re.Match[str], group: str, message: str) -> Finding:
    return Finding(
        *match.span(group),
        ID,
        "fix",
        message,
        evidence=(match.span("list"),)
        if "list" in match.groupdict()
        else (match.span("won"), match.span("lost")),
        rule="the parts make the whole",
    )


def _value(number: str) -> int:
    return _WORDS.get(number.lower()) or int(number.replace(",", ""))


def _parts(match: re.Match[str]) -> list[int]:
    return [_value(m[0]) for m in _EACH.finditer(match["list"])]


def _may_be_added(match: re.Match[str]) -> bool:
    """`12 boats and 15 cars, 28 people in all` adds nothing up."""
    people = (
        "people" in match[0].lower()[len(match["list"]) :]
        if match.start("list") == match.start()
        else True
    )
    heads = re.findall(r"[a-z-]+?(?=s?\b)", match["list"].lower())
    return not people or match.start("list") != match.start() or bool(_PEOPLE & set(heads))
