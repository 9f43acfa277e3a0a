"""Which of the encodings from before UTF-8 a piece of copy is in, told from the letters in words.

Short copy gives a counting guesser too little to count, and Western Europe's `ñ` and `ø` are the
same bytes as Central Europe's `ń` and `ř`. So each encoding is tried, and what decides is whether
one language has all the letters that come out of it.
"""

from __future__ import annotations

import re

#: Lower-case letters beyond a to z, a row a language. The row that fits best speaks for its
#: encoding; where two encodings fit as well, the first one here is taken.
_ALPHABETS: dict[str, tuple[str, ...]] = {
    "cp1252": (
        "àâçéèêëîïôœùûüÿ",  # French
        "áéíñóúüç",  # Spanish, Galician
        "ãáâàçéêíóôõúü",  # Portuguese
        "äöüß",  # German
        "æøåé",  # Danish, Norwegian
        "åäöéüšž",  # Swedish, Finnish
        "áéíóúýþæöð",  # Icelandic
        "àèéìíîòóùú",  # Italian
        "éëïöüèêáó",  # Dutch
        "àçéèíïóòúü",  # Catalan
        "äõöüšž",  # Estonian
    ),
    "cp1250": (
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "áéíóöőúüű",  # Hungarian
        "čćđšž",  # Croatian, Slovenian
        "ăâîşţ",  # Romanian
    ),
    "cp1254": ("çğıöşüâîûİ",),  # Turkish
    "mac_roman": ("àâçéèêëîïôœùûüÿ", "áéíñóúüç", "ãáâàçéêíóôõúü", "äöüß", "æøåé", "åäöé"),
}
#: What stands in old copy of other scripts.
OTHER_SCRIPTS = (
    *("cp1251", "koi8_r", "cp1253", "cp1255", "cp1256"),
    *("gb18030", "big5", "cp932", "euc_jp", "cp949"),
)
#: Signs that are usual in copy beside letters; any other sign speaks against an encoding.
_USUAL_SIGNS = frozenset("“”‘’„‚«»‹›–—…•·£€¥§©®™°½¼¾¿¡º\u00a0\u00ad†′")
#: By how much of the letters another encoding must fit better than cp1252, which is the usual one.
_CLEARLY = 0.08
_LETTERS = re.compile(rb"[A-Za-z0-9\x80-\xff]")
_BEYOND = re.compile(r"[^\x00-\x7f]")


def is_latin(data: bytes) -> bool:
    """Whether half of the letters or more are plain ones, so that the others are accented."""
    letters: list[bytes] = _LETTERS.findall(data)
    return sum(letter < b"\x80" for letter in letters) * 2 >= len(letters)


def latin_encoding(data: bytes) -> str:
    """The old encoding of copy in Latin letters."""
    fits = {encoding: _fit(data, encoding) for encoding in _ALPHABETS}
    best = max(fits, key=lambda encoding: fits[encoding])
    return best if fits[best] > fits["cp1252"] + _CLEARLY else "cp1252"


def _fit(data: bytes, encoding: str) -> float:
    """What share of the characters beyond ASCII is as it should be in this encoding."""
    text = data.decode(encoding, errors="replace")
    letters: list[str] = []
    wrong = right = 0
    for at in (found.start() for found in _BEYOND.finditer(text)):
        character, before = text[at], text[at - 1 : at]
        if character.isalpha() and character not in "ºª":
            misplaced = character.isupper() and before.islower()
            wrong += misplaced
            letters += [] if misplaced else [character if character == "İ" else character.lower()]
        elif character in _USUAL_SIGNS and not _inside_word(text, at):
            right += 1
        else:
            wrong += 1
    spelt = max(sum(letter in row for letter in letters) for row in _ALPHABETS[encoding])
    return (spelt + right) / max(1, len(letters) + wrong + right)


def _inside_word(text: str, at: int) -> bool:
    """Whether a sign stands where only a letter or an apostrophe can."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return text[at] not in "’‘–—\u00ad·…" and len(around) == 2 and around.isalpha()
