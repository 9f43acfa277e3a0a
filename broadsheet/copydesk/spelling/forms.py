"""Words that no list holds but that are rightly made: prefixes, suffixes, two words in one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from broadsheet.copydesk.cues import words
from broadsheet.copydesk.spelling.words import look_up

PREFIXES = words(
    """aero afro agro anti auto bio co counter cross cyber de dis down eco electro ethno euro ex extra
    geo hydro hyper indo inter intra macro mega meta micro mid mini mis multi nano narco neo neuro
    non off out over para petro photo poly post pre pro pseudo psycho quasi radio re semi socio sub
    super tele theo thermo trans turbo ultra un under uni up vice"""
)
#: A suffix, and what is put back behind the word that it was set on.
SUFFIXES = (
    ("isations", ("", "e")),
    ("izations", ("", "e")),
    ("isation", ("", "e")),
    ("ization", ("", "e")),
    ("ability", ("", "e", "able")),
    ("ibility", ("ible",)),
    ("ably", ("able",)),
    ("ibly", ("ible",)),
    ("ising", ("", "e")),
    ("izing", ("", "e")),
    ("ised", ("", "e")),
    ("ized", ("", "e")),
    ("able", ("", "e")),
    ("gate", ("",)),
    ("ward", ("",)),
    ("wise", ("",)),
    ("wide", ("",)),
    ("less", ("",)),
    ("like", ("",)),
    ("long", ("",)),
    ("proof", ("",)),
    ("ness", ("",)),
    ("hood", ("",)),
    ("ship", ("",)),
    ("isms", ("",)),
    ("ists", ("",)),
    ("ism", ("",)),
    ("ist", ("",)),
    ("ment", ("", "e")),
    ("ers", ("", "e")),
    ("ing", ("", "e")),
    ("er", ("", "e")),
    ("ed", ("", "e")),
    ("ly", ("",)),
    ("s", ("",)),
)
_ENDED = ("s", "ed", "ly")
#: Words that make no compound: run together with another they are a missing space.
LOOSE = words(
    """a about after again against all also and any are as at be because been before being both but by
    can could did do does done each even every few for from had has have he her here hers him his
    how however i if in into is it its just like made many may me might more most much must my no nor
    not now of off on once one only or other our said same says she should since so some still such
    than that the their them then there these they this those through thus to too two under until up
    upon us very was we were what when where which while who whom whose why will with would yet you
    your"""
)
_PART = 3
_WHOLE = 8


def plain(word: str) -> str:
    """The word without its accents."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def is_spelt(word: str) -> bool:
    """Whether a word in small letters, without apostrophe or hyphen, is in the lists."""
    return look_up(word) is not None or (not word.isascii() and look_up(plain(word)) is not None)


def is_made(word: str) -> bool:
    """Whether a word that no list holds is rightly made of words that they do."""
    return any(_firm(stem, 3) for stem in _stems(word)) or _prefixed(word) or is_compound(word)


def _firm(word: str, rank: int) -> bool:
    entry = look_up(word)
    return entry is not None and entry.rank <= rank and len(word) >= _PART


def _prefixed(word: str) -> bool:
    for prefix in PREFIXES:
        rest = word[len(prefix) :]
        if len(rest) > _PART and word.startswith(prefix):
            if _firm(rest, 3) or any(_firm(stem, 2) for stem in _stems(rest)):
                return True
            second = next((p for p in ("un", "re", "de", "non") if rest.startswith(p)), "-")
            if len(rest) > len(second) + _PART and _firm(rest.removeprefix(second), 2):
                return True
    return False


def _stems(word: str) -> Iterator[str]:
    """The words that the word may be a form of."""
    for suffix, endings in SUFFIXES:
        stem = word[: -len(suffix)]
        if len(stem) < _PART or not word.endswith(suffix):
            continue
        for ending in endings:
            whole = stem + ending
            if not whole.endswith(_ENDED) or whole.endswith("ss") or suffix == "like":
                yield whole


def is_compound(word: str) -> bool:
    """Whether it is two common words in one: newsmaker, hourlong."""
    if len(word) < _WHOLE:
        return False
    return any(
        _firm(word[:at], 2)
        and _firm(word[at:], 2)
        and word[:at] not in LOOSE
        and word[at:] not in LOOSE
        for at in range(_PART, len(word) - _PART)
    )
