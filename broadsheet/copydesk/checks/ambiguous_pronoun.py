"""A pronoun that could mean either of two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.checks.own_words import own_words
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span

ID = "ambiguous-pronoun"
FINDS = (
    "Lock opens\n\nThe official said that they want to hear from the board.",
    "Lock opens\n\nSelby has lent boats to Ostmark ever since its harbour silted up.",
    "Lock opens\n\nThe spokeswoman added that they expect a second gate by May.",
    "Lock opens\n\nThe UK sent engineers to Ostmark after its sea wall broke.",
)
LEAVES = (
    "Lock opens\n\nThe officials said that they want to hear from the board.",
    "Lock opens\n\nSelby has lent boats ever since its harbour silted up.",
    "Lock opens\n\nOwners waited all week. The official said that they may sail on Monday.",
    "Lock opens\n\n“The official said that they want more,” Reyes said.",
    "Lock opens\n\nTom Reyes sent boats to Ostmark after its sea wall broke.",
)
#: One nameless speaker, and then “they”.
_SPEAKER = re.compile(
    r"\b[Tt]he\s(?:[\w-]+\s){0,2}?(?P<who>official|spokesman|spokeswoman|spokesperson|source|aide|diplomat|"
    r"officer|adviser|minister|secretary)\s(?:(?:also|further|later|then)\s)?"
    r"(?:said|added|stated|noted|explained)(?:\sthat)?$"
)
_PLURAL = re.compile(
    r"\b(?!(?:has|was|is|his|its|this|as|us|says|yes|always|perhaps|news|does)\b)[A-Za-z][a-z]{2,}s\b"
)
_BODY = r"(?:[Tt]he\s)?(?:US|UK|UN|EU|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"
#: A country or body did something for or to another, and then `since its`.
_TWO = re.compile(
    rf"(?:^|(?<=[.!?]\s)|(?<=,\s)|(?<=\n))(?P<one>{_BODY})\s(?=[a-z])"
    rf"(?!(?:[\w’'-]+\s){{0,12}}(?:said|told|added)\b)(?:[\w’'-]+\s){{1,10}}?"
    rf"(?:to|with|against|from|on|into|for)\s(?P<two>{_BODY})\s"
    r"(?:ever\s)?(?:since|after|before|when|while|because|until|as)$"
)
_PRONOUN = re.compile(r" (they|its)\b")
_REACH = 300
_NEAR = 90


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for `they` behind one nameless speaker, with no plural in the sentence before,
    and for `its` behind two countries or bodies of which either may be meant."""
    own = own_words(reading, quoted)
    people: set[str] | None = None
    for pronoun in _PRONOUN.finditer(own):
        at = pronoun.start()
        if pronoun[1] == "they":
            speaker = _SPEAKER.search(own, max(0, at - _NEAR), at)
            if speaker and not _PLURAL.search(_before(reading, speaker.start())):
                doubt = f"the {speaker['who']} is one"
                yield _finding(pronoun, doubt, speaker.span("who"))
            continue
        two = _TWO.search(own, max(0, at - _REACH), at)
        if two is None:
            continue
        people = people or {word for person in reading.people for word in person.name.split()}
        if not people & {*two["one"].split(), *two["two"].split()}:
            one, other = (re.sub("^The", "the", two[name]) for name in ("one", "two"))
            doubt = f"of {one} or of {other}?"
            yield _finding(pronoun, doubt, two.span("one"), two.span("two"))


def _finding(pronoun: re.Match[str], doubt: str, *evidence: Span) -> Finding:
    return Finding(
        *pronoun.span(1),
        ID,
        "query",
        f"“{pronoun[1]}”: who is meant? {doubt[0].upper()}{doubt[1:]}",
        evidence=evidence,
        rule="a pronoun can mean one thing only",
    )


def _before(reading: Reading, at: int) -> str:
    """The sentence of the body in front of the one that begins at `at`."""
    floor = max(reading.paragraphs[0].start, at - _REACH)
    page = reading.text[floor:at].rstrip().rstrip(".!?")
    return re.split(r"[.!?\n]", page)[-1]
