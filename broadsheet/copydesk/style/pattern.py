"""Patterns of a style's rules: which are refused because they could take for ever."""

from __future__ import annotations

import re

#: A rule sees this many characters from where it is tried, so that no copy takes long.
WINDOW = 700
#: And this many in front of it, for `after` and `not_after`.
BEFORE = 90

_QUANTIFIER = re.compile(r"[*+?]|\{\d*,?\d*\}")
_UNBOUNDED = re.compile(r"[*+]|\{\d*,\}")
#: A space or marks, one and no more: where the group begins or ends is then certain.
_MARK = r"(?:\\[sW.]|[ ,;:/'’-]|\[(?:\\[sW.-]|[^\w\\\]^])+\])"
_ANCHORED = re.compile(rf"{_MARK}(?![*+?{{]).*|.*{_MARK}", re.S)


def problem_with(pattern: str) -> str:
    """Why a pattern cannot be used, and what to do; empty when it can.

    A repeated group must have a limit, and if something in it repeats without one, the group
    must begin or end with a space or a mark: `(?:\\w+\\s){0,6}`. Else two ways of
    reading the same words multiply, and a long line would never be done.
    """
    try:
        re.compile(pattern)
    except re.error as error:
        return f"is no pattern: {error}. See https://docs.python.org/3/library/re.html."
    for body, quantifier in _groups(pattern):
        if _UNBOUNDED.fullmatch(quantifier):
            return (
                f"repeats the group ({body}) without a limit, which can take for ever: write "
                "{0,8} in place of * or +."
            )
        repeats = quantifier not in {"", "?"}
        if repeats and _UNBOUNDED.search(_bare(body)) and not _anchored(body):
            return (
                f"repeats the group ({body}), in which something repeats too, and that can take "
                r"for ever: let the group begin or end with one \s or mark, or leave one of the two out."
            )
    return ""


def _groups(pattern: str) -> list[tuple[str, str]]:
    """Each group's body and the quantifier behind it."""
    found, opened, at, in_class = [], [], 0, False
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
            at += pattern[at + 1 : at + 2] == "]" or pattern[at + 1 : at + 3] == "^]"
        elif char == "(":
            opened.append(at)
        elif char == ")" and opened:
            behind = _QUANTIFIER.match(pattern, at + 1)
            found.append((pattern[opened.pop() + 1 : at], behind[0] if behind else ""))
        at += 1
    return found


def _bare(body: str) -> str:
    """The body without escapes and classes, in which a star is a star."""
    return re.sub(r"\[(?:\\.|[^\]\\])*\]|\\.", "x", body.removeprefix("?:"))


def _anchored(body: str) -> bool:
    return _ANCHORED.fullmatch(body.removeprefix("?:")) is not None
