"""The envelope of the telex, in which some agencies still send text: `ZCZC` before it, `NNNN` behind,
and lines above the copy that a sign at their beginning names."""

from __future__ import annotations

import re

_BEGINS = re.compile(r"\s*ZCZC\b[^\n#]*")
_ENDS = re.compile(r"^\s*NNNN\s*$", re.MULTILINE)
_TAG = re.compile(r"^(?P<sign>[%#$:&*@~^+=!])(?P<said>.*)$")
#: A last line of whose copy it is: `SNA RTV`.
_FOOT = re.compile(r"\n\s*(?P<agency>[A-Z]{2,6})(?: [A-Za-z]{2,8}){0,2}\s*\Z")


def is_telex(text: str) -> bool:
    """Whether a text begins with the telex's mark."""
    return _BEGINS.match(text) is not None


def open_envelope(text: str) -> tuple[dict[str, str], str]:
    """The lines above the copy, by the names that labels have, and the copy."""
    begun = _BEGINS.match(text)
    body = text[begun.end() :] if begun else text
    end = _ENDS.search(body)
    lines = (body[: end.start()] if end else body).strip().split("\n")
    labels: dict[str, str] = {}
    at = 0
    while at < len(lines) and (tag := _TAG.match(lines[at].strip())):
        _take(labels, tag["sign"], tag["said"].strip())
        at += 1
    copy = "\n".join(lines[at:])
    if foot := _FOOT.search(copy):
        labels["credit"] = foot["agency"]
        copy = copy[: foot.start()]
    return labels, copy


def _take(labels: dict[str, str], sign: str, said: str) -> None:
    place = re.fullmatch(r"\((.+)\)", said)
    if sign == "#":
        labels.setdefault("slugline", said)
    elif place is not None and sign == ":":
        labels["dateline"] = place[1]
    elif (sign in "$^" and len(said) > 3) or (sign == ":" and said):
        labels["headline"] = said if sign in "$^" else labels.get("headline", said)
