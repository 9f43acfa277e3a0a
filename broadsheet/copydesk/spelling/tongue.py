"""British and American: whose spelling a word is, and how the others spell it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from broadsheet.copydesk.spelling.words import look_up

#: What makes a British spelling American.
FAMILIES = (
    ("our", "or"),
    ("re", "er"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ll", "l"),
    ("l", "ll"),
    ("ence", "ense"),
    ("ffence", "ffense"),
    ("mme", "m"),
    ("ae", "e"),
    ("oe", "e"),
    ("grey", "gray"),
    ("minium", "minum"),
    ("scep", "skep"),
    ("mould", "mold"),
    ("moult", "molt"),
    ("smoulder", "smolder"),
    ("plough", "plow"),
    ("cheque", "check"),
    ("tyre", "tire"),
    ("kerb", "curb"),
    ("metre", "meter"),
    ("litre", "liter"),
    ("centre", "center"),
    ("centring", "centering"),
    ("centred", "centered"),
    ("louvred", "louvered"),
    ("manoeuvre", "maneuver"),
    ("manoeuvring", "maneuvering"),
    ("manoeuvrab", "maneuverab"),
    ("jewellery", "jewelry"),
    ("moustache", "mustache"),
    ("pyjama", "pajama"),
    ("draught", "draft"),
    ("aeroplane", "airplane"),
    ("artefact", "artifact"),
    ("practis", "practic"),
    ("chequer", "checker"),
    ("tranquillis", "tranquiliz"),
    ("anaesthetis", "anesthetiz"),
)
#: Pairs that differ in more than the tongue, or are at home on both sides.
UNDECIDED = frozenset(
    ["aeon", "aeons", "chilli", "chillies", "prise", "prised", "prises", "prising", "defenced"]
)


def turned(word: str, *, to_us: bool) -> Iterator[str]:
    """Every way in which the word could be spelt on the other side, spelt or not."""
    for family in FAMILIES:
        here, there = family if to_us else family[::-1]
        at = word.find(here)
        while at >= 0:
            yield word[:at] + there + word[at + len(here) :]
            at = word.find(here, at + 1)


@lru_cache(maxsize=20_000)
def tongue(word: str) -> str:
    """Whose spelling a word in small letters is: one of `words.TONGUES`."""
    entry = look_up(word)
    return entry.tongue if entry is not None else ""


def other_spelling(word: str) -> str | None:
    """The word as the other side spells it; None for a word that is everybody's."""
    side = tongue(word)
    if not side:
        return None
    there = ("uk", "s", "") if side in {"us", "z"} else ("us", "z", "")
    spellings = [other for other in turned(word, to_us=side in {"uk", "s"}) if look_up(other)]
    return next((o for to in there for o in spellings if tongue(o) == to), None)
