"""What a terminal needs: colour where it is wanted, widths, and no control character of the copy."""

from __future__ import annotations

import os
import re
import sys
import unicodedata

_STYLES = {
    "bold": "1",
    "dim": "2",
    "italic": "3",
    "underlined": "4",
    "struck": "9",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "magenta": "35",
    "cyan": "36",
}
#: Controls, and the marks that turn the direction of writing round: in a terminal either could
#: make the copy show what it does not say.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Paint:
    """Colours words when `on`; gives them back unchanged when not."""

    def __init__(self, *, on: bool) -> None:
        self.on = on

    @classmethod
    def for_stdout(cls) -> Paint:
        """On when standard output is a terminal that can show colour and nobody said no."""
        plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
        return cls(on=sys.stdout.isatty() and not plain)

    def __call__(self, words: str, *styles: str) -> str:
        """`words` in the given styles."""
        if not self.on or not styles or not words:
            return words
        return f"\x1b[{';'.join(_STYLES[style] for style in styles)}m{words}\x1b[0m"


def say_in_utf8() -> None:
    """Let standard output carry any text, whatever the locale. A lone surrogate, which no
    encoding can hold, goes out as the escape that JSON has for it."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def safe(text: str) -> str:
    """The text with each unsafe character replaced by one that can be seen."""
    return _UNSAFE.sub("\ufffd", text.replace("\t", " ").replace("\n", " "))


def width(text: str) -> int:
    """How many columns the text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) or unicodedata.category(char) == "Cf"
        else 2 if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )  # fmt: skip
