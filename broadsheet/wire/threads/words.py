"""The words of a text as threads compare them: in any script, numbers as numbers, names as names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import normalize
from zlib import crc32

from broadsheet.copydesk.cues import words as _row
from broadsheet.copydesk.sentences import split_sentences

#: The two lowest bits of a token say what it is.
WORD, NAME, NUMBER = 0, 1, 2
#: Longer words are compared by their beginning, so that endings do not tell them apart.
STEM = 6
#: Shorter words say little by themselves, in every script that has spaces.
LEAST_LETTERS = 4
#: Thai, Lao, Burmese, Khmer, kana, Han: without spaces, so that their runs are cut into pairs.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]"
)
#: Those of them that end no sentence with a mark; a space stands between their clauses.
_CLAUSES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_WIDE_END = re.compile("[^。！？]+[。！？]*[”’」』）]*")
#: Vowel signs of Indian and Thai scripts are no letters to Python; they are parts of words here.
_SIGNS = "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0980-\u0983\u09bc-\u09d7\u0a01-\u0a03\u0a3c-\u0a51\u0a70-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0dca-\u0ddf\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3\u200c\u200d"
_WORD = re.compile(rf"\d+(?:[.,٫٬]\d+)*|[^\W\d_](?:[^\W_]|['’](?=[^\W\d_])|[{_SIGNS}])*")
#: Signs that Arabic script writes or leaves out, and those that only join letters.
_LEFT_OUT = re.compile("[\u064b-\u0652\u0670\u0640]")
#: A sentence with an address is furniture: where to follow, to buy, to read more.
_ADDRESS = re.compile(r"https?://|\bwww\.|\b[\w-]+\.(?:com|org|net)\b|\w@\w")
_GROUP = re.compile(r"[.,٫٬](?=\d{3}(?:\D|$))")
_COUNTED = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty"""
_TENS = "thirty forty fifty sixty seventy eighty ninety hundred"
_NUMBERS = {word: str(n) for n, word in enumerate(_COUNTED.split())} | {
    word: str(10 * n) for n, word in enumerate(_TENS.split(), 3)
}
#: What every report has, whatever it tells: these find and prove nothing.
_EVERYBODYS = _row(
    """about above according added adding after again against also although among another around
    because been before being between both came come could does done down during each earlier even
    every first from have having here however into itself just last later like made make many
    might more most much must never news next only other others over reporters reported report
    reports said same saying says second several should since some still such than that their them
    then there these they thing this those though through told took under until very want wants
    were what when where whether which while will with within without would year years your
    agency quoted explained stated noted declared announced remarked maintained week weeks month
    months monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
    million billion percent thousand hundred officials official statement"""
)
_FEW_NUMBERS = {"0", "1"}


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: small letters, one kind of apostrophe; runs of
    scripts without spaces as pairs of letters."""
    return _low(_words(text))


def sentences_of(paragraphs: Sequence[str]) -> Iterator[str]:
    """The sentences of a text, in order."""
    for paragraph in paragraphs:
        for start, end in split_sentences(paragraph):
            sentence = paragraph[start:end]
            if sentence.isascii():
                yield sentence
            elif _CLAUSES.search(sentence):
                yield from sentence.split()
            elif "。" in sentence or "！" in sentence or "？" in sentence:
                yield from (part.strip() for part in _WIDE_END.findall(sentence))
            else:
                yield sentence


def tokens_of(sentence: str) -> list[int]:
    """What a sentence says, word by word, as numbers of 32 bits; the two lowest bits tell a name
    and a number from other words. Words that everybody uses are left out. The first word is no
    name for being written large. A sentence with a web or mail address says nothing."""
    return words_and_tokens(sentence)[1]


def words_and_tokens(sentence: str) -> tuple[list[str], list[int]]:
    """Both at once, in half the time."""
    words = _words(sentence)
    if _ADDRESS.search(sentence):
        return _low(words), []
    parts = words if sentence.isascii() else [part for word in words for part in _parts(word)]
    tokens = [_token(part, True) for part in parts[1:]]
    if parts:
        tokens.insert(0, _token(parts[0], False))
    return _low(words), [token for token in tokens if token]


def _low(words: list[str]) -> list[str]:
    low = " ".join(words).lower()
    if low.isascii():
        return low.split(" ") if low else []
    return [part for word in low.split(" ") for part in _parts(word)]


def _words(text: str) -> list[str]:
    if text.isascii():
        return _WORD.findall(text)
    return _WORD.findall(_LEFT_OUT.sub("", normalize("NFKC", text).replace("’", "'")))


def _parts(word: str) -> list[str]:
    if word.isascii() or _UNSPACED.search(word) is None or len(word) < 3:
        return [word]
    return [word[at : at + 2] for at in range(len(word) - 1)]


@lru_cache(maxsize=1 << 16)
def _token(word: str, inside: bool) -> int:
    """The token of a word; 0 where it says nothing."""
    if word[0].isdigit():
        return _code(_plain_number(word)) | NUMBER
    low = word.lower().partition("'")[0]
    number = _NUMBERS.get(low)
    if number is not None:
        return 0 if number in _FEW_NUMBERS else _code(number) | NUMBER
    if low in _EVERYBODYS:
        return 0
    if inside and word[0].isupper() and len(low) > 1:
        return _code(low[:STEM]) | NAME
    if len(low) < LEAST_LETTERS and _UNSPACED.match(low) is None:
        return 0
    return _code(low[:STEM]) | WORD


def _plain_number(word: str) -> str:
    number = _GROUP.sub("", word)
    whole = number.isdecimal()
    return str(int(number)) if whole and len(number) < 30 else number.replace(",", ".")


def _code(word: str) -> int:
    return (crc32(word.encode()) & 0xFFFFFFFC) or 4
