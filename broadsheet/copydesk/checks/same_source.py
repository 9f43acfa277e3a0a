"""A nameless source brought in twice: one person or two?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.checks.own_words import own_words
from broadsheet.copydesk.cues import words as words_of
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span

ID = "ambiguous-same-source"
FINDS = (
    "Lock opens\n\nA senior official of the UK Harbours Office said it leaks.\n\nUK Office of Harbours official said, “It is old.”",
    "Lock opens\n\nA port official said it leaks. Boats waited. A port official said it was late.",
    "Lock opens\n\nAn aide to Okafor said it leaks.\n\nAn aide to Okafor told the board it was old.",
)
LEAVES = (
    "Lock opens\n\nA port official said it leaks. Boats waited. The official said it was late.",
    "Lock opens\n\nA port official said it leaks. Another port official said it was late.",
    "Lock opens\n\nA port official said it leaks. A ministry official said it was late.",
    "Lock opens\n\nA port official said it leaks. “A port official said no such thing,” Reyes said.",
)
_HEAD = re.compile(
    r"\b(?P<head>official|source|aide|diplomat|adviser|advisor|insider)\b"
    r"(?P<behind>(?:\s(?:of|in|at|from|to|with|for)\s(?:[Tt]he\s)?(?:[A-Z][\w’-]*\s?){1,5})?)"
)
#: How far in front of it the words about a source are looked for: characters, and words.
_BACK = 80
_MOST = 7
_SAYING = re.compile(r"[^.!?]{0,60}?\b(?:said|says|told|added|stated|confirmed|warned|noted)\b")
_NEW = frozenset({"a", "an", "one"})
_DETERMINERS = _NEW | words_of(
    "the another this that same second third other former his her their its our"
)
_PLAIN = words_of(
    """a an the of in at from to with for and senior top unnamed anonymous unidentified one said that
    us uk another former own"""
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding where the second nameless source of the same body comes in as if it were new."""
    own = own_words(reading, quoted)
    known: dict[tuple[str, str], Span] = {}
    told: set[Span] = set()
    for match in _HEAD.finditer(own):
        if _SAYING.match(own, match.end()) is None:
            continue
        start = _start(own, match.start())
        if start is None:
            continue
        bodies = _bodies(own[start : match.start()], match)
        again = next((known[key] for key in bodies if key in known), None)
        span = (start, match.start() + len(match[0].rstrip()))
        if again is not None and again not in told:
            told.add(again)
            yield _finding(own, span, match["head"], again)
        for key in bodies:
            known.setdefault(key, span)


def _start(own: str, head: int) -> int | None:
    """Where the words about a source begin, if they bring it in as new: at `a` or `one`, or at the
    beginning of a sentence; None where it is `the official`, or no words lead up to it."""
    page = own[max(0, head - _BACK) : head]
    cut = max(page.rfind(mark) for mark in '.!?\n~,;:”"(—–') + 1
    words = list(re.finditer(r"\S+", page[cut:]))[-_MOST - 1 :]
    for word in reversed(words):
        if word[0].lower() in _DETERMINERS:
            return head - len(page) + cut + word.start() if word[0].lower() in _NEW else None
    opens = cut > 0 and page[cut - 1] in ".!?\n”" and 0 < len(words) <= _MOST
    return head - len(page) + cut + words[0].start() if opens else None


def _finding(own: str, span: Span, head: str, again: Span) -> Finding:
    return Finding(
        *span,
        ID,
        "query",
        f"“{own[slice(*span)]}”: the {head} from before, or another?",
        evidence=(again,),
        rule="a source keeps one description, and a new one is called another",
    )


def _bodies(front: str, match: re.Match[str]) -> list[tuple[str, str]]:
    """The head with each word that says whose official it is; the head alone where none does."""
    words = f"{front} {match['behind']}".lower().split()
    whose = [word.removesuffix("s") for word in words if word not in _PLAIN]
    return [(match["head"], word) for word in whose] or [(match["head"], "")]
