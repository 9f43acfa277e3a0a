"""Writes broadsheet/copydesk/spelling/words.bin: the words of SCOWL up to size 70 with their
variants, the names of the same sizes, and the words of own_words.txt.

`python scripts/make_words.py /usr/share/dict/scowl` (Debian's package `scowl`; made with version
2020.12.07). The lists' licence lies beside the file.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from broadsheet.copydesk.spelling.tongue import UNDECIDED, turned  # noqa: E402
from broadsheet.copydesk.spelling.words import DATA, Entry, pack  # noqa: E402

#: SCOWL's sizes and our classes.
RANKS = {10: 0, 20: 1, 35: 2, 40: 3, 50: 3, 55: 3, 60: 4, 70: 4}
_OWN_RANK, _RAREST = 3, 4
#: Of shorter words too many others are a slip away.
_LONG = 6
_MAIN = ("english", "american", "british", "british_z", "canadian", "australian")
_VARIANTS = tuple(
    f"{land}variant_{number}"
    for land in ("", "british_", "canadian_", "australian_")
    for number in (1, 2)
)
_WORD = re.compile(r"[^\W\d_]+")


class Lists:
    """The folder of SCOWL."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def words(self, category: str, *kinds: str) -> dict[str, int]:
        """The words of a spelling category in small letters, each with its best class."""
        found: dict[str, int] = {}
        for size, rank in RANKS.items():
            for kind in kinds:
                path = self.folder / f"{category}-{kind}.{size}"
                for word in _lines(path):
                    found.setdefault(word.lower(), rank)
        return found


def _lines(path: Path) -> Iterator[str]:
    """The words of a file that are letters only, with and without accents; possessives are made
    while reading."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        word = unicodedata.normalize("NFC", line.strip())
        if _WORD.fullmatch(word):
            yield word
            yield "".join(c for c in unicodedata.normalize("NFD", word) if c.isascii())


def _own(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield from line.partition("#")[0].split()


def _sides(lists: Lists, entries: dict[str, int]) -> dict[str, str]:
    """The tongue of every word that is spelt otherwise on the other side."""
    english = lists.words("english", "words")
    only = {c: lists.words(c, "words").keys() - english.keys() for c in _MAIN[1:]}
    american, british = only["american"], only["british"] - UNDECIDED
    sides: dict[str, str] = {}
    for word in american - british:
        if any(other in british - american for other in turned(word, to_us=False)):
            sides[word] = "z" if word in only["canadian"] | only["british_z"] else "us"
    for word in british - american:
        if any(other in entries for other in turned(word, to_us=True)):
            sides[word] = "uk" if word in only["canadian"] | only["british_z"] else "s"
    return sides


def _small_slips(word: str) -> Iterator[str]:
    """The word with a letter left out, doubled, or changed about with the next."""
    for i in range(1, len(word)):
        if i < len(word) - 1:
            yield word[:i] + word[i + 1 :]
        yield word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :]
        if i < len(word) - 1 or word[i] != "e":
            yield word[:i] + word[i] + word[i:]


def _doubtful(ranks: dict[str, int]) -> set[str]:
    """Rare words that in a newspaper are one of the commonest words misspelt: diaster, perviously."""
    usual = (word for word, rank in ranks.items() if rank == 0 and len(word) >= _LONG)
    slips = {slip for word in usual for slip in _small_slips(word) if slip != word}
    return {slip for slip in slips if ranks.get(slip) == _RAREST and not slip.startswith("re")}


def entries_of(lists: Lists, own: Path) -> dict[str, Entry | None]:
    """Everything that goes into the block; None for what is a name alone."""
    ranks: dict[str, int] = {}
    for category in (*_MAIN, *_VARIANTS):
        for word, rank in lists.words(category, "words").items():
            ranks[word] = min(rank, ranks.get(word, rank))
    for word in _own(own):
        ranks[word] = min(_OWN_RANK, ranks.get(word, _OWN_RANK))
    for word in _doubtful(ranks):
        del ranks[word]
    names = {
        name
        for category in (*_MAIN, *_VARIANTS)
        for name in lists.words(category, "upper", "proper-names")
    }
    sides = _sides(lists, ranks)
    entries: dict[str, Entry | None] = dict.fromkeys(names)
    for word, rank in ranks.items():
        entries[word] = Entry(rank, sides.get(word, ""), word in names)
    return entries


def main() -> int:
    """Write the file and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scowl", type=Path, help="the folder with SCOWL's lists")
    folder = parser.parse_args().scowl
    if not (folder / "english-words.10").exists():
        print(f"{folder} holds no english-words.10: is it SCOWL's folder of lists?")
        return 2
    entries = entries_of(Lists(folder), DATA.with_name("own_words.txt"))
    DATA.write_bytes(pack(entries))
    names = sum(entry is None for entry in entries.values())
    print(f"{len(entries) - names} words, {names} names: {DATA.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
