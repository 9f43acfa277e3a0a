"""Items as a database can keep them: PostgreSQL keeps no NUL, and nothing keeps half a character."""

from __future__ import annotations

import re
from typing import Any

_BAD = re.compile("[\0\ud800-\udfff]")


def storable(value: Any) -> Any:
    """A value of JSON without NUL; half a character becomes U+FFFD. The bytes as they came are kept
    beside it."""
    if isinstance(value, str):
        return words(value)
    if isinstance(value, list):
        return [storable(one) for one in value]
    if isinstance(value, dict):
        return {words(key): storable(one) for key, one in value.items()}
    return value


def words(text: str) -> str:
    """The same for a text."""
    if _BAD.search(text) is None:
        return text
    return _BAD.sub(lambda bad: "" if bad[0] == "\0" else "\ufffd", text)
