"""An abbreviation that is used before it is explained, or never is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.checks.own_words import own_words
from broadsheet.copydesk.cues import words
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span

ID = "unexplained-abbreviation"
FINDS = (
    "Lock opens\n\nThe SHB opened the gate. The Selby Harbour Board (SHB) had built it.",
    "Lock opens\n\nThe SHB opened the gate on Monday. Boats came, and the SHB closed it again.",
    "Lock opens\n\nA QRX permit is needed for the lock. Nobody had a QRX permit on Monday.",
)
LEAVES = (
    "Lock opens\n\nThe Selby Harbour Board (SHB) opened the gate. The SHB closed it again.",
    "Lock opens\n\nThe Selby Harbour Board opened the gate. The SHB closed it again.",
    "Lock opens\n\nThe BBC showed the gate. The BBC showed the boats.",
    "Lock opens\n\n“The QRX is late,” Reyes said. “The QRX is always late.”",
    "LOCK OPENS\n\nTHE GATE OF THE LOCK OPENED. THE GATE CLOSED.",
)
#: Abbreviations that every reader knows, and letters that stand for nothing.
_KNOWN = words(
    """US USA UK UN EU UAE NATO UNESCO UNICEF WHO IMF WTO OPEC ASEAN FIFA UEFA IOC NBA NFL MLB NHL PGA
    UFC ICC FBI CIA NSA NASA KGB MI5 MI6 IRS FDA EPA CDC HIV AIDS DNA RNA COVID SARS MRI GDP VAT CEO CFO
    COO MP MPs MEP MEPs PM AM PC TV DVD CD USB GPS SMS SIM ATM PIN PDF HTML BBC CNN NBC CBS ABC PBS NPR
    MSNBC CNBC ESPN HBO MTV ITV AFP AP PTI ANI UPI IBM BMW GMT UTC BST EST EDT PST PDT CST CDT MST ET PT
    GOP DNC RNC PAC PACs NRA ACLU NAACP LGBT LGBTQ DUI SUV RV UFO IQ ID OK VIP RIP BC AD II III IV VI
    VII VIII IX XI XII XIII XIV XV XVI PhD MBA BA MA USS HMS RAF NHS SNP DUP BJP PhDs JFK LBJ FDR ISIS
    ISIL IRA PLO SWAT POW NGO NGOs CCTV LED AI IT HR PR DJ FAQ CV ISBN URL WWW HTTP NYPD LAPD DC NY LA
    CA TX FL USSR NSW USD GBP EUR INR PKR RSVP SOS DIY AC DC AK TNT BBQ CIO"""
)
_SHORT = re.compile(r"(?<![\w.&/(-])(?P<short>[A-Z]{3,6})(?:s|[’']s)?(?![\w&/-])")
_GIVEN = re.compile(
    r"\((?:the\s)?(?P<short>[A-Z]{2,8})(?:s|[,;]\s[^)]*)?\)|[(,]\s?or\s(?P<or>[A-Z]{3,8})[,)]"
)
_TITLED = re.compile(r"[A-Z][\w’-]*(?:[ -](?:(?:of|the|and|for|in|on|to|de) )*[A-Z][\w’-]*)+")
_SHOUT = re.compile(r"[A-Z]{2,}[\s,]+[A-Z]{2,}")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to"})


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for all of a copy. What is used once and never explained is let be, and so is
    what every reader knows or what the initials of a name in the copy explain."""
    own = own_words(reading, quoted)
    given = {m["short"] or m["or"]: m.start() for m in reversed(list(_GIVEN.finditer(own)))}
    used: dict[str, list[Span]] = {}
    for match in _SHORT.finditer(own):
        if match["short"] not in _KNOWN and not _shouts(own, match):
            used.setdefault(match["short"], []).append(match.span("short"))
    if not used:
        return
    initials = _initials(reading.text)
    bad = [
        spans
        for short, spans in used.items()
        if (
            spans[0][0] < given[short]
            if short in given
            else len(spans) > 1 and short not in initials
        )
    ]
    if bad:
        yield _finding(own, bad, given)


def _finding(own: str, bad: list[list[Span]], given: dict[str, int]) -> Finding:
    names = [own[slice(*spans[0])] for spans in bad]
    late = "is used before it is explained" if names[0] in given else "is never explained"
    more = f"; so {'is' if len(names) == 2 else 'are'} {', '.join(names[1:])}" if names[1:] else ""
    others = [spans[0] for spans in bad[1:]] or bad[0][1:]
    return Finding(
        *bad[0][0],
        ID,
        "style",
        f"“{names[0]}” {late}{more}",
        evidence=tuple(others[:5]),
        rule="an abbreviation is explained when it is first used",
    )


def _shouts(own: str, match: re.Match[str]) -> bool:
    """Whether the words beside it are in capitals too."""
    return bool(_SHOUT.search(own, max(0, match.start() - 8), min(len(own), match.end() + 8)))


def _initials(text: str) -> set[str]:
    """The first letters of every run of words with capitals, whole and in part."""
    found = set()
    for match in _TITLED.finditer(text):
        letters = "".join(w[0] for w in re.split(r"[ -]", match[0]) if w and w not in _SMALL)[:12]
        spans = ((a, b) for a in range(len(letters)) for b in range(a + 2, len(letters) + 1))
        found |= {letters[a:b].upper() for a, b in spans}
        every = "".join(w[0] for w in re.split(r"[ -]", match[0]) if w)[:12].upper()
        found.add(every)
    return found
