"""Which style is tried when nobody named one: that of the tongue in which the copy is spelt."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from broadsheet.copydesk.style.foreign import side
from broadsheet.copydesk.style.reader import load_style
from broadsheet.copydesk.style.shape import Style

#: The setting that leaves the choice to the copy, and the one that tries no style.
AUTO, NONE = "auto", "none"
#: What holds in every English-language paper; tried when the copy's spelling says nothing.
NEITHER = "english"

_WORD = re.compile(r"(?<![\w’'@#/.-])[a-z]{4,}(?![\w@/])")
_UK = (re.compile(r"\bper cent\b"), re.compile(r"\b(?:Mr|Mrs|Ms|Dr) [A-Z]"))
_US = (re.compile(r"\bpercent\b"), re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep)\. [A-Z]|\bU\.S\."))
#: No more of a copy is looked at: by then it has said how it is spelt.
_ENOUGH = 20_000
#: Quoted words are somebody else's; the longest that is left out, so that a lost mark costs little.
_QUOTED = re.compile(r"“[^“”\n]{1,600}”|\"[^\"\n]{1,600}\"")


def tongue_of(text: str) -> str:
    """`uk` or `us`, whichever spelling prevails outside quotations; empty when neither does."""
    own = _QUOTED.sub(" ", text[:_ENOUGH])
    sides = Counter(side(word) for word in _WORD.findall(own))
    uk = sides["uk"] + sides["s"] + sum(bool(mark.search(own)) for mark in _UK)
    us = sides["us"] + sum(bool(mark.search(own)) for mark in _US)
    if not uk:
        # Oxford and Canada have -ize beside British words; beside none it is American.
        us += sides["z"]
    return "" if uk == us else "uk" if uk > us else "us"


def choose_style(wanted: str, text: str, folder: Path | None = None) -> Style | None:
    """The style to try on a copy.

    Args:
        wanted: `auto` (by the copy's own spelling), `none`, the name of a style or a file.
        text: the copy.
        folder: the paper's folder, whose styles lie in `styles/`.

    Raises:
        StyleError: there is no such style, or its file is wrong.
    """
    if wanted == NONE:
        return None
    if wanted == AUTO:
        return load_style(tongue_of(text) or NEITHER)
    return load_style(wanted, folder)
