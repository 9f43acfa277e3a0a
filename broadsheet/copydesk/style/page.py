"""The page of the styles' rules: `python -m broadsheet.copydesk.style.page > docs/style-rules.md`."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.style.examples import messages
from broadsheet.copydesk.style.reader import load_style, shipped
from broadsheet.copydesk.style.shape import Rule

_HEAD = """# The rules of house style

*Written by `python -m broadsheet.copydesk.style.page > docs/style-rules.md` from the styles
themselves; a test keeps the two the same. The examples are run as tests. How to change them:
[house style](style.md).*
"""


def page() -> str:
    """The whole page in Markdown: each style with the rules that it adds."""
    return "\n".join([_HEAD, *(line for name in shipped() for line in _style(name))])


def _style(name: str) -> Iterator[str]:
    style = load_style(name)
    own = [rule for rule in style.rules if rule.style == name]
    yield f"## {name}\n\n{style.about} Its own rules: {len(own)}; in all: {len(style.rules)}.\n"
    for rule in own:
        yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    mends = "; its mend is certain" if rule.certain else ""
    yield f"### {rule.name}\n\nKind: {rule.kind}, about {rule.about}{mends}. {rule.why}".rstrip()
    yield "\nFinds:\n"
    for text in rule.match:
        yield f"- `{_shown(text)}`"
        yield from (f"  → {message}" for message in messages(rule, text))
    yield "\nLeaves alone:\n"
    yield from (f"- `{_shown(text)}`" for text in rule.leave)
    yield ""


def _shown(text: str) -> str:
    short = text if len(text) <= 90 else text[:89] + "…"
    return " ¶ ".join(part for part in short.split("\n\n") if part)


if __name__ == "__main__":
    print(page(), end="")
