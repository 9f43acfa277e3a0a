"""Which way a language is written."""

from __future__ import annotations

from broadsheet.paper.models import Masthead, Story
from broadsheet.paper.web.contract import Tongue

RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
)
SCRIPTS_RIGHT_TO_LEFT = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})


def tongue(language: str) -> Tongue:
    """The language with its direction.

    Args:
        language: a BCP 47 tag. A script in it decides (`pa-Arab`, `ks-Deva`), else the language.
    """
    parts = language.replace("_", "-").split("-")
    scripts = [p.lower() for p in parts[1:] if len(p) == 4 and p.isalpha()]
    if scripts:
        leftwards = scripts[0] in SCRIPTS_RIGHT_TO_LEFT
    else:
        leftwards = parts[0].lower() in RIGHT_TO_LEFT
    return Tongue(language="-".join(parts), direction="rtl" if leftwards else "ltr")


def tongue_of(story: Story, masthead: Masthead) -> Tongue:
    """The story's own language, else the paper's."""
    return tongue(story.language or masthead.language)
