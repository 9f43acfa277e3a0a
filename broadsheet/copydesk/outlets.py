"""Outlets and agencies: the ones that everybody quotes, and the shapes of other names."""

from __future__ import annotations

import re

AGENCIES = frozenset(
    [
        "ANI",
        "AFP",
        "AP",
        "PTI",
        "IANS",
        "UNI",
        "Reuters",
        "Xinhua",
        "dpa",
        "DPA",
        "EFE",
        "ANSA",
        "TASS",
        "Kyodo",
        "Yonhap",
        "APP",
        "PPI",
        "BSS",
        "UNB",
        "WAM",
        "SPA",
        "KUNA",
        "QNA",
        "BNA",
        "ONA",
        "MENA",
        "NAN",
        "GNA",
        "KNA",
        "PA",
        "Bloomberg",
        "Interfax",
        "Ukrinform",
        "Anadolu",
        "AAP",
        "CP",
        "Lusa",
        "Belga",
        "ANP",
        "APA",
        "NTB",
        "TT",
        "Ritzau",
        "STT",
        "PAP",
        "CTK",
        "MTI",
        "Agerpres",
        "BTA",
        "Tanjug",
        "Bernama",
        "Antara",
        "VNA",
        "PNA",
    ]
)
_OUTLETS = frozenset(
    [
        "CNN",
        "BBC",
        "CBS",
        "NBC",
        "ABC",
        "CNBC",
        "MSNBC",
        "NPR",
        "PBS",
        "NDTV",
        "Politico",
        "Axios",
        "Guardian",
        "Haaretz",
        "Forbes",
        "Newsweek",
        "Time",
        "Economist",
        "Vox",
        "Buzzfeed",
        "Breitbart",
        "Dawn",
        "Geo",
        "Aljazeera",
    ]
)
_ENDING = (
    r"(?:News|Times|Post|Herald|Tribune|Journal|Gazette|Chronicle|Telegraph|Mirror|Mail|Express|"
    r"Standard|Observer|Guardian|Independent|Examiner|Courier|Dispatch|Register|Bulletin|Record|"
    r"Press|Press\ Agency|News\ Agency|Agency|Today|Daily|Weekly|Network|Television|TV|Radio|"
    r"Broadcasting|Channel|Nine|Seven|Ten|Jazeera|Life|Sun|Star|Globe|Monitor|Magazine|Review)"
)
_CAPS = r"[A-Z]{2,6}"
_NAMED = rf"(?:The\ )?(?:[A-Z][\w&'’.-]*\ ){{0,4}}{_ENDING}(?:\ [A-Z]\w+)?|(?:Al\ Jazeera)|(?:Channel\ \w+)"
OUTLET = rf"(?:{'|'.join(sorted(AGENCIES | _OUTLETS, key=len, reverse=True))}|{_NAMED}|{_CAPS})"

_ONLY_NAMED = re.compile(rf"(?:the )?(?:{_NAMED})")
_REPORTS = r"(?:reported|reports|said|says|quoted|added|noted|wrote)"
#: Each way in which copy names the outlet that a statement came through, behind letters without
#: which it cannot stand: they are sought first, since that costs next to nothing.
_WAYS = tuple(
    (hint, re.compile(way))
    for hint, way in (
        ("report", rf"\b(?:reported|reports)(?: by)? (?P<outlet>{OUTLET})\b"),
        ("report", rf"[,;]?\s(?P<outlet>{OUTLET}) (?:reported|reports)\b"),
        (
            "ccording to ",
            rf"\b[Aa]ccording to (?:a report (?:by|in) )?(?:the )?(?P<outlet>{OUTLET})\b",
        ),
        ("to", rf"\b(?:told|to) (?:the )?(?P<outlet>{OUTLET})\b(?=[,.” ])"),
        ("interview with ", rf"\bin an interview with (?:the )?(?P<outlet>{OUTLET})\b"),
        ("iting ", rf"\b[Cc]iting (?:the )?(?P<outlet>{OUTLET})\b"),
    )
)
#: Capitals that name no outlet, though they stand where one would.
_NO_OUTLET = frozenset(
    [
        "US",
        "UK",
        "UN",
        "EU",
        "UAE",
        "USA",
        "NATO",
        "UNGA",
        "GDP",
        "CEO",
        "MP",
        "MPs",
        "PM",
        "FBI",
        "CIA",
        "IMF",
        "WHO",
        "I",
        "A",
    ]
)
_AGENCY_LINE = re.compile(
    r"[\s.]*[(\[](?P<name>[A-Z][A-Za-z]{1,9}(?:[/-][A-Z][A-Za-z]{1,9})?)[)\]]\s*$"
)


def outlets_in(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The outlets that a stretch of text rests on: name and span, in order of place."""
    found: dict[int, tuple[str, int, int]] = {}
    for hint, way in _WAYS:
        if text.find(hint, start, end) < 0:
            continue
        for match in way.finditer(text, start, end):
            name = match["outlet"]
            if name not in _NO_OUTLET and _likely(name, match[0]):
                found.setdefault(match.start("outlet"), (name, *match.span("outlet")))
    return [found[at] for at in sorted(found)]


def is_outlet(words: str) -> bool:
    """Whether a speaker's words name an outlet or agency and nobody else."""
    return words in AGENCIES or words in _OUTLETS or _ONLY_NAMED.fullmatch(words) is not None


def _likely(name: str, words: str) -> bool:
    """Bare capitals are an outlet only with a verb of reporting or when everybody knows them."""
    if name in AGENCIES or name in _OUTLETS or not name.isupper():
        return True
    return bool(re.search(_REPORTS, words)) or words.lower().startswith("according")


def agency_line(paragraph: str) -> tuple[str, int, int] | None:
    """The agency credit that closes a paragraph, `(ANI)`: name, and span with the brackets."""
    # The credit is short: to search the whole of a long paragraph for it would take too long.
    match = _AGENCY_LINE.search(paragraph, max(0, len(paragraph) - 40))
    if match is None:
        return None
    name = match["name"]
    if name not in AGENCIES and not (name.isupper() and 2 <= len(name) <= 6):
        return None
    return name, match.start("name") - 1, match.end("name") + 1
