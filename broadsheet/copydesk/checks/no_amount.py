"""Money that is announced without the sum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.checks.own_words import own_words
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "no-amount"
FINDS = (
    "Lock opens\n\nThe minister announced new aid for the harbour on Monday.",
    "Lock opens\n\nThe court imposed a fine on the ferry company.",
    "Lock opens\n\nThe board approved a rescue package for the ferries, which carry 2 million people.",
)
LEAVES = (
    "Lock opens\n\nThe minister announced new aid for the harbour. It is worth £4 million.",
    "Lock opens\n\nThe court imposed a fine of Rs 5,000 on the ferry company.",
    "Lock opens\n\nThe minister announced first aid courses for the harbour.",
    "Lock opens\n\nNeighbours offered assistance at the quay.",
    "Reyes leaves\n\nThe club announced the loan move of Tom Reyes on Monday.",
    "Lock opens\n\n“They announced aid for nobody,” Reyes said.",
)
_GIVING = r"(?:announce|unveil|approve|pledge|grant|award|impose|allocate|sanction|release|levy|levie)(?:d|s|ed|es)?"
_KIND = (
    r"(?:(?:military|humanitarian|financial|economic|flood|food|emergency|development|security)\s)?"
)
_MONEY = (
    rf"(?<!first ){_KIND}(?:aid|assistance|compensation|fines?|grants?|funding|bailout|subsid(?:y|ies)|"
    r"loans?(?!\sto\s[A-Z])|(?:aid|rescue|stimulus|relief|support|bailout|spending|funding)\spackage)"
)
_ANNOUNCED = re.compile(
    rf"\b{_GIVING}\s(?:(?:an?|the|its|new|more|further|additional|fresh|another|major|some|"
    rf"emergency|relief)\s){{0,3}}{_MONEY}(?:\s(?:to|for|on|against)\s(?:the\s)?(?:[A-Z][\w-]*|[a-z]+))?"
    r"(?!\s(?:courses?|workers?|kits?|agency|agencies|groups?|officers?|moves?|deals?|spells?))\b"
)
_SUM = re.compile(
    r"[$£€₹¥]\s?\d|\b(?:Rs\.?|INR|PKR|USD|EUR|GBP|AED|KSh|Sh|N|R)\s?\d"
    r"|\d\s?(?:dollars?|pounds?|euros?|rupees?|dirhams?|riyals?|naira|shillings?|rand|yen|yuan)\b"
    r"|\b(?:million|billion|trillion|crores?|lakhs?|bn)\b(?!\s(?!in|for|to|of|from|over|on|and|worth|a)[a-z]+)",
    re.I,
)


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding on the first announcement, where the whole copy holds no sum of money."""
    match = _ANNOUNCED.search(own_words(reading, quoted))
    if match is None or _SUM.search(reading.text):
        return
    yield Finding(
        *match.span(),
        ID,
        "query",
        f"“{match[0]}”: how much? The copy gives no sum",
        rule="what is given or fined has a sum",
    )
