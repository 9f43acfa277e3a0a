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
_NAMELESS = re.compile(
    r"(?P<det>\b(?:An?|[Tt]he|[Oo]ne|an?|another|Another|[Tt]his|[Tt]hat|[Ss]ame|[Ss]econd|[Tt]hird|[Oo]ther|[Ff]ormer)\s)?"
    r"(?P<front>(?:[\w’'-]+\s){0,6}?)(?P<head>official|source|aide|diplomat|adviser|advisor|insider)\b"
    r"(?P<behind>(?:\s(?:of|in|at|from|to|with|for)\s(?:[Tt]he\s)?(?:[A-Z][\w’-]*\s?){1,5})?)"
)
_SAYING = re.compile(r"[^.!?]{0,60}?\b(?:said|says|told|added|stated|confirmed|warned|noted)\b")
_NOT_NEW = frozenset({"the", "another", "this", "that", "same", "second", "third", "other"})
_PLAIN = words_of(
    """a an the of in at from to with for and senior top unnamed anonymous unidentified one said that
    us uk another former own"""
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding where the second nameless source of the same body comes in as if it were new."""
    own = own_words(reading, quoted)
    known: dict[tuple[str, str], Span] = {}
    told: set[Span] = set()
    for match in _NAMELESS.finditer(own):
        if _SAYING.match(own, match.end()) is None:
            continue
        bodies = _bodies(match)
        det = (match["det"] or "").strip().lower()
        again = next((known[key] for key in bodies if key in known), None)
        starts = bool(det) or _opens_sentence(own, match.start())
        if det not in _NOT_NEW and starts:
            if again is not None and again not in told:
                told.add(again)
                yield _finding(own, match, again)
            for key in bodies:
                known.setdefault(key, match.span())


def _finding(own: str, match: re.Match[str], again: Span) -> Finding:
    return Finding(
        *match.span(),
        ID,
        "query",
        f"“{match[0].strip()}”: the {match['head']} from before, or another?",
        evidence=(again,),
        rule="a source keeps one description, and a new one is called another",
    )


def _bodies(match: re.Match[str]) -> list[tuple[str, str]]:
    """The head with each word that says whose official it is; the head alone where none does."""
    words = f"{match['front']} {match['behind']}".lower().split()
    whose = [word.removesuffix("s") for word in words if word not in _PLAIN]
    return [(match["head"], word) for word in whose] or [(match["head"], "")]


def _opens_sentence(own: str, at: int) -> bool:
    before = own[max(0, at - 3) : at].rstrip()
    return at == 0 or not before or before[-1] in '.!?”"~' or own[at - 1] == "\n"
