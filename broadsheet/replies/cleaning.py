"""What a reader wrote, as plain text that can stand on a page: nothing is kept that a reader of it
could not see, or that would turn the text around it."""

from __future__ import annotations

import hashlib
import re
import unicodedata

#: Overrides, embeddings and isolates: what turns direction. The page isolates each reply itself;
#: marks (U+200E, U+200F, U+061C) and joiners stay, since languages need them.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: Invisible, and of no use in running text: soft hyphen to byte order mark, interlinear marks.
_UNSEEN = frozenset("\u00ad\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb")
#: Marks on one letter; more are piled up only to break a page.
MOST_MARKS = 6


def clean_text(written: str) -> str:
    """Several lines: line ends become one kind, empty lines at most one in a row."""
    text = written.replace("\r\n", "\n").replace("\r", "\n")
    text = _visible(text, keep="\n\t").replace("\t", " ")
    lines = [line.rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def clean_line(written: str) -> str:
    """One line: all white space is one space."""
    return " ".join(_visible(written, keep="\n\t\r").split())


def _visible(text: str, *, keep: str) -> str:
    kept: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(letter)
        marks = marks + 1 if kind in {"Mn", "Me"} else 0
        if marks > MOST_MARKS or _is_unwanted(letter, kind, keep):
            continue
        kept.append(letter)
    return "".join(kept)


def _is_unwanted(letter: str, kind: str, keep: str) -> bool:
    if letter in keep:
        return False
    # Cc: control characters. Cs, Cn, Co: halves of pairs, no characters, private ones.
    if kind in {"Cc", "Cs", "Cn", "Co"}:
        return True
    # U+E00xx: tags, which may hide a text in a text; flags of regions use them after U+1F3F4,
    # and are shown as a plain flag without.
    return letter in _TURNING or letter in _UNSEEN or "\U000e0000" <= letter <= "\U000e007f"


def has_something_to_see(text: str) -> bool:
    """Whether there is a letter, a figure, a mark or a sign in it."""
    return any(unicodedata.category(letter)[0] in "LNPS" for letter in text)


def hash_of_text(text: str) -> str:
    """By which the same words are known again, however they are spaced."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
