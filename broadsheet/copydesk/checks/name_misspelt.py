"""A name spelt otherwise than everywhere else in the story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, islice

from broadsheet.copydesk.cues import words
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading
from broadsheet.copydesk.spelling.words import is_name, look_up

ID = "name-misspelt"
FINDS = (
    "Okafor visits\n\nInes Okafor came. Okafor spoke. Ms Okafor left. Then Okafro returned.",
    "Selby votes\n\nThe Harbour Commission sat. The Harbour Commission rose. The Harbour Commsision fell.",
    "Okafor visits\n\nInes Okafor came. Ines Okafor spoke. On Monday Ines Okfaorr left.",
)
LEAVES = (
    "Sarran votes\n\nSarran voted. Sarran waited. Sarran slept. A Sarrani farmer woke.",
    "Okafor visits\n\nInes Okafor came. Okafor spoke. Ms Okafor left. Okafor’s aide stayed.",
    "Twins win\n\nMarin and Martin ran. Marin led. Marin won. Martin lost. Martin wept.",
    "Okafor visits\n\nInes Okafor came. Okafor spoke. Ms Okafor left. Tomas Okafar, the mayor, stayed.",
)
_BEFORE = re.compile(r"(?:([^\W\d_][\w.’'-]*)\s)?$")
_AFTER = re.compile(r"\s([^\W\d_][\w’'-]{3,})")
_CAPITAL_BEHIND = re.compile(r"\s[A-Z]")
_GOES_ON = re.compile(r"[A-Z]\w+\s(?:bin|al|ul|van|von|de)\s")
_NAME = re.compile(r"(?<![\w’'])[A-Z][a-z]{3,}(?![\w])")
_SMALL = re.compile(r"\b[a-z]{4,}\b")
#: Names shorter than this differ from too many others by a slip.
_SHORTEST = 5
#: From here on two slips still leave a name its own.
_LONG = 6
#: What may stand behind a common stem in two forms of one word: `Sarran`, `Sarrani`.
_ENDINGS = words(
    """s n d y e o a i an ns ans ian ians ish ese ic al ern er ers or ors y ies es ism ist ists ed ing
    cy ly ts tic"""
) | {""}
_STEM = 4


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each spelling that stands once beside one that stands at least twice. Two
    slips are believed in a long name, a frequent one, or behind the same first name. A name that the
    word lists have is right, unless the same first name stands before it."""
    text = reading.text
    names = list(_NAME.finditer(text))
    counts = Counter(match[0] for match in names)
    small = set(_SMALL.findall(text))
    firm = [
        w for w, n in counts.items() if n > 1 and len(w) >= _SHORTEST and w.lower() not in small
    ]
    lacking: dict[str, list[str]] = {}
    for match in names:
        word = match[0]
        if counts[word] > 1 or word.lower() in small:
            continue
        alone = _first_name(text, match) is None and not _CAPITAL_BEHIND.match(text, match.end())
        if (alone and _is_known(word)) or _papers_own(reading, match):
            continue
        lacking = lacking or _lacking(firm)
        near = {right for form in _shortened(word) for right in lacking.get(form, ())}
        rows = [(slips(word, right), -counts[right], right) for right in near]
        for count, _, right in sorted(rows):
            if _believed(text, match, right, count, counts[right]):
                yield _finding(reading, match, right, counts[right])
                break


def _finding(reading: Reading, match: re.Match[str], right: str, times: int) -> Finding:
    often = "twice" if times == 2 else f"{times} times"
    return Finding(
        *match.span(),
        ID,
        "fix",
        f"“{match[0]}” is spelt “{right}” {often} elsewhere in this story",
        right,
        tuple(m.span() for m in islice(re.finditer(rf"\b{right}\b", reading.text), 5)),
        "a name is spelt one way in one story",
    )


def _lacking(names: list[str]) -> dict[str, list[str]]:
    """Each name under all that is left of it with up to two letters left out."""
    forms: dict[str, list[str]] = {}
    for name in names:
        for form in _shortened(name):
            forms.setdefault(form, []).append(name)
    return forms


def _shortened(word: str) -> set[str]:
    """The word with none, one and two of its letters left out, the first always kept."""
    places = range(1, len(word))
    one = {word[:a] + word[a + 1 :] for a in places}
    two = {word[:a] + word[a + 1 : b] + word[b + 1 :] for a, b in combinations(places, 2)}
    return {word} | one | two


def slips(a: str, b: str) -> int:
    """How many slips of the hand lie between two words: a letter too many, too few or wrong, or two
    changed over."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(row[j - 1] + 1, rows[-1][j] + 1, rows[-1][j - 1] + (x != y)))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[j] = min(row[j], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


def _believed(text: str, match: re.Match[str], right: str, count: int, times: int) -> bool:
    """Whether the one is the other misspelt, by `count` slips, where the other stands `times` times."""
    word = match[0]
    if not 0 < count <= 2 or _are_forms(word, right):
        return False
    first = _first_name(text, match)
    named_alike = first is not None and f"{first} {right}" in text
    common = look_up(right.lower()) is not None
    beside = named_alike or _same_behind(text, match, right)
    if _GOES_ON.match(text, match.start()) or _is_known(word):
        return count == 1 and (beside if common else named_alike)
    # Behind another first name an unlisted name may be another bearer's.
    if first is not None and not named_alike and not common and not is_name(right.lower()):
        return False
    return count == 1 or beside or times > 2 or len(right) >= _LONG


def _same_behind(text: str, match: re.Match[str], right: str) -> bool:
    """Whether the word behind stands behind the other spelling too."""
    after = _AFTER.match(text, match.end(), match.end() + 30)
    return after is not None and f"{right} {after[1]}" in text


def _is_known(word: str) -> bool:
    """Whether the word lists have it, as a word or as a name."""
    return is_name(word.lower()) or look_up(word.lower()) is not None


def _papers_own(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the paper knows the name, alone or behind its first name."""
    if not reading.known_names:
        return False
    first = _first_name(reading.text, match)
    return not reading.known_names.isdisjoint({match[0], f"{first} {match[0]}"})


def _first_name(text: str, match: re.Match[str]) -> str | None:
    """The word with a capital in front, unless it only opens the sentence."""
    before = _BEFORE.search(text, max(0, match.start() - 30), match.start())
    first = before[1] if before else None
    return first if first and first[0].isupper() and first not in _FUNCTION else None


def _are_forms(a: str, b: str) -> bool:
    """Whether both are one stem with two endings (Sarran, Sarrani): no slip, then. Of a listed
    name the forms are listed too, or it stands in them whole (Selbyites)."""
    stem = next(
        (n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    if stem < _STEM or not {a[stem:], b[stem:]} <= _ENDINGS:
        return False
    return "" in (a[stem:], b[stem:]) or _is_known(a) or not _is_known(b)


#: Words with a capital at a sentence's start that are no first names.
_FUNCTION = words(
    """The A An In On At And But For With When If As That This Then Later Mr Mrs Ms Dr Mr. Mrs. Ms. Dr.
    While After Before By To From Of So Yet Or It What Why How Where Who Since Under Both"""
)
