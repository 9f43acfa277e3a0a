"""Spelling: which words are spelt, what a misspelt one was to be, and whose spelling a word is.

The words are those of SCOWL (see COPYING-SCOWL.txt) and the paper's own in own_words.txt;
scripts/make_words.py makes words.bin of them. They are loaded when the first word is asked for.
"""

from broadsheet.copydesk.spelling.forms import is_spelt
from broadsheet.copydesk.spelling.nearest import Meant, meant
from broadsheet.copydesk.spelling.tongue import other_spelling, tongue
from broadsheet.copydesk.spelling.words import Entry, look_up

__all__ = ["Entry", "Meant", "is_spelt", "look_up", "meant", "other_spelling", "tongue"]
