"""People in copy: full names with their roles, and every later mention."""

from __future__ import annotations

import re
from collections import Counter

from broadsheet.copydesk.cues import words
from broadsheet.copydesk.reading import Person, Span

_PARTICLE = r"(?:de|da|di|del|van|von|der|bin|bint|al|el|ul|ur|la|le|dos|al-)"
NAME = (
    r"(?:[A-Z][\w'’-]+|[A-Z]\.(?:\s?[A-Z]\.)*)"
    rf"(?:\s(?:{_PARTICLE}\s)*(?:[A-Z][\w'’-]+|[A-Z]\.(?:\s?[A-Z]\.)*))+"
)
TITLES = (
    r"(?:President|Prime\sMinister|Commissioner|Councillor|Engineer|Vice\sPresident|Secretary\sof\sState|Secretary|Minister|Senator|Sen\.|"
    r"Rep\.|Representative|Governor|Gov\.|Mayor|Chancellor|King|Queen|Prince|Princess|Pope|General|Gen\.|"
    r"Colonel|Col\.|Captain|Capt\.|Judge|Justice|Professor|Prof\.|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Sir|Dame|Lord|"
    r"Lady|Ambassador|Chairman|Chairwoman|Chair|Director|Superintendent|Inspector|Sergeant|Chief|"
    r"spokesman|spokeswoman|spokesperson|master|coach|captain|manager|director|minister|president|"
    r"secretary|mayor|governor|leader|chief|owner|founder|editor|analyst|professor|farmer|teacher|doctor|nurse)"
)
_TITLED = re.compile(
    rf"(?P<role>(?:[A-Z][\w&'’]*\s|of\s|the\s|and\s){{0,6}}{TITLES})\s(?P<name>{NAME})"
)
#: A title or a state's letters in front of a name.
_LED = re.compile(rf"(?:{TITLES}|[A-Z]{{2,4}}|of|State|Secretary|Transport|Foreign|Prime)\s")
#: A run of capitalised words, possessives left off: what may hold a mention.
_MENTION = re.compile(
    r"(?<!\w)[A-Z][\w-]*\.?(?:[ \u00a0](?:(?:de|da|di|del|van|von|der|bin|al|el|la|le) )*[A-Z][\w-]*\.?)*"
)
_WORD = re.compile(r"[A-Z][\w-]+")
#: A name behind one of these is a place's, unless it stands elsewhere without.
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|off|above|outside|across)\s$")
_MOST_NAMESAKES = 40
_NAMED = re.compile(rf"(?<![\w.]){NAME}")
#: Words in capitals that begin no person's name.
_NOT_NAMES = words(
    """The A An In On At By For From To With And But Or If As It Its He She They We I You This
    That These Those There Here When While After Before Since Until Although However
    Meanwhile Notably According United States US UK UN EU European Union North South East
    West New Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March
    April May June July August September October November December High Great State
    Department Ministry Office University College School Council Committee Court Bank Board
    Party House Senate Parliament Congress Assembly Street Road River Lake Mount Port City
    County Province District Republic Kingdom Army Navy Force Police Times Post News Press
    Agency Embassy National International Federal General Central World Sharing Also Read
    Today"""
)
_LAST = words(
    """Department Ministry Office University College School Council Committee Court Bank Board
    Party House Senate Parliament Congress Assembly Street Road River Lake City County
    Province District Republic Kingdom Army Navy Force Forces Police Times Post News Press
    Agency Embassy Union Nations States Systems System Group Company Corporation Club United
    Association Federation Service Services Conference Summit Act Agreement Treaty Day Week
    Month Year Life Hospital Airport Station Festival Channel Evening Morning Nine Seven"""
)


def find_people(text: str, start: int = 0) -> tuple[Person, ...]:
    """Everybody named in full from `start` on, with all mentions of the full name or the surname
    alone. A name that is one slip of the hand from another with the same first name is his."""
    roles: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for match in _TITLED.finditer(text, start):
        name = _in_one_line(match["name"])
        if _person(name):
            role = re.sub(r"^(?:The|the|and|of)\s", "", _in_one_line(match["role"]))
            roles.setdefault(name, role)
            counts[name] += 1
    for match in _NAMED.finditer(text, start):
        name = _in_one_line(_without_title(match[0]))
        if _person(name) and not _PLACED.search(text, max(0, match.start() - 9), match.start()):
            counts[name] += 1
    names, slips = _merged(counts, Counter(match[0] for match in _WORD.finditer(text, start)))
    mentions = _mentions(text, start, names, slips)
    return tuple(
        Person(name, roles.get(name), tuple(mentions[name])) for name in names if mentions[name]
    )


def _in_one_line(words_of_text: str) -> str:
    """The words with a plain space between each, whatever stood there."""
    return " ".join(words_of_text.split())


def _without_title(name: str) -> str:
    """The name without titles and states in front of it."""
    at = 0
    while found := _LED.match(name, at):
        at = found.end()
    return name[at:]


def _person(name: str) -> bool:
    parts = name.split()
    if len(parts) < 2 or len(parts) > 5:
        return False
    return parts[0] not in _NOT_NAMES and parts[-1] not in _LAST | _NOT_NAMES and not name.isupper()


def _merged(counts: Counter[str], words_of_text: Counter[str]) -> tuple[list[str], dict[str, str]]:
    """One entry for one person: not `Captain Tom Reyes` beside `Tom Reyes`, nor a misspelling;
    and which name each misspelling stands for."""

    def firm(name: str) -> tuple[int, str]:
        return words_of_text[name.split()[-1]], name

    same_first: dict[str, list[str]] = {}
    for name in counts:
        same_first.setdefault(name.split()[0], []).append(name)
    kept, slips = [], {}
    for name in counts:
        parts = name.split()
        others = same_first[parts[0]][:_MOST_NAMESAKES]
        near = [m for m in others if m != name and one_slip(parts[-1], m.split()[-1])]
        right = max(near, key=firm, default=name)
        if any(" ".join(parts[i:]) in counts for i in range(1, len(parts) - 1)):
            continue
        if firm(right) > firm(name):
            slips[name] = right
        else:
            kept.append(name)
    return kept, slips


def _mentions(
    text: str, start: int, names: list[str], slips: dict[str, str]
) -> dict[str, list[Span]]:
    """Where each name, its surname or a misspelling of it stands: one pass over the text."""
    found: dict[str, list[Span]] = {name: [] for name in names}
    owner = {name.split()[-1]: name for name in reversed(names)} | {name: name for name in names}
    owner |= {slip: right for slip, right in slips.items() if right in found}
    for match in _MENTION.finditer(text, start):
        whole = match[0].replace("\u00a0", " ")
        at = match.start()
        for name in (whole, *(" ".join(whole.split()[i:]) for i in range(1, 5))):
            if name in owner:
                begin = at + whole.rfind(name)
                found[owner[name]].append((begin, begin + len(name)))
                break
        else:
            for word in re.finditer(r"[A-Z][\w-]+", whole):
                if word[0] in owner:
                    found[owner[word[0]]].append((at + word.start(), at + word.end()))
    return found


def one_slip(a: str, b: str) -> bool:
    """Whether one slip of the hand makes `a` of `b`: a letter too many, too few or wrong, or two
    letters changed over. A plural or a possessive is no slip."""
    if a == b or a + "s" == b or b + "s" == a or abs(len(a) - len(b)) > 1:
        return False
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    rest_a, rest_b = a[head:], b[head:]
    if len(a) == len(b):
        swapped = rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:]
        return swapped or rest_a[1:] == rest_b[1:]
    longer, shorter = (rest_a, rest_b) if len(a) > len(b) else (rest_b, rest_a)
    return longer[1:] == shorter
