"""Which style is tried when nobody named one: that of the tongue in which the copy is spelt."""

from __future__ import annotations

import re
from pathlib import Path

from broadsheet.copydesk.style.reader import load_style
from broadsheet.copydesk.style.shape import Style

#: The setting that leaves the choice to the copy, and the one that tries no style.
AUTO, NONE = "auto", "none"
#: What holds in every English-language paper; tried when the copy's spelling says nothing.
NEITHER = "english"

_IZE = (
    "organi|recogni|reali|critici|apologi|authori|characteri|emphasi|minimi|maximi|mobili|prioriti|"
    "privati|speciali|stabili|summari|sympathi|utili|legali|finali|capitali|civili|centrali|criminali|"
    "globali|hospitali|immuni|locali|memori|moderni|neutrali|normali|penali|polari|scrutini|victimi"
)
_OUR = "col|hon|lab|fav|neighb|harb|behavi|rum|hum|arm|endeav|flav|vap|sav|fav|glam|splend|tum|clam|rig"
_UK = re.compile(
    rf"\b(?:(?:{_OUR})our(?:s|ed|ing|hood|able|ite|ites|al|er|ers|ful|less)?"
    rf"|(?:de|im)?(?:{_IZE})s(?:e|es|ed|ing|ation|ations)"
    r"|(?:trave|cance|labe|fue|signa|leve|mode|counse|tota|marsha|quarre|riva)ll(?:ed|ing|er|ers|or|ors)"
    r"|(?:cent|theat|kilomet|met|lit|fib|calib|sab|spect)res?|(?:de|of)fences?|(?:pro|pre)grammes?"
    r"|per cent|grey|sceptic(?:s|al|ism)?|analyse[sd]?|catalogues?|dialogues?|cheques?|tyres?|kerbs?"
    r"|towards|whilst|amongst|learnt|enrolment|fulfil|instalments?|jewellery|pyjamas|aeroplanes?"
    r"|licences?|judgement|ageing|manoeuvre[sd]?|programme|Mrs? (?=[A-Z]))\b"
)
_US = re.compile(
    rf"\b(?:(?:{_OUR})or(?:s|ed|ing|hood|able|ite|ites|al|er|ers|ful|less)?"
    r"|(?:trave|cance|labe|fue|signa|leve|mode|counse|tota|marsha|quarre|riva)l(?:ed|ing|er|ers|or|ors)"
    r"|(?:cent|theat|kilomet|lit|fib|calib|sab|spect)ers?|(?:de|of)fenses?|programs?"
    r"|percent|gray|skeptic(?:s|al|ism)?|analyze[sd]?|toward|enrollment|fulfill|installments?|jewelry"
    r"|aging|maneuver(?:s|ed)?|gotten|U\.S\.|Mrs?\. (?=[A-Z]))(?!\w)"
)
#: Quoted words are somebody else's; the longest that is left out, so that a lost mark costs little.
_QUOTED = re.compile(r"“[^“”\n]{1,600}”|\"[^\"\n]{1,600}\"")


def tongue_of(text: str) -> str:
    """`uk` or `us`, whichever spelling prevails outside quotations; empty when neither does."""
    own = _QUOTED.sub(" ", text)
    uk, us = len(_UK.findall(own)), len(_US.findall(own))
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
