"""British and American spelling in one story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading

ID = "mixed-spelling"
FINDS = ("Lock opens\n\nThe harbour board kept the colour of the gate. Its defense was honor.",)
LEAVES = (
    "Lock opens\n\nThe harbour board kept the colour of the gate for its defence.",
    "Lock opens\n\nThe harbour board honoured the Center for Sea Studies.",
)
_STEMS = (
    "col(o|ou)r hon(o|ou)r lab(o|ou)r fav(o|ou)r behavi(o|ou)r neighb(o|ou)r harb(o|ou)r hum(o|ou)r "
    "rum(o|ou)r arm(o|ou)r vap(o|ou)r endeav(o|ou)r flav(o|ou)r sav(o|ou)r cand(o|ou)r ferv(o|ou)r "
    "parl(o|ou)r od(o|ou)r savi(o|ou)r vig(o|ou)r clam(o|ou)r splend(o|ou)r tum(o|ou)r rig(o|ou)r "
    "cent(er|re) theat(er|re) met(er|re)s lit(er|re)s fib(er|re) kilomet(er|re) "
    "defen(s|c)e offen(s|c)e trave(l|ll)ing trave(l|ll)ed trave(l|ll)er cance(l|ll)ed labe(l|ll)ed "
    "fue(l|ll)ed signa(l|ll)ed signa(l|ll)ing leve(l|ll)ed mode(l|ll)ed counse(l|ll)or jewe(l|ll)ery "
    "enro(ll|l)ment fulfi(ll|l)ment ski(ll|l)ful s(k|c)eptical s(k|c)epticism gr(a|e)y "
    "progr(am|amme) catalo(g|gue) dialo(g|gue) analy(z|s)e paraly(z|s)e organi(z|s)ation "
    "organi(z|s)e critici(z|s)e recogni(z|s)e reali(z|s)e apologi(z|s)e emphasi(z|s)e authori(z|s)e "
    "characteri(z|s)e mobili(z|s)e energi(z|s)e minimi(z|s)e prioriti(z|s)e stigmati(z|s)e "
    "legali(z|s)ation mobili(z|s)ation civili(z|s)ation immuni(z|s)ation privati(z|s)e demoni(z|s)e "
    "scrutini(z|s)e capitali(z|s)e finali(z|s)e summari(z|s)e speciali(z|s)e"
)
_ENDS = ("", "s", "d", "ed", "ing", "er", "ers", "hood", "hoods", "able", "al", "ful", "less", "ly")


def _forms() -> dict[str, str]:
    """Every form and its side: `us` or `uk`."""
    forms = {}
    for stem in _STEMS.split():
        head, tail = stem.split("(")
        us_uk, rest = tail.split(")")
        for side, middle in zip(("us", "uk"), us_uk.split("|"), strict=True):
            word = head + middle + rest
            for end in _ENDS:
                forms[word + end] = side
            if word.endswith("e"):
                forms[word[:-1] + "ing"] = side
    return forms


_FORMS = _forms()
_WORD = re.compile(r"(?<![\w’'@#/-])[a-z]{4,}(?![\w’'@/])")


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for all words on the lesser side. Names, which have a capital, are let be, and
    where both sides are even neither is called wrong."""
    sides: dict[str, list[tuple[int, int]]] = {"us": [], "uk": []}
    for paragraph in reading.paragraphs:
        for match in _WORD.finditer(reading.text, paragraph.start, paragraph.end):
            side = _FORMS.get(match[0])
            if side is not None:
                sides[side].append(match.span())
    lesser, greater = sorted(sides, key=lambda side: len(sides[side]))
    few, many = sides[lesser], sides[greater]
    if not few:
        return
    name = {"us": "American", "uk": "British"}
    words = [reading.text[slice(*span)] for span in few]
    yield Finding(
        *few[0],
        ID,
        "style",
        f"{name[lesser]} spelling ({', '.join(dict.fromkeys(words))}) where the story also has "
        f"{name[greater]} ({', '.join(dict.fromkeys(reading.text[slice(*s)] for s in many[:4]))})",
        evidence=(*few[1:], *many[:4]),
        rule="one story is spelt in one way",
    )
